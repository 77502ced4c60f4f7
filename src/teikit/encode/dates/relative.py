"""Dates that count from another: "5th inst.", "October last", "that same winter", "Tuesday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from teikit.encode.dates.mention import Mention
from teikit.encode.dates.values import PartialDate
from teikit.encode.model import Certainty


def fill_relative(
    mention: Mention, narrative: PartialDate, now: PartialDate, before: Sequence[PartialDate]
) -> Mention | None:
    """Resolve a date with "inst.", "ult.", "last", "next" or "same".

    Args:
        mention: with ``relative`` set.
        narrative: where the narrative stands.
        now: the letter's date, or where the narrative stands.
        before: the dates before, the last one last.

    Returns:
        The date, or None where nothing known carries it.
    """
    if mention.relative == "that":
        return _with_year_of(mention, narrative)
    if mention.relative == "same":
        return _fill_same(mention, before)
    if mention.form in ("wd-rel", "wd-week"):
        return _counted_weekday(mention, now)
    if now.year is None and mention.relative != "inst":
        return None
    if mention.first.month is not None:
        return _nearest_month(mention, now)
    if now.month is None or mention.first.day is None:
        return None
    month = PartialDate(now.year, now.month)
    month = {"ult": month.month_before, "prox": month.month_after}.get(
        mention.relative, lambda: month
    )()
    first = replace(month, day=mention.first.day)
    second = mention.second and replace(month, day=mention.second.day)
    if not first.possible or (second is not None and not second.possible):
        return None
    evidence = f"{mention.relative}. of the date before"
    return replace(mention, first=first, second=second, certainty="medium", evidence=evidence)


def _counted_weekday(mention: Mention, now: PartialDate) -> Mention | None:
    """The day that "Tuesday last", "next Friday" or "Monday week" means, seen from a day."""
    if mention.weekday is None or now.weekday is None or not (now.year and now.month and now.day):
        return None
    ahead = (mention.weekday - now.weekday - 1) % 7 + 1
    days = {"week": ahead + 7, "fortnight": ahead + 14, "next": ahead}.get(
        mention.relative, (mention.weekday - now.weekday) % 7 - 7
    )
    try:
        day = date(now.year, now.month, now.day) + timedelta(days=days)
    except (OverflowError, ValueError):
        return None
    first = PartialDate(day.year, day.month, day.day)
    return replace(
        mention, first=first, certainty="medium", evidence="counted from the date before"
    )


def _with_year_of(mention: Mention, now: PartialDate) -> Mention | None:
    if now.year is None:
        return None
    first = replace(mention.first, year=now.year)
    return replace(mention, first=first, certainty="medium", evidence="year of the narrative")


def _nearest_month(mention: Mention, now: PartialDate) -> Mention | None:
    """The last or next month of a name, or day of a name, seen from a date."""
    year, month = now.year, mention.first.month
    if year is None or month is None:
        return None
    if mention.relative in ("last", "ult") and now.month is not None and month >= now.month:
        same_month = month == now.month and (mention.first.day or 31) <= (now.day or 0)
        year -= 0 if same_month else 1
    elif mention.relative in ("next", "prox") and now.month is not None and month <= now.month:
        year += 1
    first = replace(mention.first, year=year)
    if not first.possible:
        return None
    evidence = f"“{mention.relative}” from the date before"
    return replace(mention, first=first, certainty="medium", evidence=evidence)


def _fill_same(mention: Mention, before: Sequence[PartialDate]) -> Mention | None:
    """Resolve "that same January" or "winter" to the last one that was spoken of."""
    for past in reversed(before):
        if past.year is None or past.month is None:
            continue
        if mention.season is not None:
            if past.month % 12 // 3 == (mention.season + 1) % 4:
                year = past.year - 1 if mention.season == 3 and past.month < 3 else past.year
                first = PartialDate(year)
                evidence = "the season spoken of before"
                return replace(mention, first=first, certainty="medium", evidence=evidence)
        elif past.month == mention.first.month:
            first = replace(mention.first, year=past.year)
            return replace(mention, first=first, evidence="the month spoken of before")
    return None


def fill_weekday(mention: Mention, now: PartialDate) -> Mention:
    """Resolve a weekday, with or without its day of the month, from the entry before.

    Of the same month and the next, that one is taken in which the day lies ahead; the weekday
    has to agree for the date to be certain.
    """
    if mention.first.day is None:
        return _next_weekday(mention, now)
    if now.month is None:
        return mention
    month = PartialDate(now.year, now.month)
    ahead = now.day is None or mention.first.day >= now.day
    order = (month, month.month_after()) if ahead else (month.month_after(), month)
    choices = [replace(choice, day=mention.first.day) for choice in order]
    choices = [choice for choice in choices if choice.possible]
    for choice in choices:
        if mention.weekday is not None and choice.falls_on(mention.weekday):
            return replace(mention, first=choice, evidence="month of the entry before, weekday")
    if not choices:
        return mention
    evidence = "month of the entry before"
    disagrees = now.year is not None and mention.weekday is not None
    certainty: Certainty = "low" if disagrees else "medium"
    return replace(mention, first=choices[0], certainty=certainty, evidence=evidence)


def _next_weekday(mention: Mention, now: PartialDate) -> Mention:
    if mention.weekday is None or now.weekday is None or not (now.year and now.month and now.day):
        return mention
    step = ((mention.weekday or 1) - now.weekday - 1) % 7 + 1
    try:
        day = date(now.year, now.month, now.day) + timedelta(days=step)
    except OverflowError:
        return mention
    first = PartialDate(day.year, day.month, day.day)
    return replace(mention, first=first, certainty="medium", evidence="weekday after the entry")
