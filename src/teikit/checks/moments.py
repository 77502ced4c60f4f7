"""What stretch of time a date in the notation of XML Schema or ISO 8601 stands for."""

from __future__ import annotations

import re
from typing import NamedTuple

_DAY = 86_400
_ZONES = 14 * 3600
"""No place on Earth is further than this from universal time."""

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MOMENT = re.compile(
    r"(?P<year>-?[0-9]{4,9})"
    r"(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})"
    r"(?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?)?)?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?"
)
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_ISO_DAY = re.compile(r"(-?[0-9]{4})-?([0-9]{2})-?([0-9]{2})(?!\d)")
_ISO_MONTH = re.compile(r"(-?[0-9]{4})-([0-9]{2})")


class Stretch(NamedTuple):
    """A stretch of time, in seconds from the beginning of the year 0 of ISO 8601.

    Attributes:
        start: its first second.
        end: the second after its last one.
        zoned: whether it is told in universal time.
    """

    start: int
    end: int
    zoned: bool

    def before(self, other: Stretch) -> bool:
        """Whether it is over, beyond doubt, when another one begins."""
        return self.end + (0 if self.zoned == other.zoned else _ZONES) <= other.start


def stretch(value: str) -> Stretch | None:
    """The stretch that a date covers: ``1936`` the year, ``1936-11`` the month.

    Args:
        value: a date with a year in the notation of XML Schema, or ``YYYYMMDD``, or a date or an
            interval ``date/date`` of ISO 8601.

    Returns:
        ``None`` for what has no year (times, ``--11-14``), is no such date, or is in a notation
        of ISO 8601 other than these.
    """
    value = value.strip()
    if "/" in value:
        first, _, last = value.partition("/")
        start, end = stretch(first), stretch(last)
        return Stretch(start.start, end.end, start.zoned) if start and end else None
    compact = _COMPACT.fullmatch(value)
    found = _MOMENT.fullmatch("-".join(compact.groups()) if compact else value)
    return _measured(found) if found else None


def _measured(found: re.Match[str]) -> Stretch | None:
    year, month, day = (int(found[part] or 0) for part in ("year", "month", "day"))
    if (found["month"] and not 1 <= month <= 12) or (
        found["day"] and not 1 <= day <= days_in(year, month)
    ):
        return None
    start = _days(year, month or 1, day or 1) * _DAY
    if found["day"]:
        end = start + _DAY
    elif found["month"]:
        end = start + days_in(year, month) * _DAY
    else:
        end = _days(year + 1, 1, 1) * _DAY
    if found["hour"]:
        start += int(found["hour"]) * 3600 + int(found["minute"]) * 60 + int(found["second"] or 0)
        end = start + (1 if found["second"] else 60)
    shift = _shift(found["zone"])
    return Stretch(start - shift, end - shift, bool(found["zone"]))


def _shift(zone: str | None) -> int:
    """How many seconds a zone is ahead of universal time."""
    if not zone or zone == "Z":
        return 0
    seconds = int(zone[1:3]) * 3600 + int(zone[4:6]) * 60
    return -seconds if zone[0] == "-" else seconds


def days_in(year: int, month: int) -> int:
    """How many days a month of the Gregorian calendar has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _MONTH_DAYS[month - 1]


def _days(year: int, month: int, day: int) -> int:
    """Days from 1 January of the year 0 of the Gregorian calendar, which goes on backwards."""
    before = year * 365 + (year + 3) // 4 - (year + 99) // 100 + (year + 399) // 400
    return before + sum(days_in(year, m) for m in range(1, month)) + day - 1


def missing_day(value: str) -> tuple[int, int, int] | None:
    """Year, month and day in a date of ISO 8601 that no calendar has, as 30 February.

    The day is 0 if it is the month that does not exist.
    """
    for part in value.split("/"):
        found = _ISO_DAY.match(part)
        year, month, day = map(int, found.groups()) if found else (0, 1, 1)
        if not found and (short := _ISO_MONTH.fullmatch(part)):
            year, month = map(int, short.groups())
        if not 1 <= month <= 12:
            return year, month, 0
        if not 1 <= day <= days_in(year, month):
            return year, month, day
    return None
