"""Tables in fixed width: columns parted by space or by bars, with rules between the rows.

TEI Guidelines, section 14.1.1. Only tables whose words come in the order of the text are made: a
cell may run over lines where it is the last one of its row, or the first one of the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from teikit.encode.model import Block
from teikit.encode.structure.paragraphs import Line, Paragraph

_GAP = re.compile(r"[ \u00a0]{3,}|[ \u00a0]*\t\s*")
_BAR = re.compile(r"\s+\|\s+")
_RULE = re.compile(r"[-+=|_:. ]*[-=_]{3,}[-+=|_:. ]*")
_FEWEST_ROWS = 3
_MOST_COLUMNS = 24
# Cells of one column begin, or end, that near each other.
_NEAR = 3
_LONGEST_CELL = 60
# A line that begins so far to the right goes on in a later column.
_FAR = 12

Taken = Mapping[int, Sequence[Block]]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell on a line: offsets in the text, columns on the page."""

    start: int
    end: int
    left: int
    right: int


@dataclass(slots=True)
class _Row:
    """A row: for each column that is filled its start and end; a rule has none.

    Between bars ``width`` tells how many cells there are, empty ones too.
    """

    cells: dict[int, tuple[int, int]]
    rule: tuple[int, int] | None = None
    width: int = 0


def tables(text: str, found: Sequence[Paragraph], taken: Taken) -> dict[int, list[Block]]:
    """The tables among the paragraphs that nothing else is known of.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        taken: the paragraphs that are something else.

    Returns:
        For the index of each paragraph of a table its blocks, ``cell`` and ``rule``. A cell has
        ``skip``, the number of empty ones before it, and ``role`` in a row of labels.
    """
    blocks: dict[int, list[Block]] = {}
    run: list[int] = []
    for at in [*range(len(found)), len(found)]:
        tabular = at < len(found) and at not in taken and _is_tabular(text, found[at], bool(run))
        if run and (not tabular or found[at].page_break):
            blocks |= _table(text, found, run)
            run = []
        if tabular:
            run.append(at)
    return blocks


def _is_tabular(text: str, paragraph: Paragraph, goes_on: bool) -> bool:
    """Whether most lines of a paragraph have gaps or bars in them."""
    lines = paragraph.lines
    start, end = paragraph.start, paragraph.end
    if not (goes_on or _has_gap(text, start, end)):
        return False
    gaps = sum(
        _has_gap(text, line.start, line.end) or line.indent >= lines[0].indent + _FAR
        for line in lines
    )
    if not gaps:
        return goes_on and all(_RULE.fullmatch(text, line.start, line.end) for line in lines)
    if not any(map(str.isalnum, text[paragraph.start : paragraph.end])):
        return False
    rules = sum(bool(_RULE.fullmatch(text, line.start, line.end)) for line in lines)
    return gaps * 5 >= (len(lines) - rules) * 3


def _has_gap(text: str, start: int, end: int) -> bool:
    return (
        text.find("   ", start, end) >= 0
        or text.find("\t", start, end) >= 0
        or text.find(" | ", start, end) >= 0
    )


def _table(text: str, found: Sequence[Paragraph], run: Sequence[int]) -> dict[int, list[Block]]:
    lines = [(at, line) for at in run for line in found[at].lines]
    barred = _barred(text, [line for _, line in lines])
    cells = [_cells(text, line, barred) for _, line in lines]
    if any(cell.end - cell.start > _LONGEST_CELL for row in cells for cell in row[:-1]):
        return {}
    columns = _columns(cells)
    if columns is None:
        return {}
    rows = _rows(text, cells, columns, [line for _, line in lines], barred=bool(barred))
    if rows is None or sum(max(len(row.cells), row.width) > 1 for row in rows) < _FEWEST_ROWS:
        return {}
    blocks: dict[int, list[Block]] = {at: [] for at in run}
    ends = {found[at].end: at for at in run}
    for block in _blocks(text, rows, barred):
        at = next(index for end, index in ends.items() if block.start < end)
        blocks[at].append(block)
    return blocks


def _barred(text: str, lines: Sequence[Line]) -> str:
    """How the table has bars: ``bars`` all round, ``bars-between``, or not at all."""
    words = [text[line.start : line.end] for line in lines]
    words = [line for line in words if not _RULE.fullmatch(line)]
    outer = [line.startswith("| ") and line.endswith(" |") for line in words]
    # A bar beside a letter would not come back as it was.
    if any(re.search(r"\S\||\|\S", line) for line in words):
        return ""
    if words and all(outer):
        return "bars"
    between = words and not any(line[0] == "|" or line[-1] == "|" for line in words)
    return "bars-between" if between and all(" | " in line for line in words) else ""


def _cells(text: str, line: Line, barred: str) -> list[_Cell]:
    if _RULE.fullmatch(text, line.start, line.end):
        return []
    start, end = line.start, line.end
    if barred == "bars":
        start, end = start + 1, end - 1
    parts: list[tuple[int, int]] = []
    done = start
    for gap in (_BAR if barred else _GAP).finditer(text, start, end):
        parts.append((done, gap.start()))
        done = gap.end()
    parts.append((done, end))
    found = []
    for first, last in parts:
        words = text[first:last]
        if not barred and not words.strip():
            continue
        first += len(words) - len(words.lstrip())
        last = max(first, first + len(words.strip()))
        left = line.indent + first - line.start
        found.append(_Cell(first, last, left, left + last - first))
    return found


