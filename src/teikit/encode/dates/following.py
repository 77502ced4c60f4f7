"""Dates that count from the one before: "the next morning", "two years later".

They are marked only where what they count from is sure: a date of the narrative in the same
paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from teikit.encode.dates.mention import Mention
from teikit.encode.dates.numbers import read_number_words
from teikit.encode.dates.timeline import LONE_YEARS
from teikit.encode.dates.values import PartialDate
from teikit.encode.model import Block, Certainty

_WEEKS: Final = {"week": 7, "fortnight": 14}  # in days; "two weeks later" is seldom exact
_NEAR: Final = 300  # characters from a date to what counts from it
_MOST: Final = 60  # units that a narrative steps at once
_UNIT: Final = r"(?P<unit>day|morning|afternoon|evening|night|month|year)"
_COUNT: Final = (
    r"(?P<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen|twenty|thirty)"
)
_STEP: Final = re.compile(
    # With the sign before it, and no look back for one: that makes the search fast.
    r"[\W_](?P<step>"
    rf"(?:[Tt]he\s)?(?P<next>following|next|succeeding)\s{_UNIT}(?!\s(?:to|of|but)\b)"
    rf"|(?:[Tt]he|[Tt]hat)\s(?P<same>same|very)\s{_UNIT.replace('unit', 'sameunit')}"
    rf"|[Tt]he\s(?:day|year)\s(?P<side>before|after|previous)(?=[,.;:])"
    rf"|{_COUNT}\s(?P<units>days?|weeks?|fortnights?|months?|years?)\s(?P<way>later|afterwards?|earlier)"
    r")(?![^\W_])",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[.!?]\W*\s")
# "less than a year later"; "February of the following year", where the month is not the anchor.
_ROUGH: Final = re.compile(r"(?:\A\s*of|than|about|nearly|almost|over|some|within)\s+\Z")
_SAID: Final = re.compile(r"\s*\((?:[^()]{0,30}\D)?\d{4}\)")  # "the same year (1740)"


def following_dates(
    text: str, blocks: Sequence[Block], dates: Sequence[Mention]
) -> Iterator[Mention]:
    """The dates that count from others.

    Args:
        text: the whole text, in English.
        blocks: of the document.
        dates: those that were found and filled, in the order of the text.
    """
    last = 0
    for block in blocks:
        first = last
        while last < len(dates) and dates[last].start < block.end:
            last += 1
        if last > first:
            yield from _steps(text, block, dates[first:last])


def _steps(text: str, block: Block, here: Sequence[Mention]) -> Iterator[Mention]:
    """What counts from a date before it in the paragraph."""
    anchors = [mention for mention in here if _carries(mention)]
    if not anchors:
        return
    last: Mention | None = None
    for match in _STEP.finditer(text, anchors[0].end - 1, block.end):
        start, end = match.span("step")
        if any(m.start < end and start < m.end for m in here):
            continue
        before = [mention for mention in anchors if mention.end <= start]
        if last is not None and last.start > before[-1].start:
            before.append(last)
        anchor = before[-1]
        # Whatever else is dated between would be what it counts from.
        between = any(anchor.end <= mention.start < start for mention in here)
        words = text[anchor.end : start]
        if _SAID.match(text, end):
            continue
        if between or len(words) > _NEAR or _ROUGH.search(words):
            continue
        if match["same"] and not _SENTENCE_END.search(words):
            continue
        first = _stepped(anchor.first, match)
        if first is not None:
            evidence = f"counted from “{' '.join(text[anchor.start : anchor.end].split())}”"
            rough = match["units"] and match["units"].rstrip("s").lower() in _WEEKS
            certainty: Certainty = "low" if rough else "medium"
            last = Mention(start, end, "following", first, certainty=certainty, evidence=evidence)
            yield last


def _carries(mention: Mention) -> bool:
    """Whether a date is one that the narrative surely stands at."""
    return (
        is_single(mention)
        and not mention.approximate
        and mention.first.year is not None
        and mention.certainty != "low"
        and (mention.form not in LONE_YEARS or mention.first.month is None)
    )


def is_single(mention: Mention) -> bool:
    """Whether the narrative stands at a date: it is one, and does not look back or ahead."""
    return (
        mention.relation == "when"
        and mention.second is None
        and mention.season is None
        and not (mention.part or mention.retrospective)
    )


def _stepped(anchor: PartialDate, match: re.Match[str]) -> PartialDate | None:
    """The date after a step, as exact as its unit; None where the anchor does not carry it."""
    unit = (match["unit"] or match["sameunit"] or match["units"] or "day").rstrip("s").lower()
    if match["side"]:
        unit = "year" if "year" in match["step"].lower() else "day"
    count = 0 if match["same"] else _count(match["count"]) if match["count"] else 1
    if (match["way"] or match["side"] or "").lower() in ("earlier", "before", "previous"):
        count = -count
    if anchor.year is None or anchor.year < 1 or abs(count) > _MOST:
        return None
    if unit == "year":
        return PartialDate(anchor.year + count) if anchor.year + count > 0 else None
    if unit == "month":
        if anchor.month is None:
            return None
        months = anchor.year * 12 + anchor.month - 1 + count
        return PartialDate(months // 12, months % 12 + 1) if months >= 12 else None
    if anchor.month is None or anchor.day is None:
        return None
    count *= _WEEKS.get(unit, 1)
    try:
        day = date(anchor.year, anchor.month, anchor.day) + timedelta(days=count)
    except (OverflowError, ValueError):
        return None
    return PartialDate(day.year, day.month, day.day)


def _count(words: str) -> int:
    if words.isdecimal():
        return int(words)
    number = read_number_words(words)
    return number[0] if number else 1
