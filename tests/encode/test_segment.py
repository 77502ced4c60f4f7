"""Segmenting: paragraphs, title matter, headings, verse, letters, quotations, apparatus."""

from __future__ import annotations

import pytest

from teikit.encode.model import Block
from teikit.encode.segment import segment
from teikit.encode.structure.apparatus import is_apparatus

PROSE = "It was a long time before anyone spoke, and then it was only the clerk, who sneezed."
WRAPPED = (
    "It was a long time before anyone spoke, and then it was only the\n"
    "clerk, who sneezed. The rain had stopped in the night and the road\n"
    "was white with it, as far as the bridge and no farther than that."
)


def kinds(text: str) -> list[str]:
    """The kinds of the blocks of a text."""
    return [block.kind for block in segment(text).blocks]


def words(text: str, kind: str) -> list[str]:
    """The words of the blocks of a kind."""
    return [text[b.start : b.end] for b in segment(text).blocks if b.kind == kind]


def heads(text: str) -> list[tuple[str, str]]:
    """Type and number of each heading's division."""
    found: list[Block] = [b for b in segment(text).blocks if b.kind == "head"]
    return [(b.attributes.get("type", ""), b.attributes.get("n", "")) for b in found]


def test_blank_lines_part_paragraphs() -> None:
    """Hard-wrapped lines stay together until a blank line."""
    assert kinds(f"{WRAPPED}\n\n{WRAPPED}") == ["p", "p"]


def test_a_line_is_a_paragraph_where_lines_are_long() -> None:
    """In a text that is not wrapped each line is a paragraph, with or without blank lines."""
    long = " ".join([PROSE] * 3)
    assert kinds(f"{long}\n{long}\n{long}") == ["p", "p", "p"]


def test_indentation_parts_paragraphs() -> None:
    """An indented line opens a paragraph where that is the text's way."""
    text = "\n".join("   " + WRAPPED for _ in range(4))
    assert kinds(text) == ["p"] * 4


@pytest.mark.parametrize(
    ("top", "found"),
    [
        ("C L R James\nThe World Revolution", ["author", "title"]),
        ("The Old Mill", ["title"]),
        ("The Old Mill\nby Jane Roe", ["title", "byline"]),
        ("The Old Mill\n\nby Jane Roe", ["title", "byline"]),
        ("THE OLD MILL\nA Story\n\nBY JANE ROE", ["title", "title", "byline"]),
    ],
)
def test_title_matter(top: str, found: list[str]) -> None:
    """The lines above the text are its title and its author."""
    assert kinds(f"{top}\n\n\n{PROSE}\n\n{PROSE}") == [*found, "p", "p"]


def test_a_text_of_one_line_is_no_title() -> None:
    """Something has to be the text."""
    assert kinds("The Old Mill") == ["p"]


@pytest.mark.parametrize(
    ("line", "division"),
    [
        ("Chapter 13", ("chapter", "13")),
        ("CHAPTER XIV. The Turn", ("chapter", "14")),
        ("Chapter the Third", ("chapter", "3")),
        ("PART TWENTY-ONE", ("part", "21")),
        ("Book II: The Sea", ("book", "2")),
        ("Appendix B", ("appendix", "B")),
        ("PREFACE", ("preface", "")),
        ("IV.", ("section", "4")),
        ("THE RETURN", ("section", "")),
    ],
)
def test_headings(line: str, division: tuple[str, str]) -> None:
    """A heading tells the type and the number of its division."""
    assert heads(f"{PROSE}\n\n\n{line}\n\n{PROSE}") == [division]


@pytest.mark.parametrize(
    "line",
    [
        "Chapter 3 describes the war.",
        "Part of the road was gone.",
        "I",
        "NO!",
        "The clerk sneezed again.",
    ],
)
def test_sentences_are_no_headings(line: str) -> None:
    """A sentence that opens like a heading is none."""
    assert heads(f"{PROSE}\n\n{line}\n\n{PROSE}") == []


