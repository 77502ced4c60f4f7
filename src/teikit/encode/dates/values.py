"""Dates as far as they are known, and how they are written for TEI.

The written forms are those of W3C XML Schema (``xs:date``, ``xs:gYearMonth``, ``xs:gYear``,
``xs:gMonthDay``, ``xs:gMonth``, ``xs:gDay``), which TEI's ``att.datable.w3c`` takes.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

_LEAP = 2000  # a year in which every day of every month exists


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, month and day of which some may not be known.

    Attributes:
        year: 1 and up for our era, -1 and down before it.
        month: from 1 to 12.
        day: from 1; it exists in its month, as far as that is known.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def possible(self) -> bool:
        """Whether the calendar has such a date."""
        if self.year == 0 or (self.month is not None and not 1 <= self.month <= 12):
            return False
        if self.day is None:
            return True
        year = self.year if self.year and self.year > 0 else _LEAP
        return 1 <= self.day <= (monthrange(year, self.month)[1] if self.month else 31)

    @property
    def weekday(self) -> int | None:
        """1 for Monday to 7 for Sunday in the Gregorian calendar; None for part of a date."""
        if not self.year or self.year < 1 or not self.month or not self.day:
            return None
        return date(self.year, self.month, self.day).isoweekday()

    def weekday_in(self, *, julian: bool) -> int | None:
        """1 for Monday to 7 for Sunday in a calendar; None for part of a date."""
        gregorian = self.weekday
        if gregorian is None or not julian:
            return gregorian
        return (gregorian + self.days_behind() - 1) % 7 + 1

    def falls_on(self, weekday: int) -> bool:
        """Whether the date is that day of the week, in the Julian calendar too up to 1752.

        Args:
            weekday: 1 for Monday to 7 for Sunday.
        """
        if self.weekday is None or self.year is None:
            return False
        if self.weekday == weekday:
            return True
        return self.year <= 1752 and self.weekday_in(julian=True) == weekday

    def shifted(self, days: int, *, julian: bool) -> PartialDate:
        """The day so many days later, or earlier, of a whole date of our era."""
        year = self.year or 1
        # A year with as many days as that one has in its calendar.
        same = (_LEAP if year % 4 == 0 else _LEAP + 1) if julian else year
        day = date(same, self.month or 1, self.day or 1) + timedelta(days=days)
        return PartialDate(year + day.year - same, day.month, day.day)

    def days_behind(self) -> int:
        """How many days the Julian calendar is behind the Gregorian one on a date with a year."""
        year = (self.year or 0) - ((self.month or 12) <= 2)
        return year // 100 - year // 400 - 2

    def iso(self) -> str:
        """The date in W3C form, such as ``1862-04-16``, ``1862-04``, ``--04-16``, ``---16``."""
        if self.year is None:
            month = f"--{self.month:02d}" if self.month else "--"
            return f"{month}-{self.day:02d}" if self.day else month
        text = f"{self.year:04d}" if self.year > 0 else f"-{-self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
            if self.day:
                text += f"-{self.day:02d}"
        return text

    def month_before(self) -> PartialDate:
        """The same day of the month before."""
        if self.month == 1:
            return replace(self, month=12, year=_year_before(self.year))
        return replace(self, month=self.month and self.month - 1)

    def month_after(self) -> PartialDate:
        """The same day of the month after."""
        if self.month == 12:
            return replace(self, month=1, year=_year_after(self.year))
        return replace(self, month=self.month and self.month + 1)

    def last_day(self) -> int:
        """The last day of the month."""
        year = self.year if self.year and self.year > 0 else _LEAP
        return monthrange(year, self.month or 1)[1]


def _year_before(year: int | None) -> int | None:
    return (year - 1 or -1) if year is not None else None


def _year_after(year: int | None) -> int | None:
    return (year + 1 or 1) if year is not None else None


def expand_short_year(year: int, digits: int, width: int) -> int | None:
    """The year that a shortened one after another year means.

    Args:
        year: the full year before it.
        digits: the number as written.
        width: how many digits were written.

    Returns:
        The first year after ``year`` that ends so; None where that would be a wider step than
        the digits can mean.

    >>> expand_short_year(1917, 36, 2)
    1936
    >>> expand_short_year(1688, 9, 1)
    1689
    """
    size = 10**width
    result = year // size * size + digits
    if result <= year:
        result += size
    return result if result - year < size else None


def season_range(season: int, year: int, *, year_after: bool) -> tuple[str, str]:
    """First and last month of a season of the northern hemisphere.

    A winter that names one year may have begun or ended in it: then the range holds both.

    Args:
        season: 0 for spring to 3 for winter.
        year: the (first) year named.
        year_after: whether a second year is named, as in "winter of 1934/5".
    """
    if season < 3:
        return f"{year:04d}-{3 * season + 3:02d}", f"{year:04d}-{3 * season + 5:02d}"
    return f"{year:04d}-{'12' if year_after else '01'}", f"{year + 1:04d}-02"


def part_range(part: str, value: PartialDate) -> tuple[str, str]:
    """What "early", "mid" or "late" leave of a month or a year.

    A month falls into days 1-10, 11-20 and from 21; a year into months 1-4, 5-8 and 9-12. Where
    a word such as "end" is wider in use than a third, the third is what is written.

    Args:
        part: ``"early"``, ``"mid"`` or ``"late"``, ``"first half"`` or ``"second half"``, or
            ``"quarter 1"`` to ``"quarter 4"``.
        value: a year, or a month with or without a year.
    """
    if part.startswith("quarter"):
        number = int(part[-1])
        if value.month:
            return value.iso(), value.iso()
        first, last = 3 * number - 2, 3 * number
        return replace(value, month=first).iso(), replace(value, month=last).iso()
    if value.month:
        end = value.last_day()
        first, last = {
            "early": (1, 10),
            "mid": (11, 20),
            "late": (21, end),
            "first half": (1, 15),
            "second half": (16, end),
        }[part]
        return replace(value, day=first).iso(), replace(value, day=last).iso()
    first, last = {
        "early": (1, 4),
        "mid": (5, 8),
        "late": (9, 12),
        "first half": (1, 6),
        "second half": (7, 12),
    }[part]
    return replace(value, month=first).iso(), replace(value, month=last).iso()


def part_of_years(part: str, first: int, last: int) -> tuple[int, int]:
    """The first, middle or last third, a half or a quarter of a decade or a century.

    Args:
        part: as for ``part_range``.
        first: the first year of the period.
        last: its last year.

    >>> part_of_years("second half", 1801, 1900)
    (1851, 1900)
    """
    years = last - first + 1
    if part.startswith("quarter"):
        number = int(part[-1])
        return first + years * (number - 1) // 4, first + years * number // 4 - 1
    third, half = years // 3, years // 2
    return {
        "early": (first, first + third),
        "mid": (first + third + 1, last - third),
        "late": (last - third + 1, last),
        "first half": (first, first + half - 1),
        "second half": (first + half, last),
    }[part]
