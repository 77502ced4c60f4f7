"""RELAX NG derivatives: what is left of a pattern after a tag, an attribute or a text.

The algorithm is James Clark's ("An algorithm for RELAX NG validation", 2002), with two changes. His
pattern ``After(p, q)`` is a pair (content, rest) here, which the caller keeps on its stack, so that
a pattern never depends on how deep in a document it is used and every result can be remembered. And
choices, groups and interleaves have any number of members.
"""

from __future__ import annotations

from collections.abc import Mapping

from teikit.schema import datatypes, nameclass
from teikit.schema.grammar import EMPTY, NOT_ALLOWED, TEXT, Grammar, GrammarBuilder, Pattern
from teikit.schema.tree import XSD

QName = tuple[str, str]
"""A name: namespace (``""`` for none) and local name."""

Alternatives = tuple[tuple[int, int], ...]
"""Pairs of patterns: what the element that starts may hold, and what may follow after it."""

_NO_ATTRIBUTES: frozenset[int] = frozenset()
_REMEMBERED_VALUES = 50_000
_LONGEST_REMEMBERED = 64
_NAME_TYPES = ("QName", "NOTATION")


class Derivatives:
    """The derivatives of one grammar's patterns, each computed once.

    Patterns are indices into ``patterns``, which grows. Not to be shared between threads.
    """

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._builder = GrammarBuilder(grammar)
        self.patterns: list[Pattern] = self._builder.patterns
        self._nullable: dict[int, bool] = {}
        self._starts: dict[tuple[int, QName, bool], Alternatives] = {}
        self._closed: dict[tuple[int, bool], int] = {}
        self._attributes: dict[int, frozenset[int]] = {}
        self._named: dict[tuple[int, QName], tuple[int, ...]] = {}
        self._consumed: dict[tuple[int, frozenset[int]], int] = {}
        self._stringy: dict[int, bool] = {}
        self._after_text: dict[int, int] = {}
        self._values: dict[tuple[int, str], bool] = {}
        self._remembers = not _has_names(grammar)

    def choice(self, *members: int) -> int:
        """The pattern that matches what one of the members matches."""
        return self._builder.choice(members)

    def nullable(self, index: int) -> bool:
        """Whether a pattern matches nothing at all, so that an element may end there."""
        known = self._nullable.get(index)
        if known is None:
            known = self._nullable[index] = self._make_nullable(self.patterns[index])
        return known

    def _make_nullable(self, pattern: Pattern) -> bool:
        match pattern:
            case ("empty" | "text",):
                return True
            case ("choice", members):
                return any(map(self.nullable, members))
            case ("group" | "interleave", members):
                return all(map(self.nullable, members))
            case ("oneOrMore", member):
                return self.nullable(member)
        return False

    def start(self, index: int, name: QName, *, skipping: bool = False) -> Alternatives:
        """What a start tag leaves of a content pattern.

        Args:
            index: the pattern of what may come.
            name: the element's name.
            skipping: pass over things that are required before the element.

        Returns:
            Pairs of the element's content, attributes included, and the rest of the pattern after
            its end; none where the element is not allowed.
        """
        pattern = self.patterns[index]
        if pattern[0] == "ref":
            element = self.grammar.elements[pattern[1]]
            fits = nameclass.contains(element.name_class, *name)
            return ((element.content, EMPTY),) if fits else ()
        key = index, name, skipping
        known = self._starts.get(key)
        if known is None:
            pairs: dict[int, int] = {}
            for content, rest in self._make_start(pattern, index, name, skipping):
                old = pairs.get(content, NOT_ALLOWED)
                pairs[content] = rest if old == NOT_ALLOWED else self._builder.choice((old, rest))
            known = self._starts[key] = tuple(pairs.items())
        return known

    def _make_start(
        self, pattern: Pattern, index: int, name: QName, skipping: bool
    ) -> list[tuple[int, int]]:
        builder = self._builder
        found: list[tuple[int, int]] = []
        match pattern:
            case ("choice", members):
                for member in members:
                    found.extend(self.start(member, name, skipping=skipping))
            case ("group", members):
                for i, member in enumerate(members):
                    for content, rest in self.start(member, name, skipping=skipping):
                        found.append((content, builder.group((rest, *members[i + 1 :]))))
                    if not skipping and not self.nullable(member):
                        break
            case ("interleave", members):
                for i, member in enumerate(members):
                    for content, rest in self.start(member, name, skipping=skipping):
                        others = (*members[:i], rest, *members[i + 1 :])
                        found.append((content, builder.interleave(others)))
            case ("oneOrMore", member):
                for content, rest in self.start(member, name, skipping=skipping):
                    found.append((content, builder.group((rest, builder.choice((EMPTY, index))))))
        return found

    def attributes(self, index: int) -> frozenset[int]:
        """The attribute patterns in a content pattern."""
        known = self._attributes.get(index)
        if known is None:
            match self.patterns[index]:
                case ("attribute", *_):
                    known = frozenset((index,))
                case ("choice" | "group" | "interleave", members):
                    known = _NO_ATTRIBUTES.union(*map(self.attributes, members))
                case ("oneOrMore", member):
                    known = self.attributes(member)
                case _:
                    known = _NO_ATTRIBUTES
            self._attributes[index] = known
        return known

    def named(self, index: int, name: QName) -> tuple[int, ...]:
        """Those of a content's attribute patterns that hold a name."""
        key = index, name
        known = self._named.get(key)
        if known is None:
            known = self._named[key] = tuple(
                attribute
                for attribute in sorted(self.attributes(index))
                if nameclass.contains(self.patterns[attribute][1], *name)
            )
        return known

    def attribute(
        self, index: int, name: QName, value: str, context: Mapping[str, str] | None = None
    ) -> int:
        """What an attribute leaves of a content pattern; ``NOT_ALLOWED`` where it cannot stand."""
        matching = [
            attribute
            for attribute in self.named(index, name)
            if self.matches(self.patterns[attribute][2], value, context)
        ]
        return self.consume(index, frozenset(matching)) if matching else NOT_ALLOWED

    def consume(self, index: int, attributes: frozenset[int]) -> int:
        """What is left of a content pattern when one of these attribute patterns is matched."""
        if not self.attributes(index) & attributes:
            return NOT_ALLOWED
        key = index, attributes
        known = self._consumed.get(key)
        if known is None:
            known = self._consumed[key] = self._make_consumed(index, attributes)
        return known

    def _make_consumed(self, index: int, attributes: frozenset[int]) -> int:
        builder = self._builder
        match self.patterns[index]:
            case ("attribute", *_):
                return EMPTY
            case ("choice", members):
                return builder.choice([self.consume(m, attributes) for m in members])
            case ("group" | "interleave" as kind, members):
                join = builder.group if kind == "group" else builder.interleave
                return builder.choice(
                    [
                        join((*members[:i], self.consume(member, attributes), *members[i + 1 :]))
                        for i, member in enumerate(members)
                        if self.attributes(member) & attributes
                    ]
                )
            case ("oneOrMore", member):
                rest = builder.choice((EMPTY, index))
                return builder.group((self.consume(member, attributes), rest))
        return NOT_ALLOWED

    def close(self, index: int, *, forgiving: bool = False) -> int:
        """What is left of a content pattern at the end of the start tag.

        Args:
            index: the pattern after all attributes.
            forgiving: let required attributes be missing.
        """
        if not self.attributes(index):
            return index
        key = index, forgiving
        known = self._closed.get(key)
        if known is None:
            known = self._closed[key] = self._make_closed(index, forgiving)
        return known

    def _make_closed(self, index: int, forgiving: bool) -> int:
        builder = self._builder
        match self.patterns[index]:
            case ("choice", members):
                return builder.choice([self.close(m, forgiving=forgiving) for m in members])
            case ("group", members):
                return builder.group([self.close(m, forgiving=forgiving) for m in members])
            case ("interleave", members):
                return builder.interleave([self.close(m, forgiving=forgiving) for m in members])
            case ("oneOrMore", member):
                return builder.one_or_more(self.close(member, forgiving=forgiving))
        return EMPTY if forgiving else NOT_ALLOWED

    def stringy(self, index: int) -> bool:
        """Whether a pattern asks for strings (datatypes, values, lists) outside attributes."""
        known = self._stringy.get(index)
        if known is None:
            match self.patterns[index]:
                case ("data" | "value" | "list", *_):
                    known = True
                case ("choice" | "group" | "interleave", members):
                    known = any(map(self.stringy, members))
                case ("oneOrMore", member):
                    known = self.stringy(member)
                case _:
                    known = False
            self._stringy[index] = known
        return known

    def text(self, index: int, text: str, context: Mapping[str, str] | None = None) -> int:
        """What a text leaves of a content pattern; ``NOT_ALLOWED`` where it cannot stand."""
        if self.stringy(index):
            return self._make_text(index, text, context)
        known = self._after_text.get(index)
        if known is None:
            known = self._after_text[index] = self._make_text(index, text, context)
        return known

    def _make_text(self, index: int, text: str, context: Mapping[str, str] | None) -> int:
        builder = self._builder
        pattern = self.patterns[index]
        match pattern:
            case ("text",):
                return TEXT
            case ("data" | "value" | "list", *_):
                return EMPTY if self._is(pattern, text, context) else NOT_ALLOWED
            case ("choice", members):
                return builder.choice([self.text(m, text, context) for m in members])
            case ("group", members):
                found = []
                for i, member in enumerate(members):
                    rest = self.text(member, text, context)
                    found.append(builder.group((rest, *members[i + 1 :])))
                    if not self.nullable(member):
                        break
                return builder.choice(found)
            case ("interleave", members):
                return builder.choice(
                    [
                        builder.interleave(
                            (*members[:i], self.text(m, text, context), *members[i + 1 :])
                        )
                        for i, m in enumerate(members)
                    ]
                )
            case ("oneOrMore", member):
                rest = builder.choice((EMPTY, index))
                return builder.group((self.text(member, text, context), rest))
        return NOT_ALLOWED

    def _is(self, pattern: Pattern, text: str, context: Mapping[str, str] | None) -> bool:
        match pattern:
            case ("data", library, type_, params, excepted):
                return datatypes.allows(library, type_, params, text, context) and not (
                    excepted >= 0 and self.matches(excepted, text, context)
                )
            case ("value", library, type_, wanted, ns):
                return datatypes.equal(library, type_, wanted, text, ns, context)
            case ("list", member):
                # In a long list the same words come in the same states again and again.
                after: dict[tuple[int, str], int] = {}
                for token in filter(None, datatypes.normalise(text).split(" ")):
                    key = member, token
                    if key not in after:
                        after[key] = self.text(member, token, context)
                    member = after[key]
                return self.nullable(member)
        return False

    def matches(self, index: int, value: str, context: Mapping[str, str] | None = None) -> bool:
        """Whether the value of an attribute, or the whole text of an element, is allowed."""
        key = index, value
        known = self._values.get(key)
        if known is None:
            known = self.nullable(self.text(index, value, context)) or (
                self.nullable(index) and not value.strip(" \t\r\n")
            )
            if self._remembers and len(value) <= _LONGEST_REMEMBERED and self.stringy(index):
                if len(self._values) >= _REMEMBERED_VALUES:
                    self._values.clear()
                self._values[key] = known
        return known


def _has_names(grammar: Grammar) -> bool:
    """Whether a grammar has values that are qualified names, whose namespaces matter."""
    return any(
        pattern[0] in ("data", "value") and pattern[1] == XSD and pattern[2] in _NAME_TYPES
        for pattern in grammar.patterns
    )
