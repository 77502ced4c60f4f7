"""Title pages: what their blocks become (TEI Guidelines, section 4.6)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from teikit.encode.body.elements import BUILDERS, marks
from teikit.encode.body.fill import Filler
from teikit.encode.model import Block
from teikit.tei import tei

_ELEMENTS = {"edition": "docEdition", "date": "docDate", "editor": "byline"}


def title_page(front: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    """A ``<titlePage>`` from the blocks above the text, and the dedication that stands among them.

    Args:
        front: the ``<front>``.
        blocks: of the title page, in order.
        filler: what copies the words.
    """
    page: etree._Element | None = None
    main = "main"
    groups = [(kind, list(group)) for kind, group in groupby(blocks, _kind)]
    for at, (kind, group) in enumerate(groups):
        if page is None and kind == "figure" and _is_alone(groups, at):
            for block in group:
                marks(front, block)
                filler.figure(front, block.start, block.end)
            continue
        if kind == "dedication":
            division = etree.SubElement(front, tei("div"), {"type": "dedication"})
            for block in group:
                marks(division, block)
                filler.add(division, "p", block.start, block.end)
            page = None
            continue
        if page is None:
            page = etree.SubElement(front, tei("titlePage"))
        holder = page
        if kind in {"title", "imprint"}:
            name = "docTitle" if kind == "title" else "docImprint"
            holder = etree.SubElement(page, tei(name))
        for block in group:
            marks(holder, block)
            if kind == "title":
                filler.add(holder, "titlePart", block.start, block.end, type=main)
                main = "sub"
            else:
                _part(holder, kind, block, filler)


def _is_alone(groups: Sequence[tuple[str, list[Block]]], at: int) -> bool:
    """Whether pictures stand between dedications, where a title page would have nothing else."""
    return at + 1 == len(groups) or groups[at + 1][0] == "dedication"


def _kind(block: Block) -> str:
    return block.attributes.get("part", "desc") if block.kind == "titlepart" else block.kind


def _part(holder: etree._Element, kind: str, block: Block, filler: Filler) -> None:
    if kind == "byline":
        BUILDERS["byline"](holder, [block], filler)
    elif kind == "author":
        filler.add(holder, "docAuthor", block.start, block.end)
    elif kind == "figure":
        filler.figure(holder, block.start, block.end)
    elif kind == "epigraph":
        BUILDERS["lg"](etree.SubElement(holder, tei("epigraph")), [block], filler)
    elif kind == "imprint":
        _imprint(holder, block, filler)
    elif kind in _ELEMENTS:
        filler.add(holder, _ELEMENTS[kind], block.start, block.end)
    else:
        filler.add(holder, "titlePart", block.start, block.end, type=kind)


def _imprint(holder: etree._Element, block: Block, filler: Filler) -> None:
    """A line of an imprint, on a line of its own."""
    name = block.attributes["name"]
    if name:
        filler.add(holder, name, block.start, block.end)
    else:
        filler.fill(holder, block.start, block.end)
    if len(holder):
        holder[-1].tail = f"{holder[-1].tail or ''}\n"
    else:
        holder.text = f"{holder.text or ''}\n"
