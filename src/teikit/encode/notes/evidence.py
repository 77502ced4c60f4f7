"""Evidence that paragraphs are notes, for forms that lists and enumerations have, too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from teikit.encode.notes.runs import Run
from teikit.encode.structure.forms import Mark
from teikit.encode.structure.named_headings import named_heading
from teikit.encode.structure.paragraphs import Paragraph

# A run that does not begin with the first number, nor go on with the one before, is this long.
_FEWEST_IN_SEQUENCE = 3
# Some notes may be missing.
_WIDEST_STEP = 3


def is_convincing(
    text: str,
    parts: Sequence[Paragraph],
    group: Sequence[Run],
    scope: Sequence[Mark],
    before: Sequence[Run],
) -> bool:
    """Whether markers and bodies answer each other in order, as those of notes do.

    Args:
        text: the whole text.
        parts: its paragraphs.
        group: runs that may be notes.
        scope: the markers that they may belong to.
        before: runs of notes further up.
    """
    numbers = [body.n for run in group for body in run.bodies]
    if numbers[0].isdigit():
        enough = _are_figures_in_order(numbers, scope, before)
    else:
        enough = _are_signs_answered(numbers, scope)
    return enough and not _is_announced(text, parts, group[0])


def _are_figures_in_order(
    numbers: Sequence[str], scope: Sequence[Mark], before: Sequence[Run]
) -> bool:
    called = {marker.n for marker in scope}
    answered = sum(n in called for n in numbers)
    if answered * 3 < len(numbers) * 2:
        return False
    values = [int(n) for n in numbers if n.isdigit()]
    steps = sum(
        one < after <= one + _WIDEST_STEP or after == values[0] for one, after in pairwise(values)
    )
    if steps * 4 < (len(values) - 1) * 3:
        return False
    follows = before and before[-1].bodies[-1].n.isdigit()
    expected = {1, int(before[-1].bodies[-1].n) + 1 if follows else 1}
    if values[0] not in expected and answered < _FEWEST_IN_SEQUENCE:
        return False
    return _rises([int(marker.n) for marker in scope if marker.n in numbers])


def _rises(values: Sequence[int]) -> bool:
    """Whether numbers mostly go up, or begin anew."""
    ups = sum(after > one or after == values[0] for one, after in pairwise(values))
    return ups * 3 >= (len(values) - 1) * 2


def _are_signs_answered(numbers: Sequence[str], scope: Sequence[Mark]) -> bool:
    bodies = Counter(numbers)
    markers = Counter(marker.n for marker in scope)
    answered = sum(count for n, count in bodies.items() if markers[n] == count)
    return answered * 3 >= len(numbers) * 2


def _is_announced(text: str, parts: Sequence[Paragraph], run: Run) -> bool:
    """Whether the paragraph above ends with a colon, so that items follow: “Notes:” tells notes."""
    if run.first == 0:
        return False
    above = parts[run.first - 1]
    if text[above.end - 1] != ":":
        return False
    named = named_heading(text[above.start : above.end])
    return named is None or named.type != "notes"
