"""Bodies of notes, such as ``[1] Words.`` and ``[Footnote 1: Words.]``, one by one and in runs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from operator import itemgetter

from teikit.encode.conventions.model import NoteConvention
from teikit.encode.structure.forms import (
    BodyForms,
    Opening,
    body_forms,
    first_characters,
    opening_bracket,
)
from teikit.encode.structure.lines import lines_with
from teikit.encode.structure.paragraphs import Paragraph

# Paragraphs without a number that a body may go on with.
_LONGEST_BODY = 12
_LONGEST_BRACKETED = 40

Openings = Mapping[int, Opening]
"""For offsets at which a line begins as the body of a note, how it does."""


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a note.

    Attributes:
        n: its number or sign.
        form: its form, see ``encode.structure.forms``.
        first: index of its first paragraph.
        last: index of its last paragraph.
        start: offset of its first character after number and label.
        end: offset after its last character, before the bracket that closes it.
    """

    n: str
    form: str
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Bodies of notes that stand together.

    Attributes:
        bodies: one or more, in order.
        place: where they stand, see ``NoteConvention.stand``.
    """

    bodies: tuple[Body, ...]
    place: str = ""

    @property
    def first(self) -> int:
        """Index of the first paragraph."""
        return self.bodies[0].first

    @property
    def last(self) -> int:
        """Index of the last paragraph."""
        return self.bodies[-1].last


def find_openings(
    text: str, found: Sequence[Paragraph], conventions: Collection[NoteConvention]
) -> Mapping[str, Openings]:
    """Where lines begin as the bodies of notes do: for the name of each convention that has any."""
    by_character: dict[str, list[tuple[str, BodyForms]]] = {}
    for one in conventions:
        for character in first_characters(one.body, one.numbers):
            forms = body_forms(one.body, one.numbers)
            by_character.setdefault(character, []).append((one.name, forms))
    if not by_character or not found:
        return {}
    characters = "".join(map(re.escape, sorted(by_character)))
    starts = [paragraph.start for paragraph in found]
    openings: dict[str, dict[int, Opening]] = {}
    openings_of_lines = lines_with(rf"[^\S\n]*(?=[{characters}])", text, starts[0], found[-1].end)
    for match in openings_of_lines:
        at = match.end()
        paragraph = found[bisect_right(starts, at) - 1]
        if paragraph.forme_work:
            # A page number in brackets is no note without words.
            continue
        for name, body in by_character[text[at]]:
            begun = body.match(text, at, paragraph.end)
            if begun:
                openings.setdefault(name, {})[at] = begun
    return openings


def split_bodies(
    text: str, found: Sequence[Paragraph], openings: Openings
) -> tuple[list[Paragraph], list[int]]:
    """Part bodies that stand in one paragraph: each on a line of its own, or up to its bracket.

    Returns:
        The paragraphs, and for each the index in ``found`` of the one that it is (part of).
    """
    starts = [paragraph.start for paragraph in found]
    parts: list[Paragraph] = []
    origins: list[int] = []
    done = 0
    for at in sorted({bisect_right(starts, offset) - 1 for offset in openings}):
        split = list(_split(text, found[at], openings))
        parts += [*found[done:at], *split]
        origins += [*range(done, at), *[at] * len(split)]
        done = at + 1
    return [*parts, *found[done:]], [*origins, *range(done, len(found))]


def _split(text: str, paragraph: Paragraph, openings: Openings) -> Iterator[Paragraph]:
    opening = openings.get(paragraph.start)
    if opening and opening.closer:
        yield from _split_after(text, paragraph, opening, openings)
    elif len(paragraph.lines) == 1:
        yield paragraph
    elif opening:
        bodies = [at for at, line in enumerate(paragraph.lines) if line.start in openings]
        yield from _split_at(paragraph, bodies)
    else:
        bracketed = [
            at
            for at, line in enumerate(paragraph.lines)
            if line.start in openings
            and openings[line.start].closer
            and _closing(text, line.start, paragraph.end, openings[line.start].closer)
            == paragraph.end - 1
        ]
        yield from _split_at(paragraph, [0, *bracketed[-1:]])


def _split_at(paragraph: Paragraph, starts: Sequence[int]) -> Iterator[Paragraph]:
    if len(starts) == 1 and starts[0] == 0:
        yield paragraph
        return
    for start, end in zip(starts, [*starts[1:], len(paragraph.lines)], strict=True):
        part = replace(paragraph, lines=paragraph.lines[start:end])
        yield part if start == 0 else replace(part, space=0, page_break=False, page_n="")


def _split_after(
    text: str, paragraph: Paragraph, opening: Opening, openings: Openings
) -> Iterator[Paragraph]:
    """Part a body in brackets from text that goes on after them."""
    end = _closing(text, paragraph.start, paragraph.end, opening.closer) + 1
    if not opening.end < end < paragraph.end or not text[end].isspace():
        yield paragraph
        return
    at = next(at for at, line in enumerate(paragraph.lines) if line.end >= end)
    line = paragraph.lines[at]
    yield replace(paragraph, lines=(*paragraph.lines[:at], replace(line, end=end)))
    rest = list(paragraph.lines[at + 1 :])
    if end < line.end:
        start = line.end - len(text[end : line.end].lstrip())
        rest.insert(0, replace(line, start=start))
    yield from _split(text, Paragraph(tuple(rest), 0), openings)


def _closing(text: str, start: int, end: int, closer: str) -> int:
    """Offset of the bracket that closes the one at ``start``, or -1."""
    depth = 0
    for bracket in _brackets(closer).finditer(text, start, end):
        depth += -1 if bracket.group() == closer else 1
        if depth == 0:
            return bracket.start()
    return -1


def _brackets(closer: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(opening_bracket(closer) + closer)}]")


def find_runs(
    text: str,
    parts: Sequence[Paragraph],
    openings: Openings,
    taken: AbstractSet[int],
    markers: Sequence[int],
) -> list[Run]:
    """The bodies of notes, in runs.

    Args:
        text: the whole text.
        parts: its paragraphs, bodies parted from each other.
        openings: where they may begin.
        taken: offsets at which paragraphs begin that are something else.
        markers: offsets of the markers, in order; no body goes on over one that calls another.
    """
    bodies: list[Body] = []
    starts = [part.start for part in parts]
    for start, opening in sorted(openings.items(), key=itemgetter(0)):
        at = bisect_right(starts, start) - 1
        begins = starts[at] == start and start not in taken
        if not begins or (bodies and at <= bodies[-1].last):
            continue
        body = _body(text, parts, at, opening, openings, bodies[-1] if bodies else None)
        if body:
            bodies.append(body)
    runs: list[list[Body]] = []
    for body in bodies:
        before = runs[-1][-1] if runs else None
        if before is None or not _together(parts, before, body, markers):
            runs.append([body])
            continue
        if body.first > before.last + 1:
            # What lies between is the rest of the body before.
            end = parts[body.first - 1].end
            runs[-1][-1] = replace(before, last=body.first - 1, end=end)
        runs[-1].append(body)
    return [Run(tuple(run)) for run in runs]


def _body(
    text: str,
    parts: Sequence[Paragraph],
    at: int,
    opening: Opening,
    openings: Openings,
    before: Body | None,
) -> Body | None:
    paragraph = parts[at]
    if opening.closer:
        last, end = _bracketed_end(text, parts, at, opening, openings)
        if end <= opening.end:
            return None
        return Body(opening.n, opening.form, at, last, opening.end, end)
    # A number by itself has its body below, if it is the next one of a run.
    if opening.end == paragraph.end and not (before and _follows(before.n, opening.n)):
        return None
    return Body(opening.n, opening.form, at, at, opening.end, paragraph.end)


def _bracketed_end(
    text: str, parts: Sequence[Paragraph], at: int, opening: Opening, openings: Openings
) -> tuple[int, int]:
    """The last paragraph of a body in brackets and the offset of the one that closes it, or -1.

    Where brackets do not pair, the first one at the end of a paragraph closes the body.
    """
    depth = 1
    fallback = (at, -1)
    brackets = _brackets(opening.closer)
    for last in range(at, min(at + _LONGEST_BRACKETED, len(parts))):
        paragraph = parts[last]
        if last > at and paragraph.start in openings and openings[paragraph.start].closer:
            break
        for bracket in brackets.finditer(text, max(opening.end, paragraph.start), paragraph.end):
            depth += -1 if bracket.group() == opening.closer else 1
            if depth == 0:
                clean = bracket.end() == paragraph.end
                return (last, bracket.start()) if clean else (last, -1)
        if fallback[1] < 0 and text[paragraph.end - 1] == opening.closer:
            fallback = (last, paragraph.end - 1)
    return fallback


def _together(parts: Sequence[Paragraph], before: Body, body: Body, markers: Sequence[int]) -> bool:
    """Whether nothing lies between two bodies, or only what belongs to the first."""
    between = parts[before.last + 1 : body.first]
    if not between:
        return True
    if before.form.rpartition("…")[2].strip() or not _follows(before.n, body.n):
        return False
    if len(between) > _LONGEST_BODY or any(paragraph.forme_work for paragraph in between):
        return False
    after = bisect_right(markers, between[0].start - 1)
    return after == len(markers) or markers[after] >= between[-1].end


def _follows(before: str, n: str) -> bool:
    """Whether a number is the next one."""
    if before.isdigit() and n.isdigit():
        return int(n) == int(before) + 1
    return len(before) == len(n) == 1 and before.isalpha() and ord(n) == ord(before) + 1
