"""The layout of plain text: white space, paragraphs, lines of a width, indentation.

XSLT 1.0 can say where a paragraph or a line ends, but not normalise white space across elements.
So ``xslt/text`` writes marks into its result, and this module makes text of it. It adds and takes
away nothing but white space and marks, and keeps the order of all else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO

from teikit.transform.columns import columns, wrap
from teikit.transform.marks import (
    ALL,
    BACK,
    DEEPER,
    HANG,
    INDENT,
    LINE,
    OMITTED,
    PARAGRAPH,
    SPACE,
    TABLE,
    TABLE_END,
)
from teikit.transform.tables import table_lines

_STEP = 4
_LIST_STEP = 2
_TABLE = re.compile(f"{TABLE}([^{TABLE_END}]*){TABLE_END}")
_SPACE_BEFORE_OMITTED = re.compile(f" (?:{OMITTED} ?)+(?=[.,;:!?)\\]’”»{LINE}]|$)")
_MARKS = re.compile(f"[{ALL}]")
_IN_LINE = re.compile(f"[{INDENT}{DEEPER}{BACK}{HANG}]")
_STRAY = ALL.translate({ord(mark): None for mark in (PARAGRAPH, LINE, SPACE)})


def lay_out(text: str, width: int) -> str:
    """Make lines of the result of ``xslt/text``.

    Args:
        text: the sheet's result, with its marks.
        width: columns in a line, 0 for one line for each paragraph.

    Returns:
        Paragraphs with a blank line between them, one more where the document has extra space.
    """
    # A list of all lines would take more memory than the text.
    laid_out = StringIO()
    for block in _blocks(text, width):
        if laid_out.tell() or block:
            laid_out.write("\n" if laid_out.tell() else "")
            laid_out.writelines(f"{line}\n" for line in block)
    return laid_out.getvalue()


def _blocks(text: str, width: int) -> Iterator[list[str]]:
    """The lines of each paragraph and each table; an empty block is extra space."""
    depth = 0
    for at, part in enumerate(_TABLE.split(text) if TABLE in text else [text]):
        if at % 2:
            if table := table_lines(_one_space(part), width):
                yield table
            continue
        plain = not any(mark in part for mark in _STRAY)
        for paragraph in part.split(PARAGRAPH):
            if SPACE in paragraph:
                yield []
                continue
            if plain and not depth:
                lines = _plain(_one_space(paragraph), width)
            else:
                lines, depth = _paragraph(_one_space(paragraph), width, depth)
            if lines:
                yield lines


def _one_space(text: str) -> str:
    """One space for each run of white space of XML; a no-break space is a character of the text."""
    for space in "\t\r":
        text = text.replace(space, " ")
    # Most white space is line ends with indentation: the quick way to be rid of it.
    text = " ".join([line for part in text.split("\n") if (line := part.strip(" "))])
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _plain(paragraph: str, width: int) -> list[str]:
    """The lines of a paragraph that has no marks but those of lines."""
    lines = [bare for line in paragraph.split(LINE) if (bare := line.strip(" "))]
    return [piece for line in lines for piece in wrap(line, width)] if width else lines


def _paragraph(paragraph: str, width: int, depth: int) -> tuple[list[str], int]:
    """The lines of a paragraph, and how deep in lists it ends."""
    if OMITTED in paragraph:
        paragraph = _SPACE_BEFORE_OMITTED.sub("", paragraph).replace(OMITTED, "")
        paragraph = _one_space(paragraph)
    lines: list[str] = []
    for line in paragraph.split(LINE):
        if not _IN_LINE.search(line) and not depth:
            if bare := line.strip(" "):
                lines += wrap(_bare(bare), width)
            continue
        depth += line.count(DEEPER) - line.count(BACK)
        lines += _indented(line, width, max(depth, 0))
    return lines, max(depth, 0)


def _indented(line: str, width: int, depth: int) -> Iterator[str]:
    """A line with indentation, or with a label under which its further lines do not go."""
    turned_over = line.rstrip(" ").endswith(INDENT)
    before = " " * (_STEP * (line.count(INDENT) - turned_over) + _LIST_STEP * depth)
    label, hang, words = line.partition(HANG)
    label, words = _bare(label).strip(" "), _bare(words).strip(" ")
    first = f"{label} {words}".strip(" ") if hang else label
    if not first:
        return
    under = before + " " * (columns(label) + 1 if hang else _STEP * turned_over)
    for number, piece in enumerate(wrap(first, width, len(before), len(under))):
        yield (under if number else before) + piece


def _bare(line: str) -> str:
    """A line without marks that have no business in it."""
    return line if line.isascii() else _MARKS.sub("", line)
