"""What readers know from print: apparatus, manuscripts, dictionaries, bibliographies, and more."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions import Page, nested_wrongly, page, tei
from teikit.transform import transform

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.xml"))

WITNESSES = """<profileDesc><handNotes>
<handNote xml:id="h" scribe="Ann_Roe">x</handNote></handNotes>
</profileDesc>"""
VARIANTS = """<div><p>In the <app><lem wit="#A #B">beginning</lem><rdg wit="#C">start</rdg>
<rdg wit="#D"/></app> was</p><listWit><witness xml:id="A">Oxford</witness></listWit></div>"""


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_whole_and_well_nested(sample: Path) -> None:
    """Links lead somewhere, ids are unique, and units stand where HTML allows them."""
    edition = Page(transform(sample))
    assert edition.dangling() == []
    assert len(edition.ids()) == len(set(edition.ids()))
    assert nested_wrongly(edition) == []


def test_an_apparatus_has_readings_and_witnesses() -> None:
    """The text has the lemma, its letter leads to all readings and back."""
    edition = page(VARIANTS)
    marker = edition.one("//main//p//a[@role='doc-noteref']")
    assert marker.text_content() == "a"
    entry = edition.one(f"//li[@id='{marker.get('href')[1:]}']")
    words = " ".join(entry.text_content().split())
    assert words.startswith("abeginning A B] start C; om. D")
    assert edition.dangling() == []
    assert edition.text("//p[@class='p'][1]/span/span[@class='lem']") == "beginning"


def test_readings_that_hold_verses_stand_below_each_other() -> None:
    """A reading of whole lines cannot be a note to a word."""
    edition = page(
        '<lg><l>x</l><app><lem><l>One</l></lem><rdg wit="#B"><l>Two</l></rdg></app></lg>'
    )
    assert edition.text("//div[@class='app']/div[@class='lem']") == "One"
    assert edition.text("//div[@class='app']/div[@class='rdg']") == "Two B"


def test_a_manuscript_is_a_record() -> None:
    """The shelfmark heads it; each part has its label; dates in attributes are told."""
    edition = page(
        "<msDesc><msIdentifier><settlement>York</settlement><idno>MS 4</idno></msIdentifier>"
        "<msContents><msItem><locus from='1r' to='2v'/><title>Psalms</title>"
        "<incipit>Beatus</incipit></msItem></msContents>"
        "<physDesc><objectDesc><supportDesc><extent><dimensions unit='mm'><height>20</height>"
        "<width>10</width></dimensions></extent></supportDesc></objectDesc></physDesc>"
        "<history><acquisition when='1921'>Bought.</acquisition></history></msDesc>"
    )
    assert edition.text("//div[@class='msIdentifier']") == "York, MS 4"
    assert edition.text("//div[@class='item-title']") == "ff. 1r–2v Psalms"
    assert edition.text("//div[@class='field'][contains(., 'Beatus')]") == "Incipit Beatus"
    assert edition.text("//span[@class='dimensions']") == "20 × 10 mm"
    assert edition.text("//div[@class='field'][contains(., 'Bought')]") == (
        "Acquisition Bought. 1921"
    )


def test_senses_are_numbered_where_there_are_several() -> None:
    """A dictionary's own numbers stay; others are counted; one sense alone has none."""
    edition = page(
        "<entry><form><orth>a</orth><pron>b</pron></form><sense><def>one</def></sense>"
        "<sense n='II'><def>two</def></sense></entry><entry><form><orth>c</orth></form>"
        "<sense><def>only</def></sense></entry>"
    )
    senses = [
        " ".join(element.text_content().split()) for element in edition.all("//*[@class='sense']")
    ]
    assert senses == ["1 one", "II two", "only"]
    assert edition.text("(//*[@class='form'])[1]") == "a b"


