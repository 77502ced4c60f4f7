"""Notes that stand where they are called: ``[Footnote: Words.]``, without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teikit.encode.model import Block, Span
from teikit.encode.paragraphs import Paragraph

LABEL = "Footnote"
"""The label in the brackets; the value of ``@rend``."""

_NOTE = re.compile(rf"\[{LABEL}:\s+(?P<words>[^\[\]\f]*[^\[\]\s])\]")
_KINDS = frozenset({"p", "quote", "lg", "head", "item"})


def standing_notes(text: str, found: Sequence[Paragraph]) -> dict[int, list[Block]]:
    """The paragraphs that are such a note as a whole, as blocks of the kind ``standing note``."""
    return {
        at: [Block("standing note", match.start("words"), match.end("words"))]
        for at, paragraph in enumerate(found)
        if text[paragraph.start] == "["
        and (match := _NOTE.fullmatch(text, paragraph.start, paragraph.end))
    }


def inline_notes(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """Such notes inside paragraphs: spans of the kind ``note`` without a ``target``."""
    for block in blocks:
        if block.kind in _KINDS:
            for match in _NOTE.finditer(text, block.start, block.end):
                yield Span(match.start(), match.end(), "note", annotator="notes")


def words_of(text: str, span: Span) -> tuple[int, int]:
    """Start and end of the words of such a note, without its brackets and label."""
    match = _NOTE.fullmatch(text, span.start, span.end)
    return match.span("words") if match else (span.start, span.end)
