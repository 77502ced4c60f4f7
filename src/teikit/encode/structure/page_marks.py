"""Page numbers that stand in the text: ``[Page 12]``, ``{12}``, or ``-- 12 --`` on a line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise

from teikit.encode.conventions.load import known
from teikit.encode.conventions.model import Choice, Given, PageConvention
from teikit.encode.model import Block, Span
from teikit.encode.structure.forms import Mark, find_lone_marks, find_marks
from teikit.encode.structure.page_heads import SHORTEST_PAGE, heads_beside_numbers, is_in_sentence
from teikit.encode.structure.paragraphs import Paragraph

KIND = "pb"
"""The value of ``Paragraph.forme_work`` for a page number that has a paragraph to itself."""

_FEWEST = 3
_FEWEST_PLAIN = 5
# The fewest characters of a page, and how far the length of one may be from the usual.
_SHORTEST, _LONGEST = 0.3, 2.2
_WIDEST_STEP = 3


@dataclass(frozen=True, slots=True)
class PageMarks:
    """The page numbers of a text.

    Attributes:
        found: its paragraphs; those that are nothing but a page number have ``forme_work``.
        blocks: for the offset at which each of these begins its block.
        spans: over the other page numbers, of the kind ``pb``.
        ranges: where page numbers stand, in order.
        choices: the conventions that were weighed.
    """

    found: list[Paragraph]
    blocks: Mapping[int, Block]
    spans: Sequence[Span]
    ranges: Sequence[tuple[int, int]]
    choices: Sequence[Choice]


def find_page_marks(
    text: str, found: list[Paragraph], given: Given, parted: bool = False
) -> PageMarks:
    """Find the page numbers that stand in a text.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        given: what the user says of its conventions.
        parted: whether its pages are found already, so that only the user knows of numbers.
    """
    said = "pages" in given.of
    if parted and not said:
        return PageMarks(found, {}, [], [], [])
    best: list[Mark] = []
    choices: list[Choice] = []
    for one in given.of.get("pages", tuple(known("pages").values())):
        if not isinstance(one, PageConvention) or not one.number or not found:
            continue
        marks = _marks(text, found, one)
        score, why = _score(text, marks, one)
        if marks and (said or score > 0):
            holds = said or not best
            choices.append(Choice("pages", one.name, one.gloss, score, why, holds, said))
            best = [*best, *marks] if said else best or marks
    if not best:
        return PageMarks(found, {}, [], [], choices)
    return _mark(text, found, sorted(best), choices)


def _marks(text: str, found: Sequence[Paragraph], convention: PageConvention) -> list[Mark]:
    start, end = found[0].start, found[-1].end
    if convention.alone:
        return list(find_lone_marks(text, start, end, convention.number, convention.numbers))
    return list(find_marks(text, start, end, convention.number, convention.numbers, anywhere=True))


def _score(text: str, marks: Sequence[Mark], convention: PageConvention) -> tuple[float, str]:
    """How many steps from one number to the next are those of pages; 0 if they are none."""
    figures = [mark for mark in marks if mark.n[0].isdigit()]
    labelled = all(re.search(r"[^\W\d_]", form) for form in convention.number)
    if len(figures) < (_FEWEST if labelled or convention.alone else _FEWEST_PLAIN):
        return 0.0, ""
    pairs = list(pairwise(figures))
    steps = sum(_goes_on(a.n, b.n) for a, b in pairs)
    score = steps / len(pairs)
    why = f"{len(marks)} numbers, of which {steps + 1} go up in order"
    if score < 0.8 or (not labelled and not _are_pages(text, figures, convention)):
        return 0.0, why
    return score, why


def _goes_on(n: str, after: str) -> bool:
    """Whether a page may follow another one; the back of a leaf has the number of its front."""
    step = int(after.rstrip("rvab")) - int(n.rstrip("rvab"))
    return 0 < step <= _WIDEST_STEP or (step == 0 and n < after)


def _are_pages(text: str, marks: Sequence[Mark], convention: PageConvention) -> bool:
    """Whether numbers have pages between them: long ones, of much the same length.

    Numbers on lines of their own are headings, if no sentence goes on over one of them.
    """
    lengths = sorted(b.start - a.end for a, b in pairwise(marks))
    usual = lengths[len(lengths) // 2]
    alike = sum(usual * _SHORTEST <= length <= usual * _LONGEST for length in lengths)
    if usual < SHORTEST_PAGE or alike * 5 < len(lengths) * 4:
        return False
    bare = convention.number == ("#",)
    return not bare or sum(is_in_sentence(text, mark.start) for mark in marks) * 4 >= len(marks)


def _mark(
    text: str, found: list[Paragraph], marks: Sequence[Mark], choices: Sequence[Choice]
) -> PageMarks:
    ranges = [(mark.start, mark.end) for mark in marks]
    lines = frozenset(ranges)
    marked = [part for paragraph in found for part in _apart(paragraph, lines)]
    starts = [paragraph.start for paragraph in marked]
    blocks: dict[int, Block] = {}
    spans: list[Span] = []
    for mark in marks:
        at = bisect_right(starts, mark.start) - 1
        facts = {"n": mark.n, "rend": mark.form}
        if (marked[at].start, marked[at].end) == (mark.start, mark.end):
            marked[at] = replace(marked[at], forme_work=KIND)
            blocks[mark.start] = Block(KIND, mark.start, mark.end, facts)
        else:
            spans.append(Span(mark.start, mark.end, KIND, facts, annotator="pages"))
    numbers = {at for at, paragraph in enumerate(marked) if paragraph.forme_work == KIND}
    marked = heads_beside_numbers(text, marked, numbers)
    return PageMarks(marked, blocks, spans, ranges, choices)


def _apart(paragraph: Paragraph, marks: AbstractSet[tuple[int, int]]) -> Iterator[Paragraph]:
    """A paragraph, parted from a number in its first or last line."""
    lines = paragraph.lines
    first, last = ((line.start, line.end) in marks for line in (lines[0], lines[-1]))
    if len(lines) == 1 or not (first or last):
        yield paragraph
        return
    space = paragraph.space
    if first:
        yield replace(paragraph, lines=lines[:1])
        lines, space = lines[1:], 0
    rest = lines[:-1] if last else lines
    if rest:
        yield Paragraph(rest, space)
    if last:
        yield Paragraph(lines[-1:], 0)


def overleaf(block: Block) -> Iterator[Span]:
    """The span of a page number that stands between two parts of a paragraph."""
    facts = {name: block.attributes[name] for name in ("n", "rend")}
    yield Span(block.start, block.end, KIND, facts, annotator="pages")
