"""Verse and quotations: stanzas, turned lines, sections, sources, mottoes, arguments."""

from __future__ import annotations

import pytest
from lxml import etree

from bodies import body, shape
from teikit.tei import TEI_NS, tei

PROSE = (
    "It was a long time before anyone spoke, and then it was only the\n"
    "clerk, who sneezed. The rain had stopped in the night and the road\n"
    "was white with it, as far as the bridge and no farther than that."
)
STANZA = "He enters every lamp by name,\n  The crooked and the tall,\nAnd writes it down at last."


def words(element: etree._Element, path: str) -> list[str]:
    """The text of elements, white space normalised."""
    found = element.findall(path, namespaces={None: TEI_NS})
    return [" ".join("".join(one.itertext()).split()) for one in found]


def indented(text: str, depth: int = 4) -> str:
    """A text, set deeper."""
    return "\n".join(" " * depth + line for line in text.split("\n"))


def test_short_stanzas_are_verse_among_verse() -> None:
    """In a poem a couplet and a single line are verse as well."""
    poem = f"THE LAMPS\n\n{STANZA}\n\nHe wrote.\n\n{STANZA}\n\nI sat with it,\nI think.\n\n{STANZA}"
    assert [len(stanza) for stanza in body(poem).iter(tei("lg"))] == [3, 1, 3, 2, 3]


def test_a_turned_line_is_one_line_of_verse() -> None:
    """A line that is longer than the page goes on in a deeper line."""
    stanza = (
        "  The boatman singing what belongs to him in his boat, the deckhand\n"
        "      singing on the steamboat deck,\n"
        "  The shoemaker singing as he sits on his bench,\n"
        "  Each singing what belongs to him."
    )
    lines = words(body(f"CAROLS\n\n{stanza}\n\n{stanza}"), ".//l")
    assert lines[0].endswith("the deckhand singing on the steamboat deck,")
    assert len(lines) == 6


def test_numbered_sections_of_a_poem() -> None:
    """A number above a stanza opens a section, which holds the stanzas up to the next one."""
    poem = f"PAUMANOK\n\n    1\n{STANZA}\n\n{STANZA}\n\n    2\n{STANZA}"
    sections = body(poem).findall(f".//{tei('lg')}[@type='section']")
    assert [(section.get("n"), shape(section)) for section in sections] == [
        ("1", "lg(head lg(l l l) lg(l l l))"),
        ("2", "lg(head lg(l l l))"),
    ]


def test_numbers_of_lines() -> None:
    """Numbers at the ends of lines, by fives, are the lines’ @n."""
    lines = [f"The line that is the {n}th of all" for n in range(1, 16)]
    numbered = [f"{words:40}{n}" if n % 5 == 0 else words for n, words in enumerate(lines, 1)]
    poem = "\n\n".join("\n".join(numbered[at : at + 5]) for at in range(0, 15, 5))
    found = list(body(f"LINES\n\n{poem}").iter(tei("l")))
    assert [line.get("n") for line in found if line.get("n")] == ["5", "10", "15"]
    assert [line.text for line in found] == lines


def test_verse_amid_prose_is_quoted() -> None:
    """Stanzas in prose are one quotation, with its source."""
    quoted = f"{indented(STANZA)}\n\n{indented(STANZA)}\n            --AGNES CORROW."
    text = f"{PROSE}\n\n{quoted}\n\n{PROSE}"
    assert shape(body(text)) == "body(p cit(quote(lg(l l l) lg(l l l)) bibl) p)"
    assert words(body(text), ".//bibl") == ["--AGNES CORROW."]


def test_prose_set_deeper_is_quoted() -> None:
    """Paragraphs that are set deeper than the text are a quotation."""
    text = f"{PROSE}\n\n{indented(PROSE)}\n\n{indented(PROSE)}\n\n{PROSE}\n\n{PROSE}"
    assert shape(body(text)) == "body(p quote(p p) p p)"


def test_entries_of_a_list_are_not_quoted() -> None:
    """Paragraphs whose first line hangs out are entries."""
    entry = "  Bach, who wrote a great many sonatas for the piano\n      and more than one."
    text = f"{PROSE}\n\n{entry}\n\n{entry}\n\n{PROSE}"
    assert not list(body(text).iter(tei("quote")))


def test_motto() -> None:
    """A quotation between a heading and the text is an epigraph."""
    text = f"Chapter 1\n\n{indented(STANZA)}\n        --_Old Play._\n\n{PROSE}\n\n{PROSE}"
    assert shape(body(text)) == "body(div(head epigraph(cit(quote(lg(l l l)) bibl(hi))) p p))"


def test_argument() -> None:
    """What a chapter holds, told under its heading, is its argument."""
    told = "     The Settlement Of The Bridge--The Clerk Sneezes--His\n     Return To The Village."
    text = f"Chapter 1\n\n{told}\n\n{PROSE}\n\n{PROSE}"
    assert shape(body(text)) == "body(div(head argument(p) p p))"


def test_a_chorus_is_no_source() -> None:
    """A refrain's name under a stanza is not who wrote it."""
    text = f"{PROSE}\n\n{indented(STANZA)}\n\n              CHORUS.\n\n{PROSE}"
    assert not list(body(text).iter(tei("bibl")))


def test_an_announced_paragraph_in_quotation_marks() -> None:
    """After a colon, a whole paragraph in marks is quoted; among speeches it is one of them."""
    quoted = "“" + " ".join(PROSE.split()[:36]) + ".”"
    text = f"{PROSE}\n\n{PROSE}\n\n{PROSE}\n\nHe wrote of it:\n\n{quoted}\n\n{PROSE}"
    assert shape(body(text)) == "body(p p p p quote(p) p)"
    spoken = f"“Yes,” he said.\n\n“No,” she said.\n\nHe went on:\n\n{quoted}\n\n“Oh,” she said."
    assert not list(body(spoken).iter(tei("quote")))


def test_a_motto_with_its_source_in_the_line() -> None:
    """The source is marked where it stands."""
    text = f"Chapter 1\n\n“All is well that ends.”--_Old Play._\n\n{PROSE}\n\n{PROSE}"
    assert shape(body(text)) == "body(div(head epigraph(p(bibl(hi))) p p))"


@pytest.mark.parametrize(
    "words", ["_In which the clerk learns nothing._", "_Of the mill.--A stranger comes._"]
)
def test_what_a_chapter_is_about(words: str) -> None:
    """In italics under the heading of a chapter stands its argument."""
    text = f"CHAPTER I\n\n{words}\n\n{PROSE}\n\nCHAPTER II\n\n{PROSE}\n"
    assert shape(body(text)) == "body(div(head argument(p(hi)) p) div(head p))"
