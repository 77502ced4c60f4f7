"""Segmenting: from a text to its blocks, apparatus and notes.

The kinds of blocks, by where they go:

- title page: ``title``, ``author``, ``byline``, ``titlepart``, ``epigraph``;
- divisions: ``head``, with the attributes ``style``, ``rank``, ``type`` and ``n`` of its division,
  ``leaf`` where that holds no other, or ``sub`` where it is a further heading of the same one;
  ``byline`` under it, ``trailer`` at its end;
- text: ``p``, ``lg`` (a stanza, a verse to a line), ``bibl`` (the source of a quotation),
  ``figure``, ``ornament`` (a row of asterisks), ``label`` and ``item`` (of a ``list``), ``cell``
  and ``rule`` (of a table);
- plays: ``castitem``, ``speaker``, ``stage``; paragraphs that go on with a speech are ``spoken``;
- letters: ``dateline``, ``address``, ``salute``, ``farewell``, ``signed``, ``postscript``;
- pages: ``fw`` (a running head or a page's number), ``pb`` (a number that stands for a break);
- notes: ``note``, see ``encode.notes.join``, and ``standing note``, which has no number.

A block that stands in a quotation, a list or the like says so with ``within``, and with ``first``
that it opens one (see ``encode.body.containers``).

A block that follows extra space has the attribute ``break``, one on a new page ``page``: its
printed number, or ``yes``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from teikit.encode.conventions.model import NOTHING_GIVEN, Choice, Given
from teikit.encode.model import Block, Notice, Span, within
from teikit.encode.notes.inline import inline_notes, standing_notes
from teikit.encode.notes.join import NotesStyle
from teikit.encode.notes.search import find_notes
from teikit.encode.structure.apparatus import split_apparatus
from teikit.encode.structure.cast import with_cast
from teikit.encode.structure.close_speeches import part_speeches
from teikit.encode.structure.contents import announced_lists
from teikit.encode.structure.diary import diary_entries
from teikit.encode.structure.drama import Play, directions, find_plays
from teikit.encode.structure.figures import figures, inline_figures
from teikit.encode.structure.front import front_matter
from teikit.encode.structure.gutenberg import work_between
from teikit.encode.structure.heading_conventions import find_headings, weigh_headings
from teikit.encode.structure.letters import find_letters
from teikit.encode.structure.lists import hanging_lists, numbered_lists
from teikit.encode.structure.outline import outline
from teikit.encode.structure.page_marks import find_page_marks
from teikit.encode.structure.pages import find_pages, forme_work, join_overleaf
from teikit.encode.structure.paragraphs import Layout, Paragraph, by_page, paragraphs
from teikit.encode.structure.quotations import inline_sources, quotations
from teikit.encode.structure.stanzas import stanzas
from teikit.encode.structure.tables import tables
from teikit.encode.structure.typography import opening_capitals, typography
from teikit.encode.structure.verse import verse_of, weigh_verse

_ORNAMENT = re.compile(r"(?:[*•·.~#=_+✻❦⁂-]\s*){3,}|⁂|❦|\*|#")


@dataclass(frozen=True, slots=True)
class Structure:
    """What a text is made of.

    Attributes:
        blocks: in the order of the text, without overlaps.
        apparatus: ranges of the text that belong to the source's site, not to the work.
        spans: markers of notes, figures, stage directions, typography, page breaks.
        notices: what the user should look at.
        choices: the conventions that were weighed, with what speaks for them.
    """

    blocks: Sequence[Block]
    apparatus: Sequence[tuple[int, int]]
    spans: Sequence[Span]
    notices: Sequence[Notice]
    choices: Sequence[Choice] = ()


def segment(text: str, *, notes: NotesStyle = "inline", given: Given = NOTHING_GIVEN) -> Structure:
    """Find the structure of a text.

    All that is not white space lies in a block, in the apparatus, or is the number of a note's
    body.

    Args:
        text: as ``Source`` has it.
        notes: where notes go that have a marker.
        given: what the user says of the text's conventions; the others are found.
    """
    found, layout, choices = paragraphs(text, given)
    first, last = work_between(text, found)
    outside = [*by_page(found[:first]), *by_page(found[last:])]
    found, links = split_apparatus(text, found[first:last])
    apparatus = sorted([*links, *((part[0].start, part[-1].end) for part in outside)])
    found, fed = find_pages(text, found, given)
    found, layout = find_headings(text, found, replace(layout, verse=verse_of(given)), given)
    found = part_speeches(text, found)
    pages = find_page_marks(text, found, given, bool(fed))
    joined = find_notes(text, pages.found, layout, given, notes, pages.ranges)
    found = joined.found
    plan = _Plan(text, found, layout)
    lines = {at: p for at, p in enumerate(found) if p.forme_work}
    plan.take({at: [pages.blocks.get(p.start) or forme_work(p)] for at, p in lines.items()})
    plan.take(joined.blocks)
    plan.take(figures(text, found))
    plan.take(standing_notes(text, found, plan.taken.keys()))
    plan.take(announced_lists(text, found, plan.taken.keys(), layout))
    plan.take(diary_entries(text, found, plan.taken.keys()))
    plan.taken |= front_matter(text, found, plan.taken, layout)
    plan.take_play(find_plays(text, found, plan.taken.keys(), layout))
    plan.take(outline(text, found, plan.taken, layout))
    letters = find_letters(text, found, plan.taken, plan.spoken)
    plan.taken |= letters.blocks
    plan.take(tables(text, found, plan.taken))
    plan.take(numbered_lists(text, found, plan.taken))
    plan.take(stanzas(text, found, plan.taken, layout))
    plan.take(hanging_lists(text, found, plan.taken))
    plan.taken |= quotations(text, found, plan.taken, plan.spoken, letters.members, layout)
    for members in letters.inside:
        plan.enclose("letter", members)
    blocks, overleaf = join_overleaf(text, with_cast(text, plan.blocks()))
    staged = list(directions(text, blocks))
    places = {(span.start, span.end) for span in staged}
    marked = [
        *overleaf,
        *inline_figures(text, blocks),
        *inline_notes(text, blocks),
        *staged,
        *(span for span in typography(text, blocks) if (span.start, span.end) not in places),
        *inline_sources(text, blocks),
        *opening_capitals(text, blocks),
    ]
    choices += [*fed, *pages.choices, *weigh_headings(blocks, given)]
    choices += [*joined.choices, *weigh_verse(blocks, given)]
    return Structure(
        blocks, apparatus, [*joined.spans, *pages.spans, *marked], joined.notices, choices
    )


class _Plan:
    """Which paragraph becomes which blocks; what is not taken is text."""

    def __init__(self, text: str, found: Sequence[Paragraph], layout: Layout) -> None:
        self.text = text
        self.found = found
        self.layout = layout
        self.taken: dict[int, list[Block]] = {}
        self.spoken: AbstractSet[int] = frozenset()

    def take(self, blocks: Mapping[int, list[Block]]) -> None:
        """Give paragraphs their blocks, unless they have some."""
        for at, parts in blocks.items():
            self.taken.setdefault(at, parts)

    def take_play(self, play: Play) -> None:
        """Give speeches and stage directions their blocks."""
        self.take(play.blocks)
        self.spoken = play.spoken

    def enclose(self, container: str, members: range) -> None:
        """Let paragraphs stand in one element; bodies of notes stand outside."""
        first = {"first": container}
        for at in members:
            parts = self.taken.get(at, [self._text_block(self.found[at])])
            enclosed: list[Block] = []
            for part in parts:
                if part.kind != "note":
                    part = within(part, container, **first)
                    first = {}
                enclosed.append(part)
            self.taken[at] = enclosed

    def blocks(self) -> list[Block]:
        """All blocks in the order of the text."""
        found: list[Block] = []
        after_heading = True
        set_off = False
        for at, paragraph in enumerate(self.found):
            if at in self.taken and not self.taken[at]:
                continue
            parts = self.taken.get(at) or [self._text_block(paragraph)]
            marks = {"spoken": "yes"} if at in self.spoken else {}
            if paragraph.page_break or paragraph.page_n:
                marks["page"] = paragraph.page_n or "yes"
            if (
                (at not in self.taken or parts[0].kind == "lg")
                and not after_heading
                and paragraph.space > self.layout.space
                and self.layout.space > 0
            ):
                marks["break"] = "space"
            if marks:
                parts = [replace(parts[0], attributes={**parts[0].attributes, **marks}), *parts[1:]]
            if not marks and parts[0].kind == "ornament" and found[-1:]:
                # Rows of asterisks that stand together are one ornament.
                above = found[-1]
                if above.kind == "ornament":
                    parts = [replace(found.pop(), end=parts[0].end)]
            found += parts
            if "within" not in parts[-1].attributes:
                set_off = False
            elif "first" in parts[0].attributes:
                # Space above and below a quotation parts it from the text, and no sections.
                set_off = paragraph.space > self.layout.space
            after_heading = set_off or parts[-1].kind in {
                "head", "title", "author", "byline", "note", "ornament", "salute", "dateline",
                "fw",
            }  # fmt: skip
        return found

    def _text_block(self, paragraph: Paragraph) -> Block:
        start, end = paragraph.start, paragraph.end
        if end - start < 80 and _ORNAMENT.fullmatch(self.text[start:end]):
            return Block("ornament", start, end)
        return Block("p", start, end)
