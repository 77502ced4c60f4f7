"""What must hold, and what suffices, for a condition that XPath 1.0 cannot say exactly.

A test such as ``some $x in ancestor::l satisfies …`` needs XPath 2, but it can only hold where
``ancestor::l`` is not empty, which libxml2 knows in a moment. Only where the two bounds differ need
elementpath be asked. As XPath 2.0 allows (2.3.4), parts of an expression whose value cannot matter
are not evaluated, so dynamic errors in them are not raised.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from teikit.schematron.xpath.native import Native, Translator
from teikit.schematron.xpath.steps import NotNativeError
from teikit.schematron.xpath.syntax import (
    Binary,
    Binding,
    Call,
    Expression,
    Filter,
    If,
    Number,
    Path,
    Sequence,
    Step,
)

_TRUE = Native("true()", "boolean", context=False)
_FALSE = Native("false()", "boolean", context=False)
_COMPARISONS = frozenset("= != < <= > >= eq ne lt le gt ge is << >>".split())


@dataclass(frozen=True, slots=True)
class Bounds:
    """Conditions in XPath 1.0.

    Attributes:
        sufficient: where it holds, the condition holds.
        necessary: where it does not hold, the condition does not hold.
    """

    sufficient: Native
    necessary: Native

    @property
    def exact(self) -> bool:
        """Whether the two are the same, so that they are the condition itself."""
        return self.sufficient == self.necessary

    def negated(self) -> Bounds:
        """The bounds of the opposite."""
        return Bounds(_negation(self.necessary), _negation(self.sufficient))


_UNKNOWN = Bounds(_FALSE, _TRUE)


def bounds_of(expression: Expression, translator: Translator, nested: bool = False) -> Bounds:
    """The bounds of an expression's effective boolean value."""
    try:
        exact = _condition(translator.translate(expression, nested))
    except NotNativeError:
        if translator.first:
            return _UNKNOWN
        return _inexact(expression, translator, nested)
    return Bounds(exact, exact)


def _inexact(expression: Expression, translator: Translator, nested: bool) -> Bounds:
    def of(part: Expression) -> Bounds:
        return bounds_of(part, translator, nested)

    def some_in(part: Expression) -> Native:
        return not_empty(part, translator, nested)

    match expression:
        case Binary("and" | "or", left, right):
            return _combined(expression.operator, of(left), of(right))
        case Binary(operator, left, right) if operator in _COMPARISONS:
            return Bounds(_FALSE, _and(some_in(left), some_in(right)))
        case Call("not" | "fn:not", (operand,)):
            return of(operand).negated()
        case Call("boolean" | "fn:boolean", (operand,)) | Sequence((operand,)):
            return of(operand)
        case Call("exists" | "fn:exists", (operand,)):
            return Bounds(_FALSE, some_in(operand))
        case Call("empty" | "fn:empty", (operand,)):
            return Bounds(_negation(some_in(operand)), _TRUE)
        case If(condition, then, otherwise):
            test = of(condition)
            yes = _combined("and", test, of(then))
            return _combined("or", yes, _combined("and", test.negated(), of(otherwise)))
        case Binding("some", _, domain, _):
            return Bounds(_FALSE, some_in(domain))
        case Binding("every", _, domain, _):
            return Bounds(_negation(some_in(domain)), _TRUE)
        case Path() | Filter() | Binary("|" | "intersect" | "except"):
            return Bounds(_FALSE, some_in(expression))
        case _:
            return _UNKNOWN


