"""Published TEI of many projects: every document becomes a page, and none of its text is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from editions import Page, reading_text
from teikit.errors import InputError
from teikit.transform import transform

_PHRASES = "p span a q cite i b em sup sub code time h1 h2 h3 h4 h5 h6 pre abbr label".split()
_BLOCKS = "div p section article blockquote ul ol dl table figure pre hr h2 h3".split()


def documents(shared: Path) -> list[Path]:
    """All the published documents."""
    return sorted((shared / "conformance" / "real").glob("*.xml"))


def nested_wrongly(page: Page) -> list[str]:
    """Blocks that the page's markup has inside phrases, which no browser would leave there."""
    # lxml's parser repairs like an old browser; what is written is looked at instead.
    open_elements: list[str] = []
    found = []
    for closing, name in re.findall(r"<(/?)([a-z][a-z0-9]*)", page.source.partition("<body>")[2]):
        if closing:
            while open_elements and open_elements.pop() != name:
                pass
        elif name not in {"br", "hr", "img", "input"}:
            if name in _BLOCKS and open_elements and open_elements[-1] in _PHRASES:
                found.append(f"{open_elements[-1]} > {name}")
            if name == "a" and "a" in open_elements:
                found.append("a > a")
            open_elements.append(name)
    return found


def test_no_text_is_lost(shared: Path) -> None:
    """Every piece of the reading text is in the page, every link in it leads somewhere."""
    checked = 0
    for path in documents(shared):
        try:
            page = Page(transform(path))
        except InputError:
            with pytest.raises(etree.XMLSyntaxError):
                etree.parse(path)
            continue
        text = re.sub(r"\s+", "", page.one("//body").text_content())
        lost = [piece for piece in reading_text(etree.parse(path)) if piece not in text]
        assert lost == [], path.name
        assert nested_wrongly(page) == [], path.name
        assert page.dangling() == [], path.name
        ids = page.ids()
        assert len(ids) == len(set(ids)), path.name
        checked += 1
    assert checked > 90
