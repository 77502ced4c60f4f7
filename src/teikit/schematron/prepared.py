"""Expressions made ready to run: read once, and translated for libxml2 where that is possible."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from teikit.schematron.model import Expression, Let, Scope
from teikit.schematron.xpath.functions import (
    needs_clock,
    problem_with_functions,
    undeclared_prefix,
)
from teikit.schematron.xpath.grammar import parse
from teikit.schematron.xpath.native import CURRENT, Native, Translator
from teikit.schematron.xpath.steps import NotNativeError
from teikit.schematron.xpath.syntax import Binary, Path
from teikit.schematron.xpath.tokens import (
    UnknownSyntaxError,
    replace_calls,
    tokenise,
    variable_names,
)

if TYPE_CHECKING:
    from lxml import etree

    from teikit.schematron.xpath import syntax


class Prepared:
    """An expression, read.

    Attributes:
        source: the expression, ``current()`` in it made a variable.
        version: the version of XPath.
        namespaces: the prefixes in it.
        parts: what it consists of; nothing if only elementpath can read it.
        variables: the names of variables in it.
        clock: whether it asks for the time.
        problem: why it cannot be run at all, or ``""``.
    """

    __slots__ = ("clock", "namespaces", "parts", "problem", "source", "variables", "version")

    def __init__(self, expression: Expression, scope: Scope) -> None:
        self.source = expression.source
        self.version = scope.version
        self.namespaces = tuple(scope.namespaces.items())
        self.parts: syntax.Expression | None = None
        self.variables: frozenset[str] = frozenset()
        self.clock = False
        self.problem = ""
        try:
            tokens = tokenise(self.source)
        except UnknownSyntaxError as error:
            # What cannot be read cannot be searched for forbidden functions either.
            self.problem = str(error)
            return
        self.problem = problem_with_functions(tokens, self.version, scope.namespaces)
        prefix = undeclared_prefix(tokens, scope.namespaces)
        if prefix and not self.problem:
            self.problem = f'no <ns> declares its prefix "{prefix}"'
        self.clock = needs_clock(tokens)
        self.parts = _parts(self.source)
        self.source = replace_calls(self.source, tokens, {"current": f"${CURRENT}"})
        self.variables = variable_names(tokens)
        if self.source != expression.source:
            self.variables |= {CURRENT}

    @property
    def is_path(self) -> bool:
        """Whether what it yields comes in the order of the document."""
        return isinstance(self.parts, Path) or (
            isinstance(self.parts, Binary) and self.parts.operator == "|"
        )

    def native(self, translator: Translator) -> Native | None:
        """The expression in XPath 1.0, if it has that form."""
        if self.parts is None or self.problem:
            return None
        try:
            return translator.translate(self.parts)
        except NotNativeError:
            return None

    def general(self, form: str = "{}") -> Any:
        """The expression for elementpath.

        Args:
            form: what to make of it, with ``{}`` in its place.

        Raises:
            EvaluationError: it is wrong.
        """
        from teikit.schematron.xpath.general import compiled

        return compiled(form.format(self.source), self.version, self.namespaces)


def _parts(source: str) -> syntax.Expression | None:
    try:
        return parse(source)
    except (UnknownSyntaxError, RecursionError):
        return None


class Variable:
    """A variable of a schema, a pattern or a rule.

    Attributes:
        name: its name.
        value: its expression; nothing if its value is markup.
        native: the expression in XPath 1.0, if libxml2 can be handed its value.
        everywhere: whether it has one value for the whole document.
    """

    __slots__ = ("everywhere", "name", "native", "value")

    def __init__(self, let: Let, scope: Scope, translator: Translator, everywhere: bool) -> None:
        self.name = let.name
        self.everywhere = everywhere
        self.value = Prepared(let.value, scope) if let.value else None
        native = self.value.native(translator) if self.value else None
        if native and everywhere and (native.context or CURRENT in native.variables):
            native = None  # lxml has no way to make the document node the context
        if native and native.kind == "nodes" and not native.elements:
            native = None  # nor to hand attributes to libxml2
        if native and ":" in let.name:
            native = None
        self.native = native


class Environment:
    """The variables that expressions can see, and the translator that knows them.

    Args:
        scope: of the schema.
        lets: the variables of a pattern, or of a rule.
        outer: what is around a rule.
    """

    def __init__(
        self, scope: Scope, lets: tuple[Let, ...], outer: Environment | None = None
    ) -> None:
        self.scope = scope
        self.variables: dict[str, Variable] = dict(outer.variables) if outer else {}
        natives = self._natives()
        self.translator = Translator(scope.version, natives)
        for let in lets:
            variable = Variable(let, scope, self.translator, everywhere=outer is None)
            self.variables[let.name] = variable
            natives.pop(let.name, None)
            if variable.native:
                natives[let.name] = variable.native

    def _natives(self) -> dict[str, Native]:
        return {name: v.native for name, v in self.variables.items() if v.native}


@lru_cache(maxsize=4096)
def native_xpath(text: str, namespaces: tuple[tuple[str, str], ...]) -> etree.XPath:
    """An expression compiled by libxml2, without any extension."""
    from lxml import etree

    prefixes: Mapping[str, str] = dict(namespaces)
    return etree.XPath(text, namespaces=prefixes, regexp=False, smart_strings=False)
