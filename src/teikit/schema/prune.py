"""Prunes a grammar to the names that a document uses.

A pruned grammar accepts exactly the same documents over those names, and is so small that libxml2
compiles it in milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from teikit.schema import nameclass
from teikit.schema.grammar import NOT_ALLOWED, Grammar, GrammarBuilder, Pattern
from teikit.schema.nameclass import NameClass


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a document, or a batch of documents, uses.

    Attributes:
        elements: qualified names in Clark notation (``{namespace}local``, or ``local``).
        attributes: likewise, without namespace declarations.
        odd_uris: whether an attribute may hold what only libxml2 takes for a URI: one that ends
            with its scheme, has no host or odd brackets.
    """

    elements: frozenset[str]
    attributes: frozenset[str]
    odd_uris: bool = True

    def __or__(self, other: Names) -> Names:
        """The names used in either."""
        return Names(
            self.elements | other.elements,
            self.attributes | other.attributes,
            self.odd_uris or other.odd_uris,
        )


def prune(grammar: Grammar, names: Names) -> Grammar:
    """The part of a grammar that matters to documents over these names.

    An element or attribute pattern whose name class holds none of the names can match nothing and
    becomes ``notAllowed``; the rules of the simple form do the rest, and what the start no longer
    reaches is left out. Wildcards stay as long as they hold one name.

    Args:
        grammar: a grammar in simple form.
        names: the names in use. More than a document's own are harmless.

    Returns:
        A grammar in simple form with indices of its own. For every document whose names are all
        in ``names`` it gives the verdict of ``grammar``.
    """
    return _Pruner(grammar, _holds(names.elements), _holds(names.attributes)).grammar()


def reachable(grammar: Grammar) -> Grammar:
    """The same grammar without the patterns that its start does not reach (section 4.19)."""
    return _Pruner(grammar, _everything, _everything).grammar()


def _everything(name_class: NameClass) -> bool:
    return True


def _holds(names: Iterable[str]) -> Callable[[NameClass], bool]:
    """A test whether a name class holds at least one of the names."""
    pairs = {_split(name) for name in names}

    def holds(name_class: NameClass) -> bool:
        if name_class[0] == "name":
            return name_class[1:] in pairs
        return any(nameclass.contains(name_class, ns, local) for ns, local in pairs)

    return holds


def _split(name: str) -> tuple[str, str]:
    if name[0] != "{":
        return "", name
    ns, _, local = name[1:].rpartition("}")
    return ns, local


class _Pruner:
    """Copies what survives into a new grammar, every pattern once."""

    def __init__(
        self,
        grammar: Grammar,
        has_element: Callable[[NameClass], bool],
        has_attribute: Callable[[NameClass], bool],
    ) -> None:
        self._patterns = grammar.patterns
        self._elements = grammar.elements
        self._start = grammar.start
        self._has_element = has_element
        self._has_attribute = has_attribute
        self._builder = GrammarBuilder()
        self._alive: dict[int, bool] = {NOT_ALLOWED: False}
        self._copies: dict[int, int] = {NOT_ALLOWED: NOT_ALLOWED}
        self._waiting: list[tuple[int, int]] = []

    def grammar(self) -> Grammar:
        """The pruned grammar."""
        start = self._copy(self._start)
        while self._waiting:
            element, content = self._waiting.pop()
            self._builder.set_content(element, self._copy(content))
        return self._builder.grammar(start)

    def _is_alive(self, index: int) -> bool:
        """Whether a pattern can match something over the names in use."""
        alive = self._alive.get(index)
        if alive is None:
            alive = self._alive[index] = self._can_match(self._patterns[index])
        return alive

    def _can_match(self, pattern: Pattern) -> bool:
        match pattern:
            case ("ref", element):
                return self._has_element(self._elements[element].name_class)
            case ("attribute", name_class, value):
                return self._has_attribute(name_class) and self._is_alive(value)
            case ("choice", members):
                return any(map(self._is_alive, members))
            case ("group" | "interleave", members):
                return all(map(self._is_alive, members))
            case ("oneOrMore" | "list", member):
                return self._is_alive(member)
        return True

    def _copy(self, index: int) -> int:
        copy = self._copies.get(index)
        if copy is None:
            # Only what is alive is copied, so that nothing is left that the start does not reach.
            alive = self._is_alive(index)
            copy = self._make(self._patterns[index]) if alive else NOT_ALLOWED
            self._copies[index] = copy
        return copy

    def _make(self, pattern: Pattern) -> int:
        builder = self._builder
        match pattern:
            case ("ref", element):
                new = builder.element(self._elements[element].name_class)
                self._waiting.append((new, self._elements[element].content))
                return builder.ref(new)
            case ("choice", members):
                return builder.choice(map(self._copy, members))
            case ("group", members):
                return builder.group(map(self._copy, members))
            case ("interleave", members):
                return builder.interleave(map(self._copy, members))
            case ("attribute", name_class, value):
                return builder.attribute(name_class, self._copy(value))
            case ("oneOrMore", member):
                return builder.one_or_more(self._copy(member))
            case ("list", member):
                return builder.list(self._copy(member))
            case ("data", library, type_, params, excepted) if excepted >= 0:
                return builder.data(library, type_, params, self._copy(excepted))
        return builder.add(pattern)
