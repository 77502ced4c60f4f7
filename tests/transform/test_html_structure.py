"""The reading edition: metadata, headings, contents, and valid nesting of blocks and phrases."""

from __future__ import annotations

import pytest

from editions import Page, page, tei
from teikit.transform import transform

CHAPTERS = """<div><head>One</head><p>a</p>
<div><head>Deeper <note>no</note></head><p>b</p></div></div>
<div xml:id="two"><head>Two</head><p>c</p></div>"""

BLOCKS = {
    "list": "<list><item>Inside</item></list>",
    "quotation": "<quote><p>Inside</p></quote>",
    "table": "<table><row><cell>Inside</cell></row></table>",
    "verse": "<lg><l>Inside</l></lg>",
    "figure": "<figure><head>Inside</head></figure>",
    "nested": "<hi><q><list><item>Inside</item></list></q></hi>",
}


def test_the_page_is_html5_with_metadata_from_the_header() -> None:
    """Doctype, language, title, author and licence are where browsers and catalogues look."""
    edition = page("<p>Text</p>")
    assert edition.source.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert edition.text("//title") == "A Title"
    assert edition.text("//h1") == "A Title"
    assert edition.one("//meta[@name='author']").get("content") == "An Author"
    assert edition.one("//link[@rel='license']").get("href") == "https://example.org/licence"
    assert edition.source.count("charset=") == 1


def test_headings_go_down_one_level_at_a_time() -> None:
    """The page's title is the only first level; divisions follow their depth."""
    edition = page(CHAPTERS)
    levels = [element.tag for element in edition.all("//main//*[self::h2 or self::h3]")]
    assert levels == ["h2", "h3", "h2", "h2"]  # the last is the section of notes
    assert len(edition.all("//h1")) == 1


def test_contents_lead_to_every_division_and_section() -> None:
    """Each entry's link has a target; notes do not get into the entries."""
    edition = page(CHAPTERS)
    entries = [link.text_content().strip() for link in edition.all("//nav//a")]
    assert entries == ["One", "Deeper", "Two", "Notes", "About this text"]
    assert edition.one("//nav//a[.='Two']").get("href") == "#two"
    assert edition.dangling() == []


def test_without_headings_there_are_no_contents() -> None:
    """A page without divisions does not start with an empty list."""
    assert page("<p>Text</p>").all("//nav") == []


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS.keys())
def test_a_paragraph_with_a_block_inside_is_valid_html(block: str) -> None:
    """HTML's <p> would end before the block; the paragraph stays one element."""
    edition = page(f"<p>Before {block} after</p>")
    paragraph = edition.one("//*[contains(concat(' ', @class, ' '), ' p ')][contains(., 'Before')]")
    assert paragraph.tag == "div"
    assert "after" in paragraph.text_content()
    assert edition.all("//p//div | //span//div | //i//div | //q//div") == []


def test_quotations_are_blocks_or_phrases_by_what_they_hold() -> None:
    """A quotation between paragraphs is set off; one in a sentence stays in it."""
    edition = page("<quote><p>“Long.</p><p>“Longer.”</p></quote><p>He said <q>no</q>.</p>")
    assert len(edition.all("//blockquote/p")) == 2
    assert edition.one("//p/q").get("class") == "q unmarked"


def test_quotation_marks_of_the_text_are_not_doubled() -> None:
    """Where the text has its own marks, the style adds none."""
    edition = page("<p>He said <q>“no”</q> and “<q>yes</q>”.</p>")
    assert [element.get("class") for element in edition.all("//q")] == ["q", "q"]


def test_a_section_break_is_a_thematic_break() -> None:
    """Extra space in the source is seen in the edition."""
    assert (
        page('<p>a</p><milestone unit="section"/><p>b</p>').one("//hr[@class='milestone']")
        is not None
    )


