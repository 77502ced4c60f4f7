"""Where elements stand in the source: exact lines and columns, even where lxml has none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from teikit.checks.problem import Problem
from teikit.tei import XML_NS
from teikit.validate.events import Place
from teikit.validate.source import Lines

if TYPE_CHECKING:
    from lxml import etree

_MARKUP = re.compile(
    r"""<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<!DOCTYPE(?:[^\[>"']|"[^"]*"|'[^']*')*+"""
    r"""(?:\[(?:<!--.*?-->|<\?.*?\?>|"[^"]*"|'[^']*'|[^\]"'])*+\])?\s*>|<([^\s/!?<>]+)""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""\s+([^\s=<>/"']+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_LINE_END = re.compile(r"\r\n?|\n")


class Places:
    """Finds the places of problems in a document.

    Args:
        tree: the document.
        text: its source, without a byte order mark; ``""`` if there is none.
        problems: the problems whose places will be wanted.
    """

    def __init__(self, tree: etree._ElementTree, text: str, problems: Iterable[Problem]) -> None:
        self._tree = tree
        self._text = text
        self._wanted = {problem.node.element for problem in problems if problem.node}

    @cached_property
    def lines(self) -> Lines:
        """The source lines."""
        return Lines(self._text)

    @cached_property
    def _starts(self) -> dict[etree._Element, int]:
        """The offsets of the start tags of problems; none where the source differs.

        Elements that come from entities of the document are in the tree only.
        """
        starts = [m.start() for m in _MARKUP.finditer(self._text) if m[1] is not None]
        found = {}
        count = 0
        for count, element in enumerate(self._tree.iter("*"), 1):
            if element in self._wanted and count <= len(starts):
                found[element] = starts[count - 1]
        return found if len(starts) == count else {}

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self._text))]

    def of(self, problem: Problem) -> Place:
        """The place of a problem: its offset, attribute or start tag, or unknown."""
        if problem.offset >= 0:
            return self._at(problem.offset)
        if problem.node is None:
            return Place(0, 0)
        start = self._starts.get(problem.node.element) if self._text else None
        if start is None:
            line: Any = problem.node.element.sourceline
            return Place(line or 0, 0)
        return self._at(self._attribute(start, shown_name(problem.attribute)))

    def _attribute(self, start: int, name: str) -> int:
        """The offset of an attribute in the start tag at an offset; without a name of the tag."""
        tag = _MARKUP.match(self._text, start)
        found = _ATTRIBUTE.match(self._text, tag.end()) if tag and name else None
        while found:
            if name in (found[1], found[1].rpartition(":")[2]):
                return found.start(1)
            found = _ATTRIBUTE.match(self._text, found.end())
        return start

    def _at(self, offset: int) -> Place:
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1)


def shown_name(attribute: str) -> str:
    """The name of an attribute as people write it: ``xml:lang`` and not Clark's notation."""
    ns, _, local = attribute.rpartition("}")
    return f"xml:{local}" if ns[1:] == XML_NS else local
