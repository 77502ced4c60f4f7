"""A reading edition in several pages: names, links between pages, notes, and what is not lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from editions import Page, reading_text, tei
from teikit.parse import parse
from teikit.transform import transform_to_site
from teikit.transform.errors import TransformError

BODY = """<p>Before all.</p>
<div xml:id="one" xml:lang="fr"><head>One<note n="a">On one.</note></head>
<p>See <ref target="#two">the second</ref> and <ref target="#deep">deep</ref>.
<persName ref="#p">Ada</persName><note n="1" xml:id="n1"><p>First, <ref target="#two">see
two</ref>.<note n="1b">Inner.</note></p></note></p>
<div xml:id="deep"><head>Deeper</head><p>x</p></div></div>
<div xml:id="two"><head>Two</head><p>y <date when="1900">then</date>
<ref target="#n1">again</ref><note n="2">Second.</note></p></div>
<div xml:id="INDEX"><p>No heading.</p></div>
<div xml:id="../up"><head>Up</head><p>Out.</p></div>"""
PERSONS = '<listPerson><person xml:id="p"><persName>Ada Quill</persName></person></listPerson>'


@pytest.fixture(scope="module")
def site() -> dict[str, Page]:
    """The pages of a small site."""
    source = tei(BODY, stand_off=PERSONS)
    return {name: Page(page) for name, page in transform_to_site(source)}


def test_each_division_and_index_has_a_page_and_the_first_comes_last(site: dict[str, Page]) -> None:
    """Names are the ids of divisions where these are safe, and never clash."""
    assert list(site) == [
        "one.html", "two.html", "page-3.html", "page-4.html", "persons.html", "dates.html",
        "index.html",
    ]  # fmt: skip


def test_every_link_leads_to_a_page_and_a_place_in_it(site: dict[str, Page]) -> None:
    """Whatever the page cut apart linked, still leads there."""
    for name, page in site.items():
        for link in page.all("//a/@href[not(starts-with(., 'http'))]"):
            file, _, target = link.partition("#")
            assert file in {"", *site}, (name, link)
            assert not target or target in site[file or name].ids(), (name, link)
    assert site["one.html"].one("//a[.='the second']").get("href") == "two.html"
    assert site["one.html"].one("//p/a[.='deep']").get("href") == "#deep"
    assert site["one.html"].one("//a[.='Ada']").get("href") == "persons.html#p"
    assert site["two.html"].one("//a[contains(., 'again')]").get("href") == "one.html#n1"
    assert site["persons.html"].one("//li[@id='p']//a").get("href") == "one.html#persName:1"


def test_notes_are_on_the_page_of_their_marker(site: dict[str, Page]) -> None:
    """Notes of a heading and notes in notes, too; the first page has no empty section of notes."""
    found = {
        name: [note.text_content().split()[0] for note in page.all("//section[@class='notes']//li")]
        for name, page in site.items()
    }
    assert found["one.html"] == ["aOn", "1First,", "1bInner."]
    assert found["two.html"] == ["2Second."]
    assert not any(notes for name, notes in found.items() if name not in {"one.html", "two.html"})
    assert [link.text for link in site["index.html"].all("//nav[@class='contents']//a")] == [
        "One", "Deeper", "Two", "Up", "Persons", "Dates", "About this text",
    ]  # fmt: skip


def test_an_apparatus_is_on_the_page_of_its_readings() -> None:
    """The list of witnesses, which is for all of it, is on the first page."""
    body = "".join(
        f'<div xml:id="d{n}"><head>D</head><p><app><lem wit="#A">a{n}</lem><rdg wit="#B">b{n}</rdg>'
        "</app><note>N</note></p></div>"
        for n in (1, 2)
    )
    header = (
        "<encodingDesc><variantEncoding method='parallel-segmentation' location='internal'/>"
        "</encodingDesc>"
    )
    source = tei(body, header=header).replace(
        b"<p>The source.</p>",
        b'<listWit><witness xml:id="A">MS A</witness><witness xml:id="B">MS B</witness></listWit>',
    )
    site = {name: Page(page) for name, page in transform_to_site(source)}
    for n in (1, 2):
        page = site[f"d{n}.html"]
        assert f"b{n}" in page.text("//section[contains(@class, 'apparatus')]//li")
        assert len(page.all("//section[contains(@class, 'notes')]")) == 2
    assert "MS B" in site["index.html"].text("//div[@class='listWit']")
    for name, page in site.items():
        for link in page.all("//a/@href[contains(., '#')]"):
            file, _, target = link.partition("#")
            assert target in site[file or name].ids(), (name, link)


def test_pages_lead_on_and_back(site: dict[str, Page]) -> None:
    """Each has its neighbours, in the order of the text."""
    two = site["two.html"]
    assert [link.get("href") for link in two.all("//nav[@class='pages']/a")] == [
        "one.html", "page-3.html",
    ]  # fmt: skip
    assert two.one("//link[@rel='next']").get("href") == "page-3.html"
    assert two.one("//a[@class='running-title']").get("href") == "index.html"
    assert site["index.html"].one("//nav[@class='pages']/a").get("href") == "one.html"


def test_a_page_has_a_title_a_heading_and_its_own_contents(site: dict[str, Page]) -> None:
    """Levels start at the first on every page; the language of the division holds."""
    one = site["one.html"]
    assert one.text("//title") == "One – A Title"
    assert one.one("//h1").text == "One"
    assert [link.text for link in one.all("//nav[@class='contents']//a")] == ["Deeper"]
    assert [h.tag for h in one.all("//main//*[self::h1 or self::h2 or self::h3]")] == [
        "h1", "h2", "h2",
    ]  # fmt: skip
    assert one.one("//section[@id='one']").get("lang") == "fr"
    for page in site.values():
        assert len(page.all("//h1")) == 1
        assert len(page.ids()) == len(set(page.ids()))
        assert page.one("//meta[@http-equiv='Content-Security-Policy']") is not None


def test_a_text_without_divisions_is_one_page() -> None:
    """There is nothing to split, and nothing is lost."""
    ((name, page),) = transform_to_site(tei("<p>Alone.<note>N</note></p>"))
    assert name == "index.html"
    assert "Alone." in Page(page).text("//main")
    assert Page(page).dangling() == []


def test_a_division_without_a_heading_that_holds_several(tmp_path: Path) -> None:
    """Its page has one first-level heading all the same."""
    body = "<div><div><head>A</head><p>a</p></div><div><head>B</head><p>b</p></div></div>"
    site = {name: Page(page) for name, page in transform_to_site(tei(body))}
    page = site["page-1.html"]
    assert [h.tag for h in page.all("//h1 | //h2")] == ["h1", "h2", "h2"]
    assert page.text("//title") == "A Title 1 – A Title"


def test_a_thin_sheet_of_the_user_splits_as_ours(tmp_path: Path) -> None:
    """What it overrides is on every page."""
    sheet = tmp_path / "my.xsl"
    sheet.write_text(
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
        ' xmlns:tei="http://www.tei-c.org/ns/1.0"><xsl:import href="teikit:html/html.xsl"/>'
        '<xsl:template match="tei:persName"><b><xsl:apply-templates/></b></xsl:template>'
        "</xsl:stylesheet>"
    )
    site = dict(transform_to_site(tei(BODY, stand_off=PERSONS), stylesheet=sheet))
    assert "<b>Ada</b>" in site["one.html"]


def test_a_stylesheet_of_another_kind_is_refused(tmp_path: Path) -> None:
    """What makes no such page has nothing to split."""
    sheet = tmp_path / "my.xsl"
    sheet.write_text(
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        '<xsl:template match="/"><html><body>x</body></html></xsl:template></xsl:stylesheet>'
    )
    with pytest.raises(TransformError, match="cut up"):
        transform_to_site(tei(BODY), stylesheet=sheet)


def test_no_text_of_real_documents_is_lost(shared: Path) -> None:
    """All pages together have all the text, and their links lead somewhere."""
    for path in sorted((shared / "conformance" / "real").glob("*dracor*.xml")):
        site = {name: Page(page) for name, page in transform_to_site(path)}
        text = re.sub(r"\s+", "", "".join(p.one("//body").text_content() for p in site.values()))
        assert [piece for piece in reading_text(parse(path)) if piece not in text] == []
        for name, page in site.items():
            for link in page.all("//a/@href[contains(., '#') and not(contains(., ':/'))]"):
                file, _, target = link.partition("#")
                assert target in site[file or name].ids(), (path.name, name, link)
