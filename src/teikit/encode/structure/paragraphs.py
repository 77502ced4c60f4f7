"""From lines to paragraphs: by blank lines, by indentation, or a line each."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from teikit.encode.conventions.load import known
from teikit.encode.conventions.model import (
    NOTHING_GIVEN,
    Choice,
    Given,
    HeadingConvention,
    ParagraphConvention,
)

# Lines longer than this are not wrapped by hand: each is a paragraph.
_LONGEST_WRAPPED = 120
_NARROWEST_WRAP = 60
_TAB = 8
_SENTENCE_ENDS = '.!?:”’"»…]'


@dataclass(slots=True)
class Line:
    """A line that is not blank; ``start`` and ``end`` leave out white space around it.

    Never changed, though not frozen: this is what a text has most of.
    """

    start: int
    end: int
    indent: int


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together.

    Never changed, though not frozen: a long text has so many that it shows.

    Attributes:
        lines: one or more.
        space: the number of blank lines above.
        page_break: whether a form feed stands between it and what goes before.
        page_n: the printed number of the page that it opens, or ``""``.
        forme_work: ``header`` for a running head, ``pageNum`` for a page's number, else ``""``.
        start: offset of the first character.
        end: offset after the last character.
    """

    lines: tuple[Line, ...]
    space: int
    page_break: bool = False
    page_n: str = ""
    forme_work: str = ""
    # Asked for a million times in a long text: too often for properties.
    start: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        self.start = self.lines[0].start
        self.end = self.lines[-1].end


def first_line(text: str, paragraph: Paragraph) -> str:
    """The words of the first line."""
    return text[paragraph.lines[0].start : paragraph.lines[0].end]


def word_width(text: str, start: int) -> int:
    """The width, in characters, of the word at an offset."""
    end = start
    while end < len(text) and not text[end].isspace():
        end += 1
    return end - start


@dataclass(frozen=True, slots=True)
class Layout:
    """What holds for the whole text.

    Attributes:
        width: how wide hard-wrapped lines run, in characters; 0 where lines are not wrapped.
        space: blank lines between two ordinary paragraphs.
        verse: ``VerseConvention.lines``, or ``""`` where nothing is verse.
        heading_rules: the rules of teikit's that headings follow (``HeadingConvention.match``).
        patterns: conventions of headings with a pattern of their own.
        marked: headings with marks, by the offset at which their paragraph begins.
    """

    width: int
    space: int
    verse: str = "short"
    heading_rules: frozenset[str] = frozenset()
    patterns: tuple[HeadingConvention, ...] = ()
    marked: Mapping[int, MarkedHeading] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class MarkedHeading:
    """A heading that marks set apart, as ``## The Mill`` or ``== The Mill ==``.

    Attributes:
        start: offset of its words.
        end: offset after its words.
        level: 1 for the headings that stand highest.
        form: the marks round ``…``.
    """

    start: int
    end: int
    level: int
    form: str


def paragraphs(
    text: str, given: Given = NOTHING_GIVEN
) -> tuple[list[Paragraph], Layout, list[Choice]]:
    """Group the lines of a text into paragraphs.

    Blank lines always part paragraphs. Within such a group, each line is a paragraph where
    lines are not wrapped; where they are, an indented line opens one if that is the text's way.

    Args:
        text: the whole text.
        given: what the user says of its conventions.

    Returns:
        The paragraphs, the text's layout, and the conventions that were weighed.
    """
    groups = list(_groups(text))
    width = _wrap_width([line for lines, _, _ in groups for line in lines])
    convention, choices = _convention(text, groups, width, given)
    opens = convention.opens
    width = 0 if opens == "line" else width
    found: list[Paragraph] = []
    for lines, space, page_break in groups:
        if opens == "line":
            parts = [lines] if _all_short(lines) else [[line] for line in lines]
        elif opens == "indent":
            parts = _split_at_indentation(lines)
        else:
            parts = [lines]
        for part in parts:
            first = part is parts[0]
            found.append(Paragraph(tuple(part), space if first else 0, page_break and first))
    gaps = Counter(p.space for p in found[1:])
    # Of equally common gaps the smaller is the ordinary one.
    usual = min(gaps, key=lambda gap: (-gaps[gap], gap)) if gaps else 1
    return found, Layout(width, usual), choices