@pytest.mark.parametrize(
    ("markup", "path"),
    [
        ('<hi rend="italic">x</hi>', "//p/i"),
        ('<hi rend="Bold">x</hi>', "//p/b"),
        ('<hi rend="superscript">x</hi>', "//p/sup"),
        ('<hi rendition="#sc">x</hi>', "//p/span[@data-rendition='#sc']"),
        ("<emph>x</emph>", "//p/em"),
        ('<foreign xml:lang="lat">x</foreign>', "//p/i[@lang='la']"),
        ('<foreign xml:lang="he">x</foreign>', "//p/i[@dir='rtl']"),
        ("<title level='a'>x</title>", "//p/cite[@data-level='a']"),
        ("<del>x</del>", "//p/del"),
        ("<add>x</add>", "//p/ins"),
        ('<unclear reason="faded">x</unclear>', "//p/span[@title='unclear: faded']"),
        ("<unknown>x</unknown>", "//p/span[@class='unknown']"),
    ],
)
def test_phrases_have_their_html(markup: str, path: str) -> None:
    """Highlighting and editorial marks become HTML's own elements where it has them."""
    assert page(f"<p>a {markup} b</p>").text(path) == "x"


def test_a_gap_says_what_is_missing() -> None:
    """An omission shows, and explains itself."""
    edition = page('<p>a<gap quantity="3" unit="chars" reason="illegible"/>b</p>')
    gap = edition.one("//span[@class='gap']")
    assert gap.text_content() == "[…]"
    assert gap.get("title") == "gap: 3 chars, illegible"
    assert page('<p>a <gap quantity="1" unit="line"/></p>').text("//main//p") == "a [1 line]"
    assert page('<p>a <gap quantity="3" unit="line"/></p>').text("//main//p") == "a [3 lines]"


def test_both_readings_of_a_choice_are_in_the_page() -> None:
    """The style shows one of them, and a switch the other; neither is lost."""
    edition = page("<p>in <choice><sic>teh</sic><corr>the</corr></choice> house</p>")
    assert edition.text("//span[@class='original']") == "teh"
    assert edition.text("//span[@class='regular']") == "the"
    assert edition.one("//input[@id='page:errors']").get("checked") is None
    original = page(
        "<p><choice><sic>a</sic><corr>b</corr></choice></p>", parameters={"reading": "original"}
    )
    assert original.one("//input[@id='page:errors']").get("checked") is not None


@pytest.mark.parametrize(
    ("markup", "switch"),
    [
        ("<choice><orig>a</orig><reg>b</reg></choice>", "spelling"),
        ("<choice><sic>a</sic><corr>b</corr></choice>", "errors"),
        ("<choice><abbr>a</abbr><expan>b</expan></choice>", "abbreviations"),
        ("<del>a</del>", "deletions"),
        ("<add>a</add>", "additions"),
        ("<app><lem>a</lem><rdg>b</rdg></app>", "variants"),
        ("plain", None),
    ],
)
def test_there_is_a_switch_for_what_the_text_has(markup: str, switch: str | None) -> None:
    """Readers get the switches that change something, and no others."""
    switches = page(f"<p>{markup}</p>").all("//input[@type='checkbox']")
    assert [element.get("id") for element in switches] == ([f"page:{switch}"] if switch else [])


def test_a_language_that_nobody_says_is_undetermined() -> None:
    """Browsers and screen readers are told so, in the word of BCP 47."""
    document = tei("<p>x</p>").replace(b' xml:lang="en"', b"")
    assert Page(transform(document)).root.get("lang") == "und"
    hebrew = Page(transform(document.replace(b"<text>", b'<text xml:lang="he">')))
    assert (hebrew.root.get("lang"), hebrew.root.get("dir")) == ("he", "rtl")


