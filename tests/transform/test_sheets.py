"""Stylesheets: what they may read, their parameters, a user's own, and what goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from lxml import etree

from editions import tei
from teikit.errors import InputError, UsageError
from teikit.transform import transform
from teikit.transform.errors import TransformError
from teikit.transform.modules import Modules
from teikit.transform.sheets import entry_sheet, outputs

DOCUMENT = tei("<p>Some <hi>text</hi></p>")
XSL = (
    '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
    ' xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:exsl="http://exslt.org/common"'
    ' extension-element-prefixes="exsl">{}</xsl:stylesheet>'
)


def sheet(folder: Path, content: str, name: str = "my.xsl") -> Path:
    """Write a stylesheet and give its path."""
    path = folder / name
    path.write_text(XSL.format(content), encoding="utf-8")
    return path


def test_a_thin_sheet_overrides_one_template(tmp_path: Path) -> None:
    """The documented way to adapt the edition: import ours, replace what differs."""
    own = sheet(
        tmp_path,
        '<xsl:import href="teikit:html/html.xsl"/>'
        '<xsl:template match="tei:hi"><mark><xsl:apply-templates/></mark></xsl:template>',
    )
    page = transform(DOCUMENT, stylesheet=own)
    assert "<mark>text</mark>" in page
    assert page.startswith("<!DOCTYPE html>")
    assert "<style>" in page


def test_a_sheet_may_include_its_neighbours(tmp_path: Path) -> None:
    """What lies beside a user's sheet and below can be included."""
    (tmp_path / "parts").mkdir()
    sheet(tmp_path / "parts", '<xsl:template match="/">done</xsl:template>', "part.xsl")
    own = sheet(tmp_path, '<xsl:output method="text"/><xsl:include href="parts/part.xsl"/>')
    assert transform(DOCUMENT, stylesheet=own) == "done"


@pytest.mark.parametrize(
    "address",
    ["/etc/hostname", "../outside.xsl", "http://example.invalid/x.xsl", "file:///etc/hostname",
     "teikit:../pyproject.toml"],
)  # fmt: skip
def test_a_sheet_cannot_include_from_elsewhere(tmp_path: Path, address: str) -> None:
    """Files outside the folder and addresses on a network are refused in a sentence."""
    sheet(tmp_path, "", "outside.xsl")
    folder = tmp_path / "inside"
    folder.mkdir()
    own = sheet(folder, f'<xsl:include href="{address}"/>')
    with pytest.raises(TransformError, match="may not read"):
        transform(DOCUMENT, stylesheet=own)


@pytest.mark.parametrize(
    "instruction",
    [
        "<xsl:copy-of select=\"document('/etc/hostname')\"/>",
        "<xsl:copy-of select=\"document('http://example.invalid/')\"/>",
        '<exsl:document href="written.txt">x</exsl:document>',
    ],
)
def test_a_running_sheet_can_neither_read_nor_write(tmp_path: Path, instruction: str) -> None:
    """document() and its like give no access to files or a network."""
    own = sheet(tmp_path, f'<xsl:template match="/"><a>{instruction}</a></xsl:template>')
    with pytest.raises(TransformError, match="read or write outside"):
        transform(DOCUMENT, stylesheet=own)
    assert not (tmp_path / "written.txt").exists()


def test_a_message_that_stops_is_an_error_with_its_words(tmp_path: Path) -> None:
    """What the author of a sheet says is what its user reads."""
    own = sheet(
        tmp_path,
        '<xsl:template match="/"><xsl:message terminate="yes">No date in the header.'
        "</xsl:message></xsl:template>",
    )
    with pytest.raises(TransformError, match="No date in the header") as caught:
        transform(DOCUMENT, stylesheet=own)
    assert caught.value.hint


