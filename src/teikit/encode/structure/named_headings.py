"""Headings that name their division, as “Chapter 4”, “PREFACE” and “Contents” do."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from teikit.encode.structure.division_names import (
    CAST,
    CHINESE,
    CONTENTS,
    LISTS,
    LONGER,
    NO_SERIES,
    NUMBERED,
    RANKS,
    UNNUMBERED,
)
from teikit.encode.structure.letter_parts import MONTH
from teikit.encode.structure.numbers import chinese, number, ordinal, unaccented

_TYPES = {noun: kind for kind, nouns in NUMBERED.items() for noun in nouns.split()}
_ALONE = {
    name: kind
    for kind, names in UNNUMBERED.items()
    for name in [*names.split("|")[0].split(), *names.split("|")[1:]]
}
_APPENDICES = frozenset(UNNUMBERED["appendix"].split())
_LONGER = [(kind, re.compile(pattern)) for kind, pattern in LONGER.items()]
# A heading that names its division has one of these among its first words.
_NAMES = frozenset([*_TYPES, *(word for name in _ALONE for word in name.split())]) - {
    "to",
    "the",
}
_AROUND = ".,:;-–—_()[]"
_NOUN = r"[^\W\d_]+"
# “Twenty-one”, “Twenty one”: a number of two words.
_WORD = rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -]{_NOUN}|{_NOUN}(?:-[a-z]+)?"
_NUMBERED = re.compile(
    rf"(?P<type>{_NOUN})\.?\s+(?:(?:the|no\.?)\s+)?(?P<n>{_WORD}|\d+)\b"
    r"(?P<stop>[.:,)\]—–-]+|[^\S\n]*\t| {3,}|)\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_COUNTED = re.compile(
    rf"(?:the\s+)?(?P<n>{_WORD}|[IVXLC]+\.|\d+\.)\s+(?P<type>{_NOUN})\b"
    r"(?P<stop>[.:,)\]—–-]*)\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CHINESE = re.compile(
    rf"第\s?(?P<n>[〇零一二三四五六七八九十百千\d]{{1,7}})\s?(?P<type>[{''.join(CHINESE)}])"
    r"(?:[\s:：、.．](?P<title>[^。！？]{1,40}))?"
)
_SHORTEST_NOUN = 2
_MOST_WORDS = 5
_NUMBER_WORDS = frozenset({"no", "nr", "num", "nos"})
_MONTH = re.compile(MONTH, re.IGNORECASE)
# “P R E F A C E”, with more space between words.
_SPACED = re.compile(r"\S(?: \S){3,}(?: {2,}\S(?: \S)*)*")
_ROMAN = re.compile(r"[ivxlc]+")
_NO_NUMERALS = frozenset("CDLM")
_LONGEST_LIST_HEADING = 64
# A longer one is a sentence.
_LONGEST = 120

_LIST_HEADINGS = re.compile(rf"(?P<contents>{CONTENTS})|(?P<plates>{LISTS})|(?P<cast>{CAST})")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says of its division.

    Attributes:
        style: what headings of one level have in common; a name for comparison only.
        rank: the level that the division's name stands for, or 0.
        type: value for ``@type`` of the division.
        n: value for ``@n``, or ``""``.
        complete: false where it is a bare number, so that a title may follow.
        weak: whether it counts only where its number follows that of another heading.
        otherwise: what it is where its number does not.
        act: the number of the act, where the heading of a scene names that as well.
    """

    style: str
    rank: int
    type: str
    n: str
    complete: bool
    weak: bool = False
    otherwise: Heading | None = None
    act: str = ""


def named_heading(words: str) -> Heading | None:
    """What a heading says that names its division, as “Chapter 4” or “PREFACE” does.

    >>> named_heading("DEUXIÈME PARTIE").type, named_heading("Chap. IV. The Mill").n
    ('part', '4')
    """
    words = words.strip("_=* \n")
    if words[1:2] == " " and _SPACED.fullmatch(words):
        words = " ".join(word.replace(" ", "") for word in re.split(r" {2,}", words))
    if words.startswith("第"):
        return _chinese_heading(words)
    for word in words.split(None, 3)[:3]:
        if unaccented(word).strip(_AROUND) in _NAMES:
            break
    else:
        return None
    # Several in one paragraph are a list.
    if "\n" in words and named_heading(words.rsplit("\n", 1)[1].strip()):
        return None
    plain = unaccented(words).rstrip(".: ").replace("’", "'")
    if plain in _ALONE:
        return Heading("chapter", RANKS["chapter"], _ALONE[plain], "", True)
    longer = " ".join(plain.split())
    for kind, pattern in _LONGER:
        if pattern.fullmatch(longer):
            return Heading("chapter", RANKS["chapter"], kind, "", True)
    match = _NUMBERED.fullmatch(words)
    found = _of_number(match, number(match["n"])) if match else None
    if found:
        return found
    match = _COUNTED.fullmatch(words)
    if not match:
        return None
    n = match["n"]
    # “II Akt”; one “I” may be a person.
    numeral = n[-1] == "." or (len(n) > 1 and n.isupper() and _ROMAN.fullmatch(n.lower()))
    value = number(n.rstrip(".")) if numeral else ordinal(n)
    return _of_number(match, value) if value else None


