"""From a form that matches to the mention that it makes."""

from __future__ import annotations

from collections.abc import Mapping

from teikit.encode.dates import figures, judge
from teikit.encode.dates.dating import NEW_STYLE, dates_of, is_short, part_of
from teikit.encode.dates.feasts import MOVEABLE
from teikit.encode.dates.lexicon import Lexicon
from teikit.encode.dates.mention import Mention
from teikit.encode.dates.tokens import Region

_MONTHS = {"this": "inst", "same": "inst", "last": "ult", "next": "prox"}
_LEADING = frozenset({"between", "from", "the", "of", "mark"})
_TRAILING = frozenset({"stop", "colon", "comma", "dash", "open"})


def read(
    region: Region, form: str, start: int, end: int, parts: Mapping[str, int], lexicon: Lexicon
) -> Mention | None:
    """The mention of a match, or None where the words do not make a date.

    Args:
        region: the tokens.
        form: the name of the form.
        start: index of the match's first token.
        end: index after its last token.
        parts: index of the token of each named part.
        lexicon: the language's words.
    """
    if not _plausible(region, form, start, end, parts, lexicon):
        return None
    dates = dates_of(region, form, parts, lexicon.easter)
    if dates is None:
        return None
    first, second, relation = dates
    if not first.possible or (second is not None and not second.possible):
        return None
    if form == "month-daytime":
        end -= 1
    if form == "feast" and "year" not in parts and not judge.tells_when(region, start, lexicon):
        form = "some-feast"
    while region.kind(start) in _LEADING and region.word(start) not in ("'", "’", "‘"):
        start += 1
    while region.kind(end - 1) in _TRAILING and form != "numeric-day":
        end -= 1
    return Mention(
        start=region.starts[start],
        end=region.ends[end - 1],
        form=form,
        first=first,
        second=second,
        relation=relation,
        part="" if "century2" in parts else part_of(region, parts),
        season=region.values[parts["season"]] if "season" in parts else None,
        weekday=region.values[parts["weekday"]] if "weekday" in parts else None,
        relative=_relative(region, form, start, parts),
        moveable=_moveable(region, parts),
        day_first=_day_first(region, parts),
        short=_short(region, form, parts),
        approximate=judge.is_approximate(region, start, lexicon),
        retrospective=form in ("some-feast", "month-daytime")
        or judge.looks_back(region, start, lexicon)
        or (form in ("my", "year") and judge.is_attributive(region, start, end, lexicon)),
    )


