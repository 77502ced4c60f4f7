"""The restrictions on grammars in simple form (RELAX NG specification, section 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

from teikit.schema import nameclass
from teikit.schema.errors import SchemaError
from teikit.schema.grammar import TEXT, Grammar
from teikit.schema.nameclass import NameClass

# What a pattern can stand in, as bits.
_START, _ATTRIBUTE, _LIST, _EXCEPT, _REPEATED, _REPEATED_SEQUENCE = (1 << bit for bit in range(6))

# In which of these each kind of pattern must not stand (section 7.1).
_PROHIBITED = {
    "attribute": _START | _ATTRIBUTE | _LIST | _EXCEPT | _REPEATED_SEQUENCE,
    "ref": _ATTRIBUTE | _LIST | _EXCEPT,
    "list": _START | _LIST | _EXCEPT,
    "text": _START | _LIST | _EXCEPT,
    "interleave": _START | _LIST | _EXCEPT,
    "group": _START | _EXCEPT,
    "oneOrMore": _START | _EXCEPT,
    "empty": _START | _EXCEPT,
    "data": _START,
    "value": _START,
}
_CONTEXT_NAMES = {
    _START: "at the start of a grammar",
    _ATTRIBUTE: "in an attribute",
    _LIST: "in a list",
    _EXCEPT: "in the exception from a datatype",
    _REPEATED_SEQUENCE: "in a repeated group",
}

# Content types (section 7.2).
_NOTHING, _COMPLEX, _STRING = range(3)

_NO_NAMES: frozenset[NameClass] = frozenset()


def check_restrictions(grammar: Grammar, place: str = "") -> None:
    """Check a grammar against section 7.

    Args:
        grammar: a grammar in simple form.
        place: the schema's file name, for error messages.

    Raises:
        SchemaError: a restriction is broken; the message names the element.
    """
    _Checker(grammar, place).check()


class _Checker:
    def __init__(self, grammar: Grammar, place: str) -> None:
        self._patterns = grammar.patterns
        self._grammar = grammar
        self._place = place
        self._where = "the start"
        self._seen: set[tuple[int, int]] = set()
        self._types: dict[int, int] = {}
        self._attributes: dict[int, frozenset[NameClass]] = {}
        self._names: dict[int, frozenset[NameClass]] = {}
        self._texts: dict[int, bool] = {}

    def check(self) -> None:
        self._check_paths(self._grammar.start, _START)
        for element in self._grammar.elements:
            self._where = f"element {_show(element.name_class)}"
            self._check_paths(element.content, 0)
            self._content_type(element.content)
            self._attribute_names(element.content)
            self._check_interleaves(element.content)

    def _error(self, message: str) -> SchemaError:
        return SchemaError(f"in {self._where}, {message}", place=self._place)

    def _check_paths(self, index: int, context: int) -> None:
        """Sections 7.1 and, for wildcards, 7.3."""
        if (index, context) in self._seen:
            return
        self._seen.add((index, context))
        pattern = self._patterns[index]
        kind = pattern[0]
        broken = _PROHIBITED.get(kind, 0) & context
        if broken:
            where = next(name for bit, name in _CONTEXT_NAMES.items() if bit & broken)
            raise self._error(f"a pattern of kind {kind} cannot stand {where}")
        if kind == "attribute":
            if nameclass.is_infinite(pattern[1]) and not context & _REPEATED:
                raise self._error(
                    "an attribute pattern with a wildcard must be repeated (oneOrMore)"
                )
            context |= _ATTRIBUTE
        elif kind == "list":
            context |= _LIST
        elif kind == "data":
            context |= _EXCEPT
        elif kind == "oneOrMore":
            context |= _REPEATED
        elif kind in ("group", "interleave") and context & _REPEATED:
            context |= _REPEATED_SEQUENCE
        for member in _members(pattern):
            self._check_paths(member, context)

    def _content_type(self, index: int) -> int:
        """The content type of a pattern (section 7.2)."""
        known = self._types.get(index)
        if known is None:
            known = self._types[index] = self._make_content_type(self._patterns[index])
        return known

    def _make_content_type(self, pattern: tuple[object, ...]) -> int:
        kind = pattern[0]
        if kind in ("ref", "text"):
            return _COMPLEX
        if kind == "list":
            return _STRING
        types = [self._content_type(member) for member in _members(pattern)]
        if kind in ("data", "value"):
            return _STRING
        if kind == "attribute":
            return _NOTHING
        if kind == "oneOrMore":
            types *= 2
        if kind != "choice" and _STRING in types and len(types) - types.count(_NOTHING) > 1:
            raise self._error("a datatype stands beside elements, text or another datatype")
        return max(types, default=_NOTHING)

    def _attribute_names(self, index: int) -> frozenset[NameClass]:
        """The attributes in a pattern, none of them twice (section 7.3)."""
        return self._collect(
            index, self._attributes, "attribute", ("group", "interleave"), self._check_attributes
        )

    def _check_attributes(self, parts: list[frozenset[NameClass]]) -> None:
        for twice in _common(parts):
            raise self._error(f"attribute {_show(twice)} stands twice")

    def _check_interleaves(self, index: int) -> None:
        """No element or text on both sides of an interleave (section 7.4)."""
        self._collect(index, self._names, "ref", ("interleave",), self._check_elements)
        self._has_text(index)

    def _check_elements(self, parts: list[frozenset[NameClass]]) -> None:
        for twice in _common(parts):
            raise self._error(f"element {_show(twice)} stands on both sides of an interleave")

    def _has_text(self, index: int) -> bool:
        known = self._texts.get(index)
        if known is None:
            pattern = self._patterns[index]
            inner = () if pattern[0] == "attribute" else _members(pattern)
            texts = [self._has_text(member) for member in inner]
            if pattern[0] == "interleave" and sum(texts) > 1:
                raise self._error("text stands on both sides of an interleave")
            known = self._texts[index] = index == TEXT or any(texts)
        return known

    def _collect(
        self,
        index: int,
        memo: dict[int, frozenset[NameClass]],
        kind: str,
        checked: tuple[str, ...],
        check: Callable[[list[frozenset[NameClass]]], None],
    ) -> frozenset[NameClass]:
        """The name classes of one kind of pattern, checked wherever sequences join them."""
        known = memo.get(index)
        if known is not None:
            return known
        pattern = self._patterns[index]
        names = _NO_NAMES
        if pattern[0] == kind:
            name_class = pattern[1]
            if kind == "ref":
                name_class = self._grammar.elements[name_class].name_class
            names = frozenset((name_class,))
        elif pattern[0] != "attribute":
            parts = [self._collect(m, memo, kind, checked, check) for m in _members(pattern)]
            if pattern[0] in checked:
                check(parts)
            names = _NO_NAMES.union(*parts)
        memo[index] = names
        return names


def _members(pattern: tuple[object, ...]) -> Iterable[int]:
    """The patterns in a pattern, elements aside."""
    match pattern:
        case ("choice" | "group" | "interleave", tuple(members)):
            return members
        case ("oneOrMore" | "list", int(member)) | ("attribute", _, int(member)):
            return (member,)
        case ("data", _, _, _, int(excepted)) if excepted >= 0:
            return (excepted,)
    return ()


def _common(parts: list[frozenset[NameClass]]) -> Iterable[NameClass]:
    """Name classes of one part that overlap with those of another part."""
    simple: set[NameClass] = set()
    others: list[tuple[int, NameClass]] = []
    for number, part in enumerate(parts):
        for name_class in part:
            if name_class[0] != "name":
                others.append((number, name_class))
            elif name_class in simple:
                yield name_class
        simple |= part
    if others:
        everything = [(number, nc) for number, part in enumerate(parts) for nc in part]
        for (left, one), (right, other) in combinations(everything, 2):
            if left != right and nameclass.overlap(one, other):
                yield other


def _show(name_class: NameClass) -> str:
    named = next(nameclass.names(name_class), None)
    return f'"{named[1]}"' if named else "with any name"
