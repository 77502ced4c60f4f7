"""Numbers in words and Roman numerals, as far as dates need them: days and years."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_RANKS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()

_TENS = {
    word: number * 10
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_ORDINALS = {word: number for number, word in enumerate(_RANKS, 1)} | {
    "twentieth": 20,
    "thirtieth": 30,
}
_ONES_OR_ORDINALS = {word: number for number, word in enumerate(_ONES, 1)} | _ORDINALS

NUMBER_WORDS = (*_ONES_OR_ORDINALS, *_TENS, "hundred", "thousand")
"""The words, besides "and", that ``read_number_words`` reads."""

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_WORD = re.compile(r"[a-z]+")


def read_number_words(text: str) -> tuple[int, bool] | None:
    """The number that words stand for.

    Args:
        text: words with spaces, hyphens, commas and "and" between them.

    Returns:
        The number and whether it is an ordinal; None where the words are no single number.

    >>> read_number_words("eighteen hundred & forty-five")
    (1845, False)
    >>> read_number_words("twenty fourth")
    (24, True)
    >>> read_number_words("nineteen thirty-six")
    (1936, False)
    """
    words = [word for word in _WORD.findall(text.lower()) if word != "and"]
    value, position = _below_hundred(words, 0)
    if not position:
        return None
    total = 0
    if words[position : position + 1] == ["thousand"]:
        total = value * 1000
        value, position = _below_hundred(words, position + 1)
    if words[position : position + 1] == ["hundred"]:
        total += value * 100
        value, position = _below_hundred(words, position + 1)
    elif not total and 13 <= value <= 20 and position < len(words):
        total = value * 100  # "nineteen thirty-six"
        value, position = _below_hundred(words, position)
    if position < len(words):
        return None
    return total + value, words[-1] in _ORDINALS


def read_summed(text: str, numbers: Mapping[str, tuple[int, bool]]) -> tuple[int, bool] | None:
    """The number that words of a language stand for whose numbers are added up.

    "Cent" and "mil" multiply what is before them.

    Args:
        text: words with spaces, hyphens and words for "and" between them.
        numbers: from a word or several to their value and whether it is an ordinal.

    Returns:
        The number and whether its last word is an ordinal; None where the words are no single one.

    >>> read_summed("dix-huit cent", {"dix": (10, False), "huit": (8, False), "cent": (100, False)})
    (1800, False)
    """
    words = text.lower().replace("-", " ").split()
    total = part = at = 0
    ordinal = False
    while at < len(words):
        size = next((n for n in (2, 1) if " ".join(words[at : at + n]) in numbers), 0)
        at += size or 1
        if not size:
            continue  # "and"
        value, ordinal = numbers[" ".join(words[at - size : at])]
        if value == 1000:
            total, part = total + max(part, 1) * value, 0
        elif value == 100 and 0 < part < 100:
            part *= value
        elif _adds(part, value):
            part += value
        else:
            return None
    return total + part, ordinal


def _adds(part: int, value: int) -> bool:
    """Whether a number goes on with another: "veinte y dos", but not "dos y tres"."""
    if part == 0 or part % 10 ** len(str(value)) == 0:
        return True
    # "quinto decimo", "quatre-vingt-treize"
    return (value == 10 and part < 10) or (value < 20 and part % 20 == 0)


def read_roman(numeral: str) -> int | None:
    """The value of a Roman numeral in capitals, None where it is not well formed.

    >>> read_roman("MDCCLXXVI")
    1776
    """
    if not _ROMAN.fullmatch(numeral):
        return None
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _below_hundred(words: list[str], position: int) -> tuple[int, int]:
    """The number below a hundred that begins at a word, 0 for none, and where it ends."""
    tens = _TENS.get(words[position]) if position < len(words) else None
    if tens is not None:
        position += 1
    ones = _ONES_OR_ORDINALS.get(words[position]) if position < len(words) else None
    if ones is None or (tens and ones > 9):
        return tens or 0, position
    return (tens or 0) + ones, position + 1
