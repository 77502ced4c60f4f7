"""The forms of dates, written over kinds of tokens.

Notation: a form is a row of items with blanks between them. An item is a kind of token (see
``tokens``) or a set of kinds, alternatives with ``|``; ``day=`` before it keeps its value under
that name; ``?`` after it makes it optional; ``( … )`` groups. ``{NAME}`` stands for a fragment.
The first form that matches at a token wins, so longer forms stand before shorter ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from teikit.encode.dates.tokens import LETTER

_SETS = {
    "DAY": "day1|day2|day0|ordinal",
    "ANYDAY": "day1|day2|day0|ordinal|wordordinal|wordday",
    "MONTH": "month|lowmonth",
    "YEAR": "year|wordyear|romanyear",
    "ANYYEAR": "year|wordyear|romanyear|yy",
    "ANYNUMBER": "year|wordyear|digits|two|day2",
    "TWODIGITS": "day2|day0|two|yy",
    "SHORT": "day1|day2|day0|two",
    "FIGURE": "day1|day2|day0",
    "SEPARATOR": "stop|slash|dash",
    "TO": "to|dash",
    "TOAND": "to|dash|and|slash",
    "GAP": "comma|stop|colon|dash",
    "ABBR": "stop|colon",
    "WHEN": "inst|ult|prox",
}

_FRAGMENTS = {
    "ERA": "( of? ad comma? | comma? of? in? the? yearword ( of? our? lord )? comma? | of )?",
    "NUMBERED": "( numbered=ordinal|wordordinal dash? | numbered=day1|day2 slash? ) monthword ABBR?"
    " ( comma? called month )?",
    "WD": "( weekday=weekday ABBR? ( daypart ABBR? )? comma? the? )?",
    "DOUBLE": "( slash double=SHORT|year )?",
    "AFTER": "( comma? ad | bc=bc )?",
    "OFNUMBERED": "( stop of | dayword? comma? of? ) the? ( monthword of )?",
    "OFMONTH": "ABBR? dayword? of? the? ( this this? inst? )? ( monthword of )?",
    "MONTHPART": "( part=early|late in? of? ( the? monthword of )? | part=mid dash? of?"
    " | part=beginning|middle|end of ( the monthword of )?"
    " | half=wordordinal halfword of | part=latter|early|beginning partword|end|halfword of )",
    "PART": "( part=early|late in? of? the? yearword? | part=mid dash? of? the? yearword?"
    " | part=beginning|middle|end of the? ( yearword | monthword of )?"
    " | half=wordordinal|ordinal halfword|mid of the?"
    " | part=latter|early|beginning partword|yearword|end|halfword of the?"
    " | quarter=wordordinal|ordinal|last quarterword of the? yearword? )",
}
_FRAGMENTS["TAIL"] = "GAP? GAP? {ERA} year=ANYYEAR {DOUBLE} {AFTER}"

FORMS = {
    # figures
    "iso": "year=year dash isomonth=day2|day0 dash isoday=day2|day0",
    "numeric": "{WD} first=FIGURE SEPARATOR second=FIGURE SEPARATOR year=year",
    "numeric-short": "{WD} first=FIGURE SEPARATOR second=FIGURE SEPARATOR year=two|day2|day0",
    "roman-month": "{WD} day=FIGURE SEPARATOR month=romanmonth SEPARATOR"
    " year=year|two|day2|day0|yy",
    "numeric-weekday": "first=FIGURE slash|stop second=FIGURE stop? comma? weekday=weekday",
    "weekday-numeric": "weekday=weekday ABBR? comma? the? first=FIGURE slash|stop second=FIGURE"
    " stop?",
    "numeric-day": "first=FIGURE stop second=FIGURE stop",
    # ranges
    "days-month": "{WD} day=ANYDAY stop? dayword? TOAND the? day2=ANYDAY {OFMONTH}"
    " month=MONTH ABBR? ( {TAIL} )?",
    "three-days": "{WD} day=ANYDAY comma the? next_day=ANYDAY comma? and the? day2=ANYDAY {OFMONTH}"
    " month=MONTH ABBR? ( {TAIL} )?",
    "month-three-days": "{WD} month=month ABBR? day=DAY comma next_day=DAY comma? and day2=DAY"
    " ( {TAIL} )?",
    "days-inst": "day=DAY TO the? day2=DAY ABBR? rel=WHEN",
    "month-days": "{WD} month=month ABBR? the? day=DAY TOAND the? day2=DAY ( {TAIL} )?",
    "dm-to-dm": "{WD} day=ANYDAY {OFMONTH} month=MONTH ABBR?"
    " ( GAP? {ERA} year=ANYYEAR {DOUBLE} )?"
    " comma? TO the? day2=ANYDAY {OFMONTH} month2=MONTH ABBR? ( GAP? {ERA} year2=ANYYEAR )?",
    "md-to-md": "{WD} month=month ABBR? day=DAY ( GAP? GAP? {ERA} year=ANYYEAR )?"
    " comma? TO {WD2} month2=month ABBR? day2=DAY ( GAP? GAP? {ERA} year2=ANYYEAR )?",
    "between-days": "between {WD} month=month ABBR? day=DAY ( comma year=year comma? )?"
    " and month2=month ABBR? day2=DAY ( comma? year2=year )?",
    "m-to-m": "month=month ABBR? ( comma? of? year=year )? TO|slash month2=month ABBR? comma? of?"
    " year2=year",
    "between-months": "between month=month comma? year=year? and month2=month"
    " ( comma? year2=year )?",
    "months": "from month=month TO month2=month ( comma? of? year2=year )?",
    "decades": "decade=decade TO|slash|and decade2=decade",
    "centuries": "{PART}? ( century=ordinal|wordordinal|romancentury | century=day1|day2 stop )"
    " TO|and|or the? {PART2}? the?"
    " ( century2=ordinal|wordordinal|romancentury | century2=day1|day2 stop ) century",
    "bc-years": "year=ANYNUMBER TO year2=ANYNUMBER bc=bc",
    "between-years": "between the? {ERA} year=year and the? ( part2=mid dash? | part2=early|late )?"
    " year2=ANYYEAR",
    "between-dm": "between the? {WD} day=ANYDAY stop?"
    " ( {OFMONTH} month=month ABBR? ( GAP? {ERA} year=ANYYEAR comma? )? )? and the?"
    " {WD2} day2=ANYDAY {OFMONTH} month2=month ABBR? ( GAP? GAP? {ERA} year2=ANYYEAR )?",
    "or-years": "year=YEAR or year2=YEAR",
    "to-years": "year=year to year2=year|yy",
    "dash-years": "year=year dash year2=year|TWODIGITS|day1",
    # full dates
    "last-dmy": "last ( dayword of? | of ) the? ( monthword of )? month=MONTH ABBR? ( {TAIL} )?",
    "dmy-double": "{WD} day=ANYDAY {OFMONTH} month=MONTH ABBR? GAP? {ERA} year=year dash"
    " double=SHORT",
    "dmy": "{WD} day=ANYDAY {OFMONTH} month=MONTH ABBR? {TAIL}",
    "mdy": "{WD} month=month ABBR? the? day=ANYDAY {TAIL}",
    "mdy-low": "month=MONTH ABBR? the? day=ordinal {TAIL}",
    "mdy-comma": "{WD} month=month comma day=DAY comma|stop? year=year",
    "md-yy": "{WD} month=month ABBR? ( day=ordinal comma? year=two | day=DAY slash year=two|day2 )",
    "dm-yy": "{WD} day=DAY {OFMONTH} month=month ABBR? slash year=two|day2",
    "dm-two": "{WD} day=DAY {OFMONTH} month=month ABBR? comma? year=two",
    "md-two": "{WD} month=month ABBR? day=DAY stop|comma? year=two",
    "ymd": "year=year comma|stop? month=month ABBR? day=DAY",
    "ydm": "year=year comma|stop? day=DAY of? month=month",
    # months by number, as the Society of Friends wrote
    "numbered-ymd": "year=year comma|stop? {NUMBERED} comma? the? day=ANYDAY dayword?",
    "numbered-days": "{WD} day=ANYDAY TOAND the? day2=ANYDAY {OFNUMBERED} {NUMBERED} ( {TAIL} )?",
    "numbered-month-days": "{WD} {NUMBERED} comma? the? day=DAY TOAND the? day2=DAY ( {TAIL} )?",
    "numbered-dmy": "{WD} day=ANYDAY {OFNUMBERED} {NUMBERED} {TAIL}",
    "numbered-mdy": "{WD} {NUMBERED} comma? the? day=ANYDAY dayword? {TAIL}",
    "numbered-dm": "{WD} day=ANYDAY {OFNUMBERED} {NUMBERED}",
    "numbered-md": "{WD} {NUMBERED} comma? the? day=ordinal|wordordinal dayword?",
    "numbered-md-plain": "{WD} {NUMBERED} comma? day=day1|day2",
    "part-numbered": "{MONTHPART} the? numbered=ordinal|wordordinal dash? monthword ABBR?"
    " ( comma? {ERA} year=YEAR )?",
    "numbered-my": "{NUMBERED} comma? {ERA} year=YEAR",
    # parts of dates
    "m-of-year": "( day=ANYDAY {OFMONTH} month=month | month=month ABBR? ( the? day=DAY )? ) comma?"
    " of the? that|same yearword",
    "dm-last": "day=ANYDAY of rel=last|next month=month",
    "dm-rel": "{WD} day=ANYDAY {OFMONTH} month=month ABBR? rel=WHEN|last|next",
    "md-rel": "{WD} month=month ABBR? the? day=DAY rel=WHEN|last|next",
    "d-rel": "{WD} day=DAY ABBR? ( of the? this? )? rel=WHEN",
    "d-of-month": "{WD} day=ANYDAY ABBR? dayword? ( of the? )? rel=this|last|next|same monthword",
    "day-of-the-month": "day=ordinal dayword? of the monthword",
    "wd-day-of-month": "weekday=weekday comma? the? day=ANYDAY of the monthword",
    "wd-feast": "weekday=weekday next? side=beforeword|afterword feast=feast comma? of? year=YEAR",
    "feast": "{WD} feast=feast ( comma? of? {ERA} year=year )?",
    "dm": "{WD} day=DAY {OFMONTH} month=month",
    "dm-ordinal": "{WD} day=wordordinal month=MONTH",
    "dm-words": "{WD} day=wordordinal ( dayword of? | of ) ( this this? inst? )? month=month",
    "md": "{WD} month=month ABBR? ( the? day=DAY | the day=wordordinal )",
    "md-words": "weekday=weekday month=month day=wordordinal",
    "part-month": "{MONTHPART} month=month ABBR? ( comma? {ERA} year=YEAR )?",
    "blank-day": "dayword of? month=MONTH ABBR? {TAIL}",
    "ym": "year=year open month=month close",
    "my": "month=month ABBR? comma? {ERA} year=YEAR {DOUBLE} {AFTER}",
    "my-short": "month=month ABBR? of? year=yy",
    "season": "{PART}? season=season comma? {ERA} year=ANYYEAR ( dash|slash|to year2=year|SHORT )?",
    "same-season": "that same season=season",
    "that-season": "that season=season",
    "season-that": "{PART}? season=season of the? that|same yearword",
    "same-month": "this|that same month=month",
    "m-rel": "month=month ABBR? rel=last|next|WHEN ( open year=year close )?",
    "numbered-month": "numbered=ordinal|wordordinal dash? monthword",
    "wd-week": "weekday=weekday ABBR? weekword",
    "wd-rel": "weekday=weekday ABBR? rel=last|next | rel=last|next weekday=weekday",
    "day-wd": "day=ordinal comma? weekday=weekday",
    "wd-day": "weekday=weekday ABBR? daypart? comma? the? day=DAY",
    "decade": "{PART}? decade=decade yearword|yearsword?",
    "decade-of-years": "yearsword of? decade=year|yy|two|day2|wordday|word",
    "decade-adjective": "{PART}? decade=decadeadjective yearword|yearsword",
    "decade-words": "the {PART}? mark? decade=decadeword",
    "century": "{PART}? ( century=ordinal|wordordinal|romancentury | century=day1|day2 stop )"
    " century {AFTER}",
    "centuries-first": "{PART}? century century=romancentury TO|and|or century2=romancentury",
    "century-first": "{PART}? century century=romancentury {AFTER}",
    "this-century": "{PART}? the? rel=this|last|next century",
    "part-year": "{PART} year=YEAR",
    "ad-year": "ad year=ANYNUMBER|romanyear | year=ANYNUMBER ad",
    "bc-year": "year=ANYNUMBER|day1 bc=bc",
    "year-double": "year=year slash double=SHORT|year",
    "year": "year=YEAR",
    "year-short": "year=yy",
    "month-daytime": "month=month daypart|dayword|partword",
    "month": "month=month",
    "weekday": "weekday=weekday",
    "lone-day": "the? day=ordinal",
    "lone-number": "day=day1|day2",
}
"""Every form by its name."""

_FRAGMENTS["PART2"] = re.sub(r"\b(part|half|quarter)=", r"\g<1>2=", _FRAGMENTS["PART"])
_FRAGMENTS["WD2"] = _FRAGMENTS["WD"].replace("weekday=", "")

# Kinds that begin much the same forms share a pattern: it need be compiled once only, and that
# takes longer than reading a chapter.
_SHARED = (_SETS["ANYDAY"], "early|late|mid|beginning|middle|end|latter|last")

_ITEM = re.compile(r"(?:(\w+)=)?(\w+(?:\|\w+)*)")


def _letters(kinds: str) -> str:
    """A character class for alternatives of kinds and sets."""
    names = "|".join(_SETS.get(kind, kind) for kind in kinds.split("|")).split("|")
    return f"[{''.join(LETTER[name] for name in names)}]"


def _compile(form: str, *, named: bool) -> str:
    """The regular expression of a form in the notation above.

    A name that stands twice in a form gets a number, as ``part__2``.
    """
    while "{" in form:
        form = re.sub(r"\{(\w+)\}", lambda match: f"( {_FRAGMENTS[match[1]]} )", form)
    seen: Counter[str] = Counter()

    def item(match: re.Match[str]) -> str:
        name, letters = match[1], _letters(match[2])
        if not name or not named:
            return letters
        seen[name] += 1
        return f"(?P<{name}__{seen[name]}>{letters})"

    marked = _ITEM.sub(item, form.replace("(", "\0"))
    return marked.replace("\0", "(?:").replace(" ", "")


@cache
def _openings() -> dict[str, tuple[str, ...]]:
    """For each letter that a form may begin with, the names of those forms in their order."""
    names: dict[str, list[str]] = {}
    for name, form in FORMS.items():
        tokens = re.findall(r"\(\?:|\)\??|\||\[[^]]*\]\??", _compile(form, named=False))
        for letter in sorted(_first_letters(iter(tokens))[0]):
            names.setdefault(letter, []).append(name)
    for kinds in _SHARED:
        letters = [LETTER[kind] for kind in kinds.split("|")]
        together = {name for letter in letters for name in names[letter]}
        shared = [name for name in FORMS if name in together]
        names.update((letter, shared) for letter in letters)
    return {letter: tuple(forms) for letter, forms in names.items()}


def _first_letters(tokens: Iterator[str]) -> tuple[set[str], bool]:
    """The letters that a group can begin with, and whether it can be empty; reads to its end."""
    letters: set[str] = set()
    empty, begins = False, True  # begins: nothing before it in its alternative is needed
    for token in tokens:
        if token[0] == ")":
            return letters, empty or begins or token == ")?"
        if token == "|":
            empty, begins = empty or begins, True
            continue
        if token == "(?:":
            inner, optional = _first_letters(tokens)
        else:
            inner, optional = set(token.strip("[]?")), token[-1] == "?"
        if begins:
            letters |= inner
            begins = optional
    return letters, empty or begins


@cache
def opening() -> re.Pattern[str]:
    """A pattern for the letters that a form can begin with."""
    return re.compile(f"[{''.join(_openings())}]")


@cache
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for several forms; ``lastgroup`` is the form's name with ``_`` for ``-``."""
    forms = (
        f"(?P<{name.replace('-', '_')}>{_compile(FORMS[name], named=False)})" for name in names
    )
    return re.compile("|".join(forms))


@cache
def _one_form(name: str) -> re.Pattern[str]:
    """The pattern of one form, with names for its parts."""
    return re.compile(_compile(FORMS[name], named=True))


def forms_at(kinds: str, start: int) -> Iterator[tuple[str, int, dict[str, int]]]:
    """The forms that match at a token, in their order.

    Args:
        kinds: the letters of the tokens.
        start: index of a token that ``opening`` finds.

    Yields:
        The name of a form, the index after its last token, and the index of the token of each of
        its named parts.
    """
    names = _openings()[kinds[start]]
    found = _any_of(names).match(kinds, start)
    if found is None:
        return
    for name in names[names.index((found.lastgroup or "").replace("_", "-")) :]:
        match = _one_form(name).match(kinds, start)
        if match:
            parts = {
                part.split("__")[0]: match.start(part)
                for part, letter in match.groupdict().items()
                if letter is not None
            }
            yield name, match.end(), parts
