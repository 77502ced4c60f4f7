"""Datatypes: which strings they allow, as jing judges them, and which are equal."""

from __future__ import annotations

import pytest

from teikit.schema import xsdregex
from teikit.schema.datatypes import allows, check, equal
from teikit.schema.tree import COMPATIBILITY, XSD

ALLOWED = {
    "NCName": "a é 一 a.b _",
    "NMTOKEN": "1a - a:b",
    "language": "en en-GB zh-Hant-TW x-klingon",
    "boolean": "true 0",
    "decimal": "1. .1 -1",
    "nonNegativeInteger": "-0 +1 007",
    "unsignedByte": "255",
    "double": "1e1 -INF NaN .5",
    "date": "2000-02-29 -0005-02-29 12000-01-01 2000-01-01+14:00",
    "gYear": "0044 -0044 2000Z",
    "gMonthDay": "--02-29",
    "time": "23:59:60 12:00:00.5Z",
    "dateTime": "2000-01-01T00:00:00",
    "duration": "P1Y PT.5S -P1Y2M3DT4H5M6S",
    "hexBinary": "0f",
    "base64Binary": "AAA=",
    "anyURI": "#a http://host:port/ a?[ é http://[::1]/",
    "IDREFS": "a",
}
REFUSED = {
    "NCName": "1a a:b \u0e35",
    "language": "en_GB abcdefghi en-",
    "boolean": "TRUE 2",
    "decimal": "1e1 . 1,0 ١",
    "nonNegativeInteger": "-1 1.0",
    "unsignedByte": "256",
    "double": "1e 0x1 inf",
    "date": "2000-02-30 1900-02-29 0000-01-01 -0004-02-29 99-01-01 2000-01-01+14:01",
    "gYear": "44 0000 02000",
    "gMonthDay": "--04-31",
    "time": "24:00:00 12:00 25:00:00",
    "dateTime": "2000-01-01 2000-01-01T24:00:00",
    "duration": "P PT P1S P1YT",
    "hexBinary": "0",
    "base64Binary": "AAA AB==",
    "anyURI": "a#b#c %zz http: http:// :a urn: http://[x]/ http://x/[1]",
    "ENTITY": "a",
}


def pairs(table: dict[str, str]) -> list[tuple[str, str]]:
    """Each datatype with each of its strings."""
    return [(type_, value) for type_, values in table.items() for value in values.split(" ")]


@pytest.mark.parametrize(("type_", "value"), pairs(ALLOWED))
def test_allowed(type_: str, value: str) -> None:
    """These strings are values of these datatypes, also with white space around."""
    assert allows(XSD, type_, (), value)
    assert allows(XSD, type_, (), f"\n {value}\t")


@pytest.mark.parametrize(("type_", "value"), pairs(REFUSED))
def test_refused(type_: str, value: str) -> None:
    """These strings are no values of these datatypes."""
    assert not allows(XSD, type_, (), value)


@pytest.mark.parametrize(
    ("type_", "params", "good", "bad"),
    [
        ("token", {"length": "3"}, " a b ", "a"),
        ("string", {"maxLength": "1"}, "\U0001f600", "ab"),
        ("NMTOKENS", {"minLength": "2"}, "a  b", "a"),
        ("hexBinary", {"length": "2"}, "0f0f", "0f"),
        ("decimal", {"totalDigits": "3", "fractionDigits": "1"}, "12.3", "1.23"),
        ("integer", {"minInclusive": "1", "maxExclusive": "10"}, "9", "10"),
        ("double", {"minExclusive": "0"}, "INF", "NaN"),
        ("date", {"minInclusive": "2000-01-01"}, "2000-01-02", "2000-01-01Z"),
        ("dateTime", {"maxInclusive": "2000-01-01T00:00:00Z"}, "2000-01-01T01:00:00+01:00",
         "1999-12-31T23:00:00-02:00"),
        ("gYear", {"maxInclusive": "-0044"}, "-0100", "0001"),
        ("duration", {"maxInclusive": "P1M"}, "P27D", "P30D"),
        ("token", {"pattern": r"[^\p{C}\p{Z}]+"}, "œuvre", "a b"),
    ],
)  # fmt: skip
def test_parameters(type_: str, params: dict[str, str], good: str, bad: str) -> None:
    """Parameters restrict the values, where values are ordered in part only too."""
    check(XSD, type_, tuple(params.items()))
    assert allows(XSD, type_, tuple(params.items()), good)
    assert not allows(XSD, type_, tuple(params.items()), bad)


