"""What the document tells of one form that stands alone, and what each kind of it weighs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from math import log2
from typing import Final

from teikit.encode.names import wordclass as wc
from teikit.encode.names.candidate import Candidate
from teikit.encode.names.lexicon import Cues
from teikit.encode.names.surroundings import NUMBER

WEIGHTS: Final[Mapping[str, float]] = {
    "given name": 3.0,
    "given name that is also a word": 1.0,
    "common surname": 1.5,
    "kinship word as a name": 3.0,
    "surname of a full name": 3.5,
    "forename of a full name": 1.5,
    "title or office elsewhere": 4.0,
    "looks like a surname": 1.5,
    "known by one name": 2.0,
    "does what persons do": 1.5,
    "does what persons and things do": 0.4,
    "role in apposition": 2.5,
    "has what persons have": 1.0,
    "possessive": 0.7,
    "introduced as a person": 1.2,
    "word before it often before persons": 0.5,
    "named together with persons": 1.5,
    "often bare inside sentences": 0.5,
    "article or determiner before it": -6.0,
    "preposition of place before it": -4.0,
    "of, to or from before it": -1.5,
    "written small elsewhere": -3.0,
    "only where a capital is due": -2.0,
    "name of a place": -5.0,
    "common word": -4.0,
    "name of a thing": -5.0,
    "month or weekday": -3.0,
    "part of a date": -8.0,
    "part of the name of a thing elsewhere": -4.0,
    "several words, some known": -1.0,
    "several words, none known": 0.5,
    "unknown word before a common surname": 1.5,
}
"""What each kind of evidence counts; the sum decides (``ACCEPTED``, ``SURE``)."""

ACCEPTED: Final = 2.0
"""From this sum on, a form is taken for the name of a person."""

SURE: Final = 4.5
"""From this sum on, the certainty is high."""

_DATING: Final = frozenset(
    (NUMBER, *"of in on last next early late mid until till since during instant every".split())
)
_DIRECTIONS: Final = frozenset(("of", "to", "from"))
_AMBIGUOUS: Final = wc.COMMON | wc.FUNCTION | wc.SOFT | wc.HEAD | wc.BEFORE | wc.TITLE | wc.OFFICE


@dataclass(slots=True)
class Tally:
    """Counts over the occurrences of one form that stands alone.

    Attributes:
        bits: its classes in the lexicon.
        words: number of words.
        paired: it is an unknown word and a common surname.
        unknown: none of its words is in the lexicon as anything but a name.
        thing: occurrences in names of things ("Fort Henry").
        known: everybody knows a person by it.
        shaped: it begins or ends as surnames do.
        inside: occurrences inside sentences.
        initial: occurrences at the beginning of sentences.
        determined: those inside that follow an article or the like.
        located: those inside that follow a preposition of place.
        directed: those inside that follow "of", "to" or "from".
        introduced: those that follow a word that introduces persons.
        presented: two for each of those that follow words only persons follow, one for others.
        accompanied: those that follow a word that is often before persons.
        acting: those that a verb of persons follows.
        moving: those that another verb follows.
        role: those with an apposition that says what the person is.
        possessive: those with a possessive.
        possessing: those with a possessive and something that persons have.
        surname: full names with it as surname.
        forename: full names with it as first forename.
        titled: occurrences after titles and offices.
        dated: those beside a number or in a date, if it is a month or a weekday.
        company: occurrences in a list with persons.
    """

    bits: int = 0
    words: int = 1
    known: bool = False
    shaped: bool = False
    paired: bool = False
    unknown: bool = False
    thing: int = 0
    inside: int = 0
    initial: int = 0
    determined: int = 0
    located: int = 0
    directed: int = 0
    introduced: int = 0
    presented: int = 0
    accompanied: int = 0
    acting: int = 0
    moving: int = 0
    role: int = 0
    possessive: int = 0
    possessing: int = 0
    surname: int = 0
    forename: int = 0
    titled: int = 0
    dated: int = 0
    company: int = 0

    @property
    def occurrences(self) -> int:
        """How often the form stands alone."""
        return self.inside + self.initial

    @property
    def established(self) -> bool:
        """Whether a full name or a title shows it to be a surname."""
        return bool(self.surname or self.titled)

    @property
    def supported(self) -> bool:
        """Whether anything but its use shows it to be a name of persons."""
        return (
            self.established
            or bool(self.forename or self.introduced)
            or bool(self.bits & (wc.GIVEN | wc.WEAK))
        )

    @property
    def _unnamed(self) -> bool:
        """Whether the lexicon does not know the form as a name, so that it may be a place's."""
        return not self.bits & (wc.GIVEN | wc.SURNAME) or bool(self.bits & wc.PLACE)

    def count(self, candidate: Candidate, cues: Cues) -> None:
        """Add an occurrence of the form alone."""
        self.bits |= candidate.bits
        self.words = 1 + candidate.surname.count(" ")
        self.role += candidate.role
        self.dated += is_dated(candidate)
        if candidate.initial or candidate.capitals:
            self.initial += 1
        else:
            self.inside += 1
            self._count_before(candidate.before, cues)
        if candidate.possessive:
            self.possessive += 1
            self.possessing += candidate.after.lower() in cues.possessions
        else:
            self.acting += candidate.after in cues.verbs
            self.moving += candidate.after in cues.common_verbs

    def _count_before(self, before: str, cues: Cues) -> None:
        self.determined += before in cues.determiners
        self.located += before in cues.locatives
        self.directed += before in _DIRECTIONS
        self.introduced += before in cues.introducers
        self.presented += 2 * (before in cues.leads) + (before in cues.loose_leads)
        self.accompanied += before in cues.companions

    def features(self, small: int) -> Iterator[tuple[str, float]]:
        """The evidence by kind (the keys of ``WEIGHTS``), each between 0 and 4.

        Args:
            small: how often the word is written without a capital in the document.
        """
        return chain(self._nature().items(), self._use().items(), self._doubts(small).items())

    def score(self, small: int) -> tuple[float, str]:
        """The weighed sum of the evidence, and the kind that speaks most for a person.

        Args:
            small: how often the word is written without a capital in the document.
        """
        if self.bits & wc.PLACE and not self.supported:
            return WEIGHTS["name of a place"], "name of a place"
        weighed = {kind: WEIGHTS[kind] * value for kind, value in self.features(small) if value}
        return sum(weighed.values()), max(weighed, key=weighed.__getitem__, default="")

    def _nature(self) -> dict[str, float]:
        """What the word is by itself, and by fuller forms elsewhere."""
        bits = self.bits
        vouched = bool(self.role or self.company or bits & wc.MALE)
        return {
            "given name": bool(bits & wc.GIVEN),
            "given name that is also a word": bool(bits & wc.WEAK),
            "common surname": bool(bits & wc.SURNAME) and not bits & _AMBIGUOUS,
            "kinship word as a name": bool(bits & wc.ALONE),
            "looks like a surname": self.shaped,
            "known by one name": self.known,
            "surname of a full name": bool(self.surname),
            "forename of a full name": bool(self.forename),
            "title or office elsewhere": bool(self.titled),
            "several words, some known": self.words > 1 and not (self.unknown or vouched),
            "several words, none known": self.words > 1 and self.unknown,
            "unknown word before a common surname": self.paired,
        }

    def _use(self) -> dict[str, float]:
        """How the word is used."""
        bare = self.inside - self.determined
        if self._unnamed:
            bare -= self.located + self.directed
        return {
            "does what persons do": min(self.acting, 2),
            "does what persons and things do": min(self.moving, 3),
            "role in apposition": bool(self.role),
            "has what persons have": min(self.possessing, 2),
            "possessive": min(self.possessive, 2),
            "introduced as a person": min(self.introduced + self.presented, 3),
            "word before it often before persons": min(self.accompanied, 4),
            "named together with persons": bool(self.company),
            "often bare inside sentences": min(log2(1 + max(bare, 0)), 3.0),
        }

    def _doubts(self, small: int) -> dict[str, float]:
        """What speaks against a person."""
        bits = self.bits
        inside = max(self.inside, 1)
        unnamed = self._unnamed
        given = bits & (wc.GIVEN | wc.WEAK)
        listed = bool(self.company and bits & wc.SURNAME) and not (self.determined or self.located)
        called = listed or (self.words > 1 and bool(self.role or self.company))
        word = bool(bits & _AMBIGUOUS) and not (given or called)
        doubt = 0.4 if self.established else 1.0
        ratio = min(3.0, small / self.occurrences) if not bits & wc.FUNCTION else 0.0
        return {
            "article or determiner before it": self.determined / inside,
            "preposition of place before it": unnamed and self.located / inside,
            "of, to or from before it": unnamed and self.directed / inside,
            "written small elsewhere": ratio * (doubt if bits & (wc.SURNAME | wc.WEAK) else 1.0),
            "only where a capital is due": not (self.inside or (self.words > 1 and self.role))
            and (0.4 if self.known else doubt),
            "name of a place": bool(bits & wc.PLACE) and doubt * (1 - self.introduced / inside),
            "common word": word and doubt,
            "name of a thing": bool(bits & wc.THING) and not given and doubt,
            "month or weekday": bool(bits & wc.CALENDAR) and (1.0 if self.dated else 0.3),
            "part of a date": self.dated / self.occurrences,
            "part of the name of a thing elsewhere": self.thing / (self.thing + self.occurrences),
        }


def is_dated(candidate: Candidate) -> bool:
    """Whether the name of a month or weekday stands in a date."""
    if not candidate.bits & wc.CALENDAR:
        return False
    return candidate.after == NUMBER or candidate.before in _DATING
