"""Prose: which paragraphs are running text, and not headings, lists or lines of a title page."""

from __future__ import annotations

import itertools
import re

from teikit.encode.structure.paragraphs import Layout, Paragraph, word_width

_FEWEST_LINES = 3
_LONG = 200
# What calls a note, after a sentence.
_TWO_SENTENCES = re.compile(r"[a-zß-ÿ]{3}[.!?] [“\"‘]?[^\W\d_a-zß-ÿ][^.!?]*\s[a-zß-ÿ]")
_MARKER = re.compile(r"\s?(?:\[[\d*†‡]{1,3}\]|\([\d*†‡]{1,3}\)|[*†‡§¹²³⁴-⁹])\Z")


def is_prose(text: str, paragraph: Paragraph, layout: Layout) -> bool:
    """Whether a paragraph is surely prose: several lines that are full, mostly in small letters.

    Args:
        text: the whole text.
        paragraph: the candidate.
        layout: how wide the text's lines run.
    """
    length = paragraph.end - paragraph.start
    if length <= _LONG if layout.width == 0 else len(paragraph.lines) < _FEWEST_LINES:
        return False
    if sum(map(str.islower, text[paragraph.start : paragraph.end])) * 2 < length:
        return False
    if layout.width == 0:
        return True
    full = sum(
        before.indent + before.end - before.start + 1 + word_width(text, after.start)
        > layout.width * 9 // 10
        for before, after in itertools.pairwise(paragraph.lines)
    )
    return full * 3 >= (len(paragraph.lines) - 1) * 2


def is_sentence(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph reads as a sentence, however short.

    Not so a line of a title page: those have capitals, or no full stop.
    """
    whole = _MARKER.sub("", text[paragraph.start : paragraph.end])
    if _TWO_SENTENCES.search(whole) and whole[-1] in ".!?":
        return True
    words = whole.split()
    small = sum(word[0].islower() for word in words)
    return len(words) > 5 and small * 2 >= len(words) and words[-1][-1] in '.!?"”’'
