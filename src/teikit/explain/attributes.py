"""Attributes as the grammar defines them: by class or on an element, with their values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from teikit.explain.catalogue import Catalogue, alphabetical, class_of
from teikit.explain.model import Attribute, AttributeExplanation, AttributeGroup, AttributeUse
from teikit.explain.pattern import Pattern
from teikit.explain.rules import rules_of

_CLASS = "att."
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six")
_OPEN = frozenset({"teidata.enumerated", "teidata.word"})


def attribute_groups(
    catalogue: Catalogue, patterns: Iterable[Pattern], owner: str = ""
) -> tuple[AttributeGroup, ...]:
    """The attributes in some patterns: those that stand there first, then those of classes.

    Args:
        catalogue: the definitions.
        patterns: of an element or a class, what defines its attributes.
        owner: the name of the class whose patterns these are; ``""`` for an element.
    """
    groups: dict[str, list[Attribute]] = {owner: []}
    for pattern in patterns:
        for name, attribute in _attributes(catalogue, pattern, owner):
            if attribute not in groups.setdefault(name, []):
                groups[name].append(attribute)
    # What every element has comes last.
    names = sorted(groups, key=lambda name: is_global(name) and name != owner)
    return tuple(
        AttributeGroup(name, catalogue.gloss(name) if name else "", tuple(groups[name]))
        for name in names
        if groups[name]
    )


@cache
def holders(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """The elements that have attributes of each class, in alphabetical order."""
    found: dict[str, list[str]] = {}
    for element, pattern in catalogue.elements.items():
        for name in _classes(catalogue, pattern):
            found.setdefault(name, []).append(element)
    return {name: tuple(elements) for name, elements in found.items()}


def _classes(catalogue: Catalogue, pattern: Pattern) -> set[str]:
    """The attribute classes that a pattern refers to, directly or through others."""
    names = set()
    for part in pattern.walk():
        if part.kind == "ref" and part.name.startswith(_CLASS):
            names.add(class_of(part.name))
            for said in catalogue.definitions[part.name].parts:
                names |= _classes(catalogue, said.pattern)
    return names


def is_global(name: str) -> bool:
    """Whether a class gives its attributes to every element."""
    return f"{name}.".startswith("att.global.")


def holds_attributes(pattern: Pattern) -> bool:
    """Whether a part of an element's pattern defines attributes and not content."""
    return any(
        part.kind == "attribute" or (part.kind == "ref" and part.name.startswith(_CLASS))
        for part in pattern.walk()
    )


def explain_attribute(catalogue: Catalogue, name: str, element: str = "") -> AttributeExplanation:
    """All definitions of an attribute.

    Args:
        catalogue: the definitions.
        name: the attribute; one of ``attribute_names``.
        element: only as this element has it; ``""`` for all elements.
    """
    uses: dict[tuple[str, Attribute], list[str]] = {}
    for holder in [element] if element else catalogue.elements:
        for group in attribute_groups(catalogue, catalogue.elements[holder].parts):
            for attribute in group.attributes:
                if attribute.name == name:
                    uses.setdefault((group.name, attribute), []).append(holder)
    found = [
        AttributeUse(owner, catalogue.gloss(owner), attribute, tuple(holders))
        for (owner, attribute), holders in uses.items()
    ]
    found.sort(key=lambda use: (-len(use.elements), alphabetical(use.elements[0])))
    return AttributeExplanation(name, element, tuple(found), rules_of(attribute=name))


def attribute_names(catalogue: Catalogue, element: str = "") -> list[str]:
    """The names of all attributes, or of those that an element has, in alphabetical order."""
    if element:
        groups = attribute_groups(catalogue, catalogue.elements[element].parts)
        return sorted({a.name for group in groups for a in group.attributes}, key=alphabetical)
    names = {
        part.name
        for definition in catalogue.definitions.values()
        for whole in definition.parts
        for top in (whole.pattern, *whole.pattern.parts)
        for part in top.walk()
        if part.kind == "attribute" and part.name
    }
    return sorted(names, key=alphabetical)


