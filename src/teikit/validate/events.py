"""The tags and texts of a document in order, each with its line and column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol
from xml.parsers import expat

from teikit.tei import XML_NS

if TYPE_CHECKING:
    from lxml import etree

QName = tuple[str, str]


class Place(NamedTuple):
    """A place in a document; line and column count from 1, 0 is unknown."""

    line: int
    column: int


class Handler(Protocol):
    """What is told about a document."""

    def start(
        self,
        name: QName,
        attributes: list[tuple[QName, str]],
        place: Place,
        context: Mapping[str, str],
    ) -> None:
        """An element starts; ``context`` has the namespaces in scope by prefix."""

    def text(self, text: str, place: Place) -> None:
        """A part of a text; a text can come in several parts."""

    def end(self, place: Place) -> None:
        """The element that started last ends."""


def read_events(data: bytes, encoding: str, handler: Handler) -> None:
    """Tell a handler about a document that is known to be well-formed.

    Args:
        data: the document.
        encoding: its encoding, as ``docinfo.encoding`` tells it.
        handler: is told about every tag and text.

    Raises:
        NotReadableError: expat cannot read it; the handler was told about a part.
    """
    try:
        _Reader(data, encoding, handler).read()
    except expat.ExpatError as error:
        raise NotReadableError from error


class NotReadableError(Exception):
    """A document that expat cannot read, though libxml2 can.

    It follows older editions of XML, in which fewer characters could be in a name.
    """


class _Reader:
    def __init__(self, data: bytes, encoding: str, handler: Handler) -> None:
        self._handler = handler
        self._names: dict[str, QName] = {}
        self._scopes: list[dict[str, str]] = [{"xml": XML_NS}]
        self._declared: dict[str, str] = {}
        if encoding.upper() not in ("UTF-8", "ASCII", "US-ASCII"):
            # expat knows few encodings.
            data = data.decode(encoding, "replace").encode()
        self._data = data
        parser = self._parser = expat.ParserCreate("utf-8", namespace_separator="\n")
        parser.ordered_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartNamespaceDeclHandler = self._declare

    def read(self) -> None:
        self._parser.Parse(self._data, True)

    def _place(self) -> Place:
        parser = self._parser
        return Place(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def _name(self, name: str) -> QName:
        known = self._names.get(name)
        if known is None:
            ns, _, local = name.rpartition("\n")
            known = self._names[name] = ns, local
        return known

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self._declared[prefix or ""] = uri or ""

    def _start(self, name: str, attributes: list[str]) -> None:
        scope = self._scopes[-1]
        if self._declared:
            scope = {**scope, **self._declared}
            self._declared = {}
        self._scopes.append(scope)
        names = map(self._name, attributes[::2])
        pairs = list(zip(names, attributes[1::2], strict=True)) if attributes else []
        self._handler.start(self._name(name), pairs, self._place(), scope)

    def _end(self, _: str) -> None:
        self._scopes.pop()
        self._handler.end(self._place())

    def _text(self, text: str) -> None:
        self._handler.text(text, self._place())


def tree_events(root: etree._Element, handler: Handler) -> None:
    """Tell a handler about a tree; places have the line, if lxml knows it, and no column."""
    from lxml import etree

    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        line = element.sourceline or 0
        if event == "start":
            attributes = [(split(str(key)), str(value)) for key, value in element.items()]
            context = {prefix or "": uri for prefix, uri in element.nsmap.items()}
            handler.start(split(str(element.tag)), attributes, Place(line, 0), context)
            _tell_text(element.text, line, handler)
            continue
        if event == "end":
            handler.end(Place(line, 0))
        if element is not root:
            _tell_text(element.tail, line, handler)


def _tell_text(text: str | None, line: int, handler: Handler) -> None:
    if text:
        blank = len(text) - len(text.lstrip(" \t\r\n"))
        handler.text(text, Place(line and line + text.count("\n", 0, blank), 0))


def split(name: str) -> QName:
    """A name in Clark notation as namespace and local name."""
    ns, _, local = name.rpartition("}")
    return ns[1:], local
