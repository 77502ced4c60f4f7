"""Stanzas: the paragraphs that are verse where they stand, and the sections of poems."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from teikit.encode.model import Block
from teikit.encode.structure.numbers import number
from teikit.encode.structure.paragraphs import Layout, Line, Paragraph
from teikit.encode.structure.prose import is_prose
from teikit.encode.structure.verse import (
    are_entries,
    ends_early,
    is_verse,
    is_wide,
    opens_with_capital,
    verse_lines,
)

_NUMBER = re.compile(r"(?P<n>\d{1,3}|[IVXLC]{1,7})\.?")
# What opens a stage direction, a picture or an ornament.
_NO_VERSE = "[*_~=#|+"
_LONGEST_SINGLE = 110
# How far apart stanzas of one poem may be set.
_ALIKE = 4
MARGIN_NUMBER = re.compile(r"[^\S\n]{2,}(?P<n>\d{1,4})\Z")
"""The number of a line of verse, at its end."""
_FEWEST_NUMBERS = 3
_LEAST_STEP = 3
# So many stanzas of one shape are verse, whatever their lines begin with.
_FEWEST_ALIKE = 3


def stanzas(
    text: str,
    found: Sequence[Paragraph],
    taken: Mapping[int, Sequence[Block]],
    layout: Layout,
) -> dict[int, list[Block]]:
    """The stanzas among the paragraphs that nothing else is known of.

    In a division of verse, what is no prose is verse as well, down to a single line; elsewhere
    that holds for what stands beside a stanza and is set as deep.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        taken: the paragraphs that are something else.
        layout: how wide the text's lines run.

    Returns:
        For the index of each stanza its block ``lg``. Its attributes: ``turned``, the offsets of
        the lines of the text that go on with a verse; ``n`` and ``head``, the number that stands
        above it and the offset of its end; ``numbered`` where lines have numbers at their ends.
    """
    shapes = {
        at: _Shape(text, paragraph, layout) for at, paragraph in enumerate(found) if at not in taken
    }
    sure = {at for at, shape in shapes.items() if shape.is_sure}
    if layout.verse == "short":
        sure |= _alike(text, shapes, layout)
    if layout.verse != "short":
        # The user has said what is verse.
        return {at: [shapes[at].block()] for at in sorted(sure)}
    poetic = _lines(found, sure) * 2 > _lines(found, shapes.keys())
    blocks: dict[int, list[Block]] = {}
    for division in divisions(found, taken):
        here = [at for at in division if at in shapes]
        verse = _verse_of(found, here, shapes, sure, poetic)
        blocks |= _sections({at: shapes[at].block() for at in sorted(verse)})
    return _with_numbers(text, blocks)


def stanza(text: str, paragraph: Paragraph, layout: Layout) -> Block:
    """The block of a paragraph that is a stanza (see ``stanzas``)."""
    return _Shape(text, paragraph, layout).block()


def turned(text: str, lines: Sequence[Line], layout: Layout) -> dict[str, str]:
    """The attribute ``turned`` of a stanza with these lines; nothing where no verse is turned."""
    verses = verse_lines(text, lines, layout)
    starts = [str(line.start) for verse in verses for line in verse[1:]]
    return {"turned": " ".join(starts)} if starts else {}


class _Shape:
    """How the lines of a paragraph look."""

    def __init__(self, text: str, paragraph: Paragraph, layout: Layout) -> None:
        self.text = text
        self.layout = layout
        self.paragraph = paragraph
        lines = paragraph.lines
        found = len(lines) > 1 and _NUMBER.fullmatch(text, lines[0].start, lines[0].end)
        self.number = found["n"] if found else ""
        self.lines = lines[1:] if self.number else lines
        least = 2 if self.number else 3
        self.is_sure = is_verse(text, self.lines, layout, least)

    @property
    def indent(self) -> int:
        return min(line.indent for line in self.lines)

    def may_be(self) -> bool:
        """Whether it can be verse, where verse is to be expected."""
        opening = self.text[self.paragraph.start]
        if opening in _NO_VERSE:
            return False
        if len(self.lines) == 1:
            short = self.lines[0].end - self.lines[0].start < _LONGEST_SINGLE
            return short and not are_entries(self.text, self.lines)
        if is_wide(self.lines, self.layout):
            return False
        verses = verse_lines(self.text, self.lines, self.layout)
        capitals = sum(opens_with_capital(self.text, verse[0]) for verse in verses)
        if capitals * 3 < len(verses) * 2 or are_entries(self.text, self.lines):
            return False
        plain = capitals < len(verses) == len(self.lines)
        return not (plain and is_prose(self.text, self.paragraph, self.layout))

    def block(self) -> Block:
        facts: dict[str, str] = {}
        if self.number:
            facts["n"] = str(number(self.number) or self.number)
            facts["head"] = str(self.paragraph.lines[0].end)
        facts |= turned(self.text, self.lines, self.layout)
        return Block("lg", self.paragraph.start, self.paragraph.end, facts)


def _alike(text: str, shapes: Mapping[int, _Shape], layout: Layout) -> set[int]:
    """The stanzas in a row whose lines are set in and out in one way, and end early."""
    alike: set[int] = set()
    row: list[int] = []
    before: tuple[int, ...] = ()
    for at, shape in shapes.items():
        margin = shape.indent
        setting = tuple(line.indent - margin for line in shape.lines)
        # Prose may open its paragraphs with an indentation.
        inward = len(setting) > 2 and any(setting[1:])
        if not (row and at == row[-1] + 1 and setting == before):
            row = []
        before = setting
        if inward and not is_wide(shape.lines, layout) and ends_early(text, shape.lines, layout):
            row.append(at)
        if len(row) >= _FEWEST_ALIKE:
            alike.update(row)
    return alike


def _lines(found: Sequence[Paragraph], indexes: AbstractSet[int]) -> int:
    return sum(len(found[at].lines) for at in indexes)


def divisions(found: Sequence[Paragraph], taken: Mapping[int, Sequence[Block]]) -> list[list[int]]:
    """The indexes of the paragraphs between headings.

    Args:
        found: the paragraphs of a text.
        taken: what is known of them.
    """
    parts: list[list[int]] = [[]]
    for at in range(len(found)):
        blocks = taken.get(at)
        if blocks and any(block.kind == "head" for block in blocks):
            parts.append([])
        else:
            parts[-1].append(at)
    return parts


def _verse_of(
    found: Sequence[Paragraph],
    here: Sequence[int],
    shapes: Mapping[int, _Shape],
    sure: AbstractSet[int],
    poetic: bool,
) -> set[int]:
    """The verse in a division."""
    verse = {at for at in here if at in sure}
    if not verse and not poetic:
        return verse
    # Verse that is set deep stands among prose, which is not.
    deep = min((shapes[at].indent for at in verse), default=0)
    prose = {
        at
        for at in here
        if at not in verse and (shapes[at].indent < deep - _ALIKE or not shapes[at].may_be())
    }
    if _lines(found, verse) > _lines(found, prose) or (poetic and not prose):
        return set(here) - prose
    for order in (here, here[::-1]):
        for near, at in itertools.pairwise(order):
            if near not in verse or at in verse or at in prose or abs(at - near) > 1:
                continue
            alike = shapes[near].indent - shapes[at].indent
            deep = shapes[at].indent > 0
            if deep and abs(alike) <= _ALIKE and len(shapes[at].lines) > 1:
                verse.add(at)
    return verse


def _sections(verse: Mapping[int, Block]) -> dict[int, list[Block]]:
    """Let each numbered stanza of a poem open a section, where there are several."""
    blocks = {at: [block] for at, block in verse.items()}
    if sum("head" in block.attributes for block in verse.values()) < 2:
        return blocks
    within: dict[str, str] = {}
    for at, block in verse.items():
        if at - 1 not in verse:
            within = {}
        first = {}
        if "head" in block.attributes:
            within, first = {"within": "poem"}, {"first": "poem"}
        blocks[at] = [replace(block, attributes={**block.attributes, **within, **first})]
    return blocks


def _with_numbers(text: str, blocks: dict[int, list[Block]]) -> dict[int, list[Block]]:
    """Tell the stanzas whose lines are numbered at their ends: by fives, tens or the like."""
    numbers: dict[int, list[int]] = {}
    for at, (block,) in blocks.items():
        words = text[block.start : block.end]
        if not any(map(str.isdecimal, words)):
            continue
        ends = [MARGIN_NUMBER.search(line.rstrip()) for line in words.split("\n")]
        numbers[at] = [int(end["n"]) for end in ends if end]
    values = [value for found in numbers.values() for value in found]
    step = min(values, default=1)
    if len(values) < _FEWEST_NUMBERS or step < _LEAST_STEP or any(value % step for value in values):
        return blocks
    for at, found in numbers.items():
        if found:
            (block,) = blocks[at]
            blocks[at] = [replace(block, attributes={**block.attributes, "numbered": "yes"})]
    return blocks
