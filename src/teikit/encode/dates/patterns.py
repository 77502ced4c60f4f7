"""The regular expressions that find dates and split what is around them into tokens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from teikit.encode.dates.numbers import NUMBER_WORDS

_GAP = r"[\s-]{1,9}"


def _alternatives(forms: Iterable[str]) -> str:
    """A pattern for any of the forms, the longest first; spaces and hyphens are alike."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(
        re.escape(form).replace(r"\ ", _GAP).replace("'", "['’]").replace(r"\.", r"\.?")
        for form in ordered
    )


# A number in words that may be a year: "eighteen hundred", "nineteen thirty", "one thousand six
# hundred", from its first letter that is the same in all.
_TEENS = r"teen[\s-]{1,9}(?:[hH]undred|[a-z]{3,5}ty)\b"
_THOUSANDS = r"housand[\s-]{1,9}[a-zA-Z]{3,5}[\s-]{1,9}[hH]undred\b"
_MONTH = r"(?<=[hdst\d][\s/-].)o(?:nth)?\b"
_THAT_SEASON = r"hat\s{1,9}(?:same\s{1,9})?(?:spring|summer|autumn|fall|winter)\b"
_FRIENDS = "First|Second|Third|Fourth|Fifth|Sixth|Seventh"
"""The weekdays by number, from Sunday, as the Society of Friends call them: "First-day"."""
_FRIENDS_DAY = r"[dD]ay(?:\s{1,3}of\s{1,3}(?:the|ye)\s{1,3}week\b)?(?!\s{1,9}of\b|[^\W_])"
# What tells a Friends' weekday in small letters from "the third day of the siege".
_SAYS_WHEN = r"(?:\s(?:morning|forenoon|afternoon|evening|night)|,?\s\d\d?(?:st|nd|rd|d|th)\b)"

_SMALL = {
    "e": rf"igh(?:{_TEENS}|ties\b)",
    "f": rf"if(?:{_TEENS}|ties\b)|orties\b",
    "n": rf"ine(?:{_TEENS}|ties\b)",
    "s": rf"(?:ix|even)(?:{_TEENS}|ties\b)",
    "t": rf"wenties\b|hirties\b|{_THOUSANDS}|{_THAT_SEASON}",
    "m": rf"{_MONTH}|(?<=same\sm)onth\b",
    "d": rf"ay(?:(?={_SAYS_WHEN})|(?<=[hdt]-day)\b)",
    "y": r"(?:(?<=of\sthat\sy)|(?<=the\ssame\sy))ear\b",
}
"""What a date may hang on besides names, if it begins with a small letter: by that, the rest."""

_OTHERS = "|".join(
    (
        r"[12](?<![$£]\d)\d{3}(?!\d|[,.]\d\d\d)",
        r"\d(?<=[’'‘]\d)\d(?!\w)",
        rf"(?:Fif|Six|Seven|Eigh|Nine){_TEENS}",
        rf"T(?:{_THOUSANDS}|{_THAT_SEASON}|he\s\d(?<=\nThe\s\d)\d?(?:st|nd|rd|d|th)\b)",
        f"M{_MONTH}",
        r"\d(?<=\n\d)\d?(?:(?:st|nd|rd|d|th)\b|(?=[.:\n—]|\s[–—-]\s))",
        rf"(?:{_FRIENDS})[\s-][dD]ay\b",
        r"\d\d?mo(?:nth)?\b",
        r"M[MCDLXVI]{3,14}\b",
        r"B\.? ?C\b",
        r"A\.? ?D\b",
        r"(?:\d\d?\.\s?\d\d?\.\s?|\d\d?/\d\d?/|\d\d?-\d\d?-)\d\d(?!\w)",
        r"\d\d?[./-]\s?[ivxIVX]{1,4}[./-]\s?[’'‘]?\d\d(?!\w)",
    )
)
"""What a date may hang on besides names, if it does not begin with a small letter."""

# "Feb'y", "Sept'r"
_CONTRACTED = r"['’](?:r?y|(?:b?e?)r|t)(?![^\W_])"
_DAY_AND_MONTH = r"\d\d?\.\s\d\d?\.(?!\d)"
# "5. XII. 1901", where figures stand on both sides
_ROMAN_MONTH = (
    r"(?P<romanmonth>(?:(?<=\d[./-])|(?<=\d[./-]\s))"
    r"(?:X?I{1,2}|III|I?[VX]|VI{1,3}|x?i{1,2}|iii|i?[vx]|vi{1,3})(?=[./-]\s?[’'‘]?\d\d))"
)

