"""The words of dates in one language, and the patterns that find them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from teikit.encode.dates.feasts import MOVEABLE
from teikit.encode.dates.patterns import anchor_finder, token_pattern

SEASONS = ("spring", "summer", "autumn", "winter")
"""The seasons, in the order of their values 0 to 3."""

_LANGUAGES = ("en", "de", "fr", "es", "it", "la")
_LONE = frozenset({"inst", "ult", "prox", "century", "decadeadjective", "yearsword"})
# Where months have capitals, shorter ones in small letters are other words ("sat", "mar").
_LONG = 5
_THOUSAND = 1000  # years in words begin with it


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What is known of a language's dates; each is equal only to itself.

    Attributes:
        words: from a word in small letters to its kind (see ``tokens``) and value: a month's or
            weekday's number from 1, a season's from 0, a decade's tens.
        alone: full names of months and weekdays, which need no number beside them.
        capitals: whether names of months are written with a capital.
        feasts: from a feast in small letters, words parted by one space, to a number: its month
            times 100 and its day, or ``MOVEABLE`` and its distance from Easter.
        anchors: finds in a text what a date cannot be without: a month, a weekday, a year, …
        numbers: from a word of a number, or several, to its value and whether it is an ordinal;
            empty for English, whose numbers are read by rules.
        easter: the last year with a Julian and the first with a Gregorian Easter.
        dotted_days: whether a point after a day's number makes it an ordinal.
        context: what stands around dates, see the end of ``words/en.toml``.
        token: splits the neighbourhood of an anchor into tokens; a token's kind is the group.
    """

    words: Mapping[str, tuple[str, int]]
    alone: frozenset[str]
    capitals: bool
    dotted_days: bool
    feasts: Mapping[str, int]
    numbers: Mapping[str, tuple[int, bool]]
    easter: tuple[int, int]
    context: Mapping[str, frozenset[str]]
    anchors: Callable[[str], Iterator[tuple[int, int]]]
    token: re.Pattern[str]


def lexicon_for(language: str) -> Lexicon:
    """The lexicon of a language, English for those that have none.

    Args:
        language: BCP 47 tag; only its primary subtag counts.
    """
    primary = language.replace("_", "-").split("-")[0].lower()
    return _build(primary if primary in _LANGUAGES else "en")


@lru_cache(maxsize=8)
def _data(language: str) -> dict[str, Any]:
    return tomllib.loads(
        files(__package__).joinpath("words", f"{language}.toml").read_text("utf-8")
    )


@lru_cache(maxsize=8)
def _build(language: str) -> Lexicon:
    entry = _data(language)
    months, weekdays = entry["months"], entry.get("weekdays", [])
    alone = {*entry.get("alone", ()), *(form[0] for form in (*months, *weekdays) if form)}
    if language not in ("en", "la"):
        months, weekdays, alone = _with_cldr(language, months, weekdays)
    words = _words(entry, months, weekdays)
    feasts = _feasts(entry)
    numbers = _numbers(entry)
    last_julian, first_gregorian = entry["easter"]
    capitals = entry.get("capitals", False)
    suffixes = entry.get("ordinal_suffixes", ())
    centuries = entry["words"].get("century", ())
    return Lexicon(
        words=words,
        alone=frozenset(alone),
        capitals=capitals,
        dotted_days=entry.get("dotted_days", False),
        feasts=feasts,
        context={
            name: frozenset(entry["context"].get(name, ())) for name in _data("en")["context"]
        },
        anchors=anchor_finder(
            _anchors(words, feasts, numbers, capitals, entry.get("doubtful", ())),
            dotted_days=entry.get("dotted_days", False),
        ),
        numbers=numbers,
        easter=(last_julian, first_gregorian),
        token=token_pattern(
            feasts,
            suffixes,
            centuries,
            numbers,
            entry["words"]["and"],
            (word for word in words if word.endswith("'")),
            (word for word in words if "." in word),
            number_words=entry.get("number_words", False),
            roman_days=entry.get("roman_days", False),
        ),
    )