@pytest.mark.parametrize(
    ("library", "type_", "params"),
    [
        (XSD, "tokn", ()),
        ("u:library", "token", ()),
        ("", "NCName", ()),
        ("", "token", (("length", "1"),)),
        (XSD, "boolean", (("length", "1"),)),
        (XSD, "string", (("whiteSpace", "collapse"),)),
        (XSD, "string", (("length", "-1"),)),
        (XSD, "date", (("minInclusive", "2000-13-01"),)),
        (XSD, "token", (("pattern", "(a"),)),
        (COMPATIBILITY, "token", ()),
    ],
)
def test_wrong_datatypes(library: str, type_: str, params: tuple[tuple[str, str], ...]) -> None:
    """Unknown datatypes and parameters, and parameters without sense, are errors."""
    with pytest.raises(ValueError, match=r"\w"):
        check(library, type_, params)


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (r"\i\c*", ":a-1", "1a"),
        (r"[\i-[:]][\c-[:]]*", "a1", "a:b"),
        (r"\d+", "1٢", "½"),
        (r"\w+", "aé1", "a b"),
        (r"[a-z-[aeiou]]+", "bcd", "abc"),
        (r"\p{Lu}\p{Ll}*", "Éa", "éa"),
        (r"\p{IsGreek}+", "αβ", "ab"),
        (r"(ab|cd){2,3}", "abcdab", "ab"),
        (r"^a$", "^a$", "a"),
        (r".", "\u2003", "\n"),
        (r"[^^]", "a", "^"),
        (r"[\-+]?\d", "+1", "*1"),
        (r"", "", "a"),
    ],
)
def test_regular_expressions(pattern: str, good: str, bad: str) -> None:
    """Regular expressions mean what XML Schema says, not what Python says."""
    assert xsdregex.matches(pattern, good)
    assert not xsdregex.matches(pattern, bad)


@pytest.mark.parametrize(
    "pattern", ["(a", "a)", "[a", "a**", "a{3,2}", r"\q", "[z-a]", r"\p{Foo}", "{", "+a", "(?:a)"]
)
def test_wrong_regular_expressions(pattern: str) -> None:
    """What is no regular expression of XML Schema is refused, though Python may know it."""
    with pytest.raises(ValueError, match="not a regular expression"):
        xsdregex.check(pattern)


@pytest.mark.parametrize(
    ("type_", "one", "other", "same"),
    [
        ("integer", "7", "+07", True),
        ("decimal", "1.0", "1", True),
        ("boolean", "true", "1", True),
        ("double", "NaN", "NaN", True),
        ("dateTime", "2000-01-01T00:00:00Z", "2000-01-01T01:00:00+01:00", True),
        ("date", "2000-01-01", "2000-01-01Z", False),
        ("string", "a", "a ", False),
        ("token", "a  b", " a b", True),
        ("integer", "7", "seven", False),
    ],
)
def test_equality(type_: str, one: str, other: str, same: bool) -> None:
    """Values are compared, not strings."""
    assert equal(XSD, type_, one, other) is same


@pytest.mark.parametrize("type_", ["date", "duration", "decimal", "double", "anyURI", "integer"])
def test_long_values_are_no_trouble(type_: str) -> None:
    """Values of a hundred thousand characters are judged like others."""
    digits = "9" * 100_000
    value = {"date": f"{digits}-01-01", "duration": f"P{digits}Y", "anyURI": "%41/" * 25_000}
    low = {"date": "2000-01-01", "duration": "P1Y"}.get(type_, "1")
    params = () if type_ == "anyURI" else (("minInclusive", low),)
    assert allows(XSD, type_, params, value.get(type_, digits))
    assert not allows(XSD, type_, params, value.get(type_, digits) + "%")


def test_qualified_names_are_compared_by_namespace() -> None:
    """The prefix of a qualified name does not matter, its namespace does."""
    assert equal(XSD, "QName", "a:n", "b:n", "u:1", {"b": "u:1"})
    assert not equal(XSD, "QName", "a:n", "a:n", "u:1", {"a": "u:2"})
    assert not allows(XSD, "QName", (), "b:n", {"a": "u:1"})
