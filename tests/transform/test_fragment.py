"""A reading edition as an article for another page: nothing of teikit's own page is needed."""

from __future__ import annotations

import pytest
from lxml import html

from editions import tei
from teikit.errors import UsageError
from teikit.transform import transform_to_fragment

BODY = """<div xml:id="one"><head>One</head>
<p><choice><sic>teh</sic><corr>the</corr></choice> <persName ref="#p">Ada</persName>
<note n="1">A note.</note> <date when="1900">a</date><date when="1901">b</date>
<date when="1902">c</date></p></div>"""
PERSONS = '<listPerson><person xml:id="p"><persName>Ada Quill</persName></person></listPerson>'
SOURCE = tei(BODY, stand_off=PERSONS)


def article(source: str) -> html.HtmlElement:
    """The fragment as a tree."""
    return html.fragment_fromstring(source)


def test_the_fragment_is_one_article_with_notes_and_indexes() -> None:
    """No head, style, script or landmark of a page; the language of the text is on it."""
    found = article(transform_to_fragment(SOURCE))
    assert found.tag == "article"
    assert found.get("lang") == "en"
    assert not found.xpath(".//style | .//script | .//header | .//main | .//nav | .//h1")
    assert found.xpath(".//section[@role='doc-endnotes']")
    assert [s.get("class") for s in found.xpath(".//section[@role='doc-index']")] == [
        "page-index persons", "page-index dates",
    ]  # fmt: skip


@pytest.mark.parametrize("prefix", ["tei-", "letter7_"])
def test_all_ids_and_what_names_them_have_the_prefix(prefix: str) -> None:
    """Links, labels and pictures keep their targets."""
    found = article(transform_to_fragment(SOURCE, id_prefix=prefix))
    ids = found.xpath(".//@id")
    assert all(identifier.startswith(prefix) for identifier in ids)
    references = [link[1:] for link in found.xpath(".//a/@href[starts-with(., '#')]")]
    references += [r for value in found.xpath(".//@aria-labelledby") for r in value.split()]
    assert set(references) <= set(ids)
    assert f"{prefix}p" in references


def test_the_fragment_reads_right_without_style() -> None:
    """The pop-up is left out, and one reading of a choice is hidden by HTML itself."""
    found = article(transform_to_fragment(SOURCE))
    assert not found.xpath(".//*[@class='popup' or @class='unseen']")
    assert found.xpath("string(.//*[@hidden])") == "teh"
    assert found.xpath(".//a[@role='doc-backlink']/@aria-label") == ["Back to the text"]
    original = article(transform_to_fragment(SOURCE, parameters={"reading": "original"}))
    assert original.xpath("string(.//*[@hidden])") == "the"


@pytest.mark.parametrize("prefix", ["", "1", "a b", '"><script>', "é"])
def test_a_prefix_that_no_id_can_have_is_refused(prefix: str) -> None:
    """With a sentence and a hint."""
    with pytest.raises(UsageError) as caught:
        transform_to_fragment(SOURCE, id_prefix=prefix)
    assert caught.value.hint


def test_the_title_page_is_part_of_the_text() -> None:
    """It is no heading: that is for the page around."""
    source = SOURCE.replace(
        b"<body>",
        b"<front><titlePage><docTitle><titlePart>Main</titlePart></docTitle><docImprint>"
        b"<placeName>York</placeName></docImprint></titlePage></front><body>",
    )
    found = article(transform_to_fragment(source))
    assert found.xpath("string(.//div[@class='titlePart'])") == "Main"
    targets = set(found.xpath(".//@id"))
    assert all(link[1:] in targets for link in found.xpath(".//a/@href[starts-with(., '#')]"))
