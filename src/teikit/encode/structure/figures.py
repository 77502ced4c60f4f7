"""Figures: the tags that stand for pictures, such as ``[Illustration: A mill.]``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teikit.encode.model import Block, Span
from teikit.encode.structure.paragraphs import Paragraph

_TAG = re.compile(r"\[(?P<tag>Illustration|Frontispiece|Music)(?P<after>\]|:\s|\s)")
_CAPTION_GAP = re.compile(r"\n[^\S\n]*\n|\f")
_MOST_PARAGRAPHS = 12


def figure_parts(text: str, start: int, end: int) -> tuple[str, list[tuple[str, int, int]]]:
    """What the tag of a figure holds.

    Args:
        text: the whole text.
        start: offset of the tag's opening bracket.
        end: offset after its closing bracket.

    Returns:
        The value of ``@rend``, from which the tag can be printed again, and the parts of the
        figure: the name of a TEI element, the start and the end of its words.
    """
    match = _TAG.match(text, start, end)
    if match and match["after"] == "]":
        return match["tag"], []
    if match and match["after"].startswith(":"):
        parts = _caption(text, match.end(), end - 1)
        if parts:
            return match["tag"], parts
    return "brackets", [("head", start + 1, end - 1)]


def _caption(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The paragraphs of a caption; together they are the whole range but for white space."""
    gaps = [match.span() for match in _CAPTION_GAP.finditer(text, start, end)]
    starts = [start, *(after for _, after in gaps)]
    ends = [*(before for before, _ in gaps), end]
    ranges = [
        (first, last) for first, last in zip(starts, ends, strict=True) if text[first:last].strip()
    ]
    if ranges:
        # White space before the closing bracket is kept.
        ranges[-1] = (ranges[-1][0], end)
    return [("p" if at else "head", *span) for at, span in enumerate(ranges)]


def figures(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, list[Block]]:
    """The tags that stand by themselves, in one paragraph or several.

    Returns:
        For the index of each of their paragraphs its blocks: one of the kind ``figure``, over
        all of the tag, at the first, none at the others.
    """
    found: dict[int, list[Block]] = {}
    for at, paragraph in enumerate(paragraphs):
        if at in found or not _TAG.match(text, paragraph.start, paragraph.end):
            continue
        last = _last(text, paragraphs, at)
        if last is not None:
            found |= {member: [] for member in range(at, last + 1)}
            found[at] = [Block("figure", paragraph.start, paragraphs[last].end)]
    return found


def _last(text: str, paragraphs: Sequence[Paragraph], at: int) -> int | None:
    """The paragraph at whose end the bracket closes that ``paragraphs[at]`` opens."""
    depth = 0
    for last in range(at, min(at + _MOST_PARAGRAPHS, len(paragraphs))):
        start, end = paragraphs[last].start, paragraphs[last].end
        for bracket in re.finditer(r"[\[\]]", text[start:end]):
            depth += 1 if bracket.group() == "[" else -1
            if depth == 0:
                return last if start + bracket.end() == end else None
    return None


def inline_figures(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """The tags of figures inside paragraphs, each within one of them."""
    for block in blocks:
        if block.kind in {"figure", "head", "title", "author", "byline"}:
            continue
        done = block.start
        for match in _TAG.finditer(text, block.start, block.end):
            end = text.find("]", match.start(), block.end) + 1
            nested = "[" in text[match.end() : end]
            if end and match.start() >= done and not nested and not match["after"].isspace():
                yield Span(match.start(), end, "figure", annotator="figures")
                done = end
