"""What words are known to be: given names, titles, places, heads of other names, cues.

The lists are the plain files in ``data/``; this module reads them once and answers what classes a
written form belongs to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Final

from teikit.encode.names import wordclass as wc

_DATA = Path(__file__).parent / "data"

_CLASSES: Final = {
    "common.txt": {"function": wc.FUNCTION, "verbs": wc.FUNCTION, "nouns": wc.COMMON},
    "given_names.txt": {
        "male": wc.GIVEN | wc.MALE,
        "female": wc.GIVEN | wc.FEMALE,
        "both": wc.GIVEN,
        "weak": wc.WEAK,
    },
    "surnames.txt": {
        "surnames": wc.SURNAME,
        "weak": wc.SURNAME,
        "known": wc.SURNAME,
        "endings": 0,
        "beginnings": 0,
    },
    "titles.txt": {
        "address": wc.TITLE | wc.ADDRESS,
        "noble": wc.TITLE | wc.NOBLE,
        "royal": wc.TITLE | wc.ROYAL,
        "military": wc.TITLE | wc.MILITARY,
        "honour": wc.TITLE,
        "religious": wc.TITLE | wc.CLERICAL,
        "saint": wc.TITLE | wc.SAINT,
        "kin": wc.TITLE,
        "people": wc.TITLE,
        "office": wc.OFFICE,
        "addressed": 0,
        "suffix": wc.SUFFIX,
        "alone": wc.ALONE,
        "plural": wc.PLURAL,
        "epithets": 0,
    },
    "heads.txt": {"hard": wc.HEAD, "before": wc.BEFORE, "soft": wc.SOFT, "possessed": 0},
    "things.txt": {
        "calendar": wc.THING | wc.CALENDAR,
        "qualities": wc.THING | wc.COMMON,
        "": wc.THING,
    },
    "places.txt": {"": wc.PLACE},
    "particles.txt": {"lower": 0, "capital": wc.PARTICLE, "of": 0},
}

_SEX: Final = wc.MALE | wc.FEMALE
_SEXES: Final = {"male": wc.MALE, "female": wc.FEMALE}
_DOUBTFUL: Final = (
    wc.WEAK | wc.FUNCTION | wc.COMMON | wc.THING | wc.HEAD | wc.SOFT | wc.PLACE
)  # classes that make a given name one that needs support
_CUES: Final = {
    "verbs": "human verbs",
    "common_verbs": "common verbs",
    "possessions": "human nouns",
    "introducers": "introducers",
    "leads": "leads",
    "loose_leads": "loose leads",
    "companions": "companions",
    "reading": "reading",
    "roles": "roles",
    "determiners": "determiners",
    "locatives": "places",
    "particles": "lower",
    "of": "of",
    "place_heads": "place heads",
}  # fields of Cues, by the sections of the data files

COUPLES: Final = ("&", "and")
"""What joins the titles of a couple: "Mr. and Mrs."."""

_LONGEST: Final = 48  # letters; a longer word is no name
_REMEMBERED: Final = 1 << 15  # words whose classes are kept

_DERIVED_ENDINGS: Final = (
    *("ism", "isms", "ist", "ists", "ites", "ian", "ians", "eans", "ish", "esque", "ology"),
    *("ese", "onian", "ican", "icans", "ized", "ised", "ization", "isation"),
)
_ADVERBS: Final = ("off", "up", "out", "in", "down", "over", "away")
"""What a noun ends with that was a verb: "Cut-off"."""
_NOT_DERIVED: Final = ("christ", "quist", "twist", "rish")


@dataclass(frozen=True, slots=True)
class Cues:
    """Lower-case words that stand beside a name, by what they say of it.

    Attributes:
        verbs: what persons do, after the name.
        common_verbs: what persons do, and other things too.
        possessions: what persons have, after a possessive.
        introducers: what comes before a person's name.
        leads: pairs of words that only persons follow, joined by "_" ("dined_with").
        loose_leads: pairs that mostly persons follow.
        companions: what often does, among other things.
        reading: verbs whose object is a work.
        roles: what a person is, in apposition after the name.
        determiners: what comes before a common noun.
        locatives: prepositions before places.
        particles: small words inside names ("von", "de").
        of: particles between a noble title and its place.
        place_heads: nouns that make the name before them, or after an "of", that of a place.
        joints: everything small that may join two capitals to one name.
    """

    verbs: frozenset[str]
    common_verbs: frozenset[str]
    possessions: frozenset[str]
    introducers: frozenset[str]
    leads: frozenset[str]
    loose_leads: frozenset[str]
    companions: frozenset[str]
    reading: frozenset[str]
    roles: frozenset[str]
    determiners: frozenset[str]
    locatives: frozenset[str]
    particles: frozenset[str]
    of: frozenset[str]
    place_heads: frozenset[str]
    joints: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lists.

    Attributes:
        words: the classes of a written form.
        classify: the classes of a capitalised word, without its full stop and possessive; a form
            in capitals is looked up as if it were written with one.
        full: the full given name that an abbreviation or pet form stands for.
        phrases: names of places and things of several words or letters, in ``str.title`` form.
        phrase_starts: the first words of them.
        places: those of them that are places.
        possessed: words that a possessive before them makes the name of a thing.
        states: what follows the name of a town after a comma, and is no name of a person.
        addressed: offices that a title of address alone makes no name ("Mr. Speaker").
        epithets: what follows "the" after the name of a ruler or saint.
        known: persons that everybody knows by one name.
        surname_endings: how surnames of several languages end.
        surname_beginnings: how they begin.
        cues: lower-case words beside names.
    """

    words: dict[str, int]
    classify: Callable[[str], int]
    full: dict[str, str]
    phrases: frozenset[str]
    phrase_starts: frozenset[str]
    places: frozenset[str]
    possessed: frozenset[str]
    states: frozenset[str]
    addressed: frozenset[str]
    epithets: frozenset[str]
    known: frozenset[str]
    surname_endings: tuple[str, ...]
    surname_beginnings: tuple[str, ...]
    cues: Cues


