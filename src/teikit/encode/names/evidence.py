"""Evidence in the whole document that a lone capitalised word is the name of a person.

A full name or a title speaks for itself. A lone word is judged by all its occurrences: what stands
before and after it, whether it is written small elsewhere, whether fuller forms introduce it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from teikit.encode.names import wordclass as wc
from teikit.encode.names.candidate import Candidate, Shape
from teikit.encode.names.division import without_particle
from teikit.encode.names.lexicon import Lexicon
from teikit.encode.names.tally import ACCEPTED, Tally

_COMPANION: Final = 2.5  # the sum from which a form vouches for those listed with it
_ROLL: Final = 5  # names in a list that are all persons' where one is
_VOUCHED: Final = (Shape.FULL, Shape.TITLED, Shape.OFFICE, Shape.AUTHOR)
_SURNAMED: Final = (Shape.FULL, Shape.TITLED)
_SMALL: Final = re.compile(r"(?<!\w)[a-zß-öø-ÿ]\w+")
_OTHERS: Final = wc.COMMON | wc.FUNCTION | wc.SOFT | wc.HEAD | wc.PLACE | wc.THING | wc.TITLE
_NAMES: Final = wc.GIVEN | wc.WEAK | wc.SURNAME | wc.MALE | wc.FEMALE


@dataclass(slots=True)
class Evidence:
    """The judgement on every form that stands alone.

    Attributes:
        small: how often each word is written without a capital.
        scores: the weighed sum by form.
        reasons: the strongest kind of evidence by form.
        surnames: surnames that a full name or a title establishes.
    """

    small: Mapping[str, int]
    scores: dict[str, float] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    surnames: set[str] = field(default_factory=set)

    def judge(self, form: str, tally: Tally) -> None:
        """Weigh what the document tells of a form."""
        self.scores[form], self.reasons[form] = tally.score(self.small.get(form, 0))

    def accepts(self, form: str, least: float = ACCEPTED) -> bool:
        """Whether a form is the name of a person as far as the whole document shows."""
        return self.scores.get(form, 0.0) >= least


def count_small(texts: Iterable[str]) -> Counter[str]:
    """How often each word is written without a capital in the texts."""
    written = Counter(chain.from_iterable(map(str.split, texts)))
    counts: Counter[str] = Counter()
    for word, number in written.items():
        if word.isascii() and word.isalpha():
            # Most are nothing but letters, and spared the costlier search.
            if word[0].islower() and len(word) > 1:
                counts[word] = counts.get(word, 0) + number
            continue
        for small in _SMALL.findall(word):
            counts[small] += number
    return counts


def weigh(
    candidates: Sequence[Candidate],
    small: Mapping[str, int],
    lexicon: Lexicon,
    *,
    language: str = "en",
) -> Evidence:
    """Judge every form that stands alone by all its occurrences.

    Args:
        candidates: all candidates of the document, in order.
        small: how often each word is written without a capital.
        lexicon: the word lists.
        language: primary subtag; where it is not English, the cues, which are, cannot speak, and
            only forms count that are names by themselves or that a fuller form introduces.
    """
    english = language == "en"
    tallies = _tallies(candidates, lexicon)
    if language == "de":
        _count_apostrophes(candidates, tallies)
    evidence = Evidence(small, surnames={form for form in tallies if tallies[form].established})
    for form, tally in tallies.items():
        tally.shaped = form.endswith(lexicon.surname_endings) or form.startswith(
            lexicon.surname_beginnings
        )
        tally.known = form in lexicon.known
        if tally.words > 1:
            _look_inside(form, tally, tallies, small, lexicon)
        named = (
            english
            or tally.supported
            or tally.presented
            or _is_surname(form, tally, lexicon, language)
        )
        if tally.occurrences and named:
            evidence.judge(form, tally)
    if english:
        for form in _in_company(candidates, evidence):
            tallies[form].company += 1
            evidence.judge(form, tallies[form])
    return evidence


def _count_apostrophes(candidates: Iterable[Candidate], tallies: Mapping[str, Tally]) -> None:
    """In German only a name has an apostrophe before its "s": "Querner's", "Querner'sche"."""
    for candidate in candidates:
        if candidate.alone and candidate.possessive and not candidate.initial:
            tallies[candidate.form].introduced += 1


def _is_surname(form: str, tally: Tally, lexicon: Lexicon, language: str) -> bool:
    """Whether a form is a surname and no other word; in German every noun has a capital."""
    if language == "de":
        return form in lexicon.known
    return bool(tally.bits & wc.SURNAME) and not tally.bits & _OTHERS


def is_family(candidate: Candidate, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether a lone name after "the" is a surname in the plural: "the Webbs"."""
    plural = candidate.form
    if candidate.shape is not Shape.SINGLE or candidate.possessive:
        return False
    if not plural.endswith("s") or plural in evidence.small:
        return False
    letters = 2 if plural.endswith(("ses", "xes", "ches")) else 1
    surname = plural[:-letters]
    bits = lexicon.classify(candidate.surname[:-letters]) if surname else wc.FUNCTION
    if bits & ~_NAMES or surname in evidence.small:
        return False
    return bool(bits & wc.SURNAME) or surname in evidence.surnames or evidence.accepts(surname)


