"""Checking a document: for each pattern, the first rule that matches a node is run on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from teikit.schematron.contexts import alternatives_of
from teikit.schematron.document import Document, Node, UnrunnableError
from teikit.schematron.findings import RuleFinding
from teikit.schematron.plan import CheckPlan, PatternPlan, RulePlan
from teikit.schematron.render import broken, element_of, not_run
from teikit.schematron.xpath.native import Native, Translator
from teikit.schematron.xpath.steps import NotNativeError
from teikit.schematron.xpath.syntax import ANY_DEPTH, Path


def check_pattern(document: Document, plan: PatternPlan) -> Iterator[RuleFinding]:
    """The findings of a pattern."""
    exclusive = plan.pattern.exclusive and len(plan.rules) > 1
    claimed = _Claims() if exclusive else None
    for rule in plan.rules:
        if any(names <= document.names for names in rule.names):
            yield from _RuleRun(document, rule, claimed).findings()


class _Claims:
    """The nodes of a pattern that a rule was found for."""

    def __init__(self) -> None:
        self._nodes: dict[int, Node] = {}

    def left(self, nodes: list[Node]) -> list[Node]:
        """The nodes that no earlier rule matched; they are this rule's from now on."""
        left = [node for node in nodes if id(node) not in self._nodes]
        # The nodes are kept, so that no other object gets one of their ids.
        self._nodes.update((id(node), node) for node in left)
        return left


class _RuleRun:
    """A rule on a document."""

    def __init__(self, document: Document, plan: RulePlan, claimed: _Claims | None) -> None:
        self._document = document
        self._plan = plan
        self._claimed = claimed
        self._nodes: list[Node] | None = None
        self._alone = claimed is None

    def findings(self) -> Iterator[RuleFinding]:
        """What the rule's checks find."""
        try:
            if not self._alone:
                self._matched()
            for check in self._plan.checks:
                yield from self._check(check)
        except UnrunnableError as error:
            root = self._document.tree.getroot()
            for check in self._plan.checks[:1]:
                yield not_run(self._document, self._plan, check, root, str(error))

    # Which nodes match

    def _matched(self) -> list[Node]:
        """The nodes that the rule is for.

        Raises:
            UnrunnableError: the context cannot be run.
        """
        if self._nodes is None:
            nodes = self._match()
            self._nodes = nodes if self._claimed is None else self._claimed.left(nodes)
        return self._nodes

    def _match(self) -> list[Node]:
        context, scan = self._plan.context, self._plan.scan
        if self._plan.problem:
            raise UnrunnableError(self._plan.problem)
        self._document.require(context)
        if self._document.fast and scan is not None:
            found = self._scan("")
            if not found or (scan.exact and scan.elements):
                return found
        found = self._document.select(context, self._plan.outer, None, self._general_form())
        return [node for node in found if not isinstance(node, str | int | float)]

    def _scan(self, condition: str) -> list[Node]:
        plan, scan = self._plan, self._plan.scan
        assert scan is not None
        variables = self._document.native_variables(scan.variables, plan.outer, None)
        found = self._document.native(scan.where(condition), plan.context, None, variables)
        return list(found)

    def _general_form(self) -> str:
        """The expression for all nodes that match, for elementpath."""
        context = self._plan.context
        if context.version != "1.0":
            return "//({})"
        paths = alternatives_of(context.parts) if context.parts else None
        try:
            written = [
                Translator("1.0", self._plan.outer.translator.variables).translate(
                    path if path.absolute else Path(True, (ANY_DEPTH, *path.steps))
                )
                for path in paths or ()
            ]
        except NotNativeError:
            written = []
        return " | ".join(native.text for native in written) or "//{}"

    # Which of them break a check

    def _check(self, plan: CheckPlan) -> Iterator[RuleFinding]:
        if plan.test.problem:
            for node in self._matched()[:1]:
                yield not_run(self._document, self._plan, plan, node, plan.test.problem)
            return
        suspects = self._suspects(plan)
        yield from self._judged(plan, suspects)

    def _suspects(self, plan: CheckPlan) -> list[Node]:
        suspicion = plan.suspicion
        if not self._document.fast or suspicion is None or suspicion.text == "true()":
            return self._matched()
        if suspicion.text == "false()":
            return []
        scan = self._plan.scan
        batch = self._alone and self._nodes is None and not suspicion.variables
        if batch and scan is not None and not self._plan.context.clock:
            found = self._scan(suspicion.text)
            if not found or (scan.exact and scan.elements):
                return found
        return [node for node in self._matched() if self._suspected(plan, suspicion, node)]

    def _suspected(self, plan: CheckPlan, suspicion: Native, node: Node) -> bool:
        if not hasattr(node, "sourceline"):
            return True
        return bool(self._document.native_in(suspicion, plan.test, plan.environment, node))

    def _judged(self, plan: CheckPlan, suspects: Iterable[Node]) -> Iterator[RuleFinding]:
        reasons: set[str] = set()
        for node in suspects:
            try:
                fires = self._fires(plan, node)
            except UnrunnableError as error:
                if str(error) not in reasons:
                    reasons.add(str(error))
                    yield not_run(self._document, self._plan, plan, node, str(error))
                continue
            if fires:
                yield broken(self._document, self._plan, plan, node)

    def _fires(self, plan: CheckPlan, node: Node) -> bool:
        if self._document.fast and plan.exact and hasattr(node, "sourceline"):
            return True
        holds = self._document.holds(plan.test, plan.environment, self._general_node(node))
        return holds == plan.check.fires_on

    def _general_node(self, node: Node) -> Node:
        return self._document.node_tree.root if element_of(node) is None else node