def _classify(words: dict[str, int], form: str) -> int:
    """The classes of a capitalised word, as ``Lexicon.classify`` tells them."""
    known = words.get(form)
    if known is not None:
        return known
    if len(form) < 2:
        return wc.INITIAL if form else 0
    if len(form) > _LONGEST:
        return wc.THING
    if form.isupper():
        if _is_numeral(form):
            return wc.NUMERAL
        form = form.title()
        known = words.get(form)
        if known is not None:
            return known & ~wc.WEAK if known & (wc.FUNCTION | wc.COMMON) else known
    if form[1] in "'’" and form[2:3].islower():
        return wc.FUNCTION
    head, hyphen, tail = form.partition("-")
    if hyphen and head:
        return _classify_compound(words, head, tail)
    if form[1].isupper() and form[-1].islower() and "'" not in form and "’" not in form:
        return wc.THING
    lower = form.lower()
    if lower.endswith(_DERIVED_ENDINGS) and not lower.endswith(_NOT_DERIVED):
        return wc.DERIVED
    return 0


def _classify_compound(words: dict[str, int], head: str, tail: str) -> int:
    """The classes of a word with a hyphen: "Karl-Heinz", "Flag-officer", "Russo-Japanese"."""
    first, second = words.get(head, 0), words.get(tail.title(), 0)
    if tail[:1].islower():
        known = first & (wc.THING | wc.PLACE) or _classify(words, head) & wc.DERIVED
        if known or tail in _ADVERBS:
            return wc.THING
        return second & (wc.TITLE | wc.OFFICE)
    if first & (wc.GIVEN | wc.WEAK) and second & wc.GIVEN:
        return wc.GIVEN | first & _SEX
    if not second and "-" not in tail:
        second = _classify(words, tail)
    return second & (wc.THING | wc.DERIVED | wc.HEAD)


def _is_numeral(form: str) -> bool:
    return len(form) <= 6 and not form.strip("IVX")


def sections(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The sections of a list file with their words, in order."""
    heading = ""
    words: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            yield heading, words
            heading, words = line.strip("[] "), []
        elif not line.startswith("#"):
            words += line.split()
    yield heading, words


@cache
def load() -> Lexicon:
    """The lexicon, read from the data files at the first call."""
    files = {name: list(sections(_DATA / name)) for name in (*_CLASSES, "cues.txt")}
    words: dict[str, int] = {}
    phrases: set[str] = set()
    for name, classes in _CLASSES.items():
        for heading, entries in files[name]:
            kind, _, sex = heading.partition(" ")
            bits = classes.get(kind, classes.get("", 0)) | _SEXES.get(sex, 0)
            phrases.update(entry.replace("_", " ").title() for entry in entries if "_" in entry)
            if bits:
                _enter(words, entries, bits)
    full = _enter_short_forms(words, dict(files["given_names.txt"]))
    for word, bits in words.items():
        if bits & wc.GIVEN and bits & _DOUBTFUL:
            words[word] = bits & ~wc.GIVEN | wc.WEAK
    lists = {
        heading: frozenset(entries) for sections in files.values() for heading, entries in sections
    }
    surnames = dict(files["surnames.txt"])
    joints = lists["lower"] | lists["of"] | {"the", *COUPLES}
    return Lexicon(
        words=words,
        classify=lru_cache(_REMEMBERED)(partial(_classify, words)),
        full=full,
        phrases=frozenset(phrases),
        phrase_starts=frozenset(phrase.split()[0] for phrase in phrases),
        places=frozenset(
            entry.replace("_", " ").title()
            for _, entries in files["places.txt"]
            for entry in entries
            if "_" in entry
        ),
        possessed=lists["possessed"],
        states=frozenset(
            word
            for word in lists["states and counties"] | lists["abbreviations"]
            if not words.get(word, 0) & (wc.GIVEN | wc.WEAK)
        ),
        addressed=lists["addressed"],
        epithets=lists["epithets"],
        known=frozenset(word.casefold() for word in lists["known"]),
        surname_endings=tuple(surnames["endings"]),
        surname_beginnings=tuple(word.casefold() for word in surnames["beginnings"]),
        cues=Cues(**{name: lists[heading] for name, heading in _CUES.items()}, joints=joints),
    )


def _enter(words: dict[str, int], entries: list[str], bits: int) -> None:
    """Give words their classes; those with a full stop are abbreviations."""
    for entry in entries:
        if "_" not in entry:
            word = entry.removesuffix(".")
            words[word] = words.get(word, 0) | bits | (wc.SHORT if word != entry else 0)


def _enter_short_forms(words: dict[str, int], given: dict[str, list[str]]) -> dict[str, str]:
    """Enter abbreviations and pet forms of given names; returns what they stand for."""
    full = {}
    for heading, bits in (("short", wc.GIVEN | wc.SHORT), ("pet", wc.GIVEN)):
        for entry in given[heading]:
            word, _, meaning = entry.partition("=")
            full[word] = meaning
            words[word] = words.get(word, 0) | bits | words.get(meaning, 0) & _SEX
    return full