_LONGEST_NAME = 100  # characters of an anchor, more than any has
_LATIN = "\u00c0-\u024f"
"""Latin letters with marks."""


def anchor_finder(
    names: Iterable[str], *, dotted_days: bool = False
) -> Callable[[str], Iterator[tuple[int, int]]]:
    """What finds that which a date cannot be without, in the whole text at once.

    The pattern begins before a word, with a class of plain characters, and then parts words with
    small letters from the others: that keeps the search near the speed of reading.

    Args:
        names: of months, weekdays and feasts, and other words, as they are written.
        dotted_days: whether "22. 11." may be a day.

    Returns:
        a function from a text to the start and end of every anchor, in order.
    """
    names = set(names)
    small = {name for name in names if name[0].islower()}
    initials = "".join(sorted({name[0] for name in names - small}))
    end = r"(?![^\W_])"
    others = rf"{_OTHERS}|{_DAY_AND_MONTH}" if dotted_days else _OTHERS
    pattern = (
        rf"(?:(?=[A-Z0-9{initials}])(?:{others}|(?:{_by_first_letters(names - small)}){end})"
        rf"|{_small_words(small, end)})"
    )
    search = re.compile(rf"[^A-Za-z0-9{_LATIN}]{pattern}")

    def anchors(text: str) -> Iterator[tuple[int, int]]:
        first = search.match(f" {text[:_LONGEST_NAME]}")
        if first:
            yield 0, first.end() - 1
        for match in search.finditer(text, first.end() - 1 if first else 0):
            yield match.start() + 1, match.end()

    return anchors


def _small_words(names: Iterable[str], end: str) -> str:
    """What begins with a small letter, grouped by that: so each is tried once at most."""
    groups = _grouped_by_letters(names)
    rest = {first: f"(?:{_grouped(seconds)}){end}" for first, seconds in groups.items()}
    return "|".join(
        f"{first}(?:{'|'.join(part[first] for part in (_SMALL, rest) if first in part)})"
        for first in sorted({*_SMALL, *rest})
    )


def _by_first_letters(forms: Iterable[str]) -> str:
    """The alternatives grouped by their first two letters, which spares most attempts."""
    groups = _grouped_by_letters(forms)
    return "|".join(f"{first}(?:{_grouped(seconds)})" for first, seconds in groups.items())


