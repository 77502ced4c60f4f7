"""Years of which the text withholds digits: "18—", "June 4th, 186-"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from teikit.encode.dates.hints import stretches
from teikit.encode.dates.mention import Mention
from teikit.encode.dates.values import PartialDate
from teikit.encode.model import Block

_BLANK: Final = re.compile(
    r"(?P<century>1(?<![\w.,$£]1)[0-9])(?P<decade>\d)?(?:—{1,2}|–{1,2}|-{1,3}|_{2,4})(?![\w—–-])"
)
_BEFORE_YEAR: Final = re.compile(
    r"(?:\b(?:in|of|year|since|from|until|till|by|about|before|after|to)|\bAnno|[a-z]{3}\.?,"
    r"|\d(?:st|nd|rd|th)?,)\s\Z"
)
_JOINT: Final = re.compile(r",?\s{1,6}")


def blank_years(text: str, blocks: Sequence[Block]) -> Iterator[Mention]:
    """Years whose last digits the text withholds: "18—", "186–"."""
    for _, start, end in stretches(_BLANK, text, blocks):
        yield from _blank_years(text, start, end)


def _blank_years(text: str, start: int, end: int) -> Iterator[Mention]:
    for match in _BLANK.finditer(text, start, end):
        before = text[max(start, match.start() - 12) : match.start()]
        if _BEFORE_YEAR.search(before):
            size = 10 if match["decade"] else 100
            first = int(match["century"] + (match["decade"] or "")) * size
            yield Mention(
                *match.span(), "blank-year", PartialDate(first), PartialDate(first + size - 1),
                relation="either", evidence="year withheld",
            )  # fmt: skip


def joined(text: str, dates: Sequence[Mention], blanks: Sequence[Mention]) -> list[Mention]:
    """Dates and withheld years together; a day before such a year is one date with it.

    Args:
        text: the whole text.
        dates: in the order of the text.
        blanks: withheld years, in the order of the text.
    """
    ends = {mention.end: mention for mention in dates if mention.first.month}
    whole: list[Mention] = []
    taken: set[int] = set()
    for blank in blanks:
        gap = next((n for n in range(1, 8) if blank.start - n in ends), 0)
        before = ends.get(blank.start - gap)
        if before is not None and gap and _JOINT.fullmatch(text, before.end, blank.start):
            taken.add(before.start)
            blank = replace(blank, start=before.start)
        whole.append(blank)
    kept = [mention for mention in dates if mention.start not in taken]
    return sorted(kept + whole, key=lambda mention: mention.start)
