"""Plain text: paragraphs, notes, width, and what foreign TEI brings."""

from __future__ import annotations

import pytest

import teikit

NOTED = """<p>One <note n="1" place="end">First   note.</note> and
  two <note n="2" place="end"><p>Second.</p><p>More.</p></note>, done.</p>"""


def text_of(body: str, **parameters: object) -> str:
    """The plain text of a document with this body."""
    document = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/></teiHeader>'
        f"<text><body>{body}</body></text></TEI>"
    )
    return teikit.transform(document.encode(), to="text", parameters=parameters)


def test_paragraphs_are_lines_with_a_blank_line_between() -> None:
    """White space inside a paragraph is one space; the markup leaves nothing behind."""
    assert text_of("<p>One\n   <hi>two</hi></p>\n<p>Three</p>") == "One two\n\nThree\n"


def test_extra_space_stays_extra_space() -> None:
    """A section break is one more blank line."""
    body = '<p>One</p><milestone unit="section" rend="space"/><p>Two</p>'
    assert text_of(body) == "One\n\n\nTwo\n"


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("end", "One [1] and two [2], done.\n\n[1] First note.\n\n[2] Second.\n\nMore.\n"),
        ("inline", "One [1: First note.] and two [2: Second.\n\nMore.], done.\n"),
        ("none", "One and two, done.\n"),
    ],
)
def test_notes(notes: str, expected: str) -> None:
    """Notes follow the text, stand in it, or are left out with the space before them."""
    assert text_of(NOTED, notes=notes) == expected


def test_width_breaks_lines_at_spaces() -> None:
    """Lines are as long as allowed, and a word is never cut."""
    words = "seven eight nine incomprehensibilities ten"
    wrapped = text_of(f"<p>{words}</p>", width=20)
    assert wrapped.split("\n") == ["seven eight nine", "incomprehensibilities", "ten", ""][:4]
    assert wrapped.split() == words.split()


def test_verse_and_drama_keep_their_lines() -> None:
    """A verse is a line, and a speech opens with its speaker."""
    body = "<sp><speaker>HAM.</speaker><l>To be,</l><l>or not.</l></sp>"
    assert text_of(body) == "HAM.\nTo be,\nor not.\n"


def test_one_reading_of_a_choice() -> None:
    """The original by default, the regularised one if asked; never both."""
    body = "<p>a <choice><sic>teh</sic><corr>the</corr></choice> b</p>"
    assert text_of(body) == "a teh b\n"
    assert text_of(body, reading="regularised") == "a the b\n"


def test_a_word_cut_by_a_line_break_is_whole() -> None:
    """``<lb break="no"/>`` joins, another line break is a space."""
    assert text_of('<p>Trot<lb break="no"/>sky went<lb/>home</p>') == "Trotsky went home\n"
