"""Tokens of a stretch of text around a date: kinds as one string, positions beside it.

The kinds of a region are letters of a string, one for a token, so that the forms of dates can be
written as regular expressions over kinds (``grammar``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from teikit.encode.dates.lexicon import Lexicon
from teikit.encode.dates.numbers import read_number_words, read_roman, read_summed

KINDS = (
    # numbers: 1-9, 10-31, 01-09 (two digits), other two-digit ones, four digits that can be a year
    *("day1", "day2", "day0", "two", "year", "digits", "ordinal", "amount", "yy", "decade"),
    "romanmonth",
    *("wordordinal", "wordday", "wordyear", "romanyear", "romancentury", "feast", "ad", "bc"),
    *("month", "lowmonth", "weekday", "season", "decadeword", "decadeadjective"),
    *("century", "the", "of", "in", "on", "to", "from", "between", "and", "or"),
    *("dayword", "daypart", "called", "monthword", "yearword", "yearsword", "our", "lord"),
    *("weekword", "beforeword", "afterword"),
    *("early", "late", "mid", "beginning", "middle", "end", "halfword", "about"),
    *("latter", "partword", "quarterword"),
    *("last", "next", "inst", "ult", "prox", "this", "that", "same"),
    *("comma", "stop", "colon", "slash", "dash", "open", "close"),
    *("word", "name", "mark", "break"),
)
"""What a token can be; ``name`` is a word with a capital that the lexicon does not know."""

_ABOVE = re.compile("[\\^'’]")
"""What marks the letters of an abbreviation that were written above the line: "Feb^y", "Feb'y"."""

_POINT = re.compile(r"\.\s?(?=\S)")

LETTER = {kind: chr(0x100 + number) for number, kind in enumerate(KINDS)}
"""The letter of a kind in ``Region.kinds``."""

_MARKS = {
    ",": "comma",
    ".": "stop",
    ":": "colon",
    "/": "slash",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
    "&": "and",
}


@dataclass(frozen=True, slots=True)
class Region:
    """The tokens of a part of the text.

    Attributes:
        text: the whole text.
        kinds: a letter for each token (``LETTER``).
        starts: offset of each token in ``text``.
        ends: offset after each token.
        values: the number that a token stands for, 0 where it stands for none.
    """

    text: str
    kinds: str
    starts: list[int]
    ends: list[int]
    values: list[int]

    def word(self, index: int) -> str:
        """The token at an index as written, empty outside the region."""
        if 0 <= index < len(self.kinds):
            return self.text[self.starts[index] : self.ends[index]]
        return ""

    def kind(self, index: int) -> str:
        """The kind of the token at an index, ``"break"`` outside the region."""
        if 0 <= index < len(self.kinds):
            return KINDS[ord(self.kinds[index]) - 0x100]
        return "break"


def tokenise(text: str, start: int, end: int, lexicon: Lexicon) -> Region:
    """The tokens between two offsets."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[int] = []
    for match in lexicon.token.finditer(text, start, end):
        letter, value = _classified(match.lastgroup or "mark", match[0], lexicon)
        letters.append(letter)
        starts.append(match.start())
        ends.append(match.end())
        values.append(value)
    return Region(text, "".join(letters), starts, ends, values)


@lru_cache(maxsize=1 << 15)
def _classified(group: str, word: str, lexicon: Lexicon) -> tuple[str, int]:
    """The letter of a token's kind, and its value."""
    kind, value = _classify(group, word, lexicon)
    return LETTER[kind], value


