"""Filling what a date leaves out from the dates around it.

A date without a year takes, in this order: the year at the end of the list it stands in, the year
that "last", "inst." or "ult." means, the year of the narrative (the date before it that does not
look back or ahead), the document's year, the year of the next date. A note goes on from the place
where it is called. What is filled in is never of high certainty unless a weekday confirms it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from teikit.encode.dates.dating import NEW_STYLE, old_style
from teikit.encode.dates.feasts import moveable_feast
from teikit.encode.dates.lexicon import lexicon_for
from teikit.encode.dates.mention import Mention
from teikit.encode.dates.relative import fill_relative, fill_weekday
from teikit.encode.dates.timeline import Moment, Timeline, calls_of_notes
from teikit.encode.dates.values import PartialDate
from teikit.encode.model import Block, Certainty, Document

_LIST_GLUE = re.compile(r"[\s,;&]*(?:(?:and|or|on|the|und|et|y|e)\b[\s,]*){0,2}")
_LONGEST_GLUE = 14
# Beyond so many characters the year of the narrative is a guess, and then no longer that.
_FAR = 4000
_LOST = 20_000
# How far into an entry of a diary its date is what "last Monday" counts from.
_ENTRY = 1500
# How many dates back "that same winter" may be.
_PAST = 40
# Days between two entries of a diary of which the second is headed by a number only.
_ENTRIES_APART = 10


def resolve(
    document: Document, found: Sequence[tuple[Block, Sequence[Mention]]], events: set[int]
) -> Iterator[Mention]:
    """Fill the gaps of dates.

    Args:
        document: the text, for its year and the places where notes are called.
        found: the dates of each block that has any, in the order of the text.
        events: months that name events; alone, such a month is no date.

    Yields:
        The dates that stay, in no particular order.
    """
    day_first = _order_of_figures(found)
    if day_first is None and not document.language.lower().startswith("en"):
        day_first = True
    timeline = Timeline(document.text, document.year, lexicon_for(document.language).easter)
    notes = [block for block in document.blocks if block.kind == "note"]
    for block, mentions in found:
        if block.kind != "note":
            kept = _without_events(document.text, mentions, events)
            yield from _resolve_block(document, block, kept, timeline, day_first)
    calls = calls_of_notes(document.text, notes)
    for block, mentions in found:
        if block.kind == "note":
            kept = _without_events(document.text, mentions, events)
            branch = timeline.branch(calls.get(block.start, block.start))
            yield from _resolve_block(document, block, kept, branch, day_first)


def _resolve_block(
    document: Document,
    block: Block,
    mentions: Sequence[Mention],
    timeline: Timeline,
    day_first: bool | None,
) -> Iterator[Mention]:
    listed = _years_of_lists(document.text, mentions)
    for at, mention in enumerate(mentions):
        done = _choose_order(mention, day_first)
        if done.first.year is None and done.relation != "order":
            following = next((m.first.year for m in mentions[at : at + 8] if m.first.year), None)
            done = _fill(done, listed[at], timeline, following)
        elif done.weekday and done.first.weekday and not done.first.falls_on(done.weekday):
            done = replace(done, certainty="medium", evidence="weekday disagrees")
        if not _has_place(document.text, block, done, timeline.now):
            continue
        yield done
        timeline.follow(block, done)


def _has_place(text: str, block: Block, mention: Mention, now: Moment) -> bool:
    """Whether a bare day, weekday or month heads an entry of a diary, if it is one."""
    day, before = mention.first.day or 0, now.date.day or 0
    rest = text[mention.end : block.end].strip(" .\n")
    match mention.form:
        case "lone-day":
            return now.heads and now.date.month is not None and before < day
        case "lone-number":
            near = before < day <= before + _ENTRIES_APART if before else now.fills
            return now.heads and now.date.month is not None and near
        case "weekday":
            return not rest or now.heads or mention.start > block.start
        case "numeric-short":
            # In figures with strokes alone, a century that nothing tells makes it a guess.
            return mention.first.year is not None or "." in text[mention.start : mention.end]
        case "wd-rel":
            reach = _FAR if now.dates_letter else _ENTRY if now.heads else 0
            at_hand = now.offset >= block.start or mention.start - now.offset < reach
            return mention.first.day is not None and at_hand
        case "day-of-the-month":
            return mention.first.month is not None and mention.start - now.offset < _ENTRY
        case "season-that" | "that-season":
            return mention.first.year is not None and mention.start - now.offset < _FAR
        case "month":
            return mention.start > block.start or bool(rest) or now.date.year is not None
        case _:
            return True


def _fill(
    mention: Mention, listed: int | None, timeline: Timeline, following: int | None
) -> Mention:
    now = timeline.now.date
    if mention.form in ("some-feast", "month-daytime"):
        unknown = mention.moveable is not None
        return replace(mention, certainty="low", evidence="year not known") if unknown else mention
    if mention.form == "this-century":
        return _fill_this_century(mention, timeline.year)
    if mention.short is not None:
        return _fill_century(mention, now.year or timeline.year or following)
    if listed is not None:
        return _with_year(mention, listed, "high", "year at the end of the list")
    if mention.relative:
        seen_from = timeline.letter(mention.start) or now
        past = [moment.date for moment in timeline.moments[-_PAST:]]
        done = fill_relative(mention, now, seen_from, past)
        if done is not None:
            return done
    if mention.moveable is not None:
        now = timeline.letter(mention.start) or now
        return _fill_feast(mention, mention.moveable, now, timeline)
    if mention.first.month is None:
        return mention if mention.second is not None else fill_weekday(mention, now)
    if mention.form == "feast" and now.year is None and timeline.year is None:
        return mention
    distance = mention.start - timeline.now.offset
    far = distance > _FAR
    if now.year is not None and distance < _LOST and not (far and mention.form == "month"):
        certainty: Certainty = "low" if far else "medium"
        year = now.year - _is_after_new_year(mention, now)
        done = _with_year(mention, year, certainty, "year of the narrative")
        return _confirm(_over_new_year(done, now))
    if timeline.year is not None:
        return _confirm(_with_year(mention, timeline.year, "medium", "year of the document"))
    if following is not None:
        return _confirm(_with_year(mention, following, "low", "year of the next date"))
    return mention


def _fill_this_century(mention: Mention, year: int | None) -> Mention:
    """The century in which the text was written, or the one beside it."""
    if year is None or year < 1:
        return replace(mention, certainty="low", evidence="century not known")
    step = {"last": -1, "next": 1}.get(mention.relative, 0)
    end = ((year - 1) // 100 + 1 + step) * 100
    return replace(
        mention, first=PartialDate(max(end - 99, 1)), second=PartialDate(max(end, 100)),
        certainty="medium", evidence="year of the document",
    )  # fmt: skip


def _fill_feast(mention: Mention, days: int, now: PartialDate, timeline: Timeline) -> Mention:
    year = now.year or timeline.year
    date = moveable_feast(days, year, timeline.easter) if year is not None else None
    if date is not None and year is not None and now.month and mention.relative:
        ahead = (date.month or 0, date.day or 0) > (now.month, now.day or 0)
        step = {"next": 0 if ahead else 1, "last": -1 if ahead else 0}.get(mention.relative, 0)
        date = moveable_feast(days, year + step, timeline.easter)
    if date is None:
        return replace(mention, certainty="low", evidence="year not known")
    evidence = "year of the narrative"
    return replace(mention, first=date, certainty="medium", evidence=evidence)


def _with_year(mention: Mention, year: int, certainty: Certainty, evidence: str) -> Mention:
    if mention.form.startswith("numbered-") and mention.first.month:
        month, year = old_style(mention.first.month, year)
        mention = replace(mention, first=replace(mention.first, month=month))
    first = replace(mention.first, year=year)
    second = mention.second and replace(mention.second, year=mention.second.year or year)
    if not first.possible or (second is not None and not second.possible):
        return mention
    return replace(mention, first=first, second=second, certainty=certainty, evidence=evidence)


def _is_after_new_year(mention: Mention, now: PartialDate) -> bool:
    """Whether the narrative stands between January and the March that began the Friends' year.

    The eleventh and twelfth months are then those of the year before.
    """
    late = mention.form.startswith("numbered-") and (mention.first.month or 0) > 10
    return late and (now.month or 12) < 3 and (now.year or 0) <= NEW_STYLE


def _over_new_year(mention: Mention, now: PartialDate) -> Mention:
    """January after a narrative that stands in the last months of a year is the next one's."""
    if now.month is None or now.month < 11 or (mention.first.month or 12) > 2 or not now.year:
        return mention
    return _with_year(mention, now.year + 1, "low", "first months after the end of a year")


