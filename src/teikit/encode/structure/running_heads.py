"""Running heads in the text: the title of the work or the name of an act, said once more."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from teikit.encode.structure.heading_candidates import Candidate, Taken, plain_letters
from teikit.encode.structure.paragraphs import Paragraph

_LONGEST = 60


def running_acts(candidates: Sequence[Candidate]) -> set[int]:
    """Headings that say once more, above the next scene, which act it is in."""
    found: set[int] = set()
    last: dict[int, str] = {}
    for one, after in pairwise(candidates):
        what = one.heading
        if what.rank and what.n:
            again = last.get(what.rank) == what.n
            if again and after.at == one.at + 1 and after.heading.rank > what.rank:
                found.add(one.at)
            else:
                last = {rank: n for rank, n in last.items() if rank < what.rank}
            last[what.rank] = what.n
    return found


def running_titles(
    text: str, found: Sequence[Paragraph], taken: Taken, headings: AbstractSet[int]
) -> set[int]:
    """The title of the work, set again above its divisions."""
    titles = {
        plain_letters(text[block.start : block.end])
        for blocks in taken.values()
        for block in blocks
        if block.kind == "title"
    }
    return {
        at
        for at in (heading - 1 for heading in headings)
        if at >= 0 and at not in taken and at not in headings
        and found[at].end - found[at].start < _LONGEST
        and plain_letters(text[found[at].start : found[at].end]) in titles
    }  # fmt: skip
