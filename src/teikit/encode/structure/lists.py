"""Lists: numbered and lettered ones, those with bullets, and entries whose first line hangs out.

TEI Guidelines, section 3.8. A number alone makes no list: the next one has to follow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from teikit.encode.model import Block
from teikit.encode.structure.numbers import number
from teikit.encode.structure.paragraphs import Line, Paragraph

_LABEL = re.compile(
    r"(?P<open>[(\[]?)(?P<n>\d{1,3}|[a-z]|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})"
    r"(?:(?:[-–]|, )(?P<to>\d{1,3}))?(?P<close>[.)\]]|(?:st|d|nd|rd|th)\.)(?:--|\s+)(?=\S)"
)
_BULLET = re.compile(r"(?P<bullet>[•·‣▪◦-]|\*)\s+(?=\S)")
_FEWEST_ITEMS = 3
_FEWEST_ENTRIES = 4
_WIDEST_STEP = 3
# Longer ones, on the average, are the sections of an argument.
_LONGEST_ITEM = 900
_PAGES = re.compile(r"\d\s*[.,;]?\)?\s*\Z")

Taken = Mapping[int, Sequence[Block]]


@dataclass(frozen=True, slots=True)
class _Item:
    """An item: where it, its label and its words begin and end, and what the label counts."""

    at: int
    start: int
    end: int
    label_end: int
    words: int
    style: str
    first: int
    last: int


def numbered_lists(text: str, found: Sequence[Paragraph], taken: Taken) -> dict[int, list[Block]]:
    """The lists whose items have numbers, letters or bullets.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        taken: the paragraphs that are something else.

    Returns:
        For the index of each of their paragraphs its blocks: ``label`` and ``item`` by turns.
    """
    blocks: dict[int, list[Block]] = {}
    run: list[_Item] = []
    for at, paragraph in enumerate(found):
        items = [] if at in taken else _items(text, paragraph, at)
        follows = (
            bool(run and items) and items[0].at == run[-1].at + 1 and _follows(run[-1], items[0])
        )
        if not follows:
            blocks |= _list(run)
            run = []
        run += items
    return blocks | _list(run)


def _items(text: str, paragraph: Paragraph, at: int) -> list[_Item]:
    """The items of a paragraph: one, or several that begin on lines of their own."""
    opening = text[paragraph.start]
    if not (opening.isalnum() or opening in "([•·‣▪◦-*"):
        return []
    first = _item(text, paragraph.lines[0], at, paragraph.end)
    if first is None:
        return []
    found = [first]
    for line in paragraph.lines[1:]:
        item = _item(text, line, at, paragraph.end)
        if item and _follows(found[-1], item) and line.indent <= paragraph.lines[0].indent + 2:
            before = found[-1]
            end = before.start + len(text[before.start : item.start].rstrip())
            found[-1] = replace(before, end=end)
            found.append(item)
    # A dash opens what is spoken, an asterisk a note, where paragraphs are parted.
    return found if len(found) >= _FEWEST_ITEMS or first.style not in {"-", "*"} else []


def _item(text: str, line: Line, at: int, end: int) -> _Item | None:
    bullet = _BULLET.match(text, line.start, line.end)
    if bullet:
        return _Item(
            at, line.start, end, bullet.end("bullet"), bullet.end(), bullet["bullet"], 0, 0
        )
    label = _LABEL.match(text, line.start, line.end)
    if label is None or bool(label["open"]) != (label["close"] in ")]" and bool(label["open"])):
        return None
    kind, value = _value(label["n"])
    style = f"{label['open']}{kind}{label['close'][-1]}"
    last = int(label["to"]) if label["to"] else value
    return _Item(at, line.start, end, label.end("close"), label.end(), style, value, last)


def _value(label: str) -> tuple[str, int]:
    if label.isdecimal():
        return "1", int(label)
    roman = number(label)
    if len(label) == 1 and label not in "iIvVxXlL":
        return ("a" if label.islower() else "A"), ord(label.lower()) - ord("a") + 1
    return ("i" if label.islower() else "I"), roman or 0


def _follows(before: _Item, item: _Item) -> bool:
    if before.style != item.style:
        return _is_ninth(before, item)
    widest = _WIDEST_STEP if "1" in item.style else 1
    return before.last == item.first == 0 or 0 < item.first - before.last <= widest


def _is_ninth(before: _Item, item: _Item) -> bool:
    """Whether “i” follows “h”: it is a letter there, and no numeral."""
    letter = {"a": "i", "A": "I"}
    kind = before.style.strip("([.)]")
    return (
        kind in letter
        and before.last == 8
        and item.style == before.style.replace(kind, letter[kind])
    )


def _list(run: Sequence[_Item]) -> dict[int, list[Block]]:
    opens = bool(run) and run[0].first in {0, 1}
    if len(run) < (2 if opens and run[0].first else _FEWEST_ITEMS):
        return {}
    if sum(item.end - item.start for item in run) > _LONGEST_ITEM * len(run):
        return {}
    kind = "numbered" if run[0].first else "bulleted"
    facts = {"within": "list", "list": kind}
    blocks: dict[int, list[Block]] = {}
    for item in run:
        first = {"first": "list"} if item is run[0] else {}
        blocks.setdefault(item.at, []).extend(
            [
                Block("label", item.start, item.label_end, {**facts, **first}),
                Block("item", item.words, item.end, facts),
            ]
        )
    return blocks


def hanging_lists(text: str, found: Sequence[Paragraph], taken: Taken) -> dict[int, list[Block]]:
    """The lists whose entries have no labels: further lines of each are set deeper.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        taken: the paragraphs that are something else, verse among them.

    Returns:
        For the index of each of their paragraphs its block, ``item``.
    """
    blocks: dict[int, list[Block]] = {}
    for run in _hanging(found, taken):
        hangs = sum(len(found[at].lines) > 1 for at in run)
        if len(run) < _FEWEST_ENTRIES or hangs < 2:
            continue
        paged = sum(bool(_PAGES.search(text, found[at].start, found[at].end)) for at in run)
        facts = {"within": "list"}
        if paged * 5 >= len(run) * 3:
            facts["list"] = "index"
        for at in run:
            first = {"first": "list"} if at == run[0] else {}
            blocks[at] = [Block("item", found[at].start, found[at].end, {**facts, **first})]
    return blocks


def _hanging(found: Sequence[Paragraph], taken: Taken) -> Iterator[list[int]]:
    """Paragraphs that follow each other, of one line or with the first line hanging out."""
    run: list[int] = []
    for at, paragraph in enumerate(found):
        first, *rest = paragraph.lines
        hangs = at not in taken and all(line.indent > first.indent for line in rest)
        if run and (not hangs or first.indent != found[run[-1]].lines[0].indent):
            yield run
            run = []
        if hangs:
            run.append(at)
    if run:
        yield run
