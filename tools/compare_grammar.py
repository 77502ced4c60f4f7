"""Compare two RELAX NG schemas element by element: ``compare_grammar.py OURS REFERENCE``.

Both schemas are brought to simple form. Two elements of the same name are the same when they have
the same attributes (required or optional, with the same values) and when their contents are the
same language of child elements, text and data. Languages are compared by following the derivatives
of both patterns together until no new pair of patterns turns up, so that the way in which a schema
is written makes no difference. Each difference is printed on a line.

Where one content model allows a name with two different contents, as TEI's do not, the contents are
compared as one. Datatypes are the same when library, name and parameters are.

Exit status: 0 no difference, 1 differences, 2 a schema cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from teikit.errors import TeikitError
from teikit.schema.grammar import EMPTY, NOT_ALLOWED, Grammar, GrammarBuilder
from teikit.schema.nameclass import NameClass, contains, names
from teikit.schema.simplify import simplify

_PREFIXES = {
    "": "",
    "http://www.tei-c.org/ns/1.0": "",
    "http://www.tei-c.org/ns/Examples": "teix:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}
OTHER = "any other"
"""Stands for names that neither schema spells out; with its space it is not a name itself."""

Name = tuple[str, str]
Symbol = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a comparison found.

    Attributes:
        first: how many elements the first schema has.
        second: how many the second has.
        differences: one sentence for each difference.
    """

    first: int
    second: int
    differences: tuple[str, ...]


def compare(first: Path, second: Path) -> Report:
    """Compare two schema files, in XML or compact syntax.

    Raises:
        TeikitError: one of them cannot be read or is not RELAX NG.
    """
    grammars = simplify(first), simplify(second)
    alphabet = {name for grammar in grammars for name in _alphabet(grammar)}
    left, right = ({_shown(name) for name in _element_names(grammar)} for grammar in grammars)
    differences = [f"<{name}> only in the first schema" for name in sorted(left - right)]
    differences += [f"<{name}> only in the second schema" for name in sorted(right - left)]
    differences += _Comparison(*(Language(grammar, alphabet) for grammar in grammars)).run()
    return Report(len(left), len(right), tuple(differences))


