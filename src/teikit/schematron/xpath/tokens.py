"""The words of an XPath expression (XPath 2.0, appendix A.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["string", "number", "variable", "name", "operator", "end"]

MAX_LENGTH = 100_000
"""The longest expression that is looked at, in characters."""

_NC = r"[^\W\d][\w.\-·]*"
_TOKEN = re.compile(
    rf"""\s*(?:
      (?P<comment>\(:)
    | (?P<string>"(?:[^"]|"")*"|'(?:[^']|'')*')
    | (?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)
    | \$\s*(?P<variable>{_NC}(?::{_NC})?)
    | (?P<name>{_NC}(?::(?:{_NC}|\*))?|\*:{_NC})
    | (?P<operator>::|//|\.\.|!=|<=|>=|<<|>>|\|\||=>|:=|[-/@()\[\],.|+=<>*!?{{}}\#:])
    | (?P<end>\Z)
    )""",
    re.VERBOSE,
)


class UnknownSyntaxError(ValueError):
    """An expression that this reader does not understand; elementpath may do so."""


class Token(NamedTuple):
    """A word: its kind, its text (of a variable the name only) and where it stands."""

    kind: Kind
    text: str
    start: int
    end: int


def tokenise(source: str) -> list[Token]:
    """The words of an expression, with one of kind ``end`` behind them.

    Raises:
        UnknownSyntaxError: there is a character that begins no word, or far too many words.
    """
    if len(source) > MAX_LENGTH:
        raise UnknownSyntaxError(f"it has more than {MAX_LENGTH:,} characters")
    tokens: list[Token] = []
    offset = 0
    while not tokens or tokens[-1].kind != "end":
        match = _TOKEN.match(source, offset)
        if match is None:
            raise UnknownSyntaxError(f'"{source[offset : offset + 20].strip()}" is no XPath')
        if match.lastgroup == "comment":
            offset = _comment_end(source, match.end())
            continue
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        tokens.append(Token(kind, match[kind], match.start(kind), match.end()))
        offset = match.end()
    return tokens


def _comment_end(source: str, offset: int) -> int:
    depth = 1
    for match in re.compile(r"\(:|:\)").finditer(source, offset):
        depth += 1 if match[0] == "(:" else -1
        if depth == 0:
            return match.end()
    raise UnknownSyntaxError("a comment has no end")


def variable_names(tokens: list[Token]) -> frozenset[str]:
    """The variables that an expression refers to, those that it binds itself included."""
    return frozenset(token.text for token in tokens if token.kind == "variable")


def replace_calls(source: str, tokens: list[Token], calls: Mapping[str, str]) -> str:
    """An expression with calls without arguments, ``name()``, replaced by other text."""
    parts: list[str] = []
    offset = 0
    for name, opening, closing in zip(tokens, tokens[1:], tokens[2:], strict=False):
        called = opening.text == "(" and closing.text == ")"
        if called and name.kind == "name" and name.text in calls:
            parts += source[offset : name.start], calls[name.text]
            offset = closing.end
    return "".join(parts) + source[offset:]
