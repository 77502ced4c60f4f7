"""Which elements and attributes a document must have for an expression to find anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from teikit.schematron.xpath.syntax import (
    Binary,
    Binding,
    Call,
    Expression,
    Filter,
    Number,
    Path,
    Sequence,
    Step,
    Text,
)
from teikit.tei import XML_NS

Names: TypeAlias = frozenset[str]
"""Qualified names in Clark's notation, those of attributes with ``@`` before them."""

_NOTHING: Names = frozenset()
_COMPARISONS = frozenset("= != < <= > >= eq ne lt le gt ge is << >>".split())


def needed_names(expression: Expression, namespaces: Mapping[str, str]) -> Names:
    """Names without which an expression of XPath 2 is false, or a path finds nothing.

    Args:
        expression: its parts.
        namespaces: from prefixes to namespaces.
    """

    def of(part: Expression) -> Names:
        return needed_names(part, namespaces)

    match expression:
        case Path():
            return _of_path(expression, of, namespaces)
        case Filter(base, predicates):
            return of(base).union(*map(of, predicates))
        case Binary("or" | "|", left, right):
            return of(left) & of(right)
        case Binary("intersect", left, right):
            return of(left) | of(right)
        case Binary("except", left, _):
            return of(left)
        case Binary("gt" | ">", Call("count", (counted,)), Number()):
            return of(counted)
        case Binary("and", left, right):
            return of(left) | of(right)
        case Binary(operator, left, right) if operator in _COMPARISONS:
            # In XPath 1.0 no node at all equals false().
            comparable = _is_comparable(left) and _is_comparable(right)
            return of(left) | of(right) if comparable else _NOTHING
        case Sequence(items) if items:
            return frozenset.intersection(*map(of, items))
        case Call("starts-with" | "contains", (searched, Text(value))) if value:
            return of(searched)
        case Call("exists" | "boolean", (operand,)) | Binding("some" | "for", _, operand, _):
            return of(operand)
        case _:
            return _NOTHING


def _is_comparable(expression: Expression) -> bool:
    """Whether an operand is surely no truth value."""
    if isinstance(expression, Sequence):
        return all(map(_is_comparable, expression.items))
    return isinstance(expression, Path | Text | Number)


def _of_path(path: Path, of: Callable[[Expression], Names], namespaces: Mapping[str, str]) -> Names:
    names = _NOTHING
    for step in path.steps:
        if isinstance(step, Step):
            names |= _of_test(step, namespaces)
            names = names.union(*map(of, step.predicates))
        elif step is path.steps[0]:
            names |= of(step)
    return names


def _of_test(step: Step, namespaces: Mapping[str, str]) -> Names:
    if "*" in step.test or "(" in step.test or step.axis == "namespace":
        return _NOTHING
    prefix, _, local = step.test.rpartition(":")
    namespace = XML_NS if prefix == "xml" else namespaces.get(prefix, "")
    name = f"{{{namespace}}}{local}" if namespace else local
    return frozenset({f"@{name}" if step.axis == "attribute" else name})
