"""What an XPath expression consists of (XPath 2.0, chapter 3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """A string literal, by its value."""

    value: str


@dataclass(frozen=True, slots=True)
class Number:
    """A numeric literal as it is written."""

    text: str


@dataclass(frozen=True, slots=True)
class Variable:
    """A reference to a variable."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function call."""

    name: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step along an axis.

    Attributes:
        axis: its full name.
        test: ``*``, ``name``, ``prefix:name``, ``prefix:*``, ``*:name``, or a kind test with its
            brackets.
        predicates: what stands in square brackets behind it.
    """

    axis: str
    test: str
    predicates: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """A step that is some other expression, with its predicates."""

    base: Expression
    predicates: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from the context node or, if absolute, from the root of the tree."""

    absolute: bool
    steps: tuple[Step | Filter, ...]


@dataclass(frozen=True, slots=True)
class Binary:
    """An operator between two operands; unions are ``|`` always."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Negative:
    """A minus sign before an operand."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class Sequence:
    """Operands with commas between them."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class If:
    """A conditional expression."""

    condition: Expression
    then: Expression
    otherwise: Expression


@dataclass(frozen=True, slots=True)
class Binding:
    """``for``, ``some`` or ``every`` with one variable; further ones are in the body."""

    kind: Literal["for", "some", "every"]
    variable: str
    domain: Expression
    body: Expression


@dataclass(frozen=True, slots=True)
class Typed:
    """An operand with ``cast``, ``castable``, ``treat`` or ``instance`` behind it."""

    operator: str
    operand: Expression


Expression: TypeAlias = (
    Text
    | Number
    | Variable
    | Call
    | Path
    | Filter
    | Binary
    | Negative
    | Sequence
    | If
    | Binding
    | Typed
)

SELF = Step("self", "node()")
ANY_DEPTH = Step("descendant-or-self", "node()")