def _chinese_heading(words: str) -> Heading | None:
    match = _CHINESE.fullmatch(words)
    value = chinese(match["n"]) if match else None
    if not match or not value:
        return None
    kind = CHINESE[match["type"]]
    return Heading(kind, RANKS[kind], kind, str(value), bool(match["title"]))


def series_heading(words: str) -> Heading | None:
    """What a heading says if others of its noun count on from it: “Lesson 4”, “THE THIRD NIGHT”.

    >>> series_heading("LESSON IV. The Pump").n, series_heading("March 4")
    ('4', None)
    """
    words = words.replace("_", "").strip("= \n")
    before = _COUNTED.fullmatch(words)
    if before and not before["title"] and ordinal(before["n"]):
        return _of_noun(before["type"], ordinal(before["n"]), "")
    match = _NUMBERED.fullmatch(words)
    # “Than I am” is no number; what follows one without a stop goes on with a sentence.
    if not match or (match["title"] and (not match["stop"] or "," in match["stop"])):
        return None
    # “No. 1. Allegro in C; Presto.” and “Rule 2. Never leave the mill at night.” are items.
    told = match["title"].endswith(".") and not match["title"].isupper()
    long = len(match["title"].split()) > _MOST_WORDS
    if told and (long or unaccented(match["type"]) in _NUMBER_WORDS):
        return None
    # “Release 4.2” is no fourth one.
    if match["n"].isdigit() and match["title"][:1].isdigit():
        return None
    if match["n"].islower() and _ROMAN.fullmatch(match["n"]):
        return None
    return _of_noun(match["type"], number(match["n"]), match["title"])


def _of_noun(name: str, value: int | None, title: str) -> Heading | None:
    noun = unaccented(name)
    if not value or not name[0].isupper() or len(noun) < _SHORTEST_NOUN:
        return None
    if noun in NO_SERIES or _MONTH.fullmatch(name):
        return None
    return Heading(f"noun {noun}", RANKS["article"], "section", str(value), bool(title), True)


def list_heading(words: str) -> str:
    """What list a heading announces: ``contents``, ``plates``, ``cast``, or ``""`` for none.

    >>> list_heading("CONTENTS."), list_heading("Dramatis Personæ"), list_heading("PREFACE")
    ('contents', 'cast', '')
    """
    if len(words) < _LONGEST_LIST_HEADING:
        plain = unaccented(words.strip("_=* \n")).rstrip(".: ")
        match = _LIST_HEADINGS.fullmatch(plain)
        if match and match.lastgroup:
            return match.lastgroup
    return ""


def _of_number(match: re.Match[str], value: int | None) -> Heading | None:
    kind = _TYPES.get(unaccented(match["type"]), "")
    if not kind and unaccented(match["type"]) in _APPENDICES:
        kind = "appendix"
    if not kind or (value is None and not (kind == "appendix" and len(match["n"]) == 1)):
        return None
    title = match["title"]
    # “Act v. Scene 2” is where a quotation comes from.
    if match["n"].islower() and ordinal(match["n"]) is None and _ROMAN.fullmatch(match["n"]):
        return None
    # “Chapter 3 describes the war.” is a sentence.
    if title and (title[0].islower() or (not match["stop"] and title.endswith("."))):
        return None
    if len(match[0]) > _LONGEST and not title.isupper():
        return None
    # “Appendix C” is the third.
    is_letter = kind == "appendix" and match["n"] in _NO_NUMERALS
    n = match["n"] if value is None or is_letter else str(value)
    scene = _NUMBERED.fullmatch(title) if kind == "act" else None
    told = _of_number(scene, number(scene["n"])) if scene else None
    if told and told.type == "scene":
        return replace(told, act=n)
    return Heading(kind, RANKS.get(kind, RANKS["chapter"]), kind, n, bool(title))