def _words(
    entry: Mapping[str, Any], months: Sequence[Sequence[str]], weekdays: Sequence[Sequence[str]]
) -> dict[str, tuple[str, int]]:
    """The kind and value of every word."""
    words: dict[str, tuple[str, int]] = {}
    for kind, forms in entry["words"].items():
        words.update(dict.fromkeys(forms, (kind, 0)))
    for value, forms in entry.get("decades", {}).items():
        words.update(dict.fromkeys(forms, ("decadeword", int(value))))
    for value, forms in entry.get("decade_adjectives", {}).items():
        words.update(dict.fromkeys(forms, ("decadeadjective", int(value))))
    for number, season in enumerate(SEASONS):
        words.update(dict.fromkeys(entry["seasons"].get(season, ()), ("season", number)))
    for number, forms in enumerate(weekdays, 1):
        words.update(dict.fromkeys(forms, ("weekday", number)))
    for number, forms in enumerate(months, 1):
        words.update(dict.fromkeys(forms, ("month", number)))
    return words


def _numbers(entry: Mapping[str, Any]) -> dict[str, tuple[int, bool]]:
    """The value of every word of a number, as ``Lexicon.numbers`` has it."""
    numbers = {
        form: (int(value), False)
        for value, forms in entry.get("numbers", {}).items()
        for form in forms
    }
    for value, stems in entry.get("ordinals", {}).items():
        for stem in stems:
            for ending in entry.get("ordinal_endings", [""]):
                numbers[stem + ending] = int(value), True
    return numbers


def _feasts(entry: Mapping[str, Any]) -> dict[str, int]:
    """The number of every feast, as ``Lexicon.feasts`` has it."""
    fixed, moveable = entry.get("feasts", {}), entry.get("moveable", {})
    numbers = {day: int(day.replace("-", "")) for day in fixed}
    numbers |= {days: MOVEABLE + int(days) for days in moveable}
    return {
        name.replace("-", " "): numbers[day]
        for day, names in (fixed | moveable).items()
        for name in names
    }


def _anchors(
    words: Mapping[str, tuple[str, int]],
    feasts: Iterable[str],
    numbers: Mapping[str, tuple[int, bool]],
    capitals: bool,
    doubtful: Iterable[str],
) -> set[str]:
    """The words that a date may hang on, as they are written."""
    names = {form for form, (kind, _) in words.items() if kind in ("month", "weekday")}
    small = names - set(doubtful)
    if capitals:
        small = {form for form in small if len(form) >= _LONG or form[0].isdecimal()}
    anchors = {form.title() for form in names} | {form.upper() for form in names} | small
    anchors |= {name.title().replace("'S", "'s") for name in feasts}
    anchors |= {name.capitalize() for name in feasts}
    anchors |= {form for form, (value, _) in numbers.items() if value == _THOUSAND}
    return anchors | {form for form, (kind, _) in words.items() if kind in _LONE}


def _with_cldr(
    language: str, months: Sequence[Sequence[str]], weekdays: Sequence[Sequence[str]]
) -> tuple[list[list[str]], list[list[str]], set[str]]:
    """Old and short forms together with the names that the CLDR has, and the full names."""
    from babel.dates import get_day_names, get_month_names  # heavy; English does without

    all_months = [list(old) for old in months]
    all_days = [list(old) for old in weekdays]
    full: set[str] = set()
    for context in ("format", "stand-alone"):
        for number, name in get_month_names("wide", context, language).items():
            all_months[number - 1].append(name.lower())
            full.add(name.lower())
        for number, name in get_day_names("wide", context, language).items():
            all_days[number].append(name.lower())
            full.add(name.lower())
        for number, name in get_month_names("abbreviated", context, language).items():
            all_months[number - 1].append(name.lower().rstrip("."))
    return all_months, all_days, full
