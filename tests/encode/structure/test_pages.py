"""Pages of scanned books: running heads, page numbers, paragraphs that go on overleaf."""

from __future__ import annotations

from lxml import etree

from teikit.encode.convert import convert
from teikit.tei import tei

LINES = [
    "It was a long time before anyone spoke, and then",
    "it was only the clerk, who sneezed and went to",
]


def pages(*heads: str) -> str:
    """A page under each head, each going on in the middle of a sentence."""
    return "\f".join(f"{head}\n\nthe bridge. " + "\n".join(LINES) + "\n" for head in heads)


def body(text: str) -> etree._Element:
    """The ``<body>`` of a converted text."""
    found = convert(text.encode(), annotators=()).tree.find(f"{tei('text')}/{tei('body')}")
    assert found is not None
    return found


def test_running_heads_and_numbers() -> None:
    """Running heads are forme work, no headings; the printed number goes to the page break."""
    found = body(pages("THE MILL 11", "12 THE MILL", "THE MILL 13"))
    assert list(found.iter(tei("head"))) == []
    assert [fw.text for fw in found.iter(tei("fw"))] == [
        "THE MILL 11",
        "12 THE MILL",
        "THE MILL 13",
    ]
    assert [pb.get("n") for pb in found.iter(tei("pb"))] == ["11", "12", "13"]


def test_a_paragraph_goes_on_overleaf() -> None:
    """What a page break parts is one paragraph with the break inside."""
    found = body(pages("THE MILL 11", "12 THE MILL", "THE MILL 13"))
    paragraph = next(found.iter(tei("p")))
    assert [child.tag for child in paragraph] == [tei("pb"), tei("fw")] * 2


def test_numbers_at_the_foot() -> None:
    """A number alone in the last line is the page's number."""
    sheets = [page + f"\n{n}\n" for n, page in enumerate(pages(*["THE MILL"] * 4).split("\f"), 5)]
    found = body("\f".join(sheets))
    assert [pb.get("n") for pb in found.iter(tei("pb"))] == ["5", "6", "7", "8"]
    assert [fw.get("type") for fw in found.iter(tei("fw"))] == ["header", "pageNum"] * 4


def test_headings_at_the_top_of_a_page() -> None:
    """A chapter that opens a page has a heading, not a running head."""
    text = pages("THE MILL", "CHAPTER II", "THE MILL", "THE MILL")
    assert [head.text for head in body(text).iter(tei("head"))] == ["CHAPTER II"]


def test_two_pages_are_not_enough() -> None:
    """One form feed tells nothing of running heads."""
    assert list(body(pages("THE MILL 11", "12 THE MILL")).iter(tei("fw"))) == []


def scan(*heads: str, blank: str = "\n") -> str:
    """Pages without form feeds, each under its head, with sentences that go on over it."""
    page = "\n".join([*LINES * 3, "market, and bought there what they wanted and what was"])
    return "THE MILL\n\nCHAPTER I\n\nThen " + "".join(
        f"the end. {page}\n{blank}{head}\n{blank}" for head in heads
    )


def test_running_heads_without_form_feeds() -> None:
    """In a scan without form feeds, running heads with numbers begin the pages."""
    heads = ("12   THE MILL.", "OF MILLERS.   13", "14   THE MILL.", "OF MILLERS.  15", "THE MILL.")
    for blank in ("\n", ""):
        found = body(scan(*heads, blank=blank) + "the last page ends here.\n")
        assert [fw.text for fw in found.iter(tei("fw"))] == list(heads)
        assert [pb.get("n") for pb in found.iter(tei("pb"))] == ["12", "13", "14", "15", None]
        paragraph = next(found.iter(tei("p")))
        assert [child.tag for child in paragraph] == [tei("pb"), tei("fw")] * 5


def test_numbered_headings_are_no_running_heads() -> None:
    """What looks like a running head but interrupts no sentence is a heading."""
    page = "\n".join(LINES * 4) + " the end.\n\n"
    fables = (f"FABLE {n}\n\nOnce upon a time\n{page}" for n in range(1, 6))
    found = body("The Old Fables\n\n" + "".join(fables))
    assert list(found.iter(tei("fw"))) == []
    assert [head.text for head in found.iter(tei("head"))] == [f"FABLE {n}" for n in range(1, 6)]


def test_running_heads_beside_numbers() -> None:
    """A line in capitals that comes back beside the page's number is a running head."""
    page = "\n".join(LINES * 4)
    sheets = (f"the end. {page}\n{n}\n\nTHE MILL\n\n" for n in range(12, 18))
    found = body("The Mill\n\nCHAPTER I\n\nThen " + "".join(sheets) + "the last page ends here.\n")
    assert [fw.text for fw in found.iter(tei("fw"))] == ["THE MILL"] * 6
    assert [pb.get("n") for pb in found.iter(tei("pb"))] == ["12", "13", "14", "15", "16", "17"]
    assert [head.text for head in found.iter(tei("head"))] == ["CHAPTER I"]
    assert len(list(found.iter(tei("p")))) == 1


def test_a_paragraph_goes_on_after_the_notes_of_a_page() -> None:
    """A paragraph that the notes at a page's foot part is two, which are known as one."""
    page = "\n".join(
        ["It was a long time.[1] Nobody spoke, and the clerk, who had sneezed,", *LINES]
    )
    text = "\f".join(f"the end. {page}\n\n[1] Of the mill.\n" for _ in range(4)) + "\fthe bridge.\n"
    found = [one for one in body(text).iter(tei("p")) if one.getparent().tag == tei("body")]
    assert [one.get("part") for one in found] == ["I", "M", "M", "M", "F"]


def test_page_labels_on_lines_of_their_own() -> None:
    """“Page 12” alone on its line is a page's number."""
    sheets = (f"Page {n}\n\nthe bridge. {chr(10).join(LINES)}\n\n" for n in (3, 4, 5))
    found = body("The Mill\n\n" + "".join(sheets) + "Page 6\n\nthe end of it.\n")
    assert [pb.get("n") for pb in found.iter(tei("pb"))] == ["3", "4", "5", "6"]


def test_leaves_of_a_manuscript() -> None:
    """The front and the back of a leaf are pages: “[f. 12r]”, “[f. 12v]”."""
    sheets = (f"[f. {n}]\n\nIt is agreed. {chr(10).join(LINES)}.\n\n" for n in ("1r", "1v", "2r"))
    found = body("The Book\n\n" + "".join(sheets))
    assert [(pb.get("n"), pb.get("rend")) for pb in found.iter(tei("pb"))] == [
        ("1r", "[f. #]"), ("1v", "[f. #]"), ("2r", "[f. #]"),
    ]  # fmt: skip
