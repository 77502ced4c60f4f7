"""Where the narrative stands in time, as its dates move it on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from teikit.encode.dates.mention import Mention
from teikit.encode.dates.values import PartialDate
from teikit.encode.model import Block

_CALL = re.compile(r"\[(\d{1,3})\]")
# What may stand before the date of an entry: a bracket, a year.
_OPENS = re.compile(r"[\[(]?(?:[12]\d{3}[.,]?\s)?")
_LETTER = frozenset({"dateline", "opener"})
_TITLES = frozenset({"title", "author", "byline"})
LONE_YEARS = frozenset({"year", "ad-year", "bc-year", "year-short"})
# Beyond so many characters from its dateline a letter is over.
_LETTER_LENGTH = 20_000
# How many years a narrative may go on in the middle of a sentence.
_STRIDE = 3
# What may stand between the number of a note's body and the body.
_LABEL_GAP = 2


@dataclass(frozen=True, slots=True)
class Moment:
    """Where the narrative stands.

    Attributes:
        offset: where in the text it was said.
        date: the last date of the narrative, as far as it is known.
        heads: whether it heads a block, as in a diary.
        fills: whether it is all that its block says.
        dates_letter: whether it is in the dateline of a letter.
    """

    offset: int = 0
    date: PartialDate = field(default_factory=PartialDate)
    heads: bool = False
    fills: bool = False
    dates_letter: bool = False


class Timeline:
    """The moments of the narrative in the order of the text.

    Args:
        text: the whole text.
        year: year of the document where it is known.
        easter: as ``Lexicon.easter``.
        moments: where it begins.
    """

    def __init__(
        self,
        text: str,
        year: int | None,
        easter: tuple[int, int],
        moments: Sequence[Moment] = (),
    ) -> None:
        self.text = text
        self.year = year
        self.easter = easter
        self.moments = list(moments)

    @property
    def now(self) -> Moment:
        """The last moment; one without a date at the beginning."""
        return self.moments[-1] if self.moments else Moment()

    def letter(self, offset: int) -> PartialDate | None:
        """The date of the letter that an offset lies in, if there is one and it is a day."""
        for moment in reversed(self.moments):
            if offset - moment.offset > _LETTER_LENGTH:
                break
            if moment.dates_letter:
                return moment.date if moment.date.day else None
            if moment.heads:
                break
        return None

    def follow(self, block: Block, mention: Mention) -> None:
        """Go on with a date, if the narrative does."""
        if self._moves(block, mention):
            date = self._date_after(mention)
            heads = _OPENS.fullmatch(self.text, block.start, mention.start) is not None
            fills = heads and not self.text[mention.end : block.end].strip(" .\n")
            letter = block.kind in _LETTER
            self.moments.append(Moment(mention.start, date, heads, fills, letter))

    def branch(self, offset: int) -> Timeline:
        """A timeline that goes on from the moment at an offset."""
        at = bisect_right(self.moments, offset, key=lambda moment: moment.offset)
        return Timeline(self.text, self.year, self.easter, self.moments[max(0, at - 1) : at])

    def _moves(self, block: Block, mention: Mention) -> bool:
        """Whether the narrative goes on from a date.

        A lone year inside a sentence that lies before the year of the narrative looks back; one
        that lies years after it looks ahead.
        """
        first, second, now = mention.first, mention.second, self.now.date
        if mention.retrospective or mention.relative or mention.relation in ("either", "order"):
            return False
        if second is not None and (first.year != second.year or first.month is None):
            return False
        if not (first.year or first.month) or (block.kind in _TITLES and self.moments):
            return False
        if (
            mention.form not in LONE_YEARS
            or now.month is None
            or not now.year
            or block.kind == "head"
        ):
            return True
        opens_sentence = self.text[max(0, mention.start - 3) : mention.start] == "In "
        return opens_sentence or 0 <= (first.year or 0) - now.year <= _STRIDE

    def _date_after(self, mention: Mention) -> PartialDate:
        """The narrative's date after a date: a lone year keeps the month of the same year."""
        date, before = mention.first, self.now.date
        if mention.season is not None and mention.season < 3:
            return replace(date, month=3 * mention.season + 4)
        if date.year == before.year and date.month is None:
            return before
        return date


def calls_of_notes(text: str, notes: Sequence[Block]) -> dict[int, int]:
    """Where each note is called from: the last "[n]" before it that is no note's own number.

    Args:
        text: the whole text.
        notes: the notes' blocks in the order of the text, with the attribute ``n``.

    Returns:
        For the start of a note, the offset of its call.
    """
    starts = [note.start for note in notes]
    calls: dict[int, int] = {}
    last: dict[str, int] = {}
    found = _CALL.finditer(text) if starts else iter(())
    call = next(found, None)
    for note in notes:
        while call is not None and call.end() <= note.start:
            at = bisect_right(starts, call.end() + _LABEL_GAP)
            if at == 0 or starts[at - 1] < call.end():
                last[call[1]] = call.start()
            call = next(found, None)
        number = note.attributes.get("n", "")
        if number in last:
            calls[note.start] = last[number]
    return calls
