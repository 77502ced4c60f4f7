"""Expressions of XPath 2 that mean the same in XPath 1.0, written so that libxml2 can run them.

The translation is conservative: what it accepts has the same result in both languages for every
document that is not typed by a schema, apart from dynamic errors that XPath 2 would raise. It
relies on these rules of XPath 2.0 (and F&O), for untyped documents:

- nodes compare with nodes and strings as strings (3.5.2, 3.5.1); other comparisons only between
  whole numbers, since ``number()``, ``<`` on strings and untyped values against numbers differ;
- a function that takes a string gets at most one node, where XPath 1.0 would take the first;
- numbers are those of counts, positions, lengths and integer literals;
- effective boolean values of nodes, strings, numbers and booleans agree (2.4.3).

Expressions of XPath 1.0 itself need none of this care.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from teikit.schematron.xpath.mapped import as_predicate
from teikit.schematron.xpath.signatures import FUNCTIONS, XPATH1_FUNCTIONS, Kind
from teikit.schematron.xpath.steps import (
    NotNativeError,
    quoted,
    selects_elements,
    step_is_single,
    step_text,
)
from teikit.schematron.xpath.syntax import (
    ANY_DEPTH,
    Binary,
    Call,
    Expression,
    Filter,
    If,
    Negative,
    Number,
    Path,
    Sequence,
    Step,
    Text,
    Variable,
)

CURRENT = "teikit-current"
"""The variable that stands for ``current()``."""


@dataclass(frozen=True, slots=True)
class Native:
    """An expression in XPath 1.0.

    Attributes:
        text: the expression.
        kind: what it yields.
        single: whether nodes are one at most.
        elements: whether nodes are elements.
        level: how tightly it binds: 0 for ``or`` to 9 for what needs no brackets.
        context: whether it depends on the context node.
        variables: the variables in it.
    """

    text: str
    kind: Kind
    single: bool = True
    elements: bool = False
    level: int = 9
    context: bool = True
    variables: frozenset[str] = frozenset()

    def within(self, level: int) -> str:
        """The text, in brackets if it binds less tightly than its surroundings."""
        return self.text if self.level >= level else f"({self.text})"


_EQUAL = {"=": "=", "!=": "!=", "eq": "=", "ne": "!="}
_ORDER = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
_SIDES = {"or": 0, "and": 1, "+": 4, "-": 4, "*": 5, "div": 5, "mod": 5}


class Translator:
    """Writes expressions in XPath 1.0.

    Args:
        version: of the language they are written in, ``"1.0"``, ``"2.0"`` or ``"3.1"``.
        variables: the variables that can be handed to libxml2, as translated.
    """

    def __init__(self, version: str, variables: Mapping[str, Native] | None = None) -> None:
        self.first = version == "1.0"
        self.variables = {} if variables is None else variables

    def translate(self, expression: Expression, nested: bool = False) -> Native:
        """An expression in XPath 1.0.

        Args:
            expression: its parts.
            nested: whether its context node is another one than the rule's.

        Raises:
            NotNativeError: it has no such form.
        """
        match expression:
            case Text(value):
                return Native(quoted(value), "string", context=False)
            case Number(text):
                if not self.first and not text.isdigit():
                    raise NotNativeError("a number that is not whole")
                return Native(text, "number", context=False)
            case Variable(name):
                return self._variable(name)
            case Negative(operand):
                return self._negative(self.translate(operand, nested))
            case Call():
                return self._call(expression, nested)
            case Binary():
                return self._binary(expression, nested)
            case Sequence((inner,)):
                return self.translate(inner, nested)
            case If(condition, then, otherwise):
                return self._conditional(condition, then, otherwise, nested)
            case Filter():
                return self._path(Path(False, (expression,)), nested)
            case Path():
                return self._path(expression, nested)
            case _:
                raise NotNativeError(type(expression).__name__)

    def _variable(self, name: str) -> Native:
        known = self.variables.get(name)
        if known is None:
            raise NotNativeError(f"the variable {name}")
        return Native(
            f"${name}",
            known.kind,
            known.single,
            known.elements,
            context=False,
            variables=frozenset({name}),
        )

    def _negative(self, operand: Native) -> Native:
        if operand.kind != "number" and not self.first:
            raise NotNativeError("the negative of what is not a number")
        return Native(
            f"-{operand.within(7)}",
            "number",
            level=6,
            context=operand.context,
            variables=operand.variables,
        )

    def _conditional(
        self, condition: Expression, then: Expression, otherwise: Expression, nested: bool
    ) -> Native:
        parts = [self.translate(part, nested) for part in (condition, then, otherwise)]
        test, yes, no = parts
        if yes.kind != "boolean" or no.kind != "boolean":
            raise NotNativeError("a condition between other things than conditions")
        text = f"boolean({test.text}) and {yes.within(2)} or not({test.text}) and {no.within(2)}"
        return _joined(text, "boolean", parts, level=0)

    # Operators

    def _binary(self, expression: Binary, nested: bool) -> Native:
        operator = expression.operator
        if operator in _EQUAL:
            sides = _items(expression.left), _items(expression.right)
            if any(len(side) != 1 for side in sides) and operator in ("=", "!="):
                return self._any_equal(operator, *sides, nested)
        if operator == "=" and not nested and not self.first:
            nodes = as_predicate(expression)
            if nodes is not None:
                found = self.translate(nodes)
                return replace(found, text=f"boolean({found.text})", kind="boolean", level=9)
        left = self.translate(expression.left, nested)
        right = self.translate(expression.right, nested)
        if operator in ("or", "and"):
            return self._infix(operator, "boolean", left, right, _SIDES[operator])
        if operator == "|":
            return self._union(left, right)
        if operator in _EQUAL:
            return self._equal(operator, left, right)
        if operator in _ORDER:
            self._require_numbers(left, right)
            return self._infix(_ORDER[operator], "boolean", left, right, 3)
        if operator in ("+", "-", "*") or (self.first and operator in _SIDES):
            self._require_numbers(left, right)
            return self._infix(operator, "number", left, right, _SIDES[operator])
        raise NotNativeError(f"the operator {operator}")

    def _infix(self, operator: str, kind: Kind, left: Native, right: Native, level: int) -> Native:
        text = f"{left.within(level)} {operator} {right.within(level + 1)}"
        return _joined(text, kind, (left, right), level=level)

    def _require_numbers(self, *operands: Native) -> None:
        if not self.first and any(operand.kind != "number" for operand in operands):
            raise NotNativeError("arithmetic on what may not be a number")

    def _union(self, left: Native, right: Native) -> Native:
        if left.kind != "nodes" or right.kind != "nodes":
            raise NotNativeError("a union of what is not nodes")
        text = f"{left.within(7)} | {right.within(7)}"
        elements = left.elements and right.elements
        return _joined(text, "nodes", (left, right), 7, single=False, elements=elements)

    def _equal(self, operator: str, left: Native, right: Native) -> Native:
        kinds = {left.kind, right.kind}
        textual = kinds <= {"nodes", "string"} or kinds == {"number"}
        if not self.first and not textual:
            raise NotNativeError("a comparison of different kinds of things")
        if operator in ("eq", "ne") and not (left.single and right.single):
            raise NotNativeError("a value comparison of what may be many things")
        return self._infix(_EQUAL[operator], "boolean", left, right, 2)

    def _any_equal(
        self,
        operator: str,
        left: tuple[Expression, ...],
        right: tuple[Expression, ...],
        nested: bool,
    ) -> Native:
        """``@a = ('b', 'c')`` holds if any two of the items are equal."""
        pairs = [
            self._equal(operator, self.translate(one, nested), self.translate(other, nested))
            for one in left
            for other in right
        ]
        if not pairs:
            return Native("false()", "boolean", context=False)
        return _joined(" or ".join(pair.text for pair in pairs), "boolean", pairs, level=0)

    # Functions

    def _call(self, call: Call, nested: bool) -> Native:
        name = call.name.removeprefix("fn:")
        if name == "current" and not call.arguments:
            return self._current(nested)
        if name in ("position", "last") and not call.arguments and not nested:
            return Native("1", "number", context=False)
        arguments = [self.translate(argument, nested) for argument in call.arguments]
        if name in ("exists", "empty") and not self.first:
            name = self._emptiness(name, arguments)
        if self.first and name in XPATH1_FUNCTIONS:
            text = f"{name}({', '.join(argument.text for argument in arguments)})"
            return _joined(text, XPATH1_FUNCTIONS[name], arguments, context=True, single=False)
        return self._known(name, arguments)

    def _current(self, nested: bool) -> Native:
        if not nested:
            return Native(".", "nodes", elements=True)
        return Native(f"${CURRENT}", "nodes", elements=True, variables=frozenset({CURRENT}))

    def _emptiness(self, name: str, arguments: list[Native]) -> str:
        if [argument.kind for argument in arguments] != ["nodes"]:
            raise NotNativeError(f"{name}() of what is not nodes")
        return "boolean" if name == "exists" else "not"

    def _known(self, name: str, arguments: list[Native]) -> Native:
        function = FUNCTIONS.get(name)
        if function is None:
            raise NotNativeError(f"the function {name}()")
        missing = len(function.takes) - len(arguments)
        if not 0 <= missing <= function.optional:
            raise NotNativeError(f"{name}() with {len(arguments)} arguments")
        for argument, taken in zip(arguments, function.takes, strict=False):
            if not self._fits(argument, taken):
                raise NotNativeError(f"{name}() of what may be something else")
        text = f"{name}({', '.join(argument.text for argument in arguments)})"
        implicit = function.context and not arguments
        return _joined(text, function.gives, arguments, context=implicit)

    def _fits(self, argument: Native, taken: str) -> bool:
        if self.first:
            return argument.kind == "nodes" or taken not in ("n", "1")
        match taken:
            case "b":
                return True
            case "n":
                return argument.kind == "nodes"
            case "1":
                return argument.kind == "nodes" and argument.single
            case "i":
                return argument.kind == "number"
            case "l":
                return argument.kind == "string"
            case _:
                return argument.kind == "string" or (argument.kind == "nodes" and argument.single)

    # Paths

    def _path(self, path: Path, nested: bool) -> Native:
        if path.absolute and not path.steps:
            return Native("/", "nodes", context=False)
        parts: list[Native] = []
        text, single, elements = "/" if path.absolute else "", True, False
        for index, step in enumerate(path.steps):
            separator = "/" if index else ""
            if isinstance(step, Filter):
                if index or path.absolute:
                    raise NotNativeError("a step that is no step of XPath 1.0")
                base = self._base(step, nested, len(path.steps) > 1)
                parts.append(base)
                written, one, elements = base.within(8), base.single, base.elements
            else:
                written, one, elements = (
                    step_text(step),
                    step_is_single(step),
                    selects_elements(step),
                )
            predicates, chosen = self._predicates(step, parts)
            if step == ANY_DEPTH and 0 < index < len(path.steps) - 1:
                text += "/"  # and the next step's own slash: the short form runs faster
                single = False
                continue
            if step == ANY_DEPTH and path.absolute and len(path.steps) > 1 and not index:
                single = False
                continue
            text += separator + written + predicates
            single = single and (one or chosen)
        relative = not path.absolute and not isinstance(path.steps[0], Filter)
        context = relative or any(part.context for part in parts)
        return _joined(text, "nodes", parts, 8, single, elements, context)

    def _base(self, step: Filter, nested: bool, is_path: bool) -> Native:
        base = self.translate(step.base, nested)
        if base.kind != "nodes":
            raise NotNativeError("a path from what is not nodes")
        text = base.text if base.text.startswith("$") or not (is_path or step.predicates) else ""
        return Native(
            text or f"({base.text})",
            "nodes",
            base.single,
            base.elements,
            context=base.context,
            variables=base.variables,
        )

    def _predicates(self, step: Step | Filter, parts: list[Native]) -> tuple[str, bool]:
        """The predicates of a step, and whether they leave one node per parent at most."""
        text = ""
        for predicate in step.predicates:
            translated = self.translate(predicate, nested=True)
            # What a predicate depends on, its variables aside, is within the step.
            parts.append(Native("", "boolean", context=False, variables=translated.variables))
            text += f"[{translated.text}]"
        first = step.predicates[0] if step.predicates else None
        return text, isinstance(first, Number) or first == Call("last", ())


def _joined(
    text: str,
    kind: Kind,
    parts: list[Native] | tuple[Native, ...],
    level: int = 9,
    single: bool = True,
    elements: bool = False,
    context: bool = False,
) -> Native:
    variables = frozenset[str]().union(*(part.variables for part in parts))
    context = context or any(part.context for part in parts)
    return Native(text, kind, single, elements, level, context, variables)


def _items(expression: Expression) -> tuple[Expression, ...]:
    """The items of a bracketed sequence; otherwise the expression alone."""
    if isinstance(expression, Sequence) and len(expression.items) != 1:
        return tuple(inner for item in expression.items for inner in _items(item))
    return (expression,)