def not_empty(expression: Expression, translator: Translator, nested: bool) -> Native:
    """A condition that holds wherever an expression yields anything at all."""
    try:
        exact = translator.translate(expression, nested)
    except NotNativeError:
        pass
    else:
        return _condition(exact) if exact.kind == "nodes" else _TRUE

    def some_in(part: Expression) -> Native:
        return not_empty(part, translator, nested)

    match expression:
        case Sequence(items):
            return _any([some_in(item) for item in items])
        case If(_, then, otherwise):
            return _any([some_in(then), some_in(otherwise)])
        case Binding("for", _, domain, _):
            return some_in(domain)
        case Binary("|", left, right):
            return _any([some_in(left), some_in(right)])
        case Binary("except", left, _):
            return some_in(left)
        case Binary("intersect", left, right):
            return _and(some_in(left), some_in(right))
        case Call("distinct-values" | "fn:distinct-values", (operand,)):
            return some_in(operand)
        case Filter(base, _):
            return some_in(base)
        case Path():
            return _path_not_empty(expression, translator, nested)
        case _:
            return _TRUE


def _path_not_empty(path: Path, translator: Translator, nested: bool) -> Native:
    """A path with every part left out that XPath 1.0 cannot say is empty only if it is."""
    wider: list[Step | Filter] = []
    for step in path.steps:
        try:
            widened = widen(step, translator)
            translator.translate(Path(path.absolute, (*wider, widened)), nested)
        except NotNativeError:
            break
        wider.append(widened)
    if not wider:
        return _TRUE
    return _condition(translator.translate(Path(path.absolute, tuple(wider)), nested))


def widen(step: Step | Filter, translator: Translator) -> Step | Filter:
    """A step without the predicates that XPath 1.0 cannot say, nor positions after them."""
    kept: list[Expression] = []
    complete = True
    for predicate in step.predicates:
        try:
            kind = translator.translate(predicate, nested=True).kind
        except NotNativeError:
            complete = False
            continue
        if complete or (kind != "number" and not is_positional(predicate)):
            kept.append(predicate)
    return replace(step, predicates=tuple(kept))


def is_positional(expression: Expression) -> bool:
    """Whether a predicate may depend on the position of a node, in the predicate's own context."""
    match expression:
        case Call("position" | "last" | "fn:position" | "fn:last", ()) | Number():
            return True
        case Call(_, parts) | Sequence(parts):
            return any(map(is_positional, parts))
        case Binary(_, left, right):
            return is_positional(left) or is_positional(right)
        case If(condition, then, otherwise):
            return any(map(is_positional, (condition, then, otherwise)))
        case Binding(_, _, domain, body):
            return is_positional(domain) or is_positional(body)
        case Filter(base, _):
            return is_positional(base)
        case Path(_, steps):
            return any(is_positional(s.base) for s in steps if isinstance(s, Filter))
        case _:
            return False


def _combined(operator: str, one: Bounds, other: Bounds) -> Bounds:
    join = _and if operator == "and" else _or
    return Bounds(join(one.sufficient, other.sufficient), join(one.necessary, other.necessary))


def _condition(native: Native) -> Native:
    if native.kind == "boolean":
        return native
    return replace(native, text=f"boolean({native.text})", kind="boolean", level=9)


def _negation(condition: Native) -> Native:
    if condition in (_TRUE, _FALSE):
        return _FALSE if condition == _TRUE else _TRUE
    return replace(condition, text=f"not({condition.text})", level=9)


def _any(conditions: list[Native]) -> Native:
    result = _FALSE
    for condition in conditions:
        result = _or(result, condition)
    return result


def _and(one: Native, other: Native) -> Native:
    if _FALSE in (one, other):
        return _FALSE
    if _TRUE in (one, other):
        return other if one == _TRUE else one
    return _infix(one, "and", other, 1)


def _or(one: Native, other: Native) -> Native:
    if _TRUE in (one, other):
        return _TRUE
    if _FALSE in (one, other):
        return other if one == _FALSE else one
    return _infix(one, "or", other, 0)


def _infix(one: Native, operator: str, other: Native, level: int) -> Native:
    return Native(
        f"{one.within(level)} {operator} {other.within(level + 1)}",
        "boolean",
        level=level,
        context=one.context or other.context,
        variables=one.variables | other.variables,
    )