def _convention(
    text: str, groups: list[tuple[list[Line], int, bool]], width: int, given: Given
) -> tuple[ParagraphConvention, list[Choice]]:
    """The convention that holds, and how it was chosen."""
    said = given.of.get("paragraphs")
    if said and isinstance(said[0], ParagraphConvention):
        own = said[0]
        return own, [Choice("paragraphs", own.name, own.gloss, 1.0, "you said so", True, True)]
    openings = _openings_by_indentation(text, groups) if width else 0.0
    weighed = {
        "line": (float(not width), "lines are longer than lines are wrapped"),
        "indent": (openings, "indented lines follow the end of a sentence"),
        "blank line": (
            1 - openings if width else 0.0,
            "lines are wrapped, and hardly one indented",
        ),
    }
    best = max(weighed, key=lambda opens: weighed[opens][0])
    chosen: ParagraphConvention | None = None
    choices = []
    for one in known("paragraphs").values():
        assert isinstance(one, ParagraphConvention)
        score, why = weighed[one.opens]
        holds = one.opens == best and chosen is None
        chosen = one if holds else chosen
        if score:
            choices.append(Choice("paragraphs", one.name, one.gloss, score, why, holds))
    assert chosen is not None
    return chosen, choices


def by_page(found: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Paragraphs without a form feed between them, which no element can hold."""
    page: list[Paragraph] = []
    for paragraph in found:
        if page and paragraph.page_break:
            yield page
            page = []
        page.append(paragraph)
    if page:
        yield page


def _groups(text: str) -> Iterator[tuple[list[Line], int, bool]]:
    """Lines with nothing between them, the blank lines above them, and whether on a new page."""
    lines: list[Line] = []
    space = 0
    page_break = False
    at = 0
    for raw in text.split("\n"):
        page, pages = raw, []
        if "\f" in raw:  # it may stand anywhere in a line
            page, *pages = raw.split("\f")
        while True:
            stripped = page.strip()
            if stripped:
                lead = 0 if page[0] == stripped[0] else page.index(stripped[0])
                indent = len(page[:lead].expandtabs(_TAB)) if lead else 0
                lines.append(Line(at + lead, at + lead + len(stripped), indent))
            elif lines:
                yield lines, space, page_break
                lines, space, page_break = [], 1, False
            elif not pages:
                space += 1
            at += len(page) + 1
            if not pages:
                break
            if lines:
                yield lines, space, page_break
                lines = []
            space, page_break = 0, True
            page, *pages = pages
            if not page.strip() and not pages:
                at += len(page) + 1
                break
    if lines:
        yield lines, space, page_break


def _wrap_width(lines: list[Line]) -> int:
    lengths = sorted(line.indent + line.end - line.start for line in lines)
    if not lengths or lengths[int(len(lengths) * 0.97)] > _LONGEST_WRAPPED:
        return 0
    return max(lengths[int(len(lengths) * 0.9)], _NARROWEST_WRAP)


def _all_short(lines: list[Line]) -> bool:
    return all(line.end - line.start < _NARROWEST_WRAP + 20 for line in lines)


def _openings_by_indentation(text: str, groups: list[tuple[list[Line], int, bool]]) -> float:
    """How surely paragraphs inside a group open with an indented line, the other lines flush.

    Verse and hanging lines are indented too; a paragraph's opening follows the end of a sentence.
    """
    flush = openings = others = 0
    for lines, _, _ in groups:
        margin = min(line.indent for line in lines)
        for before, line in itertools.pairwise(lines):
            if line.indent == margin:
                flush += 1
            elif line.indent - margin <= _TAB and text[before.end - 1] in _SENTENCE_ENDS:
                openings += 1
            else:
                others += 1
    if openings == 0 or flush < 2 * openings or others * 4 > openings:
        return 0.0
    return openings / (openings + others)


def _split_at_indentation(lines: list[Line]) -> list[list[Line]]:
    margin = min(line.indent for line in lines)
    parts: list[list[Line]] = []
    for line in lines:
        if parts and line.indent <= margin:
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts
