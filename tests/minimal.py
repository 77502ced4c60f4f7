"""The smallest valid TEI document that has a certain element in it, made from the grammar alone.

For tests of what must hold for every element of P5: that it has a rendering, that its text is not
lost. Nothing here knows an element by its name but the places where a document starts.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from heapq import heappop, heappush

from lxml import etree

from teikit.schema import nameclass
from teikit.schema.datatypes import allows
from teikit.schema.grammar import EMPTY, Grammar
from teikit.schema.store import load
from teikit.tei import TEI_NS

PLACES = ("text", "standOff", "facsimile", "sourceDoc")
"""What a reader can be shown; the rest of a document is its header."""

_VALUES = """x 1 2001-01-01 2001 en #x P1D true 0.5 01:01:01 2001-01-01T01:01:01 --01 ---01 2001-01
    --01-01 x:y 1cm 1/2 1,1""".split()
_NEVER = float("inf")
_ELEMENT, _ATTRIBUTE, _WORDS = 10.0, 1.0, -0.5
"""What they cost; where words may stand they are wanted."""

Item = tuple[str, str] | int
"""Part of an element's content: an attribute (name and value), a child (its number), or words."""
_TEXT: Item = ("", "x")


@dataclass(frozen=True, slots=True)
class Sample:
    """A document with one element in view.

    Attributes:
        name: the element's name, without its namespace.
        parents: the names of its ancestors, from the place down.
        tree: the document.
        element: the element in it.
    """

    name: str
    parents: tuple[str, ...]
    tree: etree._ElementTree
    element: etree._Element

    @property
    def id(self) -> str:
        """How a test calls it."""
        return "-".join((*self.parents[:1], self.name))

    @property
    def words(self) -> list[str]:
        """The words inside the element; each is there once in the document."""
        return [word for text in self.element.itertext() for word in str(text).split()]


