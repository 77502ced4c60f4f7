"""Bytes, characters and instructions that other programs left."""

from __future__ import annotations

import pytest

from teikit.checks import run
from teikit.parse import parse_bytes

TEI = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>{}</p></body></text></TEI>"
MODEL = "<?xml-model href='tei_all.rng'?>"


def found(raw: bytes) -> list[tuple[str, int, int]]:
    """Codes and places of the encoding's findings."""
    findings = run(parse_bytes(raw), families=["encoding"], raw=raw)
    return [(f.code, f.line, f.column) for f in findings]


def document(text: str, encoding: str = "UTF-8", declared: str = "") -> bytes:
    """A document in an encoding that may declare another one."""
    head = f"<?xml version='1.0' encoding='{declared or encoding}'?>\n{MODEL}\n"
    return (head + TEI.format(text)).encode(encoding)


def test_clean_documents():
    """Clean documents in common encodings have no finding."""
    for encoding in ("UTF-8", "ISO-8859-1", "windows-1252", "UTF-16"):
        assert found(document("Café “ naïf ”" if encoding[0] in "Uw" else "Café", encoding)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\ufffdb", "TK626"),
        ("a\ufeffb", "TK623"),
        ("a\x92b", "TK627"),
        ("a&#146;b", "TK627"),
        ("a\u2400b", "TK627"),
        ("cafÃ©", "TK628"),
        ("â€œso", "TK628"),
        ("Ð°", "TK628"),
    ],
)
def test_harmed_characters(text, code):
    """Characters that came to harm are told at their place, once."""
    raw = document(text + " " + text)
    ((got, line, column),) = found(raw)
    assert got == code
    assert line == 3
    assert raw.decode().splitlines()[2][column - 1] == next(c for c in text if c not in "abcf")


@pytest.mark.parametrize(
    "text",
    ["« été » « à »", "NÃO, „Ä“ – Å–", "Ñandú Ð ð Î", "&#xE9;&#x2019;", "Ελλάς Русь"],
)
def test_honest_characters(text):
    """Letters that only look like trouble are none."""
    assert found(document(text)) == []


def test_byte_order_mark():
    """UTF-8 needs no mark, and the mark outweighs a declaration."""
    assert found(b"\xef\xbb\xbf" + document("x"))[0][0] == "TK622"
    marked = b"\xef\xbb\xbf" + document("é", "UTF-8", "ISO-8859-1")
    assert [code for code, *_ in found(marked)] == ["TK621"]


def test_declared_encoding():
    """UTF-8 that says that it is Latin-1 turns é into two letters."""
    assert ("TK621", 1, 1) in found(document("é", "UTF-8", "ISO-8859-1"))


def test_schema_declaration():
    """A document that names no schema gets a hint; a DOCTYPE or xml-model is enough."""
    bare = TEI.format("x").encode()
    assert found(bare) == [("TK624", 1, 1)]
    assert found(b"<!DOCTYPE TEI SYSTEM 'tei.dtd'>" + bare) == []
    assert found(MODEL.encode() + bare) == []


@pytest.mark.parametrize("target", ["oxygen", "oxy_comment_start", "xm-replace_text", "xmetal"])
def test_editor_instructions(target):
    """What editors leave is told once for each kind, at the first place."""
    raw = document(f"a<?{target} x?>b<?{target} y?>")
    ((code, line, _),) = found(raw)
    assert (code, line) == ("TK625", 3)


def test_stylesheets_are_no_leftovers():
    """Instructions that belong in a document are no finding."""
    raw = f"<?xml-stylesheet href='a.css'?>{MODEL}{TEI.format('x<?page-break?>')}".encode()
    assert found(raw) == []


def test_word_processor_styles(check):
    """The names of Word's styles and bookmarks are told once."""
    (finding,) = check("<p rend='MsoNormal'>x</p><p rend='MsoBodyText' xml:id='_GoBack'>y</p>")
    assert finding.code == "TK629"
    assert "(2 times)" in finding.message
