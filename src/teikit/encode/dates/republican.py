"""Days of the French Republican calendar: "18 brumaire an VIII", "9th Thermidor, year II".

Only dates with their year are marked: "le 18 brumaire" alone is as often the event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final

from teikit.encode.dates.hints import stretches
from teikit.encode.dates.mention import Mention
from teikit.encode.dates.numbers import read_roman
from teikit.encode.dates.values import PartialDate
from teikit.encode.model import Block

CALENDAR: Final = "#republican"
"""What ``@calendar`` points at; the header describes it."""

# The first day of each year that the calendar was in use, in September.
_FIRST_DAYS: Final = (22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23)
_FIRST_YEAR: Final = 1792
_MONTHS: Final = (
    "vend[ée]miaire", "brumaire", "frimaire", "niv[ôo]se", "pluvi[ôo]se", "vent[ôo]se", "germinal",
    "flor[ée]al", "prairial", "messidor", "thermidor", "fructidor",
)  # fmt: skip
_MONTH: Final = "|".join(f"(?P<m{number}>{name})" for number, name in enumerate(_MONTHS))
_COMPLEMENTARY: Final = r"jours?\scompl[ée]mentaires?|sans-?culottides?"
_YEAR: Final = r"(?P<year>[IVX]{1,4}|\d{1,2})(?:e|th|nd|st|rd)?(?![^\W_])"
_YEAR_AGAIN: Final = _YEAR.replace("<year>", "<year2>")
# The number of a year is rarer than the words before it: it is looked for first.
_HINT: Final = re.compile(r"[IVX0-9](?<=[nr]\s.)(?!\d\d)(?:(?<=\b[aA][nN]\s.)|(?<=\b[yY]ear\s.))")
_DAYS_OF_MONTH: Final = 30


@cache
def _pattern() -> re.Pattern[str]:
    """A date of the calendar; made where a text may have one."""
    return re.compile(
        r"(?<![^\W_])(?:"
        r"(?:(?P<day>\d{1,2}|premier|first)(?:er|re|e|st|nd|rd|d|th)?\s(?:(?:de|of)\s)?)?"
        rf"(?:{_MONTH}|(?P<rest>{_COMPLEMENTARY})),?\s(?:(?:de|of)\s)?(?:(?:l['’]|the\s)?)"
        rf"(?:an|year)\s{_YEAR}|an\s{_YEAR_AGAIN}(?=\sde\sla\sR[ée]publique\b))",
        re.IGNORECASE,
    )


def republican_dates(text: str, blocks: Sequence[Block]) -> Iterator[Mention]:
    """Days, months and years of the calendar, with the Gregorian dates that they were.

    Args:
        text: the whole text, in French or English.
        blocks: in the order of the text.
    """
    for _, start, end in stretches(_HINT, text, blocks):
        for match in _pattern().finditer(text, start, end):
            days = _days(match)
            if days is not None:
                first, last = (PartialDate(day.year, day.month, day.day) for day in days)
                yield Mention(
                    *match.span(), "republican", first, None if first == last else last,
                    relation="when" if first == last else "either",
                    evidence="French Republican calendar", calendar=CALENDAR,
                )  # fmt: skip


def _days(match: re.Match[str]) -> tuple[date, date] | None:
    """The first and last day of what a date says, None where the calendar has no such day."""
    parts = match.groupdict()
    number = parts["year"] or parts["year2"]
    year = int(number) if number.isdecimal() else read_roman(number.upper())
    if not year or year > len(_FIRST_DAYS):
        return None
    start, end = _year(year)
    if parts["year2"]:
        return start, end
    complementary = parts["rest"] is not None
    month = next((n for n in range(len(_MONTHS)) if parts[f"m{n}"]), len(_MONTHS))
    start += timedelta(days=month * _DAYS_OF_MONTH)
    if not complementary:
        end = start + timedelta(days=_DAYS_OF_MONTH - 1)
    if parts["day"] is None:
        return start, end
    day = start + timedelta(days=(int(parts["day"]) if parts["day"].isdecimal() else 1) - 1)
    return (day, day) if start <= day <= end else None


def _year(year: int) -> tuple[date, date]:
    """The first and last day of a year."""
    start = date(_FIRST_YEAR + year - 1, 9, _FIRST_DAYS[year - 1])
    if year == len(_FIRST_DAYS):
        return start, date(start.year, 12, 31)  # it was given up on that day
    return start, date(start.year + 1, 9, _FIRST_DAYS[year]) - timedelta(days=1)
