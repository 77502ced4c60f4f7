"""A large page is written in pieces, and is the page that it would be otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions import tei
from teikit.transform import html, pieces, transform
from teikit.transform.run import Transformation
from teikit.transform.xslt1 import serialise

SAMPLES = sorted(Path(__file__).with_name("samples").glob("*.xml"))
NESTED = (
    "<div><head>One</head><p>A word <note>A note.</note>"
    '<div xml:id="inner"><p><note place="foot">First.</note> text</p></div></p>'
    "<div><head>Two <note>Of a heading.</note></head><p>Words</p></div> <p>After</p></div>"
)


def whole(source: bytes | Path) -> str:
    """The page made as one tree."""
    return serialise(Transformation.of("html").page(source))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_pieces_make_the_page(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte, for samples of all kinds."""
    monkeypatch.setattr(pieces, "are_needed", lambda tree: True)
    assert transform(sample) == whole(sample)


def test_a_large_document_is_written_in_pieces() -> None:
    """Divisions in divisions, markers of notes at their edges."""
    large = tei(NESTED.replace(' xml:id="inner"', "") * 2000)
    assert transform(large) == whole(large)


def test_a_document_cannot_forge_a_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    """What looks like the mark of a piece, in a comment or in CSS, is what it was."""
    monkeypatch.setattr(pieces, "are_needed", lambda tree: True)
    forged = tei(f"{NESTED}<!--0--><p>&lt;!--0--&gt;</p>")
    assert transform(forged) == whole(forged)
    css = transform(forged, parameters={"own-css": "/*<!--0-->*/"})
    assert css.count("/*<!--0-->*/") == 1


def test_an_own_sheet_gets_whole_divisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet that goes on with what ours makes of a division sees all of it."""
    monkeypatch.setattr(pieces, "are_needed", lambda tree: True)
    own = tmp_path / "own.xsl"
    own.write_text(
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
        ' xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:exsl="http://exslt.org/common"'
        ' exclude-result-prefixes="tei exsl"><xsl:import href="teikit:html/html.xsl"/>'
        '<xsl:template match="tei:div"><xsl:variable name="made"><xsl:apply-imports/>'
        '</xsl:variable><div title="{count(exsl:node-set($made)//p)}">'
        '<xsl:copy-of select="$made"/></div></xsl:template></xsl:stylesheet>',
        "utf-8",
    )
    page = transform(tei("<div><p>One</p><p>Two</p></div>"), stylesheet=own)
    assert '<div title="2"><section' in page


def test_a_failure_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong in a piece is told, and the next document is made as ever."""
    transformation = Transformation.of("html")
    broken = tei("<div><p>Fine</p></div>")
    monkeypatch.setattr(pieces, "are_needed", lambda tree: True)
    with monkeypatch.context() as patch:
        patch.setattr(html, "tidy", _fail)
        with pytest.raises(ZeroDivisionError):
            transformation.result(broken)
    assert transformation.result(broken) == whole(broken)


def _fail(page: object) -> None:
    raise ZeroDivisionError
