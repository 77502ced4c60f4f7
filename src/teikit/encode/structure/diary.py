"""Diaries: entries that a day heads, as “Monday, 18 March” on a line of its own.

TEI Guidelines, section 4.1.1: divisions of the type ``entry``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from teikit.encode.model import Block
from teikit.encode.structure.division_names import RANKS
from teikit.encode.structure.letter_parts import MONTH, is_salute
from teikit.encode.structure.paragraphs import Paragraph

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_WEEKDAY = re.compile(
    # Diarists misspell them: “Wednesay”.
    r"(?:sun|mon|tu|wed|th|fri|sat)[a-z]{0,5}(?:ay|dy)|sun|mon|tues?|wed|thurs?|fri|sat|(?:first|second|third|fourth|fifth|sixth|seventh)-day|"
    r"(?:sonn|mon|diens|donners|frei|sams)tag|mittwoch|sonnabend|"
    r"dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi", re.IGNORECASE
)  # fmt: skip
_MONTH = re.compile(MONTH, re.IGNORECASE)
_DAY = re.compile(r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|d|th)?", re.IGNORECASE)
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
# Crosses and the like are signs of the diarist's own.
_OTHERS = frozenset("the of ye inst instant x xx xxx le".split())
_LONGEST = 40
_FEWEST = 5
# Days from one entry to the next, and the share of steps that are such.
_LONGEST_STEP = 15
_SHARE = 0.75


def diary_entries(
    text: str, found: Sequence[Paragraph], taken: AbstractSet[int]
) -> dict[int, list[Block]]:
    """The headings of a diary's entries, if the text is one.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        taken: indexes of the paragraphs that are something else.

    Returns:
        For the index of a paragraph its block ``head``; none where days do not go on from line to
        line, or letters are dated.
    """
    days: dict[int, int] = {}
    for at, paragraph in enumerate(found):
        if at not in taken and paragraph.end - paragraph.start <= _LONGEST:
            day = _day(text[paragraph.start : paragraph.end])
            if day is not None and at + 1 < len(found) and at + 1 not in days:
                days[at] = day
    steps = [after - before for before, after in pairwise(day for day in days.values() if day)]
    # The first of a month follows its last.
    onward = sum(0 < step % 31 <= _LONGEST_STEP for step in steps)
    if len(days) < _FEWEST or onward < _SHARE * len(steps):
        return {}
    greeted = sum(_greets(text, found[at + 1]) for at in days)
    if greeted * 4 > len(days):
        return {}
    facts = {"style": "entry", "rank": str(RANKS["entry"]), "type": "entry", "n": ""}
    return {at: [Block("head", found[at].start, found[at].end, facts)] for at in days}


def _day(line: str) -> int | None:
    """The day of the month that a line is nothing but; 0 for a weekday only, else ``None``."""
    day = 0
    weekday = month = False
    for word in _WORD.findall(line):
        number = _DAY.fullmatch(word)
        if number and not day:
            day = int(number["day"])
        elif _WEEKDAY.fullmatch(word):
            weekday = True
        elif _MONTH.fullmatch(word):
            month = True
        elif not _YEAR.fullmatch(word) and word.lower() not in _OTHERS:
            return None
    return day if weekday or (month and day) else None


def _greets(text: str, paragraph: Paragraph) -> bool:
    line = paragraph.lines[0]
    return is_salute(text[line.start : line.end])
