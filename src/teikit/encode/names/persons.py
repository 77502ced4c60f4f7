"""Who is who: mentions of one person brought together under the fullest form of the name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from teikit.encode.names import wordclass as wc
from teikit.encode.names.candidate import Candidate
from teikit.encode.names.division import without_particle
from teikit.encode.names.lexicon import Lexicon

_COMPARED: Final = 48  # persons of one surname and initial that a new form is compared with


@dataclass(slots=True)
class Person:
    """Somebody that the document names.

    Attributes:
        surname: the surname; empty if only forenames are known.
        forenames: the fullest list of forenames, spelt out where a form has them spelt out.
        titles: titles seen before the name.
        suffix: Jr., a numeral.
        sex: ``wordclass.MALE``, ``wordclass.FEMALE`` or 0.
        name: the fullest form of the name.
        fullness: how full that form is; greater is fuller.
    """

    surname: str
    forenames: list[str]
    titles: tuple[str, ...]
    suffix: str
    sex: int
    name: str
    fullness: tuple[int, ...]


@dataclass(slots=True)
class Register:
    """All persons of a document, found by surname, forename or title.

    Attributes:
        lexicon: the word lists.
        by_initial: persons by surname and first letter of the first forename.
        by_surname: persons by surname.
        by_forename: persons by first forename as it is written, abbreviations spelt out.
        forms: the person of a form that has been resolved, None where several would fit.
    """

    lexicon: Lexicon
    by_initial: defaultdict[tuple[str, str], list[Person]] = field(
        default_factory=lambda: defaultdict(list)
    )
    by_surname: defaultdict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    by_forename: defaultdict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    forms: dict[tuple[object, ...], Person | None] = field(default_factory=dict)

    def enter(self, mentions: Sequence[tuple[Candidate, str]]) -> None:
        """Make the persons of a document.

        Args:
            mentions: the names with their text, white space normalised.
        """
        distinct: dict[tuple[object, ...], tuple[Candidate, str]] = {}
        for candidate, name in mentions:
            known = distinct.setdefault(key(candidate), (candidate, name))
            if known[1].isupper() and not name.isupper():
                distinct[key(candidate)] = (candidate, name)
        ordered = sorted(distinct.items(), key=lambda item: _order(item[1][0]))
        for admits, resolver in (
            (_is_family, self._family),
            (_has_forenames, self._full),
            (_has_title, self._titled),
            (_is_bare, self._alone),
        ):
            for form, (candidate, name) in ordered:
                if form not in self.forms and admits(candidate):
                    self.forms[form] = resolver(candidate, name)

    def resolve(self, candidate: Candidate) -> Person | None:
        """The person that a name refers to; None where several persons would fit."""
        return self.forms[key(candidate)]

    def _family(self, candidate: Candidate, name: str) -> Person:
        """A family or a couple: nobody else's name refers to it."""
        return Person(candidate.surname, [], (), "", 0, name, _fullness(candidate, name))

    def _full(self, candidate: Candidate, name: str) -> Person | None:
        """A name with forenames: joins the one person that it can be, or is a new one."""
        forenames = [self._spelt_out(forename) for forename in candidate.forenames]
        sex = candidate.sex or self._sex(forenames)
        bucket = self.by_initial[candidate.form, forenames[0][0].casefold()]
        fitting = []
        for person in bucket[:_COMPARED]:
            if _compatible(person, forenames, sex, candidate):
                fitting.append(person)
                if len(fitting) > 1:
                    break
        if len(fitting) > 1:
            return None
        if not fitting:
            person = self._new(candidate, name, forenames, sex)
            bucket.append(person)
            return person
        person = fitting[0]
        _enrich(person, candidate, name, forenames, sex)
        return person

    def _titled(self, candidate: Candidate, name: str) -> Person | None:
        """A title and one name: "Mr. Smith", "Sir William", "King George V"."""
        surname = candidate.form
        fitting = [
            person
            for person in self.by_surname[surname][:_COMPARED]
            if not (candidate.sex and person.sex and candidate.sex != person.sex)
            and not (candidate.suffix and candidate.suffix != person.suffix)
            and not _other_standing(candidate, person)
            and not self._other_calling(candidate, person)
        ]
        if not fitting:
            fitting = [
                person
                for person in self.by_forename[surname][:_COMPARED]
                if _shares_title(candidate, person)
            ]
        if len(fitting) > 1:
            fitting = [person for person in fitting if _shares_title(candidate, person)]
            if len(fitting) != 1:
                return None
        if fitting:
            _enrich(fitting[0], candidate, name, [], candidate.sex)
            return fitting[0]
        return self._new(candidate, name, [], candidate.sex)

    def _other_calling(self, candidate: Candidate, person: Person) -> bool:
        """Whether one of two persons is in the Church and the other one in the army or navy."""
        one, other = self._calling(candidate.titles), self._calling(person.titles)
        return bool(one and other) and not one & other

    def _calling(self, titles: Iterable[str]) -> int:
        bits = 0
        for title in titles:
            bits |= self.lexicon.words.get(title, 0)
        return bits & (wc.CLERICAL | wc.MILITARY)

    def _alone(self, candidate: Candidate, name: str) -> Person | None:
        """One word: a surname first, else a forename, else a person of its own.

        A bare surname is a man's where only one man has it: women have a title or a forename.
        """
        form = candidate.form
        full = _folded(self._spelt_out(candidate.surname))
        for persons in (
            self.by_surname.get(form, []),
            self.by_forename.get(form, []),
            self.by_forename.get(full, []),
        ):
            if candidate.suffix:
                persons = [person for person in persons if person.suffix == candidate.suffix]
            if len(persons) > 1:
                persons = [person for person in persons if person.sex != wc.FEMALE] or persons
            if len(persons) == 1:
                return persons[0]
            if persons:
                return None
        return self._new(candidate, name, [], self._sex([candidate.surname]))

    def _new(self, candidate: Candidate, name: str, forenames: list[str], sex: int) -> Person:
        person = Person(
            candidate.surname,
            forenames,
            candidate.titles,
            candidate.suffix,
            sex,
            name,
            _fullness(candidate, name),
        )
        self.by_surname[candidate.form].append(person)
        short = without_particle(candidate.form)
        if short:
            self.by_surname[short].append(person)
        if forenames:
            self.by_forename[_folded(self._written_out(candidate.forenames[0]))].append(person)
        return person

    def _written_out(self, forename: str) -> str:
        """The forename that an abbreviation stands for; a pet form stays as it is."""
        abbreviated = self.lexicon.words.get(forename, 0) & wc.SHORT
        return self._spelt_out(forename) if abbreviated else forename

    def _spelt_out(self, forename: str) -> str:
        return self.lexicon.full.get(forename, forename)

    def _sex(self, forenames: list[str]) -> int:
        sex = self.lexicon.classify(forenames[0]) & (wc.MALE | wc.FEMALE)
        return sex if sex != wc.MALE | wc.FEMALE else 0


