"""Content models in a form that a person reads: macros written out, classes folded."""

from __future__ import annotations

from teikit.explain.attributes import holds_attributes
from teikit.explain.catalogue import Catalogue, alphabetical
from teikit.explain.model import Content, Group
from teikit.explain.pattern import Pattern

_MACRO = "macro."
_ANY = "macro.anyXML"
_FOLDED = ("model.", "teidata.")
_LARGE = 100


def explain_content(catalogue: Catalogue, element: Pattern) -> Content:
    """What an element may hold.

    Args:
        catalogue: the definitions.
        element: the element's pattern.
    """
    parts = tuple(
        _written_out(catalogue, part)
        for top in element.parts
        for part in (top.parts if top.kind == "group" else (top,))
        if part.kind != "empty" and not holds_attributes(part)
    )
    whole = parts[0] if len(parts) == 1 else Pattern("group", "", parts)
    text = any(part.kind == "text" for part in whole.walk())
    groups = _groups(catalogue, whole)
    model = whole.compact(_shown) if parts else "empty"
    if not parts:
        return Content("empty", model, False, (), ())
    if any(part.kind in ("data", "value") for part in whole.walk()) or _is_datatype(whole):
        return Content("value", model, True, (), ())
    if _is_any_order(whole):
        return Content("any order", model, text, (), groups)
    return Content("in order", model, text, tuple(part.compact(_shown) for part in parts), groups)


def _written_out(catalogue: Catalogue, pattern: Pattern) -> Pattern:
    """A pattern with its macros replaced by what they stand for."""
    if pattern.kind == "ref" and pattern.name.startswith(_MACRO) and pattern.name != _ANY:
        (part,) = catalogue.definitions[pattern.name].parts
        return _written_out(catalogue, part.pattern)
    parts = (_written_out(catalogue, part) for part in pattern.parts)
    return pattern._replace(parts=tuple(parts))


def _shown(reference: Pattern) -> str:
    """A reference in a model: classes by name, elements as tags."""
    if reference.name == _ANY:
        return "any element of another namespace"
    return reference.name if reference.name.startswith(_FOLDED) else f"<{reference.name}>"


def _is_datatype(pattern: Pattern) -> bool:
    return pattern.kind == "ref" and pattern.name.startswith("teidata.")


def _is_any_order(pattern: Pattern) -> bool:
    """Whether a model says only which things may stand in it: (a | b | c)*, or text alone."""
    if pattern.kind == "text":
        return True
    if pattern.kind not in ("zeroOrMore", "oneOrMore"):
        return False
    (inner,) = pattern.parts
    members = inner.parts if inner.kind == "choice" else (inner,)
    return all(member.kind in ("text", "ref") for member in members)


def _groups(catalogue: Catalogue, pattern: Pattern) -> tuple[Group, ...]:
    """The elements of a model by the class that names them; those named singly come last."""
    names = _small(catalogue, pattern)
    single = sorted((n for n in names if not n.startswith((*_FOLDED, _MACRO))), key=alphabetical)
    groups = []
    for name in names:
        if name.startswith("model."):
            members = sorted(catalogue.children(Pattern("ref", name)), key=alphabetical)
            if members:
                groups.append(Group(name, catalogue.gloss(name), tuple(members)))
    return (*groups, Group("", "", tuple(single))) if single else tuple(groups)


def _small(catalogue: Catalogue, pattern: Pattern) -> dict[str, None]:
    """The names in a model; instead of a very large class those that it consists of."""
    names: dict[str, None] = {}
    for part in pattern.walk():
        if part.kind != "ref":
            continue
        if part.name.startswith("model.") and len(catalogue.children(part)) > _LARGE:
            for inner in catalogue.definitions[part.name].parts:
                names |= _small(catalogue, inner.pattern)
        else:
            names[part.name] = None
    return names
