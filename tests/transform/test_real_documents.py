"""Published TEI of many projects: every document becomes a page, and none of its text is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from editions import Page, nested_wrongly, reading_text
from teikit.errors import InputError
from teikit.tei import TEI_NS
from teikit.transform import transform

NAMESPACES = {"t": TEI_NS}


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


# What the plain text leaves out on purpose: what is about the text, and all readings but one.
_LEFT_OUT = """ancestor-or-self::*[
    self::t:index or self::t:interp or self::t:spanGrp or self::t:span or self::t:fs
    or self::t:certainty or self::t:linkGrp or self::t:timeline
    or parent::t:choice and count(. | (../t:sic | ../t:orig | ../t:abbr | ../t:am)[1]) = 2
    or parent::t:choice[not(t:sic or t:orig or t:abbr or t:am)] and preceding-sibling::*
    or (parent::t:app[not(parent::t:listApp)] or parent::t:rdgGrp) and preceding-sibling::*]"""


def test_no_text_is_lost_in_plain_text(shared: Path) -> None:
    """Every piece of the text of the same documents is in their plain text, and no mark is left."""
    checked = 0
    for path in documents(shared):
        try:
            text = transform(path, to="text")
        except InputError:
            continue
        bare = re.sub(r"\s+", "", text)
        lost = [
            piece
            for node in etree.parse(path).xpath(
                "//t:text[not(ancestor::t:text)]//text()[not(parent::comment())]",
                namespaces=NAMESPACES,
            )
            if (piece := re.sub(r"\s+", "", node)) not in bare
            and not node.getparent().xpath(_LEFT_OUT, namespaces=NAMESPACES)
        ]
        assert lost == [], path.name
        assert not re.search("[\ufdd0-\ufdef\u2028\u2029]", text), path.name
        checked += 1
    assert checked > 90
