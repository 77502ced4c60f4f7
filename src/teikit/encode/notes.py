"""Notes: ``[n]`` markers in the text and the bodies that belong to them.

A body is a paragraph such as ``[1] Words.`` or ``[Footnote 1: Words.]``, with the paragraphs that
go on with it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from teikit.encode.model import Block, Notice, Span
from teikit.encode.note_runs import Body, Run, find_markers
from teikit.encode.paragraphs import Paragraph

NotesStyle = Literal["inline", "end"]
"""``inline``: a note stands at its marker. ``end``: a ``<ref>`` there, the note in a division."""

# How many markers are kept in mind until a body answers them.
_MOST_WAITING = 200


@dataclass(frozen=True, slots=True)
class Joined:
    """Markers joined to bodies.

    Attributes:
        blocks: for each paragraph of a run, its block (at most one) of the kind ``note`` with
            the attributes ``n``, ``id``, ``place`` (TEI's ``@place``), ``rend`` (the label, if it
            has one), ``form`` (``inline`` where it goes to its marker, ``list`` where it stays)
            and, from a body's second paragraph on, ``continued``.
        spans: ``note`` and ``ref`` spans over the markers.
        notices: markers and bodies that do not match.
    """

    blocks: Mapping[int, list[Block]]
    spans: Sequence[Span]
    notices: Sequence[Notice]


def join(
    text: str, paragraphs: Sequence[Paragraph], runs: Sequence[Run], style: NotesStyle
) -> Joined:
    """Join markers to bodies.

    A run serves the markers between the run before it and itself; a run that nothing points to
    is no run of notes and its paragraphs stay what they are. Of several markers with one number
    the first takes the note and the others point to it; as many bodies as markers with one number
    are joined in order. Bodies that share a number otherwise, bodies without a marker and markers
    without a body are kept as they are and reported.

    Args:
        text: the whole text.
        paragraphs: its paragraphs, apparatus left out.
        runs: from ``find_runs``, with ``closes`` set.
        style: where joined notes stand.
    """
    markers = find_markers(text, paragraphs)
    blocks: dict[int, list[Block]] = {}
    spans: list[Span] = []
    notices: list[Notice] = []
    used: Counter[str] = Counter()
    at = 0
    # Markers that no body has answered so far, and those that none will.
    waiting: list[re.Match[str]] = []
    unanswered: list[re.Match[str]] = []
    for group in _groups(paragraphs, runs, markers):
        before = at
        start = paragraphs[group[0].bodies[0].first].start
        while at < len(markers) and markers[at].start() < start:
            at += 1
        near = markers[before:at]
        numbers = {body.n for run in group for body in run.bodies}
        # A note may stand after the next paragraph: what is not called near by is called above.
        above = numbers - {marker[1] for marker in near}
        scope = [*(marker for marker in waiting if marker[1] in above), *near]
        waiting += near
        if not any(marker[1] in numbers for marker in scope):
            continue
        outcome = _join_group(text, paragraphs, group, scope, style, used)
        blocks |= outcome.blocks
        spans += outcome.spans
        notices += outcome.notices
        waiting = [marker for marker in waiting if marker[1] not in numbers]
        unanswered += waiting[:-_MOST_WAITING]
        waiting = waiting[-_MOST_WAITING:]
        # Markers inside bodies call nothing that this function joins.
        while at < len(markers) and markers[at].start() < paragraphs[group[-1].last].end:
            at += 1
    if spans:
        unanswered += [*waiting, *markers[at:]]
        notices += [_no_body(marker) for marker in unanswered if _is_number(marker[1])]
    return Joined(blocks, spans, sorted(notices, key=lambda notice: notice.offset))


def _groups(
    paragraphs: Sequence[Paragraph], runs: Sequence[Run], markers: Sequence[re.Match[str]]
) -> Iterator[list[Run]]:
    """Runs with no marker between them, as those of all chapters at the end of a book."""
    starts = [marker.start() for marker in markers]
    group: list[Run] = []
    for run in runs:
        if group:
            end, start = paragraphs[group[-1].last].end, paragraphs[run.bodies[0].first].start
            if bisect_left(starts, end) < bisect_left(starts, start):
                yield group
                group = []
        group.append(run)
    if group:
        yield group


def _join_group(
    text: str,
    paragraphs: Sequence[Paragraph],
    group: Sequence[Run],
    scope: Sequence[re.Match[str]],
    style: NotesStyle,
    used: Counter[str],
) -> Joined:
    blocks: dict[int, list[Block]] = {}
    spans: list[Span] = []
    notices: list[Notice] = []
    bodies = [(run, body) for run in group for body in run.bodies]
    count = Counter(body.n for _, body in bodies)
    callers: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    for marker in scope:
        callers[marker[1]].append(marker)
    # As many bodies as markers with one number: each body has the marker in its place.
    paired = {n: iter(callers[n]) for n in count if len(callers[n]) == count[n] > 1}
    for run, body in bodies:
        n = body.n
        used[n] += 1
        alone = callers[n] if count[n] == 1 else []
        mine = [next(paired[n])] if n in paired else alone
        form = "inline" if mine and style == "inline" else "list"
        place = "end" if run.closes else "bottom"
        facts = {"n": n, "id": _identifier(n, used), "form": form, "place": place}
        if body.label:
            facts["rend"] = body.label
        blocks |= _blocks(text, paragraphs, body, facts)
        spans += _calls(mine, facts["id"], form)
        notices += _mismatches(paragraphs[body.first].start, n, mine, count[n] > 1)
    return Joined(blocks, spans, notices)


def _identifier(n: str, used: Counter[str]) -> str:
    name = n if n.isalnum() and n.isascii() else "-sign"
    return f"note{name}" if used[n] == 1 else f"note{name}-{used[n]}"


def _blocks(
    text: str, paragraphs: Sequence[Paragraph], body: Body, facts: Mapping[str, str]
) -> dict[int, list[Block]]:
    """The block of a body and those of the paragraphs that it goes on with."""
    blocks: dict[int, list[Block]] = {at: [] for at in range(body.first, body.last + 1)}
    filled = body.first
    more: dict[str, str] = {}
    for at in blocks:
        start = max(body.start, paragraphs[at].start)
        end = min(body.end, paragraphs[at].end)
        # Its number, or its bracket, may have a paragraph to itself.
        if text[start:end].strip():
            blocks[at] = [Block("note", start, end, {**facts, **more})]
            more = {"continued": "yes"}
            filled = at
    # A number with nothing after it is an empty note.
    last = blocks[filled][-1] if blocks[filled] else Block("note", body.end, body.end, facts)
    blocks[filled] = [replace(last, end=max(last.end, body.end))]
    return blocks


def _calls(markers: Sequence[re.Match[str]], identifier: str, form: str) -> Iterator[Span]:
    for marker in markers:
        first = marker is markers[0]
        kind = "note" if first and form == "inline" else "ref"
        yield Span(marker.start(), marker.end(), kind, {"target": identifier}, annotator="notes")


def _mismatches(
    start: int, n: str, callers: Sequence[re.Match[str]], shared: bool
) -> Iterator[Notice]:
    if not callers and shared:
        yield Notice(start, f"the note number [{n}] has several bodies: none was attached")
    elif not callers:
        yield Notice(start, f"the note [{n}] has no marker in the text: it was kept with the notes")
    for marker in callers[1:]:
        yield Notice(
            marker.start(),
            f"the marker [{n}] is used again: the note stays at the first, this one points to it",
        )


def _is_number(n: str) -> bool:
    """Whether a marker is surely one: four figures may be a year."""
    return n.isdigit() and len(n) < 4


def _no_body(marker: re.Match[str]) -> Notice:
    return Notice(marker.start(), f"the marker {marker[0]} has no note: it was kept as text")
