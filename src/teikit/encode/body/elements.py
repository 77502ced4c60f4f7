"""Elements made of one block or of a run of like blocks: paragraphs, stanzas, lists, speeches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from lxml import etree

from teikit.encode.body.fill import Filler
from teikit.encode.body.stanzas import stanza
from teikit.encode.model import Block
from teikit.tei import XML_ID, tei

Builder = Callable[[etree._Element, Sequence[Block], Filler], None]
"""Appends an element for some blocks to a parent."""

_NOTE = ("type", "place", "rend")
_PARTS = {"farewell": "salute"}
_NO_TEXT = frozenset(
    tei(name)
    for name in (
        "head",
        "figure",
        "fw",
        "pb",
        "milestone",
        "anchor",
        "note",
        "opener",
        "byline",
        "epigraph",
        "argument",
    )
)

OPENING_KINDS = frozenset({"dateline", "address", "salute"})
"""Blocks of which an ``<opener>`` is made."""
SIGNING_KINDS = frozenset({"farewell", "signed"})
"""Blocks that open a ``<closer>``."""
CLOSING_KINDS = SIGNING_KINDS | {"dateline", "address", "postscript"}
"""Blocks that may stand at the end of a letter."""


def marks(parent: etree._Element, block: Block) -> None:
    """The breaks that stand before a block: of the page, and of a section."""
    if "page" in block.attributes:
        n = block.attributes["page"]
        etree.SubElement(parent, tei("pb"), {} if n == "yes" else {"n": n})
    if "break" in block.attributes:
        etree.SubElement(parent, tei("milestone"), {"unit": "section", "rend": "space"})


def hold_text(body: etree._Element) -> None:
    """Give a ``<body>`` an empty paragraph where it would hold no text at all."""
    if all(child.tag in _NO_TEXT for child in body):
        etree.SubElement(body, tei("p"))


def _byline(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    byline = etree.SubElement(parent, tei("byline"))
    author = int(blocks[0].attributes["author"])
    filler.fill(byline, blocks[0].start, author)
    filler.add(byline, "docAuthor", author, blocks[0].end)


def _paragraph(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    part = blocks[0].attributes.get("part")
    facts = {"part": part} if part else {}
    filler.add(parent, "p", blocks[0].start, blocks[0].end, **facts)


def _ornament(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    filler.add(parent, "ab", blocks[0].start, blocks[0].end, type="ornament")


def _figure(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    filler.figure(parent, blocks[0].start, blocks[0].end)


def _standing_note(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    facts = {name: blocks[0].attributes[name] for name in _NOTE if name in blocks[0].attributes}
    filler.standing_note(parent, blocks[0].start, blocks[0].end, facts)


def _trailer(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    filler.add(parent, "trailer", blocks[0].start, blocks[0].end)


def _forme_work(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    facts = {name: blocks[0].attributes[name] for name in ("type", "place")}
    filler.add(parent, "fw", blocks[0].start, blocks[0].end, **facts)


def _page(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    facts = {name: blocks[0].attributes[name] for name in ("n", "rend")}
    etree.SubElement(parent, tei("pb"), facts)


def _postscript(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    _paragraph(etree.SubElement(parent, tei("postscript")), blocks, filler)


def _item(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    filler.add(parent, "item", blocks[0].start, blocks[0].end)


def _label(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    filler.add(parent, "label", blocks[0].start, blocks[0].end)


def _cell(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    """A ``<cell>``, with the empty ones before and after it."""
    for _ in range(int(blocks[0].attributes.get("skip", 0))):
        etree.SubElement(parent, tei("cell"))
    filler.add(parent, "cell", blocks[0].start, blocks[0].end)
    for _ in range(int(blocks[0].attributes.get("trail", 0))):
        etree.SubElement(parent, tei("cell"))


def _rule(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    """The rule between two rows of a table; ``@rend`` is what the source prints."""
    words = " ".join(filler.text[blocks[0].start : blocks[0].end].split())
    etree.SubElement(parent, tei("milestone"), {"unit": "rule", "rend": words})


def _cast_item(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    """A ``<castItem>``, with its role and what is said of it where they are known."""
    (block,) = blocks
    facts = block.attributes
    if "role" not in facts:
        filler.add(parent, "castItem", block.start, block.end)
        return
    item = etree.SubElement(parent, tei("castItem"))
    role, start = etree.Element(tei("role"), {XML_ID: facts["id"]}), block.start
    underscore = filler.text[start] == "_"
    filler.fill(item, start, start + underscore)
    item.append(role)
    filler.fill(role, start + underscore, int(facts["role"]))
    start = int(facts["role"])
    if "desc" in facts:
        filler.fill(item, start, int(facts["desc"]))
        filler.add(item, "roleDesc", int(facts["desc"]), int(facts["desc-end"]))
        start = int(facts["desc-end"])
    filler.fill(item, start, block.end)


def _bibl(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    filler.add(parent, "bibl", blocks[0].start, blocks[0].end)


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
        if block.kind == "address":
            _address(parent, block, filler)
            continue
        filler.add(parent, names.get(block.kind, block.kind), block.start, block.end)


def _address(parent: etree._Element, block: Block, filler: Filler) -> None:
    """An ``<address>`` with a line for each line of the block."""
    element = etree.SubElement(parent, tei("address"))
    start = block.start
    for line in filler.text[block.start : block.end].split("\n"):
        lead = len(line) - len(line.lstrip())
        filler.add(element, "addrLine", start + lead, start + len(line.rstrip()))
        start += len(line) + 1


def letter(
    parent: etree._Element, blocks: Sequence[Block], filler: Filler
) -> tuple[etree._Element, Sequence[Block], Sequence[Block]]:
    """A ``<floatingText>`` with the opener of a letter.

    Returns:
        Its body, the blocks of the letter's text, and those of its closer.
    """
    element = etree.SubElement(parent, tei("floatingText"), {"type": "letter"})
    body = etree.SubElement(element, tei("body"))
    opening, end = 0, len(blocks)
    while opening < end and blocks[opening].kind in OPENING_KINDS:
        opening += 1
    while end > opening and blocks[end - 1].kind in CLOSING_KINDS:
        end -= 1
    if opening == end:
        opening = 0
    if opening:
        _opener(body, blocks[:opening], filler)
    return body, blocks[opening:end], blocks[end:]


def close(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    """What closes a letter: ``<closer>`` and ``<postscript>``, by turns."""
    for after, group in groupby(blocks, lambda block: block.kind == "postscript"):
        parts = list(group)
        marks(parent, parts[0])
        if after:
            for part in parts:
                _postscript(parent, [part], filler)
        else:
            _closer(parent, parts, filler)


def _stage(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    facts = {name: fact for name, fact in blocks[0].attributes.items() if name in {"rend", "type"}}
    filler.add(parent, "stage", blocks[0].start, blocks[0].end, **facts)


def _speech(parent: etree._Element, blocks: Sequence[Block], filler: Filler) -> None:
    """An ``<sp>``: the speaker, then what is spoken and done."""
    speech = etree.SubElement(parent, tei("sp"))
    speaker, *spoken = blocks
    if "who" in speaker.attributes:
        speech.set("who", speaker.attributes["who"])
    if "cert" in speaker.attributes:
        speech.set("cert", speaker.attributes["cert"])
        speech.set("resp", "#teikit")
    filler.add(speech, "speaker", speaker.start, speaker.end, **_rend(speaker))
    for block in spoken:
        marks(speech, block)
        BUILDERS[block.kind](speech, [block], filler)


def _rend(block: Block) -> dict[str, str]:
    return {name: value for name, value in block.attributes.items() if name == "rend"}


BUILDERS: Mapping[str, Builder] = {
    "p": _paragraph,
    "byline": _byline,
    "lg": stanza,
    "ornament": _ornament,
    "figure": _figure,
    "standing note": _standing_note,
    "fw": _forme_work,
    "pb": _page,
    "stage": _stage,
    "sp": _speech,
    "opener": _opener,
    "closer": _closer,
    "postscript": _postscript,
    "trailer": _trailer,
}
"""What builds the element for each name that ``encode.body.weave`` finds for a block."""

LEAVES: Mapping[str, Builder] = {
    **{kind: BUILDERS[kind] for kind in ("p", "lg", "ornament", "figure", "standing note", "fw")},
    "label": _label,
    "item": _item,
    "cell": _cell,
    "rule": _rule,
    "castitem": _cast_item,
    "bibl": _bibl,
}
"""What builds the element for each kind of block that stands in a container."""
