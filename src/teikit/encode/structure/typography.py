"""Typography that stands in the characters: ``_italics_``, ``=bold=``, spaced type, capitals.

What an element's ``@rend`` says of such marks is enough to print them again.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from teikit.encode.model import Block, Span

_CAPITALS = re.compile(
    r"[“\"‘'(]?((?:[^\W\d_a-z]['’&.-]?)+(?:[\s,]+(?:[^\W\d_a-z]['’&.-]?)+)*)(?=\s+[^\W\d_])"
)

UNDERSCORES = "underscores"
"""The word in ``@rend`` for what the source prints between underscores."""

ITALIC = f"italic {UNDERSCORES}"
"""The value of ``@rend`` for ``_italics_``: what they mean, and how the source prints them."""

# Of italics over several lines of verse or paragraphs, the first has only the opening mark, the
# last only the closing one.
_OPENED, _CLOSED = "underscore-before", "underscore-after"
ITALIC_OPENED = f"italic {_OPENED}"
"""The value of ``@rend`` for the first of several elements between two underscores."""
ITALIC_CLOSED = f"italic {_CLOSED}"
"""The value of ``@rend`` for the last of them."""

_MARKS = {
    UNDERSCORES: (1, 1), _OPENED: (1, 0), _CLOSED: (0, 1),
    "equals-signs": (1, 1), "asterisks": (1, 1), "double-asterisks": (2, 2), "tildes": (1, 1),
}  # fmt: skip

# Each begins with its sign and only then looks before it: that makes the search fast.
_ITALIC = re.compile(r"_(?:(?<!\w_)(?=[^\s_])[^_\f]*(?<=[^\s_])_(?!\w)|(?<=\w_)[.,;:!?]_(?!\w))")
_OPENS = re.compile(r"_(?<!\w_)(?=[^\s_])")
_CLOSES = re.compile(r"_(?<=[^\s_]_)(?!\w)")
# Longer italics than that, over paragraphs, are a mark that was forgotten.
_MOST_BLOCKS = 12

_OTHER = {
    "=": ("bold equals-signs", r"=(?<![\w=\[(]=)(?=[^\s=])[^=\f]{1,300}?(?<=\S)=(?![\w=])"),
    "**": ("bold double-asterisks", r"\*\*(?<!\w\*\*)(?=[^\s*])[^*\f]{1,200}?(?<=\S)\*\*(?![\w*])"),
    "*": ("bold asterisks", r"\*(?<![\w*\[]\*)(?=[^\s*])[^*\f]{1,200}?(?<=\S)\*(?![\w*])"),
    "~": ("smallcaps tildes", r"~(?<![\w~]~)(?=[^\s~])[^~\f]{1,200}?(?<=\S)~(?![\w~])"),
}
"""For each other mark the value of ``@rend`` and what it looks like: words, not sums.

