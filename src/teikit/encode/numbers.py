"""Numbers of headings: figures, Roman numerals and words."""

from __future__ import annotations

import re
import unicodedata

_UNITS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen""".split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

_WORDS = {word: value for value, word in enumerate(_UNITS, 1)}
_WORDS |= {word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)}
_WORDS |= {f"{ten}-{unit}": _WORDS[ten] + _WORDS[unit] for ten in _TENS for unit in _UNITS[:9]}

# Stems of ordinals from the first on, and what may end them; without accents.
_ORDINAL_STEMS = {
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth": [""],
    "premier deuxiem troisiem quatriem cinquiem sixiem septiem huitiem neuviem dixiem": ["", "e"],
    "erst zweit dritt viert funft sechst siebent acht neunt zehnt": ["e", "er", "es"],
    "prim secund terti quart quint sext septim octav non decim": ["us", "a", "um"],
    "prim second terz quart quint sest settim ottav non decim": ["o", "a"],
    "primer segund tercer cuart quint sext septim octav noven decim": ["", "o", "a"],
}
_ORDINALS = {
    stem + ending: value
    for stems, endings in _ORDINAL_STEMS.items()
    for value, stem in enumerate(stems.split(), 1)
    for ending in endings
}

_ACCENT = re.compile("[\u0300-\u036f]")
_ROMAN = re.compile(r"(?=[mdclxvi])m{0,4}(cm|cd|d?c{0,4})(xc|xl|l?x{0,4})(ix|iv|v?i{0,4})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def unaccented(words: str) -> str:
    """Small letters without accents.

    >>> unaccented("PREMIÈRE"), unaccented("PRĪMA")
    ('premiere', 'prima')
    """
    if words.isascii():
        return words.casefold()
    return _ACCENT.sub("", unicodedata.normalize("NFKD", words.casefold()))


def number(word: str) -> int | None:
    """The value of a number as headings have it, or ``None``.

    >>> number("XIV"), number("14"), number("Fourteen"), number("the")
    (14, 14, 14, None)
    """
    word = unaccented(word)
    if word.isascii() and word.isdigit() and len(word) < 10:
        return int(word)
    if _ROMAN.fullmatch(word):
        return _roman(word)
    return _WORDS.get(word) or _ORDINALS.get(word)


def ordinal(word: str) -> int | None:
    """The value of a word that counts in order, or ``None``.

    >>> ordinal("Third"), ordinal("Deuxième"), ordinal("three")
    (3, 2, None)
    """
    return _ORDINALS.get(unaccented(word))


def _roman(numeral: str) -> int:
    total = 0
    for sign, following in zip(numeral, [*numeral[1:], ""], strict=True):
        value = _VALUES[sign]
        total += -value if following and _VALUES[following] > value else value
    return total
