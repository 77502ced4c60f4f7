"""Days that stand without their month: "yours of the 2nd", "on the 14th".

In a letter they are of the dateline's month or of one beside it, in a narrative of the month that
the date before them says. Where neither is sure, there is no mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from teikit.encode.dates.following import is_single
from teikit.encode.dates.hints import stretches
from teikit.encode.dates.mention import Mention
from teikit.encode.dates.timeline import LONE_YEARS
from teikit.encode.dates.values import PartialDate
from teikit.encode.model import Block, Certainty

_HINT: Final = re.compile(r"the\s[0-9]{1,2}(?:st|nd|rd|d|th)")  # what is marked here has it
_DAY: Final = r"\d{1,2}(?:st|nd|rd|d|th)"
_DAYS: Final = rf"(?P<days>{_DAY}(?:(?:,\s(?:and\s)?|\s(?:and|or|to|&)\s)(?:the\s)?{_DAY}){{0,4}})"
_IN_LETTER: Final = re.compile(
    r"(?<![^\W_])(?P<lead>(?i:letters?|favou?rs?|yours|note|lines|dated|date|mine|despatch|dispatch)"
    r"\s(?:of\s|dated\s)?(?:of\s)?the|on\sthe|until\sthe|till\sthe|by\sthe|since\sthe)\s"
    rf"(?P<days>{_DAY})"
    r"(?=[.,;:!?)—]|\s(?:and|or|if|at|in|from|with|when|came|was|but|by|to|I|we|he|she|you|it)\b)"
)
# After the day a clause ends or a small word goes on: "the 14th Regiment", "the 5th of the series"
# and "the 5th and 6th Michigan" are none.
_IN_NARRATIVE: Final = re.compile(
    r"(?<![^\W_])(?P<lead>(?i:on|upon|until|till|by|since|before|after|from|dated"
    r"|(?P<time>(?:morning|forenoon|noon|afternoon|evening|night|midnight)\sof))\sthe)\s"
    rf"{_DAYS}(?=(?(time)\s(?!(?:of|and|or|to)\b)[a-z]|(?!))|[.;:!?)—]|,(?!\s(?:and\s)?(?:the\s)?\d)"
    r"|\s(?:(?:and|or|to)\s(?!(?:the\s)?\d)|(?:a|after|again|all|an|as|at|before|but|by|from|had|he"
    r"|her|his|I|if|in|it|my|near|not|our|she|that|the|their|there|they|this|through|was|we|were"
    r"|when|while|with|without|you)\b))"
)
_ONE: Final = re.compile(_DAY)
_AHEAD: Final = re.compile("on|until|till|by")
_NEAR: Final = 1200  # characters from a date to a day that is surely of its month
_FAR: Final = 4000  # and to one that may be
_BACK: Final = 4  # how many years may stand between them
_HALF_MONTH: Final = 15


def lone_days(text: str, blocks: Sequence[Block], dates: Sequence[Mention]) -> Iterator[Mention]:
    """The days whose month a dateline or the narrative tells.

    Args:
        text: the whole text, in English.
        blocks: of the document.
        dates: those that were found and filled, in the order of the text.
    """
    with_days = {block.start for block, _, _ in stretches(_HINT, text, blocks)}
    starts = [mention.start for mention in dates]
    letter: PartialDate | None = None
    last: Mention | None = None
    for block in blocks:
        if block.kind == "dateline":
            here = dates[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
            letter = next((mention.first for mention in here if _is_day(mention.first)), None)
        elif block.kind == "head":
            letter = None  # a letter ends there: a preface that has its dateline is no book
        if block.start not in with_days or block.kind in ("head", "note"):
            continue
        if letter is not None:
            yield from _of_letter(text, block, dates, starts, letter)
        else:
            for mention in _of_narrative(text, block, dates, starts, last):
                yield mention
                last = mention


def _is_day(value: PartialDate) -> bool:
    return None not in (value.year, value.month, value.day)


def _of_letter(
    text: str, block: Block, dates: Sequence[Mention], starts: Sequence[int], letter: PartialDate
) -> Iterator[Mention]:
    """Days of the letter's month, or of the one before for letters received."""
    for match in _IN_LETTER.finditer(text, block.start, block.end):
        for start, end, day in _days(match, dates, starts):
            month = PartialDate(letter.year, letter.month)
            ahead = _AHEAD.match(match["lead"])
            if not ahead and day > (letter.day or 0):
                month = month.month_before()
            certainty: Certainty = "low" if ahead and day < (letter.day or 0) else "medium"
            yield from _mention(start, end, month, day, certainty, "month of the letter")


def _of_narrative(
    text: str,
    block: Block,
    dates: Sequence[Mention],
    starts: Sequence[int],
    last: Mention | None,
) -> Iterator[Mention]:
    """Days of the month of the date before them, or of the last such day, as the narrative goes."""
    for match in _IN_NARRATIVE.finditer(text, block.start, block.end):
        before, between = _date_before(dates, bisect_left(starts, match.start()))
        if last is not None and (before is None or before.start < last.start):
            before, between = last, False
        if before is None:
            continue
        distance = match.start() - before.end
        sure = not between and distance < _NEAR and before.certainty != "low" and before.first.year
        if distance > _FAR:
            continue
        for start, end, day in _days(match, dates, starts):
            month, past = PartialDate(before.first.year, before.first.month), before.first.day or 0
            if past - day > _HALF_MONTH:
                month = month.month_after()
            certainty: Certainty = "medium" if sure and day >= past else "low"
            for mention in _mention(start, end, month, day, certainty, "month of the narrative"):
                yield mention
                last = before = mention


def _date_before(dates: Sequence[Mention], at: int) -> tuple[Mention | None, bool]:
    """The last date with a month that the narrative stands at, and whether it is not the last.

    None where something after it leaves the month open: a later year, or what is no single date.
    """
    latest = 0
    for mention in reversed(dates[max(0, at - _BACK) : at]):
        year, alone = mention.first.year, mention.form in LONE_YEARS and mention.second is None
        if not alone and mention.first.month:
            held = is_single(mention) and not (latest and latest > (year or 0))
            return (mention if held else None), latest > 0
        if not alone or year is None:
            return None, False
        latest = max(latest, year)
    return None, False


def _days(
    match: re.Match[str], dates: Sequence[Mention], starts: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """Start, end and number of each day of a match that is not part of a date."""
    for day in _ONE.finditer(match.string, *match.span("days")):
        before = bisect_right(starts, day.end() - 1) - 1
        if before < 0 or dates[before].end <= day.start():
            yield *day.span(), int("".join(filter(str.isdecimal, day[0])))


def _mention(
    start: int, end: int, month: PartialDate, day: int, certainty: Certainty, evidence: str
) -> Iterator[Mention]:
    first = replace(month, day=day)
    if first.possible:
        yield Mention(start, end, "following", first, certainty=certainty, evidence=evidence)
