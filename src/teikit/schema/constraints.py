"""Constraints on single constructs of a schema (RELAX NG specification, section 4.16)."""

from __future__ import annotations

from collections.abc import Iterator

from teikit.schema import datatypes
from teikit.schema.nameclass import NameClass
from teikit.schema.tree import XMLNS_NS, Node


def check(node: Node) -> None:
    """Check a node's name class or datatype.

    Raises:
        SchemaError: a constraint is broken; a datatype or one of its parameters is unknown.
    """
    if node.name_class is not None:
        _check_name_class(node, node.name_class)
        if node.kind == "attribute":
            _check_not_xmlns(node, node.name_class)
    elif node.kind == "data":
        _check_datatype(node)
    elif node.kind == "value":
        _check_datatype(node)
        context = {"": node.ns, node.value.strip().rpartition(":")[0]: node.ns}
        if not datatypes.allows(node.library, node.type, (), node.value, context):
            raise node.error(f'"{node.value}" is not a value of the datatype {node.type}')


def _check_name_class(node: Node, name_class: NameClass) -> None:
    kind = name_class[0]
    if kind == "choice":
        _check_name_class(node, name_class[1])
        _check_name_class(node, name_class[2])
    elif kind != "name" and name_class[-1] is not None:
        inner = set(_kinds(name_class[-1]))
        if "anyName" in inner or (kind == "nsName" and "nsName" in inner):
            raise node.error("the exception from a name wildcard holds a wildcard as wide")


def _kinds(name_class: NameClass) -> Iterator[str]:
    yield name_class[0]
    for part in name_class[1:]:
        if isinstance(part, tuple):
            yield from _kinds(part)


def _check_not_xmlns(node: Node, name_class: NameClass) -> None:
    if name_class[0] in ("name", "nsName") and name_class[1] == XMLNS_NS:
        raise node.error("an attribute pattern cannot stand for a namespace declaration")
    if name_class == ("name", "", "xmlns"):
        raise node.error('an attribute pattern cannot have the name "xmlns"')
    for part in name_class[1:]:
        if isinstance(part, tuple):
            _check_not_xmlns(node, part)


def _check_datatype(node: Node) -> None:
    try:
        datatypes.check(node.library, node.type, node.params)
    except ValueError as error:
        raise node.error(str(error)) from None
