"""The lines of a document's source, to show where a finding is."""

from __future__ import annotations

import re

from teikit.validate.events import Place

_ATTRIBUTE = re.compile(r"""\s([^\s=<>/"']+)\s*=\s*(?:"[^"]*"|'[^']*')""")


class Lines:
    """Source lines.

    Args:
        text: the whole source, or ``""`` if there is none.
    """

    def __init__(self, text: str) -> None:
        # Only these end a line in XML; splitlines() knows more.
        self._lines = re.split(r"\r\n?|\n", text) if text else []

    @classmethod
    def of(cls, data: bytes, encoding: str) -> Lines:
        """The lines of a document in an encoding; bytes that do not fit are replaced."""
        try:
            text = data.decode(encoding, "replace")
        except LookupError:
            text = data.decode("utf-8", "replace")
        return cls(text.removeprefix("\ufeff"))

    def line(self, number: int) -> str:
        """A line, from 1; ``""`` where there is none."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def attribute(self, start_tag: Place, name: str) -> Place:
        """The place of an attribute.

        Args:
            start_tag: the place of the ``<`` of the element's start tag.
            name: the attribute's name; its prefix counts only for ``xml:``.
        """
        if not 0 < start_tag.line <= len(self._lines) or not start_tag.column:
            return start_tag
        text = self._lines[start_tag.line - 1][start_tag.column - 1 :]
        number, offset = start_tag.line, start_tag.column
        while number < len(self._lines) and not _ends(text):
            text += "\n" + self._lines[number]
            number += 1
        for found in _ATTRIBUTE.finditer(text):
            if name in (found[1], found[1].rpartition(":")[2]):
                before = text[: found.start(1)]
                line = start_tag.line + before.count("\n")
                last = before.rpartition("\n")[2]
                column = len(last) + 1 if "\n" in before else len(before) + offset
                return Place(line, column)
        return start_tag


def _ends(text: str) -> bool:
    """Whether a start tag is complete: a > outside of quotation marks."""
    return ">" in re.sub(r"\"[^\"]*\"|'[^']*'", "", text)
