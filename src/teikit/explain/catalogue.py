"""The grammar's definitions, with the relations between them that explanations ask for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property

from teikit.explain.definitions import Definition, Definitions
from teikit.explain.model import Class, Group
from teikit.explain.pattern import Pattern
from teikit.resources import data_directory

_ATTRIBUTES = ".attributes"
_ATTRIBUTE = ".attribute."
_URL = "https://tei-c.org/release/doc/tei-p5-doc/en/html/"


class Catalogue:
    """Answers questions about the elements and classes of TEI P5.

    Args:
        definitions: those of the grammar.
    """

    def __init__(self, definitions: Definitions) -> None:
        self.definitions = definitions
        self._reached: dict[str, frozenset[str]] = {}

    @cached_property
    def elements(self) -> dict[str, Pattern]:
        """The element patterns by the elements' names, in alphabetical order."""
        found = {}
        for name, definition in self.definitions.items():
            pattern = definition.element
            if pattern is not None and not name.startswith("macro."):
                found[name] = pattern
        return {name: found[name] for name in sorted(found, key=alphabetical)}

    @cached_property
    def classes(self) -> dict[str, Definition]:
        """The definitions of classes, macros and datatypes by the names the Guidelines use."""
        named = {}
        for name, definition in self.definitions.items():
            if name.startswith(("model.", "macro.", "teidata.")) or name.endswith(_ATTRIBUTES):
                named[name.removesuffix(_ATTRIBUTES)] = definition
        return named

    def gloss(self, name: str) -> str:
        """What an element or class is; ``""`` if it is not known."""
        found = self.definitions.get(name) or self.classes.get(name)
        return found.gloss if found else ""

    def described(self, name: str) -> Class:
        """A class with its gloss."""
        return Class(name, self.gloss(name))

    def children(self, pattern: Pattern) -> frozenset[str]:
        """The elements that a content pattern lets in."""
        if pattern.kind == "element":
            return frozenset({pattern.name} - {""})
        if pattern.kind == "ref":
            return self._definition_children(pattern.name)
        if pattern.kind == "attribute":
            return frozenset()
        return frozenset().union(*map(self.children, pattern.parts))

    def _definition_children(self, name: str) -> frozenset[str]:
        known = self._reached.get(name)
        if known is None:
            # Holds while the definition is walked through, in case it refers to itself.
            self._reached[name] = frozenset()
            parts = self.definitions[name].parts if name in self.definitions else ()
            known = frozenset().union(*(self.children(part.pattern) for part in parts))
            self._reached[name] = known
        return known

    def parents(self, name: str) -> list[str]:
        """The elements that an element may stand in, in alphabetical order."""
        return [parent for parent, held in self._contents.items() if name in held]

    @cached_property
    def _contents(self) -> dict[str, frozenset[str]]:
        """The elements that each element lets in."""
        return {
            name: frozenset().union(*map(self.children, pattern.parts))
            for name, pattern in self.elements.items()
        }

    def memberships(self, name: str) -> list[str]:
        """The model classes that name an element or class as a member."""
        found = {
            owner
            for owner, definition in self.definitions.items()
            if owner.startswith("model.")
            and any(_names(part.pattern, name) for part in definition.parts)
        }
        return sorted(found, key=alphabetical)

    def users(self, name: str) -> list[str]:
        """The definitions that name another, without the prefixes and suffixes of the grammar."""
        found = {
            class_of(owner)
            for owner, definition in self.definitions.items()
            if any(_names(part.pattern, name, deep=True) for part in definition.parts)
        }
        return sorted(found - {class_of(name)}, key=alphabetical)

    def by_module(self, names: list[str]) -> tuple[Group, ...]:
        """Elements grouped by their modules, in the order of the Guidelines."""
        groups: dict[str, list[str]] = {module: [] for module in module_titles()}
        for name in names:
            groups[self.module(name)].append(name)
        titles = module_titles()
        return tuple(Group(m, titles[m], tuple(found)) for m, found in groups.items() if found)

    def module(self, name: str) -> str:
        """The module that defines an element or class."""
        row = element_rows().get(name)
        return row[0] if row else (self.definitions.get(name) or self.classes[name]).module


def _names(pattern: Pattern, name: str, *, deep: bool = False) -> bool:
    """Whether a pattern refers to a definition; ``deep`` looks into elements, too."""
    walked = _walk_deep(pattern) if deep else pattern.walk()
    return any(part.kind == "ref" and part.name == name for part in walked)


def _walk_deep(pattern: Pattern) -> Iterator[Pattern]:
    yield pattern
    for part in pattern.parts:
        yield from _walk_deep(part)


def class_of(definition: str) -> str:
    """The name that the Guidelines use for what the grammar calls so."""
    return definition.removesuffix(_ATTRIBUTES).partition(_ATTRIBUTE)[0]


def alphabetical(name: str) -> tuple[str, str]:
    """The key that sorts names as an index does: upper and lower case together."""
    return name.lower(), name


def page(name: str) -> str:
    """The page of the Guidelines on an element or class."""
    return f"{_URL}ref-{name}.html"


@cache
def element_rows() -> dict[str, tuple[str, tuple[str, ...]]]:
    """The module and the sections of the Guidelines of each element."""
    rows = _rows("elements.tsv")
    return {name: (module, tuple(sections.split())) for name, module, sections in rows}


@cache
def module_titles() -> dict[str, str]:
    """The titles of the modules, in the order of the Guidelines."""
    return {module: title for module, _, _, title in _rows("modules.tsv")}


def _rows(file: str) -> list[list[str]]:
    text = (data_directory("schema") / file).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]
