"""A date as it stands in the text, before and after its gaps are filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from teikit.encode.dates.values import PartialDate
from teikit.encode.model import Certainty

Relation = Literal["when", "range", "either", "order"]
"""One date, a period (``from``/``to``), somewhere in a period (``notBefore``/``notAfter``), or one
of two readings of day and month in figures."""


@dataclass(frozen=True, slots=True)
class Mention:
    """The words of a date and what they say.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        form: its name in ``grammar.FORMS``.
        first: the date, or the first of two.
        second: the second date of a range, or the second reading.
        relation: how the two dates are meant.
        part: which part of the date, as ``values.part_range`` names it.
        season: 0 for spring to 3 for winter.
        weekday: 1 for Monday to 7.
        relative: ``"inst"``, ``"ult"``, ``"prox"``, ``"last"``, ``"next"`` or ``"same"``.
        moveable: the distance from Easter in days of a feast that moves with it.
        day_first: whether a date in figures begins with its day; None where that is open.
        short: the last two digits of a year whose century is not said ("'76", "the 'thirties").
        approximate: whether "about" or "circa" stands before it.
        retrospective: whether it looks back or ahead from the narrative ("since 1923"), so that
            dates after it do not belong to its year.
        calendar: what ``@calendar`` points at where the words are of another one.
        certainty: how sure the value is.
        evidence: where the value is from; empty where the words say it all.
    """

    start: int
    end: int
    form: str
    first: PartialDate
    second: PartialDate | None = None
    relation: Relation = "when"
    part: str = ""
    season: int | None = None
    weekday: int | None = None
    relative: str = ""
    moveable: int | None = None
    day_first: bool | None = None
    short: int | None = None
    approximate: bool = False
    retrospective: bool = False
    calendar: str = ""
    certainty: Certainty = "high"
    evidence: str = ""
