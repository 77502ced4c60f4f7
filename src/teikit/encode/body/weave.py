"""Weaving: the one place that builds the TEI ``<text>`` from blocks and spans.

Valid whatever the blocks are: a block goes where its element may stand, and becomes a paragraph
where that is nowhere. Lossless: ``Filler`` copies each block's range of the text once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby, takewhile

from lxml import etree

from teikit.encode.body.containers import contain, group_end, path
from teikit.encode.body.elements import (
    BUILDERS,
    CLOSING_KINDS,
    OPENING_KINDS,
    SIGNING_KINDS,
    hold_text,
    marks,
)
from teikit.encode.body.fill import Filler
from teikit.encode.body.group import group_works
from teikit.encode.model import Block, Span
from teikit.encode.notes.bodies import NoteBodies
from teikit.encode.structure.division_names import RANKS
from teikit.encode.structure.linked_contents import link_contents
from teikit.encode.structure.matter import matter
from teikit.encode.structure.title_page import title_page
from teikit.tei import NSMAP, tei

_TITLE_KINDS = frozenset({"title", "author", "byline", "titlepart", "epigraph"})
_CLOSING_ELEMENTS = frozenset({"closer", "postscript", "trailer"})
_LAST_KINDS = CLOSING_KINDS | {"trailer", "note", "figure", "fw", "pb", "standing note"}
# Elements that may stand above a division's text as well, and do not make one.
_EMPTY_ELEMENTS = frozenset({"figure", "fw", "pb", "byline", "standing note"})
_CONTAINER = "container"
_ABOVE_TEXT = frozenset({"epigraph", "argument"})
_SPEECH_KINDS = frozenset({"p", "lg", "stage"})
_INDENTED = frozenset(
    tei(name)
    for name in (
        "text", "front", "titlePage", "docTitle", "body", "back", "div", "quote", "lg", "opener",
        "closer", "postscript", "list", "castList", "sp", "cit", "epigraph", "argument",
        "floatingText", "table", "row", "group",
    )
)  # fmt: skip


@dataclass(slots=True)
class _Division:
    """An open division; the first one is the body. Closed, it holds no other.

    Content is what headings, mottoes and openers may not follow; an opener is no text yet.
    """

    element: etree._Element
    style: str = ""
    rank: int = 0
    has_content: bool = False
    has_text: bool = False
    is_closed: bool = False


def weave(
    text: str,
    blocks: Sequence[Block],
    spans: Sequence[Span],
    references: Mapping[str, str],
    *,
    group: bool = False,
) -> etree._Element:
    """Build the ``<text>`` element.

    Args:
        text: the whole text.
        blocks: from ``encode.segment``, in the order of the text.
        spans: from ``encode.resolve``.
        references: for each entity, the ``xml:id`` that its mentions point to.
        group: whether each division of the outermost level is a text of its own.

    Returns:
        A TEI ``<text>``, with ``<front>`` and ``<back>`` where there is something for them.
    """
    return _Weaver(text, blocks, spans, references, group=group).weave()


class _Weaver:
    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        spans: Sequence[Span],
        references: Mapping[str, str],
        *,
        group: bool,
    ) -> None:
        self.group = group
        self.titles = list(takewhile(_is_title, blocks))
        self.blocks = blocks[len(self.titles) :]
        self.runs = list(_runs(self.blocks))
        self.front, self.back = matter(text, self.blocks)
        self.filler = Filler(text, spans, references, self._write_note)
        notes = [run for run in self.runs if run[0].kind == "note"]
        # The notes of a work are printed with it, not at the end of all.
        ends = not group and bool(self.runs) and self.runs[-1][0].kind == "note"
        self.notes = NoteBodies(notes, ends, spans, self.filler.fill)
        self.root = etree.Element(tei("text"), nsmap=NSMAP)

    def weave(self) -> etree._Element:
        if self.titles:
            title_page(self._part("front"), self.titles, self.filler)
        self._begin("front" if self.front else "body")
        for run in self.runs:
            if run[0].kind != "note":
                self._place_run(run)
            elif run is not self.runs[-1]:
                self.notes.place(self._here(), run)
            elif self.notes.anchored(run):
                parent = etree.SubElement(self._part("back"), tei("div"), {"type": "notes"})
                self.notes.place(parent, run)
        body = self._part("body")
        hold_text(body)
        link_contents(self.root)
        if self.group:
            group_works(self.root)
        _indent(self.root, 1)
        return self.root

    def _part(self, name: str) -> etree._Element:
        """The front, the body or the back of the text."""
        found = self.root.find(tei(name))
        return etree.SubElement(self.root, tei(name)) if found is None else found

    def _begin(self, name: str) -> None:
        """Go on in a part of the text."""
        self.stack = [_Division(self._part(name))]

    def _write_note(self, parent: etree._Element, identifier: str) -> None:
        self.notes.write(parent, identifier)

    # Divisions

    def _here(self) -> etree._Element:
        return self.stack[-1].element

    def _is_new(self) -> bool:
        """Whether nothing but headings stands in the innermost division."""
        return not self.stack[-1].has_content

    def _open_division(self, block: Block) -> None:
        if block.start == self.front:
            self._begin("body")
        elif block.start == self.back:
            self._begin("back")
        facts = block.attributes
        if "act" in facts:
            self._open_act(facts["act"])
        style, rank = facts.get("style", "plain"), int(facts.get("rank", 0))
        # An introduction right under the heading of a chapter is that chapter's.
        above = self.stack[-1]
        inside = "leaf" in facts and self._is_new() and above.rank and not above.is_closed
        while not inside and len(self.stack) > 1 and self._closes(style, rank):
            self.stack.pop()
        self.stack[-1].has_content = self.stack[-1].has_text = True
        division = etree.SubElement(self._here(), tei("div"))
        if facts.get("type"):
            division.set("type", facts["type"])
        if facts.get("n"):
            division.set("n", facts["n"])
        self.stack.append(_Division(division, style, rank, is_closed="leaf" in facts))

    def _open_act(self, n: str) -> None:
        """Open the act that the heading of a scene names, as “ACT I. SCENE 2.” does."""
        open_now = ((one.element.get("type"), one.element.get("n")) for one in self.stack)
        if ("act", n) not in open_now:
            while len(self.stack) > 1 and self._closes("act", RANKS["act"]):
                self.stack.pop()
            act = etree.SubElement(self._here(), tei("div"), {"type": "act", "n": n})
            self.stack[-1].has_content = self.stack[-1].has_text = True
            self.stack.append(_Division(act, "act", RANKS["act"]))

    def _leave_cast(self) -> None:
        """Let a play that has no heading below its persons have a division of its own."""
        cast = self.stack.pop()
        division = etree.SubElement(self._here(), tei("div"))
        self.stack.append(_Division(division, cast.style, cast.rank, has_content=True))

    def _closes(self, style: str, rank: int) -> bool:
        """Whether a new heading closes the innermost division.

        A heading closes those of its own style and all inside them; a named one (part, chapter)
        also those that rank with it or below. A style not seen yet opens a division inside.
        """
        top = self.stack[-1]
        if top.is_closed or any(division.style == style for division in self.stack):
            return True
        return bool(rank) and (not top.rank or top.rank >= rank)

    # Blocks

    def _place_run(self, run: Sequence[Block]) -> None:
        at = 0
        while at < len(run):
            block = run[at]
            if block.kind == "head" and not ("sub" in block.attributes and self._is_new()):
                self._open_division(block)
            elif self._here().get("type") == "cast" and _speaks(run[at:]):
                self._leave_cast()
            marks(self._here(), block)
            if block.kind == "head":
                rend = {name: facts for name, facts in block.attributes.items() if name == "rend"}
                self.filler.add(self._here(), "head", block.start, block.end, **rend)
                at += 1
                continue
            name, until = self._element_for(run, at)
            if name == _CONTAINER:
                self._contain(run[at:until])
                at = until
                continue
            self.stack[-1].has_content |= name not in _EMPTY_ELEMENTS
            self.stack[-1].has_text |= name not in _EMPTY_ELEMENTS and name != "opener"
            # What a signature closes holds no other, even where the text has more to say.
            closes = name in _CLOSING_ELEMENTS or block.kind in {"signed", "trailer"}
            self.stack[-1].is_closed |= closes
            BUILDERS[name](self._here(), run[at:until], self.filler)
            at = until

    def _contain(self, blocks: Sequence[Block]) -> None:
        """Place blocks that stand in a quotation, a list, a letter or the like."""
        motto = path(blocks[0])[0] in _ABOVE_TEXT
        # A motto stands above the text of a division, and nowhere else.
        contain(self._here(), blocks, self.filler, int(motto and not self._is_new()))
        self.stack[-1].has_content |= not motto
        self.stack[-1].has_text |= not motto

    def _element_for(self, run: Sequence[Block], at: int) -> tuple[str, int]:
        """What a block becomes where it stands, and the index after the last that goes with it."""
        kind = run[at].kind
        if path(run[at]):
            return _CONTAINER, group_end(run, at)
        if kind == "speaker":
            until = _end_of_speech(run, at)
            return ("sp" if until > at + 1 else "p"), until
        if kind == "byline" and not self._is_new():
            return "p", at + 1
        if kind in OPENING_KINDS and self._is_new():
            return "opener", _after(run, at, OPENING_KINDS)
        if kind in SIGNING_KINDS and self._only_closes(run[at]):
            return "closer", _after(run, at, SIGNING_KINDS | {"dateline", "address"})
        if kind in _CLOSING_ELEMENTS and not self._only_closes(run[at]):
            return "p", at + 1
        return (kind if kind in BUILDERS else "p"), at + 1

    def _only_closes(self, block: Block) -> bool:
        """Whether text is above and nothing but closing parts and notes follow in this division."""
        if not self.stack[-1].has_text:
            return False
        at = bisect_left(self.blocks, block.start, key=lambda other: other.start)
        for kind in (self.blocks[index].kind for index in range(at, len(self.blocks))):
            if kind == "head":
                return len(self.stack) > 1
            if kind not in _LAST_KINDS:
                return False
        return True


def _is_title(block: Block) -> bool:
    return block.kind in _TITLE_KINDS or "front" in block.attributes


def _speaks(blocks: Sequence[Block]) -> bool:
    """Whether a speech begins here, or before the next heading after stage directions."""
    kinds = (block.kind for block in blocks)
    return next((kind for kind in kinds if kind != "stage"), "") == "speaker"


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks by runs of notes and what lies between them."""
    for _, run in groupby(blocks, lambda block: block.kind == "note"):
        yield list(run)


def _after(run: Sequence[Block], at: int, kinds: AbstractSet[str]) -> int:
    """The index after the last block of a group."""
    until = at + 1
    while until < len(run) and run[until].kind in kinds:
        until += 1
    return until


def _end_of_speech(run: Sequence[Block], at: int) -> int:
    """The index after the last block of a speech; stage directions after it stand outside."""
    end = until = at + 1
    while until < len(run) and run[until].kind in _SPEECH_KINDS:
        if run[until].kind != "stage":
            if until > at + 1 and "spoken" not in run[until].attributes:
                break
            end = until + 1
        until += 1
    return end if end > at + 1 else min(until, at + 2)


def _indent(element: etree._Element, depth: int) -> None:
    """Set elements that hold no text of their own on lines of their own."""
    if element.tag not in _INDENTED or not len(element):
        return
    space = "\n" + "  " * depth
    element.text = space
    for child in element:
        child.tail = space
        _indent(child, depth + 1)
    element[-1].tail = space[:-2]
