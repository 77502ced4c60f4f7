"""Finding notes: which conventions hold in a text, and the notes that they give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from teikit.encode.conventions.load import known
from teikit.encode.conventions.model import Choice, Given, NoteConvention
from teikit.encode.model import Block, Notice, Span
from teikit.encode.notes.join import Joined, Joiner, NotesStyle
from teikit.encode.notes.markers import find_markers
from teikit.encode.notes.runs import Openings, Run, find_openings, find_runs, split_bodies
from teikit.encode.structure.headings import heading
from teikit.encode.structure.named_headings import named_heading
from teikit.encode.structure.paragraphs import Layout, Paragraph

# Bare figures behind words are many things: so many notes show what they are.
_FEWEST_BARE = 3
# Notes under a heading of their own stand at the end of the book in its last part.
_BOOK_END = 4

_PLACES = {
    "page": "at the foot of the page", "paragraph": "after the paragraph",
    "division": "at the end of the division", "book": "at the end of the text",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a text.

    Attributes:
        found: its paragraphs, those that hold several notes parted.
        blocks: for the index of each paragraph of a note its block.
        spans: over markers; ``note`` and ``ref``.
        notices: markers and bodies that do not match.
        choices: the conventions that were weighed.
    """

    found: list[Paragraph]
    blocks: Mapping[int, list[Block]]
    spans: Sequence[Span]
    notices: Sequence[Notice]
    choices: Sequence[Choice]


def find_notes(
    text: str,
    found: list[Paragraph],
    layout: Layout,
    given: Given,
    style: NotesStyle,
    pages: Sequence[tuple[int, int]] = (),
) -> Notes:
    """Find the conventions of a text's notes, and join markers to bodies.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        layout: what holds for the whole text.
        given: what the user says of it.
        style: where joined notes stand.
        pages: where the numbers of pages stand, which call nothing.
    """
    conventions = _conventions(given)
    sure = "notes" in given.of
    used: Counter[str] = Counter()
    by_start: dict[int, list[Block]] = {}
    # Markers and numbers of bodies, which no other convention can have.
    taken = list(pages)
    spans: list[Span] = []
    notices: list[Notice] = []
    choices: list[Choice] = []
    openings = find_openings(text, found, conventions)
    for convention in conventions:
        begun = openings.get(convention.name, {})
        search = _Search(text, found, layout, convention, begun)
        joined = search.join(by_start.keys(), taken, sure, style, used)
        if joined is not None and joined.spans:
            found = search.untouched(joined)
            by_start |= search.by_start(joined)
            taken = sorted([*taken, *search.taken(joined)])
            spans += joined.spans
            notices += joined.notices
        if joined is not None or sure:
            choices.append(_choice(convention, joined, sure))
    at = {paragraph.start: at for at, paragraph in enumerate(found)} if by_start else {}
    blocks = {at[start]: parts for start, parts in by_start.items()}
    ordered = sorted(notices, key=lambda notice: notice.offset)
    return Notes(found, blocks, spans, ordered, choices)


def _conventions(given: Given) -> Collection[NoteConvention]:
    chosen = given.of.get("notes", tuple(known("notes").values()))
    return [one for one in chosen if isinstance(one, NoteConvention)]


