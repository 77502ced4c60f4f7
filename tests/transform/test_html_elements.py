"""Every element of P5 that a reader can meet has a rendering, and no words of it are lost.

The documents come from the grammar and the classes of elements from ``xslt/common/classes.xsl``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from lxml import etree

from classes import classes
from editions import Page, nested_wrongly
from minimal import Sample, samples
from teikit.tei import XML_ID
from teikit.transform import transform

_UNSEEN = "ancestor-or-self::*[@hidden or contains(@class, 'popup')]"


@cache
def every() -> tuple[Sample, ...]:
    """All samples, each element with an id."""
    found = tuple(samples())
    for sample in found:
        sample.element.set(XML_ID, "here")
    return found


@cache
def rendered(place: str) -> tuple[tuple[Sample, Page], ...]:
    """The samples of one place with their pages."""
    return tuple(
        (sample, Page(transform(sample.tree)))
        for sample in every()
        if (*sample.parents, sample.name)[0] == place
    )


def seen(page: Page) -> str:
    """The words that a reader sees."""
    return " ".join(page.root.xpath(f"//body//text()[not(parent::*[{_UNSEEN}])]"))


def inside(sample: Sample) -> Iterator[str]:
    """The class of the element and of those around it."""
    table = classes()
    yield table[sample.name]
    yield from (table[name] for name in sample.parents)


@pytest.mark.parametrize("place", ["text", "standOff", "facsimile", "sourceDoc"])
def test_no_words_are_lost(place: str) -> None:
    """Words of the text are seen; those of remarks and hidden things are at least there."""
    lost = []
    for sample, page in rendered(place):
        hidden = {"remark", "hidden"} & set(inside(sample))
        text = " ".join(page.all("//body//text()")) if hidden else seen(page)
        lost += [sample.id for word in sample.words if not re.search(rf"\b{word}\b", text)]
    assert lost == []


def test_no_element_is_silent() -> None:
    """What has no words shows a sign, or is at least a place that a link can lead to."""
    table = classes()
    silent = []
    for sample, page in rendered("text"):
        if sample.words or table[sample.name] in {"place", "hidden", "remark"}:
            continue
        before = seen(Page(transform(without(sample))))
        if seen(page) == before and not page.all("//*[@id='here'][self::br or self::hr or @title]"):
            silent.append(sample.name)
    assert silent == []


def without(sample: Sample) -> etree._Element:
    """The document of a sample without its element."""
    root = etree.fromstring(etree.tostring(sample.tree))
    element = next(e for e in root.iter() if e.get(XML_ID) == "here")
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
    return root


def test_links_can_lead_to_every_element() -> None:
    """The id of an element is an id in the page."""
    table = classes()
    missing = [
        sample.name
        for sample, page in rendered("text")
        if table[sample.name] != "hidden" and len(page.all("//*[@id='here']")) != 1
    ]
    assert missing == []


@pytest.mark.parametrize("place", ["text", "standOff", "facsimile", "sourceDoc"])
def test_every_page_is_well_nested(place: str) -> None:
    """Units of the page never stand inside phrases, which no browser would leave there."""
    wrong = {
        sample.id: found for sample, page in rendered(place) if (found := nested_wrongly(page))
    }
    assert wrong == {}
