"""Filling: the one way that words of the text get into elements, with the spans in them.

Lossless: ``Filler.fill`` copies a range of the text once. What it leaves out is printed again
when the markup is taken off: the underscores of ``_italics_``, brackets and numbers of notes and
figures, form feeds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence

from lxml import etree

from teikit.encode.model import Span
from teikit.encode.notes.inline import standing_note
from teikit.encode.structure.figures import figure_parts
from teikit.encode.structure.typography import trims
from teikit.tei import tei

WriteNote = Callable[[etree._Element, str], None]
"""Writes the note with an ``xml:id`` into an element."""

_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_WHOLE = frozenset({"note", "ref", "figure", "pb", "lb"})


class Filler:
    """Fills elements with ranges of a text.

    Args:
        text: the whole text.
        spans: from ``encode.resolve``.
        references: for each entity, the ``xml:id`` that its mentions point to.
        write_note: puts a note where its marker stands.
    """

    def __init__(
        self,
        text: str,
        spans: Sequence[Span],
        references: Mapping[str, str],
        write_note: WriteNote,
    ) -> None:
        self.text = text
        # XML cannot hold a form feed; between pages it is a space.
        self._plain = text.replace("\f", "\n")
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._references = references
        self._write_note = write_note

    def add(
        self, parent: etree._Element, name: str, start: int, end: int, **attributes: str
    ) -> etree._Element:
        """A new child element that holds a range of the text."""
        element = etree.SubElement(parent, tei(name), attributes)
        before, after = trims(attributes.get("rend", ""))
        self.fill(element, start + before, end - after)
        return element

    def fill(self, element: etree._Element, start: int, end: int) -> None:
        """Copy a range of the text into an element, with the spans in it."""
        first = bisect_left(self._starts, start)
        if first == len(self._spans) or self._starts[first] >= end:
            self._append(element, start, end)
            return
        # Elements that are open, each with the end of its words and of its span.
        open_spans: list[tuple[etree._Element, int, int]] = [(element, end, end)]
        done = start
        for at in range(first, len(self._spans)):
            span = self._spans[at]
            if span.start >= end:
                break
            while len(open_spans) > 1 and span.start >= open_spans[-1][1]:
                done = self._close(open_spans, done)
            parent, until, _ = open_spans[-1]
            if span.start < done or span.end > until:
                continue
            self._append(parent, done, span.start)
            done = span.start
            if span.kind in _WHOLE:
                self._whole(parent, span)
                done = span.end
            else:
                before, after = trims(span.attributes.get("rend", ""))
                inner = self._element(parent, span)
                open_spans.append((inner, span.end - after, span.end))
                done += before
        while open_spans:
            done = self._close(open_spans, done)

    def figure(self, parent: etree._Element, start: int, end: int) -> None:
        """A figure from the tag that stands for it, such as ``[Illustration: A mill.]``."""
        rend, parts = figure_parts(self.text, start, end)
        figure = etree.SubElement(parent, tei("figure"), {"rend": rend})
        for name, first, last in parts:
            self.fill(etree.SubElement(figure, tei(name)), first, last)

    def standing_note(
        self, parent: etree._Element, start: int, end: int, facts: Mapping[str, str]
    ) -> None:
        """A note that has no number and stands where it belongs: words, or paragraphs."""
        note = etree.SubElement(parent, tei("note"), dict(facts))
        parts = list(_paragraphs(self.text, start, end))
        for first, last in parts:
            self.fill(note if len(parts) == 1 else etree.SubElement(note, tei("p")), first, last)

    def _close(self, open_spans: list[tuple[etree._Element, int, int]], done: int) -> int:
        inner, until, end = open_spans.pop()
        self._append(inner, done, until)
        return max(done, end)

    def _whole(self, parent: etree._Element, span: Span) -> None:
        if span.kind == "note" and "target" in span.attributes:
            self._write_note(parent, span.attributes["target"])
        elif span.kind == "note":
            self.standing_note(parent, *standing_note(self.text, span.start, span.end))
        elif span.kind == "ref":
            target = f"#{span.attributes['target']}"
            ref = etree.SubElement(parent, tei("ref"), {"target": target, "type": "note"})
            self._append(ref, span.start, span.end)
        elif span.kind == "figure":
            self.figure(parent, span.start, span.end)
        elif span.kind == "lb":
            self._line_break(parent, span)
        else:
            etree.SubElement(parent, tei("pb"), dict(span.attributes))

    def _line_break(self, parent: etree._Element, span: Span) -> None:
        """A line break, after the hyphen or before the line feed that is kept as it is."""
        facts = dict(span.attributes)
        force = facts.pop("force", "")
        if force:
            mark = etree.SubElement(parent, tei("pc"), {"force": force})
            mark.text = self.text[span.start : span.end]
        elif facts:
            self._append(parent, span.start, span.end)
        etree.SubElement(parent, tei("lb"), facts)
        if not facts:
            self._append(parent, span.start, span.end)

    def _element(self, parent: etree._Element, span: Span) -> etree._Element:
        attributes = dict(span.attributes)
        if span.kind == "fw" and (n := attributes.pop("page", "")):
            etree.SubElement(parent, tei("pb"), {} if n == "yes" else {"n": n})
        if span.entity in self._references:
            attributes["ref"] = f"#{self._references[span.entity]}"
        if span.certainty != "high":
            attributes |= {"cert": span.certainty, "resp": "#teikit"}
        return etree.SubElement(parent, tei(span.kind), attributes)

    def _append(self, element: etree._Element, start: int, end: int) -> None:
        words = self._plain[start:end]
        if not words:
            return
        if len(element):
            element[-1].tail = (element[-1].tail or "") + words
        else:
            element.text = (element.text or "") + words


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges that blank lines part."""
    for gap in _GAP.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end
