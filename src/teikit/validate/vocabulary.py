"""The names that a grammar knows, and what it declares for them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from teikit.schema import nameclass
from teikit.validate.derivative import Derivatives, QName


class Vocabulary:
    """The elements and attributes of a grammar.

    Args:
        derivatives: the grammar's derivatives.
    """

    def __init__(self, derivatives: Derivatives) -> None:
        self._derivatives = derivatives

    @cached_property
    def declared(self) -> dict[QName, tuple[int, ...]]:
        """The contents that the grammar declares for each element that it names."""
        contents: dict[QName, dict[int, None]] = {}
        for element in self._derivatives.grammar.elements:
            for name in nameclass.names(element.name_class):
                contents.setdefault(name, {})[element.content] = None
        return {name: tuple(found) for name, found in contents.items()}

    @cached_property
    def namespaces(self) -> dict[str, set[str]]:
        """The local names of elements that the grammar knows, by namespace."""
        found: dict[str, set[str]] = {}
        for ns, local in self.declared:
            found.setdefault(ns, set()).add(local)
        return found

    @cached_property
    def parents(self) -> dict[QName, list[QName]]:
        """The elements that can hold each element."""
        found: dict[QName, list[QName]] = {}
        for parent, contents in self.declared.items():
            for child in self._children(contents):
                found.setdefault(child, []).append(parent)
        return found

    def _children(self, contents: Iterable[int]) -> set[QName]:
        """All elements in some contents, wherever in them."""
        elements = self._derivatives.grammar.elements
        waiting, seen = list(contents), set(contents)
        names: set[QName] = set()
        while waiting:
            match self._derivatives.patterns[waiting.pop()]:
                case ("ref", element):
                    names.update(nameclass.names(elements[element].name_class))
                case ("choice" | "group" | "interleave", members):
                    waiting += [member for member in members if member not in seen]
                    seen.update(members)
                case ("oneOrMore", member):
                    waiting.append(member)
        return names

    @cached_property
    def owners(self) -> dict[QName, list[QName]]:
        """The elements that have each attribute."""
        found: dict[QName, list[QName]] = {}
        for element, contents in self.declared.items():
            for name in self.attributes(contents):
                found.setdefault(name, []).append(element)
        return found

    def attributes(self, contents: Iterable[int]) -> list[QName]:
        """The names of the attributes that some contents may have, sorted."""
        patterns = self._derivatives.patterns
        return sorted(
            {
                name
                for content in contents
                for attribute in self._derivatives.attributes(content)
                for name in nameclass.names(patterns[attribute][1])
            }
        )
