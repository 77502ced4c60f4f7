"""Lays out text for a terminal: headings, rows, and lists that fold."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

_MARGIN = "  "
_LABEL = 12
_FOLD = 2
_LONGEST_LABEL = 30


class Layout:
    """Lines of a page.

    Args:
        width: of a line, in characters.
        colour: whether to use the colours of a terminal.
        full: whether to write long lists of names out.
    """

    def __init__(self, width: int, colour: bool, full: bool) -> None:
        self._width = width
        self._colour = colour
        self.full = full

    def paint(self, text: str, code: str) -> str:
        """Text in a colour or weight, by its number in ECMA-48 (``"1"`` is bold)."""
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text

    def title(self, name: str, what: str) -> list[str]:
        """What a page is about."""
        first, *rest = self._wrapped(f"{name}  {what}", "", _MARGIN)
        return [self.paint(name, "1;36") + first.removeprefix(name), *rest]

    def section(self, heading: str, lines: Iterable[str]) -> Iterator[str]:
        """A part of a page, after an empty line."""
        yield ""
        yield self.paint(heading, "1")
        yield from lines

    def paragraph(self, text: str) -> list[str]:
        """Running text."""
        return self._wrapped(text, _MARGIN, _MARGIN)

    def code(self, text: str) -> list[str]:
        """XML, whose lines stay as they are."""
        return [_MARGIN + line for line in text.splitlines()]

    def row(self, label: str, text: str) -> list[str]:
        """A short label and what it says."""
        return self._labelled(label, text, _LABEL)

    def hanging(self, label: str, text: str) -> list[str]:
        """An item of a list, with its number before it."""
        return self._labelled(label, text, len(label) + 1 if label else 2)

    def heading(self, name: str, gloss: str) -> list[str]:
        """A heading within a section, with what it means beside it."""
        text = f"{name}: {gloss}" if gloss else name
        lines = self._wrapped(text, _MARGIN, _MARGIN * 2)
        return [lines[0].replace(name, self.paint(name, "36"), 1), *lines[1:]]

    def entry(self, name: str, text: str, longest: int) -> list[str]:
        """An entry under a heading; the texts of entries stand in one column."""
        return [_MARGIN + line for line in self._labelled(name, text, longest + 2, shrink=2)]

    def names(self, label: str, names: Sequence[str], longest: int) -> list[str]:
        """Names of elements under a label, with their number if there are many."""
        column = min(longest, _LONGEST_LABEL) + 2 if longest else 0
        return self._labelled(label, self.folded(names, column), column)

    def folded(self, names: Sequence[str], column: int) -> str:
        """Names with commas between; of a long list the first ones and how many there are."""
        room = _FOLD * (self._width - column - len(_MARGIN)) - 10
        text = ", ".join(names)
        if self.full or len(text) <= room + 10:
            return text
        shown = textwrap.shorten(text, room, placeholder=" …")
        return f"{shown} ({len(names)})"

    def _labelled(self, label: str, text: str, column: int, *, shrink: int = 0) -> list[str]:
        """A label, and text in a column beside it, or below it if the label is too long."""
        indent = _MARGIN + " " * column
        lines = self._wrapped(text, indent, indent, shrink)
        if len(label) >= column > 0:
            return [_MARGIN + label, *lines]
        first = lines[0][len(indent) :] if lines else ""
        return [f"{_MARGIN}{label:{column}}{first}" if column else f"{_MARGIN}{first}", *lines[1:]]

    def _wrapped(self, text: str, first: str, rest: str, shrink: int = 0) -> list[str]:
        return textwrap.wrap(
            text,
            self._width - shrink,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
