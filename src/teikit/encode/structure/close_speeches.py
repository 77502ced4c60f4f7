"""Speeches that follow each other line by line, with no blank line between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from teikit.encode.structure.paragraphs import Line, Paragraph

_WORD = r"[^\W\d_a-z][\w’'-]*"
_DOES = r"(?:\s*(?:\([^()]{1,80}\)|\[[^\[\]]{1,80}\]))?"
# Before the words, or in a line of its own: then in capitals.
_SPEAKER = re.compile(
    rf"(?P<before>{_WORD}(?: {_WORD}){{0,2}}){_DOES}[.:]{_DOES}\s+(?=[^\w\s]*[^\W\d_a-zß-ÿ])|"
    rf"(?P<alone>[^\W\d_a-zß-ÿ]{{2,}}(?:[ ’'-][^\W\d_a-zß-ÿ]+){{0,3}}){_DOES}[.:]?{_DOES}\Z"
)
_DIRECTION = re.compile(r"[\[(]|_?(?:Enter|Exit|Exeunt)\b")
_SENTENCE_ENDS = ".!?…—-:;,”’\"')]"
_NO_NAMES = frozenset(
    "mr mrs dr st no fig vol chap rev note ps yes oh ah well why so enter exit exeunt".split()
)
# Who speaks so often, in so many speeches, is a person of a play.
_FEWEST_TURNS = 3
_FEWEST_SPEECHES = 6


def part_speeches(text: str, found: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, those that hold several speeches parted where each speaker begins.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
    """
    openings = {
        at: lines
        for at, paragraph in enumerate(found)
        if len(paragraph.lines) > 1 and (lines := _speakers(text, paragraph))
    }
    turns = Counter(who for lines in openings.values() for who in lines.values())
    names = {who for who, count in turns.items() if count >= _FEWEST_TURNS}
    if len(names) < 2 or sum(turns[who] for who in names) < _FEWEST_SPEECHES:
        return list(found)
    parts: list[Paragraph] = []
    for at, paragraph in enumerate(found):
        starts = [line for line, who in openings.get(at, {}).items() if who in names]
        parts += _parted(paragraph, starts) if len(starts) > 1 else [paragraph]
    return parts


def _speakers(text: str, paragraph: Paragraph) -> Mapping[int, str]:
    """Who may speak in a paragraph, by the number of the line; nobody where it opens otherwise."""
    first, *rest = paragraph.lines
    speaker = _speaker(text, first)
    if not speaker and not _DIRECTION.match(text, first.start):
        return {}
    found = {0: speaker} if speaker else {}
    for at, line in enumerate(rest, 1):
        # Within a sentence nobody else begins to speak.
        ends = text[paragraph.lines[at - 1].end - 1] in _SENTENCE_ENDS or at - 1 in found
        speaker = _speaker(text, line) if ends else ""
        if speaker:
            found[at] = speaker
    return found if len(found) > 1 else {}


def _speaker(text: str, line: Line) -> str:
    match = _SPEAKER.match(text, line.start, line.end)
    who = (match["before"] or match["alone"]).casefold() if match else ""
    return "" if who.partition(" ")[0] in _NO_NAMES else who


def _parted(paragraph: Paragraph, starts: Sequence[int]) -> Iterator[Paragraph]:
    edges = sorted({0, *starts, len(paragraph.lines)})
    for first, last in pairwise(edges):
        lines = paragraph.lines[first:last]
        yield Paragraph(lines, 0) if first else replace(paragraph, lines=lines)
