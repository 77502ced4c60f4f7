"""The compact syntax: what it means, and where its mistakes are."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.schema.emit import to_xml
from teikit.schema.errors import SchemaError
from teikit.schema.sources import Sources


@pytest.mark.parametrize(
    ("compact", "xml"),
    [
        ("element a { text }", '<element name="a"><text/></element>'),
        (
            'default namespace = "u:d" namespace p = "u:p" element a { attribute p:b { "v" } }',
            '<element name="a" ns="u:d"><attribute name="b" ns="u:p"><value>v</value>'
            "</attribute></element>",
        ),
        (
            "element a { (attribute b { text }?, mixed { element c { empty }* }) }",
            '<element name="a"><optional><attribute name="b"/></optional><mixed><zeroOrMore>'
            '<element name="c"><empty/></element></zeroOrMore></mixed></element>',
        ),
        (
            'element * - (a | b) { xsd:token { pattern = "x+" } - "xx" }',
            "<element><anyName><except><name>a</name><name>b</name></except></anyName>"
            '<data type="token" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
            '<param name="pattern">x+</param><except><value>xx</value></except></data></element>',
        ),
        (
            'start = \\element # comment\n\\element = element \\list { list { "a" ~ "b", token } }',
            '<element name="list"><list><value>ab</value><data type="token"/></list></element>',
        ),
        (
            "start = a a |= element x { empty } a |= element y { empty }",
            '<choice><element name="x"><empty/></element><element name="y"><empty/></element>'
            "</choice>",
        ),
        (
            "start = element a { grammar { start = parent b } } b = element b { notAllowed }",
            '<element name="a"><element name="b"><notAllowed/></element></element>',
        ),
        (
            'namespace a = "u:a" [ a:b [ "c" ] ] start = element a { empty } >> a:d []',
            '<element name="a"><empty/></element>',
        ),
    ],
)  # fmt: skip
def test_means_the_same_as_xml(simple, compact: str, xml: str) -> None:
    """A schema has the same simple form in both syntaxes."""
    root = xml.replace(">", ' xmlns="http://relaxng.org/ns/structure/1.0">', 1)
    assert to_xml(simple(compact)) == to_xml(simple(root))


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("element a { text", "1:17", "the end of the file"),
        ("start = a\n\n  b = element b { empty }", "1:9", '"a" is not defined'),
        ("element a {\n  x:b\n}", "2:3", "no datatypes are declared"),
        ("element x:a { empty }", "1:9", "no namespace is declared"),
        ('element a { "v }', "1:13", "quotation mark is never closed"),
        ("element a { b, c | d }", "1:18", "side by side"),
        ("element a { empty } ; ", "1:21", '";" is not allowed'),
        ('start = element a { "\\x{41}\\x{42}" } }', "1:38", "a definition"),
        ("start = a a = b b = a", "1:21", "contains itself"),
        ("start = element a { xsd:tokn }", "1:21", 'no datatype "tokn"'),
        ("start = element a { empty } start = element b { empty }", "1:29", "defined twice"),
    ],
)
def test_mistakes_have_a_place(simple, text: str, place: str, message: str) -> None:
    """A mistake is reported with file, line and column, also behind escapes."""
    with pytest.raises(SchemaError) as caught:
        simple(text)
    assert message in caught.value.message
    assert caught.value.place.endswith(f"schema.rnc:{place}")


def test_keeps_documentation(tmp_path: Path) -> None:
    """Documentation comments stay with the definition that they describe."""
    path = tmp_path / "a.rnc"
    path.write_text("## The root.\n## It has text.\nstart = element a { text }", encoding="utf-8")
    assert Sources().parse(path).children[0].doc == "The root.\nIt has text."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_reads_encodings(tmp_path: Path, encoding: str) -> None:
    """UTF-8 with and without a byte order mark, and UTF-16 with one, are read."""
    path = tmp_path / "a.rnc"
    path.write_text("element é { empty }", encoding=encoding)
    assert Sources().parse(path).name_class == ("name", "", "é")


def test_wrong_encoding_is_a_clear_error(tmp_path: Path) -> None:
    """A schema in another encoding is refused with a hint."""
    path = tmp_path / "a.rnc"
    path.write_bytes("element é { empty }".encode("latin-1"))
    with pytest.raises(SchemaError, match="not in UTF-8"):
        Sources().parse(path)
