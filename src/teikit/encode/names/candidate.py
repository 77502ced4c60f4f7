"""A run of the text that may be the name of a person, taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final


class Shape(Enum):
    """What a candidate looks like, from the surest to the least sure."""

    TITLED = "title before the name"
    FULL = "forename and surname"
    OFFICE = "office before the name"
    AUTHOR = "author's line"
    SINGLE = "single name"
    PHRASE = "several capitalised words"
    THING = "part of the name of a thing"


_ALONE: Final = (Shape.SINGLE, Shape.PHRASE)


@dataclass(slots=True)
class Candidate:
    """A run of the text that may be the name of a person.

    Never changed, though not frozen: a long text has one for nearly every capital.

    Attributes:
        start: offset of its first character.
        end: offset after its last, without a possessive.
        shape: what it looks like.
        titles: the titles before the name.
        forenames: given names and initials, without full stops.
        surname: the surname with its particles; a single name of whatever kind stands here.
        form: the surname without regard to capitals; the evidence is gathered under it.
        suffix: Jr., a numeral.
        bits: classes of the single name or of the surname's last word.
        sex: ``wordclass.MALE``, ``wordclass.FEMALE`` or 0, from the title.
        address: a title of address (Mr., Dr.) stands before the name.
        plural: it is the name of a family or a couple.
        shared: its title is a plural that holds for the names after it as well ("Messrs").
        initial: it begins a sentence.
        possessive: a possessive follows.
        before: the word before it, in lower case, if nothing but a blank is between.
        after: likewise the word after it, or after its possessive.
        role: an apposition follows that says what the person is.
        capitals: it is written in capitals throughout.
        linked: only a comma or "and" separates it from the candidate before it.
    """

    start: int
    end: int
    shape: Shape
    titles: tuple[str, ...]
    forenames: tuple[str, ...]
    surname: str
    form: str
    suffix: str
    bits: int
    sex: int
    address: bool
    plural: bool
    shared: bool
    initial: bool
    possessive: bool
    before: str
    after: str
    role: bool
    capitals: bool
    linked: bool

    @property
    def alone(self) -> bool:
        """Whether neither title nor forename vouches for it."""
        return self.shape in _ALONE
