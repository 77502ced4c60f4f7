"""Markers of notes: the numbers and signs in a text that call one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol, TypeVar

from teikit.encode.conventions.model import NoteConvention
from teikit.encode.structure.forms import Mark, find_marks
from teikit.encode.structure.paragraphs import Paragraph

_LONGEST_EMPHASIS = 120
_ROW = re.compile(r"[^\S\n]*\*")
# What stands before the numbers of an enumeration: “three: (1) a mill, (2) a road and (3) …”.
_BEFORE_ITEM = re.compile(r"(?:[:;,—–]|--|(?<![^\W_])(?:and|or|und|oder|et|ou|e|o|y|en))\s+\Z")


def find_markers(
    text: str,
    parts: Sequence[Paragraph],
    convention: NoteConvention,
    bodies: AbstractSet[int],
    taken: Sequence[tuple[int, int]],
) -> list[Mark]:
    """The markers of a convention, in order.

    Args:
        text: the whole text.
        parts: its paragraphs.
        convention: how notes are called.
        bodies: offsets at which bodies begin, whose numbers call nothing.
        taken: ranges that are something else, in order.
    """
    start, end = (parts[0].start, parts[-1].end) if parts else (0, 0)
    others = iter(taken)
    other = next(others, None)
    markers: list[Mark] = []
    for mark in find_marks(text, start, end, convention.marker, convention.numbers):
        while other and other[1] <= mark.start:
            other = next(others, None)
        is_other = mark.start in bodies or (other and other[0] < mark.end)
        if not is_other and not _is_something_else(text, mark):
            markers.append(mark)
    return markers


def _is_something_else(text: str, marker: Mark) -> bool:
    """Whether a marker is the end of an emphasis, a row of asterisks or the number of an item."""
    if marker.n[0] == "*" and marker.form == "#":
        return _ends_emphasis(text, marker) or _ROW.match(text, marker.end) is not None
    return marker.form[0] == "(" and _opens_item(text, marker)


def _ends_emphasis(text: str, marker: Mark) -> bool:
    before = text[max(0, marker.start - _LONGEST_EMPHASIS) : marker.start]
    before = before.rpartition("\n\n")[2]
    at = before.rfind("*")
    return at >= 0 and not before[at - 1 : at].isalnum() and not before[at + 1 : at + 2].isspace()


def _opens_item(text: str, marker: Mark) -> bool:
    if not text[marker.end : marker.end + 1].isspace():
        return False
    before = text[max(0, marker.start - 12) : marker.start]
    return not before or _BEFORE_ITEM.search(before) is not None


class _Numbered(Protocol):
    @property
    def n(self) -> str: ...


_N = TypeVar("_N", bound=_Numbered)


def sections(numbered: Sequence[_N]) -> list[list[_N]]:
    """Markers, or bodies, parted where their numbers begin anew."""
    parted: list[list[_N]] = []
    for one in numbered:
        if not parted or (one.n == parted[-1][0].n and one.n != parted[-1][-1].n):
            parted.append([])
        parted[-1].append(one)
    return parted
