"""Grammars in RELAX NG's simple form, as a directed graph of shared patterns.

The simple form is that of the RELAX NG specification, section 4. A pattern is a tuple, and other
patterns in it are indices into ``Grammar.patterns``::

    ("notAllowed",)                       always index 0
    ("empty",)                            always index 1
    ("text",)                             always index 2
    ("choice", (i, j, …))                 flat, without duplicates, sorted, without notAllowed
    ("group", (i, j, …))                  flat, in order, without empty
    ("interleave", (i, j, …))             flat, in order, without empty
    ("oneOrMore", i)
    ("list", i)
    ("attribute", name_class, i)
    ("data", library, type, ((name, value), …), except_or_-1)
    ("value", library, type, string, ns)  ns: of the name, in a value that is a QName; else ""
    ("ref", k)                            the element pattern ``Grammar.elements[k]``
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from teikit.schema.errors import SchemaError
from teikit.schema.nameclass import NameClass

Pattern = tuple[Any, ...]

NOT_ALLOWED = 0
EMPTY = 1
TEXT = 2

LONGEST = 10_000
"""How many members a group or interleave may have. A hostile schema could double it per line."""

_OF_NUMBERS = frozenset({"choice", "group", "interleave"})

FORMAT = 1
"""Version of what ``Grammar.dumps`` writes; a cache made by another version is not used."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element pattern.

    Attributes:
        name_class: the names it can have.
        content: index of the pattern of its attributes and children.
    """

    name_class: NameClass
    content: int


@dataclass(frozen=True, slots=True)
class Grammar:
    """A grammar in simple form.

    Attributes:
        start: index of the pattern that a document's root element must match.
        patterns: all patterns; a pattern stands after those that it refers to.
        elements: the element patterns, which ``("ref", k)`` points at.
    """

    start: int
    patterns: tuple[Pattern, ...]
    elements: tuple[Element, ...]

    def dumps(self) -> str:
        """The grammar as JSON text; the same grammar always gives the same text."""
        return json.dumps(
            {
                "format": FORMAT,
                "start": self.start,
                "patterns": self.patterns,
                "elements": [(e.name_class, e.content) for e in self.elements],
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def loads(cls, text: str | bytes) -> Grammar:
        """The grammar that ``dumps`` wrote.

        Raises:
            ValueError: the text is not from this version of ``dumps``.
        """
        try:
            data = json.loads(text)
            if data["format"] != FORMAT:
                raise ValueError(f"format {data['format']} instead of {FORMAT}")
            return cls(
                data["start"],
                tuple(map(_pattern, data["patterns"])),
                tuple(Element(_tuples(names), content) for names, content in data["elements"]),
            )
        except (KeyError, TypeError, IndexError) as error:
            raise ValueError("not a stored grammar") from error


def _pattern(data: list[Any]) -> Pattern:
    """A pattern from its JSON form."""
    # Most patterns are of numbers only, and this is half of what a start takes beside imports.
    if data[0] in _OF_NUMBERS:
        return data[0], tuple(data[1])
    return _tuples(data)


def _tuples(data: list[Any]) -> tuple[Any, ...]:
    """Nested lists as nested tuples."""
    return tuple([_tuples(item) if type(item) is list else item for item in data])


class GrammarBuilder:
    """Makes patterns, each only once, and keeps them in simple form.

    The methods apply the rules for ``notAllowed`` and ``empty`` (RELAX NG specification, sections
    4.20 and 4.21), so whatever they return is in simple form.
    """

    def __init__(self, grammar: Grammar | None = None) -> None:
        """Start empty, or with the patterns and elements of a grammar under the same indices."""
        self.patterns: list[Pattern] = (
            list(grammar.patterns) if grammar else [("notAllowed",), ("empty",), ("text",)]
        )
        self.elements: list[Element] = list(grammar.elements) if grammar else []
        self._index = {pattern: i for i, pattern in enumerate(self.patterns)}

    def add(self, pattern: Pattern) -> int:
        """The index of a pattern that is known to be in simple form."""
        index = self._index.setdefault(pattern, len(self.patterns))
        if index == len(self.patterns):
            self.patterns.append(pattern)
        return index

    def choice(self, members: Iterable[int]) -> int:
        """One of the members."""
        patterns = self.patterns
        flat: set[int] = set()
        for member in members:
            pattern = patterns[member]
            if pattern[0] == "choice":
                flat.update(pattern[1])
            else:
                flat.add(member)
        flat.discard(NOT_ALLOWED)
        if len(flat) < 2:
            return flat.pop() if flat else NOT_ALLOWED
        return self.add(("choice", tuple(sorted(flat))))

    def group(self, members: Iterable[int]) -> int:
        """The members in order."""
        return self._sequence("group", members)

    def interleave(self, members: Iterable[int]) -> int:
        """The members in any order, mixed."""
        return self._sequence("interleave", members)

    def _sequence(self, kind: str, members: Iterable[int]) -> int:
        patterns = self.patterns
        flat: list[int] = []
        for member in members:
            if member == NOT_ALLOWED:
                return NOT_ALLOWED
            pattern = patterns[member]
            if pattern[0] == kind:
                flat.extend(pattern[1])
            elif member != EMPTY:
                flat.append(member)
            if len(flat) > LONGEST:
                raise SchemaError(f"a content model has more than {LONGEST} parts")
        if len(flat) < 2:
            return flat[0] if flat else EMPTY
        return self.add((kind, tuple(flat)))

    def optional(self, member: int) -> int:
        """The member or nothing."""
        return self.choice((EMPTY, member))

    def one_or_more(self, member: int) -> int:
        """The member once or several times."""
        if member in (NOT_ALLOWED, EMPTY) or self.patterns[member][0] == "oneOrMore":
            return member
        return self.add(("oneOrMore", member))

    def zero_or_more(self, member: int) -> int:
        """The member any number of times."""
        return self.optional(self.one_or_more(member))

    def list(self, member: int) -> int:
        """A string whose tokens, split at white space, match the member."""
        return NOT_ALLOWED if member == NOT_ALLOWED else self.add(("list", member))

    def attribute(self, name_class: NameClass, value: int) -> int:
        """An attribute with one of the names."""
        if value == NOT_ALLOWED:
            return NOT_ALLOWED
        return self.add(("attribute", name_class, value))

    def data(
        self,
        library: str,
        type_: str,
        params: Iterable[tuple[str, str]] = (),
        excepted: int = NOT_ALLOWED,
    ) -> int:
        """A string that a datatype allows, less what ``excepted`` matches."""
        stored = -1 if excepted == NOT_ALLOWED else excepted
        return self.add(("data", library, type_, tuple(params), stored))

    def value(self, library: str, type_: str, string: str, ns: str = "") -> int:
        """A string equal to this one by the rules of a datatype."""
        return self.add(("value", library, type_, string, ns))

    def element(self, name_class: NameClass) -> int:
        """A new element pattern without content yet: its index in ``elements``."""
        self.elements.append(Element(name_class, NOT_ALLOWED))
        return len(self.elements) - 1

    def set_content(self, element: int, content: int) -> None:
        """Give an element pattern its content, which may refer back to the element."""
        self.elements[element] = Element(self.elements[element].name_class, content)

    def ref(self, element: int) -> int:
        """The element pattern with this index."""
        return self.add(("ref", element))

    def grammar(self, start: int) -> Grammar:
        """The finished grammar."""
        return Grammar(start, tuple(self.patterns), tuple(self.elements))