@dataclass(eq=False)
class Minimal:
    """Makes documents by a grammar.

    Args:
        grammar: in simple form; each element of it has one pattern.
    """

    grammar: Grammar
    _names: dict[int, tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        self._names = {
            number: next(nameclass.names(element.name_class), ("", "x"))
            for number, element in enumerate(self.grammar.elements)
        }

    def number(self, name: str) -> int:
        """The number of TEI's element of this name."""
        return next(n for n, pair in self._names.items() if pair == (TEI_NS, name))

    def name(self, number: int) -> str:
        """The local name of an element."""
        return self._names[number][1]

    @cache  # noqa: B019 - lives as long as the tests
    def paths(self, place: str) -> Mapping[int, tuple[int, ...]]:
        """The way from a place to each TEI element that can occur in it.

        Of all ways the one that makes the smallest document.
        """
        ways: dict[int, tuple[int, ...]] = {}
        start = self.number(place)
        waiting: list[tuple[float, tuple[int, ...]]] = [(0.0, (start,))]
        while waiting:
            cost, way = heappop(waiting)
            if way[-1] in ways:
                continue
            ways[way[-1]] = way
            content = self.grammar.elements[way[-1]].content
            for child in self.children(way[-1]):
                if child not in ways and self._names[child][0] == TEI_NS:
                    more = self._cost(self._through(content, child)) - self._element_cost(child)
                    heappush(waiting, (cost + _ELEMENT + more, (*way, child)))
        return ways

    def children(self, number: int) -> frozenset[int]:
        """The elements that an element can contain."""
        return self._refs[self.grammar.elements[number].content]

    def document(self, path: tuple[int, ...]) -> Sample:
        """A document whose elements along the path are those of the path, all else minimal.

        Where the last element can hold words, directly or in what it contains, it does.

        Args:
            path: from one of the places down to the element in view.
        """
        root = self._element((self.number("TEI"), *path, *self._way_to_words(path[-1])))
        element = root
        for number in path:
            element = next(child for child in element if child.tag == self._tag(number))
        for number, node in enumerate(root.iter()):
            node.text = f"t{number}" if node.text else None
            node.tail = f"u{number}" if node.tail else None
        names = tuple(self.name(number) for number in path)
        return Sample(names[-1], names[:-1], etree.ElementTree(root), element)

    def _tag(self, number: int) -> str:
        ns, local = self._names[number]
        return f"{{{ns}}}{local}" if ns else local

    def _element(self, path: tuple[int, ...]) -> etree._Element:
        """An element with minimal content that holds the rest of the path."""
        number, *rest = path
        element = etree.Element(self._tag(number), nsmap={None: self._names[number][0]})
        content = self.grammar.elements[number].content
        for item in self._through(content, rest[0]) if rest else self._least[content][1]:
            if isinstance(item, int):
                element.append(self._element(tuple(rest) if rest and item == rest[0] else (item,)))
                rest = [] if rest and item == rest[0] else rest
            elif item[0]:
                element.set(*item)
            elif len(element):
                element[-1].tail = item[1]
            else:
                element.text = item[1]
        return element

    def _way_to_words(self, number: int) -> tuple[int, ...]:
        """The nearest elements below that bring words; none where there are some already."""
        seen = {number}
        waiting: deque[tuple[int, ...]] = deque([()])
        while waiting:
            way = waiting.popleft()
            last = way[-1] if way else number
            if self._has_words(last):
                return way
            for child in sorted(self.children(last) - seen, key=self.name):
                seen.add(child)
                waiting.append((*way, child))
        return ()

    def _has_words(self, number: int) -> bool:
        """Whether an element's least content has words."""
        return any(
            self._has_words(item) if isinstance(item, int) else not item[0]
            for item in self._least[self.grammar.elements[number].content][1]
        )

    def _attribute(self, index: int) -> tuple[str, str]:
        _, name_class, value = self.grammar.patterns[index]
        ns, local = next(nameclass.names(name_class), ("", "x"))
        return (f"{{{ns}}}{local}" if ns else local), self._value(value)

    @cache  # noqa: B019 - lives as long as the tests
    def _value(self, index: int) -> str:
        """A string that a pattern of an attribute's value allows."""
        match self.grammar.patterns[index]:
            case ("choice" | "group", members):
                return self._value(next(m for m in members if m != EMPTY))
            case ("oneOrMore" | "list", member):
                return self._value(member)
            case ("value", _, _, string, _):
                return str(string)
            case ("data", library, type_, params, _):
                return next(v for v in _VALUES if allows(library, type_, params, v))
        return "x"

    @cached_property
    def _refs(self) -> list[frozenset[int]]:
        """For each pattern, the elements in it."""
        found: list[frozenset[int]] = []
        for pattern in self.grammar.patterns:
            match pattern:
                case ("ref", number):
                    found.append(frozenset({number}))
                case ("choice" | "group" | "interleave", members):
                    found.append(frozenset().union(*(found[m] for m in members)))
                case ("oneOrMore", member):
                    found.append(found[member])
                case _:
                    found.append(frozenset())
        return found

    @cached_property
    def _least(self) -> list[tuple[float, tuple[Item, ...]]]:
        """For each pattern, the cost of the least that matches it, and what that is."""
        least: list[tuple[float, tuple[Item, ...]]] = [(_NEVER, ())] * len(self.grammar.patterns)
        changed = True
        while changed:
            changed = False
            for index in range(len(least)):
                new = self._smallest(index, least)
                if new[0] < least[index][0]:
                    least[index] = new
                    changed = True
        return least

    def _smallest(
        self, index: int, least: list[tuple[float, tuple[Item, ...]]]
    ) -> tuple[float, tuple[Item, ...]]:
        match self.grammar.patterns[index]:
            case ("empty",):
                return 0.0, ()
            case ("text",):
                return _WORDS, (_TEXT,)
            case ("data" | "value", *_):
                return 0.0, (("", self._value(index)),)
            case ("list", _):
                return 0.0, (("", self._value(index)),)
            case ("attribute", *_):
                return _ATTRIBUTE, (self._attribute(index),)
            case ("ref", number):
                return _ELEMENT + least[self.grammar.elements[number].content][0], (number,)
            case ("choice", members):
                return min((least[m] for m in members), key=lambda entry: entry[0])
            case ("group" | "interleave", members):
                return (
                    sum(least[m][0] for m in members),
                    tuple(item for m in members for item in least[m][1]),
                )
            case ("oneOrMore", member):
                return least[member]
        return _NEVER, ()

    @cache  # noqa: B019
    def _through(self, index: int, child: int) -> tuple[Item, ...]:
        """The least that matches a pattern and has a child in it."""
        match self.grammar.patterns[index]:
            case ("choice", members):
                options = [self._through(m, child) for m in members if child in self._refs[m]]
                return min(options, key=self._cost)
            case ("group" | "interleave", members):
                options = [
                    tuple(
                        item
                        for other in members
                        for item in (
                            self._through(m, child) if other == m else self._least[other][1]
                        )
                    )
                    for m in dict.fromkeys(members)
                    if child in self._refs[m]
                ]
                return min(options, key=self._cost)
            case ("oneOrMore", member):
                return self._through(member, child)
        return (child,)

    def _cost(self, items: tuple[Item, ...]) -> float:
        return sum(
            self._element_cost(item)
            if isinstance(item, int)
            else (_ATTRIBUTE if item[0] else _WORDS)
            for item in items
        )

    def _element_cost(self, number: int) -> float:
        return _ELEMENT + self._least[self.grammar.elements[number].content][0]


@cache
def p5() -> Minimal:
    """Documents of TEI P5."""
    return Minimal(load("tei_all"))


def samples() -> Iterator[Sample]:
    """For each place and each element that can occur in it, a document."""
    minimal = p5()
    for place in PLACES:
        for path in minimal.paths(place).values():
            yield minimal.document(path)
