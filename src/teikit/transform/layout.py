"""The layout of plain text: white space, paragraphs, lines of a width, indentation.

XSLT 1.0 can say where a paragraph or a line ends, but not normalise white space across elements.
So ``xslt/text`` writes marks into its result, and this module makes text of it. It adds and takes
away nothing but white space and marks, and keeps the order of all else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_SPACE_BEFORE_OMITTED = re.compile(f" (?:{OMITTED} ?)+(?=[.,;:!?)\\]’”»]|[{PARAGRAPH}{LINE}]|$)")
_MARKS = re.compile(f"[{ALL}]")
_IN_LINE = re.compile(f"[{INDENT}{DEEPER}{BACK}{HANG}]")


def lay_out(text: str, width: int) -> str:
    """Make lines of the result of ``xslt/text``.

    Args:
        text: the sheet's result, with its marks.
        width: columns in a line, 0 for one line for each paragraph.

    Returns:
        Paragraphs with a blank line between them, one more where the document has extra space.
    """
    text = _one_space(text)
    if OMITTED in text:
        text = _one_space(_SPACE_BEFORE_OMITTED.sub("", text).replace(OMITTED, ""))
    lines: list[str] = []
    depth = 0
    for at, part in enumerate(_TABLE.split(text) if TABLE in text else [text]):
        if at % 2:
            _add(lines, table_lines(part, width))
            continue
        for paragraph in part.split(PARAGRAPH):
            if paragraph == SPACE:
                lines += [""] if lines else []
            elif paragraph:
                found, depth = _paragraph(paragraph, width, depth)
                _add(lines, found)
    return "\n".join([*lines, ""]) if lines else ""


def _one_space(text: str) -> str:
    """One space for each run of white space of XML; a no-break space is a character of the text."""
    for space in "\t\r\n":
        text = text.replace(space, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _add(lines: list[str], more: list[str]) -> None:
    if more and lines:
        lines.append("")
    lines += more


def _paragraph(paragraph: str, width: int, depth: int) -> tuple[list[str], int]:
    """The lines of a paragraph, and how deep in lists it ends."""
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
    before = " " * (_STEP * line.count(INDENT) + _LIST_STEP * depth)
    label, hang, words = line.partition(HANG)
    label, words = _bare(label).strip(" "), _bare(words).strip(" ")
    first = f"{label} {words}".strip(" ") if hang else label
    if not first:
        return
    under = before + " " * (columns(label) + 1 if hang else 0)
    for number, piece in enumerate(wrap(first, width, len(before), len(under))):
        yield (under if number else before) + piece


def _bare(line: str) -> str:
    """A line without marks that have no business in it."""
    return line if line.isascii() else _MARKS.sub("", line)
