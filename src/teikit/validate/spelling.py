"""Which of some names was probably meant by a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that a name is probably a misspelling of, if there is one.

    Only small differences count: upper and lower case, a prefix too many, and about one slip of
    the finger for every four letters.
    """
    scored = [(_distance(name, candidate), candidate) for candidate in candidates]
    best = min(scored, default=None)
    return best[1] if best is not None and best[0] <= _tolerance(name) else None


def by_nearness(name: str, candidates: Iterable[str]) -> list[str]:
    """The candidates that resemble a name, the nearest first."""
    scored = sorted((_distance(name, candidate), candidate) for candidate in candidates)
    return [candidate for distance, candidate in scored if distance <= _tolerance(name)]


def _tolerance(name: str) -> float:
    """How far off a name may be: short names are too easily taken for each other."""
    return 0.5 if len(name) < 3 else 1 if len(name) < 5 else 1.5 if len(name) < 7 else 2.5


@lru_cache(1 << 15)
def _distance(name: str, candidate: str) -> float:
    if name.lower() == candidate.lower():
        return 0.25
    if len(name) < 4 and name[:-1] == candidate:
        return 0.5
    if _plain(name) == _plain(candidate):
        return 0.5
    if abs(len(name) - len(candidate)) > 2:
        return 9
    # One edit changes at most two letters of the set, and two edits are the most that count.
    if (_letters(name) ^ _letters(candidate)).bit_count() > 4:
        return 9
    return min(_edits(name, candidate), 0.5 + _edits(name.lower(), candidate.lower()))


@lru_cache(4096)
def _letters(name: str) -> int:
    """The set of letters in a name, case aside, as the bits of a number."""
    letters = 0
    for char in name.lower():
        letters |= 1 << (ord(char) & 63)
    return letters


@lru_cache(4096)
def _plain(name: str) -> str:
    """A name without case, prefix, hyphens and the like."""
    return "".join(filter(str.isalnum, name.rpartition(":")[2].lower()))


def _edits(one: str, other: str) -> int:
    """The insertions, deletions, replacements and swaps of neighbours between two strings."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        above, row, older = row, [i], before
        before = above
        for j, right in enumerate(other, 1):
            cost = min(above[j] + 1, row[-1] + 1, above[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
