"""Notes: markers joined to bodies, and what does not match."""

from __future__ import annotations

from lxml import etree

from teikit.encode.convert import Conversion, convert
from teikit.tei import XML_ID, tei

TEXT = """The first thing [1] and the second. [2]

More of it [3] here.

[1] Body one.

[2] Body two.

[3] Body three.
"""


def encode(text: str, **options: object) -> Conversion:
    """Convert a text without marking names and dates."""
    return convert(text.encode(), annotators=(), **options)  # type: ignore[arg-type]


def notes(conversion: Conversion) -> list[etree._Element]:
    """The notes in the text, in document order."""
    text = conversion.tree.find(tei("text"))
    assert text is not None
    return list(text.iter(tei("note")))


def messages(conversion: Conversion) -> list[str]:
    """What the conversion reports, with its line."""
    return [
        f"{conversion.source.line(notice.offset)}: {notice.message}"
        for notice in conversion.notices
    ]


def test_notes_stand_at_their_markers() -> None:
    """Each body goes to its marker, with number, place and id; nothing is left at the end."""
    conversion = encode(TEXT)
    found = notes(conversion)
    assert [(n.get("n"), n.get("place"), n.get(XML_ID), n.text) for n in found] == [
        ("1", "end", "note1", "Body one."),
        ("2", "end", "note2", "Body two."),
        ("3", "end", "note3", "Body three."),
    ]
    first = found[0].getparent()
    assert first is not None
    assert (first.tag, first.text, found[0].tail) == (
        tei("p"), "The first thing ", " and the second. ",
    )  # fmt: skip
    assert conversion.tree.find(f"{tei('text')}/{tei('back')}") is None
    assert messages(conversion) == []


def test_notes_at_the_end_are_pointed_to() -> None:
    """With “end”, markers become references to notes in a division of the back matter."""
    conversion = encode(TEXT, notes="end")
    refs = list(conversion.tree.iter(tei("ref")))
    assert [(ref.get("target"), ref.text) for ref in refs] == [
        ("#note1", "[1]"), ("#note2", "[2]"), ("#note3", "[3]"),
    ]  # fmt: skip
    division = conversion.tree.find(f"{tei('text')}/{tei('back')}/{tei('div')}")
    assert division is not None
    assert division.get("type") == "notes"
    assert [note.get(XML_ID) for note in division] == ["note1", "note2", "note3"]


def test_bodies_on_lines_of_one_paragraph() -> None:
    """Bodies need no blank lines between them."""
    found = notes(encode("One [1] and two. [2]\n\n[1] Body one.\n[2] Body two.\n"))
    assert [note.text for note in found] == ["Body one.", "Body two."]


def test_a_body_of_several_paragraphs() -> None:
    """What stands between two numbered bodies belongs to the first."""
    found = notes(encode("One [1] two. [2]\n\n[1] Body.\n\nMore of it.\n\n[2] Last.\n"))
    assert [[p.text for p in note] for note in found] == [["Body.", "More of it."], []]


def test_marker_without_a_body() -> None:
    """A marker that nothing answers stays in the text and is reported."""
    conversion = encode(TEXT.replace("[2] Body two.\n\n", ""))
    assert "and the second. [2]" in "".join(conversion.tree.getroot().itertext())
    assert messages(conversion) == ["1: the marker [2] has no note: it was kept as text"]


def test_body_without_a_marker() -> None:
    """A body that nothing calls is kept with the notes; the others still go to their markers."""
    conversion = encode(TEXT.replace(" [2]", "", 1))
    assert [note.get("n") for note in notes(conversion)] == ["1", "3", "2"]
    assert messages(conversion) == [
        "7: the note [2] has no marker in the text: it was kept with the notes"
    ]


def test_two_bodies_with_one_number() -> None:
    """Neither is attached: which one is meant cannot be known."""
    conversion = encode(TEXT.replace("[3] Body three.", "[2] Body three."))
    back = conversion.tree.find(f"{tei('text')}/{tei('back')}")
    assert back is not None
    kept = [note.text for note in back.iter(tei("note"))]
    assert kept == ["Body two.", "Body three."]
    assert [message.split(":")[0] for message in messages(conversion)] == ["3", "7", "9"]


def test_a_number_used_twice() -> None:
    """The note stays at the first marker; the second one points to it."""
    conversion = encode(TEXT.replace("More of it", "More [1] of it"))
    refs = list(conversion.tree.iter(tei("ref")))
    assert [(ref.get("target"), ref.text) for ref in refs] == [("#note1", "[1]")]
    assert messages(conversion) == [
        "3: the marker [1] is used again: the note stays at the first, this one points to it"
    ]


