"""Title pages, dedications, and tables of contents that lead somewhere."""

from __future__ import annotations

from lxml import etree

from teikit.encode.convert import convert
from teikit.tei import XML_ID, tei

PROSE = (
    "It was a long time before anyone spoke, and then it was only the\n"
    "clerk, who sneezed. The rain had stopped in the night and the road\n"
    "was white with it, as far as the bridge and no farther than that."
)


def text_of(text: str) -> etree._Element:
    """The ``<text>`` of a converted text."""
    found = convert(text.encode(), annotators=()).tree.find(tei("text"))
    assert found is not None
    return found


def words(element: etree._Element, name: str) -> list[str]:
    """The text of all elements of a name."""
    return [" ".join("".join(one.itertext()).split()) for one in element.iter(tei(name))]


BOOK = f"CHAPTER I.\n\n{PROSE}\n\n{PROSE}\n\n\nCHAPTER II.\n\n{PROSE}\n\n{PROSE}\n"


def test_title_page() -> None:
    """Subtitle, editor, edition, imprint and date."""
    page = (
        "THE\n\nHISTORY OF THE MILL\n\nIN TWO PARTS\n\nBY\n\nJANE ROE\n\n"
        "Edited, with Notes, by JOHN SMITH\n\nSECOND EDITION\n\n"
        "NEW YORK\nROE & COMPANY, PUBLISHERS\n1907\n\n_Copyright, 1907_\n\n\n\n"
    )
    front = text_of(page + BOOK)
    assert [(part.get("type"), part.text) for part in front.iter(tei("titlePart"))] == [
        ("main", "THE\n\nHISTORY OF THE MILL"),
        ("sub", "IN TWO PARTS"),
    ]
    assert words(front, "byline") == ["BY JANE ROE", "Edited, with Notes, by JOHN SMITH"]
    assert words(front, "docEdition") == ["SECOND EDITION"]
    assert words(front, "pubPlace") == ["NEW YORK"]
    assert words(front, "publisher") == ["ROE & COMPANY, PUBLISHERS"]
    assert words(front, "docDate") == ["1907"]


def test_sentences_with_notes_are_no_title_page() -> None:
    """What stands above the notes is their text, however short."""
    text = (
        "The Mill, 1911\n\nby Ann Roe\n\nOn Monday the clerk walked out of the old mill. (1)\n\n"
        "Nobody has ever seen him again. (2)\n\nNotes\n\n1. Roe, p. 4.\n2. See the Register.\n"
    )
    found = text_of(text)
    assert words(found, "titlePart") == ["The Mill, 1911"]
    assert len(found.findall(f".//{tei('p')}")) == 2
    assert len(list(found.iter(tei("note")))) == 2


def test_what_a_title_page_has_not() -> None:
    """Short entries with several sentences are text; a headline of four words is no author."""
    diary = "".join(f"May {n}. A cold day. Ann went to the mill.\n\n" for n in range(1, 5))
    found = text_of(f"THE DIARY OF ANN ROE\n\n{diary}7. Rain.\n")
    assert words(found, "titlePart") == ["THE DIARY OF ANN ROE"]
    found = text_of(f"THE HERALD\n\nTHREE HUNDRED WOMEN OUT\n\nAT THE MILL\n\n{PROSE}\n")
    assert words(found, "docAuthor") == []


def test_entries_of_contents_line_by_line() -> None:
    """Entries without numbers beside numbered ones are entries, and one may be a heading."""
    contents = "CONTENTS\n\nThe Mill\nTo a Friend\nSongs\n    I. The Source\n    II. The Weir\n"
    parts = ("The Mill", "To a Friend\n(1819)", "Songs", "I.\nThe Source", "II.\nThe Weir")
    found = text_of(f"{contents}\n\n" + "".join(f"{part}\n\n{PROSE}\n\n" for part in parts))
    assert words(found, "item") == [
        "The Mill",
        "To a Friend",
        "Songs",
        "I. The Source",
        "II. The Weir",
    ]
    assert len(list(found.iter(tei("ref")))) == 5
    songs = next(div for div in found.iter(tei("div")) if words(div, "head")[0] == "Songs")
    assert words(songs, "head") == ["Songs", "I. The Source", "II. The Weir"]