class _Search:
    """The search for the notes of one convention."""

    def __init__(
        self,
        text: str,
        found: list[Paragraph],
        layout: Layout,
        convention: NoteConvention,
        openings: Openings,
    ) -> None:
        self.text = text
        self.found = found
        self.layout = layout
        self.convention = convention
        self.openings = openings
        self.parts: list[Paragraph] = []
        self.origins: list[int] = []

    def join(
        self,
        noted: Collection[int],
        taken: Sequence[tuple[int, int]],
        sure: bool,
        style: NotesStyle,
        used: Counter[str],
    ) -> Joined | None:
        """The notes, or ``None`` where there is nothing that looks like one."""
        if not self.openings or not self._may_stand():
            return None
        self.parts, self.origins = split_bodies(self.text, self.found, self.openings)
        starts = self.openings.keys() & {part.start for part in self.parts}
        markers = find_markers(self.text, self.parts, self.convention, starts, taken)
        if not markers:
            return None
        offsets = [marker.start for marker in markers]
        runs = find_runs(self.text, self.parts, self.openings, set(noted), offsets)
        runs = [replace(run, place=self._place(run)) for run in runs]
        runs = [run for run in runs if run.place in self.convention.stand]
        trial = Counter(used)
        joiner = Joiner(self.text, self.parts, self.convention, sure, style, trial)
        joined = joiner.join(runs, markers)
        if not sure and self._is_bare() and joined.called < _FEWEST_BARE:
            return Joined({}, [], [], [])
        used.update(trial - used)
        return joined

    def _may_stand(self) -> bool:
        """Whether bodies can be where the convention has them; most texts have no pages."""
        if "paragraph" in self.convention.stand or "division" in self.convention.stand:
            return True
        if any(one.page_break or one.page_n or one.forme_work for one in self.found):
            return True
        end = self.found[-1].end
        return "book" in self.convention.stand and max(self.openings) * _BOOK_END > end * 3

    def _is_bare(self) -> bool:
        return self.convention.marker == ("#",) and self.convention.numbers == ("figures",)

    def _place(self, run: Run) -> str:
        """Where a run stands; see ``NoteConvention.stand``."""
        after = run.last + 1
        while after < len(self.parts) and self.parts[after].forme_work == "pageNum":
            after += 1
        below = self.parts[after] if after < len(self.parts) else None
        if below and (below.page_break or below.page_n or below.forme_work):
            return "page"
        if self._is_headed(run):
            rest = self.parts[-1].end - self.parts[run.first].start
            # Bare figures are many things in a division; under “Notes” they are the text's.
            last = self._is_bare() or rest * _BOOK_END < self.parts[-1].end
            return "book" if last else "division"
        if below is None:
            return "page" if any(part.page_break for part in self.parts) else "book"
        following = self.parts[after + 1] if after + 1 < len(self.parts) else None
        closes = heading(self.text, below, following, self.layout) is not None
        return "division" if closes else "paragraph"

    def _is_headed(self, run: Run) -> bool:
        """Whether notes have a heading of their own, with further ones below at most."""
        for at in range(run.first - 1, -1, -1):
            part = self.parts[at]
            following = self.parts[at + 1]
            told = heading(self.text, part, following, self.layout)
            if told is None:
                return False
            named = named_heading(self.text[part.start : part.end])
            if named and named.type == "notes":
                return True
        return False

    def untouched(self, joined: Joined) -> list[Paragraph]:
        """The paragraphs, whole again where nothing in them proved to be a note."""
        noted = {self.origins[at] for at in joined.blocks}
        parts: list[Paragraph] = []
        for at, (part, origin) in enumerate(zip(self.parts, self.origins, strict=True)):
            if origin in noted:
                parts.append(part)
            elif at == 0 or self.origins[at - 1] != origin:
                parts.append(self.found[origin])
        return parts

    def taken(self, joined: Joined) -> Iterator[tuple[int, int]]:
        """The ranges of markers and of the numbers of bodies."""
        yield from ((span.start, span.end) for span in joined.spans)
        for run in joined.runs:
            yield from ((self.parts[body.first].start, body.start) for body in run.bodies)

    def by_start(self, joined: Joined) -> Iterator[tuple[int, list[Block]]]:
        """The blocks by the offset at which their paragraph begins."""
        return ((self.parts[at].start, blocks) for at, blocks in joined.blocks.items())


def _choice(convention: NoteConvention, joined: Joined | None, sure: bool) -> Choice:
    bodies = [body for run in joined.runs for body in run.bodies] if joined else []
    called = joined.called if joined else 0
    holds = sure or called > 0
    why = "nothing in the text looks like it"
    if joined is not None:
        why = "markers and notes do not answer each other"
    if joined is not None and bodies:
        places = Counter(run.place for run in joined.runs for _ in run.bodies).most_common(1)
        why = f"{called} of {len(bodies)} notes have a marker; they stand {_PLACES[places[0][0]]}"
        if sum(body.n == bodies[0].n for body in bodies) > 1:
            why += "; their numbers begin anew"
    score = called / len(bodies) if bodies else 0.0
    return Choice("notes", convention.name, convention.gloss, score, why, holds, sure)
