"""Days of the Roman calendar in Latin: "a.d. III Kal. Mai.", "Idibus Martiis"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from teikit.encode.dates.mention import Mention
from teikit.encode.dates.numbers import read_roman
from teikit.encode.dates.values import PartialDate
from teikit.encode.model import Block

_DAYS: Final = re.compile(
    r"(?<![^\W_])(?:(?:a\.\s?d\.|ante\sdiem)\s)?"
    r"(?:(?P<count>[ivxIVX]{1,6})\.?\s|(?P<eve>[Pp]rid(?:ie|\.))\s)?"
    r"(?P<day>[KC]al(?:end(?:as|is)|\.)?|Non(?:as|is|\.)?|Id(?:us|ibus|\.)?)\s"
    r"(?P<month>Ian|Jan|Feb|Mart?|Apr|Mai|Maj|Iun|Jun|Iul|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"(?:[a-z]*(?:is|as|ii|us|um|ae|es)|[a-z]{0,2}\.?)(?![^\W_])"
    r"(?P<of_year>,?\s(?:anno\s(?:[Dd]omini\s)?)?(?:(?P<year>1\d{3})|(?P<roman>M[MDCLXVI]*))(?!\w))?"
)
_MONTHS: Final = ("ja", "fe", "mar", "ap", "mai", "jun", "jul", "au", "se", "oc", "no", "de")
_LATE: Final = (3, 5, 7, 10)  # months whose Nones and Ides fall two days later
_DECEMBER: Final = 12
_ROMAN: Final = {"i": 1, "v": 5, "x": 10}


def roman_days(text: str, blocks: Iterable[Block]) -> Iterator[Mention]:
    """Days of the Roman calendar, counted back from Kalends, Nones and Ides, both ends included."""
    for block in blocks:
        yield from _roman_days(text, block.start, block.end)


def _roman_days(text: str, start: int, end: int) -> Iterator[Mention]:
    for match in _DAYS.finditer(text, start, end):
        name = match["month"].lower().replace("i", "j", match["month"][0] == "I")
        name = name.replace("maj", "mai")
        month = next(number for number, key in enumerate(_MONTHS, 1) if name.startswith(key))
        back = 2 if match["eve"] else _numeral(match["count"]) if match["count"] else 1
        value = _counted(match["day"][0], month, back - 1)
        if value is None:
            continue
        end, year = match.end(), int(match["year"]) if match["year"] else None
        if match["roman"]:
            year = read_roman(match["roman"])
        # Whose year the days before the Kalends of January were of is not sure.
        if match["of_year"] and (month == 1 and value.month == _DECEMBER):
            year, end = None, match.start("of_year")
        first = replace(value, year=year)
        yield Mention(match.start(), end, "roman", first, evidence="Roman calendar")


def _numeral(word: str) -> int:
    values = [_ROMAN[letter] for letter in word.lower()]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _counted(name: str, month: int, back: int) -> PartialDate | None:
    """The day so many days before the Kalends, Nones or Ides of a month."""
    day = {"N": 5, "I": 13}.get(name, 1) + (2 if name in "NI" and month in _LATE else 0) - back
    if day >= 1:
        return PartialDate(None, month, day)
    before = PartialDate(None, month).month_before()
    # February has the days of a common year.
    last = 28 if before.month == 2 else before.last_day()
    return PartialDate(None, before.month, last + day) if last + day > 13 and name in "KC" else None
