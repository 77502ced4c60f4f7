"""Verse: which paragraphs are stanzas, and where each line of verse ends.

TEI Guidelines, chapter 6. A line of verse that is longer than the page is turned over: it goes on
in a further line of the text, set deeper.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from teikit.encode.conventions.load import known
from teikit.encode.conventions.model import Choice, Given, VerseConvention
from teikit.encode.model import Block
from teikit.encode.structure.paragraphs import Layout, Line, word_width

_LONGEST_LINE = 72
_OPENING = re.compile(r"[\s\W_]*")
# How much wider than most lines a line of verse may be before it is turned.
_OVERHANG = 8
# Deeper than this, a line belongs to the one above.
_TURNED = 2


def is_verse(text: str, lines: Sequence[Line], layout: Layout, least: int = 3) -> bool:
    """Whether lines of a paragraph end where verse ends them, not where the page does.

    In wrapped prose the next line's first word would not have fitted; in verse it mostly would.

    Args:
        text: the whole text.
        lines: those of the paragraph, or some of them.
        layout: how wide the text's lines run.
        least: the fewest lines that make a stanza.
    """
    if layout.verse == "every":
        return len(lines) > 1
    if not layout.verse or len(lines) < least:
        return False
    # Most prose is told by its second and third line already, and the others are not looked at.
    if len(lines) > least and not (
        any(opens_with_capital(text, line) for line in lines[1:3])
        or _is_turned(text, lines[0], lines[0], lines[1], layout)
    ):
        return False
    if is_wide(lines, layout) or are_entries(text, lines):
        return False
    return _is_verse(text, lines, layout, least)


def _is_verse(text: str, lines: Sequence[Line], layout: Layout, least: int) -> bool:
    verses = verse_lines(text, lines, layout)
    if len(verses) < least:
        return False
    capitals = sum(opens_with_capital(text, verse[0]) for verse in verses)
    if capitals * 10 < len(verses) * 7:
        return False
    pairs = [(before[-1], after[0]) for before, after in itertools.pairwise(verses)]
    return sum(_fits(text, *pair, layout) for pair in pairs) * 10 >= len(pairs) * 7


def ends_early(text: str, lines: Sequence[Line], layout: Layout) -> bool:
    """Whether each line but the last has room for the first word of the next one."""
    return all(_fits(text, above, below, layout) for above, below in itertools.pairwise(lines))


def verse_lines(text: str, lines: Sequence[Line], layout: Layout) -> list[list[Line]]:
    """The lines of verse of a stanza, each with the lines of the text that it is set on."""
    verses: list[list[Line]] = []
    for line in lines:
        if verses and _is_turned(text, verses[-1][0], verses[-1][-1], line, layout):
            verses[-1].append(line)
        else:
            verses.append([line])
    return verses


def _is_turned(text: str, first: Line, before: Line, line: Line, layout: Layout) -> bool:
    """Whether a line after ``before`` goes on with the verse that ``first`` opens."""
    if line.indent < first.indent + _TURNED:
        return False
    width = layout.width or _LONGEST_LINE
    # Small letters go on even where the line above leaves some room.
    limit = width * 4 // 5 if text[line.start].islower() else width - _TURNED
    return before.indent + before.end - before.start + 1 + word_width(text, line.start) > limit


def _fits(text: str, before: Line, after: Line, layout: Layout) -> bool:
    """Whether the first word of a line would have had room in the line above."""
    width = layout.width or _LONGEST_LINE
    end = before.indent + before.end - before.start
    return end + 1 + word_width(text, after.start) <= width


def is_wide(lines: Sequence[Line], layout: Layout) -> bool:
    """Whether a line is too long for verse that is not turned."""
    longest = max(_LONGEST_LINE, layout.width + _OVERHANG)
    return any(line.end - line.start > longest for line in lines)


def are_entries(text: str, lines: Sequence[Line]) -> bool:
    """Whether lines end with numbers, as those of indexes and tables do."""
    ends = sum([_ends_with_figure(text, line) for line in lines])
    return ends * 2 > len(lines)


def _ends_with_figure(text: str, line: Line) -> bool:
    end = line.end - 1
    while text[end] in ".,;)" and end > line.start:
        end -= 1
    return text[end].isdecimal()


def opens_with_capital(text: str, line: Line) -> bool:
    """Whether the first letter of a line is a capital; marks may stand before it."""
    match = _OPENING.match(text, line.start, line.end)
    at = match.end() if match else line.start
    return at < line.end and text[at].isupper()


def verse_of(given: Given) -> str:
    """What ``Layout.verse`` is where the user has the say."""
    said = [one.lines for one in given.of.get("verse", ()) if isinstance(one, VerseConvention)]
    return said[0] if said else "" if "verse" in given.of else "short"


def weigh_verse(blocks: Sequence[Block], given: Given) -> Iterator[Choice]:
    """How much of a text is verse by the convention that holds."""
    said = given.of.get("verse")
    stanzas = sum(block.kind == "lg" for block in blocks)
    for one in said if said is not None else tuple(known("verse").values())[:1]:
        if stanzas or said is not None:
            why = "1 stanza" if stanzas == 1 else f"{stanzas} stanzas"
            yield Choice(
                "verse", one.name, one.gloss, float(stanzas > 0), why, True, said is not None
            )