def _columns(rows: Sequence[Sequence[_Cell]]) -> list[tuple[int, int]] | None:
    """Where the columns of most rows lie; None where rows do not agree."""
    counts = Counter(len(row) for row in rows if len(row) > 1)
    if not counts:
        return None
    number = max(counts, key=lambda count: (counts[count], count))
    full = [row for row in rows if len(row) == number]
    if number > _MOST_COLUMNS or len(full) * 2 < sum(len(row) > 1 for row in rows):
        return None
    columns: list[tuple[int, int]] = []
    for at in range(number):
        lefts, rights = [row[at].left for row in full], [row[at].right for row in full]
        if not _agree(lefts) and not _agree(rights):
            return None
        columns.append((min(lefts), max(rights)))
    return columns


def _agree(edges: Sequence[int]) -> bool:
    """Whether most cells of a column begin, or end, near the same place."""
    usual = Counter(edges).most_common(1)[0][0]
    return sum(abs(edge - usual) <= _NEAR for edge in edges) * 4 >= len(edges) * 3


def _is_value(text: str, cell: tuple[int, int], end: int) -> bool:
    """Whether a cell and what stands under it are figures, a row for each."""
    return text[cell[1] - 1].isdecimal() and text[end - 1].isdecimal()


def _rows(
    text: str,
    lines_of: Sequence[Sequence[_Cell]],
    columns: Sequence[tuple[int, int]],
    lines: Sequence[Line],
    *,
    barred: bool,
) -> list[_Row] | None:
    """The rows, with cells that run over lines; None where words would change their order."""
    rows: list[_Row] = []
    for cells, line in zip(lines_of, lines, strict=True):
        if not cells:
            rows.append(_Row({}, rule=(line.start, line.end)))
            continue
        if barred:
            filled = {n: (c.start, c.end) for n, c in enumerate(cells) if c.end > c.start}
            if not filled:
                return None
            rows.append(_Row(filled, width=len(cells)))
            continue
        placed = _placed(cells, columns)
        if placed is None:
            return None
        above = rows[-1] if rows and rows[-1].rule is None else None
        last = max(above.cells) if above and above.cells else -1
        (first, (_, end)), *_ = placed.items()
        alone = len(placed) == 1 and first > 0
        if above and alone and first == last and not _is_value(text, above.cells[last], end):
            above.cells[last] = (above.cells[last][0], end)
        elif above and len(above.cells) == 1 and last == 0 and first == 0 and len(placed) > 1:
            rows[-1] = _Row({**placed, 0: (above.cells[0][0], end)})
        else:
            rows.append(_Row(placed))
    return rows


def _placed(
    cells: Sequence[_Cell], columns: Sequence[tuple[int, int]]
) -> dict[int, tuple[int, int]] | None:
    """The column of each cell on a line: the one whose edges are nearest."""
    placed: dict[int, tuple[int, int]] = {}
    before = -1
    for cell in cells:
        rest = range(before + 1, len(columns))
        if not rest:
            return None
        before = min(rest, key=lambda n: _distance(cell, columns[n]))
        placed[before] = (cell.start, cell.end)
    return placed


def _distance(cell: _Cell, column: tuple[int, int]) -> int:
    left, right = column
    apart = max(left - cell.right, cell.left - right, 0)
    return apart * 100 + min(abs(cell.left - left), abs(cell.right - right))


def _blocks(text: str, rows: Sequence[_Row], barred: str) -> Iterator[Block]:
    labels = _is_labels(text, rows)
    first = {"first": "table"}
    if barred:
        first["rend"] = barred
    for number, row in enumerate(rows):
        if row.rule:
            yield Block("rule", *row.rule, {"within": "table", **first})
            first = {}
            continue
        role = {"role": "label"} if number == labels else {}
        opening = {"first": "row"} | first
        last = max(row.cells)
        for before, at in pairwise([-1, *row.cells]):
            skip = {"skip": str(at - before - 1)} if at - before > 1 else {}
            if at == last and row.width > at + 1:
                skip["trail"] = str(row.width - at - 1)
            yield Block("cell", *row.cells[at], {"within": "table row", **opening, **role, **skip})
            opening = {}
        first = {}


def _is_labels(text: str, rows: Sequence[_Row]) -> int:
    """The index of the row that names the columns; -1 for none."""
    real = [at for at, row in enumerate(rows) if row.cells]
    top, *rest = real
    if any(map(str.isdecimal, _words(text, rows[top]))) or len(rows[top].cells) < 2:
        return -1
    numbers = sum(any(map(str.isdecimal, _words(text, rows[at]))) for at in rest)
    return top if rest and numbers * 4 >= len(rest) * 3 else -1


def _words(text: str, row: _Row) -> str:
    return " ".join(text[start:end] for start, end in row.cells.values())
