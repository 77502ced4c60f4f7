"""Explains attributes: unknown, missing, in conflict, with wrong values, IDs given twice."""

from __future__ import annotations

from collections.abc import Iterable

from teikit.tei import XML_NS
from teikit.validate.events import QName
from teikit.validate.expectations import Expectations
from teikit.validate.explain.telling import Setting, Told
from teikit.validate.explain.values import Values, ambiguous_dates, calendar_fault, is_vague, meant
from teikit.validate.explain.wording import at, attribute_name, one_of, quoted, some_of, tag
from teikit.validate.foreign import tei_attributes
from teikit.validate.problems import Problem
from teikit.validate.spelling import by_nearness

_FEW = 3
_USUAL = ("n", "type", "rend", "xml:id", "xml:lang", "ref", "corresp", "facs", "resp", "source")


def tell_attribute(setting: Setting, problem: Problem) -> Told:
    """An attribute that the element does not have."""
    name, element = _attribute(problem), problem.element
    message = f"{tag(element)} has no attribute {at(name)}"
    allowed = [
        a
        for a in setting.expectations.vocabulary.attributes(problem.patterns)
        if a not in problem.attributes
    ]
    allowed = _likely_first(setting.expectations, problem.meant or element, allowed)
    names = [attribute_name(a) for a in allowed]
    if name[0] and name[0] != XML_NS:
        message = f"{tag(element)} cannot have the attribute {name[1]} of the namespace {name[0]}"
        hint = (
            "Take it out, or name a schema that allows it with --schema: "
            f"{setting.language} does not."
        )
        return Told(message, hint, tuple(names))
    near = by_nearness(attribute_name(name), names)
    foreign = [n for n in tei_attributes(name[1]) if n in names]
    near = foreign[:1] or near
    if near:
        hint = f"Write {one_of([f'@{n}' for n in near[:_FEW]])}."
        return Told(message, hint, (*near, *(n for n in names if n not in near)))
    hint = f"It may have {some_of([f'@{n}' for n in names])}."
    owners = setting.expectations.vocabulary.owners.get(name, [])
    if 0 < len(owners) <= _FEW:
        hint = f"{at(name)} belongs to {one_of([tag(owner) for owner in owners])}. {hint}"
    return Told(message, hint, tuple(names))


def _attribute(problem: Problem) -> QName:
    assert problem.attribute is not None
    return problem.attribute


def _likely_first(expectations: Expectations, element: QName, names: list[QName]) -> list[QName]:
    """Attributes that the document uses first, then those that few elements have."""
    owners, most = expectations.vocabulary.owners, len(expectations.vocabulary.declared) * 2 // 3
    counts = {name: min(len(owners.get(name, ())), most) for name in names}
    usual = {name: rank for rank, name in enumerate(_USUAL)}
    return sorted(
        names,
        key=lambda name: (
            -expectations.usage.of_attribute(element, name),
            counts[name],
            usual.get(attribute_name(name), len(_USUAL)),
            name[1],
        ),
    )


def tell_missing_attribute(setting: Setting, problem: Problem) -> Told:
    """A required attribute that is missing."""
    derivatives = setting.expectations.derivatives
    names = [
        name
        for name in setting.expectations.vocabulary.attributes(problem.patterns)
        if _helps(setting, problem.patterns, name)
    ]
    shown = [at(name) for name in names]
    message = f"{tag(problem.element)} needs {_an_attribute(shown)}"
    values = Values.of(
        derivatives,
        [
            derivatives.patterns[a][2]
            for p in problem.patterns
            for n in names[:1]
            for a in derivatives.named(p, n)
        ],
    )
    described = values.describe("") if values.literal or values.types else ""
    written = [f'{attribute_name(name)}="…"' for name in names]
    hint = f"Add {one_of(written)}"
    hint += f": {described}." if described and len(names) == 1 else "."
    return Told(message, hint, tuple(map(attribute_name, names)))


def _an_attribute(shown: list[str]) -> str:
    if len(shown) == 1:
        return f"the attribute {shown[0]}"
    return f"one of the attributes {one_of(shown)}" if shown else "another attribute"


def _helps(setting: Setting, patterns: Iterable[int], name: QName) -> bool:
    """Whether the start tag would be complete with an attribute, or nearer to it."""
    derivatives = setting.expectations.derivatives
    for pattern in patterns:
        consumed = derivatives.consume(pattern, frozenset(derivatives.named(pattern, name)))
        # Required attributes are those whose patterns are not optional: fewer of them are left.
        if consumed and _required(setting, consumed) < _required(setting, pattern):
            return True
    return False


def _required(setting: Setting, index: int) -> int:
    derivatives = setting.expectations.derivatives
    match derivatives.patterns[index]:
        case ("attribute", *_):
            return 1
        case ("choice", members):
            return min(_required(setting, member) for member in members)
        case ("group" | "interleave", members):
            return sum(_required(setting, member) for member in members)
        case ("oneOrMore", member):
            return _required(setting, member)
    return 0


def tell_conflict(setting: Setting, problem: Problem) -> Told:
    """An attribute that cannot stand beside another one."""
    name = _attribute(problem)
    derivatives = setting.expectations.derivatives
    contents = setting.expectations.vocabulary.declared.get(problem.meant or problem.element, ())
    rivals = []
    for other in sorted(problem.attributes - {name}):
        left = [derivatives.consume(c, frozenset(derivatives.named(c, other))) for c in contents]
        if not any(derivatives.named(content, name) for content in left if content):
            rivals.append(at(other))
    beside = one_of(rivals) or "the other attributes"
    return Told(f"{at(name)} cannot stand beside {beside} on {tag(problem.element)}", "Keep one.")


def tell_value(setting: Setting, problem: Problem) -> Told:
    """An attribute with a value that it cannot have."""
    name = _attribute(problem)
    derivatives = setting.expectations.derivatives
    values = Values.of(derivatives, problem.patterns)
    message = f"{at(name)} on {tag(problem.element)} cannot be {quoted(problem.value)}"
    if fault := calendar_fault(problem.value):
        message += f": {fault}"
    if not problem.value.strip():
        message = f"{at(name)} on {tag(problem.element)} cannot be empty"

    def accepts(value: str) -> bool:
        return any(derivatives.matches(pattern, value) for pattern in problem.patterns)

    likely = meant(problem.value, values, accepts)
    described = values.describe(problem.value)
    hint = f"It must be {described}." if described else "Take the attribute out."
    if likely:
        hint = f'Write {attribute_name(name)}="{likely}".'
        if is_vague(problem.value):
            hint += " Say that it is uncertain with @cert, or with @notBefore and @notAfter."
    elif both := [date for date in ambiguous_dates(problem.value) if accepts(date)]:
        hint = f"Write {one_of(both)}, whichever is meant."
    elif not problem.value.strip():
        hint = f"Take it out, or write {described}."
    return Told(message, hint, tuple(values.literal))


def tell_id(setting: Setting, problem: Problem) -> Told:
    """An ID that is used twice."""
    first = f", first in line {problem.first.line}" if problem.first and problem.first.line else ""
    return Told(
        f"{at(_attribute(problem))} “{problem.value}” is used twice{first}",
        "Give this element an ID of its own, and see which of the two each reference means.",
    )


def tell_idref(setting: Setting, problem: Problem) -> Told:
    """A reference to an ID that is not there."""
    return Told(
        f"{at(_attribute(problem))} points at “{problem.value}”, but no element has that ID",
        "Mend the reference, or give the element its ID.",
    )
