"""Plain text: paragraphs, notes, readings, verse, lists, tables, width, and normal forms."""

from __future__ import annotations

import unicodedata

import pytest
from rich.cells import cell_len

import teikit
from teikit.errors import UsageError

NOTED = """<p>One <note n="1" place="end">First   note.</note> and
  two <note n="2" place="end"><p>Second.</p><p>More.</p></note>, done.</p>"""
PLAY = (
    '<div><head>Scene 1</head><stage>Enter.</stage><sp who="#h"><speaker>HAM.</speaker>'
    '<l>To be,</l><stage>Aside.</stage><l>or not.</l></sp><sp who="#gh"><p>Mark me.</p></sp></div>'
)
TABLE = (
    '<table><head>Costs</head><row role="label"><cell>Item</cell><cell>Pence</cell>'
    "<cell>Where</cell></row><row><cell>Salt, coarse</cell><cell>9</cell><cell>Exeter</cell></row>"
    "<row><cell>塩</cell><cell>1,120</cell><cell>Lyme</cell></row></table>"
)


def text_of(body: str, **parameters: object) -> str:
    """The plain text of a document with this body; ``page_numbers`` stands for ``page-numbers``."""
    document = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/></teiHeader>'
        f"<text><body>{body}</body></text></TEI>"
    )
    given = {name.replace("_", "-"): value for name, value in parameters.items()}
    return teikit.transform(document.encode(), to="text", parameters=given)


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


def test_notes_without_numbers_get_some() -> None:
    """A note never runs into the sentence; a note in a note is called where it stands."""
    body = "<p>One<note>First<note>Deep</note></note> two <note>Second</note>.</p>"
    expected = "One[1] two [2].\n\n[1] First[3]\n\n[3] Deep\n\n[2] Second\n"
    assert text_of(body) == expected
    assert text_of(body, notes="none") == "One two.\n"


def test_numbers_that_are_made_up_are_not_those_of_other_notes() -> None:
    """Where some notes have a number, the others are told apart from them."""
    body = '<p>a<note n="1">x</note> b<note>y</note></p>'
    assert text_of(body) == "a[1] b[n1]\n\n[1] x\n\n[n1] y\n"


def test_verse_and_drama_keep_their_lines() -> None:
    """A verse is a line, a speech opens with its speaker, even one who is only pointed to."""
    expected = "Scene 1\n\nEnter.\n\nHAM.\nTo be,\nAside.\nor not.\n\ngh:\nMark me.\n"
    assert text_of(PLAY) == expected


def test_without_speakers_and_headings() -> None:
    """What is spoken is left."""
    expected = "Enter.\n\nTo be,\nAside.\nor not.\n\nMark me.\n"
    assert text_of(PLAY, speakers="no", headings="no") == expected


@pytest.mark.parametrize(
    ("page_numbers", "expected"),
    [
        ("printed", "One\nThe Mill\ntwo three\n"),
        ("breaks", "One [p. 12] two [p. 13] three\n"),
        ("none", "One two three\n"),
    ],
)
def test_page_numbers(page_numbers: str, expected: str) -> None:
    """What the source prints around a page, or the number of each break, or neither."""
    body = '<p>One<pb n="12"/><fw>The Mill</fw> two <pb n="13"/> three</p>'
    assert text_of(body, page_numbers=page_numbers) == expected


@pytest.mark.parametrize(
    ("body", "original", "regularised"),
    [
        ("<choice><sic>teh</sic><corr>the</corr></choice>", "teh", "the"),
        ("<choice><reg>show</reg><orig>shew</orig></choice>", "shew", "show"),
        ("w<choice><am>t</am><ex>ith</ex></choice>", "wt", "with"),
        ("<choice><unclear>a</unclear><unclear>o</unclear></choice>", "a", "a"),
        ("the <subst><del>old</del><add>new</add></subst>", "the ⟦old⟧new", "the new"),
        ("the<del> old</del>, then", "the⟦ old⟧, then", "the, then"),
        ("<app><lem>sea</lem><rdg>see</rdg></app>", "sea", "sea"),
        ("<app><rdg>see</rdg><rdg>sea</rdg></app>", "see", "see"),
        ("a<gap/> b<gap><desc>three lines lost</desc></gap>", "a[…] b[three lines lost]", "same"),
    ],
)
def test_one_reading_of_several(body: str, original: str, regularised: str) -> None:
    """Never two readings of one place; what was struck out is told from what was not."""
    regularised = original if regularised == "same" else regularised
    assert text_of(f"<p>{body}</p>") == f"{original}\n"
    assert text_of(f"<p>{body}</p>", reading="regularised") == f"{regularised}\n"


