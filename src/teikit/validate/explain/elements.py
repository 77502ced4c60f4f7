"""Explains elements that are unknown, missing or in the wrong place."""

from __future__ import annotations

from collections.abc import Sequence

from teikit.validate.events import QName
from teikit.validate.expectations import States
from teikit.validate.explain import advice
from teikit.validate.explain.guidelines import is_tei, share_section
from teikit.validate.explain.telling import Setting, Told
from teikit.validate.explain.wording import locals_of, one_of, some_of, tag, tags
from teikit.validate.foreign import tei_names
from teikit.validate.problems import Open, Problem
from teikit.validate.spelling import by_nearness

_FEW = 3


def tell_namespace(setting: Setting, problem: Problem) -> Told:
    """An element in the wrong namespace, or in none."""
    found, right = problem.element, problem.meant or problem.element
    root = not problem.around
    declaration = f'<{right[1]} xmlns="{right[0]}">'
    if found[1] != right[1] and root:
        message = f"{tag(found)} begins an older TEI (P4 or before), not P5"
        hint = f"Bring the file to P5; its root element becomes {declaration}."
    elif found[0]:
        message = f"{tag(found)} is in the namespace {found[0]}, not in TEI's"
        hint = f"Write {declaration}." if root else f"Write {tag(right)} without that namespace."
    elif root:
        message = f"{tag(found)} is in no namespace, so it is not TEI's"
        hint = f"Write {declaration}."
    else:
        message = f"{tag(found)} is in no namespace, so it is not TEI's"
        hint = 'Take the xmlns="" out.'
    return Told(message, hint, (right[1],))


def tell_element(setting: Setting, problem: Problem) -> Told:
    """An element that is not allowed where it stands."""
    expectations, name = setting.expectations, problem.element
    if not problem.around:
        return _tell_root(setting, problem)
    if name not in expectations.vocabulary.declared:
        return _tell_unknown(setting, problem)
    parent = problem.around[-1]
    allowed = expectations.allowed(parent.states, parent.meant)
    message = f"{tag(name)} cannot stand in {tag(parent.name)}"
    before = advice.too_late(setting, parent, name)
    if before:
        message = f"{tag(name)} cannot come after {tag(before)} in {tag(parent.name)}"
    elif not allowed and not expectations.allows_text(parent.states):
        if expectations.allowed(parent.first) or parent.history:
            message = f"nothing can follow {tag(parent.last or name)} in {tag(parent.name)}"
        else:
            message = f"{tag(parent.name)} is always empty and cannot hold {tag(name)}"
    hint = advice.stay(setting, problem.around, name, before) or _belongs(setting, parent, name)
    return Told(message, hint, locals_of(allowed))


def _tell_root(setting: Setting, problem: Problem) -> Told:
    expectations = setting.expectations
    allowed = sorted(expectations.allowed([expectations.derivatives.grammar.start]))
    hint = f"A document starts with {one_of(tags(allowed))}."
    if problem.element in expectations.vocabulary.declared:
        hint += " If this is a part of one, validate the document that includes it."
    return Told(f"{tag(problem.element)} cannot be the root element", hint, locals_of(allowed))


def _belongs(setting: Setting, parent: Open, name: QName) -> str:
    """Where an element is at home, and what is expected instead."""
    expectations = setting.expectations
    homes = [home for home in expectations.vocabulary.parents.get(name, ()) if home != parent.meant]
    usage = expectations.usage
    homes.sort(key=lambda home: (-usage.of(name, home), usage.order(home, None)))
    hint = f"It belongs in {one_of(tags(homes[:_FEW]))}" if homes else "Take it out"
    others = ", among others" if len(homes) > _FEW else ""
    return f"{hint}{others}. {advice.expected(setting, parent)}".strip()


