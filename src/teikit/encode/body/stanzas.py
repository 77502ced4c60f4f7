"""Stanzas as elements: lines with their indentation, their numbers and the parts they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from teikit.encode.body.fill import Filler
from teikit.encode.model import Block
from teikit.encode.structure.stanzas import MARGIN_NUMBER
from teikit.tei import tei

# Indentations that @rend tells apart.
_DEEPEST = 6
NUMBERED = "number"
"""The word in ``@rend`` of a line whose number the source prints at its end."""


def stanza(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    """An ``<lg>`` with an ``<l>`` for each line; ``@rend`` tells the indented ones.

    A number above the lines is its ``<head>``; one at the end of a line is the line’s ``@n``.
    """
    (block,) = blocks
    element = etree.SubElement(parent, tei("lg"))
    # The number of a section of a poem is set above the section; a speech has no sections.
    in_poem = "poem" in block.attributes.get("within", "").split()
    sections = in_poem and parent.tag != tei("sp")
    if "head" in block.attributes and not sections:
        filler.add(element, "head", block.start, int(block.attributes["head"]))
        element.set("n", block.attributes["n"])
    indents: list[tuple[etree._Element, int]] = []
    for start, end, indent in _verses(filler.text, block):
        facts: dict[str, str] = {}
        if "numbered" in block.attributes:
            number = MARGIN_NUMBER.search(filler.text[start:end])
            if number:
                facts = {"n": number["n"], "rend": NUMBERED}
                end = start + number.start()
        indents.append((filler.add(element, "l", start, end, **facts), indent))
    for part, (line, _) in (("first-part", indents[0]), ("last-part", indents[-1])):
        if part in block.attributes:
            line.set("part", _part(line.get("part"), block.attributes[part]))
    levels = sorted({indent for _, indent in indents})
    for line, indent in indents:
        level = levels.index(indent)
        if level:
            rend = "indent" if level == 1 else f"indent{min(level, _DEEPEST)}"
            line.set("rend", " ".join(filter(None, (rend, line.get("rend", "")))))


def _part(known: str | None, part: str) -> str:
    """Which part of a shared line a line is; the only line of a stanza may be amid one."""
    return "M" if known else part


def _verses(text: str, block: Block) -> Iterator[tuple[int, int, int]]:
    """Start, end and indentation of each line of verse."""
    # The first line's indentation lies before the block, if no speaker does.
    start = text.rfind("\n", 0, block.start) + 1
    if text[start : block.start].strip():
        start = block.start
    if "head" in block.attributes:
        start = text.index("\n", int(block.attributes["head"])) + 1
    turned = set(map(int, block.attributes.get("turned", "").split()))
    verse: tuple[int, int, int] | None = None
    for line in text[start : block.end].split("\n"):
        lead = len(line) - len(line.lstrip())
        end = start + len(line.rstrip())
        if verse and start + lead in turned:
            verse = (verse[0], end, verse[2])
        else:
            if verse:
                yield verse
            verse = (start + lead, end, lead)
        start += len(line) + 1
    if verse:
        yield verse