def test_a_word_cut_by_a_line_break_is_whole() -> None:
    """``<lb break="no"/>`` joins, another line break is a space."""
    assert text_of('<p>Trot<lb break="no"/>sky went<lb/>home</p>') == "Trotsky went home\n"


def test_lists_have_bullets_and_numbers_where_they_ask_for_them() -> None:
    """A list in an item is set in; a label stands before its item; others stay as they are."""
    body = (
        '<list rend="bulleted"><item>One <list rend="numbered"><item>a</item><item n="7.">b</item>'
        "</list></item><item><p>Two</p></item></list><list><label>Salt</label><item>white</item></list>"
        "<list><item>bare</item></list>"
    )
    assert text_of(body) == "• One\n  1. a\n  7. b\n• Two\n\nSalt white\n\nbare\n"


def test_labels_in_the_words_are_not_doubled() -> None:
    """A list whose items begin with a sign or number keeps those."""
    body = '<list rend="numbered"><item>1. One</item><item>(b) Two</item></list>'
    assert text_of(body) == "1. One\n(b) Two\n"
    assert text_of('<list rend="bulleted"><item>– One</item></list>') == "– One\n"


def test_verse_is_indented_as_it_says() -> None:
    """``@rend`` gives the steps."""
    body = '<lg><l>a</l><l rend="indent">b</l><l rend="indent2">c</l><l rend="indent(3)">d</l></lg>'
    assert text_of(body) == "a\n    b\n        c\n            d\n"


def test_a_line_that_speakers_share_goes_on_further_in() -> None:
    """The later parts do not begin a verse."""
    body = (
        '<sp><speaker>A.</speaker><l part="I">To be,</l></sp>'
        '<sp><speaker>B.</speaker><l part="F">or not.</l></sp>'
    )
    assert text_of(body) == "A.\nTo be,\n\nB.\n        or not.\n"


def test_an_entry_of_a_dictionary_is_a_paragraph() -> None:
    """Its form, senses and examples are lines."""
    body = (
        "<entry><form><orth>salt</orth></form><sense><def>a mineral</def>"
        "<cit><quote>salt of the earth</quote></cit></sense></entry>"
    )
    assert text_of(body) == "salt\na mineral\nsalt of the earth\n"


def test_a_verse_that_is_too_long_is_turned_over() -> None:
    """The rest of it does not look like a verse."""
    body = '<lg><l>The curfew tolls the knell</l><l rend="indent">And leaves the world</l></lg>'
    expected = "The curfew tolls the\n    knell\n    And leaves the\n        world\n"
    assert text_of(body, width=20) == expected


def test_tables_are_set_in_columns() -> None:
    """Numbers to the right, words to the left, ideographs as wide as they are."""
    rows = [
        "Item          Pence  Where",
        "Salt, coarse      9  Exeter",
        "塩            1,120  Lyme",
    ]
    assert text_of(TABLE).split("\n") == ["Costs", "", *rows, ""]
    assert len({cell_len(row.rpartition("  ")[0]) for row in rows}) == 1


def test_a_table_that_is_too_wide_is_given_cell_by_cell() -> None:
    """No line is longer than asked for, and rows are told apart."""
    expected = "Costs\n\nItem\nPence\nWhere\n\nSalt, coarse\n9\nExeter\n\n塩\n1,120\nLyme\n"
    assert text_of(TABLE, width=20) == expected


def test_cells_over_several_columns_and_rows() -> None:
    """What follows them stands where it belongs."""
    body = (
        '<table><row><cell cols="2">Both together</cell><cell>C</cell></row>'
        '<row><cell rows="2">a</cell><cell>b</cell><cell>c</cell></row>'
        "<row><cell>y</cell><cell>z</cell></row></table>"
    )
    assert text_of(body) == "Both together  C\na  b  c\n   y  z\n"


