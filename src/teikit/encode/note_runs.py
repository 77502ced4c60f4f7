"""Bodies of notes, such as ``[1] Words.`` and ``[Footnote 1: Words.]``, and their markers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from teikit.encode.paragraphs import Paragraph

_SIGN = r"\d{1,4}|[*†‡§]|[A-Z]"
_MARKER = re.compile(rf"\[({_SIGN})\]")
_BODY = re.compile(
    rf"\[(?:(?P<n>{_SIGN})\](?:[^\S\n\f]+(?=\S)|\Z)|"
    rf"(?P<label>Footnote) (?P<of>{_SIGN}):(?:\s+(?=\S)|\Z))"
)
_LABELLED = "[Footnote "
_BRACKET = re.compile(r"[\[\]]")
# Paragraphs without a number that a body may go on with.
_LONGEST_BODY = 12
_LONGEST_LABELLED = 40


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a note.

    Attributes:
        n: its number or sign.
        label: the word in its brackets, or ``""``.
        first: index of its first paragraph.
        last: index of its last paragraph.
        start: offset of its first character after number and label.
        end: offset after its last character, before the bracket that closes it.
    """

    n: str
    label: str
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Bodies of notes that stand together.

    Attributes:
        bodies: one or more, in order.
        closes: whether a heading or nothing follows, so that the run ends a division.
    """

    bodies: tuple[Body, ...]
    closes: bool = False

    @property
    def last(self) -> int:
        """Index of the last paragraph."""
        return self.bodies[-1].last


def split_bodies(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Part bodies that stand in one paragraph: each on a line of its own, or up to its bracket."""
    for paragraph in paragraphs:
        if text.startswith(_LABELLED, paragraph.start):
            yield from _split_after(text, paragraph)
        elif len(paragraph.lines) == 1:
            yield paragraph
        elif _BODY.match(text, paragraph.start, paragraph.end):
            yield from _split_at(
                paragraph,
                [
                    at
                    for at, line in enumerate(paragraph.lines)
                    if _BODY.match(text, line.start, line.end)
                ],
            )
        else:
            labelled = [
                at
                for at, line in enumerate(paragraph.lines)
                if text.startswith(_LABELLED, line.start)
                and _closing(text, line.start, paragraph.end) == paragraph.end - 1
            ]
            yield from _split_at(paragraph, [0, *labelled[-1:]])


def _split_at(paragraph: Paragraph, starts: Sequence[int]) -> Iterator[Paragraph]:
    for start, end in zip(starts, [*starts[1:], len(paragraph.lines)], strict=True):
        part = replace(paragraph, lines=paragraph.lines[start:end])
        yield part if start == 0 else replace(part, space=0, page_break=False)


def _split_after(text: str, paragraph: Paragraph) -> Iterator[Paragraph]:
    """Part a labelled body from text that goes on after its bracket."""
    end = _closing(text, paragraph.start, paragraph.end) + 1
    labelled = _BODY.match(text, paragraph.start, paragraph.end)
    if not labelled or not labelled.end() < end < paragraph.end or not text[end].isspace():
        yield paragraph
        return
    at = next(at for at, line in enumerate(paragraph.lines) if line.end >= end)
    line = paragraph.lines[at]
    yield replace(paragraph, lines=(*paragraph.lines[:at], replace(line, end=end)))
    rest = list(paragraph.lines[at + 1 :])
    if end < line.end:
        start = line.end - len(text[end : line.end].lstrip())
        rest.insert(0, replace(line, start=start))
    yield from split_bodies(text, [Paragraph(tuple(rest), 0)])


def _closing(text: str, start: int, end: int) -> int:
    """Offset of the bracket that closes the one at ``start``, or -1."""
    depth = 0
    for bracket in _BRACKET.finditer(text, start, end):
        depth += 1 if bracket.group() == "[" else -1
        if depth == 0:
            return bracket.start()
    return -1


def find_runs(text: str, paragraphs: Sequence[Paragraph]) -> list[Run]:
    """The bodies of notes, in runs."""
    bodies: list[Body] = []
    for at, paragraph in enumerate(paragraphs):
        if text[paragraph.start] != "[" or (bodies and at <= bodies[-1].last):
            continue
        body = _body(text, paragraphs, at, bodies[-1] if bodies else None)
        if body:
            bodies.append(body)
    runs: list[list[Body]] = []
    for body in bodies:
        before = runs[-1][-1] if runs else None
        if before is None or not _together(text, paragraphs, before, body):
            runs.append([body])
            continue
        if body.first > before.last + 1:
            # What lies between is the rest of the body before.
            end = paragraphs[body.first - 1].end
            runs[-1][-1] = replace(before, last=body.first - 1, end=end)
        runs[-1].append(body)
    return [Run(tuple(run)) for run in runs]


def _body(text: str, paragraphs: Sequence[Paragraph], at: int, before: Body | None) -> Body | None:
    paragraph = paragraphs[at]
    match = _BODY.match(text, paragraph.start, paragraph.end)
    if not match:
        return None
    if not match["label"]:
        bare = match.end() == paragraph.end
        # A number by itself has its body below, if it is the next one of a run.
        if bare and not (before and before.n.isdigit() and match["n"] == str(int(before.n) + 1)):
            return None
        return Body(match["n"], "", at, at, match.end(), paragraph.end)
    last, end = _labelled_end(text, paragraphs, at, match.end())
    if end <= match.end():
        return None
    return Body(match["of"], match["label"], at, last, match.end(), end)


def _labelled_end(
    text: str, paragraphs: Sequence[Paragraph], at: int, start: int
) -> tuple[int, int]:
    """The last paragraph of a labelled body and the offset of its bracket, or -1.

    Where brackets do not pair, the first one at the end of a paragraph closes the body.
    """
    depth = 1
    fallback = (at, -1)
    for last in range(at, min(at + _LONGEST_LABELLED, len(paragraphs))):
        paragraph = paragraphs[last]
        if last > at and text.startswith(_LABELLED, paragraph.start):
            break
        for bracket in _BRACKET.finditer(text, max(start, paragraph.start), paragraph.end):
            depth += 1 if bracket.group() == "[" else -1
            if depth == 0:
                clean = bracket.end() == paragraph.end
                return (last, bracket.start()) if clean else (last, -1)
        if fallback[1] < 0 and text[paragraph.end - 1] == "]":
            fallback = (last, paragraph.end - 1)
    return fallback


def _together(text: str, paragraphs: Sequence[Paragraph], before: Body, body: Body) -> bool:
    """Whether nothing lies between two bodies, or only what belongs to the first."""
    between = paragraphs[before.last + 1 : body.first]
    if not between:
        return True
    consecutive = before.n.isdigit() and body.n.isdigit() and int(body.n) == int(before.n) + 1
    if before.label or not consecutive or len(between) > _LONGEST_BODY:
        return False
    return not any(_MARKER.search(text, p.start, p.end) for p in between)


def find_markers(text: str, paragraphs: Sequence[Paragraph]) -> list[re.Match[str]]:
    """Every number or sign in brackets that does not begin a body."""
    return [
        match
        for paragraph in paragraphs
        for match in _MARKER.finditer(text, paragraph.start, paragraph.end)
        if match.start() > paragraph.start or not _BODY.match(text, paragraph.start, paragraph.end)
    ]
