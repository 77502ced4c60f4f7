"""Regular expressions of XML Schema (Part 2, appendix F), matched with Python's ``re``.

Python's ``re`` has no Unicode categories, and writing them out makes patterns of thousands of
ranges. So a pattern is translated for the characters at hand: those of ASCII and of the string
to be matched. Every character class then is a short list.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from unicodedata import category

from teikit.schema.xmlnames import NAME_CHARACTERS, NAME_START

_Class = Callable[[str], bool]

_ASCII = "".join(map(chr, range(128)))
_CATEGORIES = frozenset(
    "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So"
    " C Cc Cf Co Cn".split()
)
_SINGLE = {"n": "\n", "r": "\r", "t": "\t"} | {c: c for c in "\\|.-^?*+{}()[]"}
_QUANTIFIER = re.compile(r"\{(\d+)(,(\d*))?\}")


def matches(pattern: str, string: str) -> bool:
    """Whether the whole string matches.

    Raises:
        ValueError: the pattern is not a regular expression of XML Schema.
    """
    others = "" if string.isascii() else "".join(sorted({c for c in string if c > "\x7f"}))
    return _translate(pattern, others).fullmatch(string) is not None


def check(pattern: str) -> None:
    """Check a pattern.

    Raises:
        ValueError: it is not a regular expression of XML Schema.
    """
    _parse(pattern)


@lru_cache(maxsize=1024)
def _translate(pattern: str, others: str) -> re.Pattern[str]:
    universe = _ASCII + others
    return re.compile(
        "".join(
            part if isinstance(part, str) else _character_set(part, universe)
            for part in _parse(pattern)
        ),
        re.DOTALL,
    )


def _character_set(predicate: _Class, universe: str) -> str:
    members = "".join(filter(predicate, universe))
    return f"[{re.escape(members)}]" if members else "(?!)"


@lru_cache(maxsize=256)
def _parse(pattern: str) -> tuple[str | _Class, ...]:
    return _Parser(pattern).parse()


class _Parser:
    """Turns a pattern into pieces of Python syntax, with character classes between them."""

    def __init__(self, pattern: str) -> None:
        self._text = pattern
        self._at = 0

    def parse(self) -> tuple[str | _Class, ...]:
        parts = self._alternatives()
        if self._at < len(self._text):
            raise self._error("unbalanced )")
        return tuple(parts)

    def _error(self, why: str) -> ValueError:
        return ValueError(f'"{self._text}" is not a regular expression of XML Schema: {why}')

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _next(self) -> str:
        char = self._peek()
        if not char:
            raise self._error("it ends too early")
        self._at += 1
        return char

    def _alternatives(self) -> list[str | _Class]:
        parts: list[str | _Class] = ["(?:"]
        while (char := self._peek()) and char != ")":
            if char == "|":
                self._at += 1
                parts.append("|")
            else:
                parts += self._atom()
                parts.append(self._quantifier())
        return [*parts, ")"]

    def _atom(self) -> list[str | _Class]:
        char = self._next()
        if char == "(":
            inner = self._alternatives()
            if self._peek() != ")":
                raise self._error("unbalanced (")
            self._at += 1
            return inner
        if char == "[":
            return [self._group()]
        if char == ".":
            return [lambda c: c not in "\n\r"]
        if char == "\\":
            escape = self._escape()
            return [re.escape(escape) if isinstance(escape, str) else escape]
        if char in "?*+{}]":
            raise self._error(f"{char} in the wrong place")
        return [re.escape(char)]

    def _quantifier(self) -> str:
        char = self._peek()
        if char and char in "?*+":
            self._at += 1
            return char
        if char != "{":
            return ""
        match = _QUANTIFIER.match(self._text, self._at)
        if match is None or (match[3] and int(match[1]) > int(match[3])):
            raise self._error("{ without a right count")
        self._at = match.end()
        return match[0]

    def _escape(self) -> str | _Class:
        char = self._next()
        if char in _SINGLE:
            return _SINGLE[char]
        if char in "pP":
            predicate = self._property()
        elif char.lower() in _MULTIPLE:
            predicate = _MULTIPLE[char.lower()]
        else:
            raise self._error(f"unknown escape \\{char}")
        return predicate if char.islower() else _negate(predicate)

    def _property(self) -> _Class:
        end = self._text.find("}", self._at)
        if self._peek() != "{" or end < 0:
            raise self._error("\\p without {…}")
        name = self._text[self._at + 1 : end]
        self._at = end + 1
        if name in _CATEGORIES:
            return lambda c: category(c).startswith(name)
        from elementpath.regex import unicode_subset

        try:
            subset = unicode_subset(name) if name.startswith("Is") else None
        except Exception:
            subset = None
        if subset is None:
            raise self._error(f"unknown property {name}")
        return lambda c: ord(c) in subset

    def _group(self) -> _Class:
        """A class in brackets, the opening one already read."""
        negative = self._peek() == "^"
        self._at += negative
        classes: list[_Class] = []
        first = True
        while first or self._peek() != "]":
            if not first and self._text.startswith("-[", self._at):
                self._at += 2
                included, excluded = _union(classes, negative), self._group()
                if self._next() != "]":
                    raise self._error("a subtraction must come last in brackets")
                return lambda c: included(c) and not excluded(c)
            classes.append(self._range())
            first = False
        self._at += 1
        return _union(classes, negative)

    def _range(self) -> _Class:
        low = self._member()
        if not isinstance(low, str):
            return low
        rest = self._text[self._at : self._at + 2]
        if rest[:1] != "-" or rest in ("-]", "-["):
            return lambda c: c == low
        self._at += 1
        high = self._member()
        if not isinstance(high, str) or high < low:
            raise self._error("a range from high to low")
        return lambda c: low <= c <= high

    def _member(self) -> str | _Class:
        char = self._next()
        if char in "[]":
            raise self._error(f"{char} in the wrong place")
        return self._escape() if char == "\\" else char


def _negate(predicate: _Class) -> _Class:
    return lambda c: not predicate(c)


def _union(classes: list[_Class], negative: bool) -> _Class:
    return lambda c: any(predicate(c) for predicate in classes) != negative


_MULTIPLE: dict[str, _Class] = {
    "s": lambda c: c in " \t\n\r",
    "i": lambda c: re.match(f"[:{NAME_START}]", c) is not None,
    "c": lambda c: re.match(f"[:{NAME_CHARACTERS}]", c) is not None,
    "d": lambda c: category(c) == "Nd",
    "w": lambda c: category(c)[0] not in "PZC",
}
