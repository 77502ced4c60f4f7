"""The names of a real chapter against a hand-made list, kept as offsets without the text."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from teikit.encode.model import Block, Document
from teikit.encode.names import NameAnnotator

GOLD = json.loads(Path(__file__).with_name("chapter.json").read_text(encoding="utf-8"))
PARAGRAPH = re.compile(r"\S(?:.|\n(?!\n))*")


def test_names_of_the_chapter(shared: Path) -> None:
    """At least 95 of 100 names of the chapter are marked, and as many of the marks are right."""
    source = (shared / "texts" / "000_18ddb2d929de8e88.txt").read_bytes()
    assert hashlib.sha256(source).hexdigest() == GOLD["sha256"]
    text = source.decode("utf-8")
    blocks = [Block("p", match.start(), match.end()) for match in PARAGRAPH.finditer(text)]
    found = {(span.start, span.end) for span in NameAnnotator().annotate(Document(text, blocks))}
    expected = {tuple(offsets) for offsets in GOLD["persName"]}
    right = len(found & expected)
    assert 2 * right / (len(found) + len(expected)) >= 0.95
