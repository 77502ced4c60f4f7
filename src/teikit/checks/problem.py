"""What a check sees and what it tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from lxml import etree


class Node(NamedTuple):
    """A TEI element.

    Attributes:
        element: the element itself.
        name: its name without namespace.
        attributes: its attributes by name in lxml's (Clark's) notation.
    """

    element: etree._Element
    name: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a check has found.

    Attributes:
        code: the code of its kind.
        message: what is wrong, as a sentence without a full stop.
        hint: what to do about it.
        node: the element that it is about; ``None`` for the document as a whole.
        attribute: the attribute, in lxml's (Clark's) notation.
        found: the value or text that is wrong.
        offset: where in the source text it is, in characters from 0; -1: at the element.
        allowed: what was probably meant, the likeliest first.
    """

    code: str
    message: str
    hint: str
    node: Node | None = None
    attribute: str = ""
    found: str = ""
    offset: int = -1
    allowed: tuple[str, ...] = ()

    @property
    def element_name(self) -> str:
        """The name of the element that it is about, without namespace; may be empty."""
        return self.node.name if self.node is not None else ""


class Checker(Protocol):
    """A family of checks on its way through one document."""

    def visit(self, node: Node) -> None:
        """Look at a TEI element; they come in document order."""

    def finish(self) -> list[Problem]:
        """The problems, when the whole document has been seen."""


def quoted(text: str, longest: int = 60) -> str:
    """A piece of the document in quotation marks, on one line and not too long."""
    text = " ".join(text.split())
    return f"“{text if len(text) <= longest else text[: longest - 1].rstrip() + '…'}”"


def times(count: int) -> str:
    """How often a thing is there, for the end of a message; nothing for once."""
    return f" ({count} times)" if count > 1 else ""


def attributes_of(element: etree._Element) -> dict[str, str]:
    """The attributes of an element by name in lxml's (Clark's) notation."""
    items: Any = element.items()
    return dict(items)


def node_of(element: etree._Element) -> Node:
    """An element that was found in another way than by the walk through the document."""
    name = str(element.tag).rpartition("}")[2]
    return Node(element, name, attributes_of(element))