def test_a_title_under_a_bare_number_heads_the_same_division() -> None:
    """“Chapter 1”, and under it its title, are one division."""
    assert heads(f"Chapter 1\n\nTHE BRIDGE\n\n{PROSE}") == [("chapter", "1"), ("", "")]


def test_extra_space_is_a_section_break() -> None:
    """More blank lines than usual mark a break; above a first paragraph they do not."""
    text = f"Chapter 1\n\n\n{PROSE}\n\n{PROSE}\n\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}"
    assert ["break" in b.attributes for b in segment(text).blocks] == [
        False, False, False, True, False, False,
    ]  # fmt: skip


def test_quotation_over_paragraphs() -> None:
    """Every paragraph opens with a mark and the last one closes: a block quotation."""
    text = f"{PROSE}\n\n“First part ...\n\n“Second part.\n\n“Last part.” [1]\n\n{PROSE}"
    found = segment(text).blocks
    assert [b.attributes.get("within", "") for b in found] == ["", *["quote"] * 3, ""]


@pytest.mark.parametrize(
    "text",
    [
        "“Yes,” he said.\n\n“No,” she said.",
        "“I went home ...\n\n“Then I came back,” he said.",
        "“Never closed\n\n“nor this one",
    ],
)
def test_speech_is_no_block_quotation(text: str) -> None:
    """Dialogue, and a quotation that never ends, stay paragraphs."""
    assert {(b.kind, b.attributes.get("within")) for b in segment(text).blocks} == {("p", None)}


def test_verse_is_told_from_wrapped_prose() -> None:
    """Lines that end early and open with capitals are verse; full lines are not."""
    stanza = "He enters every lamp by name,\n  The crooked and the tall,\nAnd writes it down."
    assert kinds(f"{stanza}\n\n{stanza}") == ["lg", "lg"]
    assert kinds(f"{WRAPPED}\n\n{WRAPPED}") == ["p", "p"]


def test_lines_that_lead_to_verse_are_no_verse() -> None:
    """A single line beside verse that is set deeper is prose."""
    stanza = "        Stranger, who passest by,\n          Look up, and see\n        The mill."
    text = f"Chapter 1\n\nOver the door may be read:\n\n{stanza}\n\nThe mill fell.\n"
    assert kinds(text) == ["head", "p", "lg", "p"]


def test_verse_in_small_letters() -> None:
    """Stanzas of one setting, whose lines end early, are verse; so are their numbers."""
    tercets = "\n\n".join(
        f"Nel mezzo del cammin\n  mi ritrovai per una selva\n  che la diritta via.{' ' * 12}{n}"
        for n in (3, 6, 9, 12)
    )
    assert kinds(f"CANTO I\n\n{tercets}\n") == ["head", "lg", "lg", "lg", "lg"]
    numbered = [b.attributes.get("numbered") for b in segment(f"CANTO I\n\n{tercets}").blocks[1:]]
    assert numbered == ["yes"] * 4


def test_letter() -> None:
    """Dateline, salutation, farewell, signature and postscript of a letter."""
    text = f"Paris, 3 May 1790\n\nMy dear Jane,\n\n{PROSE}\n\nYours ever,\nTom\n\nP.S. Burn this."
    assert kinds(text) == ["dateline", "salute", "p", "farewell", "signed", "postscript"]


@pytest.mark.parametrize(
    ("end", "signed"),
    [
        ("Yours, A. R.", "A. R."),
        ("Yours ever, Tom.", "Tom."),
        ("I am, Sir, your obedient servant, JOHN ROE.", "JOHN ROE."),
        ("Dein Karl.", "Karl."),
        ("Es grüßt Dich herzlich\nDeine\nAnna.", "Anna."),
        ("Je vous embrasse,\nJeanne.", "Jeanne."),
        ("Your friends came, and left.", ""),
    ],
)
def test_a_farewell_and_a_name_in_one_line(end: str, signed: str) -> None:
    """A letter may be signed with initials or a forename, behind the farewell."""
    text = f"Paris, 3 May 1790\n\nMy dear Jane,\n\n{PROSE}\n\n{end}\n"
    assert words(text, "signed") == ([signed] if signed else [])


