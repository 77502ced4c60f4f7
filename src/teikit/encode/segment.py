"""Segmenting: from a text to its blocks, apparatus and notes.

The kinds of blocks, by where they go:

- title matter: ``title``, ``author``, ``byline`` (a line each);
- divisions: ``head``, with the attributes ``style``, ``rank``, ``type`` and ``n`` of its division,
  or ``sub`` where it is a further heading of the same one;
- text: ``p``, ``lg`` (a stanza, a verse to a line), ``quote`` (one paragraph of a block quotation;
  ``first`` opens one), ``ornament`` (a row of asterisks);
- letters: ``dateline``, ``salute``, ``farewell``, ``signed``, ``postscript``;
- notes: ``note``, see ``encode.notes``.

A block that follows extra space has the attribute ``break``, one on a new page ``page``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from teikit.encode.apparatus import split_apparatus
from teikit.encode.gutenberg import work_between
from teikit.encode.headings import Heading, heading
from teikit.encode.letters import closer, opener
from teikit.encode.model import Block, Notice, Span
from teikit.encode.notes import NotesStyle, Run, find_runs, join, split_numbered
from teikit.encode.paragraphs import Layout, Paragraph, paragraphs
from teikit.encode.quotations import quotations
from teikit.encode.titles import title_matter
from teikit.encode.typography import opening_capitals
from teikit.encode.verse import is_verse

_ORNAMENT = re.compile(r"(?:[*•·.~#=_+✻❦⁂-]\s*){3,}|⁂|❦|\*|#")


@dataclass(frozen=True, slots=True)
class Structure:
    """What a text is made of.

    Attributes:
        blocks: in the order of the text, without overlaps.
        apparatus: ranges of the text that belong to the source's site, not to the work.
        spans: markers of notes, opening capitals.
        notices: what the user should look at.
    """

    blocks: Sequence[Block]
    apparatus: Sequence[tuple[int, int]]
    spans: Sequence[Span]
    notices: Sequence[Notice]


def segment(text: str, *, notes: NotesStyle = "inline") -> Structure:
    """Find the structure of a text.

    All that is not white space lies in a block, in the apparatus, or is the number of a note's
    body.

    Args:
        text: as ``Source`` has it.
        notes: where notes go that have a marker.
    """
    found, layout = paragraphs(text)
    first, last = work_between(text, found)
    outside = [found[:first], found[last:]]
    found, links = split_apparatus(text, found[first:last])
    apparatus = sorted([*links, *((part[0].start, part[-1].end) for part in outside if part)])
    found = list(split_numbered(text, found))
    plan = _Plan(text, found, layout)
    runs = [replace(run, closes=plan.closes(run)) for run in find_runs(text, found)]
    joined = join(text, found, runs, notes)
    plan.take({at: [block] for at, block in joined.blocks.items()})
    plan.take(dict(enumerate(title_matter(text, found, layout))))
    plan.take_headings()
    plan.take_letter()
    blocks = plan.blocks()
    return Structure(
        blocks, apparatus, [*joined.spans, *opening_capitals(text, blocks)], joined.notices
    )


class _Plan:
    """Which paragraph becomes which blocks; what is not taken is text."""

    def __init__(self, text: str, found: Sequence[Paragraph], layout: Layout) -> None:
        self.text = text
        self.found = found
        self.layout = layout
        self.taken: dict[int, list[Block]] = {}

    def take(self, blocks: dict[int, list[Block]]) -> None:
        """Give paragraphs their blocks, unless they have some."""
        self.taken = {**blocks, **self.taken}

    def closes(self, run: Run) -> bool:
        """Whether a run of notes ends the text or a division."""
        after = run.last + 1
        return after == len(self.found) or self._heading(after) is not None

    def _heading(self, at: int) -> Heading | None:
        following = self.found[at + 1] if at + 1 < len(self.found) else None
        return heading(self.text, self.found[at], following, self.layout)

    def take_headings(self) -> None:
        """Find the headings; right under a bare number, a second one is its title."""
        bare = False
        for at, paragraph in enumerate(self.found):
            if at in self.taken:
                bare = False
                continue
            what = self._heading(at)
            if what is None:
                bare = False
                continue
            if bare and not what.rank:
                attributes = {"sub": "yes"}
                bare = False
            else:
                attributes = {
                    "style": what.style, "rank": str(what.rank), "type": what.type, "n": what.n,
                }  # fmt: skip
                bare = not what.complete
            self.taken[at] = [Block("head", paragraph.start, paragraph.end, attributes)]

    def take_letter(self) -> None:
        """Find the opener and closer of a letter: at the top, or under a heading."""
        free = [at for at in range(len(self.found)) if at not in self.taken]
        if not free:
            return
        starts = [free[0], *(at for at in free if at - 1 in self.taken and at != free[0])]
        for start, end in zip(starts, [*starts[1:], len(self.found)], strict=True):
            opened = opener(self.text, list(self.found[start : start + 3]), 0)
            if not opened:
                continue
            last = end - 1
            while last > start and last in self.taken:
                last -= 1
            self.take({start + n: blocks for n, blocks in enumerate(opened)})
            part = self.found[start + len(opened) - 1 : last + 1]
            offset = start + len(opened) - 1
            closed = closer(self.text, list(part), len(part) - 1)
            self.take({offset + at: blocks for at, blocks in closed})

    def blocks(self) -> list[Block]:
        """All blocks in the order of the text."""
        quoted = quotations(
            self.text, [None if at in self.taken else p for at, p in enumerate(self.found)]
        )
        found: list[Block] = []
        after_heading = True
        for at, paragraph in enumerate(self.found):
            parts = self.taken.get(at) or [self._text_block(at, paragraph, quoted)]
            marks = {}
            if paragraph.page_break:
                marks["page"] = "yes"
            if (
                at not in self.taken
                and not after_heading
                and paragraph.space > self.layout.space
                and self.layout.space > 0
            ):
                marks["break"] = "space"
            if marks:
                parts = [replace(parts[0], attributes={**parts[0].attributes, **marks}), *parts[1:]]
            found += parts
            after_heading = parts[-1].kind in {
                "head", "title", "author", "byline", "note", "ornament", "salute", "dateline",
            }  # fmt: skip
        return found

    def _text_block(self, at: int, paragraph: Paragraph, quoted: dict[int, bool]) -> Block:
        start, end = paragraph.start, paragraph.end
        if at in quoted:
            return Block("quote", start, end, {"first": "yes"} if quoted[at] else {})
        if end - start < 80 and _ORNAMENT.fullmatch(self.text[start:end]):
            return Block("ornament", start, end)
        if is_verse(self.text, paragraph, self.layout):
            return Block("lg", start, end)
        return Block("p", start, end)
