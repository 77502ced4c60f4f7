"""Patterns as the grammar's authors wrote them, small and quick to walk through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from teikit.schema.nameclass import NameClass
from teikit.schema.tree import Node
from teikit.tei import XML_NS

_SIGNS = {"optional": "?", "zeroOrMore": "*", "oneOrMore": "+"}
_JOINTS = {"choice": " | ", "group": ", ", "interleave": " & "}


class Pattern(NamedTuple):
    """A pattern of RELAX NG.

    Attributes:
        kind: its name in the XML syntax: ``"element"``, ``"zeroOrMore"``, ``"ref"``, …
        name: of an element or attribute (``""`` for a wildcard) or a definition; of ``data`` the
            datatype with its parameters, of ``value`` the value.
        parts: the patterns in it; the exception of ``data`` is left out.
    """

    kind: str
    name: str = ""
    parts: tuple[Pattern, ...] = ()

    def walk(self) -> Iterator[Pattern]:
        """The pattern and all that it holds, but for what is inside elements within it."""
        yield self
        for part in self.parts:
            if part.kind == "element":
                yield part
            else:
                yield from part.walk()

    def compact(self, shown: Callable[[Pattern], str] | None = None) -> str:
        """The pattern in compact syntax.

        Args:
            shown: how to write a reference, if not by the name of the definition.
        """
        return _compact(self, shown or (lambda ref: ref.name))


def of_node(node: Node) -> Pattern:
    """The pattern of a node that a parser of RELAX NG made."""
    parts = tuple(of_node(child) for child in node.children if child.kind != "except")
    return Pattern(node.kind, _name(node), parts)


def _name(node: Node) -> str:
    if node.kind in ("element", "attribute"):
        return _class_name(node.name_class)
    if node.kind == "data":
        type_ = f"xsd:{node.type}" if node.library else node.type
        params = "".join(f' {name} = "{value}"' for name, value in node.params)
        return f"{type_} {{{params} }}" if params else type_
    return node.value if node.kind == "value" else node.name


def _class_name(name_class: NameClass | None) -> str:
    if name_class is None or name_class[0] != "name":
        return ""
    return f"xml:{name_class[2]}" if name_class[1] == XML_NS else str(name_class[2])


def of_json(value: list[Any]) -> Pattern:
    """The pattern that ``json`` wrote as nested lists.

    Raises:
        ValueError, TypeError: no such thing.
    """
    kind, name, parts = value
    return Pattern(kind, name, tuple(map(of_json, parts)))


def _compact(pattern: Pattern, shown: Callable[[Pattern], str]) -> str:
    inner = [_compact(part, shown) for part in pattern.parts]
    if pattern.kind in _SIGNS:
        sign = _SIGNS[pattern.kind]
        body = _JOINTS["group"].join(inner)
        bare = len(pattern.parts) == 1 and pattern.parts[0].kind not in (*_JOINTS, *_SIGNS)
        return body + sign if bare else f"({body}){sign}"
    if pattern.kind in _JOINTS:
        joined = (
            f"({text})" if part.kind in _JOINTS else text
            for part, text in zip(pattern.parts, inner, strict=True)
        )
        return _JOINTS[pattern.kind].join(joined)
    if pattern.kind == "ref":
        return shown(pattern)
    if pattern.kind == "value":
        return f'"{pattern.name}"'
    if pattern.kind == "list":
        return f"list {{ {', '.join(inner)} }}"
    return pattern.name or pattern.kind
