"""Tables in plain text: in columns where there is room, or cell by cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from teikit.transform.columns import columns, wrap
from teikit.transform.marks import ALL, CELL, COLUMN, ROW, SPANNED_ROW

_GAP = 2
# Longer cells are running text: they keep others from being put under each other.
_WIDEST_CELL = 40
_NUMBER = re.compile(r"[-+−–]?[£$€]?\d[\d.,:/ ]*[%£$€]?")
_MARKS = re.compile(f"[{ALL}]")


@dataclass(frozen=True, slots=True)
class _Cell:
    column: int
    text: str
    spans: int


def table_lines(table: str, width: int) -> list[str]:
    """The lines of a table.

    Columns of numbers are set to the right, others to the left. What is wider than the lines may
    be is given cell by cell, with a blank line after each row.

    Args:
        table: rows and cells with their marks.
        width: columns in a line, 0 for any number.
    """
    rows = [row for row in _rows(table) if any(cell.text for cell in row)]
    widths = _widths(rows)
    whole = sum(widths.values()) + _GAP * max(len(widths) - 1, 0)
    if width and whole > width:
        return [line for row in rows for line in _stacked(row, width)][:-1]
    right = _numeric(rows)
    return [_line(row, widths, right) for row in rows]


def _rows(table: str) -> list[list[_Cell]]:
    """The cells of each row, with the column they begin in."""
    rows: list[list[_Cell]] = []
    # For each column, in how many more rows a cell from above reaches down.
    taken: dict[int, int] = {}
    for row in table.split(ROW)[:-1]:
        cells: list[_Cell] = []
        column, below = 0, dict[int, int]()
        for cell in row.split(CELL)[:-1]:
            while taken.get(column):
                column += 1
            spans = 1 + cell.count(COLUMN)
            words = [word for word in _MARKS.sub(" ", cell).split(" ") if word]
            cells.append(_Cell(column, " ".join(words), spans))
            if SPANNED_ROW in cell:
                below |= dict.fromkeys(range(column, column + spans), cell.count(SPANNED_ROW))
            column += spans
        taken = {at: rest - 1 for at, rest in taken.items() if rest > 1} | below
        rows.append(cells)
    return rows


def _widths(rows: list[list[_Cell]]) -> dict[int, int]:
    """The width of each column; a cell over several columns asks for none."""
    widths = {cell.column: 0 for row in rows for cell in row}
    for row in rows:
        for cell in row:
            if cell.spans == 1:
                wide = min(columns(cell.text), _WIDEST_CELL)
                widths[cell.column] = max(widths[cell.column], wide)
    return dict(sorted(widths.items()))


def _numeric(rows: list[list[_Cell]]) -> frozenset[int]:
    """The columns in which, below the first row, there are numbers and nothing else."""
    kinds: dict[int, set[bool]] = {}
    for row in rows[1:]:
        for cell in row:
            if cell.text:
                kinds.setdefault(cell.column, set()).add(bool(_NUMBER.fullmatch(cell.text)))
    return frozenset(column for column, found in kinds.items() if found == {True})


def _line(row: list[_Cell], widths: dict[int, int], right: frozenset[int]) -> str:
    starts = dict(zip(widths, _starts(list(widths.values())), strict=True))
    line = ""
    for cell in row:
        space = starts[cell.column] - columns(line)
        if cell.column in right and cell.spans == 1:
            space += widths[cell.column] - columns(cell.text)
        line += " " * max(space, _GAP if line else 0) + cell.text
    return line.rstrip(" ")


def _starts(widths: list[int]) -> list[int]:
    starts, at = [], 0
    for width in widths:
        starts.append(at)
        at += width + _GAP
    return starts


def _stacked(row: list[_Cell], width: int) -> list[str]:
    return [*(line for cell in row if cell.text for line in wrap(cell.text, width, 0, 2)), ""]
