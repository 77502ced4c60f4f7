"""Elements that hold several blocks, one inside the other: quotations, lists, letters in prose.

A block says with its attribute ``within`` what it stands in, from the outside to the inside
(``"cit quote"``). Blocks one after the other in the same outermost element share it, up to one
that is ``first``.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from teikit.encode.body.elements import LEAVES, close, hold_text, letter, marks
from teikit.encode.body.fill import Filler
from teikit.encode.model import Block
from teikit.tei import tei

_ELEMENTS = {"poem": "lg"}


def path(block: Block) -> list[str]:
    """What a block stands in, the outermost first."""
    return block.attributes.get("within", "").split()


def group_end(blocks: Sequence[Block], at: int, depth: int = 0) -> int:
    """The index after the last block that shares the element that ``blocks[at]`` stands in."""
    outermost = path(blocks[at])[: depth + 1]
    until = at + 1
    while (
        until < len(blocks)
        and path(blocks[until])[: depth + 1] == outermost
        and blocks[until].attributes.get("first") != outermost[-1]
    ):
        until += 1
    return until


def contain(parent: etree._Element, blocks: Sequence[Block], filler: Filler, depth: int) -> None:
    """Append the elements of blocks that share all that is above ``depth``.

    Args:
        parent: the element that they share.
        blocks: in the order of the text.
        filler: what copies the words.
        depth: how much of their paths is built already.
    """
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if at:
            marks(parent, block)
        until = at + 1
        if len(path(block)) > depth:
            until = group_end(blocks, at, depth)
            _container(parent, path(block)[depth], blocks[at:until], filler, depth + 1)
        else:
            LEAVES.get(block.kind, LEAVES["p"])(parent, [block], filler)
        at = until


def _container(
    parent: etree._Element, name: str, blocks: Sequence[Block], filler: Filler, depth: int
) -> None:
    if name == "letter":
        body, rest, closing = letter(parent, blocks, filler)
        contain(body, rest, filler, depth)
        hold_text(body)
        close(body, closing, filler)
        return
    element = etree.SubElement(parent, tei(_ELEMENTS.get(name, name)))
    facts = blocks[0].attributes
    if name == "poem":
        element.set("type", "section")
    if name == "poem" and "head" in facts:
        element.set("n", facts["n"])
        filler.add(element, "head", blocks[0].start, int(facts["head"]))
    if name == "table" and "rend" in facts:
        element.set("rend", facts["rend"])
    if name == "row" and "role" in facts:
        element.set("role", facts["role"])
    if name == "list" and "list" in facts:
        element.set(*_kind_of_list(facts["list"]))
    contain(element, blocks, filler, depth)


def _kind_of_list(kind: str) -> tuple[str, str]:
    """The attribute that tells what a list is: how it looks, or what it is for."""
    return ("rend" if kind in {"numbered", "bulleted"} else "type"), kind
