"""The document that is checked: its names, its values, and how both engines see it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from teikit.schematron.paths import Steps
from teikit.schematron.prepared import Environment, Prepared, native_xpath
from teikit.schematron.xpath.names import Names
from teikit.schematron.xpath.native import CURRENT, Native

if TYPE_CHECKING:
    from datetime import datetime

    from lxml import etree

    from teikit.schematron.xpath.general import NodeTree

Node: TypeAlias = Any
"""An element of lxml, another node of elementpath, or ``None`` for the document itself."""


class UnrunnableError(ValueError):
    """An expression that cannot be run on this document; the reason is its text."""


class Document:
    """A document under check.

    Args:
        tree: the document.
        now: what the clock is to say.
        fast: whether libxml2 may run what it can.

    Attributes:
        steps: the places of elements, as far as they have been asked for.
    """

    def __init__(
        self, tree: etree._ElementTree, now: datetime | None = None, fast: bool = True
    ) -> None:
        self.tree = tree
        self.fast = fast
        self.steps: Steps = {}
        self._now = now
        self._native_values: dict[int, Any] = {}
        self._general_values: dict[int, list[Any]] = {}
        # Variables that are being evaluated: their values cannot need themselves.
        self._open: set[int] = set()

    @cached_property
    def names(self) -> Names:
        """The names of its elements, and those of its attributes with ``@`` before them."""
        elements: set[str] = set()
        attributes: set[str] = set()
        for element in self.tree.iter("*"):
            elements.add(str(element.tag))
            attributes.update(map(str, element.keys()))
        return frozenset(elements.union(f"@{name}" for name in attributes))

    @cached_property
    def node_tree(self) -> NodeTree:
        """The document for elementpath."""
        from teikit.schematron.xpath.general import NodeTree

        return NodeTree(self.tree, self._now)

    # libxml2

    def native(self, text: str, prepared: Prepared, node: Node, variables: dict[str, Any]) -> Any:
        """The value of an expression of XPath 1.0.

        Raises:
            UnrunnableError: libxml2 refuses it.
        """
        from lxml import etree

        try:
            expression = native_xpath(text, prepared.namespaces)
            return expression(self.tree if node is None else node, **variables)
        except etree.XPathError as error:
            raise UnrunnableError(str(error)) from error

    def native_variables(
        self, names: frozenset[str], environment: Environment, node: Node
    ) -> dict[str, Any]:
        """The values of variables, for libxml2.

        Raises:
            UnrunnableError: libxml2 refuses one of them.
        """
        values = {}
        for name in sorted(names):
            if name == CURRENT:
                values[name] = [node]
                continue
            variable = environment.variables[name]
            native, value = variable.native, variable.value
            assert native is not None and value is not None
            key = id(variable)
            if variable.everywhere and key in self._native_values:
                values[name] = self._native_values[key]
                continue
            inner = self.native_variables(native.variables, environment, node)
            values[name] = self.native(native.text, value, node, inner)
            if variable.everywhere:
                self._native_values[key] = values[name]
        return values

    def native_in(self, text: Native, prepared: Prepared, scope: Environment, node: Node) -> Any:
        """The value of a translated expression at a node, its variables filled in.

        Raises:
            UnrunnableError: libxml2 refuses it.
        """
        variables = self.native_variables(text.variables, scope, node)
        return self.native(text.text, prepared, node, variables)

    # elementpath

    def holds(self, prepared: Prepared, scope: Environment, node: Node) -> bool:
        """Whether a condition holds at a node, by elementpath.

        Raises:
            UnrunnableError: it cannot be run.
        """
        form = "boolean({})" if prepared.version == "1.0" else "boolean(({}))"
        return self.select(prepared, scope, node, form) == [True]

    def select(
        self, prepared: Prepared, scope: Environment, node: Node, form: str = "{}"
    ) -> list[Any]:
        """What an expression yields at a node, by elementpath.

        Args:
            prepared: the expression.
            scope: the variables that it sees.
            node: the node.
            form: what to make of the expression, with ``{}`` in its place.

        Raises:
            UnrunnableError: it cannot be run.
        """
        from teikit.schematron.xpath.general import EvaluationError

        self.require(prepared)
        variables = self._general_variables(prepared, scope, node)
        try:
            token = prepared.general(form)
            return self.node_tree.select(token, node, variables, prepared.is_path)
        except EvaluationError as error:
            raise UnrunnableError(str(error)) from error

    def require(self, prepared: Prepared) -> None:
        """Make sure that an expression may be run.

        Raises:
            UnrunnableError: it must not, or needs what there is not.
        """
        if prepared.problem:
            raise UnrunnableError(prepared.problem)
        if prepared.clock and self._now is None:
            raise UnrunnableError("it asks for today's date, and none was given")

    def _general_variables(
        self, prepared: Prepared, scope: Environment, node: Node
    ) -> Mapping[str, Any]:
        values: dict[str, Any] = {}
        for name in sorted(prepared.variables):
            if name == CURRENT:
                values[name] = self.node_tree.root if node is None else node
                continue
            variable = scope.variables.get(name)
            if variable is None or id(variable) in self._open:
                continue  # bound in the expression itself, or unknown, as elementpath will say
            if variable.value is None:
                raise UnrunnableError(f"the value of its variable ${name} is markup")
            key = id(variable)
            if variable.everywhere and key in self._general_values:
                values[name] = self._general_values[key]
                continue
            self._open.add(key)
            try:
                outermost = None if variable.everywhere else node
                values[name] = self.select(variable.value, scope, outermost)
            finally:
                self._open.discard(key)
            if variable.everywhere:
                self._general_values[key] = values[name]
        return values
