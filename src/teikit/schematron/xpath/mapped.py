"""Comparisons with a function of many nodes: ``name() = preceding-sibling::*/name()``.

XPath 1.0 has no steps that are functions, but it can ask whether there is a node whose function
equals a value: ``preceding-sibling::*[name() = name(current())]``.
"""

from __future__ import annotations

from teikit.schematron.xpath.signatures import FUNCTIONS
from teikit.schematron.xpath.syntax import (
    SELF,
    Binary,
    Call,
    Expression,
    Filter,
    Path,
    Sequence,
    Text,
)

_CURRENT = Call("current", ())
_POSITIONS = frozenset(["position", "last"])


def as_predicate(comparison: Binary) -> Path | None:
    """Nodes that exist if the comparison (with ``=``, about the rule's own node) is true.

    Nothing if the comparison is not of this kind.
    """
    for value, path in (
        (comparison.left, comparison.right),
        (comparison.right, comparison.left),
    ):
        fixed = _of_current(value)
        found = _nodes_where(path, fixed) if fixed is not None else None
        if found is not None:
            return found
    return None


def _nodes_where(path: Expression, value: Expression) -> Path | None:
    """The nodes of a path for whom its last step, a function, has some value."""
    if not isinstance(path, Path) or len(path.steps) < 2:
        return None
    *steps, nodes, function = path.steps
    if not isinstance(function, Filter) or function.predicates:
        return None
    call = function.base
    if not isinstance(call, Call) or call.name not in FUNCTIONS or call.name in _POSITIONS:
        return None
    # Brackets around the nodes keep positions in their predicates apart from the new one.
    condition = Binary("=", call, value)
    chosen = Filter(Sequence((Path(path.absolute, (*steps, nodes)),)), (condition,))
    return Path(False, (chosen, SELF))


def _of_current(value: Expression) -> Expression | None:
    """A value with the rule's own node named in it, so that it can stand in a predicate."""
    match value:
        case Text():
            return value
        case Call(name, ()) if name in FUNCTIONS and FUNCTIONS[name].context:
            return None if name in _POSITIONS else Call(name, (_CURRENT,))
        case Call(name, arguments) if name in FUNCTIONS:
            parts = [_of_current(argument) for argument in arguments]
            if any(part is None for part in parts):
                return None
            return Call(name, tuple(part for part in parts if part is not None))
        case Path(False, steps) if not any(isinstance(step, Filter) for step in steps):
            rest = steps[1:] if steps[0] == SELF else steps
            return Path(False, (Filter(_CURRENT), *rest))
        case _:
            return None
