"""Notes: the markers of a convention joined to the bodies that belong to them.

A body is a paragraph such as ``[1] Words.`` or ``[Footnote 1: Words.]``, with the paragraphs that
go on with it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from teikit.encode.conventions.model import NoteConvention
from teikit.encode.model import Block, Notice, Span
from teikit.encode.notes.evidence import is_convincing
from teikit.encode.notes.inline import signed_by
from teikit.encode.notes.markers import sections
from teikit.encode.notes.runs import Body, Run
from teikit.encode.structure.forms import Mark
from teikit.encode.structure.paragraphs import Paragraph

NotesStyle = Literal["inline", "end"]
"""``inline``: a note stands at its marker. ``end``: a ``<ref>`` there, the note in a division."""

# How many markers are kept in mind until a body answers them.
_MOST_WAITING = 200


@dataclass(slots=True)
class Joined:
    """Markers joined to bodies.

    Attributes:
        blocks: for each paragraph of a run, its block (at most one) of the kind ``note`` with
            the attributes ``n``, ``id``, ``place`` (TEI's ``@place``), ``rend`` (its forms, where
            they are not ``[#]``), ``form`` (``inline`` where it goes to its marker, ``list`` where
            it stays) and, from a body's second paragraph on, ``continued``.
        spans: ``note`` and ``ref`` spans over the markers.
        notices: markers and bodies that do not match.
        runs: those that are runs of notes.
        called: how many bodies have a marker.
    """

    blocks: dict[int, list[Block]]
    spans: list[Span]
    notices: list[Notice]
    runs: list[Run]
    called: int = 0


class Joiner:
    """Joins markers and bodies of one convention.

    Args:
        text: the whole text.
        parts: its paragraphs, bodies parted from each other.
        convention: how notes are printed.
        sure: whether the user says that it holds.
        style: where joined notes stand.
        used: how often each identifier was used; counted on.
    """

    def __init__(
        self,
        text: str,
        parts: Sequence[Paragraph],
        convention: NoteConvention,
        sure: bool,
        style: NotesStyle,
        used: Counter[str],
    ) -> None:
        self.text = text
        self.parts = parts
        self.convention = convention
        self.sure = sure
        self.style = style
        self.used = used

    def join(self, runs: Sequence[Run], markers: Sequence[Mark]) -> Joined:
        """Join markers to bodies.

        A run serves the markers between the run before it and itself; a run that nothing points
        to is no run of notes and its paragraphs stay what they are. Of several markers with one
        number the first takes the note and the others point to it; as many bodies as markers with
        one number are joined in order, or section by section where numbers begin anew. Bodies
        that share a number otherwise, bodies without a marker and markers without a body are kept
        as they are and reported.

        Args:
            runs: from ``find_runs``, with ``place`` set.
            markers: from ``find_markers``.
        """
        joined = Joined({}, [], [], [])
        at = 0
        # Markers that no body has answered so far, and those that none will.
        waiting: list[Mark] = []
        unanswered: list[Mark] = []
        for group in _groups(self.parts, runs, markers):
            before = at
            start = self.parts[group[0].first].start
            at = bisect_left(markers, start, lo=at, key=lambda marker: marker.start)
            near = markers[before:at]
            numbers = {body.n for run in group for body in run.bodies}
            # A note may stand after the next paragraph: what is not called near by is called above.
            above = numbers - {marker.n for marker in near}
            scope = [*(marker for marker in waiting if marker.n in above), *near]
            waiting += near
            if not self._is_run(group, scope, joined.runs):
                continue
            end = self.parts[group[-1].last].end
            inside = bisect_left(markers, end, lo=at, key=lambda marker: marker.start)
            self._join_group(joined, group, scope, markers[at:inside])
            waiting = [marker for marker in waiting if marker.n not in numbers]
            unanswered += waiting[:-_MOST_WAITING]
            waiting = waiting[-_MOST_WAITING:]
            at = inside
        if joined.spans:
            unanswered += [*waiting, *markers[at:]]
            joined.notices += self._without_body(unanswered, joined)
        return joined

    def _is_run(self, group: Sequence[Run], scope: Sequence[Mark], before: Sequence[Run]) -> bool:
        numbers = {marker.n for marker in scope}
        if not any(body.n in numbers for run in group for body in run.bodies):
            return False
        if self.sure or self.convention.evidence == "marker":
            return True
        return is_convincing(self.text, self.parts, group, scope, before)

    def _join_group(
        self,
        joined: Joined,
        group: Sequence[Run],
        scope: Sequence[Mark],
        inside: Sequence[Mark],
    ) -> None:
        bodies = [body for run in group for body in run.bodies]
        count = Counter(body.n for body in bodies)
        callers = _callers(bodies, scope, self.convention.restarts)
        places = [run.place for run in group for _ in run.bodies]
        joined_markers = {marker for mine in callers for marker in mine}
        # Markers that several bodies could answer.
        disputed = {marker.n for marker in scope if marker not in joined_markers}
        for body, mine, place in zip(bodies, callers, places, strict=True):
            start = self.parts[body.first].start
            if not mine and count[body.n] == 1:
                # A note may be called in another one.
                mine = [m for m in inside if m.n == body.n and m.start < start]
            form = "inline" if mine and self.style == "inline" else "list"
            facts = {"n": body.n, "id": self._identifier(body.n), "form": form}
            facts["place"] = "end" if place in {"division", "book"} else "bottom"
            rend = self._rend(mine, body)
            if rend:
                facts["rend"] = rend
            signer = signed_by(self.text[body.start : body.end])
            if signer:
                facts["type"] = signer
            joined.blocks |= _blocks(self.text, self.parts, body, facts)
            joined.spans += _calls(mine, facts["id"], form)
            joined.notices += self._mismatches(start, body.n, mine, body.n in disputed)
            joined.called += bool(mine)
        joined.runs += group

    def _identifier(self, n: str) -> str:
        name = f"note{n}" if n.isalnum() and n.isascii() else "note-sign"
        self.used[name] += 1
        return name if self.used[name] == 1 else f"{name}-{self.used[name]}"

    def _rend(self, mine: Sequence[Mark], body: Body) -> str:
        """The forms of marker and body; brackets go without saying."""
        marker = mine[0].form if mine else self.convention.marker[0]
        if marker == "[#]":
            if body.form == "[#] …":
                return ""
            if body.form == "[Footnote #: …]":
                return "Footnote"
        return f"{marker} {body.form}"

    def _shown(self, n: str) -> str:
        return self.convention.marker[0].replace("#", n).replace("ⁿ", n)

    def _mismatches(
        self, start: int, n: str, callers: Sequence[Mark], shared: bool
    ) -> Iterator[Notice]:
        shown = self._shown(n)
        if not callers and shared:
            yield Notice(start, f"the note number {shown} has several bodies: none was attached")
        elif not callers:
            yield Notice(
                start, f"the note {shown} has no marker in the text: it was kept with the notes"
            )
        for marker in callers[1:]:
            yield Notice(
                marker.start,
                f"the marker {shown} is used again: the note stays at the first, "
                "this one points to it",
            )

    def _without_body(self, markers: Sequence[Mark], joined: Joined) -> Iterator[Notice]:
        """Notices for markers that are surely some: four figures may be a year."""
        known = {int(body.n) for run in joined.runs for body in run.bodies if body.n.isdigit()}
        for marker in markers:
            if not marker.n.isdigit() or len(marker.n) > 3:
                continue
            n = int(marker.n)
            if self.convention.evidence == "marker" or known & {n - 1, n + 1}:
                shown = self.text[marker.start : marker.end]
                message = f"the marker {shown} has no note: it was kept as text"
                yield Notice(marker.start, message)


def _groups(
    parts: Sequence[Paragraph], runs: Sequence[Run], markers: Sequence[Mark]
) -> Iterator[list[Run]]:
    """Runs with no marker between them, as those of all chapters at the end of a book."""
    starts = [marker.start for marker in markers]
    group: list[Run] = []
    for run in runs:
        if group:
            end, start = parts[group[-1].last].end, parts[run.first].start
            if bisect_left(starts, end) < bisect_left(starts, start):
                yield group
                group = []
        group.append(run)
    if group:
        yield group


def _callers(
    bodies: Sequence[Body], scope: Sequence[Mark], restarts: bool | None
) -> list[Sequence[Mark]]:
    """For each body the markers that call it."""
    if restarts is not False:
        parts = sections(bodies)
        calls = sections(scope)
        if 1 < len(parts) == len(calls):
            paired = [
                mine
                for part, call in zip(parts, calls, strict=True)
                for mine in _callers(part, call, False)
            ]
            if sum(map(bool, paired)) * 3 >= len(paired) * 2:
                return paired
    count = Counter(body.n for body in bodies)
    by_number: defaultdict[str, list[Mark]] = defaultdict(list)
    for marker in scope:
        by_number[marker.n].append(marker)
    # As many bodies as markers with one number: each body has the marker in its place.
    paired_one = {n: iter(by_number[n]) for n in count if len(by_number[n]) == count[n] > 1}
    return [
        [next(paired_one[body.n])]
        if body.n in paired_one
        else by_number[body.n]
        if count[body.n] == 1
        else []
        for body in bodies
    ]


def _blocks(
    text: str, parts: Sequence[Paragraph], body: Body, facts: Mapping[str, str]
) -> dict[int, list[Block]]:
    """The block of a body and those of the paragraphs that it goes on with."""
    blocks: dict[int, list[Block]] = {at: [] for at in range(body.first, body.last + 1)}
    filled = body.first
    more: dict[str, str] = {}
    for at in blocks:
        start = max(body.start, parts[at].start)
        end = min(body.end, parts[at].end)
        # Its number, or its bracket, may have a paragraph to itself.
        if text[start:end].strip():
            blocks[at] = [Block("note", start, end, {**facts, **more})]
            more = {"continued": "yes"}
            filled = at
    # A number with nothing after it is an empty note.
    last = blocks[filled][-1] if blocks[filled] else Block("note", body.end, body.end, facts)
    blocks[filled] = [replace(last, end=max(last.end, body.end))]
    return blocks


def _calls(markers: Sequence[Mark], identifier: str, form: str) -> Iterator[Span]:
    for marker in markers:
        first = marker is markers[0]
        kind = "note" if first and form == "inline" else "ref"
        yield Span(marker.start, marker.end, kind, {"target": identifier}, annotator="notes")
