"""Notes in the styles that people bring: numbers, signs and letters, at every place."""

from __future__ import annotations

import pytest
from lxml import etree

import teikit
from teikit.encode.convert import Conversion, convert
from teikit.encode.segment import segment
from teikit.tei import tei

PROSE = (
    "It was a long time before anyone spoke, and then it was only the\n"
    "clerk, who sneezed.{} The rain had stopped in the night and the road\n"
    "was white with it, as far as the bridge{} and no farther than that.\n\n"
)


def encode(text: str) -> Conversion:
    """Convert a text, and see that it is valid and comes back word for word."""
    conversion = convert(text.encode(), annotators=())
    document = conversion.to_bytes()
    assert teikit.validate(document).findings == ()
    assert teikit.transform(document, to="text").split() == text.split()
    return conversion


def notes(conversion: Conversion) -> list[tuple[str | None, str, str]]:
    """Number, words and parent of each note."""
    found = []
    for note in conversion.tree.iter(tei("note")):
        if note.get("n") is not None:
            parent = note.getparent()
            assert parent is not None
            words = " ".join("".join(note.itertext()).split())
            found.append((note.get("n"), words, etree.QName(parent).localname))
    return found


ONE_AND_TWO = [("1", "Hume, ii.", "p"), ("2", "Smith.", "p")]


@pytest.mark.parametrize(
    ("first", "second", "bodies", "convention"),
    [
        ("[1]", " [2]", "[1] Hume, ii.\n\n[2] Smith.\n", "brackets"),
        ("[1]", " [2]", "[Note 1: Hume, ii.]\n\n[Note 2: Smith.]\n", "brackets"),
        ("(1)", " (2)", "(1) Hume, ii.\n\n(2) Smith.\n", "parentheses"),
        ("(1)", " (2)", "Notes\n\n1. Hume, ii.\n2. Smith.\n", "numbered-list"),
        ("[1]", " [2]", "ANMERKUNGEN\n\n1. Hume, ii.\n\n2. Smith.\n", "numbered-list"),
        ("{1}", "{2}", "{1} Hume, ii.\n{2} Smith.\n", "braces"),
        ("¹", "²", "¹ Hume, ii.\n\n²Smith.\n", "raised-figures"),
        ("¹", "²", "NOTES\n\n1. Hume, ii.\n\n2. Smith.\n", "numbered-list"),
        ("^1", "^{2}", "^1 Hume, ii.\n\n^{2} Smith.\n", "carets"),
        ("[FN1]", "[FN2]", "[FN1] Hume, ii.\n\n[FN2] Smith.\n", "brackets"),
        ("<1>", " <2>", "<1> Hume, ii.\n\n<2> Smith.\n", "angle-brackets"),
        ("/1/", " /2/", "/1/ Hume, ii.\n\n/2/ Smith.\n", "slashes"),
        ("[1]", " [2]", "NOTES:\n\n(1) Hume, ii.\n\n(2) Smith.\n", "numbered-list"),
        ("[1]", " [2]", "FOOTNOTES:\n\n  1. Hume, ii.\n\n  2. Smith.\n", "numbered-list"),
        ("[1]", " [2]", "NOTES\n\nNote 1. Hume, ii.\n\nNote 2. Smith.\n", "numbered-list"),
        ("[^1]", "[^2]", "[^1]: Hume, ii.\n\n[^2]: Smith.\n", "markdown"),
    ],
)
def test_numbers(first: str, second: str, bodies: str, convention: str) -> None:
    """Figures in brackets of all kinds, or raised; bodies in the same form or in a list."""
    text = PROSE.format(first, second) + bodies
    assert notes(encode(text)) == ONE_AND_TWO
    chosen = [one.name for one in segment(text).choices if one.holds and one.aspect == "notes"]
    assert chosen == [convention]


@pytest.mark.parametrize(
    ("first", "second", "bodies", "signs"),
    [
        ("*", "†", "* Hume.\n\n†Smith.\n\n", ["*", "†"]),
        ("*", "**", "* Hume.\n\n** Smith.\n\n", ["*", "**"]),
        ("*", "†", "[Footnote *: Hume.]\n\n[Footnote †: Smith.]\n\n", ["*", "†"]),
        ("*", "†", "[*] Hume.\n\n[†] Smith.\n\n", ["*", "†"]),
        ("*", "†", "[*Hume.]\n\n[†Smith.]\n\n", ["*", "†"]),
        ("[a]", "[b]", "[a] Hume.\n\n[b] Smith.\n\n", ["a", "b"]),
        ("(a)", " (b)", "(a) Hume.\n\n(b) Smith.\n\n", ["a", "b"]),
    ],
)
def test_signs_and_letters(first: str, second: str, bodies: str, signs: list[str]) -> None:
    """Asterisks, daggers and letters, again and again."""
    text = (PROSE.format(first, second) + bodies) * 2
    expected = [(signs[0], "Hume.", "p"), (signs[1], "Smith.", "p")] * 2
    assert notes(encode(text)) == expected


