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
    "premier deuxiem troisiem quatriem cinquiem sixiem septiem huitiem neuviem dixiem onziem "
    "douziem treiziem quatorziem quinziem seiziem dix-septiem dix-huitiem dix-neuviem vingtiem": [
        "", "e"
    ],
    "erst zweit dritt viert funft sechst siebent acht neunt zehnt elft zwolft dreizehnt "
    "vierzehnt funfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst": ["e", "er", "es"],
    "prim secund terti quart quint sext septim octav non decim undecim duodecim": ["us", "a", "um"],
    "prim second terz quart quint sest settim ottav non decim undicesim dodicesim tredicesim "
    "quattordicesim quindicesim": ["o", "a"],
    "primer segund tercer cuart quint sext septim octav noven decim undecim duodecim": [
        "", "o", "a"
    ],
    "primeir segund terceir quart quint sext setim oitav non decim": ["o", "a"],
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат "
    "четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат": [
        "ыи", "ои", "ии", "ая", "ья", "ое", "ье"
    ],
    "forst andr tredj fjard femt sjatt sjund attond niond tiond elft tolft trettond fjortond "
    "femtond sextond sjutton adertond nittond tjugond": ["a", "e"],
    "først anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte "
    "trettende fjortende femtende sekstende syttende attende nittende tyvende": ["", "e"],
    "ensimmainen toinen kolmas neljas viides kuudes seitsemas kahdeksas yhdeksas kymmenes": [""],
    "pierwsz drug trzec czwart piat szost siodm osm dziewiat dziesiat": ["y", "i", "a", "ia", "e"],
    "eerst tweed derd vierd vijfd zesd zevend achtst negend tiend elfd twaalfd dertiend veertiend "
    "vijftiend zestiend zeventiend achttiend negentiend twintigst": ["e"],
}  # fmt: skip
_ORDINALS = {
    stem + ending: value
    for stems, endings in _ORDINAL_STEMS.items()
    for value, stem in enumerate(stems.split(), 1)
    for ending in endings
}
_ORDINALS |= {"premiere": 1, "second": 2, "seconde": 2, "siebte": 7, "siebter": 7, "siebtes": 7}
# “Twenty-first”, “einundzwanzigstes”: what goes before and after the tens.
_ORDINALS |= {
    f"{ten}-{unit}": _WORDS[ten] + value
    for ten in _TENS
    for value, unit in enumerate(next(iter(_ORDINAL_STEMS)).split()[:9], 1)
}
_ORDINALS |= {f"{ten[:-1]}ieth": _WORDS[ten] for ten in _TENS}
_GERMAN_UNITS = "ein zwei drei vier funf sechs sieben acht neun".split()
_GERMAN_TENS = {"zwanzig": 20, "dreissig": 30, "vierzig": 40, "funfzig": 50}
_ORDINALS |= {
    f"{unit}und{ten}st{ending}": tens + value
    for ten, tens in _GERMAN_TENS.items()
    for value, unit in enumerate(_GERMAN_UNITS, 1)
    for ending in ("e", "er", "es")
}
_ORDINALS |= {
    f"{ten}st{ending}": tens for ten, tens in _GERMAN_TENS.items() for ending in ("e", "er", "es")
}

_ACCENT = re.compile("[\u0300-\u036f]")
_ROMAN = re.compile(r"(?=[mdclxvi])m{0,4}(cm|cd|d?c{0,4})(xc|xl|l?x{0,4})(ix|iv|v?i{0,4})")
_CHINESE_DIGITS = "〇一二三四五六七八九"
_CHINESE_PLACES = {"十": 10, "百": 100, "千": 1000}
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
    word = unaccented(word).replace(" ", "-")
    if word.isascii() and word.isdigit() and len(word) < 10:
        return int(word)
    if _ROMAN.fullmatch(word):
        return _roman(word)
    return _WORDS.get(word) or _ORDINALS.get(word)


def chinese(word: str) -> int | None:
    """The value of a number in Chinese characters up to 9999, or in figures; else ``None``.

    >>> chinese("十二"), chinese("二百零三"), chinese("7")
    (12, 203, 7)
    """
    if word.isdecimal():
        return int(word)
    total, digit = 0, 0
    for sign in word:
        if sign in _CHINESE_DIGITS:
            digit = _CHINESE_DIGITS.index(sign)
        elif sign in _CHINESE_PLACES:
            total += (digit or 1) * _CHINESE_PLACES[sign]
            digit = 0
        elif sign != "零":
            return None
    return total + digit


def ordinal(word: str) -> int | None:
    """The value of a word that counts in order, or ``None``.

    >>> ordinal("Third"), ordinal("Deuxième"), ordinal("three")
    (3, 2, None)
    """
    return _ORDINALS.get(unaccented(word).replace(" ", "-"))


def _roman(numeral: str) -> int:
    total = 0
    for sign, following in zip(numeral, [*numeral[1:], ""], strict=True):
        value = _VALUES[sign]
        total += -value if following and _VALUES[following] > value else value
    return total
