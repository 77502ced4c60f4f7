"""Metadata of the reading edition: for catalogues, for machines, and for readers who cite."""

from __future__ import annotations

import json

import pytest

from editions import Page, page, tei
from teikit.transform import transform

PUBLICATION = (
    "<publisher>A Press,</publisher><pubPlace>York :</pubPlace>"
    '<date when="2024-05">May 2024</date><idno type="DOI">10.1234/abc</idno><availability>'
)


def edition(**replacements: str) -> Page:
    """A page whose header has other parts than usual: ``old=new`` in the document's source."""
    document = tei("<p>x</p>").decode()
    for old, new in replacements.items():
        document = document.replace(f"<{old}>", new, 1)
    return Page(transform(document.encode()))


def test_the_words_of_a_citation() -> None:
    """Authors, title, editor, place, publisher, date and address, as the header has them."""
    found = edition(
        availability=PUBLICATION,
        author="<author>Ann Other</author><editor>Ed Itor</editor><author>",
    )
    assert found.text("//div[@class='citation']/dd") == (
        "Ann Other, An Author, A Title, ed. Ed Itor (York: A Press, 2024-05), "
        "https://doi.org/10.1234/abc."
    )
    assert found.one("//div[@class='citation']//a").get("href") == "https://doi.org/10.1234/abc"


def test_a_header_that_says_little_gives_a_short_citation() -> None:
    """No empty brackets, no stray commas."""
    assert page("<p>x</p>").text("//div[@class='citation']/dd") == "An Author, A Title."


def test_dublin_core() -> None:
    """One element for each term and person."""
    found = edition(availability=PUBLICATION, author="<author>Ann Other</author><author>")
    terms = [
        (meta.get("name"), meta.get("content"))
        for meta in found.all("//meta[starts-with(@name, 'dcterms.')]")
    ]
    assert terms == [
        ("dcterms.title", "A Title"),
        ("dcterms.creator", "Ann Other"),
        ("dcterms.creator", "An Author"),
        ("dcterms.publisher", "A Press"),
        ("dcterms.date", "2024-05"),
        ("dcterms.identifier", "10.1234/abc"),
        ("dcterms.language", "en"),
        ("dcterms.rights", "Free"),
    ]


def test_json_ld() -> None:
    """The record of schema.org is JSON, and says what the header says."""
    found = edition(
        availability=PUBLICATION,
        author='<author ref="https://example.org/ann">Ann Other<idno>Q1</idno></author><author>',
    )
    assert json.loads(found.one("//script[@type='application/ld+json']").text) == {
        "@context": "https://schema.org",
        "@type": "DigitalDocument",
        "name": "A Title",
        "author": [
            {"@type": "Person", "name": "Ann Other", "sameAs": "https://example.org/ann"},
            {"@type": "Person", "name": "An Author"},
        ],
        "publisher": [{"@type": "Organization", "name": "A Press"}],
        "datePublished": "2024-05",
        "inLanguage": "en",
        "license": "https://example.org/licence",
        "identifier": "10.1234/abc",
        "isBasedOn": "The source.",
    }


@pytest.mark.parametrize("element", ["authority", "distributor"])
def test_who_gives_the_text_out_stands_in_for_a_publisher(element: str) -> None:
    """A body's name without its address."""
    found = edition(
        availability=f"<{element}><orgName>An Archive</orgName><address><addrLine>1 Road</addrLine>"
        f"</address></{element}><availability>"
    )
    assert found.one("//meta[@name='dcterms.publisher']").get("content") == "An Archive"


def test_the_printed_page_has_the_title_at_its_head() -> None:
    """A parameter that gives another title holds there, too."""
    (style,) = page("<p>x</p>").all("//style")
    assert '@top-center { content: "A Title" }' in style.text
    (style,) = page("<p>x</p>", parameters={"title": 'An "Other"'}).all("//style")
    assert '@top-center { content: "An \\22 Other\\22 " }' in style.text
