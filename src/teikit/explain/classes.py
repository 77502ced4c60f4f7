"""Explains classes of elements and attributes, macros and datatypes."""

from __future__ import annotations

from typing import Literal

from teikit.explain.attributes import attribute_groups, holders
from teikit.explain.catalogue import Catalogue, alphabetical, class_of, module_titles, page
from teikit.explain.model import Class, ClassExplanation
from teikit.explain.pattern import Pattern

Sort = Literal["model class", "attribute class", "macro", "datatype"]

_SORTS: dict[str, Sort] = {
    "model": "model class",
    "att": "attribute class",
    "macro": "macro",
    "teidata": "datatype",
}


def explain_class(catalogue: Catalogue, name: str) -> ClassExplanation:
    """All about a class, a macro or a datatype.

    Args:
        catalogue: the definitions.
        name: one of ``catalogue.classes``.
    """
    definition = catalogue.classes[name]
    sort = _SORTS[name.partition(".")[0]]
    patterns = [part.pattern for part in definition.parts]
    users = catalogue.users(definition.name)
    groups = attribute_groups(catalogue, patterns, name) if sort == "attribute class" else ()
    return ClassExplanation(
        name=name,
        sort=sort,
        gloss=definition.gloss,
        module=definition.module,
        module_title=module_titles()[definition.module],
        url=page(name),
        model=_model(patterns) if sort in ("macro", "datatype") else "",
        classes=_described(catalogue, [u for u in users if _same_sort(u, name)], sort),
        subclasses=_described(catalogue, _named(patterns, name), sort),
        elements=_members(catalogue, name, sort),
        attributes=groups,
        used_in=tuple(user for user in users if not _same_sort(user, name)),
    )


def _same_sort(one: str, other: str) -> bool:
    return one.partition(".")[0] == other.partition(".")[0] and "." in one


def _model(patterns: list[Pattern]) -> str:
    return " | ".join(pattern.compact() for pattern in patterns)


def _named(patterns: list[Pattern], but: str) -> list[str]:
    """The names of other definitions in some patterns, as the Guidelines have them."""
    names = {class_of(part.name) for p in patterns for part in p.walk() if part.kind == "ref"}
    return sorted(names - {but}, key=alphabetical)


def _described(catalogue: Catalogue, names: list[str], sort: Sort) -> tuple[Class, ...]:
    kept = (
        name for name in names if name in catalogue.classes and _SORTS[name.split(".")[0]] == sort
    )
    return tuple(map(catalogue.described, kept))


def _members(catalogue: Catalogue, name: str, sort: Sort) -> tuple[str, ...]:
    if sort == "model class":
        return tuple(sorted(catalogue.children(Pattern("ref", name)), key=alphabetical))
    return holders(catalogue).get(name, ()) if sort == "attribute class" else ()
