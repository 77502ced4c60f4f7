"""Feasts that move with Easter."""

from __future__ import annotations

from teikit.encode.dates.values import PartialDate

MOVEABLE = 2000
"""What a moveable feast's distance from Easter is added to in the value of its token."""


def moveable_feast(days: int, year: int, easter: tuple[int, int]) -> PartialDate | None:
    """The date of a feast in the calendar that a country kept.

    Args:
        days: its distance from Easter Sunday.
        year: of the feast.
        easter: the last year with a Julian and the first with a Gregorian Easter.

    Returns:
        the date; None between those years, before 326 and after 4099, where Easter is not sure.
    """
    last, first = easter
    if not 326 <= year <= 4099 or last < year < first:
        return None
    month, day = _gregorian(year) if year >= first else _julian(year)
    return PartialDate(year, month, day).shifted(days, julian=year < first)


def _gregorian(year: int) -> tuple[int, int]:
    """Month and day of Easter Sunday, by the anonymous Gregorian algorithm."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    correction = (century + 8) // 25
    moon = (19 * golden + century - century // 4 - (century - correction + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return month, day + 1


def _julian(year: int) -> tuple[int, int]:
    """Month and day of Easter Sunday in the Julian calendar, by Meeus's algorithm."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return month, day + 1