def _attributes(
    catalogue: Catalogue,
    pattern: Pattern,
    owner: str,
    *,
    required: bool = True,
    instead_of: tuple[str, ...] = (),
) -> Iterator[tuple[str, Attribute]]:
    """Each attribute in a pattern with the class that it is from."""
    if pattern.kind == "attribute" and pattern.name:
        yield owner, _attribute(catalogue, pattern, required, instead_of)
    elif pattern.kind == "ref" and pattern.name.startswith(_CLASS):
        for said in catalogue.definitions[pattern.name].parts:
            yield from _attributes(catalogue, said.pattern, class_of(pattern.name))
    elif pattern.kind in ("group", "interleave", "choice", "optional"):
        for part in pattern.parts:
            others = instead_of
            if pattern.kind == "choice":
                others += tuple(_names(other) for other in pattern.parts if other is not part)
            yield from _attributes(
                catalogue,
                part,
                owner,
                required=required and pattern.kind in ("group", "interleave"),
                instead_of=others,
            )


def _names(pattern: Pattern) -> str:
    return " ".join(part.name for part in pattern.walk() if part.kind == "attribute")


def _attribute(
    catalogue: Catalogue, pattern: Pattern, required: bool, instead_of: tuple[str, ...]
) -> Attribute:
    (value,) = pattern.parts
    parts = list(_values(catalogue, value))
    values = (part.name for part in parts if part.kind == "value" and part.name)
    listed = tuple(dict.fromkeys(values))
    others = [part for part in parts if part.kind not in ("value", "empty")]
    return Attribute(
        name=pattern.name,
        datatype=value.compact(),
        described=_described(value, listed, others),
        gloss=catalogue.gloss(others[0].name) if len(others) == 1 else "",
        values=listed,
        closed=bool(listed) and not others,
        required=required,
        instead_of=instead_of,
    )


def _values(catalogue: Catalogue, pattern: Pattern) -> Iterator[Pattern]:
    """The single values and datatypes that a pattern names; datatypes stay folded."""
    if pattern.kind == "ref" and not pattern.name.startswith("teidata."):
        for said in catalogue.definitions[pattern.name].parts:
            yield from _values(catalogue, said.pattern)
    elif pattern.parts:
        for part in pattern.parts:
            yield from _values(catalogue, part)
    else:
        yield pattern


def _described(value: Pattern, listed: tuple[str, ...], others: list[Pattern]) -> str:
    names = [part.name or part.kind for part in dict.fromkeys(others)]
    if listed and not others:
        text = listed[0] if len(listed) == 1 else f"one of {', '.join(listed)}"
    elif listed and _OPEN.issuperset(names):
        text = f"{', '.join(listed)} or another word"
    else:
        text = " or ".join([*listed, *names])
    return text + _repetition(value)


def _repetition(value: Pattern) -> str:
    if value.kind != "list":
        return ""
    least, most = _counts(value.parts[0])
    if most is None:
        words = f"{_NUMBERS[least]} or more" if least else "any number"
    elif least == most:
        words = _NUMBERS[least]
    else:
        words = f"{_NUMBERS[least]} to {_NUMBERS[most]}"
    return f" ({words}, with spaces between)"


def _counts(pattern: Pattern) -> tuple[int, int | None]:
    """How few and how many words a pattern within a list matches; None is without bound."""
    if pattern.kind == "group":
        counts = [_counts(part) for part in pattern.parts]
        mosts = [most for _, most in counts if most is not None]
        most = sum(mosts) if len(mosts) == len(counts) else None
        return sum(least for least, _ in counts), most
    if pattern.kind == "oneOrMore":
        return _counts(pattern.parts[0])[0], None
    if pattern.kind in ("zeroOrMore", "optional"):
        return 0, None if pattern.kind == "zeroOrMore" else _counts(pattern.parts[0])[1]
    return 1, 1
