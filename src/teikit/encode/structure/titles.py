"""Title matter: the lines above the text that name the work and its author."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from teikit.encode.model import Block
from teikit.encode.structure.headings import heading
from teikit.encode.structure.letter_openers import opens_letter
from teikit.encode.structure.named_headings import Heading, series_heading
from teikit.encode.structure.paragraphs import Layout, Line, Paragraph
from teikit.encode.structure.verse import is_verse

_MOST_PARAGRAPHS = 4
_MOST_LINES = 4
_LONGEST = 100
_MOST_NAMES = 3

_BYLINE = re.compile(
    r"(?:written |translated |edited )?(?:by|von|par|di|por)\s+(?=\S)", re.IGNORECASE
)
_CAPITALISED = r"[^\W\d_a-z][\w’'-]+"
_INITIALS = re.compile(rf"(?:[A-Z]\.?[ -]?){{1,4}}(?:(?:de|von|van|la) )*{_CAPITALISED}")
_FULL_NAME = re.compile(rf"{_CAPITALISED}(?: (?:[A-Z]\.|(?:de|von|van|la|{_CAPITALISED}))){{1,3}}")
# Words that titles have and names have not.
_TITLE_WORD = re.compile(
    r"\d|\b(?:the|a|an|of|and|in|on|to|for|or|from|with|at|der|die|das|und|le|la|les|et|"
    r"letters?|poems?|history|diary|notes?|essays?|journal)\b",
    re.IGNORECASE,
)


def title_matter(text: str, paragraphs: list[Paragraph], layout: Layout) -> list[list[Block]]:
    """The title matter at the top of a text.

    Args:
        text: the whole text.
        paragraphs: its paragraphs, apparatus left out.
        layout: the text's usual spacing.

    Returns:
        For each paragraph that is title matter, from the first, its lines as blocks of the
        kinds ``title``, ``author`` and ``byline``.
    """
    lines_of: list[list[Line]] = []
    for at, paragraph in enumerate(paragraphs[:_MOST_PARAGRAPHS]):
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        if following is None or not _could_be_title(text, paragraphs, at, layout):
            break
        lines_of.append(list(paragraph.lines))
    # Prose under a title is longer than the title: otherwise it is a list, or verse.
    if not lines_of or len(paragraphs) == len(lines_of):
        return []
    return _name_parts(text, lines_of)


def _could_be_title(text: str, paragraphs: list[Paragraph], at: int, layout: Layout) -> bool:
    paragraph, following = paragraphs[at], paragraphs[at + 1]
    if paragraph.start in layout.marked:
        return False
    lines = [text[line.start : line.end] for line in paragraph.lines]
    if len(lines) > _MOST_LINES or any(len(line) > _LONGEST for line in lines):
        return False
    if any(_BYLINE.match(line) for line in lines):
        return all(_is_title_line(line) for line in lines)
    if opens_letter(text, paragraphs, at) or not all(_is_title_line(line) for line in lines):
        return False
    told = heading(text, paragraph, following, layout)
    if (told and (at or told.rank or told.n)) or (not at and _counts_on(text, paragraphs, layout)):
        return False
    if any(is_name(line) for line in lines):
        return True
    if at:
        # Under the first lines, only what is set like them still belongs to the title.
        return len(lines) == 1 and (_is_centred(paragraph, layout) or lines[0].isupper())
    verse = any(is_verse(text, part.lines, layout) for part in (following, paragraph))
    return len(lines) == 1 or not verse


def _counts_on(text: str, paragraphs: list[Paragraph], layout: Layout) -> bool:
    """Whether the first line is the first of a series: “Lesson 1” or “I.” with “II.” below."""
    first = _number_of(text, replace(paragraphs[0], space=layout.space + 1), paragraphs[1], layout)
    if first is None or first.n != "1":
        return False
    for paragraph, following in pairwise(paragraphs[1:]):
        if paragraph.end - paragraph.start <= _LONGEST:
            one = _number_of(text, paragraph, following, layout)
            if one and one.style == first.style and one.n == "2":
                return True
    return False


def _number_of(
    text: str, paragraph: Paragraph, following: Paragraph, layout: Layout
) -> Heading | None:
    told = heading(text, paragraph, following, layout)
    return told if told and told.n else series_heading(text[paragraph.start : paragraph.end])


def _is_centred(paragraph: Paragraph, layout: Layout) -> bool:
    return layout.width > 0 and paragraph.lines[0].indent > layout.width // 8


def _is_title_line(line: str) -> bool:
    if is_name(line) or _BYLINE.match(line):
        return True
    return (
        line[0].upper() == line[0]
        and line[0] not in "“‘\"'«[("
        and not line.endswith((",", ";", ":", "”", "’", '"', "]"))
        and (not line.endswith(".") or line.isupper())
    )


def is_name(line: str) -> bool:
    """Whether a line of a title page looks like a person's name.

    >>> is_name("H. G. WELLS"), is_name("History of the Mill")
    (True, False)
    """
    if _TITLE_WORD.search(line):
        return False
    if _INITIALS.fullmatch(line):
        return True
    # Longer rows of words without an initial or a particle are headlines.
    words = line.split()
    plain = not any(len(word.rstrip(".")) == 1 or word.islower() for word in words)
    return _FULL_NAME.fullmatch(line) is not None and not (plain and len(words) > _MOST_NAMES)


def _name_parts(text: str, lines_of: list[list[Line]]) -> list[list[Block]]:
    lines = [line for part in lines_of for line in part]
    words = [text[line.start : line.end] for line in lines]
    bylines = {at for at, line in enumerate(words) if _BYLINE.match(line)}
    authors: set[int] = set()
    if not bylines and len(lines) > 1:
        names = [at for at, line in enumerate(words) if is_name(line)]
        # A lone title may look like a name; beside another line, one name is the author's.
        if len(names) == 1 or (names and len(names) < len(lines)):
            authors = {names[0]}
    kinds = [
        "byline" if at in bylines else "author" if at in authors else "title"
        for at in range(len(lines))
    ]
    if "title" not in kinds:
        kinds = ["title"] * len(lines)
    named = iter(zip(lines, kinds, strict=True))
    return [[_block(text, *next(named)) for _ in part] for part in lines_of]


def _block(text: str, line: Line, kind: str) -> Block:
    if kind != "byline":
        return Block(kind, line.start, line.end)
    match = _BYLINE.match(text[line.start : line.end])
    lead = match.end() if match else 0
    return Block("byline", line.start, line.end, {"author": str(line.start + lead)})