@pytest.mark.parametrize(
    "line",
    [
        "Contents | next excerpt",
        "[ Index | Previous | Next ]",
        "Last updated on 23 January 2021",
        "This page was last modified: 3 May 2004",
        "https://www.example.org/chapter13.htm",
        "Home | Our mill | Contact us",
    ],
)
def test_apparatus_lines(line: str) -> None:
    """Navigation and dates of a page are known for what they are."""
    assert is_apparatus(line)


@pytest.mark.parametrize(
    "line", ["Contents", "The next chapter | he said", "Next", "He returned to Paris."]
)
def test_ordinary_lines_are_no_apparatus(line: str) -> None:
    """A word that navigation uses makes no navigation."""
    assert not is_apparatus(line)


def test_apparatus_is_only_at_the_ends() -> None:
    """What stands amid the text belongs to it."""
    text = f"{PROSE}\n\nContents | next\n\n{PROSE}\n\nContents | next\n\nLast updated on 3 May"
    structure = segment(text)
    assert [text[start:end] for start, end in structure.apparatus] == [
        "Contents | next",
        "Last updated on 3 May",
    ]
    assert len(structure.blocks) == 3


def test_copyright_beside_navigation() -> None:
    """A copyright line that closes a web page with its navigation is none of the text."""
    notice = "Copyright (c) 1999 The Mill Society."
    for end in (f"Home | Contact\n\n{notice}", f"{notice}\n\nHome | Contact"):
        structure = segment(f"{PROSE}\n\n{end}\n")
        assert len(structure.apparatus) == 2
        assert len(structure.blocks) == 1
    assert segment(f"{PROSE}\n\n{notice}\n").apparatus == []


def test_opening_capitals_are_typography() -> None:
    """Capitals at the opening of a division get a rendition; elsewhere they do not."""
    text = (
        f"Chapter 1\n\nINSIDE RUSSIA THE CLERK had sneezed.\n\nNOT TO HINDER him was wise. {PROSE}"
    )
    spans = segment(text).spans
    assert [(text[s.start : s.end], s.kind) for s in spans] == [("INSIDE RUSSIA THE CLERK", "hi")]


def test_project_gutenberg_apparatus() -> None:
    """Header, credit and licence of Project Gutenberg are apparatus; the work is between."""
    text = (
        "The Project Gutenberg EBook of Mill, by Jane Roe\n\nTitle: Mill\n\n"
        "*** START OF THIS PROJECT GUTENBERG EBOOK MILL ***\n\nProduced by A. Volunteer\n\n\n"
        f"{WRAPPED}\n\n\nEnd of Project Gutenberg's Mill\n\n"
        "*** END OF THIS PROJECT GUTENBERG EBOOK MILL ***\n\nThe licence.\n"
    )
    structure = segment(text)
    assert [text[b.start : b.end] for b in structure.blocks] == [WRAPPED]
    header, licence = (text[start:end] for start, end in structure.apparatus)
    assert header.startswith("The Project") and header.endswith("Volunteer")
    assert licence.startswith("End of") and licence.endswith("licence.")


def test_several_books_of_project_gutenberg() -> None:
    """Only what follows the last book's end is its licence."""
    book = (
        "*** START OF THIS PROJECT GUTENBERG EBOOK {0} ***\n\nThe clerk of {0} sneezed.\n\n"
        "End of Project Gutenberg's {0}\n\n*** END OF THIS PROJECT GUTENBERG EBOOK {0} ***\n\n"
    )
    text = book.format("ONE") + "\n\n".join([WRAPPED] * 6) + "\n\n" + book.format("TWO")
    found = " ".join(text[b.start : b.end] for b in segment(text).blocks)
    assert "clerk of ONE" in found
    assert "clerk of TWO" in found