def test_notes_of_each_chapter() -> None:
    """Numbers that begin anew belong to the markers above; an anchor keeps the bodies' place."""
    chapter = "Chapter {0}\n\nA thing [1] here, told at some length.\n\n[1] Body of {0}.\n\n"
    conversion = encode(chapter.format(1) + chapter.format(2))
    assert [(n.get(XML_ID), n.text) for n in notes(conversion)] == [
        ("note1", "Body of 1."), ("note1-2", "Body of 2."),
    ]  # fmt: skip
    anchors = list(conversion.tree.iter(tei("anchor")))
    assert [anchor.get("type") for anchor in anchors] == ["notes"]


def test_bracketed_numbers_without_bodies_are_text() -> None:
    """Where no note is, nothing is reported."""
    conversion = encode("He was born in [18] and died [20] years later.")
    assert notes(conversion) == []
    assert messages(conversion) == []


def test_a_page_number_in_brackets_is_no_body() -> None:
    """What ends a page after a note is the number of the page, even if a marker has that number."""
    text = "MILL\nOne\nTwo\nThree\n\x0c\nTrotsky [3]\n\x0c\n[2] Trotsky\n [3]\n"
    conversion = encode(text)
    assert notes(conversion) == []
    assert [number.text for number in conversion.tree.iter(tei("fw"))] == ["[3]"]


def test_a_numbered_list_is_no_run_of_notes() -> None:
    """Paragraphs with numbers that nothing calls are items."""
    conversion = encode("Three things.\n\n[1] Apples.\n\n[2] Pears.\n")
    assert notes(conversion) == []
    items = conversion.tree.iterfind(f".//{tei('list')}/{tei('item')}")
    assert [item.text for item in items] == ["Apples.", "Pears."]


def test_labelled_bodies() -> None:
    """“[Footnote 1: …]” is a body up to its closing bracket, over several paragraphs, too."""
    text = "A thing [1] and [2] here.\n\n[Footnote 1: One [so].]\n\n[Footnote 2: Two.\n\nMore.]\n"
    found = notes(encode(text))
    assert [(n.get("rend"), "".join(n.itertext())) for n in found] == [
        ("Footnote", "One [so]."), ("Footnote", "Two.More."),
    ]  # fmt: skip


def test_notes_of_all_chapters_at_the_end_of_the_book() -> None:
    """Where numbers begin anew, bodies and markers are joined in their order."""
    chapter = "Chapter {0}\n\nA thing [1] here, told at some length.\n\n"
    bodies = "ONE\n\n[1] Body of 1.\n\nTWO\n\n[1] Body of 2.\n"
    conversion = encode(chapter.format(1) + chapter.format(2) + "NOTES\n\n" + bodies)
    assert [n.text for n in notes(conversion)] == ["Body of 1.", "Body of 2."]
    divisions = [n.xpath("string(ancestor::*[@type='chapter']/@n)") for n in notes(conversion)]
    assert divisions == ["1", "2"]


def test_a_body_after_the_next_paragraph() -> None:
    """Bodies at the foot of a page answer markers further up."""
    text = (
        "One [1] and two [2] here.\n\n[1] Body one.\n\nThree [3] here.\n\n[2] Two.\n\n[3] Three.\n"
    )
    assert [n.text for n in notes(encode(text))] == ["Body one.", "Two.", "Three."]


def test_a_bracket_on_a_line_of_its_own() -> None:
    """Number and closing bracket of a labelled body may have paragraphs to themselves."""
    text = "A thing [1] and [2].\n\n[Footnote 1:\n\nOne.\n\n]\n\n[Footnote 2: Two.]\n"
    assert ["".join(n.itertext()).strip() for n in notes(encode(text))] == ["One.", "Two."]


def test_text_after_a_labelled_body() -> None:
    """What goes on after the bracket of a body is text again."""
    text = "A thing [1] here.\n\n[Footnote 1: One.] The clerk\nsneezed.\n\nMore.\n"
    conversion = encode(text)
    assert [n.text for n in notes(conversion)] == ["One."]
    assert "The clerk\nsneezed." in "".join(conversion.tree.getroot().itertext())


def test_a_number_above_its_body() -> None:
    """In a run, a number may stand alone above the paragraphs that belong to it."""
    text = "One [1] two [2] three [3].\n\n[1] A.\n\n[2]\n\nB.\n\nMore.\n\n[3] C.\n"
    found = notes(encode(text))
    assert ["".join(note.itertext()) for note in found] == ["A.", "B.More.", "C."]


def test_notes_that_stand_where_they_are_called() -> None:
    """A note without a number is a note where it stands, in a paragraph or between two."""
    text = "The clerk[Footnote: A tall one.] sneezed.\n\n[Footnote: Twice.]\n\nHe did.\n"
    found = notes(encode(text))
    assert [(n.get("n"), n.get("rend"), n.text) for n in found] == [
        (None, "Footnote", "A tall one."), (None, "Footnote", "Twice."),
    ]  # fmt: skip
    parents = [note.getparent() for note in found]
    assert [parent.tag for parent in parents if parent is not None] == [tei("p"), tei("body")]
