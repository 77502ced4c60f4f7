"""Validation from Python."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from teikit.errors import InputError, UsageError
from teikit.parse import Limits
from teikit.validate import validate
from teikit.validate.api import Validator
from validate.documents import document

BAD = document("<p>a</p>\n<p><Hi>b</Hi></p>")


def test_sources(tmp_path: Path) -> None:
    """A path, bytes and a tree give the same findings; a tree has no columns."""
    path = tmp_path / "bad.xml"
    path.write_text(BAD, encoding="utf-8")
    tree = etree.parse(path)
    for source in (path, str(path), BAD.encode(), tree, tree.getroot()):
        report = validate(source)
        assert not report.valid
        assert [(f.code, f.line) for f in report.findings] == [("TK201", 9)]
    assert validate(path).findings[0].column == 4
    assert validate(tree).findings[0].column == 0
    assert validate(path).file == str(path)


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "windows-1252", "utf-8-sig"])
def test_encodings(encoding: str) -> None:
    """The place and the source line are right in every encoding."""
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    text = f'<?xml version="1.0" encoding="{declared}"?>' + document("<p>äöü <Hi>b</Hi></p>")
    (finding,) = validate(text.encode(encoding)).findings
    assert (finding.line, finding.column) == (8, 8)
    assert finding.excerpt == "<p>äöü <Hi>b</Hi></p>"


def test_line_ends() -> None:
    """The lines of files from Windows are counted as editors do."""
    (finding,) = validate(BAD.replace("\n", "\r\n").encode()).findings
    assert (finding.line, finding.excerpt) == (9, "<p><Hi>b</Hi></p>")


def test_report_of_a_valid_document() -> None:
    """A valid document has no findings, and the report says by which schema."""
    report = validate(document("<p>a</p>").encode())
    assert report.valid
    assert report.findings == ()
    assert report.schema == "tei_all"


def test_many_documents_of_many_kinds(validator: Validator) -> None:
    """A validator that has seen many documents judges as a new one does."""
    for name in ("p", "list", "lg", "Hi", "table", "ab", "sp"):
        data = document(f"<{name}>a</{name}>").encode()
        assert validator.validate(data) == Validator().validate(data)


def test_unknown_check() -> None:
    """A check that does not exist is a mistake in the call."""
    with pytest.raises(UsageError, match="spelling"):
        Validator(checks=["spelling"])


def test_unreadable() -> None:
    """What cannot be read raises; it is no finding."""
    with pytest.raises(InputError):
        validate("missing.xml")
    with pytest.raises(InputError, match="nested"):
        validate(b"<a>" * 99 + b"</a>" * 99, limits=Limits(depth=50))


def test_entities_in_findings() -> None:
    """A mistake that comes out of an entity is told at the place where the entity is used."""
    tei = '<!DOCTYPE TEI [<!ENTITY x "<Hi>a</Hi>">]>' + document("<p>&x;</p>")
    (finding,) = validate(tei.encode()).findings
    assert (finding.code, finding.line) == ("TK201", 8)


def test_huge_attribute_and_text() -> None:
    """Huge values are cut short in messages."""
    (finding,) = validate(document(f'<p><date when="{"x" * 100_000}"/></p>').encode()).findings
    assert len(finding.message) < 200
    (finding,) = validate(document("a" * 100_000).encode()).findings
    assert len(finding.message) < 200


def test_comments_and_instructions_split_no_text() -> None:
    """Comments and processing instructions within a text make no difference to its value."""
    schema = "tei_all"
    good = document("<p>a<!-- c -->b<?d?></p>")
    assert validate(good.encode(), schema).valid


def test_names_of_new_editions_of_xml() -> None:
    """A name that only the fifth edition of XML allows is a mistake in TEI, not a traceback."""
    (finding,) = validate(document('<p><date \U0001f600hen="1807"/></p>').encode()).findings
    assert (finding.code, finding.line) == ("TK211", 8)
