"""Which element, attribute, class or finding a name means, and which one was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from teikit.errors import UsageError
from teikit.explain.attributes import attribute_names
from teikit.explain.catalogue import Catalogue
from teikit.explain.codes import codes
from teikit.explain.rules import rules
from teikit.validate import spelling
from teikit.validate.foreign import tei_names

_CODE = re.compile(r"(?i:TK)\d+")
_CLASS = re.compile(r"(model|att|macro|teidata)\.")
_MOST = 3
_LONGEST = 60


class UnknownNameError(UsageError):
    """A name that stands for nothing in TEI or teikit.

    Attributes:
        name: the name.
        near: names that were perhaps meant, the likeliest first.
    """

    def __init__(self, message: str, *, name: str, near: list[str], hint: str) -> None:
        if near:
            hint = f"Did you mean {_either(near)}?"
        super().__init__(message, hint=hint)
        self.name = name
        self.near = tuple(near)


def code_named(name: str) -> str:
    """The code of a finding, in upper case.

    Raises:
        UnknownNameError: there is none such.
    """
    code = name.upper()
    if code in codes():
        return code
    raise UnknownNameError(
        f"there is no finding with the code {_cut(code)}",
        name=name,
        near=[other for other in codes() if other[:-1] == code[:-1]][:_MOST],
        hint="The codes stand in the report of “teikit validate”.",
    )


def code_of_rule(name: str) -> str:
    """The code of the finding whose rule has a name; ``""`` if none has."""
    return next((code for code, entry in codes().items() if entry.rule == name.lower()), "")


def element_named(catalogue: Catalogue, name: str) -> str:
    """The element of a name.

    Raises:
        UnknownNameError: TEI has no such element.
    """
    if name in catalogue.elements:
        return name
    raise UnknownNameError(
        f"TEI has no element “{_cut(name)}”",
        name=name,
        near=_near_elements(catalogue, name),
        hint="Elements are listed at https://tei-c.org/release/doc/tei-p5-doc/en/html/REF-ELEMENTS.html",
    )


def attribute_named(catalogue: Catalogue, name: str, element: str = "") -> str:
    """The attribute of a name, on an element or anywhere; ``xml:`` may be missing.

    Raises:
        UnknownNameError: there is no such attribute.
    """
    names = attribute_names(catalogue, element)
    for form in (name, f"xml:{name}"):
        if form in names:
            return form
    where = f"<{element}> has no attribute" if element else "TEI has no attribute"
    prefix = f"{element}@" if element else "@"
    near = [f"{prefix}{other}" for other in _near(name, names)[:_MOST]]
    hint = f"Say “teikit explain {element or 'ELEMENT'}” for the attributes of an element."
    raise UnknownNameError(f"{where} “{_cut(name)}”", name=name, near=near, hint=hint)


def class_named(catalogue: Catalogue, name: str) -> str:
    """The class, macro or datatype of a name.

    Raises:
        UnknownNameError: TEI has no such class.
    """
    if name in catalogue.classes:
        return name
    raise UnknownNameError(
        f"TEI has no class “{_cut(name)}”",
        name=name,
        near=_near(name, catalogue.classes)[:_MOST],
        hint="Say “teikit explain ELEMENT” for the classes of an element.",
    )


def unknown(catalogue: Catalogue, name: str) -> UnknownNameError:
    """The error of a name that is of no known kind, to be raised."""
    near = _near_elements(catalogue, name)
    near += [f"@{other}" for other in _near(name, attribute_names(catalogue))]
    near += _near(name, catalogue.classes)
    near += _near(name, [entry.rule for entry in codes().values()] + list(rules()))
    return UnknownNameError(
        f"there is nothing called “{_cut(name)}”",
        name=name,
        near=near[:_MOST],
        hint="Name an element (persName), an attribute (@when, date@when), "
        "a class (model.pLike) or a code (TK203).",
    )


def is_code(name: str) -> bool:
    """Whether a name has the form of a finding's code."""
    return _CODE.fullmatch(name) is not None


def is_class(name: str) -> bool:
    """Whether a name has the form of a class's, macro's or datatype's."""
    return _CLASS.match(name) is not None


def _near_elements(catalogue: Catalogue, name: str) -> list[str]:
    foreign = [other for other in tei_names(name) if other in catalogue.elements]
    return (foreign + [n for n in _near(name, catalogue.elements) if n not in foreign])[:_MOST]


def _near(name: str, candidates: Iterable[str]) -> list[str]:
    return spelling.by_nearness(name, candidates) if len(name) <= _LONGEST else []


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"


def _either(names: list[str]) -> str:
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
