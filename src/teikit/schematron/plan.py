"""How each rule of a schema is run, worked out when a document needs it and kept."""

from __future__ import annotations

from functools import cached_property

from teikit.schematron.contexts import Scan, names_in, scan_of
from teikit.schematron.model import Check, Expression, Pattern, Rule
from teikit.schematron.prepared import Environment, Prepared
from teikit.schematron.xpath.bounds import Bounds, bounds_of
from teikit.schematron.xpath.names import Names
from teikit.schematron.xpath.native import CURRENT, Native


class CheckPlan:
    """How an assert or a report is run.

    Attributes:
        check: as it is in the schema.
        test: its condition.
        environment: the variables that it sees.
    """

    def __init__(self, check: Check, environment: Environment) -> None:
        self.check = check
        self.environment = environment
        self.test = Prepared(check.test, environment.scope)
        self._bounds = self._find_bounds()
        self._parts: dict[Expression, Prepared] = {}

    def _find_bounds(self) -> Bounds | None:
        """The bounds of what makes the check fire."""
        if self.test.parts is None or self.test.problem:
            return None
        bounds = bounds_of(self.test.parts, self.environment.translator)
        return bounds if self.check.fires_on else bounds.negated()

    @property
    def suspicion(self) -> Native | None:
        """Where this condition does not hold, the check does not fire."""
        return self._bounds.necessary if self._bounds else None

    @property
    def exact(self) -> bool:
        """Whether the check fires wherever the suspicion holds."""
        return self._bounds is not None and self._bounds.exact

    def part(self, expression: Expression) -> Prepared:
        """An expression of the message, read."""
        if expression not in self._parts:
            self._parts[expression] = Prepared(expression, self.environment.scope)
        return self._parts[expression]


class RulePlan:
    """How a rule is run.

    Attributes:
        rule: as it is in the schema.
        context: the pattern that nodes match.
        pattern: the one that it belongs to.
        outer: the variables that the context sees.
    """

    def __init__(self, rule: Rule, pattern: Pattern, outer: Environment) -> None:
        self.rule = rule
        self.pattern = pattern
        self.outer = outer
        self.context = Prepared(rule.context, outer.scope)

    @cached_property
    def names(self) -> tuple[Names, ...]:
        """For each way to match, the names that a document must have."""
        return names_in(self.context.parts, self.outer.scope.namespaces)

    @cached_property
    def environment(self) -> Environment:
        """The variables that the checks see."""
        return Environment(self.outer.scope, self.rule.lets, self.outer)

    @cached_property
    def checks(self) -> tuple[CheckPlan, ...]:
        """How the checks are run."""
        return tuple(CheckPlan(check, self.environment) for check in self.rule.checks)

    @cached_property
    def scan(self) -> Scan | None:
        """How libxml2 finds the nodes of the context, if it can."""
        if self.context.parts is None or self.problem:
            return None
        return scan_of(self.context.parts, self.outer.translator)

    @property
    def problem(self) -> str:
        """Why the rule cannot be run, or ``""``."""
        if CURRENT in self.context.variables:
            return "its context calls current()"
        return self.pattern.unsupported or self.context.problem


class PatternPlan:
    """How a pattern is run.

    Attributes:
        pattern: as it is in the schema.
        rules: how its rules are run.
    """

    def __init__(self, pattern: Pattern) -> None:
        self.pattern = pattern
        self._outer = Environment(pattern.scope, pattern.scope.lets + pattern.lets)
        self.rules = tuple(RulePlan(rule, pattern, self._outer) for rule in pattern.rules)
