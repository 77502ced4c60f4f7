"""The dates that the parts of a form stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from teikit.encode.dates.feasts import MOVEABLE, moveable_feast
from teikit.encode.dates.mention import Relation
from teikit.encode.dates.tokens import Region
from teikit.encode.dates.values import PartialDate, expand_short_year, part_of_years

_RANGES = frozenset(
    {
        "days-month",
        "three-days",
        "month-three-days",
        "days-inst",
        "month-days",
        "dm-to-dm",
        "md-to-md",
        "m-to-m",
        "decades",
    }
    | {"to-years", "dash-years", "bc-years", "months", "numbered-days", "numbered-month-days"}
)
_EITHER = frozenset(
    {"between-days", "between-dm", "between-months", "between-years", "or-years", "year-double"}
)
_SHORT = frozenset({"md-yy", "dm-yy", "dm-two", "md-two", "numeric-short"})
NEW_STYLE = 1752
"""The first year of England that began in January."""

_FEBRUARY = 2
_FIRST_GREGORIAN = 1582
_PARTS = {"beginning": "early", "middle": "mid", "end": "late", "latter": "late"}
_LAST_MONTHS = {"early": 4, "mid": 8, "late": 12}
_LAST_BEFORE_NEW_YEAR = 10  # December, counted from March
Dates = tuple[PartialDate, PartialDate | None, Relation]
"""One date or two, and how they are meant."""


def dates_of(
    region: Region, form: str, parts: Mapping[str, int], easter: tuple[int, int]
) -> Dates | None:
    """The dates of a match, None where its numbers make none.

    Args:
        region: the tokens.
        form: the name of the form.
        parts: index of the token of each named part.
        easter: as ``Lexicon.easter``.
    """
    values = {name: region.values[index] for name, index in parts.items()}
    match form:
        case "iso":
            return PartialDate(values["year"], values["isomonth"], values["isoday"]), None, "when"
        case "numeric" | "numeric-short" | "numeric-weekday" | "weekday-numeric" | "numeric-day":
            return _numeric(None if form == "numeric-short" else values.get("year"), values)
        case "feast":
            return _feast(values["feast"], values.get("year"), easter)
        case "wd-feast":
            after = region.kind(parts["side"]) == "afterword"
            return _weekday_by_feast(values, easter, after=after)
        case "this-century":
            return PartialDate(), None, "range"
        case "century" | "century-first":
            last = -values["century"] if "bc" in parts else values["century"]
            return _century(last)
        case "centuries" | "centuries-first":
            return _centuries(region, parts, values)
        case "decade" | "decades" | "decade-words" | "decade-of-years" | "decade-adjective":
            return _decade(values)
        case _:
            if "numbered" in values:
                values = {**values, **_numbered_month(values)}
            return _day_month_year(region, form, parts, values)


def _feast(number: int, year: int | None, easter: tuple[int, int]) -> Dates | None:
    if number < MOVEABLE - 100:
        return PartialDate(year, *divmod(number, 100)), None, "when"
    if year is None:
        return PartialDate(), None, "when"
    date = moveable_feast(number - MOVEABLE, year, easter)
    return date or PartialDate(year), None, "when"


def _weekday_by_feast(
    values: Mapping[str, int], easter: tuple[int, int], *, after: bool
) -> Dates | None:
    """The day of "Tuesday next after Michaelmas 1594"."""
    dates = _feast(values["feast"], values["year"], easter)
    if dates is None or dates[0].weekday is None:
        return dates
    feast = dates[0]
    julian = values["year"] <= easter[0]
    steps = range(1, 8) if after else range(-1, -8, -1)
    near = (feast.shifted(step, julian=julian) for step in steps)
    day = next(day for day in near if day.weekday_in(julian=julian) == values["weekday"])
    return day, None, "when"


def _numbered_month(values: Mapping[str, int]) -> dict[str, int]:
    """Month and year of "3rd month 1790"; before 1752 the first month of the year was March."""
    month, year = values["numbered"], values.get("year")
    if year is None or not 1 <= month <= 12:
        return {"month": month}
    if "double" in values and month > _LAST_BEFORE_NEW_YEAR and year < NEW_STYLE:
        return {"month": month - _LAST_BEFORE_NEW_YEAR, "year": year}  # the second year is meant
    month, year = old_style(month, year)
    return {"month": month, "year": year}


def old_style(month: int, year: int) -> tuple[int, int]:
    """The month and year from January of a month that is counted from March before 1752."""
    if year >= NEW_STYLE:
        return month, year
    if month <= _LAST_BEFORE_NEW_YEAR:
        return month + 2, year
    return month - _LAST_BEFORE_NEW_YEAR, year + 1


def _day_month_year(
    region: Region, form: str, parts: Mapping[str, int], values: Mapping[str, int]
) -> Dates | None:
    year = _year(region, form, parts, values)
    if year == 0:
        return None
    first = PartialDate(year, values.get("month", values.get("month2")), values.get("day"))
    if form == "last-dmy" and (year is not None or first.month != _FEBRUARY):
        first = replace(first, day=first.last_day())
    if form == "year-double":
        assert year is not None
        return replace(first, year=year - 1), first, "either"
    if form not in _RANGES and form not in _EITHER and form != "season":
        return first, None, "when"
    year2 = _second_year(region, parts, values)
    if year2 == 0:
        return None
    if form == "season":
        return first, PartialDate(year2) if year2 else None, "when"
    second = PartialDate(year2 or year, values.get("month2", first.month), values.get("day2"))
    if form == "days-month" and region.kind(parts["day"] + 1) == "slash" and second.possible:
        gap = (second.day or 0) - (first.day or 0)
        if year and year > _FIRST_GREGORIAN and gap == second.days_behind():
            return second, None, "when"  # "10/20 June 1625", one day in both calendars
    if "part2" in parts:
        second = replace(second, month=_LAST_MONTHS[region.kind(parts["part2"])])
    if year is None and year2 is not None:
        over_new_year = (first.month or 0) > (second.month or 12)
        first = replace(first, year=year2 - 1 if over_new_year else year2)
    relation: Relation = "range" if form in _RANGES else "either"
    return (first, second, relation) if _ascending(first, second) else None


def _second_year(region: Region, parts: Mapping[str, int], values: Mapping[str, int]) -> int | None:
    """The year that ends a range; 0 where a shortened one cannot follow the first."""
    year = values.get("year2")
    if year is not None and "bc" in parts:
        return -year
    if year is None or year >= 100:
        return year
    digits = region.word(parts["year2"]).lstrip("'’‘")
    last = expand_short_year(values["year"], year, len(digits)) or 0
    # One digit stays in its decade: "1505-2" is the number of something.
    return last if len(digits) > 1 or last // 10 == values["year"] // 10 else 0


def _year(
    region: Region, form: str, parts: Mapping[str, int], values: Mapping[str, int]
) -> int | None:
    """The year; 0 where a double-dated year ("1688/9") does not step by one."""
    if "year" not in parts or is_short(region, form, parts["year"]):
        return None
    year = values["year"]
    if "bc" in parts:
        return -year
    if "double" in parts:
        width = len(region.word(parts["double"]))
        return year + 1 if expand_short_year(year, values["double"], width) == year + 1 else 0
    return year


def _ascending(first: PartialDate, second: PartialDate) -> bool:
    one = (first.year or 0, first.month or 0, first.day or 0)
    two = (second.year or 0, second.month or 0, second.day or 0)
    return one < two


def _numeric(year: int | None, values: Mapping[str, int]) -> Dates:
    """A date in figures: one reading where only one is possible, else both."""
    one, two = values["first"], values["second"]
    day_first, month_first = PartialDate(year, two, one), PartialDate(year, one, two)
    if not month_first.possible or one == two:
        return day_first, None, "when"
    if not day_first.possible:
        return month_first, None, "when"
    return day_first, month_first, "order"


def _century(
    number: int,
) -> Dates:
    if number < 0:
        return PartialDate(number * 100), PartialDate(number * 100 + 99), "range"
    return PartialDate(number * 100 - 99), PartialDate(number * 100), "range"


def _centuries(region: Region, parts: Mapping[str, int], values: Mapping[str, int]) -> Dates | None:
    """From the first century, or a part of it, to the second or a part of it."""
    first, second = values["century"], values["century2"]
    if first >= second:
        return None
    start, end = first * 100 - 99, second * 100
    one, two = part_of(region, parts), part_of(region, parts, "2")
    if one:
        start = part_of_years(one, start, first * 100)[0]
    if two:
        end = part_of_years(two, end - 99, end)[1]
    return PartialDate(start), PartialDate(end), "either" if one or two else "range"


def part_of(region: Region, parts: Mapping[str, int], number: str = "") -> str:
    """Which part of a date is meant, as ``values.part_range`` names it.

    Args:
        region: the tokens.
        parts: index of the token of each named part.
        number: ``"2"`` for the second date of two.
    """
    half, quarter, part = (parts.get(name + number) for name in ("half", "quarter", "part"))
    if half is not None:
        return "first half" if region.values[half] == 1 else "second half"
    if quarter is not None:
        return f"quarter {region.values[quarter] or 4}"
    if part is None:
        return ""
    kind = region.kind(part)
    if region.kind(part + 1) == "halfword":
        return "second half" if kind == "latter" else "first half"
    return _PARTS.get(kind, kind)


def _decade(
    values: Mapping[str, int],
) -> Dates:
    first, last = values["decade"], values.get("decade2", values["decade"])
    if first < 1000:
        return PartialDate(), None, "range"
    if last < 100:  # "the 1860s and '70s"
        last = expand_short_year(first, last, 2) or first
    return PartialDate(first), PartialDate(last + 9), "range"


def is_short(region: Region, form: str, index: int) -> bool:
    """Whether a year or decade is given without its century."""
    if form in _SHORT or (form == "roman-month" and region.values[index] < 100):
        return True
    if form == "decade-of-years":
        return region.values[index] < 100
    return (
        region.kind(index) in ("yy", "decade", "decadeword", "decadeadjective")
        and region.values[index] < 100
    )
