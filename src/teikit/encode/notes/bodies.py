"""Bodies of notes: where each stands in the TEI, and what keeps the place where it stood.

A note that goes to its marker is printed at the end of the text when the markup is taken off, in
the order of the markers. Where that is not where its body stood, an ``<anchor>`` keeps the place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from teikit.encode.body.elements import marks
from teikit.encode.model import Block, Span
from teikit.tei import XML_ID, tei

Fill = Callable[[etree._Element, int, int], None]
"""Copies a range of the text into an element."""


class NoteBodies:
    """The bodies of a text's notes.

    Args:
        runs: blocks of the kind ``note`` that stand together, in the order of the text.
        ends: whether the last run ends the text.
        spans: all spans of the text; those of the kind ``note`` are markers.
        fill: what copies the words.
    """

    def __init__(
        self, runs: Sequence[Sequence[Block]], ends: bool, spans: Sequence[Span], fill: Fill
    ) -> None:
        self._fill = fill
        called = [
            span.attributes["target"]
            for span in spans
            if span.kind == "note" and "target" in span.attributes
        ]
        self._order = {identifier: place for place, identifier in enumerate(called)}
        self._parts: dict[str, list[Block]] = {}
        self._anchors: dict[str, str] = {}
        self._count = 0
        for at, run in enumerate(runs):
            self._plan(run, last=ends and at == len(runs) - 1)

    def _plan(self, run: Sequence[Block], last: bool) -> None:
        forms: dict[str, str] = {}
        for block in run:
            forms[block.attributes["id"]] = "inline" if self._is_called(block) else "list"
            self._parts.setdefault(block.attributes["id"], []).append(block)
        inline = [identifier for identifier, form in forms.items() if form == "inline"]
        in_order = inline == sorted(inline, key=self._order.__getitem__)
        if last and in_order and len(inline) == len(forms):
            return
        previous = ""
        for identifier, form in forms.items():
            if form != "inline":
                previous = ""
                continue
            if not previous or self._order[previous] > self._order[identifier]:
                self._count += 1
            self._anchors[identifier] = f"notes{self._count}"
            previous = identifier

    def _is_called(self, block: Block) -> bool:
        """Whether a note goes to its marker; a marker may have given way to another mark."""
        return block.attributes["form"] == "inline" and block.attributes["id"] in self._order

    def anchored(self, run: Sequence[Block]) -> bool:
        """Whether something has to stand where a run stood: a note or an anchor."""
        return any(
            not self._is_called(block) or block.attributes["id"] in self._anchors for block in run
        )

    def place(self, parent: etree._Element, run: Sequence[Block]) -> None:
        """Put the bodies of a run where they stood: as notes, or as an anchor for inline ones."""
        anchor = ""
        for block in run:
            identifier = block.attributes["id"]
            if block is not self._parts[identifier][0]:
                continue
            marks(parent, block)
            if not self._is_called(block):
                self.write(parent, identifier)
            elif self._anchors.get(identifier, anchor) != anchor:
                anchor = self._anchors[identifier]
                etree.SubElement(parent, tei("anchor"), {XML_ID: anchor, "type": "notes"})

    def write(self, parent: etree._Element, identifier: str) -> None:
        """A note with its words: a paragraph, or several."""
        parts = self._parts[identifier]
        facts = parts[0].attributes
        note = etree.SubElement(parent, tei("note"), {"n": facts["n"], "place": facts["place"]})
        note.set(XML_ID, identifier)
        for name in ("type", "rend"):
            if name in facts:
                note.set(name, facts[name])
        if identifier in self._anchors:
            note.set("corresp", f"#{self._anchors[identifier]}")
        if len(parts) == 1:
            self._fill(note, parts[0].start, parts[0].end)
            return
        for block in parts:
            self._fill(etree.SubElement(note, tei("p")), block.start, block.end)
