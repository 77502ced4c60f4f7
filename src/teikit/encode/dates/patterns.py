"""The regular expressions that find dates and split what is around them into tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from teikit.encode.dates.numbers import NUMBER_WORDS

_GAP = r"[\s-]{1,9}"


def _alternatives(forms: Iterable[str]) -> str:
    """A pattern for any of the forms, the longest first; spaces and hyphens are alike."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(
        re.escape(form).replace(r"\ ", _GAP).replace("'", "['’]").replace(r"\.", r"\.?")
        for form in ordered
    )


def anchor_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds what a date cannot be without; it is run over the whole text.

    Every alternative begins with a letter or a digit and looks back only after it: that keeps the
    search near the speed of reading.

    Args:
        names: of months, weekdays and feasts, and other words, as they are written.
    """
    return re.compile(
        r"\b(?:"
        r"[12](?<![$£]\d)\d{3}(?!\d|[,.]\d\d\d)"
        r"|\d(?<=[’'‘]\d)\d(?!\w)"
        rf"|(?:{_by_first_letter(names)})(?![^\W_])"
        r"|(?:[fF]if|[sS]ix|[sS]even|[eE]igh|[nN]ine)teen[\s-]{1,9}(?:[hH]undred|[a-z]{3,5}ty)\b"
        r"|t(?:wenties|hirties)\b|(?:for|fif|six|seven|eigh|nine)ties\b"
        r"|[tT]housand[\s-]{1,9}(?:[a-zA-Z]{3,5}[\s-]{1,9}[hH]undred)\b"
        r"|[mM](?<=[hdt\d][\s-].)o(?:nth)?\b"
        r"|\d(?<=\n\d)\d?(?:st|nd|rd|d|th)\b"
        r"|M[MCDLXVI]{3,14}\b"
        r"|B\.? ?C\b|A\.? ?D\b"
        r"|that\s{1,9}same\s{1,9}(?:spring|summer|autumn|winter)\b"
        r")"
    )


def _by_first_letter(forms: Iterable[str], *, caseless: bool = False) -> str:
    """The alternatives grouped by their first letter, which spares the engine most attempts."""
    groups: dict[str, list[str]] = {}
    for form in sorted(forms):
        groups.setdefault(form[0], []).append(form[1:])
    if caseless:
        return "|".join(
            f"[{first}{first.upper()}](?i:{_alternatives(rest)})" for first, rest in groups.items()
        )
    return "|".join(f"{first}(?:{_alternatives(rest)})" for first, rest in groups.items())


def token_pattern(
    feasts: Iterable[str], ordinal_suffixes: Sequence[str], *, number_words: bool
) -> re.Pattern[str]:
    """A pattern that splits text into tokens; the group that matches is the token's kind.

    Args:
        feasts: names in small letters, with single spaces.
        ordinal_suffixes: what makes a number an ordinal ("th").
        number_words: whether numbers in words are those of English.
    """
    kinds = []
    if feasts:
        kinds.append(rf"(?P<feast>(?:{_by_first_letter(feasts, caseless=True)})(?![^\W_]))")
    if number_words:
        one = rf"(?:{_by_first_letter(NUMBER_WORDS, caseless=True)})(?![^\W_])"
        join = r"(?:,?[\s-]{1,9}|,?\s{1,9}(?:and|&)\s{1,9})"
        kinds.append(rf"(?P<numberwords>{one}(?:{join}{one}){{0,8}})")
    suffixes = _alternatives(ordinal_suffixes)
    kinds += [
        r"(?P<oldmonth>[789Xx]b(?:er|re)(?![^\W_]))",
        r"(?P<ad>A\.? ?D(?:\.|\b)|(?i:anno\s{1,9}domini))",
        r"(?P<bc>B\.? ?C(?:\.|\b)|(?i:before\s{1,9}christ)\b)",
        rf"(?P<ordinal>\d{{1,2}}\^?(?i:{suffixes})(?![^\W_]))",
        r"(?P<decade>[’'‘]?(?:\d\d)?\d0['’]?s(?![^\W_]))",
        r"(?P<amount>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+\.\d+(?!\.?\d)|\d+(?=[^\W\d_]))",
        r"(?P<roman>M[MCDLXVI]{3,14}\b)",
        r"(?P<yy>(?<!\w)[’'‘]\d\d(?!\w))",
        r"(?P<digits>\d+)",
        r"(?P<word>[^\W\d_]+(?:\^[a-z]+)?)",
        r"(?P<break>\n\s*\n)",
        r"(?P<dash>[-–—]+)",
        r"(?P<mark>\S)",
    ]
    return re.compile("|".join(kinds))
