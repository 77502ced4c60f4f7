"""The datatypes of XML Schema Part 2: how their values are written, compared and measured."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from teikit.schema.xmlnames import NAME_CHARACTERS, NAME_START, NCNAME
from teikit.schema.xsdtime import (
    compare_durations,
    compare_moments,
    duration,
    is_calendar_date,
    moment,
)

_NMTOKEN = f"[:{NAME_CHARACTERS}]+"
_NAME = f"[:{NAME_START}][:{NAME_CHARACTERS}]*"
_ZONE = r"(?P<zone>Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
_YEAR = r"(?P<year>-?(?:[1-9]\d{3,}|0\d{3}))"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12]\d|3[01])"
# Like jing, with leap seconds and without an hour 24.
_TIME = r"(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d):(?P<second>(?:[0-5]\d|60)(?:\.\d*)?)"
_DECIMAL = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"
_DURATION = (
    r"(?P<sign>-)?P(?=\d|T[\d.])(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<days>\d+)D)?"
    r"(?:T(?=[\d.])(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?"
    r"(?:(?P<seconds>\d+(?:\.\d*)?|\.\d+)S)?)?"
)
_BASE64 = r"(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?=|" + (
    r"[A-Za-z0-9+/] ?[AQgw] ?= ?=)?"
)


def _run(excluded: str) -> str:
    """Any characters but these, and escapes; written so that long strings need no memory."""
    return f"[^%{excluded}]*(?:%[0-9A-Fa-f]{{2}}[^%{excluded}]*)*"


# RFC 2396 as jing reads it: characters that a URI cannot have stand for their escapes; the path
# has no brackets, the authority only around an IPv6 address; it may be empty before a path.
_QUERY, _PATH, _HOST, _FIRST = map(_run, ("#", r"#?\[\]", r"#?\[\]/", r"#?\[\]/:"))
_IPV6 = r"(?:[^#%?\[\]/@]*@)?\[[0-9A-Fa-f:.]+\](?::[0-9]*)?"
_TAIL = rf"(?:\?{_QUERY})?(?:#{_QUERY})?"
_SCHEME = r"[A-Za-z][A-Za-z0-9+.\-]*:"
_ROOTED = rf"/(?!/){_PATH}|//(?:(?=[^/?#]){_HOST}|{_IPV6})(?:/{_PATH})?|///{_PATH}|//(?=[?#])"
_URI = (
    f"(?:{_SCHEME})?(?:{_ROOTED}){_TAIL}"
    f"|{_SCHEME}(?=[^#/]){_QUERY}(?:#{_QUERY})?"
    f"|(?:(?=[^/?#]){_FIRST}(?:/{_PATH})?)?{_TAIL}"
)

Facets = Literal["length", "order", "digits", "none"]
_LENGTH = ("length", "minLength", "maxLength")
_ORDER = ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive")
FACETS: dict[Facets, tuple[str, ...]] = {
    "length": ("pattern", *_LENGTH),
    "order": ("pattern", *_ORDER),
    "digits": ("pattern", *_ORDER, "totalDigits", "fractionDigits"),
    "none": ("pattern",),
}
"""The facets that a family of datatypes has."""


def _compare(one: Any, other: Any) -> int | None:
    # NaN, kept as a string, is in no order.
    return None if "NaN" in (one, other) else (one > other) - (one < other)


@dataclass(frozen=True, slots=True)
class Datatype:
    """One datatype.

    Attributes:
        lexical: test of a string whose white space is normalised.
        value: the value of such a string; equal values compare equal.
        facets: which family of facets restricts it.
        white_space: ``"preserve"``, ``"replace"`` or ``"collapse"``.
        measure: the length of such a string, where ``length`` is a facet.
        order: compares two values: negative, 0, positive, or ``None`` where they have no order.
    """

    lexical: Callable[[str], Any]
    value: Callable[[str], Any] = str
    facets: Facets = "length"
    white_space: str = "collapse"
    measure: Callable[[str], int] = len
    order: Callable[[Any, Any], int | None] = _compare


def _pattern(expression: str) -> Callable[[str], re.Match[str] | None]:
    # Compiled when first used: start-up need not pay for thirty expressions.
    return lambda string: re.fullmatch(expression, string, re.ASCII)


def _anything(string: str) -> bool:
    return True


def _never(string: str) -> bool:
    return False


def _integer(low: int | None = None, high: int | None = None) -> Datatype:
    digits = _pattern(r"[+-]?\d+")

    def lexical(string: str) -> bool:
        if not digits(string):
            return False
        # Decimal, because int() refuses very long strings.
        return (low is None or low <= Decimal(string)) and (high is None or Decimal(string) <= high)

    return Datatype(lexical, Decimal, "digits")


def _real(string: str) -> float | str:
    # NaN is equal to itself in XML Schema.
    return "NaN" if string == "NaN" else float(string.replace("INF", "inf"))


def _moment(expression: str) -> Datatype:
    match = _pattern(expression)

    def lexical(string: str) -> bool:
        found = match(string)
        return found is not None and is_calendar_date(found)

    def value(string: str) -> Any:
        found = match(string)
        return found and moment(found)

    return Datatype(lexical, value, "order", order=compare_moments)


def _duration() -> Datatype:
    match = _pattern(_DURATION)

    def value(string: str) -> Any:
        found = match(string)
        return found and duration(found)

    return Datatype(match, value, "order", order=compare_durations)


def _tokens(item: str) -> Datatype:
    return Datatype(
        _pattern(f"{item}(?: {item})*"), lambda s: s.split(" "), measure=lambda s: s.count(" ") + 1
    )


def _string(expression: str) -> Datatype:
    return Datatype(_pattern(expression))


_SHORT = 1 << 15

DATATYPES: dict[str, Datatype] = {
    "string": Datatype(_anything, white_space="preserve"),
    "normalizedString": Datatype(_anything, white_space="replace"),
    "token": Datatype(_anything),
    "language": _string(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*"),
    "Name": _string(_NAME),
    "NCName": _string(NCNAME),
    "ID": _string(NCNAME),
    "IDREF": _string(NCNAME),
    "IDREFS": _tokens(NCNAME),
    # A document without a DTD has no unparsed entities.
    "ENTITY": Datatype(_never),
    "ENTITIES": Datatype(_never),
    "NMTOKEN": _string(_NMTOKEN),
    "NMTOKENS": _tokens(_NMTOKEN),
    "anyURI": _string(_URI),
    "QName": Datatype(_pattern(f"(?:{NCNAME}:)?{NCNAME}"), facets="none"),
    "NOTATION": Datatype(_pattern(f"(?:{NCNAME}:)?{NCNAME}"), facets="none"),
    "boolean": Datatype(_pattern("true|false|0|1"), lambda s: s in ("true", "1"), "none"),
    "decimal": Datatype(_pattern(_DECIMAL), Decimal, "digits"),
    "integer": _integer(),
    "nonPositiveInteger": _integer(high=0),
    "negativeInteger": _integer(high=-1),
    "nonNegativeInteger": _integer(0),
    "positiveInteger": _integer(1),
    "long": _integer(-(1 << 63), (1 << 63) - 1),
    "int": _integer(-(1 << 31), (1 << 31) - 1),
    "short": _integer(-_SHORT, _SHORT - 1),
    "byte": _integer(-128, 127),
    "unsignedLong": _integer(0, (1 << 64) - 1),
    "unsignedInt": _integer(0, (1 << 32) - 1),
    "unsignedShort": _integer(0, (1 << 16) - 1),
    "unsignedByte": _integer(0, 255),
    "float": Datatype(_pattern(f"{_DECIMAL}(?:[eE][+-]?\\d+)?|-?INF|NaN"), _real, "order"),
    "double": Datatype(_pattern(f"{_DECIMAL}(?:[eE][+-]?\\d+)?|-?INF|NaN"), _real, "order"),
    "duration": _duration(),
    "dateTime": _moment(f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_ZONE}"),
    "date": _moment(f"{_YEAR}-{_MONTH}-{_DAY}{_ZONE}"),
    "time": _moment(f"{_TIME}{_ZONE}"),
    "gYearMonth": _moment(f"{_YEAR}-{_MONTH}{_ZONE}"),
    "gYear": _moment(f"{_YEAR}{_ZONE}"),
    "gMonthDay": _moment(f"--{_MONTH}-{_DAY}{_ZONE}"),
    "gDay": _moment(f"---{_DAY}{_ZONE}"),
    "gMonth": _moment(f"--{_MONTH}{_ZONE}"),
    "hexBinary": Datatype(
        _pattern("(?:[0-9A-Fa-f]{2})*"), bytes.fromhex, measure=lambda s: len(s) // 2
    ),
    "base64Binary": Datatype(_pattern(_BASE64), b64decode, measure=lambda s: len(b64decode(s))),
}
"""The built-in datatypes by name."""