def _confirm(mention: Mention) -> Mention:
    """Weigh the year against the weekday, which only about one year in six gives a date."""
    if mention.weekday is None or mention.first.weekday is None or not mention.first.year:
        return mention
    if mention.first.falls_on(mention.weekday):
        return replace(mention, certainty="high", evidence=f"{mention.evidence}, weekday agrees")
    for step in (-1, 1):
        other = replace(mention.first, year=mention.first.year + step)
        if other.possible and other.falls_on(mention.weekday):
            return replace(mention, first=other, certainty="low", evidence="year by the weekday")
    return replace(mention, certainty="low", evidence=f"{mention.evidence}, weekday disagrees")


def _fill_century(mention: Mention, near: int | None) -> Mention:
    """Give a year of two digits the century that brings it nearest to a known year."""
    short = mention.short
    if near is None or near < 1000 or short is None:
        return replace(mention, certainty="low", evidence="century not known")
    years = [near // 100 * 100 + short + step for step in (100, 0, -100)]
    year = min(years, key=lambda year: abs(year - near))
    evidence = "century of the dates around"
    if mention.relation == "range":
        first, second = PartialDate(year), PartialDate(year + 9)
        return replace(mention, first=first, second=second, certainty="medium", evidence=evidence)
    return _with_year(mention, year, "medium", evidence)


def _years_of_lists(text: str, mentions: Sequence[Mention]) -> list[int | None]:
    """For each date without a year, the year that ends the list in which it stands."""
    years: list[int | None] = [None] * len(mentions)
    for at in range(len(mentions) - 2, -1, -1):
        one, two = mentions[at], mentions[at + 1]
        gap = two.start - one.end
        if not (one.first.month and two.first.month and gap <= _LONGEST_GLUE):
            continue
        if _LIST_GLUE.fullmatch(text, one.end, two.start):
            years[at] = two.first.year or years[at + 1]
    return years


def _without_events(text: str, mentions: Sequence[Mention], events: set[int]) -> list[Mention]:
    """Leave out lone months that name an event, unless they open a sentence ("In October")."""
    return [
        mention
        for mention in mentions
        if mention.form != "month"
        or mention.first.month not in events
        or text[max(0, mention.start - 3) : mention.start] == "In "
    ]


def _order_of_figures(found: Sequence[tuple[Block, Sequence[Mention]]]) -> bool | None:
    """Whether the text's dates in figures begin with the day; None where nothing says so."""
    counts = {True: 0, False: 0}
    for _, mentions in found:
        for mention in mentions:
            if (
                mention.form == "numeric"
                and mention.relation == "when"
                and mention.day_first is not None
            ):
                counts[mention.day_first] += 1
    if bool(counts[True]) == bool(counts[False]):
        return None
    return counts[True] > 0


def _choose_order(mention: Mention, day_first: bool | None) -> Mention:
    if mention.relation != "order" or mention.second is None:
        return mention
    if day_first is None:
        evidence = "order of day and month not known"
        return replace(mention, certainty="low", evidence=evidence)
    first = mention.first if day_first else mention.second
    evidence = "order of day and month as in the text's other dates or its language"
    return replace(
        mention, first=first, second=None, relation="when", certainty="medium", evidence=evidence
    )