class Language:
    """The patterns of a grammar as languages over names, text and values."""

    def __init__(self, grammar: Grammar, alphabet: Iterable[Name]) -> None:
        """Take a grammar and the names that name classes are tried on."""
        self.builder = GrammarBuilder(grammar)
        self.elements = grammar.elements
        self.start = grammar.start
        self._alphabet = sorted(alphabet)
        self._nullable: dict[int, bool] = {}
        self._firsts: dict[int, dict[Symbol, frozenset[int]]] = {}
        self._after: dict[tuple[int, Symbol], int] = {}
        self._names: dict[NameClass, tuple[Name, ...]] = {}

    def names(self, name_class: NameClass) -> tuple[Name, ...]:
        """The names of the alphabet that a name class holds."""
        if name_class[0] == "name":
            return ((name_class[1], name_class[2]),)
        if name_class not in self._names:
            self._names[name_class] = tuple(n for n in self._alphabet if contains(name_class, *n))
        return self._names[name_class]

    def union(self, patterns: Iterable[int]) -> int:
        """One of several patterns."""
        return self.builder.choice(patterns)

    def nullable(self, index: int) -> bool:
        """Whether a pattern matches nothing at all."""
        if index not in self._nullable:
            self._nullable[index] = self._is_nullable(index)
        return self._nullable[index]

    def _is_nullable(self, index: int) -> bool:
        match self.builder.patterns[index]:
            case ("choice", members):
                return any(map(self.nullable, members))
            case ("group" | "interleave", members):
                return all(map(self.nullable, members))
            case ("oneOrMore", member):
                return self.nullable(member)
            case (kind, *_):
                return kind in ("empty", "text")
        raise AssertionError

    def firsts(self, index: int) -> dict[Symbol, frozenset[int]]:
        """The symbols that a match can begin with, each with the patterns inside it."""
        if index not in self._firsts:
            found: dict[Symbol, set[int]] = {}
            for symbol, inside in self._begin(index):
                found.setdefault(symbol, set()).update(inside)
            self._firsts[index] = {symbol: frozenset(found[symbol]) for symbol in found}
        return self._firsts[index]

    def _begin(self, index: int) -> Iterator[tuple[Symbol, Iterable[int]]]:
        match self.builder.patterns[index]:
            case ("choice" | "interleave", members):
                for member in members:
                    yield from self.firsts(member).items()
            case ("group", members):
                yield from self._begin_group(members)
            case ("oneOrMore", member):
                yield from self.firsts(member).items()
            case ("ref", element):
                for name in self.names(self.elements[element].name_class):
                    yield ("element", *name), (self.elements[element].content,)
            case ("attribute", name_class, value):
                for name in self.names(name_class):
                    yield ("attribute", *name), (value,)
            case ("list", member):
                yield ("list",), (member,)
            case ("text" | "data" | "value", *_):
                yield self._leaf(index), ()

    def _begin_group(self, members: tuple[int, ...]) -> Iterator[tuple[Symbol, Iterable[int]]]:
        """Attributes may come from any member, since their order is free."""
        reachable = True
        for member in members:
            for symbol, inside in self.firsts(member).items():
                if reachable or symbol[0] == "attribute":
                    yield symbol, inside
            reachable = reachable and self.nullable(member)

    def _leaf(self, index: int) -> Symbol:
        pattern = self.builder.patterns[index]
        if pattern[0] != "data":
            return pattern
        _, library, type_, params, excepted = pattern
        values = tuple(sorted(map(str, self.firsts(excepted)))) if excepted >= 0 else ()
        return ("data", library, type_, tuple(sorted(params)), values)

    def after(self, index: int, symbol: Symbol) -> int:
        """What is left of a pattern when a match has begun with a symbol."""
        if symbol not in self.firsts(index):
            return NOT_ALLOWED
        key = index, symbol
        if key not in self._after:
            self._after[key] = self._derivative(index, symbol)
        return self._after[key]

    def _derivative(self, index: int, symbol: Symbol) -> int:
        builder = self.builder
        match builder.patterns[index]:
            case ("choice", members):
                return builder.choice(self.after(member, symbol) for member in members)
            case ("interleave", members):
                return self._one_of(builder.interleave, members, symbol, len(members))
            case ("group", members):
                last = len(members)
                if symbol[0] != "attribute":
                    last = next((i for i, m in enumerate(members) if not self.nullable(m)), last)
                    return builder.choice(
                        builder.group((self.after(member, symbol), *members[i + 1 :]))
                        for i, member in enumerate(members[: last + 1])
                    )
                return self._one_of(builder.group, members, symbol, last)
            case ("oneOrMore", member):
                rest = self.after(member, symbol)
                return builder.group((rest, builder.zero_or_more(member)))
            case ("text",):
                return index
        return EMPTY

    def _one_of(
        self,
        join: Callable[[Iterable[int]], int],
        members: tuple[int, ...],
        symbol: Symbol,
        count: int,
    ) -> int:
        """One member takes the symbol, the others stay as they are."""
        return self.builder.choice(
            join((*members[:i], self.after(members[i], symbol), *members[i + 1 :]))
            for i in range(count)
        )

    def split(self, index: int) -> tuple[dict[Name, tuple[bool, int]], int]:
        """The plain attributes of a content pattern (required or not, value), and the rest."""
        attributes: dict[Name, tuple[bool, int]] = {}
        rest: list[int] = []
        pattern = self.builder.patterns[index]
        for member in pattern[1] if pattern[0] in ("group", "interleave") else (index,):
            found = self._plain_attribute(member)
            if found and found[0] not in attributes:
                attributes[found[0]] = found[1]
            else:
                rest.append(member)
        join = self.builder.interleave if pattern[0] == "interleave" else self.builder.group
        return attributes, join(rest)

    def _plain_attribute(self, index: int) -> tuple[Name, tuple[bool, int]] | None:
        patterns = self.builder.patterns
        match patterns[index]:
            case ("attribute", ("name", ns, local), value):
                return (ns, local), (True, value)
            case ("choice", (1, other)) if patterns[other][0] == "attribute":
                found = self._plain_attribute(other)
                return found and (found[0], (False, found[1][1]))
        return None