@pytest.mark.parametrize(
    ("markup", "path", "words"),
    [
        (
            "<biblStruct><monogr><author>A</author><author>B</author><title>T</title><imprint>"
            "<pubPlace>P</pubPlace><publisher>Q</publisher><date>1</date></imprint></monogr>"
            "</biblStruct>",
            "//div[@class='biblStruct']",
            "A, B: T. P: Q, 1",
        ),
        (
            "<p><bibl>By <author>A</author>.</bibl></p>",
            "//main//p",
            "By A.",
        ),
        (
            "<p><bibl><title>T</title><biblScope unit='page'>3-4</biblScope></bibl></p>",
            "//main//p",
            "T, pp. 3-4",
        ),
        (
            "<p><persName><forename>Ann</forename><surname>Roe</surname></persName></p>",
            "//span[contains(@class, 'persName')]",
            "Ann Roe",
        ),
        ("<p>a<handShift new='#h'/></p>", "//main//p", "a[hand: Ann Roe]"),
        ("<p>a <pause dur='PT2S'/> b</p>", "//main//p", "a [pause: 2 s] b"),
        ("<u who='#x'>Yes</u>", "//div[@class='u']", "x Yes"),
        (
            "<listRelation><relation name='parent' active='#a' passive='#b'/></listRelation>",
            "//div[@class='relation']",
            "parent: a → b",
        ),
        (
            "<fs><f name='case'><symbol value='dative'/></f></fs>",
            "//div[contains(@class, 'fs')]",
            "Feature structure case dative",
        ),
        (
            "<graph type='directed'><node xml:id='m'><label>M</label></node>"
            "<node xml:id='n'><label>N</label></node><arc from='#m' to='#n'/></graph>",
            "//div[@class='arc']",
            "M → N",
        ),
        (
            "<div><elementSpec ident='e'><content><elementRef key='p' minOccurs='0' "
            "maxOccurs='unbounded'/></content></elementSpec></div>",
            "//*[contains(@class, 'elementRef')]",
            "element p, any number of times",
        ),
        ("<p>a<lb break='no'/>b</p>", "//main//p[span[@class='hyphen']/following::br]", "ab"),
        ("<p><ruby><rb>a</rb><rt>b</rt></ruby></p>", "//ruby[rt='b']/span", "a"),
        (
            "<table><row role='label'><cell>x</cell></row><row><cell role='label'>y</cell></row>"
            "</table>",
            "//tr/th[@scope='row']",
            "y",
        ),
        (
            "<list><headLabel>W</headLabel><headItem>M</headItem><label>w</label></list>",
            "//dl[dd]/dt",
            "w",
        ),
        (
            '<p><formula><math xmlns="http://www.w3.org/1998/Math/MathML"><mfenced><mi>a</mi>'
            "<mi>b</mi></mfenced></math></formula></p>",
            "//math",
            "(a,b)",
        ),
    ],
)
def test_it_reads_as_in_print(markup: str, path: str, words: str) -> None:
    """Punctuation and labels stand where the markup has them in place of words."""
    assert page(markup, header=WITNESSES).text(path) == words


def test_a_character_without_unicode_shows_its_mapping() -> None:
    """An empty <g> is what the description of the character maps it to."""
    header = (
        "<encodingDesc><charDecl><char xml:id='c'><mapping type='standard'>st</mapping></char>"
        "<glyph xml:id='d'><unicodeProp name='Name' value='LONG D'/></glyph></charDecl>"
        "</encodingDesc>"
    )
    edition = page("<p>be<g ref='#c'/> <g ref='#d'/></p>", header=header)
    assert edition.text("//main//p") == "best ⟨LONG D⟩"


def test_a_character_of_another_list_shows_its_name() -> None:
    """The soft hyphen of the TCP is one; others keep the name that their list has."""
    edition = page('<p>won<g ref="char:EOLhyphen"/>ted <g ref="char:odd"/> <g type="leaf"/></p>')
    assert edition.text("//main//p") == "won\u00adted ⟨odd⟩ ⟨leaf⟩"


def test_a_page_leads_to_its_facsimile() -> None:
    """@facs may name a surface, whose image may be a file beside the page."""
    document = tei("<pb n='1' facs='#s'/><p>x</p><pb n='2' facs='#evil'/>").replace(
        b"<text>",
        b'<facsimile xml:base="img/"><surface xml:id="s"><graphic url="1.jpg"/></surface>'
        b'<surface xml:id="evil" xml:base="javascript:"><graphic url="alert(1)"/></surface>'
        b"</facsimile><text>",
    )
    edition = Page(transform(document))
    assert edition.one("//span[@role='doc-pagebreak']/a").get("href") == "img/1.jpg"
    assert edition.all("//a[starts-with(@href, 'javascript')]") == []


def test_the_images_of_a_document_follow_its_text() -> None:
    """Readers come for the text."""
    document = tei("<p>Words</p>").replace(
        b"<text>", b"<facsimile><graphic url='a.jpg'/></facsimile><text>"
    )
    words = Page(transform(document)).text("//article")
    assert words.startswith("Words")
    assert words.endswith("a.jpg")


def test_vertical_writing_is_kept() -> None:
    """@style may set the direction of writing."""
    assert "writing-mode: vertical-rl" in page('<p style="writing-mode: vertical-rl">x</p>').source