def _is_family(candidate: Candidate) -> bool:
    return candidate.plural


def _has_forenames(candidate: Candidate) -> bool:
    return bool(candidate.forenames)


def _has_title(candidate: Candidate) -> bool:
    return bool(candidate.titles)


def _is_bare(candidate: Candidate) -> bool:
    return True


def key(candidate: Candidate) -> tuple[object, ...]:
    """What makes two mentions the same form."""
    return (
        candidate.titles,
        candidate.forenames,
        candidate.form,
        candidate.suffix,
        candidate.plural,
    )


def _folded(name: str) -> str:
    return name.casefold()


def _order(candidate: Candidate) -> tuple[int, ...]:
    """Fuller forms first; the order of the text among equals, since sorting is stable."""
    spelt = sum(len(forename) > 1 for forename in candidate.forenames)
    first = bool(candidate.forenames) and len(candidate.forenames[0]) > 1
    return (-first, -spelt, -len(candidate.forenames), -len(candidate.titles))


def _fullness(candidate: Candidate, name: str) -> tuple[int, ...]:
    spelt = sum(len(forename) > 1 for forename in candidate.forenames)
    return (not name.isupper(), spelt, len(candidate.forenames), len(candidate.titles), len(name))


def _enrich(
    person: Person, candidate: Candidate, name: str, forenames: list[str], sex: int
) -> None:
    """Add what a further form tells of a person."""
    person.sex = person.sex or sex
    person.titles += tuple(title for title in candidate.titles if title not in person.titles)
    person.suffix = person.suffix or candidate.suffix
    if len(forenames) > len(person.forenames):
        person.forenames = forenames
    fullness = _fullness(candidate, name)
    if fullness > person.fullness:
        person.name, person.fullness = name, fullness


def _compatible(person: Person, forenames: list[str], sex: int, candidate: Candidate) -> bool:
    """Whether two names with forenames can be one person's."""
    if person.sex and sex and person.sex != sex:
        return False
    if person.suffix and candidate.suffix and person.suffix != candidate.suffix:
        return False
    return _fit(person.forenames[0], forenames[0]) and _in_order(
        person.forenames[1:], forenames[1:]
    )


def _fit(left: str, right: str) -> bool:
    """Whether two forenames are equal, or one is the other's initial."""
    left, right = left.casefold(), right.casefold()
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    return left == right


def _in_order(left: list[str], right: list[str]) -> bool:
    """Whether the shorter list of forenames fits into the longer one, in order."""
    if len(left) > len(right):
        left, right = right, left
    rest = iter(right)
    return all(any(_fit(one, other) for other in rest) for one in left)


def _other_standing(candidate: Candidate, person: Person) -> bool:
    """Whether "Miss" and "Mrs", or "Mrs" and a man's wife, keep two persons apart."""
    if candidate.sex != wc.FEMALE or not person.titles:
        return False
    return not _shares_title(candidate, person)


def _shares_title(candidate: Candidate, person: Person) -> bool:
    """Whether a person has been given one of the titles of a name."""
    return not set(candidate.titles).isdisjoint(person.titles)
