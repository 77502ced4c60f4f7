"""Headings right above their text, with no blank line between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from teikit.encode.structure.heading_candidates import follows
from teikit.encode.structure.named_headings import named_heading
from teikit.encode.structure.paragraphs import Layout, Line, Paragraph, first_line
from teikit.encode.structure.prose import is_prose, is_sentence
from teikit.encode.structure.verse import is_verse

_LONGEST = 60
_MOST_TITLES = 2
_FEWEST_LETTERS = 4
# Capitals that come again so often are names: of those who speak, or sign.
_MOST_REPEATED = 2
_FEWEST_SPOKEN = 8
_ENTRY = re.compile(r"[\[({]?(?:\d{1,3}|[*†‡¹²³⁴-⁹])")
# “2.1 The wage books”
_TITLE = re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2})*)\.?\s+[^\W\d_a-zß-ÿ][^.,!?:;\n]{2,55}")
_MARKS = ".,;:!?—-”’\"')"
_LISTS = frozenset({"notes", "bibliography", "index", "glossary", "errata", "appendix"})


def part_headings(
    text: str, found: Sequence[Paragraph], layout: Layout, rules: AbstractSet[str]
) -> list[Paragraph]:
    """The paragraphs, headings parted from the text in the lines right below.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        layout: how wide its lines run, and the headings that marks set apart.
        rules: those that headings follow (``HeadingConvention.match``).
    """
    ends = {
        at: end
        for at, paragraph in enumerate(found)
        if len(paragraph.lines) > 1
        and paragraph.start not in layout.marked
        and (end := _end_of_heading(text, paragraph, layout, rules))
    }
    if "numbered title" in rules:
        for at in _counted(text, found):
            if found[at].start not in layout.marked and _is_above_prose(text, found[at], layout):
                ends.setdefault(at, 1)
    if not ends:
        return list(found)
    names = _names(text, found)
    spoken = sum(names.values()) >= _FEWEST_SPOKEN
    parts: list[Paragraph] = []
    for at, paragraph in enumerate(found):
        end = ends.get(at, 0)
        head = first_line(text, paragraph) if end else ""
        # In a play what opens a paragraph in capitals speaks, however seldom.
        is_name = head in names or (spoken and head.isupper())
        if end and (not is_name or _has_number(head)):
            parts += _parted(paragraph, end)
        else:
            parts.append(paragraph)
    return parts


def _names(text: str, found: Sequence[Paragraph]) -> dict[str, int]:
    """The lines in capitals that open so many paragraphs that they are names, and how many."""
    lines = Counter(first_line(text, one) for one in found if len(one.lines) > 1)
    return {line: n for line, n in lines.items() if n > _MOST_REPEATED and line.isupper()}


def _has_number(words: str) -> bool:
    named = named_heading(words)
    return named is not None and bool(named.n)


def _counted(text: str, found: Sequence[Paragraph]) -> set[int]:
    """The paragraphs whose first lines are titles with numbers that follow each other."""
    titles = [
        (at, tuple(map(int, match["n"].split("."))))
        for at, paragraph in enumerate(found)
        if text[paragraph.start].isdecimal()
        and (match := _TITLE.fullmatch(text, paragraph.start, paragraph.lines[0].end))
    ]
    return {at for (one, n), (after, m) in pairwise(titles) if follows(n, m) for at in (one, after)}


def _parted(paragraph: Paragraph, end: int) -> Iterator[Paragraph]:
    yield replace(paragraph, lines=paragraph.lines[:end])
    yield Paragraph(paragraph.lines[end:], 0)


def _end_of_heading(
    text: str, paragraph: Paragraph, layout: Layout, rules: AbstractSet[str]
) -> int:
    """The number of lines that head the rest; 0 where the first one is no heading above text."""
    first, second = paragraph.lines[:2]
    width = first.end - first.start
    # In running text the next word would not have fitted.
    if width > _LONGEST or (layout.width and width * 4 > layout.width * 3):
        return 0
    words = text[first.start : first.end]
    named = named_heading(words) if "name" in rules else None
    if named is None:
        letters = sum(map(str.isalpha, words))
        shouted = "capitals" in rules and words.isupper() and letters >= _FEWEST_LETTERS
        return int(shouted and _is_above_prose(text, paragraph, layout))
    if named.type in _LISTS and _ENTRY.match(text, second.start):
        return 1
    for end in range(1, min(len(paragraph.lines), 2 + _MOST_TITLES)):
        if _is_prose(text, paragraph, end, layout):
            return end
    return int(_is_poem(text, paragraph.lines[1:], layout))


def _is_above_prose(text: str, paragraph: Paragraph, layout: Layout) -> bool:
    """Whether running text stands below the first line, not set deeper as what explains a term."""
    first, *rest = paragraph.lines
    if not rest or min(line.indent for line in rest) > first.indent:
        return False
    return _is_prose(text, paragraph, 1, layout)


def _is_poem(text: str, lines: Sequence[Line], layout: Layout) -> bool:
    """Whether lines are verse, and not entries of a list, which end without marks."""
    marked = sum(text[line.end - 1] in _MARKS for line in lines)
    return marked * 2 >= len(lines) and is_verse(text, lines, layout)


def _is_prose(text: str, paragraph: Paragraph, first: int, layout: Layout) -> bool:
    """Whether the lines of a paragraph from one on are running text."""
    rest = Paragraph(paragraph.lines[first:], 0)
    if is_prose(text, rest, layout):
        return True
    line = rest.lines[0]
    full = (line.end - line.start) * 4 > layout.width * 3 if layout.width else True
    return full and is_sentence(text, rest)