def test_notes_at_the_foot_of_pages() -> None:
    """Numbers that begin anew on each page; scans have them glued to the word."""
    pages = [
        f"THE MILL   {n}\n\n" + PROSE.format("1", "2") + f"1 Of {n} this.\n2 Of {n} that.\n\f"
        for n in (12, 13, 14)
    ]
    found = notes(encode("".join(pages) + "THE MILL   15\n\n" + PROSE.format("", "")))
    assert found == [
        (note, f"Of {n} {word}.", "p")
        for n in (12, 13, 14)
        for note, word in (("1", "this"), ("2", "that"))
    ]


def test_raised_figures_that_came_down() -> None:
    """Copied from a page, raised figures stand right behind words, marks and quotations."""
    for stop in (".", ""):
        bodies = f"Notes\n\n1{stop} Hume.\n2{stop} Smith.\n3{stop} Jones.\n"
        text = 'It was, he says, "a mill,"1 and he was old.2 He died in it.3 So it is told.'
        assert notes(encode(f"{text}\n\n{bodies}")) == [
            ("1", "Hume.", "p"), ("2", "Smith.", "p"), ("3", "Jones.", "p"),
        ]  # fmt: skip


def test_notes_of_chapters_at_the_end_of_the_book() -> None:
    """Under NOTES with a heading for each chapter; one marker may be missing."""
    chapters = [
        f"CHAPTER {n}\n\n" + PROSE.format("[1]", mark) for n, mark in (("I", "[2]"), ("II", ""))
    ]
    bodies = [f"CHAPTER {n}.\n\n[1] First of {n}.\n\n[2] Second of {n}.\n\n" for n in ("I", "II")]
    found = notes(encode("".join([*chapters, "ENDNOTES\n\n", *bodies])))
    assert found == [
        ("1", "First of I.", "p"), ("2", "Second of I.", "p"), ("1", "First of II.", "p"),
        ("2", "Second of II.", "div"),
    ]  # fmt: skip


def test_a_note_inside_a_note() -> None:
    """A note may call another one."""
    text = PROSE.format("[1]", "[2]") + "[1] Hume[a] says.\n\n[a] Not so.\n\n[2] Smith.\n"
    assert [(n, parent) for n, _, parent in notes(encode(text))] == [
        ("1", "p"), ("a", "note"), ("2", "p"),
    ]  # fmt: skip


def test_missing_markers_and_bodies() -> None:
    """What does not match is kept and reported."""
    bodies = "NOTES\n\n(1) Hume.\n\n(3) Smith.\n\n(4) Jones.\n\n(5) Nobody.\n"
    text = PROSE.format("(1)", " (2)") + PROSE.format("(3)", " (4)") + bodies
    conversion = encode(text)
    assert [n for n, _, _ in notes(conversion)] == ["1", "3", "4", "5"]
    assert [notice.message for notice in conversion.notices] == [
        "the marker (2) has no note: it was kept as text",
        "the note (5) has no marker in the text: it was kept with the notes",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Three: (1) the mill, (2) the road and (3) the bridge.\n\n"
        "(1) The mill is old.\n\n(2) The road is new.\n\n(3) The bridge is neither.\n",
        "There are three points.\n\n1. Apples.\n\n2. Pears (1) and plums (2).\n\n3. Nuts.\n\nSo.\n",
        "There are two things here:\n\n(1) A mill (1).\n\n(2) A road (2).\n\nThat is all.\n",
        "Some *bold* words.\n\n* One\n* Two *b*\n* Three\n\nSo it was.\n",
        "It is 10² wide¹.\n\n1999 was the year.\n",
        "The end. * * * * *\n\n* * *\n\nThe next.\n",
    ],
)
def test_lists_are_no_notes(text: str) -> None:
    """Items, enumerations, emphasis, exponents and rows of asterisks call nothing."""
    conversion = encode(text)
    assert notes(conversion) == []
    assert conversion.notices == []


def test_notes_that_stand_where_they_belong() -> None:
    """Sidenotes go to the margin; transcribers', editors' and others' notes say whose they are."""
    text = (
        f"[Sidenote: The rain]\n\n{PROSE.format(' [Sidenote: A sneeze]', '')}"
        f"[Transcriber’s Note: It is so\nin the original.\n\nTwice.]\n\n{PROSE.format('', '')}"
        "It stood there [it has burnt since.—ED.] for years. [Not so.] It was old.[1]\n\n"
        "[The author died here.--TR.]\n\n[1] Very old.—ED.\n"
    )
    found = [
        (note.get("type"), note.get("place"), note.get("rend"), etree.QName(parent).localname)
        for note in encode(text).tree.iterfind(f"{tei('text')}//{tei('note')}")
        if (parent := note.getparent()) is not None
    ]
    assert found == [
        (None, "margin", "[Sidenote: …]", "body"),
        (None, "margin", "[Sidenote: …]", "p"),
        ("transcriber", None, "[Transcriber’s Note: …]", "body"),
        ("editorial", None, "[…]", "p"),
        ("editorial", "end", None, "p"),
        ("translator", None, "[…]", "body"),
    ]


def test_sign_at_the_end_of_a_paragraph_above_its_note() -> None:
    """Two asterisks on lines of their paragraphs are no row of them."""
    text = "".join(
        f"The mill was old, and stood beside the {what}.*\n\n*The {what} is gone.\n\nSo it was.\n\n"
        for what in ("road", "bridge", "river")
    )
    assert [note[0] for note in notes(encode(text))] == ["*", "*", "*"]
