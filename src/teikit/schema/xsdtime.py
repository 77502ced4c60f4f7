"""Points in time and durations of XML Schema, which are ordered in part only.

XML Schema Part 2, sections 3.2.6 to 3.2.14. A time without a zone may be up to 14 hours earlier or
later than it says; a month has 28 to 31 days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal

_FOURTEEN_HOURS = 14 * 3600
# Starting days that show whether one duration is always longer than another one.
_REFERENCES = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time.

    Attributes:
        seconds: since the beginning of 1 March of the year 1 before Christ, in UTC.
        zoned: whether its zone is known.
    """

    seconds: Decimal
    zoned: bool


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time."""

    months: int
    seconds: Decimal


def is_calendar_date(found: re.Match[str]) -> bool:
    """Whether the month has that day, and the year exists (there is none 0000)."""
    parts = found.groupdict()
    year, month, day = parts.get("year"), parts.get("month"), parts.get("day")
    if year is not None and not year.strip("-0"):
        return False
    if month is None or day is None:
        return True
    # The calendar repeats every 400 years, so that four digits tell whether it is a leap year; a
    # day without a year may be 29 February.
    cycle = 0 if year is None else int(year[-4:])
    if year is not None and year[0] == "-":
        cycle = 1 - cycle
    return int(day) <= monthrange(2000 + cycle % 400, int(month))[1]


def _astronomical(year: str | None) -> int:
    """The year as a number, where 1 before Christ is 0; 2000 for none."""
    if year is None:
        return 2000
    number = whole_number(year)
    return number + 1 if number < 0 else number


def whole_number(digits: str) -> int:
    """The number that digits tell; ``int`` alone refuses thousands of them."""
    return int(Decimal(digits))


def moment(found: re.Match[str]) -> Moment:
    """The moment that the named groups of a match tell; what they leave out is the first."""
    parts = found.groupdict()
    day = _days(
        _astronomical(parts.get("year")), int(parts.get("month") or 1), int(parts.get("day") or 1)
    )
    hour, minute, second = (parts.get(name) or "0" for name in ("hour", "minute", "second"))
    seconds = day * 86400 + int(hour) * 3600 + int(minute) * 60 + Decimal(second)
    zone = parts.get("zone")
    if zone and zone != "Z":
        offset = int(zone[1:3]) * 3600 + int(zone[4:]) * 60
        seconds -= offset if zone[0] == "+" else -offset
    return Moment(seconds, zone is not None)


def _days(year: int, month: int, day: int) -> int:
    """Days since 1 March of the year 0, where years begin in March."""
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    before = 365 * year + year // 4 - year // 100 + year // 400
    return before + (153 * month + 2) // 5 + day - 1


def duration(found: re.Match[str]) -> Duration:
    """The duration that the named groups of a match tell."""
    years, months, days, hours, minutes = (
        whole_number(found[name] or "0") for name in ("years", "months", "days", "hours", "minutes")
    )
    total = days * 86400 + hours * 3600 + minutes * 60 + Decimal(found["seconds"] or 0)
    sign = -1 if found["sign"] else 1
    return Duration(sign * (years * 12 + months), sign * total)


def compare_moments(one: Moment, other: Moment) -> int | None:
    """Negative, 0 or positive as the first is earlier, the same or later; ``None`` if unknown."""
    difference = one.seconds - other.seconds
    if one.zoned != other.zoned and abs(difference) <= _FOURTEEN_HOURS:
        return None
    return _sign(difference)


def compare_durations(one: Duration, other: Duration) -> int | None:
    """Negative, 0 or positive as the first is shorter, as long or longer; ``None`` if unknown."""
    signs = {
        _sign(_end(one, year, month) - _end(other, year, month)) for year, month in _REFERENCES
    }
    return signs.pop() if len(signs) == 1 else None


def _end(length: Duration, year: int, month: int) -> Decimal:
    years, months = divmod(month - 1 + length.months, 12)
    return _days(year + years, months + 1, 1) * 86400 + length.seconds


def _sign(number: Decimal) -> int:
    return (number > 0) - (number < 0)
