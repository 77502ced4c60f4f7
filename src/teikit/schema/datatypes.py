"""Datatype libraries of RELAX NG: its own, XML Schema's, and that of the DTD compatibility spec."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from teikit.schema import xsdregex
from teikit.schema.tree import COMPATIBILITY, XSD
from teikit.schema.xsdtime import whole_number
from teikit.schema.xsdtypes import DATATYPES, FACETS, Datatype

_NAMES = {
    "": frozenset({"string", "token"}),
    COMPATIBILITY: frozenset({"ID", "IDREF", "IDREFS"}),
    XSD: frozenset(DATATYPES),
}
_Params = tuple[tuple[str, str], ...]


def normalise(value: str) -> str:
    """The value without white space around it, and with single spaces in it."""
    if value.isascii():
        return " ".join(value.split())
    # split() without an argument would also split at spaces that XML does not know.
    return " ".join(filter(None, _replace(value).split(" ")))


def _replace(value: str) -> str:
    return value.translate({9: " ", 10: " ", 13: " "})


def check(library: str, type_: str, params: Sequence[tuple[str, str]] = ()) -> None:
    """Check that a datatype exists and its parameters make sense.

    Raises:
        ValueError: it does not, or they do not; the message is a sentence for the user.
    """
    if library not in _NAMES:
        raise ValueError(f'the datatype library "{library}" is not known')
    if type_ not in _NAMES[library]:
        raise ValueError(f'there is no datatype "{type_}" in the library "{library}"')
    known = FACETS[DATATYPES[type_].facets] if library == XSD else ()
    for name, value in params:
        if name not in known:
            raise ValueError(f'the datatype {type_} has no parameter "{name}"')
        if name == "pattern":
            xsdregex.check(value)
        elif not _is_bound(type_, name, value):
            raise ValueError(f'"{value}" cannot be the parameter {name} of the datatype {type_}')


def _is_bound(type_: str, name: str, value: str) -> bool:
    if name.endswith(("clusive",)):
        return bool(DATATYPES[type_].lexical(normalise(value)))
    count = "positiveInteger" if name == "totalDigits" else "nonNegativeInteger"
    return bool(DATATYPES[count].lexical(normalise(value)))


def allows(
    library: str,
    type_: str,
    params: _Params,
    value: str,
    context: Mapping[str, str] | None = None,
) -> bool:
    """Whether a datatype allows a string.

    Args:
        library: URI of the datatype library; ``""`` for RELAX NG's own.
        type_: name of the datatype.
        params: its parameters, as in ``("data", …)`` patterns.
        value: the string as it stands in the document.
        context: the namespaces in scope by prefix, for values that are qualified names; without
            it their prefixes are not checked.
    """
    return _checker(library, type_, params)(value) and (
        context is None
        or type_ not in ("QName", "NOTATION")
        or _prefix(value) in ("", "xml", *context)
    )


def equal(
    library: str,
    type_: str,
    wanted: str,
    value: str,
    wanted_ns: str = "",
    context: Mapping[str, str] | None = None,
) -> bool:
    """Whether a string of a document equals the string of a ``value`` pattern.

    Args:
        library: URI of the datatype library; ``""`` for RELAX NG's own.
        type_: name of the datatype.
        wanted: the string in the schema.
        value: the string in the document.
        wanted_ns: the namespace of ``wanted`` if it is a qualified name.
        context: the namespaces in scope by prefix (the default one under ``""``) in the document.
    """
    if not library:
        return wanted == value if type_ == "string" else normalise(wanted) == normalise(value)
    if not allows(library, type_, (), value, context):
        return False
    datatype = DATATYPES[type_]
    left, right = _normaliser(datatype)(wanted), _normaliser(datatype)(value)
    if type_ in ("QName", "NOTATION"):
        ns = (context or {}).get(_prefix(value), "")
        return (wanted_ns, left.rpartition(":")[2]) == (ns, right.rpartition(":")[2])
    return left == right or bool(datatype.value(left) == datatype.value(right))


def _prefix(value: str) -> str:
    return value.strip().rpartition(":")[0]


def _normaliser(datatype: Datatype) -> Callable[[str], str]:
    functions: dict[str, Callable[[str], str]] = {
        "preserve": str,
        "replace": _replace,
        "collapse": normalise,
    }
    return functions[datatype.white_space]


def _always(value: str) -> bool:
    return True


@lru_cache(maxsize=1024)
def _checker(library: str, type_: str, params: _Params) -> Callable[[str], bool]:
    """A test of strings against a datatype with parameters."""
    if type_ in ("string", "token") and not params:
        return _always
    datatype = DATATYPES[type_]
    clean, lexical = _normaliser(datatype), datatype.lexical
    facets = [_facet(datatype, name, value) for name, value in params]

    def checker(value: str) -> bool:
        value = clean(value)
        return bool(lexical(value)) and all(facet(value) for facet in facets)

    return checker


def _facet(datatype: Datatype, name: str, bound: str) -> Callable[[str], bool]:
    """A test of normalised strings against one facet."""
    if name == "pattern":
        return lambda value: xsdregex.matches(bound, value)
    if name.endswith("clusive"):
        accepted, limit = _ACCEPTED[name], datatype.value(normalise(bound))
        return lambda value: datatype.order(datatype.value(value), limit) in accepted
    number = whole_number(normalise(bound))
    match name:
        case "length":
            return lambda value: datatype.measure(value) == number
        case "minLength":
            return lambda value: datatype.measure(value) >= number
        case "maxLength":
            return lambda value: datatype.measure(value) <= number
        case "totalDigits":
            return lambda value: _digits(value)[0] <= number
        case _:
            return lambda value: _digits(value)[1] <= number


def _digits(value: str) -> tuple[int, int]:
    """How many digits a decimal number needs, and how many of them after the point."""
    whole, _, fraction = value.lstrip("+-").partition(".")
    whole, fraction = whole.lstrip("0"), fraction.rstrip("0")
    return len(whole) + len(fraction), len(fraction)


_ACCEPTED: dict[str, tuple[int, ...]] = {
    "minInclusive": (0, 1),
    "maxInclusive": (0, -1),
    "minExclusive": (1,),
    "maxExclusive": (-1,),
}
"""How a value may compare with the bound."""

__all__ = ["allows", "check", "equal", "normalise"]