def _classify(group: str, word: str, lexicon: Lexicon) -> tuple[str, int]:
    """The kind and value of a token from the group of the pattern that found it."""
    match group:
        case "word":
            return _classify_word(word, lexicon)
        case "elision":
            return lexicon.words[word.lower().replace("’", "'")]
        case "phrase":
            return lexicon.words[_POINT.sub(". ", word)]
        case "oldmonth":
            return lexicon.words.get(word.lower(), ("word", 0))
        case "digits":
            return _classify_digits(word)
        case "mark":
            return _MARKS.get(word, "mark"), 0
        case "ordinal":
            value = int("".join(filter(str.isdecimal, word)))
            return ("ordinal", value) if 1 <= value <= 31 else ("amount", value)
        case "friendsday" | "friendsnumber":
            return "weekday", _friends_weekday(word)
        case "numberwords":
            return _classify_number_words(word)
        case "summed":
            return _classify_summed(word, lexicon)
        case "sennight":
            return "weekword", 0
        case "romanday":
            value = read_roman(word.rstrip("thsndr").upper().replace("J", "I")) or 0
            return ("wordordinal", value) if 1 <= value <= 31 else _classify_word(word, lexicon)
        case "romanmonth":
            return "romanmonth", read_roman(word.upper()) or 0
        case "romancentury":
            value = read_roman(re.split("[^ivx]", word.lower())[0].upper()) or 0
            return ("romancentury", value) if 1 <= value <= 21 else ("word", 0)
        case "longdecade":
            teens, tens = word.lower().replace("-", " ").split()
            decade = lexicon.words.get(tens, ("word", 0))[1]
            return ("decade", _classify_number_words(teens + " hundred")[1] + decade)
        case "yy":
            return "yy", int(word[1:])
        case "decade":
            return "decade", int("".join(filter(str.isdecimal, word)))
        case "feast":
            name = " ".join(word.lower().replace("’", "'").replace("-", " ").split())
            number = lexicon.feasts.get(name) or lexicon.feasts[name.replace("st ", "st. ")]
            return ("feast", number) if word[0].isupper() else ("word", 0)
        case "roman":
            year = read_roman(word)
            return ("romanyear", year) if year and year < 2100 else ("name", 0)
        case _:
            return group, 0


def _classify_word(word: str, lexicon: Lexicon) -> tuple[str, int]:
    entry = lexicon.words.get(_ABOVE.sub("", word.lower()))
    if entry is None:
        return ("name" if word[0].isupper() else "word"), 0
    kind, value = entry
    if kind in ("month", "weekday") and lexicon.capitals and not word[0].isupper():
        return ("lowmonth", value) if kind == "month" else ("word", 0)
    return kind, value


def _classify_digits(word: str) -> tuple[str, int]:
    if len(word) > 4:
        return "digits", 0
    value = int(word)
    match len(word):
        case 1 if value:
            return "day1", value
        case 2 if 10 <= value <= 31:
            return "day2", value
        case 2 if 1 <= value <= 9:
            return "day0", value
        case 2:
            return "two", value
        case 4 if 1000 <= value < 2100:
            return "year", value
        case _:
            return "digits", value


def _friends_weekday(word: str) -> int:
    """The weekday of "First-day", "2nd day" or "Lord's day", from 1 for Monday."""
    if word[0] in "lL":
        return 7
    number = int(word[0]) if word[0].isdecimal() else _classify_number_words(word[:-4])[1]
    return (number + 5) % 7 + 1


def _classify_number_words(word: str) -> tuple[str, int]:
    number = read_number_words(word)
    if number is None:
        return "word", 0
    value, ordinal = number
    if ordinal and 1 <= value <= 31:
        return "wordordinal", value
    if not ordinal and 1000 <= value < 2100:
        return "wordyear", value
    return "word", value


def _classify_summed(word: str, lexicon: Lexicon) -> tuple[str, int]:
    """The kind and value of a number in words of another language than English."""
    if word.lower() in lexicon.words:  # French "sept" before a stop
        return _classify_word(word, lexicon)
    number = read_summed(word, lexicon.numbers)
    if number is None:
        return "word", 0
    value, ordinal = number
    if 1 <= value <= 31:
        return ("wordordinal" if ordinal else "wordday"), value
    return ("wordyear", value) if 1000 < value < 2100 else ("word", value)
