"""A pointer, and how its problems are told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from teikit.checks.problem import Node, Problem

MANY = 4
"""If an attribute has so many pointers and all lead nowhere, they follow a rule of their own."""

_CANDIDATES = 500
_LONGEST = 60
_NO_DIGITS = re.compile(r"\D+")


@dataclass(slots=True)
class Use:
    """A pointer and its first place.

    Attributes:
        node: the first element that has it.
        attribute: the attribute.
        pointer: the pointer itself.
        base: the ``xml:base`` in force there; ``""`` for none.
        count: how many elements have it.
    """

    node: Node
    attribute: str
    pointer: str
    base: str
    count: int = 0

    def problem(self, code: str, message: str, hint: str, *allowed: str) -> Problem:
        """A problem of this pointer, with what was probably meant."""
        return Problem(
            code, message, hint, self.node, self.attribute, self.pointer, allowed=allowed
        )


class Suggestions:
    """The names that there are, to find the one that is meant by a name that is not there.

    Names that differ in a number are different things, however alike they look.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = names

    @cached_property
    def _by_digits(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in sorted(self._names):
            found.setdefault(_digits(name), []).append(name)
        return found

    def near(self, name: str) -> str | None:
        """The name that is probably meant, if there is one."""
        from teikit.validate.spelling import nearest

        if len(name) > _LONGEST:
            return None
        like = self._by_digits.get(_digits(name), [])
        near = [other for other in like if abs(len(other) - len(name)) <= 2]
        return nearest(name, near[:_CANDIDATES])


def _digits(name: str) -> str:
    return _NO_DIGITS.sub("", name)
