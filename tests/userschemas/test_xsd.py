"""Validation by XML Schema."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest
from lxml import etree

from teikit.errors import InputError
from teikit.parse import parse_bytes
from teikit.schema.errors import SchemaError
from teikit.userschemas import xsd

_XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
_LETTER = f"""<xs:schema {_XS}>
  <xs:element name="letter"><xs:complexType><xs:sequence>
    <xs:element name="date" type="xs:date"/>
    <xs:element name="p" type="xs:string" maxOccurs="unbounded"/>
  </xs:sequence><xs:attribute name="n" type="xs:integer"/></xs:complexType></xs:element>
</xs:schema>"""
_ASSERTING = f"""<xs:schema {_XS}>
  <xs:element name="range"><xs:complexType>
    <xs:attribute name="from" type="xs:integer"/><xs:attribute name="to" type="xs:integer"/>
    <xs:assert test="@from le @to"/>
  </xs:complexType></xs:element>
</xs:schema>"""


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    """A schema of a letter."""
    path = tmp_path / "letter.xsd"
    path.write_text(_LETTER)
    return path


def _tree(text: str) -> etree._ElementTree:
    return parse_bytes(text.encode())


def test_valid_document(schema: Path) -> None:
    """A valid document has no problems."""
    tree = _tree('<letter n="1"><date>1871-05-02</date><p>Dear friend</p></letter>')
    assert xsd.check(tree, schema) == []
    assert xsd.roots(schema) == {"letter"}


def test_problems_have_line_message_and_element(schema: Path) -> None:
    """Each mistake is told once, at its line, in the order of the document."""
    tree = _tree('<letter n="one">\n<date>May</date>\n<p>x</p>\n<q>y</q>\n</letter>')
    problems = xsd.check(tree, schema)
    assert [(p.line, p.element) for p in problems] == [(1, "letter"), (2, "date"), (4, "q")]
    assert [p.message for p in problems] == [
        "@n: “one” is not a value of the type integer",
        "“May” is not a value of the type date",
        "<q> cannot stand here in <letter>",
    ]
    (problem,) = xsd.check(_tree('<letter n="1"/>'), schema)
    assert problem.message == "<letter> ends without <date>"


def test_version_1_1(tmp_path: Path) -> None:
    """What only XSD 1.1 has, xmlschema judges alone."""
    path = tmp_path / "range.xsd"
    path.write_text(_ASSERTING)
    assert xsd.check(_tree('<range from="1" to="2"/>'), path) == []
    (problem,) = xsd.check(_tree('<range from="2" to="1"/>'), path)
    assert problem.element == "range"


def test_included_files(tmp_path: Path) -> None:
    """Files beside the schema belong to it."""
    (tmp_path / "parts.xsd").write_text(_LETTER)
    path = tmp_path / "main.xsd"
    path.write_text(f'<xs:schema {_XS}><xs:include schemaLocation="parts.xsd"/></xs:schema>')
    assert xsd.check(_tree("<letter><date>1871-05-02</date><p/></letter>"), path) == []
    assert len(xsd.check(_tree("<letter/>"), path)) == 1


def test_a_changed_schema_counts(schema: Path) -> None:
    """A schema that was edited is read again."""
    tree = _tree("<letter/>")
    assert len(xsd.check(tree, schema)) == 1
    schema.write_text(f'<xs:schema {_XS}><xs:element name="letter"/></xs:schema>')
    assert xsd.check(tree, schema) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<TEI/>",
        "<xs:schema>",
        f"<xs:schema {_XS}><xs:element name='a' type='none'/></xs:schema>",
        f"<xs:schema {_XS}><xs:include schemaLocation='none.xsd'/>"
        "<xs:element name='a' type='t'/></xs:schema>",
    ],
)
def test_wrong_schemas(tmp_path: Path, text: str) -> None:
    """What is no XML Schema, or a broken one, is told with its path."""
    path = tmp_path / "bad.xsd"
    path.write_text(text)
    with pytest.raises(SchemaError) as caught:
        xsd.check(_tree("<a/>"), path)
    assert str(path) in caught.value.place
    assert caught.value.hint
    with pytest.raises(InputError):
        xsd.check(_tree("<a/>"), tmp_path / "none.xsd")


def test_entity_bombs_are_harmless(tmp_path: Path) -> None:
    """A schema made to exhaust memory is refused."""
    entities = "".join(
        f'<!ENTITY e{i} "{f"&e{i - 1};" * 20 if i else "x" * 20}">' for i in range(12)
    )
    path = tmp_path / "bomb.xsd"
    path.write_text(
        f"<!DOCTYPE s [{entities}]><xs:schema {_XS}><xs:annotation><xs:documentation>&e11;"
        "</xs:documentation></xs:annotation></xs:schema>"
    )
    with pytest.raises(SchemaError):
        xsd.check(_tree("<a/>"), path)


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """A schema that imports from the network makes no connection."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.3)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.xsd"
        path = tmp_path / "main.xsd"
        path.write_text(
            f'<xs:schema {_XS}><xs:import namespace="urn:x" schemaLocation="{address}"/>'
            f'<xs:include schemaLocation="{address}"/><xs:element name="a"/></xs:schema>'
        )
        done = threading.Event()

        def check() -> None:
            try:
                xsd.check(_tree("<a/>"), path)
            except SchemaError:
                pass
            finally:
                done.set()

        thread = threading.Thread(target=check)
        thread.start()
        with pytest.raises(TimeoutError):
            server.accept()
        server.close()
        thread.join(20)
        assert done.is_set()
