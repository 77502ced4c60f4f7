"""The lines of a document's source, to show where a finding is."""

from __future__ import annotations

import re
from bisect import bisect_right

from teikit.validate.events import Place

# Only these end a line in XML; splitlines() knows more.
_LINE_END = re.compile(r"\r\n?|\n")
_TAG = re.compile(r"<[^\s/>]+")
_ATTRIBUTE = re.compile(r"""\s*([^\s=<>/"']+)\s*=\s*(?:"[^"]*"|'[^']*')""")
# Of a line longer than this only a part is shown, from so many characters before the place on.
_LONGEST = 1000
_BEFORE = 300


class Lines:
    """Source lines.

    Args:
        text: the whole source, or ``""`` if there is none.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(end.end() for end in self._ends)]
        self._tag = Place(0, 0)
        self._attributes: dict[str, int] = {}

    @classmethod
    def of(cls, data: bytes, encoding: str) -> Lines:
        """The lines of a document in an encoding; bytes that do not fit are replaced."""
        try:
            text = data.decode(encoding, "replace")
        except LookupError:
            text = data.decode("utf-8", "replace")
        return cls(text.removeprefix("\ufeff"))

    def excerpt(self, place: Place) -> tuple[str, int]:
        """The line of a place, and how many of its characters are left out before it.

        A very long line is cut to what is around the place. ``""`` where there is no such line.
        """
        if not 0 < place.line <= len(self._starts):
            return "", 0
        start = self._starts[place.line - 1]
        last = place.line == len(self._starts)
        end = len(self._text) if last else self._ends[place.line - 1].start()
        if end - start <= _LONGEST:
            return self._text[start:end], 0
        left_out = min(max(0, place.column - 1 - _BEFORE), end - start)
        return self._text[start + left_out : min(end, start + left_out + _LONGEST)], left_out

    def attribute(self, start_tag: Place, name: str) -> Place:
        """The place of an attribute.

        Args:
            start_tag: the place of the ``<`` of the element's start tag.
            name: the attribute's name; its prefix counts only for ``xml:``.
        """
        if not 0 < start_tag.line <= len(self._starts) or not start_tag.column:
            return start_tag
        if start_tag != self._tag:
            self._tag, self._attributes = start_tag, self._read_tag(start_tag)
        offset = self._attributes.get(name)
        if offset is None:
            return start_tag
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def _read_tag(self, start_tag: Place) -> dict[str, int]:
        """The offsets of a start tag's attributes, by their names with and without prefix."""
        found: dict[str, int] = {}
        offset = self._starts[start_tag.line - 1] + start_tag.column - 1
        part = _TAG.match(self._text, offset)
        while part and (part := _ATTRIBUTE.match(self._text, part.end())):
            for name in (part[1], part[1].rpartition(":")[2]):
                found.setdefault(name, part.start(1))
        return found
