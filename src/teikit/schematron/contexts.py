"""The context of a rule: which nodes match it (as an XSLT pattern does), found by their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from teikit.schematron.xpath.bounds import is_positional, widen
from teikit.schematron.xpath.names import Names, needed_names
from teikit.schematron.xpath.native import Native, Translator
from teikit.schematron.xpath.steps import NotNativeError, selects_elements, step_text
from teikit.schematron.xpath.syntax import (
    ANY_DEPTH,
    Binary,
    Expression,
    Filter,
    Number,
    Path,
    Sequence,
    Step,
)

_PATTERN_AXES = frozenset(["child", "attribute", "self", "descendant", "descendant-or-self"])
"""The axes of patterns (XSLT 3.0, section 5.5.3), their predicates aside."""


@dataclass(frozen=True, slots=True)
class Scan:
    """How libxml2 finds the nodes of a context.

    Attributes:
        paths: expressions that together lead to the nodes, from the root of the tree.
        exact: whether they lead to no other nodes.
        elements: whether the nodes are elements.
        variables: what the paths refer to.
    """

    paths: tuple[str, ...]
    exact: bool
    elements: bool
    variables: frozenset[str]

    def where(self, condition: str) -> str:
        """An expression for those of the nodes for which a condition holds."""
        return " | ".join(f"{path}[{condition}]" if condition else path for path in self.paths)


def alternatives_of(context: Expression) -> tuple[Path, ...] | None:
    """The paths of a pattern, brackets multiplied out; nothing if that cannot be done."""
    match context:
        case Binary("|", left, right):
            return _together((left, right))
        case Sequence(items):
            return _together(items)
        case Filter():
            return _multiplied(context, ())
        case Path(absolute, (Filter() as first, *rest)) if not absolute:
            return _multiplied(first, tuple(rest))
        case Path(_, steps) if all(isinstance(step, Step) for step in steps):
            return (context,)
        case _:
            return None


def _together(parts: tuple[Expression, ...]) -> tuple[Path, ...] | None:
    paths: list[Path] = []
    for part in parts:
        alternatives = alternatives_of(part)
        if alternatives is None:
            return None
        paths += alternatives
    return tuple(paths)


def _multiplied(first: Filter, rest: tuple[Step | Filter, ...]) -> tuple[Path, ...] | None:
    bases = alternatives_of(first.base)
    positional = any(isinstance(p, Number) or is_positional(p) for p in first.predicates)
    if bases is None or positional or any(isinstance(step, Filter) for step in rest):
        return None
    paths = []
    for base in bases:
        if not base.steps:
            return None
        last = base.steps[-1]
        last = replace(last, predicates=last.predicates + first.predicates)
        paths.append(Path(base.absolute, (*base.steps[:-1], last, *rest)))
    return tuple(paths)


def names_in(context: Expression | None, namespaces: Mapping[str, str]) -> tuple[Names, ...]:
    """For each way to match, the names that a document must have."""
    if context is None:
        return (frozenset(),)
    paths = alternatives_of(context) or (context,)
    return tuple(needed_names(path, namespaces) for path in paths)


def scan_of(context: Expression, translator: Translator) -> Scan | None:
    """How the nodes of a context are found; nothing if libxml2 is of no help."""
    alternatives = alternatives_of(context)
    if not alternatives:
        return None
    paths, exact, elements, variables = [], True, True, frozenset[str]()
    for path in alternatives:
        widened = _widened(path, translator)
        if widened is None:
            return None
        exact = exact and widened == path
        last = widened.steps[-1]
        if isinstance(last, Step) and last.test == "node()":
            return None  # it may be the document, which lxml does not give away
        elements = elements and isinstance(last, Step) and selects_elements(last)
        written = _from_root(widened, translator)
        paths.append(written.text)
        variables |= written.variables
    return Scan(tuple(paths), exact, elements, variables)


def _widened(path: Path, translator: Translator) -> Path | None:
    if any(isinstance(step, Step) and step.axis not in _PATTERN_AXES for step in path.steps):
        return None
    steps = tuple(widen(step, translator) for step in path.steps)
    widened = replace(path, steps=steps)
    try:
        translator.translate(widened)
    except NotNativeError:
        return None
    return widened if steps else None


def _from_root(path: Path, translator: Translator) -> Native:
    """A path that finds all nodes that match a pattern, wherever they are."""
    upwards = _upwards(path, translator)
    if upwards is not None:
        return upwards
    if path.absolute:
        return translator.translate(path)
    return translator.translate(Path(True, (ANY_DEPTH, *path.steps)))


def _upwards(path: Path, translator: Translator) -> Native | None:
    """``a/b//c`` as ``/descendant::c[ancestor::b[parent::a]]``, which runs much faster.

    Only for steps without positions, which would count something else then.
    """
    condition, variables, axis = "", frozenset[str](), ""
    steps = path.steps
    if path.absolute:
        if steps[0] != ANY_DEPTH:
            condition = "[not(parent::*)]"
        else:
            steps = steps[1:]
    for index, step in enumerate(steps):
        if step == ANY_DEPTH and 0 < index < len(steps) - 1:
            axis = "ancestor"
            continue
        if not isinstance(step, Step) or step.axis != "child" or not selects_elements(step):
            return None
        above = f"[{axis}::{condition}]" if axis else condition
        predicates = [(p, translator.translate(p, nested=True)) for p in step.predicates]
        if any(native.kind == "number" or is_positional(p) for p, native in predicates):
            return None
        variables = variables.union(*(native.variables for _, native in predicates))
        own = "".join(f"[{native.text}]" for _, native in predicates)
        condition, axis = f"{step_text(step)}{own}{above}", "parent"
    return Native(f"/descendant::{condition}", "nodes", context=False, variables=variables)
