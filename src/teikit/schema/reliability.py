"""Which grammars libxml2 judges rightly; the others are left to the derivative engine."""

from __future__ import annotations

from itertools import combinations

from teikit.schema import nameclass
from teikit.schema.grammar import Grammar
from teikit.schema.tree import XSD

# Datatypes whose values libxml2 compares as RELAX NG asks.
_COMPARED = frozenset({"string", "normalizedString", "token", "NCName", "Name", "NMTOKEN"})
# Datatypes that have values without an order, which libxml2 puts in one.
_PARTLY_ORDERED = frozenset(
    {"duration", "dateTime", "date", "time"}
    | {"gYearMonth", "gYear", "gMonthDay", "gDay", "gMonth"}
)
# More patterns than any document needs; a hostile schema shares them so that they would not end.
_LARGEST = 1_000_000


def libxml2_reliable(grammar: Grammar) -> bool:
    """Whether libxml2 can be trusted with a grammar.

    It compares the values of ``value`` patterns as strings, wrongly for qualified names, numbers,
    dates and the like, and takes dates without a zone for UTC. Where two element patterns for the
    same name can stand in one place, it tries only one of them. In lists it never goes back.
    """
    if _size(grammar) > _LARGEST:
        return False
    for pattern in grammar.patterns:
        if pattern[0] == "value" and pattern[1] == XSD and pattern[2] not in _COMPARED:
            return False
        if pattern[0] == "data" and pattern[2] in _PARTLY_ORDERED and has_bounds(pattern[3]):
            return False
        if pattern[0] == "list" and not _is_straight(grammar, pattern[1]):
            return False
    return not _is_ambiguous(grammar)


def has_bounds(params: tuple[tuple[str, str], ...]) -> bool:
    """Whether the parameters of a datatype bound its values."""
    return any(name.endswith("clusive") for name, _ in params)


def _is_straight(grammar: Grammar, index: int) -> bool:
    """Whether the tokens of a list can be matched from left to right without going back."""
    match grammar.patterns[index]:
        case ("choice", members):
            return all(grammar.patterns[member][0] != "group" for member in members) and all(
                _is_straight(grammar, member) for member in members
            )
        case ("group", members):
            *first, last = (grammar.patterns[member] for member in members)
            return all(member[0] in ("data", "value") for member in first) and last[0] != "group"
        case ("oneOrMore", member):
            return grammar.patterns[member][0] != "group" and _is_straight(grammar, member)
    return True


def _is_ambiguous(grammar: Grammar) -> bool:
    """Whether some content holds two element patterns with a name in common."""
    classes = [element.name_class for element in grammar.elements]
    if len(set(classes)) == len(classes) and all(one[0] == "name" for one in classes):
        return False
    doubles = [
        {one, two}
        for (one, left), (two, right) in combinations(enumerate(classes), 2)
        if nameclass.overlap(left, right)
    ]
    found: dict[int, frozenset[int]] = {}
    contents = [grammar.start, *(element.content for element in grammar.elements)]
    return any(
        double <= _elements(grammar, content, found) for content in contents for double in doubles
    )


def _elements(grammar: Grammar, index: int, found: dict[int, frozenset[int]]) -> frozenset[int]:
    """The element patterns that a content pattern refers to."""
    known = found.get(index)
    if known is None:
        known = frozenset()
        match grammar.patterns[index]:
            case ("ref", element):
                known = frozenset((element,))
            case ("choice" | "group" | "interleave", members):
                known = known.union(*(_elements(grammar, member, found) for member in members))
            case ("oneOrMore", member):
                known = _elements(grammar, member, found)
        found[index] = known
    return known


def _size(grammar: Grammar) -> int:
    """How many patterns there are if shared ones are counted as often as they occur."""
    sizes: list[int] = []
    for pattern in grammar.patterns:
        match pattern:
            case ("choice" | "group" | "interleave", members):
                sizes.append(1 + sum(sizes[member] for member in members))
            case ("oneOrMore" | "list", member) | ("attribute", _, member):
                sizes.append(1 + sizes[member])
            case _:
                sizes.append(1)
    return sum(sizes[element.content] for element in grammar.elements)