def test_a_message_that_goes_on_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Warnings of a sheet reach the log, and the result is there."""
    own = sheet(
        tmp_path,
        '<xsl:template match="/"><a><xsl:message>Look here.</xsl:message></a></xsl:template>',
    )
    assert "<a" in transform(DOCUMENT, stylesheet=own)
    assert "Look here." in caplog.text


@pytest.mark.parametrize(
    "content", ['<xsl:template match="]"/>', "<xsl:template", '<xsl:include href="no.xsl"/>']
)
def test_a_bad_sheet_is_an_error_in_a_sentence(tmp_path: Path, content: str) -> None:
    """Syntax errors and missing parts name the sheet and have a hint."""
    with pytest.raises(TransformError) as caught:
        transform(DOCUMENT, stylesheet=sheet(tmp_path, content))
    assert caught.value.hint
    assert "my.xsl" in str(caught.value)


def test_a_missing_sheet_is_an_error(tmp_path: Path) -> None:
    """A path that leads nowhere is told."""
    with pytest.raises(TransformError, match="cannot be read"):
        transform(DOCUMENT, stylesheet=tmp_path / "none.xsl")


@pytest.mark.parametrize("output", outputs())
def test_parameters_of_ours_stand_in_one_place(output: str) -> None:
    """Nowhere but in ``parameters.xsl``, where people look for them and so does teikit."""
    path = entry_sheet(output)
    assert Modules(path, ours=True).parameters == Modules(path).parameters


def test_an_unknown_parameter_names_the_known_ones() -> None:
    """A misspelt parameter is refused, with the one that was meant."""
    with pytest.raises(UsageError) as caught:
        transform(DOCUMENT, parameters={"contnets": "none"})
    assert "Did you mean “contents”?" in caught.value.hint
    assert "images" in caught.value.hint


def test_what_teikit_supplies_is_no_parameter_of_the_user() -> None:
    """The style and its policy cannot be given from outside."""
    with pytest.raises(UsageError):
        transform(DOCUMENT, parameters={"css": "* { display: none }"})


def test_parameters_are_strings_and_never_xpath() -> None:
    """A value with quotes of both kinds comes through as it is."""
    title = 'It\'s "quoted" & 1 = 1]'
    page = transform(DOCUMENT, parameters={"title": title})
    assert '<title>It\'s "quoted" &amp; 1 = 1]</title>' in page


def test_a_parameter_that_xml_cannot_hold_is_refused() -> None:
    """A control character in a value is told, not passed on."""
    with pytest.raises(UsageError, match="title"):
        transform(DOCUMENT, parameters={"title": "a\x00b"})


def test_an_unknown_output_names_the_known_ones() -> None:
    """There is a list to choose from."""
    with pytest.raises(UsageError, match="epub") as caught:
        transform(DOCUMENT, to="epub")
    assert "html" in caught.value.hint


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"<TEI.2><text/></TEI.2>", "P4"),
        (b"<TEI><text/></TEI>", "namespace"),
        (b"<html><body/></html>", "not TEI"),
        (b'<html xmlns="http://www.w3.org/1999/xhtml"/>', "not TEI"),
        (b"plain words", "XML"),
    ],
)
def test_what_is_not_tei_is_told_in_a_sentence(source: bytes, message: str) -> None:
    """P4, missing namespaces, other vocabularies and no XML at all have their own sentences."""
    with pytest.raises(InputError, match=message) as caught:
        transform(source)
    assert caught.value.hint


def test_a_tree_can_be_given_and_is_not_changed() -> None:
    """An element or a tree of lxml is a source like any other."""
    element = etree.fromstring(DOCUMENT)
    before = etree.tostring(element)
    assert transform(element) == transform(etree.ElementTree(element)) == transform(DOCUMENT)
    assert etree.tostring(element) == before


def test_a_sheet_that_strips_space_leaves_the_tree_alone(tmp_path: Path) -> None:
    """What libxslt is given, it would strip itself."""
    own = sheet(
        tmp_path, '<xsl:strip-space elements="*"/><xsl:template match="/"><a/></xsl:template>'
    )
    element = etree.fromstring(tei("<p> <hi>a</hi> </p>"))
    before = etree.tostring(element)
    transform(element, stylesheet=own)
    assert etree.tostring(element) == before


def test_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    """Neither the hash seed nor an address in memory shows in the page."""
    path = tmp_path / "document.xml"
    path.write_bytes(
        tei(
            '<div><head>H</head><p style="color: red">a<note>b</note><date when="1900">c</date>'
            '<persName ref="#x">d</persName></p><p style="font-weight: bold">e<note>f</note></p>'
            "</div>",
            stand_off='<listPerson><person xml:id="x"><persName>D</persName></person></listPerson>',
        )
    )
    code = (
        "import sys; from teikit.transform import transform;"
        "sys.stdout.write(transform(sys.argv[1]))"
    )
    pages = {
        subprocess.run(
            [sys.executable, "-c", code, str(path)],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(pages) == 1


def test_threads_get_the_same_page() -> None:
    """Each thread has its own compiled sheets."""
    pages: list[str] = []
    threads = [threading.Thread(target=lambda: pages.append(transform(DOCUMENT))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(pages) == {transform(DOCUMENT)}
    assert len(pages) == 3
