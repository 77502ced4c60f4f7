"""Notes: ``[n]`` markers in the text and the bodies that belong to them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from teikit.encode.model import Block, Notice, Span
from teikit.encode.paragraphs import Paragraph

NotesStyle = Literal["inline", "end"]
"""``inline``: a note stands at its marker. ``end``: a ``<ref>`` there, the note in a division."""

_MARKER = re.compile(r"\[(\d{1,3})\]")
_BODY = re.compile(r"\[(\d{1,3})\][^\S\n\f]+(?=\S)")
# Paragraphs without a number that a note's body may go on with.
_LONGEST_BODY = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Bodies of notes that stand together.

    Attributes:
        first: index of the first paragraph.
        last: index of the last paragraph.
        numbered: indexes of the paragraphs that begin a body, in order.
        closes: whether a heading or nothing follows, so that the run ends a division.
    """

    first: int
    last: int
    numbered: tuple[int, ...]
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """Markers joined to bodies.

    Attributes:
        blocks: for each paragraph of a run, its block of the kind ``note`` with the attributes
            ``n``, ``id``, ``place`` (TEI's ``@place``), ``form`` (``inline`` where it goes to
            its marker, ``list`` where it stays) and, from a body's second paragraph on,
            ``continued``.
        spans: ``note`` and ``ref`` spans over the markers.
        notices: markers and bodies that do not match.
    """

    blocks: Mapping[int, Block]
    spans: Sequence[Span]
    notices: Sequence[Notice]


