"""Quotations over several paragraphs, each of which opens with a quotation mark."""

from __future__ import annotations

import re
from collections.abc import Mapping

from teikit.encode.structure.paragraphs import Paragraph

_PAIRS = {"“": "”", "«": "»", '"': '"'}
# What may stand after the last mark: a note's marker, a dash, a full stop.
# Where more than one paragraph in so many is a speech, so is one that a colon announces.
_SPOKEN = 4
_SHORTEST = 150
_ANNOUNCES = re.compile(r":[\s—–-]*\Z")
_SAYS = re.compile(
    r"\b(?:said|says?|saying|asked|cried|answered|replied|exclaimed|called|shouted|whispered|"
    r"murmured|spoke|added|went on|began|remarked|dit|disait|reprit|répondit|s'écria|sagte|rief|"
    r"fragte|antwortete)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:\s*\[\d{1,3}\]|[.,;\s—–-])*")


def marked_paragraphs(text: str, paragraphs: Mapping[int, Paragraph]) -> dict[int, bool]:
    """The paragraphs of quotations that open each one with a mark.

    By the printers' rule every paragraph of a quotation opens with a mark and only the last one
    closes it. A speech that goes on with “he said” is no quotation of this kind. A single
    paragraph is one where a colon announces it, and where persons do not speak all the time.

    Args:
        text: the whole text.
        paragraphs: those that are text, by their indexes.

    Returns:
        For the index of each such paragraph, whether it opens a quotation.
    """
    found: dict[int, bool] = {}
    speeches = sum(_is_speech(text, paragraph) for paragraph in paragraphs.values())
    spoken = speeches * _SPOKEN > len(paragraphs)
    run: list[int] = []
    opening = ""
    for at, paragraph in paragraphs.items():
        mark = text[paragraph.start]
        if mark != opening or (run and at != run[-1] + 1):
            run, opening = [], mark
        if mark not in _PAIRS:
            continue
        words = text[paragraph.start : paragraph.end]
        run.append(at)
        if _is_open(words):
            continue
        announced = not spoken and at - 1 in paragraphs and _announces(text, paragraphs[at - 1])
        long = len(words) > _SHORTEST and announced
        if (len(run) > 1 or long) and _ends_closed(words):
            found |= {member: member == run[0] for member in run}
        run = []
    return found


def _is_speech(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is what somebody says: it is short, or goes on after the mark."""
    if text[paragraph.start] not in _PAIRS:
        return False
    words = text[paragraph.start : paragraph.end]
    return len(words) < _SHORTEST or not (_is_open(words) or _ends_closed(words))


def _announces(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph ends as one does that a quotation follows, and no speech."""
    words = text[max(paragraph.end - 60, paragraph.start) : paragraph.end]
    return _ANNOUNCES.search(words) is not None and not _SAYS.search(words)


def _is_open(words: str) -> bool:
    """Whether the mark that opens a paragraph is never closed in it."""
    mark = words[0]
    closing = _PAIRS[mark]
    if mark == closing:
        return words.count(mark) % 2 == 1
    return words.count(closing) < words.count(mark)


def _ends_closed(words: str) -> bool:
    """Whether the mark that opens a paragraph is closed at its very end."""
    mark = words[0]
    closing = _PAIRS[mark]
    if mark == closing:
        end = words.find(closing, 1)
        return words.count(mark) == 2 and _AFTER.fullmatch(words, end + 1) is not None
    depth = 0
    for at, character in enumerate(words):
        depth += (character == mark) - (character == closing)
        if depth == 0:
            return _AFTER.fullmatch(words, at + 1) is not None
    return False
