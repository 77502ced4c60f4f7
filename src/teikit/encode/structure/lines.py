"""Searching a text for lines that begin in some way."""

from __future__ import annotations

import re
from collections.abc import Iterator


def lines_with(pattern: str, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern at the beginnings of lines, in order.

    The search is for the line end before: ``^`` would be tried at every character.

    Args:
        pattern: a regular expression that takes in no line end; ``$`` is the end of any line.
        text: the whole text.
        start: offset where the range begins.
        end: offset where it ends.
    """
    if start == 0 and (first := re.compile(pattern, re.MULTILINE).match(text, 0, end)):
        yield first
    yield from re.compile(f"\n(?:{pattern})", re.MULTILINE).finditer(text, max(start - 1, 0), end)