def _grouped_by_letters(forms: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    groups: dict[str, dict[str, list[str]]] = {}
    for form in sorted(forms):
        groups.setdefault(form[0], {}).setdefault(form[1:2], []).append(form[2:])
    return groups


def _grouped(groups: Mapping[str, list[str]]) -> str:
    return "|".join(f"{re.escape(key)}(?:{_alternatives(rest)})" for key, rest in groups.items())


def _caseless(forms: Iterable[str]) -> str:
    """The alternatives grouped by their first letter, in capitals or not."""
    groups: dict[str, list[str]] = {}
    for form in sorted(forms):
        groups.setdefault(form[0], []).append(form[1:])
    return "|".join(
        f"[{first}{first.upper()}](?i:{_alternatives(rest)})" for first, rest in groups.items()
    )


def token_pattern(
    feasts: Iterable[str],
    ordinal_suffixes: Sequence[str],
    centuries: Sequence[str],
    numbers: Iterable[str],
    joints: Iterable[str],
    elisions: Iterable[str],
    phrases: Iterable[str],
    *,
    number_words: bool,
    roman_days: bool,
) -> re.Pattern[str]:
    """A pattern that splits text into tokens; the group that matches is the token's kind.

    Args:
        feasts: names in small letters, with single spaces.
        ordinal_suffixes: what makes a number an ordinal ("th").
        centuries: the words for a century.
        numbers: words of numbers that are added up, with single spaces.
        joints: the words for "and" between them.
        elisions: words that end in an apostrophe.
        phrases: abbreviations with their points, as they are written ("d. M.").
        number_words: whether numbers in words are those of English.
        roman_days: whether days are written in Roman numerals.
    """
    suffixes = _alternatives(ordinal_suffixes)
    # "28 d 1786", "2 d of 3 mo"
    spaced = r"|\s[dD](?=[.:]?\s(?:of\s|\d))" if number_words else ""
    words = [_ROMAN_MONTH]
    if abbreviated := sorted(set(phrases), key=len, reverse=True):
        spelt = "|".join(re.escape(phrase).replace(r"\ ", r"\s?") for phrase in abbreviated)
        words.append(f"(?P<phrase>{spelt})")
    if feasts:  # which have capitals
        words.append(rf"(?P<feast>(?![a-z])(?:{_caseless(feasts)})(?![^\W_]))")
    if number_words:
        words += _number_words()
    if roman_days:
        words.append(r"(?P<romanday>[IVXivxj]{1,7}(?![^\W_]))")
    if numbers := set(numbers):
        one = rf"(?:{_caseless(numbers)})(?![^\W_])"
        join = rf"(?:[\s-]{{1,9}}(?:(?:{_alternatives(joints)})\s{{1,9}})?)"
        words.append(rf"(?P<summed>{one}(?:{join}{one}){{0,8}})")
    if elisions := set(elisions):
        words.append(rf"(?P<elision>(?:{_caseless(elisions)})(?=\w))")
    if centuries:
        words.append(_roman_century(suffixes, centuries, after=not number_words))
    words += [
        r"(?P<ad>A\.? ?D(?:\.|\b)|(?i:anno\s{1,9}(?:domini\b|d['’]?ni\b|dom\b)))",
        r"(?P<bc>B\.? ?C(?:\.|\b)|(?i:before\s{1,9}christ)\b)",
        r"(?P<sennight>(?i:se['’]?nn?ight)\b)",
        r"(?P<roman>M[MCDLXVI]{3,14}\b)",
        rf"(?P<word>[^\W\d_]+(?:\^[a-z]+|{_CONTRACTED})?)",
    ]
    others = [
        rf"(?P<friendsnumber>[1-7](?:st|nd|rd|d|th)[\s-]{_FRIENDS_DAY})",
        r"(?P<oldmonth>(?:[789]|10)b(?:er|re)(?![^\W_]))",
        rf"(?P<ordinal>\d{{1,2}}(?:\^?(?i:{suffixes})(?![^\W_]){spaced}))",
        r"(?P<decade>[’'‘]?(?:\d\d)?\d0(?:['’]?e?s|er)(?![^\W_]))",
        r"(?P<amount>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|(?<!\d\.)\d+\.\d+(?!\.?\d)"
        r"|\d+(?=[^\W\d_])(?!mo(?:nth)?\b))",
        r"(?P<yy>(?<!\w)[’'‘]\d\d(?!\w))",
        r"(?P<digits>\d+)",
        r"(?P<dash>[-–—]+)",
        r"(?P<mark>\S)",
    ]
    # What begins with a letter is not tried elsewhere, and nothing at a space.
    return re.compile(
        rf"(?=[^\W\d_])(?:{'|'.join(words)})|(?P<break>\n\s*\n)|(?=\S)(?:{'|'.join(others)})"
    )


def _number_words() -> Iterator[str]:
    """The kinds of token that are numbers in English words."""
    yield (
        rf"(?P<friendsday>(?:(?:{_FRIENDS})[\s-]|(?i:{_FRIENDS})-){_FRIENDS_DAY}"
        r"|[lL]ord['’]?s\s[dD]ay(?![^\W_])"
        rf"|(?:{_FRIENDS.lower()})\sday(?={_SAYS_WHEN}))"
    )
    yield (
        r"(?P<romanday>(?:[ivxj]{1,7}(?:th|st|nd|rd|d)?|[IVX]{1,6}(?:th|st|nd|rd))"
        r"(?=\.?\s{1,3}(?:daye?|daie|of)\b))"
    )
    yield r"(?P<longdecade>(?i:(?:fif|six|seven|eigh|nine)teen[\s-][a-z]{3,5}ties)\b)"
    one = rf"(?:{_caseless(NUMBER_WORDS)})(?![^\W_])"
    join = r"(?:,?[\s-]{1,9}|,?\s{1,9}(?:and|&)\s{1,9})"
    yield rf"(?P<numberwords>{one}(?:{join}{one}){{0,8}})"


def _roman_century(suffixes: str, centuries: Sequence[str], *, after: bool) -> str:
    """The token "XVIII" of a century, before its word or after it."""
    word = _alternatives(centuries)
    number = rf"[IVXivx]{{1,6}}\.?(?:{suffixes})?"
    another = rf"(?:\s{{1,9}}[a-z]{{1,3}}\s{{1,9}}{number})?"
    forms = [rf"{number}(?={another}\s{{1,9}}(?i:{word})\b)"]
    if after:  # not in English: "the century I live in"
        forms += [rf"(?<={word}\s)[IVX]{{1,6}}(?![^\W_])" for word in centuries]
        forms += [rf"(?<=[IVX]{joint})[IVX]{{1,6}}(?![^\W_])" for joint in (r"\s[a-z]\s", "[-–]")]
    return f"(?P<romancentury>{'|'.join(forms)})"
