"""Numbers of headings: figures, Roman numerals and English words."""

from __future__ import annotations

import re

_UNITS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen""".split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
    twentieth""".split()

_WORDS = {word: value for value, word in enumerate(_UNITS, 1)}
_WORDS |= {word: value for value, word in enumerate(_ORDINALS, 1)}
_WORDS |= {word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)}
_WORDS |= {f"{ten}-{unit}": _WORDS[ten] + _WORDS[unit] for ten in _TENS for unit in _UNITS[:9]}

_ROMAN = re.compile(r"(?=[mdclxvi])m{0,4}(cm|cd|d?c{0,4})(xc|xl|l?x{0,4})(ix|iv|v?i{0,4})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def number(word: str) -> int | None:
    """The value of a number as headings have it, or ``None``.

    >>> number("XIV"), number("14"), number("Fourteen"), number("the")
    (14, 14, 14, None)
    """
    word = word.casefold()
    if word.isascii() and word.isdigit() and len(word) < 10:
        return int(word)
    if _ROMAN.fullmatch(word):
        return _roman(word)
    return _WORDS.get(word)


def _roman(numeral: str) -> int:
    total = 0
    for sign, following in zip(numeral, [*numeral[1:], ""], strict=True):
        value = _VALUES[sign]
        total += -value if following and _VALUES[following] > value else value
    return total
