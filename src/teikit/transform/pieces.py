"""A page written in pieces: each division as soon as it is finished.

The tree of a page takes some twelve times the memory of the document's file. ``xslt/html`` says
with the instruction ``<teikit:piece>`` what can be written by itself; then that part of the tree is
freed before the next one is made, and only a mark stays in its place.
"""

from __future__ import annotations

import copy
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

from lxml import etree

INSTRUCTION = ("urn:teikit:pieces", "piece")
"""Namespace and name of the instruction."""

# lxml's name for the parent of what an instruction makes: a piece may stand in a piece.
_HELD = "fake-parent"

_IS_LARGE: Any = etree.XPath("boolean(/descendant::*[20000])")

Write = Callable[[etree._Element], str]


def are_needed(tree: etree._ElementTree) -> bool:
    """Whether a document is so large that its page is better not kept as a tree.

    A smaller page takes some five per cent longer in pieces.
    """
    return bool(_IS_LARGE(tree))


class Pieces(etree.XSLTExtension):  # type: ignore[misc]  # the stubs do not know it
    """The instruction, and what it has written of one page.

    Where nothing asks for pieces, and inside variables, its content becomes part of the tree.
    """

    def __init__(self) -> None:
        self._write: Write | None = None
        self._written: list[str] = []
        self._mark = ""

    @contextmanager
    def written(self, write: Write) -> Iterator[Callable[[str], str]]:
        """Have the pieces of a page written while a stylesheet makes it.

        Args:
            write: makes text of a piece.

        Returns:
            What puts the pieces where their marks are, in the text of the page.
        """
        # No document can have guessed the mark.
        self._write, self._written, self._mark = write, [], os.urandom(8).hex()
        try:
            yield _Whole(self._mark, self._written)
        finally:
            self._write = None

    def execute(self, context: Any, self_node: Any, input_node: Any, output_parent: Any) -> None:
        """What libxslt calls for each piece, through lxml."""
        if self._write is None or _top(output_parent) not in ("html", _HELD):
            self.process_children(context, output_parent)
            return
        for part in self.process_children(context, elements_only=True):
            # lxml frees the part itself, which it does not let anybody write, when this ends.
            text = self._write(copy.copy(part))
            output_parent.append(etree.Comment(f"{self._mark}{len(self._written)}"))
            self._written.append(text)


def _top(parent: Any) -> str:
    """The name of the outermost element round a place; empty in a variable that has none."""
    if not hasattr(parent, "getparent"):
        return ""
    while (outer := parent.getparent()) is not None:
        parent = outer
    return str(parent.tag)


class _Whole:
    """Puts the pieces of a page into its text."""

    def __init__(self, mark: str, written: list[str]) -> None:
        self._marks = re.compile(f"<!--{mark}([0-9]+)-->")
        self._written = written

    def __call__(self, text: str) -> str:
        whole = StringIO()
        whole.writelines(self._parts(text))
        return whole.getvalue()

    def _parts(self, text: str) -> Iterator[str]:
        done = 0
        for mark in self._marks.finditer(text):
            yield text[done : mark.start()]
            yield from self._parts(self._written[int(mark[1])])
            done = mark.end()
        yield text[done:]
