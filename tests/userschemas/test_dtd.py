"""Validation by a DTD."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from lxml import etree

from teikit.errors import InputError
from teikit.parse import parse_bytes
from teikit.schema.errors import SchemaError
from teikit.userschemas import dtd

_LETTER = """<!ELEMENT letter (date, p+)>
<!ATTLIST letter n NMTOKEN #REQUIRED>
<!ELEMENT date (#PCDATA)>
<!ELEMENT p (#PCDATA)>
"""


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    """A DTD of a letter."""
    path = tmp_path / "letter.dtd"
    path.write_text(_LETTER)
    return path


def _tree(text: str) -> etree._ElementTree:
    return parse_bytes(text.encode())


def test_valid_document(schema: Path) -> None:
    """A valid document has no problems, and is not changed."""
    tree = _tree('<letter n="1"><date>1871</date><p>Dear friend</p></letter>')
    before = etree.tostring(tree)
    assert dtd.check(tree, schema) == []
    assert etree.tostring(tree) == before
    assert dtd.roots(schema) == {"letter", "date", "p"}


def test_problems_have_line_message_and_element(schema: Path) -> None:
    """Each mistake is told at its line, in the order of the document."""
    tree = _tree("<letter>\n<p>x</p>\n<q>y</q>\n</letter>")
    problems = dtd.check(tree, schema)
    assert {(p.line, p.element) for p in problems} == {(1, "letter"), (3, "q")}
    assert [p.line for p in problems] == sorted(p.line for p in problems)
    assert any("attribute n" in p.message for p in problems)
    assert all("\n" not in p.message for p in problems)


def test_parameter_entities(tmp_path: Path) -> None:
    """Files beside the DTD belong to it."""
    (tmp_path / "parts.dtd").write_text(_LETTER)
    path = tmp_path / "main.dtd"
    path.write_text('<!ENTITY % parts SYSTEM "parts.dtd">\n%parts;\n')
    assert dtd.check(_tree('<letter n="1"><date/><p/></letter>'), path) == []


def test_missing_parts(tmp_path: Path) -> None:
    """A DTD of which a file is missing is not used as if it were whole."""
    path = tmp_path / "main.dtd"
    path.write_text('<!ENTITY % parts SYSTEM "parts.dtd">\n%parts;\n<!ELEMENT a ANY>')
    with pytest.raises(SchemaError, match=r"parts\.dtd") as caught:
        dtd.check(_tree("<a/>"), path)
    assert caught.value.place == f"{path}:2"


def test_earlier_mistakes_are_forgotten(schema: Path) -> None:
    """The problems of one document do not show up in the next."""
    assert dtd.check(_tree("<letter/>"), schema)
    assert dtd.check(_tree('<letter n="1"><date/><p/></letter>'), schema) == []
    assert len(dtd.check(_tree('<letter n="1"><date/></letter>'), schema)) == 1


@pytest.mark.parametrize("text", ["", "<TEI/>", "<!ELEMENT a (b", "<!ENTITY % x 'y'>", "text"])
def test_wrong_schemas(tmp_path: Path, text: str) -> None:
    """What is no DTD is told with its path."""
    path = tmp_path / "bad.dtd"
    path.write_text(text)
    with pytest.raises(SchemaError) as caught:
        dtd.check(_tree("<a/>"), path)
    assert caught.value.place.startswith(str(path))
    with pytest.raises(InputError):
        dtd.check(_tree("<a/>"), tmp_path / "none.dtd")


def test_entity_bombs_are_harmless(tmp_path: Path) -> None:
    """Parameter entities that double without end are refused."""
    lines = ['<!ENTITY % e0 "<!-- x -->">']
    lines += [f'<!ENTITY % e{i} "{f"&#37;e{i - 1};" * 20}">' for i in range(1, 10)]
    path = tmp_path / "bomb.dtd"
    path.write_text("\n".join([*lines, "%e9;", "<!ELEMENT a ANY>"]))
    with pytest.raises(SchemaError):
        dtd.check(_tree("<a/>"), path)


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """A DTD that takes parts from the network makes no connection."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        path = tmp_path / "main.dtd"
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.dtd"
        path.write_text(f'<!ENTITY % parts SYSTEM "{address}">\n%parts;\n<!ELEMENT a ANY>')
        with pytest.raises(SchemaError):
            dtd.check(_tree("<a/>"), path)
        with pytest.raises(TimeoutError):
            server.accept()
