"""Reading XML: every bad input has a sentence, a hint and a place, and none does harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.errors import InputError
from teikit.parse import Limits, NotWellFormedError, parse

MALFORMED = [
    # document, line, column, in the message, in the hint
    ("<a>\n <b>x</a>", 2, 6, "<b> of line 2 is still open", "</b>"),
    ("<a><b>x</a></b>", 1, 8, "<b> of line 1 is still open", "wrong order: write </b></a>"),
    ("<a>\n<b>x\n</a>", 3, 1, "<b> of line 2 is still open", "where that <b> ends"),
    ("<a>\n<b>", 2, 4, "the file ends while the <b>", "</b>"),
    ("<a>\n<b", 2, 1, "in the middle of a tag", "end is missing"),
    ("<A>x</a>", 1, 5, "upper and lower case", "</A>"),
    ("<a>x &nbsp; y</a>", 1, 6, "&nbsp; is not defined", "&#160;"),
    ("<a>x & y</a>", 1, 6, "a bare &", "&amp;"),
    ("<a>a < b</a>", 1, 6, "does not begin a tag", "&lt;"),
    ("<a b=1/>", 1, 6, "no quotation marks", '"value"'),
    ("<a b=“x”/>", 1, 6, "typographic quotation marks", "straight"),
    ("<a b/>", 1, 5, "no value", ""),
    ('<a b="1" b="2"/>', 1, 15, "twice", ""),
    ('<a b="<"/>', 1, 7, "in the value of an attribute", "&lt;"),
    ("<a/><b/>", 1, 5, "follows the end of the root", "one root"),
    ("<x:a/>", 1, 1, 'prefix "x"', "xmlns:x"),
    ("<a>\x0c</a>", 1, 4, "U+000C", "Take it out"),
    ("<a><!-- a -- b --></a>", 1, 11, "two hyphens", ""),
    ("\n<?xml version='1.0'?><a/>", 2, 1, "not at the very start", ""),
]


@pytest.mark.parametrize(("text", "line", "column", "message", "hint"), MALFORMED)
def test_malformed(text: str, line: int, column: int, message: str, hint: str) -> None:
    """What is not well-formed is explained, with the place where it went wrong."""
    with pytest.raises(NotWellFormedError) as caught:
        parse(text.encode())
    error = caught.value
    assert message in error.message
    assert hint in error.hint
    assert (error.line, error.column) == (line, column)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("<a>Müßig & x</a>", 10, "a bare &"),
        ("<a>Müßig<b c=«é»/></a>", 14, "typographic quotation marks"),
        ("<a b='é' c='ü'>é</b>", 17, "still open"),
    ],
)
def test_columns_are_characters(encoding: str, text: str, column: int, message: str) -> None:
    """Letters of several bytes before a mistake do not move its place."""
    data = f'<?xml version="1.0" encoding="{encoding}"?>\n{text}'.encode(encoding)
    with pytest.raises(NotWellFormedError, match=message) as caught:
        parse(data)
    assert (caught.value.line, caught.value.column) == (2, column)


def test_declared_encoding_that_is_not_the_real_one() -> None:
    """An editor that writes UTF-16 into the declaration, and UTF-8 into the file."""
    with pytest.raises(NotWellFormedError) as caught:
        parse(b'<?xml version="1.0" encoding="UTF-16"?>\n<a/>')
    assert "declares the encoding UTF-16, but is not in it" in caught.value.message
    assert (caught.value.line, caught.value.column) == (1, 31)


def test_wrong_encoding() -> None:
    """Bytes that do not fit the encoding: the hint names the way out."""
    with pytest.raises(NotWellFormedError) as caught:
        parse("<a>\nMüller</a>".encode("latin-1"))
    assert (caught.value.line, caught.value.column) == (2, 2)
    assert "UTF-8" in caught.value.hint


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    """Documents in the encodings that people use are read."""
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    data = f'<?xml version="1.0" encoding="{name}"?><a>é</a>'.encode(encoding)
    assert parse(data).getroot().text == "é"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"Dear Sir,", "not XML"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (b"PK\x03\x04", "binary"),
    ],
)
def test_no_xml_at_all(data: bytes, message: str) -> None:
    """What is no XML is called what it is."""
    with pytest.raises(InputError, match=message):
        parse(data)


def test_bad_paths(tmp_path: Path) -> None:
    """A missing file and a folder are told apart."""
    with pytest.raises(InputError, match="no such file"):
        parse(tmp_path / "missing.xml")
    with pytest.raises(InputError, match="folder"):
        parse(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        parse("a\0b")


def bomb(text: str = "") -> bytes:
    """A document whose entities grow a billionfold."""
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return f'<!DOCTYPE a [<!ENTITY a0 "ha">{entities}]><a>{text}&a9;</a>'.encode()


@pytest.mark.parametrize("text", ["", "x" * 11_000_000])
def test_entity_bomb(text: str) -> None:
    """Entities that grow without end are refused, in large documents too."""
    with pytest.raises(InputError, match="grow beyond all measure"):
        parse(bomb(text))


def test_entities_of_the_document() -> None:
    """Entities that a document defines itself are expanded."""
    tree = parse('<!DOCTYPE a [<!ENTITY name "Müller">]><a>&name;</a>'.encode())
    assert tree.getroot().text == "Müller"


def test_external_entity(tmp_path: Path) -> None:
    """An external entity is never read."""
    secret = tmp_path / "secret"
    secret.write_text("secret")
    data = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'.encode()
    with pytest.raises(InputError) as caught:
        parse(data)
    assert "secret" not in caught.value.message


def test_external_dtd_is_not_read(tmp_path: Path) -> None:
    """A DTD beside the document is not read: neither its attributes nor its entities."""
    dtd = tmp_path / "a.dtd"
    dtd.write_text('<!ATTLIST a b CDATA "default"><!ENTITY x "secret">')
    doctype = f'<!DOCTYPE a SYSTEM "{dtd}">'
    tree = parse(f"{doctype}<a/>".encode())
    assert not tree.getroot().attrib
    assert tree.docinfo.system_url == str(dtd)
    with pytest.raises(NotWellFormedError, match="the DTD that it names is not read"):
        parse(f"{doctype}<a>&x;</a>".encode())


@pytest.mark.parametrize("where", ["http://192.0.2.1/tei.dtd", "missing.dtd"])
def test_dtd_elsewhere(where: str) -> None:
    """That a document names a DTD is no mistake, wherever it is: nobody asks for it."""
    assert parse(f'<!DOCTYPE TEI SYSTEM "{where}"><TEI/>'.encode()).getroot().tag == "TEI"


@pytest.mark.parametrize(
    ("declaration", "text", "message"),
    [
        ('<!ENTITY a SYSTEM "a.txt">', "&a;", "the text of &a; is in another file"),
        ('<!ENTITY % a SYSTEM "a.ent"> %a;', "", "the parameter entity %a; is not read"),
        ("<!ENTITY % a \"<!ENTITY b 'c'>\"> %a;", "&b;", "the parameter entity %a; is not read"),
    ],
)
def test_entities_that_are_not_read(declaration: str, text: str, message: str) -> None:
    """It is said what is missing, not that the entity is unknown."""
    with pytest.raises(NotWellFormedError) as caught:
        parse(f"<!DOCTYPE a [{declaration}]><a>{text}</a>".encode())
    assert message in caught.value.message


@pytest.mark.parametrize("depth", [300, 100_000])
def test_deep_nesting(depth: int) -> None:
    """Elements nested without end are refused."""
    with pytest.raises(InputError, match="nested more than 256 deep"):
        parse(b"<a>" * depth + b"</a>" * depth)


def test_limits_can_be_changed() -> None:
    """The limits are the caller's."""
    deep = b"<a>" * 300 + b"</a>" * 300
    assert parse(deep, Limits(depth=300)) is not None
    with pytest.raises(InputError, match="nested more than 10 deep"):
        parse(b"<a>" * 11 + b"</a>" * 11, Limits(depth=10))
    with pytest.raises(InputError, match="larger than 3 bytes"):
        parse(b"<a/>", Limits(size=3))


def test_huge_text() -> None:
    """A text of more than ten megabytes is no problem as such."""
    assert len(parse(b"<a>" + b"x" * 11_000_000 + b"</a>").getroot().text or "") == 11_000_000


@pytest.mark.parametrize(
    ("before", "after"), [(b"<!--", b"-->"), (b"<?a ", b"?>"), (b'<b c="', b'"/>')]
)
def test_other_huge_parts(before: bytes, after: bytes) -> None:
    """Nor are comments, processing instructions and attributes of that size."""
    assert len(parse(b"<a>" + before + b"x" * 11_000_000 + after + b"</a>").getroot()) == 1


def test_duplicate_ids_are_well_formed() -> None:
    """An ID given twice is a matter of validation, not of parsing."""
    assert parse(b'<a><b xml:id="x"/><b xml:id="x"/></a>') is not None