class _Comparison:
    """Walks two languages together, from their root elements on."""

    def __init__(self, first: Language, second: Language) -> None:
        self.languages = first, second
        self._waiting: deque[tuple[Name, int, int]] = deque()
        self._seen: set[tuple[int, int]] = set()
        self._differences: list[str] = []

    def run(self) -> list[str]:
        first, second = self.languages
        self._language("the document", first.start, second.start)
        while self._waiting:
            name, left, right = self._waiting.popleft()
            self._element(_shown(name), left, right)
        return list(dict.fromkeys(self._differences))

    def _element(self, shown: str, left: int, right: int) -> None:
        (left_attributes, left), (right_attributes, right) = (
            language.split(index)
            for language, index in zip(self.languages, (left, right), strict=True)
        )
        for name in sorted(left_attributes.keys() | right_attributes.keys()):
            where = f"{shown}/@{_shown(name)}"
            if name not in right_attributes:
                self._differences.append(f"{where}: only in the first schema")
            elif name not in left_attributes:
                self._differences.append(f"{where}: only in the second schema")
            else:
                self._attribute(where, left_attributes[name], right_attributes[name])
        self._language(shown, left, right)

    def _attribute(self, where: str, left: tuple[bool, int], right: tuple[bool, int]) -> None:
        if left[0] != right[0]:
            side = "first" if left[0] else "second"
            self._differences.append(f"{where}: required in the {side} schema only")
        self._language(where, left[1], right[1])

    def _language(self, where: str, left: int, right: int) -> None:
        """Compare two patterns; the first, shortest difference is reported."""
        first, second = self.languages
        states: deque[tuple[int, int, tuple[Symbol, ...]]] = deque([(left, right, ())])
        seen = {(left, right)}
        while states:
            left, right, path = states.popleft()
            if first.nullable(left) != second.nullable(right):
                side = "first" if first.nullable(left) else "second"
                self._differences.append(
                    f"{where}: may end{_after(path)} in the {side} schema only"
                )
                return
            in_left, in_right = first.firsts(left), second.firsts(right)
            if in_left.keys() != in_right.keys():
                self._missing(where, path, set(in_left), set(in_right))
                return
            for symbol in in_left:
                self._inside(where, symbol, in_left[symbol], in_right[symbol])
                pair = first.after(left, symbol), second.after(right, symbol)
                if pair not in seen:
                    seen.add(pair)
                    states.append((*pair, (*path, symbol)))

    def _missing(
        self, where: str, path: tuple[Symbol, ...], left: set[Symbol], right: set[Symbol]
    ) -> None:
        for side, symbols in (("first", left - right), ("second", right - left)):
            if symbols:
                listed = ", ".join(sorted(map(_symbol, symbols)))
                self._differences.append(
                    f"{where}: {listed}{_after(path)} in the {side} schema only"
                )

    def _inside(
        self, where: str, symbol: Symbol, left: frozenset[int], right: frozenset[int]
    ) -> None:
        """Compare what two equal symbols hold: an element's content, a value, a list."""
        first, second = self.languages
        pair = first.union(left), second.union(right)
        if symbol[0] == "element":
            if pair not in self._seen:
                self._seen.add(pair)
                self._waiting.append(((str(symbol[1]), str(symbol[2])), *pair))
        elif symbol[0] == "attribute":
            self._language(f"{where}/@{_shown((str(symbol[1]), str(symbol[2])))}", *pair)
        elif symbol[0] == "list":
            self._language(f"{where}, list", *pair)


def _element_names(grammar: Grammar) -> Iterator[Name]:
    """The names that element patterns spell out."""
    for element in grammar.elements:
        yield from names(element.name_class)


def _alphabet(grammar: Grammar) -> Iterator[Name]:
    """The names in a grammar, and one more for each of its namespaces and for all others."""
    yield OTHER, OTHER
    waiting: list[NameClass] = [element.name_class for element in grammar.elements]
    waiting += [pattern[1] for pattern in grammar.patterns if pattern[0] == "attribute"]
    while waiting:
        match waiting.pop():
            case ("name", ns, local):
                yield ns, local
                yield ns, OTHER
            case ("nsName", ns, excepted):
                yield ns, OTHER
                waiting += [excepted] if excepted else []
            case ("anyName", excepted):
                waiting += [excepted] if excepted else []
            case ("choice", left, right):
                waiting += [left, right]


def _shown(name: Name) -> str:
    ns, local = name
    return _PREFIXES[ns] + local if ns in _PREFIXES else f"{{{ns}}}{local}"


def _symbol(symbol: Symbol) -> str:
    match symbol:
        case ("element", str(ns), str(local)):
            return f"<{_shown((ns, local))}>"
        case ("attribute", str(ns), str(local)):
            return f"@{_shown((ns, local))}"
        case ("value", _, _, str(string), *_):
            return f'"{string}"'
        case ("data", _, str(type_), params, *_) if isinstance(params, tuple):
            facets = " ".join(f'{name} = "{value}"' for name, value in params)
            return f"{type_} {{ {facets} }}" if facets else type_
    return str(symbol[0])


def _after(path: tuple[Symbol, ...]) -> str:
    return f" after {' '.join(map(_symbol, path))}" if path else ""


def main() -> int:
    """Run the command; its exit status."""
    parser = argparse.ArgumentParser(description="Compare two RELAX NG schemas.")
    parser.add_argument("first", type=Path, help="a schema, .rnc or .rng")
    parser.add_argument("second", type=Path, help="the schema to compare it with")
    options = parser.parse_args()
    try:
        report = compare(options.first, options.second)
    except TeikitError as error:
        print(error, file=sys.stderr)
        return 2
    for difference in report.differences:
        print(difference)
    count = len(report.differences) or "no"
    print(f"{report.first} and {report.second} elements, {count} differences")
    return 1 if report.differences else 0


if __name__ == "__main__":
    sys.exit(main())
