"""The inner structure of names: forename, surname, role, generation, linking particle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from teikit.encode.model import Span
from teikit.encode.names import wordclass as wc
from teikit.encode.names.division import NUMBERS, count_forenames, is_suffix, titles
from teikit.encode.names.lexicon import Lexicon, load
from teikit.encode.names.tokens import Token, runs

_PARTICLE: Final = re.compile(r"[^\W\d_]+")
_GENERATIONS: Final = frozenset({"Jr", "Junr", "Junior", "Sr", "Senr", "Senior"})

_Part = tuple[str, int, int]
"""An element of TEI Guidelines 14.2.1, and the offsets of its words."""


def name_parts(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """The parts of names of persons, where the words or the person's fuller name tell them.

    Titles and ranks are ``roleName``, "Jr." and "XIV" ``genName``, "the Great" ``addName``,
    "von" and "de la" before a surname ``nameLink``. A word that may be forename or surname is
    left as it is.

    Args:
        text: the whole text.
        spans: of any kind; those of the kind ``persName`` are looked at, whoever made them.
    """
    lexicon = load()
    known: dict[str, dict[str, str]] = {}
    for span in spans:
        if span.kind != "persName":
            continue
        if span.entity not in known:
            known[span.entity] = _kinds(span.entity, lexicon)
        for kind, start, end in _parts(text, span.start, span.end, lexicon, known[span.entity]):
            yield Span(start, end, kind, evidence="part of a name", annotator="names")


def _kinds(name: str, lexicon: Lexicon) -> dict[str, str]:
    """For each word of a person's fullest name, which part it is."""
    parts = _parts(name, 0, len(name), lexicon, {})
    return {
        word.casefold(): kind
        for kind, start, end in parts
        if kind in ("forename", "surname")
        for word in (name[start:end], *name[start:end].split())
    }


def _parts(
    text: str, start: int, end: int, lexicon: Lexicon, known: Mapping[str, str]
) -> list[_Part]:
    """The parts of one name, in order."""
    words = [token for run in runs(text, start, end, lexicon) for token in run]
    words = [replace(token, end=min(token.end, end)) for token in words]
    if not words:
        return []
    body, bits = titles(words, 0) if len(words) > 1 else (0, 0)
    if words[body].glue in ("of", "of the"):
        return [("roleName", words[0].start, words[body].end)] if bits & wc.NOBLE else []
    parts = [("roleName", title.start, title.end) for title in words[:body]]
    names, suffix = words[body:], None
    if len(names) > 1 and is_suffix(names):
        suffix = _suffix(text, *names[-2:])
        names = names[:-1]
        if _is_numeral(words[-1]):
            bits |= wc.ROYAL
    floor = words[body - 1].stop if body else start
    parts += _body(text, floor, names, bits, known)
    return [*parts, suffix] if suffix else parts


def _suffix(text: str, before: Token, last: Token) -> _Part:
    """The part after a surname."""
    if last.glue == "the":
        return "addName", text.index("the", before.stop), last.end
    if _is_numeral(last) or last.form in _GENERATIONS:
        end = last.start + 1 if last.form in NUMBERS else last.end
        return "genName", last.start, end
    return "roleName", last.start, last.end


def _is_numeral(token: Token) -> bool:
    return bool(token.bits & wc.NUMERAL) or token.form in NUMBERS


def _body(
    text: str, floor: int, names: list[Token], bits: int, known: Mapping[str, str]
) -> list[_Part]:
    """Forenames and surname, with the particles before the surname."""
    if len(names) == 1:
        kind = known.get(names[0].form.casefold()) or _single(names[0], bits)
        single = _surname(text, floor, names) if kind == "surname" else []
        return single or ([(kind, names[0].start, names[0].end)] if kind else [])
    count = count_forenames(names)
    if not count and not bits & wc.ADDRESS and known.get(names[-1].form.casefold()) != "surname":
        return []
    parts: list[_Part] = [("forename", name.start, name.end) for name in names[:count]]
    if count < len(names):
        floor = names[count - 1].stop if count else floor
        parts += _surname(text, floor, names[count:])
    return parts


def _single(name: Token, bits: int) -> str:
    """What a lone name is, by its title and by itself; empty where it may be either."""
    given = name.bits & wc.GIVEN and not name.bits & wc.SURNAME
    if bits & (wc.SAINT | wc.ROYAL):
        return "forename"
    if bits & wc.ADDRESS:
        return "forename" if given and name.bits & wc.FEMALE else "surname"
    if given:
        return "forename"
    sure = bits & wc.TITLE or name.bits & wc.SURNAME
    return "surname" if sure and not name.bits & (wc.GIVEN | wc.WEAK | wc.ALONE) else ""


def _surname(text: str, floor: int, names: list[Token]) -> list[_Part]:
    """A surname of one or more words; particles at its beginning stand apart."""
    particles: list[_Part] = []
    before = [match.span() for match in _PARTICLE.finditer(text, floor, names[0].start)]
    first = 0
    while first < len(names) - 1 and names[first].bits & wc.PARTICLE:
        before.append((names[first].start, names[first].end))
        first += 1
    if before:
        particles.append(("nameLink", before[0][0], before[-1][1]))
    return [*particles, ("surname", names[first].start, names[-1].end)]
