"""Lists that a heading announces: tables of contents and plates, the persons in a play.

An entry of a table of contents repeats a heading of the text, so only its place tells the two
apart: entries have nothing between them, often end with a page's number, and come again below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from teikit.encode.model import Block
from teikit.encode.structure.named_headings import list_heading, named_heading
from teikit.encode.structure.numbers import number
from teikit.encode.structure.paragraphs import Layout, Line, Paragraph
from teikit.encode.structure.prose import is_prose, is_sentence
from teikit.encode.structure.verse import is_verse

_PAGED = re.compile(r"\S(?:\s{2,}|[ \t]*[.·…](?:[.·… \t]+))(?:\d{1,4}|[ivxlc]{1,7})\.?$")
_LABEL = re.compile(r"(?P<n>[IVXLC]+|\d{1,3})(?:[.):—–-]|\s{2,}|$)")
_PERSON = re.compile(r"[^\W\d_a-z]{2,}[^\n\t]*(?:\t| {3,})\S")
# What stands between the persons and their first speech.
_BEGINS_PLAY = re.compile(
    r"[_\[(]*(?:scene[.:]?\s*(?:--|—|–|:)|(?:re-?)?enter\b|(?:the )?curtain rises|at rise\b)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"_?(?P<who>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2})[.:]_?\s")
_LONGEST_HEADING = 80
_LONGEST_ENTRY = 700
# A longer line of a list may go on in the next one.
_LONGEST_SHORT = 45
_MOST_ENTRIES = 600
_FEWEST_ENTRIES = 3
# A text may open with the name of a part, the number of a chapter and its title.
_HEADINGS_ABOVE = 3

_KINDS = {"contents": "item", "plates": "item", "cast": "castitem"}


def announced_lists(
    text: str, found: Sequence[Paragraph], taken: AbstractSet[int], layout: Layout
) -> dict[int, list[Block]]:
    """The lists of a text, each with the heading that announces it.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        taken: indexes of the paragraphs that are something else.
        layout: the text's usual spacing.

    Returns:
        For the index of each paragraph of a list its blocks: first a ``head``, then those of the
        kind ``item`` or ``castitem``.
    """
    blocks: dict[int, list[Block]] = {}
    at = 0
    while at < len(found):
        lead = found[at].lines[0]
        kind = ""
        if at not in taken and lead.end - lead.start < _LONGEST_HEADING:
            kind = list_heading(text[lead.start : lead.end])
        end = 0
        if kind:
            scope = _Scope(text, found, taken, layout, at)
            end = (
                scope.end_of_contents(kind == "contents") if kind != "cast" else scope.end_of_cast()
            )
        if end:
            blocks |= _blocks(text, found, at, end, kind)
        at = max(end, at + 1)
    return blocks


def _blocks(
    text: str, found: Sequence[Paragraph], at: int, end: int, kind: str
) -> dict[int, list[Block]]:
    lead, *rest = found[at].lines
    facts = {"style": "list", "rank": "0", "type": kind, "n": "", "leaf": "yes"}
    blocks = {at: [Block("head", lead.start, lead.end, facts)]}
    if rest:
        blocks[at] += _items(text, rest, kind)
    for member in range(at + 1, end):
        blocks[member] = _items(text, found[member].lines, kind)
    return blocks


def _items(text: str, lines: Sequence[Line], kind: str) -> list[Block]:
    """A block for each entry; an entry may run over lines."""
    paged = [_is_paged(text, line) for line in lines]
    labels = [_label(text, line) for line in lines]
    margin = min(line.indent for line in lines)
    starts = [0]
    for at in range(1, len(lines)):
        if any(paged):
            opens = paged[at - 1] or bool(labels[at])
        elif any(labels):
            opens = bool(labels[at]) or _opens_entry(text, lines, starts[-1], at)
        else:
            opens = not (text[lines[at].start].islower() and lines[at].indent > margin)
        if opens:
            starts.append(at)
    ends = [*(start - 1 for start in starts[1:]), len(lines) - 1]
    facts = {"within": "castList"} if kind == "cast" else {"within": "list", "list": kind}
    return [
        Block(_KINDS[kind], lines[start].start, lines[end].end, facts)
        for start, end in zip(starts, ends, strict=True)
    ]


def _opens_entry(text: str, lines: Sequence[Line], first: int, at: int) -> bool:
    """Whether a line without a number is an entry of its own, and does not go on with the last."""
    before, line = lines[at - 1], lines[at]
    if text[line.start].islower() or line.indent > lines[first].indent:
        return False
    return before.indent + before.end - before.start < _LONGEST_SHORT and _label(text, line) == ""


def _is_paged(text: str, line: Line) -> bool:
    return _PAGED.search(text, line.start, line.end) is not None


def _label(text: str, line: Line) -> str:
    """The number of an entry, in figures, or ``""``."""
    words = text[line.start : line.end]
    match = _LABEL.match(words)
    value = number(match["n"]) if match else None
    if value:
        return str(value)
    named = named_heading(words) if len(words) < _LONGEST_HEADING else None
    return named.n if named else ""


class _Scope:
    """The paragraphs under a heading that announces a list, and how far the list goes."""

    def __init__(
        self,
        text: str,
        found: Sequence[Paragraph],
        taken: AbstractSet[int],
        layout: Layout,
        heading: int,
    ) -> None:
        self.text = text
        self.found = found
        self.taken = taken
        self.layout = layout
        self.heading = heading
        self.first = heading + 1

    def end_of_contents(self, table: bool) -> int:
        """The index after the last entry; 0 where there is no list.

        Only a table of contents is sure without the numbers of pages.
        """
        rest = self.found[self.heading].lines[1:]
        paged = sum(_is_paged(self.text, line) for line in rest)
        labelled = sum(bool(_label(self.text, line)) for line in rest)
        last_paged = last_labelled = self.heading
        seen: set[str] = set()
        limit = self.first
        for at in range(self.first, min(self.first + _MOST_ENTRIES, len(self.found))):
            pages, labels = self._look(at)
            if at > self.first and self._announces(at):
                # The list of the first chapter; its heading may seem the last entry of this one.
                last_labelled -= last_labelled == at - 1 and len(self.found[at - 1].lines) == 1
                break
            if self._is_text(at, pages, labels) or (
                labels[:1] and labels[0] in seen and self._text_follows(at)
            ):
                break
            seen.update(labels)
            paged, labelled = paged + pages, labelled + len(labels)
            last_paged = at if pages else last_paged
            last_labelled = at if labels else last_labelled
            limit = at + 1
        if paged > 1:
            return last_paged + 1
        if not table:
            return 0
        gap = self._gap(limit)
        if labelled > 1:
            return max(last_labelled + 1, gap)
        entries = sum(len(self.found[at].lines) for at in range(self.first, gap)) + len(rest)
        return gap if entries >= _FEWEST_ENTRIES else 0

    def end_of_cast(self) -> int:
        """The index after the last person; 0 where there is no list."""
        at = self.first
        space = self.layout.space
        while at < len(self.found) and at not in self.taken:
            paragraph = self.found[at]
            words = self.text[paragraph.start : paragraph.end]
            # Persons with a column of their own may stand in groups, further apart.
            wide = at > self.first and paragraph.space > space and not _PERSON.match(words)
            if wide or self._is_text(at, 0, []) or named_heading(words) or list_heading(words):
                break
            if _BEGINS_PLAY.match(words) or self._speaks(at):
                break
            if any(line.end - line.start > _LONGEST_HEADING for line in paragraph.lines):
                break
            at += 1
        persons = sum(len(paragraph.lines) for paragraph in self.found[self.heading : at]) - 1
        return at if persons > 1 and at < len(self.found) else 0

    def _speaks(self, at: int) -> bool:
        """Whether a paragraph opens with the name of a person above it, as a speech does."""
        paragraph = self.found[at]
        speaker = _SPEAKER.match(self.text, paragraph.start, paragraph.end)
        if speaker is None or at == self.first:
            return False
        persons = self.text[self.found[self.first].start : self.found[at - 1].end]
        return re.search(rf"(?<!\w){re.escape(speaker['who'])}(?!\w)", persons, re.I) is not None

    def _announces(self, at: int) -> bool:
        lead = self.found[at].lines[0]
        words = self.text[lead.start : lead.end]
        return len(words) < _LONGEST_HEADING and list_heading(words) == "contents"

    def _look(self, at: int) -> tuple[int, list[str]]:
        """How many lines end with a page's number, and the numbers they begin with."""
        lines = self.found[at].lines
        pages = sum(_is_paged(self.text, line) for line in lines)
        return pages, [label for line in lines if (label := _label(self.text, line))]

    def _is_text(self, at: int, pages: int, labels: Sequence[str]) -> bool:
        paragraph = self.found[at]
        if at in self.taken or paragraph.end - paragraph.start > _LONGEST_ENTRY * 20:
            return True
        return not pages and not labels and is_prose(self.text, paragraph, self.layout)

    def _text_follows(self, at: int) -> bool:
        """Whether a number heads a text here, and no further entry of the list."""
        for below in range(at + 1, min(at + 1 + _HEADINGS_ABOVE, len(self.found))):
            if self._look(below)[1]:
                return False
            paragraph = self.found[below]
            if (
                is_prose(self.text, paragraph, self.layout)
                or is_sentence(self.text, paragraph)
                or is_verse(self.text, paragraph.lines, self.layout)
            ):
                return True
        return False

    def _gap(self, limit: int) -> int:
        """The index of the first paragraph that stands further off than the entries do."""
        widest = 0
        for at in range(self.first + 1, limit):
            if at > self.first + 1 and self.found[at].space > widest:
                return at
            widest = max(widest, self.found[at].space)
        # Nothing stands out: the last paragraphs may be the headings of the text.
        return 0
