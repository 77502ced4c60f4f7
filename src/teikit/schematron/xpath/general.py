"""XPath run by elementpath: everything that libxml2 cannot run, with nothing outside in reach.

elementpath takes long to import and to build its tree of a document, so this module is imported,
and the tree built, only where an expression needs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from elementpath import XPath1Parser, XPath2Parser, XPathContext, get_node_tree
from elementpath.datatypes import UntypedAtomic
from elementpath.xpath3 import XPath31Parser
from elementpath.xpath_nodes import (
    ElementNode,
    EtreeDocumentNode,
    EtreeElementNode,
    XPathNode,
)
from lxml import etree

if TYPE_CHECKING:
    from datetime import datetime

Item: TypeAlias = Any
"""An element of lxml, another node of elementpath, or an atomic value."""

_CODEPOINTS = "http://www.w3.org/2005/xpath-functions/collation/codepoint"
_CACHED = 4096
_STRINGS = XPath2Parser(default_collation=_CODEPOINTS).parse("''")


class EvaluationError(ValueError):
    """An expression that elementpath cannot read or run."""


@lru_cache(maxsize=_CACHED)
def compiled(source: str, version: str, namespaces: tuple[tuple[str, str], ...]) -> Any:
    """An expression, read by elementpath.

    Args:
        source: the expression.
        version: of XPath, ``"1.0"``, ``"2.0"`` or ``"3.1"``.
        namespaces: prefixes with their namespaces.

    Raises:
        EvaluationError: it is wrong.
    """
    prefixes = dict(namespaces)
    try:
        if version == "1.0":
            return XPath1Parser(prefixes).parse(source)
        # Without a collation given, elementpath would take that of the machine's locale.
        kind = XPath2Parser if version == "2.0" else XPath31Parser
        return kind(prefixes, default_collation=_CODEPOINTS).parse(source)
    except Exception as error:
        # A schema is anyone's; elementpath raises errors of many kinds for what is wrong in it.
        raise EvaluationError(_told(error)) from error


class NodeTree:
    """A document as elementpath sees it.

    Args:
        tree: the document.
        now: what the clock is to say; without it no expression may ask.
    """

    def __init__(self, tree: etree._ElementTree, now: datetime | None = None) -> None:
        self._root = get_node_tree(tree)
        _mend(self._root)
        self._now = now

    @property
    def root(self) -> Item:
        """The document node."""
        return self._root

    def select(
        self, token: Any, item: Item, variables: Mapping[str, Any], is_path: bool = False
    ) -> list[Item]:
        """What an expression yields: elements of lxml, other nodes of elementpath, values.

        Args:
            token: the expression, read.
            item: the context node; nothing for the document itself.
            variables: the values of variables.
            is_path: whether it is a path, whose nodes come in the order of the document;
                elementpath 5.1 has another order for some.

        Raises:
            EvaluationError: it fails.
        """
        try:
            context = XPathContext(
                self._root,
                item=self._root if item is None else item,
                variables=dict(variables),
                current_dt=self._now,
                timezone="Z",
            )
            found = list(token.select(context))
            if is_path and all(isinstance(node, XPathNode) for node in found):
                found.sort(key=lambda node: node.position)
            return [_lowered(node) for node in found]
        except Exception as error:
            raise EvaluationError(_told(error)) from error


class _Element(EtreeElementNode):
    """An element whose string value is all its text in the order of the document (XDM 6.2.2).

    elementpath 5.1 leaves out text behind comments and instructions, and puts the text behind an
    element before the text of what is inside it.
    """

    __slots__ = ()

    @property
    def string_value(self) -> str:
        return _text_of(self.value)

    compat_string_value = string_value

    @property
    def iter_typed_values(self) -> Iterator[UntypedAtomic]:
        yield UntypedAtomic(_text_of(self.value))


class _Document(EtreeDocumentNode):
    """A document whose string value has no comments and instructions in it (XDM 6.1.2)."""

    __slots__ = ()

    @property
    def string_value(self) -> str:
        return _text_of(self.value.getroot())

    compat_string_value = string_value


def _text_of(element: Any) -> str:
    return str(element.xpath("string()"))


def _mend(root: Any) -> None:
    """Give all nodes their right string values."""
    root.__class__ = _Document
    for node in root.elements.values():
        if type(node) is EtreeElementNode:
            node.__class__ = _Element


def string_of(item: Item) -> str:
    """The string value of a node of elementpath, or of an atomic value, as XPath 2 writes it."""
    return str(_STRINGS.string_value(item))


def _lowered(item: Any) -> Item:
    return item.obj if isinstance(item, ElementNode) else item


def parent_element(item: Item) -> Any:
    """The element of lxml that a node of elementpath belongs to, or nothing."""
    while isinstance(item, XPathNode):
        if isinstance(item, ElementNode):
            return item.obj
        item = item.parent
    return None


def _told(error: Exception) -> str:
    """The first line of a message of elementpath, without its code and its position."""
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0]
