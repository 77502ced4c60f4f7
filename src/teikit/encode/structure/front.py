"""The title page of a book: all that stands above its first contents list, preface or chapter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from teikit.encode.model import Block
from teikit.encode.structure.front_parts import title_page_parts
from teikit.encode.structure.headings import heading
from teikit.encode.structure.letter_openers import opens_letter
from teikit.encode.structure.named_headings import named_heading
from teikit.encode.structure.paragraphs import Layout, Paragraph
from teikit.encode.structure.prose import is_prose, is_sentence
from teikit.encode.structure.titles import title_matter
from teikit.encode.structure.verse import is_verse

_BY = re.compile(r"(?:written )?(?:by|von|par|di|por|af|av|door)\.?", re.IGNORECASE)
_AFTER_TEXT = frozenset({"notes", "bibliography"})
# Sentences that stand on title pages: of rights, printings and first nights.
_STATEMENT = re.compile(
    r"\b(?:entered,? according|all rights|rights (?:are )?reserved|copyright(?:ed)?|"
    r"(?:first|originally) (?:published|printed|produced|performed|acted|appeared)|"
    r"(?:was|were) (?:first )?(?:produced|performed|acted)|"
    r"no (?:performances?|part of this)|alle rechte|tous droits|derechos reservados)\b",
    re.IGNORECASE,
)
_LONGEST_STATEMENT = 800
_MOST_PARAGRAPHS = 60
_MOST_LINES = 14
_MOST_SENTENCES = 2
# Under a heading there may be its title and a motto before the text.
_HEADINGS_ABOVE = 3


def front_matter(
    text: str, found: list[Paragraph], taken: Mapping[int, Sequence[Block]], layout: Layout
) -> dict[int, list[Block]]:
    """The title page at the top of a text.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        taken: the paragraphs that are something else: figures, lists, notes.
        layout: the text's usual spacing.

    Returns:
        For the index of each of its paragraphs the blocks: ``title``, ``author``, ``byline``,
        ``titlepart``, ``epigraph``, or ``figure`` with the attribute ``front``.
    """
    blocks = dict(enumerate(title_matter(text, found, layout)))
    blocks = {at: parts for at, parts in blocks.items() if at not in taken}
    end = _end(text, found, taken, layout, titled=len(blocks))
    for at in range(end):
        titled = any(part.kind == "title" for parts in blocks.values() for part in parts)
        if at in taken:
            blocks[at] = [_in_front(block) for block in taken[at]]
        elif _BY.fullmatch(text, found[at].start, found[at].end) and at + 1 < end:
            name = found[at + 1].lines[0]
            facts = {"author": str(name.start)}
            blocks[at] = [Block("byline", found[at].start, name.end, facts)]
            blocks[at + 1] = [
                Block("titlepart", line.start, line.end) for line in found[at + 1].lines[1:]
            ]
        elif at not in blocks:
            blocks[at] = [_part(text, found[at], layout, titled)]
    titled = any(part.kind == "title" for parts in blocks.values() for part in parts)
    return title_page_parts(text, found, blocks) if titled else {}


def _part(text: str, paragraph: Paragraph, layout: Layout, titled: bool) -> Block:
    words = text[paragraph.start : paragraph.end]
    kind = "titlepart" if titled or not any(map(str.isalpha, words)) else "title"
    if titled and words[0] not in "([" and _is_verse(text, paragraph, layout):
        kind = "epigraph"
    return Block(kind, paragraph.start, paragraph.end)


def _in_front(block: Block) -> Block:
    return replace(block, attributes={**block.attributes, "front": "yes"})


def _end(
    text: str,
    found: list[Paragraph],
    taken: Mapping[int, Sequence[Block]],
    layout: Layout,
    titled: int,
) -> int:
    """The index of the heading that ends the title page; 0 where no title page is sure."""
    sentences = 0
    for at, paragraph in enumerate(found[:_MOST_PARAGRAPHS]):
        if at in taken:
            kinds = {block.kind for block in taken[at]}
            if kinds <= {"figure", "fw", "pb"}:
                continue
            return at if "head" in kinds else 0
        if at >= titled and _opens_text(text, found, taken, layout, at):
            # What stands above the notes is the text that they belong to.
            named = named_heading(text[paragraph.start : paragraph.end])
            return 0 if named and named.type in _AFTER_TEXT else at
        if at and at >= titled and _is_statement(text, paragraph):
            continue
        sentences += is_sentence(text, paragraph)
        wordy = sentences > (_MOST_SENTENCES if titled else 0)
        if wordy or len(paragraph.lines) > _MOST_LINES or is_prose(text, paragraph, layout):
            return 0
        if opens_letter(text, found, at):
            return 0
    return 0


def _is_statement(text: str, paragraph: Paragraph) -> bool:
    start, end = paragraph.start, paragraph.end
    return end - start <= _LONGEST_STATEMENT and bool(_STATEMENT.search(text, start, end))


def _opens_text(
    text: str,
    found: list[Paragraph],
    taken: Mapping[int, Sequence[Block]],
    layout: Layout,
    at: int,
) -> bool:
    """Whether a paragraph is a heading with the text below it, after further headings at most."""
    following = found[at + 1] if at + 1 < len(found) else None
    what = heading(text, found[at], following, layout)
    if what is None or following is None:
        return False
    if what.rank and not what.n:
        return True
    if not what.rank and not what.n:
        return at + 1 not in taken and _is_text(text, following, layout)
    for below in range(at + 1, min(at + 1 + _HEADINGS_ABOVE, len(found))):
        if below in taken:
            return taken[below][:1] != [] and taken[below][0].kind != "head"
        if _is_text(text, found[below], layout):
            return True
        if _opens_text(text, found, taken, layout, below):
            return True
    return False


def _is_text(text: str, paragraph: Paragraph, layout: Layout) -> bool:
    if _is_statement(text, paragraph):
        return False
    return (
        is_prose(text, paragraph, layout)
        or is_sentence(text, paragraph)
        or _is_verse(text, paragraph, layout)
    )


def _is_verse(text: str, paragraph: Paragraph, layout: Layout) -> bool:
    """Whether lines are verse, and not those of a title page, which are short as well."""
    words = text[paragraph.start : paragraph.end]
    small = sum(map(str.islower, words)) * 2 > len(words)
    return small and words[-1] in ".,;:!?—-”’)" and is_verse(text, paragraph.lines, layout)