def test_lists_and_tables_have_only_the_children_that_html_allows() -> None:
    """Page breaks and headings between items and rows are kept without breaking the list."""
    edition = page(
        "<list><head>H</head><item>a</item><pb n='2'/><item>b</item></list>"
        "<list><label>t</label><item>d</item></list>"
        "<table><head>C</head><row role='label'><cell>x</cell></row><pb n='3'/>"
        "<row><cell cols='2'>y</cell></row></table>"
    )
    assert {child.tag for child in edition.one("//ul[@class='list']")} == {"li"}
    assert [child.tag for child in edition.one("//dl[@class='list']")] == ["dt", "dd"]
    assert edition.text("//caption") == "C"
    assert edition.text("//th") == "x"
    assert edition.one("//td[@colspan='2' and .='y']") is not None
    assert len(edition.all("//tbody/tr | //table/tr")) == 3


def test_verse_numbers_every_fifth_line() -> None:
    """Line numbers help to cite and do not crowd the page."""
    lines = "".join(f"<l n='{n}'>line</l>" for n in range(1, 11))
    edition = page(f"<lg>{lines}</lg>")
    numbers = [element.text for element in edition.all("//span[@class='line-number']")]
    assert numbers == ["5", "10"]


def test_verse_numbered_by_act_and_scene_shows_every_fifth_line() -> None:
    """The last part of “1.2.5” counts the lines."""
    lines = "".join(f"<l n='1.2.{n}'>line</l>" for n in range(1, 12))
    edition = page(f"<lg>{lines}</lg>")
    numbers = [element.text for element in edition.all("//span[@class='line-number']")]
    assert numbers == ["1.2.5", "1.2.10"]


def test_the_section_about_the_text_says_source_and_licence() -> None:
    """Readers find what the text is made from and what they may do with it."""
    about = page("<p>x</p>").text("//section[@class='about']")
    assert "The source." in about
    assert "Free" in about


def test_a_title_page_heads_the_page_once() -> None:
    """The title page of the text takes the place of the header's title."""
    document = tei("<p>x</p>").replace(
        b"<body>",
        b"<front><titlePage><docTitle><titlePart>Main Title</titlePart></docTitle></titlePage>"
        b"</front><body>",
    )
    edition = Page(transform(document))
    assert edition.text("//h1") == "Main Title"
    assert edition.text("//main").count("Main Title") == 0


def test_texts_of_a_corpus_are_all_there() -> None:
    """Each text of a corpus has its section and heading."""
    one = tei("<p>First</p>").decode()
    document = one.replace("<text>", f"{one}{one.replace('First', 'Second')}<text>")
    edition = Page(transform(document.replace("<text>", "<text>").encode()))
    assert "First" in edition.text("//main")
    assert "Second" in edition.text("//main")
    assert len(edition.all("//h1")) == 1


def test_a_division_alone_can_be_transformed() -> None:
    """A piece of TEI without a header is an edition, too."""
    source = b'<div xmlns="http://www.tei-c.org/ns/1.0"><head>Piece</head><p>Text<note>N</note></p></div>'
    edition = Page(transform(source))
    assert edition.text("//h2[@class='head']") == "Piece"
    assert "N" in edition.text("//main")


def test_mathml_is_passed_on_and_xml_examples_are_shown() -> None:
    """Formulae stay formulae; markup that is quoted shows as markup."""
    edition = page(
        '<p><formula><math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>a</mi><mn>2</mn>'
        '</mfrac></math></formula></p><egXML xmlns="http://www.tei-c.org/ns/Examples">'
        '<p n="1">x</p></egXML>'
    )
    assert edition.text("//math/mfrac/mi") == "a"
    assert edition.text("//pre/code") == '<p n="1">x</p>'


def test_a_division_without_a_heading_shows_how_it_is_cited() -> None:
    """By its number, or as a part of an inscription; a URN or an empty part is not shown."""
    edition = page(
        '<div type="translation" n="urn:cts:x"><div n="39"><p>a</p></div>'
        '<div n="40"><head>Forty</head><p>b</p></div><div n="0"><p>c</p></div></div>'
        '<div type="commentary"><p/></div><div n="urn:cts:y"><p>d</p></div>'
    )
    labels = edition.all("//*[@class='division-label']")
    assert [label.text_content() for label in labels] == ["Translation", "39"]
