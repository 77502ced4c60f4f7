"""The way from ranges of a plain text back to the document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from editions import tei
from teikit.encode.convert import convert
from teikit.errors import InputError
from teikit.tei import TEI_NS, XML_ID
from teikit.transform.offsets import Range, to_json
from teikit.transform.run import Transformation

from strategies import texts  # isort: skip
import itertools

SETTINGS: list[dict[str, object]] = [
    {},
    {"notes": "inline", "width": 40, "reading": "regularised"},
    {"notes": "none", "normalization": "NFD", "headings": "no", "page-numbers": "breaks"},
]
BODY = (
    '<div xml:id="d"><head>One</head><p>An<hi> <!-- so -->od</hi>d <note>caf&#xe9;</note> end'
    '<m:math xmlns:m="urn:m"><m:x>y</m:x></m:math></p>'
    '<list rend="numbered"><item>a</item><item>b</item></list>'
    "<table><row><cell>1</cell><cell>2</cell></row></table><p>\ufdd0 two</p></div>"
)


def words_of(range_: Range) -> list[str]:
    """The words of the text node that a range is about."""
    node = range_.element.xpath("text()")[range_.node - 1]
    return str(node).split()


def check(document: object, parameters: dict[str, object]) -> None:
    """Each range holds the words of its text node, and the text is the same as without."""
    transformation = Transformation.of("text", parameters)
    text, ranges = transformation.text_with_offsets(document)  # type: ignore[arg-type]
    assert text == transformation.result(document)  # type: ignore[arg-type]
    form = parameters.get("normalization")
    for range_ in ranges:
        found = text[range_.start : range_.end]
        expected = words_of(range_)
        if form:
            from unicodedata import normalize

            assert normalize("NFC", "".join(found.split())) == normalize("NFC", "".join(expected))
        else:
            assert "".join(found.split()) == "".join(expected)
    assert all(a.end <= b.start for a, b in itertools.pairwise(ranges))


@pytest.mark.parametrize("parameters", SETTINGS)
def test_each_range_has_the_words_of_its_element(parameters: dict[str, object]) -> None:
    """Notes, tables, lists, comments, other vocabularies and odd characters."""
    check(tei(BODY), parameters)


@settings(max_examples=60, deadline=None)
@given(texts(), st.sampled_from(SETTINGS))
def test_texts_of_any_kind(text: str, parameters: dict[str, object]) -> None:
    """What teikit converts."""
    if text.strip():
        check(convert(text.encode()).tree, parameters)


def test_published_documents(shared: Path) -> None:
    """TEI of many projects."""
    for path in sorted((shared / "conformance" / "real").glob("*.xml"))[::3]:
        try:
            check(path, SETTINGS[1])
        except InputError:
            continue


def test_all_words_outside_are_of_the_layout() -> None:
    """What no range covers is numbers, bullets and brackets."""
    text, ranges = Transformation.of("text").text_with_offsets(tei(BODY))
    rest = text
    for range_ in reversed(ranges):
        rest = rest[: range_.start] + " " + rest[range_.end :]
    assert rest.split() == ["[1]", "1.", "2.", "[1]"]


def test_the_map_leads_back() -> None:
    """``id`` where the element has one of its own, else an XPath that finds it."""
    document = etree.fromstring(tei(BODY))
    text, ranges = Transformation.of("text").text_with_offsets(document)
    table = json.loads(to_json(ranges))
    assert table["namespaces"] == {"tei": TEI_NS}
    for entry, range_ in zip(table["ranges"], ranges, strict=True):
        path = f"//*[@xml:id='{entry['id']}']" if "id" in entry else entry["xpath"]
        assert document.xpath(path, namespaces=table["namespaces"]) == [range_.element], path
        assert ("id" in entry) == (range_.element.get(XML_ID) is not None)
        assert "".join(words_of(range_)) == "".join(text[entry["start"] : entry["end"]].split())


def test_a_composed_character_belongs_to_both() -> None:
    """An accent in an element of its own cannot be parted from its letter in NFC."""
    text, ranges = Transformation.of("text", {"normalization": "NFC"}).text_with_offsets(
        tei("<p>cafe<hi>\u0301</hi>s</p>")
    )
    assert [text[r.start : r.end] for r in ranges] == ["café", "é", "s"]


def test_a_document_without_words_has_no_ranges() -> None:
    """An empty list is still JSON."""
    text, ranges = Transformation.of("text").text_with_offsets(tei("<p/>"))
    assert (text, json.loads(to_json(ranges))["ranges"]) == ("", [])
