"""Runs of capitalised words read as names: title, forenames, surname, suffix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from teikit.encode.names import wordclass as wc
from teikit.encode.names.candidate import Candidate, Shape
from teikit.encode.names.division import NUMBERS, is_suffix, split, titles
from teikit.encode.names.extent import (
    BARRED,
    extent,
    is_apart,
    is_forename,
    is_headed,
    is_only_due,
    past_heads,
)
from teikit.encode.names.lexicon import Lexicon
from teikit.encode.names.surroundings import LEADING, Surroundings
from teikit.encode.names.tokens import Token, is_plain, runs

_PERSONAL: Final = wc.GIVEN | wc.WEAK | wc.SURNAME
_PHRASE: Final = 5  # the most words or initials that stand for a place or thing
_SEX: Final = wc.MALE | wc.FEMALE
_SISTERS: Final = wc.PLURAL | wc.FEMALE
_UNOFFICIAL: Final = BARRED | wc.THING | wc.COMMON | wc.PLACE
_WORDS: Final = wc.HEAD | wc.BEFORE | wc.THING | wc.COMMON | wc.DERIVED
_REACH: Final = 12  # characters looked at for a particle before a name
_PREFIX: Final = re.compile(r"(?<!\w)(von|van)[ \t]*\n?[ \t]*\Z")

_Reading = tuple[Candidate | None, int]
"""A candidate, or None, and the token after what was read."""


def candidates(text: str, start: int, end: int, lexicon: Lexicon) -> list[Candidate]:
    """Every candidate in ``text[start:end]``, in order and without overlaps.

    Args:
        text: the whole text.
        start: offset where the block begins.
        end: offset where it ends.
        lexicon: the word lists.
    """
    reader = _Reader(Surroundings(text, start, end, lexicon), lexicon)
    found: list[Candidate] = []
    for run in runs(text, start, end, lexicon):
        if len(run) > 1:
            found += reader.read(run)
        elif _may_be_alone(run[0].bits, run[0].initial):
            # Most are words alone: one call for each, and no generator.
            candidate = reader.alone(run[0])
            if candidate is not None:
                found.append(candidate)
    return found


class _Reader:
    """Reads the runs of one block.

    Attributes:
        around: the text of the block.
        lexicon: the word lists.
        last: offset after the candidate read last.
    """

    def __init__(self, around: Surroundings, lexicon: Lexicon) -> None:
        self.around = around
        self.lexicon = lexicon
        self.last = -1

    def read(self, run: list[Token]) -> Iterator[Candidate]:
        """The candidates in a run of two or more words."""
        position = 0
        while position < len(run):
            found, position = self._read_at(run, position)
            if found is not None:
                self.last = found.end
                yield found

    def _read_at(self, run: list[Token], at: int) -> _Reading:
        """The candidate that begins at a token."""
        bits = run[at].bits
        if bits & wc.FUNCTION and (run[at].initial or not bits & (wc.WEAK | wc.GIVEN)):
            return None, at + 1
        if bits & wc.NUMERAL or _is_heading_number(run, at):
            return None, at + 1
        if bits & wc.TITLE:
            return self._titled(run, at)
        following = run[at + 1].bits if at + 1 < len(run) else wc.FUNCTION
        if bits & wc.BEFORE and at + 1 < len(run) and run[at + 1].glue == " ":
            return self._thing(run, at + 1)
        if bits & wc.OFFICE:
            if following & _PERSONAL or not following & _UNOFFICIAL:
                return self._body(run, at + 1, Shape.OFFICE)
            return None, at + 1
        return self._body(run, at, None)

    def _titled(self, run: list[Token], at: int) -> _Reading:
        """A name with titles: "Mr. Lloyd George", "Duke of York", "Pope Pius IX"."""
        body, bits = titles(run, at)
        if body == len(run):
            return self._untitled(run, at, body)
        first = run[body]
        if first.glue in ("of", "of the"):
            if run[body - 1].bits & wc.NOBLE and not first.bits & wc.FUNCTION:
                return self._make(run, at, body, body + 1, Shape.TITLED, bits), body + 1
            return self._untitled(run, at, body)
        address = bool(bits & wc.ADDRESS)
        if address and first.form in self.lexicon.addressed and body + 1 == len(run):
            return None, body + 1
        if not address and not run[body - 1].bits & wc.TITLE:
            return self._body(run, body, Shape.OFFICE)
        stop = extent(run, body, address=address)
        word = first.bits & (wc.HEAD | wc.THING | wc.COMMON | wc.DERIVED)
        if stop == body or first.bits & wc.FUNCTION:
            return self._untitled(run, at, body)
        if not address and word and not first.bits & _PERSONAL:
            return self._untitled(run, at, body)
        if not address and is_headed(run, stop):
            return None, stop + 1
        if bits & wc.SAINT and self._is_saints_place(run, at, body, stop):
            return None, stop
        loose = not bits & (wc.ADDRESS | wc.SHORT | wc.NOBLE | wc.ROYAL)
        if loose and stop == body + 1 and first.bits & wc.PLACE and not first.bits & _PERSONAL:
            return None, stop
        return self._make(run, at, body, stop, Shape.TITLED, bits), stop

    def _is_saints_place(self, run: list[Token], at: int, body: int, stop: int) -> bool:
        """Whether a saint's name is that of a town or a church: "St. Louis", "at St. Mark's"."""
        names = run[body:stop]
        return (
            f"St {names[0].form}".title() in self.lexicon.phrases
            or not names[0].bits & (wc.GIVEN | wc.WEAK)
            or any(name.bits & wc.PLACE for name in names)
            or self.around.is_placed(run[at].start, names[-1].stop, "", "")
            or self.around.word_before(run[at].start) in self.lexicon.cues.locatives
        )

    def _untitled(self, run: list[Token], at: int, body: int) -> _Reading:
        """Titles without a name: nothing, but for words like "Papa" that serve as names."""
        bits = run[at].bits
        if bits & (_PERSONAL | wc.ALONE) and not bits & wc.SHORT:
            return self._body(run, at, None)
        return None, max(body, at + 1)

    def _thing(self, run: list[Token], at: int) -> _Reading:
        """The name in the name of a place: "Fort Henry"."""
        stop = max(extent(run, at), at + 1)
        return self._make(run, at, at, stop, Shape.THING, 0), past_heads(run, stop)

    def _body(self, run: list[Token], at: int, shape: Shape | None) -> _Reading:
        """A name without titles."""
        phrase = self._phrase(run, at)
        if phrase > at:
            return None, phrase
        stop = extent(run, at)
        if is_headed(run, stop):
            return None, past_heads(run, stop)
        if stop == at or (stop > at + 1 and is_only_due(run[at], run[at + 1])):
            return None, at + 1
        if all(token.bits & wc.INITIAL for token in run[at + 1 : stop]) and (
            run[at].bits & wc.INITIAL or (run[at].bits & wc.PLACE and stop > at + 1)
        ):
            return None, stop
        shape = shape or self._shape(run, at, stop)
        return None if shape is None else self._make(run, at, at, stop, shape, 0), stop

    def _phrase(self, run: list[Token], at: int) -> int:
        """The end of words or initials that stand for a place or thing: "New York", "U.S."."""
        if at + 1 == len(run) or run[at].form.title() not in self.lexicon.phrase_starts:
            return at
        for end in range(min(len(run), at + _PHRASE), at + 1, -1):
            if " ".join(token.form for token in run[at:end]).title() in self.lexicon.phrases:
                initials = run[at].bits & wc.INITIAL
                named = end < len(run) and run[end].bits & (wc.SURNAME | wc.GIVEN)
                return at if initials and named else end
        return at

    def _shape(self, run: list[Token], at: int, stop: int) -> Shape | None:
        """What a name without titles looks like; None if it is the name of a thing."""
        first, last = run[at].bits, run[stop - 1].bits
        if stop - at == 1:
            return None if is_plain(first) else Shape.SINGLE
        initials = any(token.bits & wc.INITIAL for token in run[at + 1 : stop - 1])
        if initials or first & (wc.GIVEN | wc.INITIAL):
            return Shape.FULL
        if last & wc.SOFT and not last & wc.GIVEN:
            return Shape.PHRASE if first & wc.WEAK or last & wc.SURNAME else None
        if first & wc.WEAK and (last & wc.SURNAME or not first & wc.PLACE):
            word = last & (wc.COMMON | wc.THING | wc.PLACE | wc.DERIVED)
            return Shape.PHRASE if run[at].initial or word else Shape.FULL
        if first & wc.PLACE and not (first & wc.WEAK or last & (wc.GIVEN | wc.WEAK)):
            return None
        return Shape.PHRASE

    def _make(
        self, run: list[Token], at: int, body: int, stop: int, shape: Shape, title_bits: int
    ) -> Candidate | None:
        """The candidate of the tokens from ``at``, the name itself beginning at ``body``."""
        last = run[stop - 1]
        sure = shape is Shape.FULL or title_bits & wc.ADDRESS
        around = self.around
        if last.possessive and not sure and around.names_a_thing(last.stop):
            return None
        names, suffix = run[body:stop], ""
        end = last.end
        if len(names) > 1 and is_suffix(names):
            names, suffix = names[:-1], last.form
            if suffix in NUMBERS:
                end = last.start + 1
        forenames, surname = split(names, shape)
        if shape is Shape.FULL and not forenames:
            shape = Shape.SINGLE
        first = run[at]
        start, before = first.start, self._before(run, at)
        if not title_bits:
            start, prefix = self._prefix(run, at)
            surname = f"{prefix} {surname}" if prefix else surname
        sex = title_bits & _SEX
        after = around.word_after(last.stop)
        if shape is Shape.SINGLE and around.is_verse_of(after, last.stop):
            return None
        return Candidate(
            start,
            end,
            shape,
            titles=tuple([token.form for token in run[at:body]]),
            forenames=forenames,
            surname=surname,
            form=surname.casefold(),
            suffix=suffix,
            bits=names[-1].bits,
            sex=sex if sex != _SEX else 0,
            address=bool(title_bits & wc.ADDRESS),
            plural=sex == _SEX or title_bits & _SISTERS == _SISTERS,
            shared=bool(title_bits & wc.PLURAL),
            initial=first.initial,
            possessive=last.possessive,
            before=before,
            after=after,
            role=around.has_role(last.stop) or (shape is Shape.PHRASE and around.is_called(start)),
            # The suffix has capitals of its own: "Louis XVI".
            capitals=len(names[-1].form) > 1 and names[-1].form.isupper(),
            linked=0 <= self.last < start and around.is_link(self.last, start),
        )

    def alone(self, word: Token) -> Candidate | None:
        """The candidate of a word that stands alone, as most do."""
        around, start, stop = self.around, word.start, word.stop
        form = surname = word.form
        if word.possessive and around.names_a_thing(stop):
            return None
        before, after = around.word_before(start), around.word_after(stop)
        if after and around.is_verse_of(after, stop):
            return None
        role = before in self.lexicon.cues.roles and around.is_somebodys(start)
        placed = not role and around.is_placed(start, stop, before, after)
        role = role or around.has_role(stop)
        if before in LEADING:
            before = around.lead(start, before)
        shape = Shape.THING if placed else Shape.SINGLE
        if around.text.find("v", max(around.start, start - _REACH), start) >= 0:
            start, prefix = self._particle_before([word])
            form = surname = f"{prefix} {form}" if prefix else form
        capitals = len(word.form) > 1 and word.form.isupper()
        linked = 0 <= self.last < start and around.is_link(self.last, start)
        self.last = word.end
        return Candidate(
            start, word.end, shape, (), (), surname, form.casefold(), "", word.bits, 0,
            False, False, False, word.initial, word.possessive, before,
            after, role, capitals, linked,
        )  # fmt: skip

    def _before(self, run: list[Token], at: int) -> str:
        """The word before a token, in lower case."""
        if at:
            return run[at - 1].form.lower()
        start = run[at].start
        before = self.around.word_before(start)
        return self.around.lead(start, before) if before in LEADING else before

    def _prefix(self, run: list[Token], at: int) -> tuple[int, str]:
        """Where a name begins whose first word follows a particle; a particle not yet in it."""
        start, glue = run[at].start, run[at].glue
        if not at:
            return self._particle_before(run)
        particles = glue.split()
        known = self.lexicon.cues.particles
        if particles and all(word in known for word in particles) and not is_apart(run, at):
            return self.around.text.rindex(particles[0], run[at - 1].stop, start), ""
        return start, ""

    def _particle_before(self, run: list[Token]) -> tuple[int, str]:
        """Where a name begins that opens a run, with a particle before it."""
        text, start = self.around.text, run[0].start
        floor = max(self.around.start, start - _REACH)
        # Hardly any has one: one look for its letter, and no search.
        if text.find("v", floor, start) < 0 or is_forename(run, 0):
            return start, ""
        found = _PREFIX.search(text, floor, start)
        return (found.start(), found[1]) if found else (start, "")


@cache
def _may_be_alone(bits: int, initial: bool) -> bool:
    """Whether a word that stands alone may be a name, at the beginning of a sentence or not."""
    if bits & (wc.NUMERAL | wc.INITIAL) or is_plain(bits):
        return False
    if bits & wc.FUNCTION and (initial or not bits & (wc.WEAK | wc.GIVEN)):
        return False
    if bits & (wc.TITLE | wc.OFFICE):
        return bool(bits & wc.TITLE and bits & (_PERSONAL | wc.ALONE) and not bits & wc.SHORT)
    return not bits & _WORDS or bool(bits & (_PERSONAL | wc.ALONE | wc.COMMON))


def _is_heading_number(run: list[Token], at: int) -> bool:
    """Whether an initial is the number of a chapter or heading: "V. The Return"."""
    token = run[at]
    return (
        token.form in NUMBERS
        and (token.initial or (at > 0 and bool(run[at - 1].bits & wc.THING)))
        and not (at + 1 < len(run) and run[at + 1].bits & wc.INITIAL)
    )