def _plausible(
    region: Region, form: str, start: int, end: int, parts: Mapping[str, int], lexicon: Lexicon
) -> bool:
    """Whether the words around, and those between the parts, allow a date."""
    match form:
        case "or-years":
            return judge.two_years(region, start, end, lexicon)
        case "year" | "year-double":
            return judge.lone_year(region, start, end, lexicon)
        case "dash-years":
            return judge.year_range(region, start, end, lexicon)
        case "to-years":
            return judge.years_to_years(region, start, end, lexicon)
        case "dm-ordinal":
            return bool(lexicon.numbers)  # not in English: "the third May"
        case "wd-rel":
            # not "Tuesday next after Michaelmas"
            return region.word(end).lower() not in lexicon.context["time"]
        case "ymd" | "ydm" | "numbered-ymd":
            return judge.year_first(region, start, end, lexicon)
        case "day-of-the-month":
            return region.kind(end) not in ("of", "called")
        case "part-year":
            return not judge.is_quantity(region, end, lexicon)
        case "decade":
            short = is_short(region, form, parts["decade"])
            return not (short and judge.is_age(region, start, lexicon))
        case "decade-of-years":
            return judge.decade_of_years(region, start, end)
        case "year-short":
            before = region.word(start - 1).lower()
            return before in lexicon.context["time"] or region.kind(start - 1) == "of"
        case "dmy-double":
            return region.values[parts["month"]] <= 3 and region.values[parts["year"]] < NEW_STYLE
        case "last-dmy":
            return "year" in parts or region.kind(start + 1) == "dayword"
        case "months":
            return region.word(parts["month2"]).lower() in lexicon.alone
        case "that-season":
            return judge.lone_season(region, start, end, lexicon)
        case "month-daytime":
            return judge.particular(region, start, lexicon)
        case "numbered-md-plain":
            return judge.heads_or_ends(region, start, end)
        case "month":
            return judge.lone_month(region, start, end, lexicon)
        case "feast":
            return (
                "year" in parts
                or "weekday" in parts
                or judge.lone_feast(region, start, end, lexicon)
            )
        case "weekday":
            return judge.lone_weekday(region, start, end, lexicon)
        case "day-wd":
            return region.kind(start - 1) == "break"
        case "wd-day":
            return judge.heads_entry(region, start, end, lexicon)
        case "md" | "md-yy" | "dm-yy" | "m-rel":
            return not judge.is_quantity(region, end, lexicon)
        case "dm-two" | "md-two":
            return figures.ends_in_year(region, end)
        case "dm":
            dotted = region.kind(parts["day"] + 1) == "stop"
            return not dotted or lexicon.dotted_days or region.kind(parts["day"]) == "ordinal"
        case "three-days" | "month-three-days":
            days = [region.values[parts[name]] for name in ("day", "next_day", "day2")]
            return days == [days[0], days[0] + 1, days[0] + 2]
        case "days-month" | "month-days" | "numbered-month-days":
            joined = "and" in (region.kind(parts["day"] + 1), region.kind(parts["day"] + 2))
            return not joined or region.values[parts["day"]] + 1 == region.values[parts["day2"]]
        case "numbered-month" | "part-numbered":
            words = [region.word(index) for index in range(parts["numbered"], end)]
            sure = any(word[0].isupper() or word in lexicon.context["mo"] for word in words)
            return sure or "year" in parts
        case "lone-day" | "lone-number":
            return region.kind(start - 1) == "break" and region.kind(end) in _TRAILING | {"break"}
        case "iso":
            return region.ends[end - 1] - region.starts[start] <= 10
        case "numeric" | "roman-month":
            return figures.is_whole(region, parts)
        case "numeric-short":
            return figures.is_short(region, end, parts, lexicon)
        case "numeric-weekday" | "weekday-numeric":
            return figures.is_plain(region, parts, lexicon)
        case "numeric-day":
            return lexicon.dotted_days and figures.tells_day(region, start, end)
        case _:
            return True


def _moveable(region: Region, parts: Mapping[str, int]) -> int | None:
    days = region.values[parts["feast"]] - MOVEABLE if "feast" in parts else -MOVEABLE
    return days if days > -100 else None


def _day_first(region: Region, parts: Mapping[str, int]) -> bool | None:
    """Which order a date in figures shows, None where both are possible."""
    if "first" not in parts:
        return None
    one, two = region.values[parts["first"]], region.values[parts["second"]]
    return one > 12 if (one > 12) != (two > 12) else None


def _relative(region: Region, form: str, start: int, parts: Mapping[str, int]) -> str:
    if "rel" in parts:
        kind = region.kind(parts["rel"])
        return _MONTHS[kind] if form == "d-of-month" else kind
    if form == "day-of-the-month":
        return "inst"
    if form in ("that-season", "season-that"):
        return "that"
    if form in ("same-month", "same-season"):
        return "same"
    if form == "wd-week":
        return "fortnight" if region.word(start + 1).lower() == "fortnight" else "week"
    before = region.kind(start - 1)
    return before if before in ("last", "next") else ""


def _short(region: Region, form: str, parts: Mapping[str, int]) -> int | None:
    for name in ("year", "decade"):
        if name in parts and is_short(region, form, parts[name]):
            return region.values[parts[name]]
    return None
