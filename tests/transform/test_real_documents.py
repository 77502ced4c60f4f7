"""Published TEI of many projects: every document becomes a page, and none of its text is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from editions import Page, nested_wrongly, reading_text
from teikit.errors import InputError
from teikit.transform import transform


def documents(shared: Path) -> list[Path]:
    """All the published documents."""
    return sorted((shared / "conformance" / "real").glob("*.xml"))


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