def _tell_unknown(setting: Setting, problem: Problem) -> Told:
    name, parent, expectations = problem.element, problem.around[-1], setting.expectations
    allowed = expectations.allowed(parent.states, parent.meant)
    if name[0] not in expectations.vocabulary.namespaces:
        where = f"of the namespace {name[0]}" if name[0] else "without a namespace"
        message = f"{tag(name)} {where} cannot stand in {tag(parent.name)}"
        return Told(message, _advise_foreign(setting, parent, name), locals_of(allowed))
    message = f"{setting.language} has no element {tag(name)}"
    if is_tei(name):
        message = f"{tag(name)} is a TEI element that {setting.language} leaves out"
    inside = locals_of(expectations.allowed(parent.wrapped, parent.meant))
    names = _meant(problem, locals_of(allowed) + inside)
    if names:
        return Told(message, f"Write {one_of([f'<{n}>' for n in names])}.", tuple(names))
    if problem.meant is not None:
        hint = f"{tag(problem.meant)} may be meant, but it cannot stand in {tag(parent.name)}."
        moved = advice.stay(setting, problem.around, problem.meant, None)
        return Told(message, f"{hint} {moved}".strip(), locals_of(allowed))
    elsewhere = [n for n in tei_names(name[1]) if (name[0], n) in expectations.vocabulary.declared]
    if elsewhere:
        hint = f"TEI calls it {one_of([f'<{n}>' for n in elsewhere])}."
        moved = advice.stay(setting, problem.around, (name[0], elsewhere[0]), None)
        return Told(message, f"{hint} {moved}".strip(), locals_of(allowed))
    return Told(message, advice.expected(setting, parent), locals_of(allowed))


def _meant(problem: Problem, allowed: Sequence[str]) -> list[str]:
    """The names that an unknown element may be meant for, of those that are allowed."""
    name = problem.element[1]
    foreign = [other for other in tei_names(name) if other in allowed]
    if problem.meant is not None and problem.meant[1] in foreign:
        return foreign
    return foreign or by_nearness(name, allowed)[:_FEW]


def _advise_foreign(setting: Setting, parent: Open, name: QName) -> str:
    expectations = setting.expectations
    # An example of encoding can hold anything, but that is not what is wanted here.
    holders = [
        holder
        for holder in expectations.wrappers(parent.states, name, parent.meant)
        if holder[0] == parent.meant[0]
    ]
    if holders:
        return f"Put it into {some_of(tags(holders), _FEW)}."
    return (
        f"Take it out, or name a schema that allows it with --schema: {setting.language} does not."
    )


def tell_order(setting: Setting, problem: Problem) -> Told:
    """An element before which another one is missing."""
    parent = problem.around[-1]
    what = some_of(tags(problem.other), _FEW) or "something else"
    name = tag(problem.element)
    if problem.first is not None:
        message = f"{name} stands before {what}, which must come first in {tag(parent.name)}"
        hint = f"Move the {what} of line {problem.first.line} before it."
    else:
        message = f"{what} is missing before {name} in {tag(parent.name)}"
        hint = f"Write {what} here."
    return Told(message, hint, locals_of(problem.other))


def tell_missing(setting: Setting, problem: Problem) -> Told:
    """An element that ends without something that it must hold."""
    element = problem.around[-1]
    needed = _likely_missing(element, problem.other)
    what = some_of(tags(needed), _FEW) or "something more"
    empty = element.last is None
    begins = element.place.line
    where = f" of line {begins}" if begins != problem.place.line else ""
    if empty:
        message = f"{tag(element.name)} is empty: it must hold {what}"
        hint = f"Write {what} into it, or take the {tag(element.name)}{where} out."
    else:
        message = f"{tag(element.name)} ends without {what}"
        hint = f"Write {what} {_after(setting, element, problem.other)}."
        if where:
            hint += f" The {tag(element.name)} begins in line {begins}."
    return Told(message, hint, locals_of(problem.other))


def _likely_missing(element: Open, needed: Sequence[QName]) -> Sequence[QName]:
    """What is needed, the partner of the last child first, another one like it last."""
    last = element.last
    if last is None:
        return needed
    return sorted(needed, key=lambda name: (name == last, not share_section(name, last)))


def _after(setting: Setting, element: Open, needed: Sequence[QName]) -> str:
    """Where something missing goes: at the end, where the grammar has got to by now."""
    allowed: States = element.states
    fits = any(setting.expectations.allows(allowed, name) for name in needed)
    return f"after {tag(element.last)}" if fits and element.last else "into it"
