"""Ends of lines, marked on request: hyphens that cut a word, and all the others.

A hyphen at the end of a line belongs to the word (“to-day”) or stands for the cut only; the rest
of the text tells which. TEI Guidelines, section 3.11.3 (``<lb>``) and 3.2.2 (hyphenation).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from teikit.encode.model import Block, Span

LineBreaks = Literal["none", "hyphens", "all"]
"""Which ends of lines get an ``<lb>``."""

_LETTER = r"[^\W\d_]"
_CUT = re.compile(
    rf"(?P<left>{_LETTER}+(?:['’-]{_LETTER}+)*)(?P<hyphen>[-‐¬\u00ad])[^\S\n]*\n\s*"
    rf"(?P<right>{_LETTER}+(?:['’-]{_LETTER}+)*)"
)
_WORD = re.compile(rf"{_LETTER}+(?:['’-]{_LETTER}+)*")
_LINE = re.compile(r"\n(?=[^\n\f]*\S)")
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
# Words that are the first half of others, if nothing else tells.
_HALVES = frozenset("self half well".split()) | _TENS
_SOFT_SIGNS = frozenset("¬\u00ad")


def line_breaks(text: str, blocks: Sequence[Block], which: LineBreaks) -> Iterator[Span]:
    """Spans of the kind ``lb`` for ends of lines inside blocks.

    Args:
        text: the whole text.
        blocks: of the text.
        which: hyphens that cut a word, or all ends of lines.

    Returns:
        A span over each hyphen, with ``break`` (``no``, or ``maybe`` where nothing tells whether
        the hyphen is part of the word) and, where it is not, ``force`` (``weak``); for the other
        ends of lines one over each line feed.
    """
    if which == "none":
        return
    cuts = list(_CUT.finditer(text))
    words = _counts(text, cuts)
    marked = {}
    for cut in cuts:
        at = cut.start("hyphen")
        marked[at] = Span(at, at + 1, "lb", _facts(cut, words), annotator="line breaks")
    inside = [(block.start, block.end) for block in blocks]
    feeds = {match.start() for match in _LINE.finditer(text)} if which == "all" else set()
    feeds -= {text.index("\n", at) for at in marked}
    marked |= {at: Span(at, at + 1, "lb", annotator="line breaks") for at in feeds}
    ordered = sorted(marked)
    at = 0
    for start, end in inside:
        while at < len(ordered) and ordered[at] < start:
            at += 1
        while at < len(ordered) and ordered[at] < end:
            yield marked[ordered[at]]
            at += 1


def _counts(text: str, cuts: Sequence[re.Match[str]]) -> Counter[str]:
    """How often the words that hyphens may have cut stand elsewhere, whole and with a hyphen."""
    wanted: set[str] = set()
    for cut in cuts:
        left, right = cut["left"].casefold(), cut["right"].casefold()
        wanted |= {left + right, f"{left}-{right}", left, right}
    words = Counter(
        word for match in _WORD.finditer(text) if (word := match.group().casefold()) in wanted
    )
    # What a hyphen has cut off is no word.
    words.subtract(cut[half].casefold() for cut in cuts for half in ("left", "right"))
    return words


def _facts(cut: re.Match[str], words: Counter[str]) -> dict[str, str]:
    hard = is_hard(cut["left"], cut["right"], words, sign=cut["hyphen"])
    if hard is None:
        return {"break": "maybe"}
    return {"break": "no"} if hard else {"break": "no", "force": "weak"}


def is_hard(left: str, right: str, words: Counter[str], sign: str = "-") -> bool | None:
    """Whether a hyphen at the end of a line belongs to the word; None where nothing tells.

    Args:
        left: what stands before the hyphen.
        right: what stands after it, on the next line.
        words: how often words stand in the text, in small letters.
        sign: the hyphen.

    >>> is_hard("to", "day", Counter({"to-day": 2, "today": 1}))
    True
    """
    if sign in _SOFT_SIGNS:
        return False
    before, after = left.casefold(), right.casefold()
    joined, parted = words[before + after], words[f"{before}-{after}"]
    if joined != parted:
        return parted > joined
    if right[0].isupper() and left[-1].islower():
        return True
    if before in _HALVES:
        return True
    # Two words that both stand by themselves may well be one with a hyphen.
    by_itself = words[before] > 0 and words[after] > 0 and min(len(before), len(after)) > 2
    return None if by_itself else False
