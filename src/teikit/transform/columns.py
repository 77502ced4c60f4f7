"""Columns: how wide text is where each character has one place, and lines of a width.

A combining character takes no column, an ideograph or an emoji two (Unicode Standard Annex 11).
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator


def columns(text: str) -> int:
    """How many columns a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrap(text: str, width: int, first: int = 0, further: int = 0) -> list[str]:
    """Break a text at its spaces, and between ideographs, which have none.

    A word that is too long is left whole: a line end inside it would make two of it.

    Args:
        text: without line ends.
        width: columns in a line; 0 breaks nothing.
        first: columns that are taken on the first line.
        further: columns that are taken on each further one.
    """
    if not width or (len(text) <= width - first and columns(text) <= width - first):
        return [text]
    lines: list[str] = []
    line, room = "", width - first
    for space, piece in _pieces(text):
        longer = line + space + piece if line else piece
        if line and columns(longer) > room:
            lines.append(line)
            line, room = piece, width - further
        else:
            line = longer
    return [*lines, line]


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What may not be broken, with the space before it."""
    for word in text.split(" "):
        space = " "
        for piece in [word] if word.isascii() else _between_ideographs(word):
            yield space, piece
            space = ""


def _between_ideographs(word: str) -> list[str]:
    """A word cut at its ideographs; punctuation stays with what it belongs to."""
    pieces = [word[:1]]
    for before, character in itertools.pairwise(word):
        wide = _is_wide(before) or _is_wide(character)
        kind = unicodedata.category(character)
        belongs = kind[0] == "M" or (kind[0] == "P" and kind not in ("Ps", "Pi"))
        if wide and not belongs and unicodedata.category(before) not in ("Ps", "Pi"):
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")
