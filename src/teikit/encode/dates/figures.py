"""Whether figures with points, strokes or hyphens between them are a date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from teikit.encode.dates import judge
from teikit.encode.dates.lexicon import Lexicon
from teikit.encode.dates.tokens import Region

_MONTHS: Final = 12
_DAYS: Final = 31
_FIGURES: Final = re.compile(r"\d\d?([./-])\s?(?:\d\d?|[ivxIVX]{1,4})\1\s?[’'‘]?\d+")
_ENDS: Final = frozenset({"break", "stop", "comma", "colon", "close", "dash"})
_LEADING_TO: Final = frozenset({"on", "from", "to"})


def is_whole(region: Region, parts: Mapping[str, int]) -> bool:
    """Whether day, month and year are parted by the same mark, with a blank after it at most.

    Args:
        region: the tokens.
        parts: index of the token of each named part of the date.
    """
    first = parts["first"] if "first" in parts else parts["day"]
    return bool(_FIGURES.fullmatch(region.text, region.starts[first], region.ends[parts["year"]]))


def is_plain(region: Region, parts: Mapping[str, int], lexicon: Lexicon) -> bool:
    """Whether day and month cannot change places: "13/2", or a language that begins with days."""
    one, two = region.values[parts["first"]], region.values[parts["second"]]
    if not 1 <= min(one, two) <= _MONTHS or max(one, two) > _DAYS:
        return False
    if lexicon.dotted_days:
        return two <= _MONTHS
    return (one > _MONTHS) != (two > _MONTHS)


def is_short(region: Region, end: int, parts: Mapping[str, int], lexicon: Lexicon) -> bool:
    """Whether "27. 3. 92" is a date and not the number of a section or a version."""
    if not (is_whole(region, parts) and is_plain(region, parts, lexicon)):
        return False
    start = parts["first"]
    if judge.is_reference(region, start, lexicon):
        return False
    glued = region.kind(start - 1) in ("stop", "slash", "dash", "mark") and (
        region.ends[start - 1] == region.starts[start]
    )
    further = region.kind(end) in ("stop", "slash", "dash") and (
        region.word(end + 1)[:1].isdecimal() and region.ends[end] == region.starts[end + 1]
    )
    return not (glued or further)


def tells_day(region: Region, start: int, end: int) -> bool:
    """Whether "22. 11." is a day: after "am", "vom" or "bis", or as the head of an entry."""
    if region.kind(start - 1) in _LEADING_TO:
        return True
    return region.kind(start - 1) == "break" and region.kind(end) == "daypart"


def ends_in_year(region: Region, end: int) -> bool:
    """Whether two figures after day and month end the date: "12 Jan 62.", not "12 Jan 62 of us"."""
    return region.kind(end) in _ENDS or region.word(end) == ";"
