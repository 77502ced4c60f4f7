"""Elements made of one block or of a run of like blocks: paragraphs, stanzas, lists, speeches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from lxml import etree

from teikit.encode.fill import Filler
from teikit.encode.model import Block
from teikit.tei import tei

Builder = Callable[[etree._Element, Sequence[Block], Filler], None]
"""Appends an element for some blocks to a parent."""

_PARTS = {"farewell": "salute"}


def marks(parent: etree._Element, block: Block) -> None:
    """The breaks that stand before a block: of the page, and of a section."""
    if "page" in block.attributes:
        n = block.attributes["page"]
        etree.SubElement(parent, tei("pb"), {} if n == "yes" else {"n": n})
    if "break" in block.attributes:
        etree.SubElement(parent, tei("milestone"), {"unit": "section", "rend": "space"})


def title_page(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    """A ``<titlePage>`` from the blocks above the text."""
    page = etree.SubElement(parent, tei("titlePage"))
    main = "main"
    for kind, group in groupby(blocks, lambda block: block.kind):
        holder = etree.SubElement(page, tei("docTitle")) if kind == "title" else page
        for block in group:
            marks(holder, block)
            if kind == "title":
                filler.add(holder, "titlePart", block.start, block.end, type=main)
                main = "sub"
            elif kind == "byline":
                _byline(holder, [block], filler)
            elif kind == "author":
                filler.add(holder, "docAuthor", block.start, block.end)
            elif kind == "figure":
                filler.figure(holder, block.start, block.end)
            elif kind == "epigraph":
                _stanza(etree.SubElement(holder, tei("epigraph")), [block], filler)
            else:
                filler.add(holder, "titlePart", block.start, block.end, type="desc")


def _byline(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    byline = etree.SubElement(parent, tei("byline"))
    author = int(blocks[0].attributes["author"])
    filler.fill(byline, blocks[0].start, author)
    filler.add(byline, "docAuthor", author, blocks[0].end)


def _paragraph(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    filler.add(parent, "p", blocks[0].start, blocks[0].end)


def _ornament(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    filler.add(parent, "ab", blocks[0].start, blocks[0].end, type="ornament")


def _figure(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    filler.figure(parent, blocks[0].start, blocks[0].end)


def _standing_note(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    filler.standing_note(parent, blocks[0].start, blocks[0].end)


def _trailer(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    filler.add(parent, "trailer", blocks[0].start, blocks[0].end)


def _forme_work(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    facts = {name: blocks[0].attributes[name] for name in ("type", "place")}
    filler.add(parent, "fw", blocks[0].start, blocks[0].end, **facts)


def _postscript(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    _paragraph(etree.SubElement(parent, tei("postscript")), blocks, filler)


def _stanza(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    """An ``<lg>`` with an ``<l>`` for each line; ``@rend`` tells the indented ones."""
    element = etree.SubElement(parent, tei("lg"))
    # The first line's indentation lies before the block.
    start = filler.text.rfind("\n", 0, blocks[0].start) + 1
    if "inline" in blocks[0].attributes:
        start = blocks[0].start
    lines = filler.text[start : blocks[0].end].split("\n")
    margin = min(_indentation(line) for line in lines)
    for line in lines:
        lead = _indentation(line)
        indented = {"rend": "indent"} if lead > margin else {}
        filler.add(element, "l", start + lead, start + len(line.rstrip()), **indented)
        start += len(line) + 1


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


def _quotation(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    _each(etree.SubElement(parent, tei("quote")), {"quote": "p"}, blocks, filler)


def _list(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    element = etree.SubElement(parent, tei("list"), {"type": blocks[0].attributes["list"]})
    _each(element, {}, blocks, filler)


def _cast_list(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    _each(etree.SubElement(parent, tei("castList")), {"castitem": "castItem"}, blocks, filler)


def _opener(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    _each(etree.SubElement(parent, tei("opener")), _PARTS, blocks, filler)


def _closer(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    _each(etree.SubElement(parent, tei("closer")), _PARTS, blocks, filler)


def _each(
    parent: etree._Element, names: Mapping[str, str], blocks: Sequence[Block], filler: Filler
) -> None:
    """An element for each block, named as ``names`` says or as the block's kind."""
    for at, block in enumerate(blocks):
        if at:
            marks(parent, block)
        filler.add(parent, names.get(block.kind, block.kind), block.start, block.end)


def _stage(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    filler.add(parent, "stage", blocks[0].start, blocks[0].end, **_rend(blocks[0]))


def _speech(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    """An ``<sp>``: the speaker, then what is spoken and done."""
    speech = etree.SubElement(parent, tei("sp"))
    speaker, *spoken = blocks
    filler.add(speech, "speaker", speaker.start, speaker.end, **_rend(speaker))
    for block in spoken:
        marks(speech, block)
        BUILDERS[block.kind](speech, [block], filler)


def _rend(block: Block) -> dict[str, str]:
    return {name: value for name, value in block.attributes.items() if name == "rend"}


BUILDERS: Mapping[str, Builder] = {
    "p": _paragraph,
    "byline": _byline,
    "lg": _stanza,
    "quote": _quotation,
    "ornament": _ornament,
    "figure": _figure,
    "standing note": _standing_note,
    "fw": _forme_work,
    "item": _list,
    "castitem": _cast_list,
    "stage": _stage,
    "sp": _speech,
    "opener": _opener,
    "closer": _closer,
    "postscript": _postscript,
    "trailer": _trailer,
}
"""What builds the element for each name that ``encode.weave`` finds for a block."""
