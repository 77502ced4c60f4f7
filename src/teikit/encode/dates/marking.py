"""From a resolved date to the span and its TEI attributes."""

from __future__ import annotations

from teikit.encode.dates.mention import Mention
from teikit.encode.dates.values import PartialDate, part_of_years, part_range, season_range
from teikit.encode.model import Span


def span_of(mention: Mention, annotator: str) -> Span:
    """The ``<date>`` of a mention (TEI Guidelines, 3.6.4 and 14.4)."""
    return Span(
        mention.start,
        mention.end,
        "date",
        attributes(mention),
        mention.certainty,
        mention.evidence,
        annotator,
    )


def attributes(mention: Mention) -> dict[str, str]:
    """The attributes of ``att.datable.w3c`` that say what a mention says.

    A single date has ``@when``, a period that something fills ``@from`` and ``@to``, a stretch
    in which something lies ``@notBefore`` and ``@notAfter``. "About" stands outside the element
    and gives it ``@precision``. Words of another calendar have ``@calendar`` and the Gregorian
    date. A date whose value is not known has none of them.
    """
    values = _values(mention)
    if mention.approximate and values:
        values["precision"] = "low"
    if mention.calendar:
        values["calendar"] = mention.calendar
    return values


def _values(mention: Mention) -> dict[str, str]:
    first, second = mention.first, mention.second
    if mention.relation == "order" or first == PartialDate():
        return {}
    if mention.season is not None:
        return _season(mention)
    if mention.part and second is None:
        not_before, not_after = part_range(mention.part, first)
        return {"notBefore": not_before, "notAfter": not_after}
    if second is None:
        return {"when": first.iso()}
    if mention.part:
        return _part_of_period(mention.part, first, second)
    names = ("from", "to") if mention.relation == "range" else ("notBefore", "notAfter")
    return dict(zip(names, (first.iso(), second.iso()), strict=True))


def _season(mention: Mention) -> dict[str, str]:
    year, season = mention.first.year, mention.season
    if year is None or season is None:
        return {}
    fixed = mention.second is not None or mention.relative == "same"
    not_before, not_after = season_range(season, year, year_after=fixed)
    return {"notBefore": not_before, "notAfter": not_after}


def _part_of_period(part: str, first: PartialDate, second: PartialDate) -> dict[str, str]:
    """The first, middle or last third, a half or a quarter of a decade or a century."""
    if first.year is None or second.year is None:
        return {}
    low, high = part_of_years(part, first.year, second.year)
    return {"notBefore": PartialDate(low).iso(), "notAfter": PartialDate(high).iso()}
