"""Openers of letters: dateline, address and salutation above the text.

TEI Guidelines, section 4.2.2.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from teikit.encode.model import Block
from teikit.encode.structure.letter_parts import (
    greets,
    is_address,
    is_dateline,
    is_salute,
    lines_as,
)
from teikit.encode.structure.paragraphs import Paragraph

MOST_OPENING = 4
"""The most paragraphs that an opener takes."""

_MOST_LINES = 5


def opens_letter(text: str, paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a letter's opener stands at ``paragraphs[at]``, with its dateline or salutation."""
    return bool(opener(text, paragraphs, at, frozenset()))


def opener(
    text: str,
    found: Sequence[Paragraph],
    at: int,
    taken: AbstractSet[int],
    *,
    lenient: bool = False,
) -> list[list[Block]]:
    """The opener of a letter that begins at ``found[at]``; empty where none does.

    Args:
        text: the whole text.
        found: its paragraphs.
        at: the index of the first one.
        taken: indexes of the paragraphs that are something else.
        lenient: whether a letter is known to begin there.

    Returns:
        For each paragraph of the opener, its lines as blocks (``dateline``, ``address``,
        ``salute``).
    """
    parts: list[list[Block]] = []
    for near in range(at, min(at + MOST_OPENING, len(found))):
        if near in taken:
            break
        paragraph = found[near]
        lines = paragraph.lines
        if parts and greets(text, paragraph):
            return parts
        if len(lines) > _MOST_LINES:
            break
        last = lines[-1]
        above = lines[:-1]
        if is_salute(text[last.start : last.end], lenient=lenient and not above) and (
            not above or is_dateline(text, above) or is_address(text, paragraph)
        ):
            kind = "dateline" if is_dateline(text, above) else "address"
            parts.append([*lines_as(kind, above), *lines_as("salute", [last])])
            # Something has to be the letter.
            return parts if near + 1 < len(found) else []
        if is_dateline(text, lines):
            parts.append(lines_as("dateline", lines))
        elif is_address(text, paragraph):
            parts.append([Block("address", paragraph.start, paragraph.end)])
        else:
            break
    return parts if lenient and parts and at + len(parts) < len(found) else []
