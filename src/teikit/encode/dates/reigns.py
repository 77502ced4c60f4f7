"""Years of reigns: "33 Geo. III", "the tenth year of King Henry VIII"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from teikit.encode.dates.hints import stretches
from teikit.encode.dates.mention import Mention
from teikit.encode.dates.numbers import read_number_words
from teikit.encode.dates.values import PartialDate
from teikit.encode.model import Block

# Days on which reigns began, as regnal years are counted, and the last year of each.
# King John's, which began on the Ascension, and those of Mary I with Philip are left out.
_REIGNS: Final = {
    "william i": (1066, 12, 25, 1087), "william ii": (1087, 9, 26, 1100),
    "henry i": (1100, 8, 5, 1135), "stephen": (1135, 12, 26, 1154),
    "henry ii": (1154, 12, 19, 1189), "richard i": (1189, 9, 3, 1199),
    "henry iii": (1216, 10, 28, 1272), "edward i": (1272, 11, 20, 1307),
    "edward ii": (1307, 7, 8, 1327), "edward iii": (1327, 1, 25, 1377),
    "richard ii": (1377, 6, 22, 1399), "henry iv": (1399, 9, 30, 1413),
    "henry v": (1413, 3, 21, 1422), "henry vi": (1422, 9, 1, 1461),
    "edward iv": (1461, 3, 4, 1483), "richard iii": (1483, 6, 26, 1485),
    "henry vii": (1485, 8, 22, 1509), "henry viii": (1509, 4, 22, 1547),
    "edward vi": (1547, 1, 28, 1553), "elizabeth": (1558, 11, 17, 1603),
    "james i": (1603, 3, 24, 1625), "charles i": (1625, 3, 27, 1649),
    "charles ii": (1649, 1, 30, 1685), "james ii": (1685, 2, 6, 1688),
    "anne": (1702, 3, 8, 1714), "george i": (1714, 8, 1, 1727),
    "george ii": (1727, 6, 11, 1760), "george iii": (1760, 10, 25, 1820),
    "george iv": (1820, 1, 29, 1830), "william iv": (1830, 6, 26, 1837),
    "victoria": (1837, 6, 20, 1901), "edward vii": (1901, 1, 22, 1910),
    "george v": (1910, 5, 6, 1936), "george vi": (1936, 12, 11, 1952),
}  # fmt: skip
_SHORT: Final = {
    "wm": "william", "will": "william", "hen": "henry", "ric": "richard", "rich": "richard",
    "edw": "edward", "eliz": "elizabeth", "jac": "james", "jas": "james", "car": "charles",
    "geo": "george", "vict": "victoria",
}  # fmt: skip
_RULER: Final = (
    r"(?P<ruler>William|Wm\.?|Will\.|Stephen|Henry|Hen\.|Richard|Rich?\.|Edward|Edw\.|Elizabeth"
    r"|Eliz\.|James|Jac\.|Jas\.|Charles|Car\.|Anne|George|Geo\.|Victoria|Vict\.)"
    r"(?:\s(?:the\s)?(?P<number>[IV]{1,4}|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth"
    r"|1st|2nd|2d|3rd|3d|4th|5th|6th|7th|8th)(?![^\W_]))?"
)
_RULER_AGAIN: Final = _RULER.replace("<ruler>", "<ruler2>").replace("<number>", "<number2>")
_REGNAL: Final = re.compile(
    r"(?<![^\W_])(?:"
    r"(?:[Tt]he\s)?(?P<ordinal>\d{1,2}(?:st|nd|rd|d|th)|[A-Za-z]{3,7}(?:[\s-][a-z]{5,7})?)\s"
    r"year\sof\s(?:the\sreign\sof\s)?(?:(?:[Kk]ing|[Qq]ueen)\s)?" + _RULER +
    r"|(?P<year>\d{1,2})\s" + _RULER_AGAIN +
    r"(?!,?\s(?:c|cap|ch|st|stat)\b)"
    r")(?![^\W_])"
)  # fmt: skip
# What a block with a regnal year has in it; it spares the costlier pattern most blocks. The sign
# that no text has gives the class a third run: `re` looks it up in a table then, in half the time.
_HINT: Final = re.compile(
    r"[y0-9\x00](?:(?<=y)ear\sof\s(?:the\sreign|[A-Z])"
    r"|(?<=\d)\s(?:W[im]|Ste|Hen|Ric|Edw|Eliz|Ja|C[ha]|Ann|Geo|Vic))"
)
_NUMBERS: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def regnal_years(text: str, blocks: Sequence[Block]) -> Iterator[Mention]:
    """Years of the reigns of English kings and queens, from accession day to the day before."""
    for _, start, end in stretches(_HINT, text, blocks):
        yield from _regnal_years(text, start, end)


def _regnal_years(text: str, start: int, end: int) -> Iterator[Mention]:
    for match in _REGNAL.finditer(text, start, end):
        short = match["year"] is not None
        ruler = _ruler(
            match["ruler2" if short else "ruler"], match["number2" if short else "number"]
        )
        year = int(match["year"]) if short else _ordinal(match["ordinal"])
        if ruler not in _REIGNS or not year:
            continue
        first, month, day, last = _REIGNS[ruler]
        first += year - 1
        if first <= last and (not short or match["number2"]):
            eve = PartialDate(first + 1, month, day - 1)
            if day == 1:
                eve = PartialDate(first + 1, month).month_before()
                eve = PartialDate(eve.year, eve.month, eve.last_day())
            yield Mention(
                *match.span(), "regnal", PartialDate(first, month, day), eve,
                relation="either", evidence="regnal year",
            )  # fmt: skip


def _ruler(name: str, number: str | None) -> str:
    """The key of a reign."""
    plain = name.rstrip(".").lower()
    if number is None:
        return _SHORT.get(plain, plain)
    small = number.lower()
    if small not in _NUMBERS:
        digit = small[0]
        small = _NUMBERS[_ORDINALS.index(small) if small in _ORDINALS else int(digit) - 1]
    return f"{_SHORT.get(plain, plain)} {small}"


def _ordinal(words: str) -> int:
    if words[0].isdecimal():
        return int("".join(filter(str.isdecimal, words)))
    number = read_number_words(words)
    return number[0] if number and number[1] else 0