def test_width_breaks_lines_at_spaces() -> None:
    """Lines are as long as allowed, and a word is never cut."""
    words = "seven eight nine incomprehensibilities ten"
    wrapped = text_of(f"<p>{words}</p>", width=20)
    assert wrapped.split("\n") == ["seven eight nine", "incomprehensibilities", "ten", ""]
    assert wrapped.split() == words.split()


def test_width_counts_columns() -> None:
    """A combining mark takes none, an ideograph two; lines break between ideographs."""
    accents = unicodedata.normalize("NFD", "éàü " * 5)
    assert text_of(f"<p>{accents}</p>", width=20) == "éàü éàü éàü éàü éàü\n".replace(
        "éàü", unicodedata.normalize("NFD", "éàü")
    )
    lines = text_of("<p>吾輩は猫である。名前はまだ無い。「どこ」で生れた</p>", width=20).split("\n")
    assert lines == ["吾輩は猫である。名前", "はまだ無い。「どこ」", "で生れた", ""]


def test_lines_go_on_under_their_item() -> None:
    """A wrapped item does not run under its bullet."""
    body = f'<list rend="bulleted"><item>{"word " * 6}</item></list>'
    assert text_of(body, width=20) == "• word word word\n  word word word\n"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_normal_form_is_that_asked_for(form: str) -> None:
    """Accents that the document writes in two ways come out in one; without a form, as they are."""
    body = "<p>caf\u00e9 cafe\u0301 cafe<hi>\u0301</hi></p>"
    word = unicodedata.normalize(form, "caf\u00e9")  # type: ignore[arg-type]
    assert text_of(body, normalization=form) == f"{word} {word} {word}\n"
    assert text_of(body) == "caf\u00e9 cafe\u0301 cafe\u0301\n"


def test_what_describes_the_text_is_not_the_text() -> None:
    """Analysis, links and terms for an index stay out."""
    body = '<p>A<index><term>B</term></index><interp xml:id="i">C</interp></p>'
    assert text_of(f"{body}<spanGrp><span>D</span></spanGrp>") == "A\n"


def test_characters_by_reference_are_looked_up() -> None:
    """``<g>`` with no words is what the header says it is."""
    document = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/><encodingDesc><charDecl>'
        '<char xml:id="et"><mapping type="standard">et</mapping></char></charDecl></encodingDesc>'
        '</teiHeader><text><body><p>a<g ref="#et"/>b</p></body></text></TEI>'
    )
    assert teikit.transform(document.encode(), to="text") == "aetb\n"


def test_examples_of_markup_show_the_markup() -> None:
    """A manual of encoding is about its tags."""
    body = '<egXML xmlns="http://www.tei-c.org/ns/Examples"><p n="1">a</p></egXML>'
    assert text_of(body) == '<p n="1">a</p>\n'


@pytest.mark.parametrize(
    ("name", "value"),
    [("notes", "foot"), ("reading", "both"), ("speakers", "0"), ("normalization", "nfc"),
     ("width", "²0"), ("page_numbers", "all")],
)  # fmt: skip
def test_a_value_that_means_nothing_is_refused(name: str, value: str) -> None:
    """The message names those that there are."""
    with pytest.raises(UsageError) as caught:
        text_of("<p>a</p>", **{name: value})
    assert value in caught.value.message
    assert caught.value.hint


def test_noncharacters_of_the_document_come_back() -> None:
    """The layout uses some of them, and is not confused."""
    odd = "".join(map(chr, range(0xFDD0, 0xFDF0)))
    assert text_of(f"<p>a{odd}b</p>") == f"a{odd}b\n"


def test_note_to_the_source_of_a_quotation() -> None:
    """A note that has a place is printed there, and its marker beside the source."""
    body = (
        '<cit><quote><p>One</p></quote><bibl>A. B. <note n="1" place="end">Two</note></bibl></cit>'
    )
    assert text_of(body).split() == ["One", "A.", "B.", "[1]", "[1]", "Two"]
