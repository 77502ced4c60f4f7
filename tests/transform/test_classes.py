"""Each element of P5 that a reader can meet has a class, which decides how it shows."""

from __future__ import annotations

import pytest
from lxml import etree

from classes import classes
from minimal import samples
from teikit.resources import data_directory

_CLASSES = set("section record block phrase remark mark place hidden".split())
_NEEDS_NO_WORDS = {"mark", "place", "hidden", "remark"}


def test_every_element_has_one_class() -> None:
    """No element of the grammar is left to chance."""
    table = classes()
    assert {sample.name for sample in samples()} - table.keys() == set()
    assert set(table.values()) == _CLASSES


def test_what_has_no_words_is_not_read() -> None:
    """What the grammar gives no words to cannot be a phrase, nor the other way round."""
    table = classes()
    silent = {sample.name for sample in samples()} - {s.name for s in samples() if s.words}
    assert {name for name in silent if table[name] not in _NEEDS_NO_WORDS} == {"specList"}


def test_what_is_hidden_has_a_reason() -> None:
    """A comment says why readers are not shown an element."""
    sheet = etree.parse(data_directory("xslt") / "common" / "classes.xsl")
    hidden = [t for t in sheet.getroot() if t.text == "hidden"]
    if not hidden:
        pytest.fail("nothing is hidden")
    for template in hidden:
        comment = template.getprevious()
        assert comment is not None
        assert comment.tag is etree.Comment, template.get("match")
