"""Typography that stands in the characters themselves: ``_italics_``, opening capitals."""

from __future__ import annotations

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

_ITALIC = re.compile(r"(?<!\w)_(?=[^\s_])[^_\f]*(?<=[^\s_])_(?!\w)")


def italics(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """Words between underscores, within one block, as plain text shows italics."""
    for block in blocks:
        for match in _ITALIC.finditer(text, block.start, block.end):
            yield Span(match.start(), match.end(), "hi", {"rend": ITALIC}, annotator="typography")


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