def test_a_name_with_honours_is_an_author() -> None:
    """“Esq.” hides no author."""
    assert words(text_of(f"HISTORY OF THE MILL\n\nJane Roe, Esq.\n\n\n{BOOK}"), "docAuthor") == [
        "Jane Roe, Esq."
    ]


def test_dedication() -> None:
    """Lines that open with “To”, after the title page proper, are a division of the front."""
    front = text_of(
        f"THE MILL\n\nBY JANE ROE\n\n\n\nTO\n\nMY MOTHER\n\n\n\nLONDON\n1907\n\n\n{BOOK}"
    )
    (dedication,) = front.findall(f"{tei('front')}/{tei('div')}[@type='dedication']")
    assert words(dedication, "p") == ["TO", "MY MOTHER"]
    assert words(front, "pubPlace") == ["LONDON"]


def test_contents_lead_to_their_divisions() -> None:
    """By the words of a heading, with or without its number; page numbers do not matter."""
    chapters = "".join(
        f"CHAPTER {n}.\n\n{title}\n\n{PROSE}\n\n{PROSE}\n\n\n"
        for n, title in (("I", "THE MILL"), ("II", "THE BRIDGE"), ("III", "THE MILL AGAIN"))
    )
    contents = (
        "CONTENTS\n\nI. The Mill ..... 3\nII. The Bridge ..... 14\nThe Mill Again ..... 20\n"
        "X. No ... 30\n\n\n"
    )
    text = text_of(f"THE HISTORY\n\nBY JANE ROE\n\n\n{contents}{chapters}")
    targets = [ref.get("target") for ref in text.iter(tei("ref"))]
    heads = {div.get(XML_ID): words(div, "head") for div in text.iter(tei("div"))}
    assert [heads[target[1:]][-1] for target in targets if target] == [
        "THE MILL", "THE BRIDGE", "THE MILL AGAIN",
    ]  # fmt: skip


def test_advertisements_are_back_matter() -> None:
    """What sells books after the last chapter is no part of the work."""
    wares = "\n\n\n".join(
        f"THE {name} SERIES\n\nEach volume 12mo, cloth, illustrated, $1.50\n\nThe {name} Boys."
        for name in ("PIONEER", "MINUTE", "MILL")
    )
    text = text_of(BOOK * 5 + f"\n\n\n{wares}")
    back = text.find(tei("back"))
    assert back is not None
    assert words(back, "head") == ["THE PIONEER SERIES", "THE MINUTE SERIES", "THE MILL SERIES"]


def test_picture_below_a_dedication() -> None:
    """A picture alone makes no title page, which would not be valid."""
    page = "THE MILL\n\nBY JANE ROE\n\n\n\nTO\n\nMY MOTHER\n\n\n\n[Illustration]\n\n\n\n"
    front = text_of(page + BOOK).find(tei("front"))
    assert front is not None
    assert [child.tag for child in front] == [tei("titlePage"), tei("div"), tei("figure")]


def test_statements_of_rights_and_first_nights() -> None:
    """Sentences that title pages have do not end one."""
    page = (
        "THE MILL\n\nA COMEDY\n\nBY JANE ROE\n\nLONDON\n1907\n\n\n"
        "_This play was produced in London, at the Old Theatre, on Friday,\n"
        "the first of March; in Leeds, at the New Theatre, on Monday, the\n"
        "fourth of March; and in York, at the Theatre, in the same week._\n\n\n"
        "Entered according to Act of Congress, in the year 1907, by Jane\n"
        "Roe, in the Office of the Librarian of Congress at Washington; all\n"
        "rights of performance and of translation are reserved to her.\n\n\n"
    )
    front = text_of(page + BOOK).find(tei("front"))
    assert front is not None
    assert "Entered according" in "".join(front.itertext())