def split_numbered(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Part bodies that stand in one paragraph, each on a line of its own."""
    for paragraph in paragraphs:
        if not _BODY.match(text, paragraph.start) or len(paragraph.lines) == 1:
            yield paragraph
            continue
        starts = [
            at for at, line in enumerate(paragraph.lines) if _BODY.match(text, line.start, line.end)
        ]
        for start, end in zip(starts, [*starts[1:], len(paragraph.lines)], strict=True):
            part = replace(paragraph, lines=paragraph.lines[start:end])
            yield part if start == 0 else replace(part, space=0, page_break=False)


def find_runs(text: str, paragraphs: Sequence[Paragraph]) -> list[Run]:
    """Paragraphs that begin with a number in brackets, in runs, with the bodies' continuations."""
    numbered = [at for at, p in enumerate(paragraphs) if _BODY.match(text, p.start)]
    runs: list[list[int]] = []
    for at in numbered:
        if runs and _continues(text, paragraphs, runs[-1][-1], at):
            runs[-1].append(at)
        else:
            runs.append([at])
    return [Run(run[0], run[-1], tuple(run)) for run in runs]


def _continues(text: str, paragraphs: Sequence[Paragraph], last: int, at: int) -> bool:
    """Whether all between two numbered paragraphs is the first one's body."""
    between = paragraphs[last + 1 : at]
    if len(between) >= _LONGEST_BODY:
        return False
    calls = f"[{_number(text, paragraphs[at])}]"
    return not any(calls in text[p.start : p.end] for p in between)


def _number(text: str, paragraph: Paragraph) -> str:
    match = _BODY.match(text, paragraph.start)
    return match[1] if match else ""


def join(
    text: str, paragraphs: Sequence[Paragraph], runs: Sequence[Run], style: NotesStyle
) -> Joined:
    """Join markers to bodies.

    A run serves the markers between the run before it and itself; a run that nothing points to
    is no run of notes and its paragraphs stay what they are. Of several markers with one number
    the first takes the note and the others point to it. Bodies that share a number, bodies
    without a marker and markers without a body are kept as they are and reported.

    Args:
        text: the whole text.
        paragraphs: its paragraphs, apparatus left out.
        runs: from ``find_runs``, with ``closes`` set.
        style: where joined notes stand.
    """
    markers = _markers(text, paragraphs)
    blocks: dict[int, Block] = {}
    spans: list[Span] = []
    notices: list[Notice] = []
    used: Counter[str] = Counter()
    since = 0
    for run in runs:
        bodies = _Bodies(text, paragraphs, run)
        scope = [m for m in markers if since <= m.start() < paragraphs[run.first].start]
        if not any(m[1] in bodies.count for m in scope):
            continue
        since = paragraphs[run.last].end
        outcome = _join_run(bodies, scope, style, used)
        blocks |= outcome.blocks
        spans += outcome.spans
        notices += outcome.notices
    if spans:
        tail = [m for m in markers if m.start() >= since]
        notices += [_no_body(m) for m in tail if not _inside(m, blocks.values())]
    return Joined(blocks, spans, sorted(notices, key=lambda notice: notice.offset))


class _Bodies:
    """The bodies of one run."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], run: Run) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.run = run
        self.numbers = {at: _number(text, paragraphs[at]) for at in run.numbered}
        self.count = Counter(self.numbers.values())

    def blocks(self, at: int, attributes: Mapping[str, str]) -> Iterator[tuple[int, Block]]:
        """The block of a body and those of its continuations, by paragraph."""
        following = [n for n in self.run.numbered if n > at]
        after = following[0] if following else self.run.last + 1
        for index in range(at, after):
            paragraph = self.paragraphs[index]
            match = _BODY.match(self.text, paragraph.start) if index == at else None
            start = match.end() if match else paragraph.start
            more = {} if index == at else {"continued": "yes"}
            yield index, Block("note", start, paragraph.end, {**attributes, **more})


def _join_run(
    bodies: _Bodies, scope: Sequence[re.Match[str]], style: NotesStyle, used: Counter[str]
) -> Joined:
    blocks: dict[int, Block] = {}
    spans: list[Span] = []
    notices: list[Notice] = []
    callers: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    for marker in scope:
        callers[marker[1]].append(marker)
    for at, n in bodies.numbers.items():
        used[n] += 1
        identifier = f"note{n}" if used[n] == 1 else f"note{n}-{used[n]}"
        joined = n in callers and bodies.count[n] == 1
        form = "inline" if joined and style == "inline" else "list"
        place = "end" if bodies.run.closes else "bottom"
        facts = {"n": n, "id": identifier, "form": form, "place": place}
        blocks |= bodies.blocks(at, facts)
        if joined:
            spans += _calls(callers[n], identifier, form)
        notices += _mismatches(bodies, at, n, callers[n])
    notices += [_no_body(m) for m in scope if m[1] not in bodies.count]
    return Joined(blocks, spans, notices)


def _calls(markers: Sequence[re.Match[str]], identifier: str, form: str) -> Iterator[Span]:
    for marker in markers:
        first = marker is markers[0]
        kind = "note" if first and form == "inline" else "ref"
        yield Span(marker.start(), marker.end(), kind, {"target": identifier}, annotator="notes")


def _mismatches(
    bodies: _Bodies, at: int, n: str, callers: Sequence[re.Match[str]]
) -> Iterator[Notice]:
    start = bodies.paragraphs[at].start
    if bodies.count[n] > 1:
        yield Notice(start, f"the note number [{n}] has several bodies: none was attached")
    elif not callers:
        yield Notice(start, f"the note [{n}] has no marker in the text: it was kept with the notes")
    for marker in callers[1:] if bodies.count[n] == 1 else ():
        yield Notice(
            marker.start(),
            f"the marker [{n}] is used again: the note stays at the first, this one points to it",
        )


def _no_body(marker: re.Match[str]) -> Notice:
    return Notice(marker.start(), f"the marker {marker[0]} has no note: it was kept as text")


def _markers(text: str, paragraphs: Sequence[Paragraph]) -> list[re.Match[str]]:
    """Every bracketed number that does not begin a body."""
    return [
        match
        for paragraph in paragraphs
        for match in _MARKER.finditer(text, paragraph.start, paragraph.end)
        if match.start() > paragraph.start or not _BODY.match(text, paragraph.start)
    ]


def _inside(marker: re.Match[str], blocks: Iterable[Block]) -> bool:
    return any(block.start <= marker.start() < block.end for block in blocks)
