"""Headings with marks: ``## The Mill``, ``== The Mill ==``, or a line of signs below them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from teikit.encode.conventions.model import HeadingConvention
from teikit.encode.structure.lines import lines_with
from teikit.encode.structure.paragraphs import Line, MarkedHeading, Paragraph

_BLANK = r"[^\S\n\f]"
_MOST_MARKS = 6
_LONGEST = 200
_COLUMNS = re.compile(r"\S[^\S\n]{3,}\S")
# A line of signs is about as long as the words above it.
_SHORTEST_RULE = 3
# One in so many shows that marks are not those of headings.
_FEWEST_ODD = 3


@dataclass(frozen=True, slots=True)
class _Found:
    """A marked heading, the offset at which its first line begins, and how many it takes up."""

    heading: MarkedHeading
    start: int
    lines: int


def find_marked(
    text: str, found: Sequence[Paragraph], convention: HeadingConvention
) -> list[_Found]:
    """The headings with the marks of a convention."""
    if not found:
        return []
    start, end = found[0].start, found[-1].end
    if convention.below:
        return list(_underlined(text, found, convention.below, start, end))
    return list(_surrounded(text, convention, start, end))


def are_comments(text: str, found: Sequence[Paragraph], marked: Sequence[_Found]) -> bool:
    """Whether lines with marks before them are comments or commands, as programs have them.

    Those begin small, end with a full stop, go on in the next line, or stand below other text
    with one mark; hardly a heading does.
    """
    tops = {paragraph.start for paragraph in found}
    levels = {one.start: one.heading.level for one in marked}
    odd = 0
    for one in marked:
        words = text[one.heading.start : one.heading.end]
        below = text.find("\n", one.heading.end) + 1
        odd += (
            (one.start not in tops and one.heading.level == 1)
            or levels.get(below) == one.heading.level
            or words[0].islower()
            or words.endswith(".")
        )
    return odd * _FEWEST_ODD > len(marked)


def _surrounded(text: str, convention: HeadingConvention, start: int, end: int) -> Iterator[_Found]:
    if (convention.before or convention.around) not in text:
        return
    mark = re.escape(convention.before or convention.around)
    marks = rf"(?:{mark}){{1,{_MOST_MARKS}}}"
    if convention.before:
        left, right = rf"{_BLANK}+", rf"(?:{_BLANK}+(?:{mark})+)?"
    else:
        left, right = rf"{_BLANK}*", rf"{_BLANK}*(?P=marks)"
    line = (
        rf"{_BLANK}{{,3}}(?P<marks>{marks})(?P<left>{left})(?P<words>\S[^\n\f]*?)(?P<right>{right})"
        rf"{_BLANK}*(?:$|(?=\f))"
    )
    for match in lines_with(line, text, start, end):
        words = match["words"]
        # “=So=” is bold in many texts.
        if convention.around and len(match["marks"]) == 1 and not match["left"]:
            continue
        if not any(map(str.isalnum, words)) or len(words) > _LONGEST:
            continue
        after = match["right"]
        form = f"{match['marks']}{' ' if match['left'] else ''}…"
        form += (" " if after[:1].isspace() else "") + after.strip()
        level = len(match["marks"]) // len(convention.before or convention.around)
        heading = MarkedHeading(match.start("words"), match.end("words"), level, form)
        yield _Found(heading, match.start("marks"), 1)


def _underlined(
    text: str, found: Sequence[Paragraph], signs: Sequence[str], start: int, end: int
) -> Iterator[_Found]:
    starts = [paragraph.start for paragraph in found]
    any_sign = "|".join(f"{re.escape(sign)}{{{_SHORTEST_RULE},}}" for sign in signs)
    rule = rf"[^\S\n]*(?P<rule>{any_sign})[^\S\n]*$"
    for match in lines_with(rule, text, start, end):
        paragraph = found[bisect_right(starts, match.start("rule")) - 1]
        lines = paragraph.lines
        if len(lines) < 2 or lines[1].start != match.start("rule"):
            continue
        words = text[lines[0].start : lines[0].end]
        length = len(match["rule"])
        fits = len(words) * 2 <= length * 3 and length <= len(words) * 2 + _SHORTEST_RULE
        if fits and not _COLUMNS.search(words) and any(map(str.isalnum, words)):
            level = 1 + next(at for at, sign in enumerate(signs) if match["rule"][0] == sign[0])
            heading = MarkedHeading(lines[0].start, lines[0].end, level, f"… {match['rule']}")
            yield _Found(heading, lines[0].start, 2)


def set_apart(
    found: Sequence[Paragraph], marked: Iterable[_Found]
) -> tuple[list[Paragraph], Mapping[int, MarkedHeading]]:
    """Give each marked heading a paragraph of its own.

    Returns:
        The paragraphs, and the headings by the offset at which their paragraph begins.
    """
    starts = [paragraph.start for paragraph in found]
    by_paragraph: dict[int, list[_Found]] = {}
    for one in marked:
        by_paragraph.setdefault(bisect_right(starts, one.start) - 1, []).append(one)
    parts: list[Paragraph] = []
    for at, paragraph in enumerate(found):
        if at in by_paragraph:
            parts += _parts(paragraph, by_paragraph[at])
        else:
            parts.append(paragraph)
    headings = {one.start: one.heading for ones in by_paragraph.values() for one in ones}
    return parts, headings


def _parts(paragraph: Paragraph, headings: Sequence[_Found]) -> Iterator[Paragraph]:
    """The paragraph's lines: those of headings, and those between."""
    length = {one.start: one.lines for one in headings}
    groups: list[list[Line]] = []
    left = 0
    for line in paragraph.lines:
        if line.start in length:
            groups.append([])
            left = length[line.start]
        elif left == 0 or not groups:
            groups.append([])
            left = len(paragraph.lines)
        groups[-1].append(line)
        left -= 1
    for group in groups:
        yield _part(paragraph, group, group is groups[0])


def _part(paragraph: Paragraph, lines: Sequence[Line], first: bool) -> Paragraph:
    part = replace(paragraph, lines=tuple(lines))
    return part if first else replace(part, space=0, page_break=False, page_n="")