def _tallies(candidates: Iterable[Candidate], lexicon: Lexicon) -> dict[str, Tally]:
    """Count what each candidate tells of its form."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    shared = False
    for candidate in candidates:
        tally = tallies[candidate.form]
        shared = candidate.shared or (shared and candidate.linked)
        if candidate.alone:
            tally.titled += shared
            tally.count(candidate, lexicon.cues)
        elif candidate.shape is Shape.THING:
            tally.thing += 1
        elif candidate.forenames or candidate.shape is Shape.AUTHOR:
            tally.surname += 1
            if candidate.shape is Shape.FULL:
                tallies[candidate.forenames[0].casefold()].forename += 1
        elif not candidate.plural:
            tally.titled += 1
        if " " in candidate.form and candidate.shape in _SURNAMED and not candidate.bits & wc.PLACE:
            short = without_particle(candidate.form)
            if short:
                tallies[short].surname += 1
    return dict(tallies)


def _look_inside(
    form: str,
    tally: Tally,
    tallies: Mapping[str, Tally],
    small: Mapping[str, int],
    lexicon: Lexicon,
) -> None:
    """What is known of the words of a phrase counts for the phrase."""
    words = form.split()
    first, last = words[0], words[-1]
    if first in tallies:
        tally.forename += tallies[first].forename
    if last in tallies:
        tally.surname += tallies[last].established
    tally.unknown = all(
        not lexicon.classify(word.title()) & ~(_NAMES | wc.DERIVED) and word not in small
        for word in words
    )
    known = lexicon.classify(first.title())
    tally.paired = bool(
        tally.bits & wc.SURNAME
        and len(words) == 2
        and not known & ~(_NAMES | wc.PLACE)
        and (known & wc.WEAK or not known & wc.PLACE)
        and first not in small
    )


def _in_company(candidates: Iterable[Candidate], evidence: Evidence) -> list[str]:
    """Forms that are listed together with persons."""
    forms: set[str] = set()
    for group in _groups(candidates):
        vouched = [candidate.shape in _VOUCHED for candidate in group]
        known = [
            sure or (candidate.alone and evidence.accepts(candidate.form, _COMPANION))
            for candidate, sure in zip(group, vouched, strict=True)
        ]
        listed = any(vouched) and len(group) > 2
        phrases = [candidate.shape is Shape.PHRASE for candidate in group]
        if listed or 2 * sum(known) >= len(group) or sum(known) > 1 or _is_roll(group, known):
            alike = [True] * len(group)
        elif any(map(all, zip(phrases, known, strict=True))):
            # "Rocky Bear, Red Shirt, Lone Wolf": one phrase of a list tells of the others.
            alike = phrases
        else:
            continue
        forms.update(
            candidate.form
            for candidate, sure, like in zip(group, known, alike, strict=True)
            if candidate.alone and like and not sure
        )
    return sorted(forms)


def _is_roll(group: Sequence[Candidate], known: Sequence[bool]) -> bool:
    """Whether a long list with a person and without places is one of persons."""
    places = any(candidate.bits & wc.PLACE for candidate in group)
    return len(group) >= _ROLL and any(known) and not places


def _groups(candidates: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """Candidates that commas and "and" join, where there are two or more."""
    group: list[Candidate] = []
    for candidate in candidates:
        if not candidate.linked:
            if len(group) > 1:
                yield group
            group = []
        group.append(candidate)
    if len(group) > 1:
        yield group
