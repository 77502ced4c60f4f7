"""Verse that is spoken: in a play in verse, short speeches are verse as well, and share lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from teikit.encode.model import Block
from teikit.encode.structure.paragraphs import Layout, Line, Paragraph
from teikit.encode.structure.prose import is_prose
from teikit.encode.structure.stanzas import turned
from teikit.encode.structure.verse import is_wide, opens_with_capital

_FEWEST_LINES = 3
# How deep the rest of a line is set that another speaker has begun.
_DEEP = 10
_WIDEST_GAP = 12


def in_verse(
    text: str,
    found: Sequence[Paragraph],
    speeches: Mapping[int, Sequence[Block]],
    layout: Layout,
) -> dict[int, list[Block]]:
    """The speeches of a play, as verse where the play is in verse.

    Args:
        text: the whole text.
        found: its paragraphs.
        speeches: for the index of a paragraph its blocks, the last of which is what is spoken.
        layout: how wide the text's lines run.

    Returns:
        The same with ``lg`` in place of ``p``. A line that two speakers share has its part told by
        the attributes ``last-part`` (``I``) of the one and ``first-part`` (``F``) of the other.
    """
    done = {at: list(blocks) for at, blocks in speeches.items()}
    spoken = {at: blocks[-1] for at, blocks in done.items() if blocks[-1].kind in {"p", "lg"}}
    lines = {at: spoken_lines(found[at], block.start) for at, block in spoken.items()}
    long = [at for at in spoken if len(lines[at]) >= _FEWEST_LINES]
    verse = sum(len(lines[at]) for at in long if spoken[at].kind == "lg")
    if verse * 2 <= sum(len(lines[at]) for at in long):
        return done
    before: int | None = None
    for at, block in spoken.items():
        if block.kind == "p" and _may_be_verse(text, lines[at], layout):
            facts = {**block.attributes, **turned(text, lines[at], layout)}
            done[at][-1] = replace(block, kind="lg", attributes=facts)
        if done[at][-1].kind != "lg":
            before = None
            continue
        if before is not None and _shares(lines[before][-1], lines[at][0]):
            done[before][-1] = _with(done[before][-1], "last-part", "I")
            done[at][-1] = _with(done[at][-1], "first-part", "F")
        before = at
    return done


def _with(block: Block, name: str, value: str) -> Block:
    return replace(block, attributes={**block.attributes, name: value})


def spoken_lines(paragraph: Paragraph, start: int) -> list[Line]:
    """The lines of a paragraph from an offset on; in the first one a speaker may stand before."""
    first, *rest = (line for line in paragraph.lines if line.end > start)
    if first.start < start:
        indent = min((line.indent for line in rest), default=first.indent)
        first = replace(first, start=start, indent=indent)
    return [first, *rest]


def _may_be_verse(text: str, lines: Sequence[Line], layout: Layout) -> bool:
    if is_wide(lines, layout):
        return False
    capitals = sum(opens_with_capital(text, line) for line in lines)
    whole = capitals == len(lines)
    return whole or (
        capitals * 3 >= len(lines) * 2 and not is_prose(text, Paragraph(tuple(lines), 0), layout)
    )


def _shares(above: Line, line: Line) -> bool:
    """Whether a line goes on where the one above, of another speaker, has stopped."""
    end = above.indent + above.end - above.start
    return line.indent >= _DEEP and abs(line.indent - end) <= _WIDEST_GAP
