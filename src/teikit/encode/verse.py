"""Verse: which paragraphs are stanzas."""

from __future__ import annotations

import itertools
import re

from teikit.encode.paragraphs import Layout, Paragraph

_LONGEST_LINE = 72
_OPENING = re.compile(r"[\s\W_]*")


def is_verse(text: str, paragraph: Paragraph, layout: Layout, least: int = 3) -> bool:
    """Whether the lines of a paragraph end where verse ends them, not where the page does.

    In wrapped prose the next line's first word would not have fitted; in verse it mostly would.

    Args:
        text: the whole text.
        paragraph: the candidate.
        layout: how wide the text's lines run.
        least: the fewest lines that make a stanza.
    """
    lines = paragraph.lines
    if len(lines) < least or any(line.end - line.start > _LONGEST_LINE for line in lines):
        return False
    capitals = sum(_opens_with_capital(text, line.start, line.end) for line in lines)
    if capitals * 10 < len(lines) * 7:
        return False
    width = layout.width or _LONGEST_LINE
    early = sum(
        line.indent + line.end - line.start + 1 + _first_word(text, after.start) <= width
        for line, after in itertools.pairwise(lines)
    )
    return early * 10 >= (len(lines) - 1) * 7


def _opens_with_capital(text: str, start: int, end: int) -> bool:
    match = _OPENING.match(text, start, end)
    at = match.end() if match else start
    return at < end and text[at].isupper()


def _first_word(text: str, start: int) -> int:
    end = start
    while end < len(text) and not text[end].isspace():
        end += 1
    return end - start
