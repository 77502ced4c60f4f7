"""Whether a number, a month or a weekday that stands alone is a date, from the words around."""

from __future__ import annotations

from teikit.encode.dates.lexicon import Lexicon
from teikit.encode.dates.tokens import Region

_YEARS = range(1400, 2100)
_TENS = range(20, 100, 10)
_SIGNS = frozenset("$£€#§%°")
_NEAR = 15  # years that "1839 or 1840" may be apart


def lone_year(region: Region, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether four digits are a year rather than a quantity or a reference.

    Args:
        region: the tokens around.
        start: index of its first token.
        end: index after its last token.
        lexicon: the language's words.
    """
    before, after = region.word(start - 1).lower(), region.word(end).lower()
    if is_reference(region, start, lexicon) or is_quantity(region, end, lexicon):
        return False
    if before in lexicon.context["time"] or region.kind(start - 1) in ("yearword", "lord"):
        return region.kind(start - 1) != "about" or not _is_plural(after, lexicon)
    if before == "." and region.word(start - 2).lower() in lexicon.context["life"]:
        return True
    if region.values[start] not in _YEARS:
        return False
    if region.kind(start) == "romanyear":
        return True
    kind, following = region.kind(start - 1), region.kind(end)
    if kind == "break" and following in ("stop", "colon", "dash"):
        # The year of an entry, as annals have it: “1558. The tower fell.”
        return region.word(end + 1)[:1].isupper()
    if (kind == "break" and following == "break") or after in lexicon.context["year_next"]:
        return True
    if kind in ("stop", "break") and region.word(end + 1) in lexicon.context["subjects"]:
        return following == "word"
    if region.values[start] % 100 == 0:
        opens = region.word(start - 1) in lexicon.context["round"]
        return opens and not _is_plural(after, lexicon)
    if kind == "open":
        return following in ("close", "comma", "dash") or after == ";"
    if before in lexicon.context["loose"] or kind == "and" or _possessed(region, start, lexicon):
        return not _is_plural(after, lexicon)
    if kind in ("comma", "month"):
        return following in ("stop", "close", "break", "comma", "colon", "and")
    return following == "break" and kind in ("name", "word", "stop")


def _possessed(region: Region, start: int, lexicon: Lexicon) -> bool:
    """Whether a year is that of somebody's thing: "its 1862 meeting", "Seward's 1862 volume"."""
    before = region.word(start - 1)
    named = before == "s" and region.word(start - 2) in ("'", "’")
    described = region.kind(start + 1) == "word" and region.kind(start + 2) != "name"
    return described and (named or before.lower() in lexicon.context["possessives"])


def year_first(region: Region, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "1859, May 3" is a date and not the number of something on a day with its year."""
    further = end + (region.kind(end) == "comma")
    if region.kind(start + 1) == "stop" and region.kind(start - 1) != "break":
        return False
    return not is_reference(region, start, lexicon) and region.kind(further) != "year"


def is_age(region: Region, start: int, lexicon: Lexicon) -> bool:
    """Whether "30s" are those of somebody, as in "in his early 30s"."""
    while region.kind(start - 1) in ("early", "mid", "late", "dash"):
        start -= 1
    return region.word(start - 1).lower() in lexicon.context["possessives"]


def decade_of_years(region: Region, start: int, end: int) -> bool:
    """Whether "années 1830" or "anni '30" is the decade, and not the first of several years."""
    if region.values[end - 1] < 100:
        told = region.kind(start - 1) == "the" or region.kind(end - 1) == "yy"
        return told and region.values[end - 1] in _TENS
    goes_on = region.kind(end) in ("and", "to", "dash", "comma", "or")
    years = goes_on and region.kind(end + 1) in ("year", "yy", "two")
    return region.values[end - 1] % 10 == 0 and not years


def year_range(region: Region, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether two numbers with a dash are years: "1924-1927", "1917-36"."""
    if is_reference(region, start, lexicon) or is_quantity(region, end, lexicon):
        return False
    if region.kind(start - 1) in ("dash", "slash") or region.kind(end) in ("dash", "slash"):
        return False
    return region.values[start] in _YEARS


def two_years(region: Region, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "1839 or 1840" are years: both can be, and are near each other."""
    if is_reference(region, start, lexicon) or is_quantity(region, end, lexicon):
        return False
    first, last = region.values[start], region.values[end - 1]
    near = region.kind(start - 1) != "open" and first in _YEARS and 0 < last - first < _NEAR
    return near or lone_year(region, start, end, lexicon)


def years_to_years(region: Region, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "1906 to 1909" are years: after "from", "years" and the like, or "the"."""
    if is_reference(region, start, lexicon) or is_quantity(region, end, lexicon):
        return False
    kind, before = region.kind(start - 1), region.word(start - 1).lower()
    if kind in ("from", "open", "of", "yearword"):
        return True
    if region.values[start] not in _YEARS or region.values[end - 1] not in _YEARS:
        return False
    heading = kind in ("comma", "colon", "break") and region.kind(end) == "break"
    return heading or kind == "the" or before in lexicon.context["time"]


def lone_month(region: Region, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the name of a month with neither day nor year is that, and no person or verb."""
    word, before = region.word(start).lower(), region.word(start - 1).lower()
    if (
        word not in lexicon.alone
        or region.kind(end) in ("name", "month")
        or region.word(end) in ("'", "’")
    ):
        return False
    if region.kind(start - 1) == "of" and region.kind(start - 2) == "monthword":
        return True
    if is_whole_block(region, start, end) or _opens_list(region, end):
        return True
    if before not in lexicon.context["month"]:
        return False
    return word not in lexicon.context["verb_months"] or before in lexicon.context["month_sure"]


def _opens_list(region: Region, end: int) -> bool:
    """Whether further months and a year follow, as in "May, June, and July 1961"."""
    months = 0
    while region.kind(end) in ("comma", "and", "month", "stop"):
        months += region.kind(end) == "month"
        end += 1
    return months > 0 and region.kind(end) == "year"


def is_whole_block(region: Region, start: int, end: int) -> bool:
    """Whether nothing but a full stop stands in a block beside the tokens."""
    end += region.kind(end) == "stop"
    return region.kind(start - 1) == region.kind(end) == "break"


def is_event(region: Region, start: int, end: int) -> bool:
    """Whether a month names an event, as in "the October Revolution"."""
    return region.kind(end) == "name" and region.kind(start - 1) == "the"


def particular(region: Region, start: int, lexicon: Lexicon) -> bool:
    """Whether a month names some day of it, as in "one bleak November morning"."""
    if region.word(start + 1) not in lexicon.context["daytimes"]:
        return False
    for index in range(start - 1, start - 4, -1):
        if region.word(index).lower() in lexicon.context["determiners"]:
            return True
        if region.kind(index) not in ("word", "name"):
            return False
    return False


def lone_feast(region: Region, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the name of a feast is its day and not "Christmas pudding"."""
    after = region.word(end)
    if region.kind(end) == "name" and after.lower() not in lexicon.context["feast_next"]:
        return False
    if not region.word(start).isalpha():
        follows = region.kind(end) != "word" or after.lower() in lexicon.context["feast_next"]
        return follows or region.kind(start - 1) != "the"  # "the May Day holiday"
    if tells_when(region, start, lexicon):
        return True
    if region.word(start - 1).lower() in lexicon.context["greetings"]:
        return False
    return after.lower() in lexicon.context["feast_next"]


def tells_when(region: Region, start: int, lexicon: Lexicon) -> bool:
    """Whether the word before says that something was at that time."""
    return region.word(start - 1).lower() in lexicon.context["feast"]


def lone_season(region: Region, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "that spring" is the season and "that fall" no verb."""
    if region.word(start + 1) not in lexicon.context["season_verbs"]:
        return True
    apart = region.kind(end) in ("comma", "stop", "break")
    return apart or region.kind(start - 1) in ("in", "early", "late", "stop", "break")


def heads_or_ends(region: Region, start: int, end: int) -> bool:
    """Whether "3d mo. 9" opens an entry or a clause ends after it."""
    if region.kind(start - 1) == "break":
        return True
    return region.kind(end) in ("stop", "comma", "colon", "dash", "close", "break", "weekday")


def _is_hour(region: Region, end: int, lexicon: Lexicon) -> bool:
    """Whether a number before a token is an hour: "Monday, 3 o'clock", "Monday 3:30"."""
    minutes = region.kind(end) == "colon" and region.word(end + 1)[:1].isdecimal()
    return minutes or region.word(end).lower() in lexicon.context["hours"]


def heads_entry(region: Region, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a weekday and a number open an entry, follow "on", or are "Monday the 9th"."""
    ordinal = region.kind(end - 1) == "ordinal"
    if not ordinal and _is_hour(region, end, lexicon):
        return False
    if region.kind(start - 1) == "on":
        return ordinal or region.kind(end) not in ("word", "name")
    apart = region.kind(end - 2) == "the" or region.kind(end) in ("stop", "comma", "colon", "break")
    return region.kind(start - 1) == "break" or (ordinal and apart)


def lone_weekday(region: Region, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a weekday alone heads an entry: it is all of its block, or its first sentence."""
    word = region.word(start)
    friends = word.lower() not in lexicon.words  # "First-day"
    shown = friends and ("-" in word or word[0].isupper() or region.kind(end) == "daypart")
    if shown and region.kind(start - 1) in ("on", "last", "next"):
        return True
    named = word.lower() in lexicon.alone or friends
    return named and region.kind(start - 1) == "break" and region.kind(end) in ("break", "stop")


def is_approximate(region: Region, start: int, lexicon: Lexicon) -> bool:
    """Whether "about" or "circa" stands before a date."""
    if region.kind(start - 1) == "stop" and region.word(start - 2) in lexicon.context["circa"]:
        return True
    for index in range(start - 1, start - 4, -1):
        if region.kind(index) == "about":
            return True
        if region.kind(index) not in ("the", "yearword", "stop"):
            return False
    return False


def looks_back(region: Region, start: int, lexicon: Lexicon) -> bool:
    """Whether the words before a date say that it lies off the line of the narrative."""
    back = lexicon.context["back"]
    for index in range(start - 1, max(-1, start - 4), -1):
        if region.kind(index) in ("comma", "stop", "colon", "break"):
            return False
        if region.word(index).lower() in back:
            return True
    return False


def is_attributive(region: Region, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a date describes a thing, as in "the 1967 lines" or "the June 1967 war"."""
    described = region.kind(start - 1) == "the" and region.kind(end) in ("word", "name")
    return described or _possessed(region, start, lexicon)


def is_quantity(region: Region, end: int, lexicon: Lexicon) -> bool:
    """Whether the words after a number make it a quantity or the number of a house."""
    after = region.word(end)
    if region.kind(end) == "dash":
        after = region.word(end + 1)
    if after.lower() in lexicon.context["units"] or after in _SIGNS:
        return True
    if _is_plural(after, lexicon) and after[:-1] in lexicon.context["units"]:
        return True
    return region.kind(end) == "name" and region.word(end + 1) in lexicon.context["streets"]


def is_reference(region: Region, start: int, lexicon: Lexicon) -> bool:
    """Whether the word before a number makes it a place in a book or a list: "p. 1840"."""
    before = start - 2 if region.kind(start - 1) == "stop" else start - 1
    word = region.word(before)
    return word in _SIGNS or word.lower() in lexicon.context["references"]


def _is_plural(word: str, lexicon: Lexicon) -> bool:
    return (
        len(word) > 3
        and word.isalpha()
        and word.endswith("s")
        and not word.endswith(("ss", "is", "us"))
        and word not in lexicon.context["verbs"]
        and word not in lexicon.context["dated"]
    )