Where two asterisks are bold, as in Markdown, one is italic.
"""

_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ \u00a0]{1,3}){3,}[^\W\d_](?![^\W_])")
_VOWELS = frozenset("aeiouyäöüæœàáâèéêìíîòóôùúûāēīōūăĕĭŏŭ")


def trims(rend: str) -> tuple[int, int]:
    """How many characters an element with this ``@rend`` leaves out before and after its words.

    >>> trims("italic underscores"), trims("italic underscore-before"), trims("bold")
    ((1, 1), (1, 0), (0, 0))
    """
    for word in rend.split():
        if word in _MARKS:
            return _MARKS[word]
    return 0, 0


def typography(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """Words that plain text marks as set otherwise: between underscores and the like, or spaced."""
    if "_" in text:
        yield from _italics(text, blocks)
    others = {
        mark: (rend, re.compile(pattern))
        for mark, (rend, pattern) in _OTHER.items()
        if text.find(mark, text.find(mark) + len(mark)) >= 0
    }
    if "**" in others and _emphasises(text, blocks, others["**"][1]):
        others["*"] = "italic asterisks", others["*"][1]
    for block in blocks:
        if block.kind in {"ornament", "figure"}:
            continue
        for mark, (rend, pattern) in others.items():
            if text.find(mark, block.start, block.end) < 0:
                continue
            for match in pattern.finditer(text, block.start, block.end):
                if any(map(str.isalpha, match.group())):
                    yield from _by_line(text, block, match.start(), match.end(), rend)
        # Of spaced words more than every fourth character is a space.
        if text.count(" ", block.start, block.end) * 4 < block.end - block.start:
            continue
        for match in _SPACED.finditer(text, block.start, block.end):
            if _is_spelt(match.group()):
                yield _hi(match.start(), match.end(), "spaced")


def _emphasises(text: str, blocks: Sequence[Block], pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(text, block.start, block.end) for block in blocks)


def _hi(start: int, end: int, rend: str) -> Span:
    return Span(start, end, "hi", {"rend": rend}, annotator="typography")


def _is_spelt(letters: str) -> bool:
    """Whether spaced letters are words, and not an alphabet, a scale or a cry."""
    found = letters.casefold().split()
    vowels = sum(letter in _VOWELS for letter in found)
    steps = {ord(after) - ord(before) for before, after in itertools.pairwise(found)}
    return 0 < vowels < len(found) and steps != {1}


def _by_line(text: str, block: Block, start: int, end: int, rend: str) -> Iterator[Span]:
    """What is marked, as a whole or, in verse, italics line by line."""
    words = text[start:end]
    if block.kind != "lg" or "\n" not in words:
        yield _hi(start, end, rend)
    elif rend == ITALIC:
        lines = list(re.finditer(r"\S[^\n]*", words))
        for at, line in enumerate(lines):
            first, last = start + line.start(), start + line.start() + len(line.group().rstrip())
            mark = f" {_OPENED}" if at == 0 else f" {_CLOSED}" if at == len(lines) - 1 else ""
            if last - first > 1:
                yield _hi(first, last, f"italic{mark}")


def _italics(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """Words between underscores; also over paragraphs that follow each other."""
    opened: list[tuple[Block, int]] = []
    for block in blocks:
        if text.find("_", block.start, block.end) < 0:
            if opened and block.kind in {"p", "lg"} and len(opened) < _MOST_BLOCKS:
                opened.append((block, block.start))
            elif block.kind != "fw":
                opened = []
            continue
        done = block.start
        closes = _CLOSES.search(text, block.start, block.end)
        if opened and closes and text.find("_", block.start) == closes.start():
            yield from _over_blocks(text, opened, block, closes.end())
            done = closes.end()
        opened = []
        for match in _ITALIC.finditer(text, done, block.end):
            yield from _by_line(text, block, match.start(), match.end(), ITALIC)
            done = match.end()
        rest = _OPENS.search(text, done, block.end)
        if rest and block.kind in {"p", "lg"} and text.count("_", done, block.end) == 1:
            opened = [(block, rest.start())]


def _over_blocks(
    text: str, opened: Sequence[tuple[Block, int]], last: Block, end: int
) -> Iterator[Span]:
    """The italics that open in one block, close in another, and fill those between."""
    parts = [(block, start, block.end) for block, start in opened]
    parts.append((last, last.start, end))
    for at, (block, start, until) in enumerate(parts):
        mark = f" {_OPENED}" if at == 0 else f" {_CLOSED}" if at == len(parts) - 1 else ""
        if block.kind == "p":
            yield _hi(start, until, f"italic{mark}")
            continue
        lines = list(re.finditer(r"\S[^\n]*", text[start:until]))
        for number, line in enumerate(lines):
            edge = number == (0 if at == 0 else len(lines) - 1)
            first, words = start + line.start(), line.group().rstrip()
            if len(words) > 1:
                yield _hi(first, first + len(words), f"italic{mark if edge else ''}")


def opening_capitals(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """Words in capitals at the opening of a division or section, as printers set them.

    The first paragraph must go on in small letters. The span is a ``hi`` with a rendition; the
    words stay as they are.
    """
    opening = True
    for block in blocks:
        if block.kind == "p" and (opening or "break" in block.attributes):
            yield from _opening(text, block)
        opening = block.kind in {"head", "title", "author", "byline"}


def _opening(text: str, block: Block) -> Iterator[Span]:
    match = _CAPITALS.match(text, block.start, block.end)
    if not match or not match[1].isupper():
        return
    following = text[match.end() : block.end].split(maxsplit=1)[0]
    letters = sum(character.isalpha() for character in match[1])
    # One letter is a capital as any sentence has it; small letters must follow.
    if letters > 1 and following.islower():
        yield Span(
            match.start(1), match.end(1), "hi", {"rendition": "#caps"}, annotator="typography"
        )
