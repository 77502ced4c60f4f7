"""A Schematron schema in memory (ISO/IEC 19757-3), abstract patterns and rules resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a schema: the file's name, or ``""``, and the line from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        """``file:line``."""
        return f"{self.file}:{self.line}" if self.file else str(self.line)


@dataclass(frozen=True, slots=True)
class Expression:
    """An XPath expression or pattern as it is written."""

    source: str
    place: Place


@dataclass(frozen=True, slots=True)
class Let:
    """A variable; one whose value is markup instead of an expression has none."""

    name: str
    value: Expression | None


@dataclass(frozen=True, slots=True)
class ValueOf:
    """A part of a message that the document fills in."""

    select: Expression


@dataclass(frozen=True, slots=True)
class NameOf:
    """A part of a message that names the node, or the one that a path leads to."""

    path: Expression | None


Message: TypeAlias = "tuple[str | ValueOf | NameOf, ...]"


@dataclass(frozen=True, slots=True)
class Check:
    """An ``assert`` or a ``report``.

    Attributes:
        id: its own, its rule's or its pattern's id; may be empty.
        fires_on: the value of the test for which there is a finding.
        test: the condition.
        message: what is said then.
        hints: the messages of its diagnostics.
        subject: leads to the node that the finding is about, if not the context node.
        severity: what its role says.
        role, flag, see: as they are written; may be empty.
        place: where it stands.
    """

    id: str
    fires_on: bool
    test: Expression
    message: Message
    hints: tuple[Message, ...]
    subject: Expression | None
    severity: Severity
    role: str
    flag: str
    see: str
    place: Place


@dataclass(frozen=True, slots=True)
class Rule:
    """Checks for the nodes that match a context, with variables of their own."""

    context: Expression
    lets: tuple[Let, ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """What the expressions of a schema share.

    Attributes:
        version: of XPath, ``"1.0"``, ``"2.0"`` or ``"3.1"``.
        namespaces: from prefixes to namespaces.
        lets: the variables of the schema and of its phases.
    """

    version: str
    namespaces: Mapping[str, str]
    lets: tuple[Let, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """Rules of which the first that matches a node is the one for it, or a group of rules.

    Attributes:
        id: may be empty.
        title: its heading; may be empty.
        rules: in their order.
        scope: what its schema gives to its expressions.
        lets: its own variables.
        unsupported: why it cannot be run, or ``""``.
        exclusive: whether only the first matching rule is run on a node; not so in groups.
    """

    id: str
    title: str
    rules: tuple[Rule, ...]
    scope: Scope
    lets: tuple[Let, ...] = ()
    unsupported: str = ""
    exclusive: bool = True


@dataclass(frozen=True, slots=True)
class Phase:
    """Some of the patterns, by their ids."""

    id: str
    active: frozenset[str]


@dataclass(frozen=True, slots=True)
class Content:
    """All that a schema, or several taken together, consist of."""

    title: str
    patterns: tuple[Pattern, ...]
    phases: Mapping[str, Phase] = field(default_factory=dict)
    default_phase: str = ""
