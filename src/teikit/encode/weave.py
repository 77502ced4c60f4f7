"""Weaving: the one place that builds the TEI ``<text>`` from blocks and spans.

Valid whatever the blocks are: a block goes where its element may stand, and becomes a paragraph
where that is nowhere. Lossless: ``_fill`` copies each block's range of the text once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from teikit.encode.model import Block, Span
from teikit.tei import NSMAP, XML_ID, tei

_TITLE_KINDS = frozenset({"title", "author", "byline"})
_CLOSING_KINDS = frozenset({"farewell", "signed", "postscript", "note"})
_LETTER_PARTS = {
    "dateline": "dateline",
    "salute": "salute",
    "farewell": "salute",
    "signed": "signed",
}
_INDENTED = frozenset(
    tei(name)
    for name in (
        "text", "front", "titlePage", "docTitle", "body", "back", "div", "quote", "lg", "opener",
        "closer", "postscript",
    )
)  # fmt: skip


@dataclass(slots=True)
class _Division:
    """An open division; the first one is the body."""

    element: etree._Element
    style: str = ""
    rank: int = 0
    has_content: bool = False


def weave(
    text: str, blocks: Sequence[Block], spans: Sequence[Span], references: Mapping[str, str]
) -> etree._Element:
    """Build the ``<text>`` element.

    Args:
        text: the whole text.
        blocks: from ``encode.segment``, in the order of the text.
        spans: from ``encode.resolve``.
        references: for each entity, the ``xml:id`` that its mentions point to.

    Returns:
        A TEI ``<text>``, with ``<front>`` and ``<back>`` where there is something for them.
    """
    return _Weaver(text, blocks, spans, references).weave()


class _Weaver:
    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        spans: Sequence[Span],
        references: Mapping[str, str],
    ) -> None:
        self.text = text
        self.titles = [block for block in blocks if block.kind in _TITLE_KINDS]
        self.blocks = [block for block in blocks if block.kind not in _TITLE_KINDS]
        self.spans = spans
        self.starts = [span.start for span in spans]
        self.references = references
        self.root = etree.Element(tei("text"), nsmap=NSMAP)
        # The order in which the markers stand, and the bodies they call, by xml:id.
        notes = [span.attributes["target"] for span in spans if span.kind == "note"]
        self.order = {identifier: place for place, identifier in enumerate(notes)}
        self.bodies: dict[str, list[Block]] = {}
        self.places: dict[str, str] = {}
        self.anchors: dict[str, str] = {}

    def weave(self) -> etree._Element:
        runs = list(self._runs())
        for at, run in enumerate(runs):
            if run[0].kind == "note":
                self._plan_notes(run, last=at == len(runs) - 1)
        if self.titles:
            self._title_page()
        self.body = etree.SubElement(self.root, tei("body"))
        self.stack = [_Division(self.body)]
        for at, run in enumerate(runs):
            if run[0].kind != "note":
                self._place_run(run)
            elif at < len(runs) - 1:
                self._notes(self.stack[-1].element, run)
            else:
                self._last_notes(run)
        if not self.stack[0].has_content:
            etree.SubElement(self.body, tei("p"))
        _indent(self.root, 1)
        return self.root

    def _runs(self) -> Iterator[list[Block]]:
        """Blocks by runs of notes and what lies between them."""
        for _, run in groupby(self.blocks, lambda block: block.kind == "note"):
            yield list(run)

    # Notes

    def _plan_notes(self, run: list[Block], last: bool) -> None:
        """Decide where each note's body is printed again when the markup is taken off.

        A note without an anchor is printed at the end of the text, in the order of the markers.
        Where that is not where its body stood, an anchor keeps the place.
        """
        bodies = {block.attributes["id"]: block for block in run}
        for block in run:
            self.bodies.setdefault(block.attributes["id"], []).append(block)
        inline = [i for i, block in bodies.items() if block.attributes["form"] == "inline"]
        for identifier, block in bodies.items():
            self.places[identifier] = block.attributes["place"]
        in_order = inline == sorted(inline, key=self.order.__getitem__)
        if last and in_order and len(inline) == len(bodies):
            return
        previous = ""
        for identifier, block in bodies.items():
            if block.attributes["form"] != "inline":
                previous = ""
                continue
            if not previous or self.order[previous] > self.order[identifier]:
                anchor = f"notes{len(set(self.anchors.values())) + 1}"
            self.anchors[identifier] = anchor
            previous = identifier

    def _notes(self, parent: etree._Element, run: list[Block]) -> None:
        """Put the bodies of a run where they stood: as notes, or as an anchor for inline ones."""
        anchor = ""
        for block in run:
            identifier = block.attributes["id"]
            if "continued" in block.attributes:
                continue
            if "page" in block.attributes:
                etree.SubElement(parent, tei("pb"))
            if block.attributes["form"] != "inline":
                self._note(parent, identifier)
            elif self.anchors.get(identifier, anchor) != anchor:
                anchor = self.anchors[identifier]
                etree.SubElement(parent, tei("anchor"), {XML_ID: anchor, "type": "notes"})

    def _last_notes(self, run: list[Block]) -> None:
        listed = any(block.attributes["form"] == "list" for block in run)
        if listed or any(block.attributes["id"] in self.anchors for block in run):
            back = etree.SubElement(self.root, tei("back"))
            self._notes(etree.SubElement(back, tei("div"), {"type": "notes"}), run)

    def _note(self, parent: etree._Element, identifier: str) -> None:
        bodies = self.bodies[identifier]
        note = etree.SubElement(
            parent,
            tei("note"),
            {"n": bodies[0].attributes["n"], "place": self.places[identifier], XML_ID: identifier},
        )
        if "rend" in bodies[0].attributes:
            note.set("rend", bodies[0].attributes["rend"])
        if identifier in self.anchors:
            note.set("corresp", f"#{self.anchors[identifier]}")
        if len(bodies) == 1:
            self._fill(note, bodies[0].start, bodies[0].end)
            return
        for block in bodies:
            self._fill(etree.SubElement(note, tei("p")), block.start, block.end)

    # Front matter and divisions

    def _title_page(self) -> None:
        front = etree.SubElement(self.root, tei("front"))
        page = etree.SubElement(front, tei("titlePage"))
        main = "main"
        for kind, group in groupby(self.titles, lambda block: block.kind):
            parent = etree.SubElement(page, tei("docTitle")) if kind == "title" else page
            for block in group:
                if kind == "title":
                    part = etree.SubElement(parent, tei("titlePart"), {"type": main})
                    self._fill(part, block.start, block.end)
                    main = "sub"
                elif kind == "author":
                    self._fill(etree.SubElement(parent, tei("docAuthor")), block.start, block.end)
                else:
                    byline = etree.SubElement(parent, tei("byline"))
                    author = int(block.attributes["author"])
                    self._fill(byline, block.start, author)
                    self._fill(etree.SubElement(byline, tei("docAuthor")), author, block.end)

    def _place_run(self, run: list[Block]) -> None:
        at = 0
        while at < len(run):
            block = run[at]
            if block.kind == "head" and not ("sub" in block.attributes and self._is_new()):
                self._open_division(block)
            self._marks(block)
            if block.kind == "head":
                self._fill(etree.SubElement(self._here(), tei("head")), block.start, block.end)
                at += 1
            elif block.kind == "quote":
                at = self._quotation(run, at)
            elif block.kind in {"dateline", "salute"} and self._is_new():
                at = self._letter_part(run, at, "opener", {"dateline", "salute"})
            elif block.kind in {"farewell", "signed"} and self._only_closes(block):
                at = self._letter_part(run, at, "closer", {"farewell", "signed"})
            else:
                self._text_block(block)
                at += 1

    def _here(self) -> etree._Element:
        return self.stack[-1].element

    def _is_new(self) -> bool:
        """Whether nothing but headings stands in the innermost division."""
        return not self.stack[-1].has_content

    def _open_division(self, block: Block) -> None:
        facts = block.attributes
        style, rank = facts.get("style", "plain"), int(facts.get("rank", 0))
        while len(self.stack) > 1 and self._closes(style, rank):
            self.stack.pop()
        self.stack[-1].has_content = True
        division = etree.SubElement(self._here(), tei("div"))
        if facts.get("type"):
            division.set("type", facts["type"])
        if facts.get("n"):
            division.set("n", facts["n"])
        self.stack.append(_Division(division, style, rank))

    def _closes(self, style: str, rank: int) -> bool:
        """Whether a new heading closes the innermost division.

        A heading closes those of its own style and all inside them; a named one (part, chapter)
        also those that rank with it or below. A style not seen yet opens a division inside.
        """
        top = self.stack[-1]
        if any(division.style == style for division in self.stack):
            return True
        return bool(rank) and (not top.rank or top.rank >= rank)

    # Blocks

    def _marks(self, block: Block) -> None:
        if "page" in block.attributes:
            etree.SubElement(self._here(), tei("pb"))
        if "break" in block.attributes:
            etree.SubElement(self._here(), tei("milestone"), {"unit": "section", "rend": "space"})

    def _text_block(self, block: Block) -> None:
        self.stack[-1].has_content = True
        if block.kind == "lg":
            self._stanza(block)
            return
        if block.kind == "postscript" and self._only_closes(block):
            parent = etree.SubElement(self._here(), tei("postscript"))
            element = etree.SubElement(parent, tei("p"))
        elif block.kind == "ornament":
            element = etree.SubElement(self._here(), tei("ab"), {"type": "ornament"})
        else:
            element = etree.SubElement(self._here(), tei("p"))
        self._fill(element, block.start, block.end)

    def _stanza(self, block: Block) -> None:
        stanza = etree.SubElement(self._here(), tei("lg"))
        # The first line's indentation lies before the block.
        start = self.text.rfind("\n", 0, block.start) + 1
        lines = self.text[start : block.end].split("\n")
        margin = min(_indentation(line) for line in lines)
        for line in lines:
            verse = etree.SubElement(stanza, tei("l"))
            lead = _indentation(line)
            if lead > margin:
                verse.set("rend", "indent")
            self._fill(verse, start + lead, start + len(line.rstrip()))
            start += len(line) + 1

    def _quotation(self, run: list[Block], at: int) -> int:
        self.stack[-1].has_content = True
        quote = etree.SubElement(self._here(), tei("quote"))
        first = at
        while (
            at < len(run)
            and run[at].kind == "quote"
            and (at == first or "first" not in run[at].attributes)
        ):
            if at > first and "page" in run[at].attributes:
                etree.SubElement(quote, tei("pb"))
            self._fill(etree.SubElement(quote, tei("p")), run[at].start, run[at].end)
            at += 1
        return at

    def _letter_part(self, run: list[Block], at: int, name: str, kinds: set[str]) -> int:
        self.stack[-1].has_content = True
        parent = etree.SubElement(self._here(), tei(name))
        while at < len(run) and run[at].kind in kinds:
            element = etree.SubElement(parent, tei(_LETTER_PARTS[run[at].kind]))
            self._fill(element, run[at].start, run[at].end)
            at += 1
        return at

    def _only_closes(self, block: Block) -> bool:
        """Whether nothing but a letter's closing parts and notes follow in this division."""
        at = bisect_left(self.blocks, block.start, key=lambda other: other.start)
        for following in self.blocks[at:]:
            if following.kind == "head":
                return True
            if following.kind not in _CLOSING_KINDS:
                return False
        return True

    # Text and spans

    def _fill(self, element: etree._Element, start: int, end: int) -> None:
        """Copy a range of the text into an element, with the spans in it."""
        open_spans: list[tuple[etree._Element, int]] = [(element, end)]
        done = start
        for at in range(bisect_left(self.starts, start), len(self.spans)):
            span = self.spans[at]
            if span.start >= end:
                break
            if span.end > end or (span.start < done and span.kind in {"note", "ref"}):
                continue
            while span.start >= open_spans[-1][1]:
                inner, until = open_spans.pop()
                _append(inner, self.text[done:until])
                done = until
            parent = open_spans[-1][0]
            _append(parent, self.text[done : span.start])
            done = span.start
            if span.kind == "note":
                self._note(parent, span.attributes["target"])
                done = span.end
            else:
                open_spans.append((self._span_element(parent, span), span.end))
        while open_spans:
            inner, until = open_spans.pop()
            _append(inner, self.text[done:until])
            done = max(done, until)

    def _span_element(self, parent: etree._Element, span: Span) -> etree._Element:
        attributes = dict(span.attributes)
        if span.kind == "ref":
            attributes = {"target": f"#{attributes['target']}", "type": "note"}
        if span.entity in self.references:
            attributes["ref"] = f"#{self.references[span.entity]}"
        if span.certainty != "high":
            attributes |= {"cert": span.certainty, "resp": "#teikit"}
        return etree.SubElement(parent, tei(span.kind), attributes)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


def _append(element: etree._Element, words: str) -> None:
    if not words:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


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
