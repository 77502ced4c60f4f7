"""From the words of an XPath expression to its parts; XPath 1.0 and 2.0, less rare corners."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from teikit.schematron.xpath.syntax import (
    ANY_DEPTH,
    SELF,
    Binary,
    Binding,
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
    Typed,
    Variable,
)
from teikit.schematron.xpath.tokens import Token, UnknownSyntaxError, tokenise

MAX_DEPTH = 60
"""How deep expressions may be nested before only elementpath reads them."""

_LEVELS = (
    ("or",),
    ("and",),
    ("=", "!=", "<", "<=", ">", ">=", "eq", "ne", "lt", "le", "gt", "ge", "is", "<<", ">>"),
    ("to",),
    ("+", "-"),
    ("*", "div", "idiv", "mod"),
    ("|", "union"),
    ("intersect", "except"),
)
_PRECEDENCE = {operator: level for level, group in enumerate(_LEVELS) for operator in group}
_COMPARISON = _PRECEDENCE["="]
_TYPED = {"instance": "of", "treat": "as", "castable": "as", "cast": "as"}
_KIND_TESTS = frozenset(
    "node text comment processing-instruction element attribute document-node item "
    "schema-element schema-attribute namespace-node function map array".split()
)
_AXES = frozenset(
    "ancestor ancestor-or-self attribute child descendant descendant-or-self following "
    "following-sibling namespace parent preceding preceding-sibling self".split()
)


@lru_cache(maxsize=4096)
def parse(source: str) -> Expression:
    """The parts of an expression.

    Raises:
        UnknownSyntaxError: it is no XPath, or uses syntax of XPath 3.
    """
    parser = _Parser(tokenise(source))
    result = parser.expression()
    if parser.token.kind != "end":
        raise parser.unknown()
    return result


def _precedence_of(expression: Expression) -> int | None:
    return _PRECEDENCE[expression.operator] if isinstance(expression, Binary) else None


class _Parser:
    """A recursive descent over the words of one expression."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._index = 0
        self._depth = 0

    @property
    def token(self) -> Token:
        return self._tokens[self._index]

    def _next(self) -> Token:
        """The word behind the current one."""
        return self._tokens[min(self._index + 1, len(self._tokens) - 1)]

    def _take(self) -> Token:
        token = self.token
        self._index = min(self._index + 1, len(self._tokens) - 1)
        return token

    def _sees(self, *texts: str) -> bool:
        return self.token.kind in ("operator", "name") and self.token.text in texts

    def _accept(self, text: str) -> bool:
        if self._sees(text):
            self._take()
            return True
        return False

    def _expect(self, text: str) -> None:
        if not self._accept(text):
            raise self.unknown()

    def unknown(self) -> UnknownSyntaxError:
        found = f'"{self.token.text}"' if self.token.text else "the end"
        return UnknownSyntaxError(f"{found} is not expected at character {self.token.start + 1}")

    def expression(self) -> Expression:
        """Operands with commas between them."""
        items = [self._single()]
        while self._accept(","):
            items.append(self._single())
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def _single(self) -> Expression:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise UnknownSyntaxError(f"it is nested more than {MAX_DEPTH} deep")
        if self._sees("for", "some", "every") and self._next().kind == "variable":
            result = self._binding(self._take().text)
        elif self._sees("if") and self._next().text == "(":
            result = self._conditional()
        else:
            result = self._binary(0)
        self._depth -= 1
        return result

    def _binding(self, kind: str) -> Expression:
        variable = self._take()
        if variable.kind != "variable":
            raise self.unknown()
        self._expect("in")
        domain = self._single()
        if self._sees(",") and self._next().kind == "variable":
            self._take()
            body = self._binding(kind)
        else:
            self._expect("return" if kind == "for" else "satisfies")
            body = self._single()
        return Binding(kind, variable.text, domain, body)  # type: ignore[arg-type]

    def _conditional(self) -> Expression:
        self._take()
        self._expect("(")
        condition = self.expression()
        self._expect(")")
        self._expect("then")
        then = self._single()
        self._expect("else")
        return If(condition, then, self._single())

    def _binary(self, level: int) -> Expression:
        left = self._unary()
        while self.token.kind in ("operator", "name"):
            operator = self.token.text
            precedence = _PRECEDENCE.get(operator, -1)
            if precedence < level:
                break
            if precedence == _COMPARISON == _precedence_of(left):
                raise self.unknown()  # XPath 1.0 allows it, but binds in its own way
            self._take()
            right = self._binary(precedence + 1)
            left = Binary("|" if operator == "union" else operator, left, right)
        return left

    def _unary(self) -> Expression:
        if self._accept("-"):
            return Negative(self._typed(self._path()))
        return self._typed(self._path())

    def _typed(self, operand: Expression) -> Expression:
        while self.token.kind == "name" and _TYPED.get(self.token.text) == self._next().text:
            operator = self._take().text
            self._take()
            if self._take().kind != "name":
                raise self.unknown()
            if self._sees("("):
                self._skip_brackets()
            if self._sees("?") or (operator in ("instance", "treat") and self._sees("*", "+")):
                self._take()
            operand = Typed(operator, operand)
        return operand

    def _skip_brackets(self) -> str:
        """The text of a bracketed part without brackets of its own in it."""
        parts = [self._take().text]
        while not self._sees(")"):
            if self.token.kind == "end" or self._sees("("):
                raise self.unknown()
            parts.append(self._take().text)
        return "".join([*parts, self._take().text])

    def _path(self) -> Expression:
        steps: list[Step | Filter] = []
        absolute = self._sees("/", "//")
        if self._accept("//"):
            steps.append(ANY_DEPTH)
        elif self._accept("/") and not self._starts_step():
            return Path(True, ())
        steps.append(self._step())
        while self._sees("/", "//"):
            if self._take().text == "//":
                steps.append(ANY_DEPTH)
            steps.append(self._step())
        first = steps[0]
        if not absolute and len(steps) == 1 and isinstance(first, Filter):
            return first if first.predicates else first.base
        return Path(absolute, tuple(steps))

    def _starts_step(self) -> bool:
        if self.token.kind == "operator":
            return self.token.text in ("(", ".", "..", "@", "*")
        return self.token.kind != "end"

    def _step(self) -> Step | Filter:
        if self._accept("."):
            return self._with_predicates(lambda p: Step(SELF.axis, SELF.test, p))
        if self._accept(".."):
            return self._with_predicates(lambda p: Step("parent", "node()", p))
        if self._accept("@"):
            return self._axis_step("attribute")
        if self.token.kind == "name" and self._next().text == "::":
            axis = self._take().text
            if axis not in _AXES:
                raise self.unknown()
            self._take()
            return self._axis_step(axis)
        if self.token.kind == "name" and self._next().text == "(":
            if self.token.text in _KIND_TESTS:
                return self._axis_step("child")
        elif self.token.kind == "name" or self._sees("*"):
            return self._axis_step("child")
        base = self._primary()
        return self._with_predicates(lambda p: Filter(base, p))

    def _axis_step(self, axis: str) -> Step | Filter:
        token = self._take()
        test = token.text
        if token.kind != "name" and test != "*":
            raise self.unknown()
        if token.kind == "name" and self._sees("("):
            if test not in _KIND_TESTS:
                raise self.unknown()
            test += self._skip_brackets()
        return self._with_predicates(lambda p: Step(axis, test, p))

    def _with_predicates(
        self, make: Callable[[tuple[Expression, ...]], Step | Filter]
    ) -> Step | Filter:
        predicates = []
        while self._accept("["):
            predicates.append(self.expression())
            self._expect("]")
        return make(tuple(predicates))

    def _primary(self) -> Expression:
        token = self._take()
        if token.kind == "string":
            quote = token.text[0]
            return Text(token.text[1:-1].replace(quote * 2, quote))
        if token.kind == "number":
            return Number(token.text)
        if token.kind == "variable":
            return Variable(token.text)
        if token.kind == "name":
            return self._call(token.text)
        if token.text == "(" and token.kind == "operator":
            if self._accept(")"):
                return Sequence(())
            inner = self.expression()
            self._expect(")")
            # The brackets stay visible, so that predicates bind to the whole.
            return inner if isinstance(inner, Sequence) else Sequence((inner,))
        raise self.unknown()

    def _call(self, name: str) -> Expression:
        self._expect("(")
        if self._accept(")"):
            return Call(name, ())
        arguments = [self._single()]
        while self._accept(","):
            arguments.append(self._single())
        self._expect(")")
        return Call(name, tuple(arguments))
