"""Stylesheets of the user's own, in XSLT 1.0 by libxslt and in 3.0 by Saxon."""

from __future__ import annotations

import socket
from importlib.util import find_spec
from pathlib import Path

import pytest

from editions import tei
from teikit.errors import UsageError
from teikit.transform import saxon, transform
from teikit.transform.errors import TransformError

DOCUMENT = tei("<p>Some <hi>text</hi></p>")
XSL = """<xsl:stylesheet version="{}" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
 xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:exsl="http://exslt.org/common"
 xmlns:rt="java:java.lang.Runtime" extension-element-prefixes="exsl"
 exclude-result-prefixes="tei rt">
{}
</xsl:stylesheet>"""

needs_saxon = pytest.mark.skipif(not find_spec("saxonche"), reason="saxonche is not installed")
VERSIONS = ["1.0", pytest.param("3.0", marks=needs_saxon)]


def sheet(folder: Path, content: str, version: str = "3.0", name: str = "my.xsl") -> Path:
    """Write a stylesheet and give its path; its content begins on the fifth line."""
    path = folder / name
    path.write_text(XSL.format(version, content), encoding="utf-8")
    return path


def at_root(instructions: str) -> str:
    """A template for the document."""
    return f'<xsl:template match="/">\n{instructions}</xsl:template>'


@pytest.mark.parametrize("version", VERSIONS)
def test_parameters_reach_the_sheet(tmp_path: Path, version: str) -> None:
    """As strings, whatever quotes they have; one that the sheet does not declare is told."""
    own = sheet(
        tmp_path,
        '<xsl:output method="text"/><xsl:param name="who"/>'
        + at_root('<xsl:value-of select="concat($who, //tei:hi)"/>'),
        version,
    )
    who = "It's \"quoted\" & 'so' "
    assert transform(DOCUMENT, stylesheet=own, parameters={"who": who}) == f"{who}text"
    assert transform(DOCUMENT, stylesheet=own) == "text"
    with pytest.raises(UsageError, match="whom"):
        transform(DOCUMENT, stylesheet=own, parameters={"whom": "x"})


@needs_saxon
def test_xslt_3_is_run_as_such(tmp_path: Path) -> None:
    """Functions, grouping and modules of the sheet's own folder."""
    (tmp_path / "parts").mkdir()
    sheet(tmp_path / "parts", '<xsl:template match="tei:hi">!</xsl:template>', name="part.xsl")
    own = sheet(
        tmp_path,
        '<xsl:import href="parts/part.xsl"/><xsl:output method="html" version="5"/>'
        + at_root('<html><xsl:value-of select="upper-case(string-join(//tei:hi, \'-\'))"/>'
                  '<xsl:apply-templates select="//tei:hi"/></html>'),
    )  # fmt: skip
    assert "TEXT!" in transform(DOCUMENT, stylesheet=own)


@needs_saxon
def test_a_sheet_serves_many_documents(tmp_path: Path) -> None:
    """What one run was given is not there in the next."""
    from teikit.transform.run import Transformation

    own = sheet(
        tmp_path,
        '<xsl:output method="text"/>' + at_root('<xsl:value-of select="//tei:body/tei:p"/>'),
    )
    runs = Transformation.of("html", stylesheet=own)
    assert [runs.result(tei(f"<p>{word}</p>")) for word in ("a", "b", "a")] == ["a", "b", "a"]


MISTAKES = [
    ('<xsl:template match="]"/>', 5),
    (at_root('<xsl:value-of select="foo(1"/>'), 6),
    (at_root('<xsl:value-of select="foo(1)"/>'), 6),
    (at_root('<xsl:value-of select="$nope"/>'), 6),
    (at_root('<xsl:call-template name="nope"/>'), 6),
    (at_root("<xsl:foo/>"), 6),
    ('\n<xsl:include href="no.xsl"/>', 6),
    ("\n<xsl:template", 7),
]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(("content", "line"), MISTAKES)
def test_mistakes_have_a_place(tmp_path: Path, version: str, content: str, line: int) -> None:
    """File and line, a sentence in one line, a hint."""
    own = sheet(tmp_path, content, version)
    with pytest.raises(TransformError) as caught:
        transform(DOCUMENT, stylesheet=own)
    assert caught.value.place.startswith(f"{own}:{line}")
    assert "\n" not in caught.value.message
    assert "xslt" not in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("version", VERSIONS)
def test_a_mistake_in_a_part_is_told_of_the_part(tmp_path: Path, version: str) -> None:
    """Not of the sheet that includes it."""
    part = sheet(tmp_path, at_root('<xsl:value-of select="foo("/>'), version, "part.xsl")
    own = sheet(tmp_path, '<xsl:include href="part.xsl"/>', version)
    with pytest.raises(TransformError) as caught:
        transform(DOCUMENT, stylesheet=own)
    assert caught.value.place.startswith(f"{part}:6")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_message_that_stops_is_told(tmp_path: Path, version: str) -> None:
    """What the author of a sheet says is what its user reads."""
    own = sheet(tmp_path, at_root('<xsl:message terminate="yes">No date.</xsl:message>'), version)
    with pytest.raises(TransformError, match=r"stopped: No date\.\n"):
        transform(DOCUMENT, stylesheet=own)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_message_that_goes_on_is_logged(
    tmp_path: Path, version: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Warnings of a sheet reach the log, and the result is there."""
    own = sheet(tmp_path, at_root("<a><xsl:message>Look here.</xsl:message></a>"), version)
    assert "<a" in transform(DOCUMENT, stylesheet=own)
    assert "Look here." in caplog.text


READS = [
    "document('{}')", "doc('{}')", "unparsed-text('{}')", "unparsed-text-lines('{}')",
    "json-doc('{}')", "collection('{}')", "uri-collection('{}')", "doc('http://127.0.0.1:{port}/')",
    "unparsed-text('http://127.0.0.1:{port}/')",
    "transform(map{{'stylesheet-location': '{}', 'source-node': /}})?output",
]  # fmt: skip


@needs_saxon
@pytest.mark.parametrize("expression", READS)
@pytest.mark.parametrize("parts", [False, True])
def test_saxon_reads_no_file_and_no_network(tmp_path: Path, expression: str, parts: bool) -> None:
    """Neither with one file nor with several, which it has to read while it compiles."""
    secret = tmp_path / "secret.xml"
    secret.write_text("<secret>hush</secret>")
    sheet(tmp_path, "", name="part.xsl")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        reads = expression.format(secret.as_uri(), port=server.getsockname()[1])
        include = '<xsl:include href="part.xsl"/>' if parts else ""
        own = sheet(tmp_path, f'{include}{at_root(f"""<a><xsl:copy-of select="{reads}"/></a>""")}')
        with pytest.raises(TransformError, match="read or write outside") as caught:
            transform(DOCUMENT, stylesheet=own)
        with pytest.raises(TimeoutError):
            server.accept()
    assert "hush" not in str(caught.value)


@needs_saxon
def test_saxon_tells_nothing_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither that a file is there, nor the environment."""
    monkeypatch.setenv("SECRET", "42")
    there = sheet(tmp_path, "", name="there.xsl").as_uri()
    own = sheet(
        tmp_path,
        '<xsl:output method="text"/>'
        + at_root(
            f"<xsl:value-of select=\"doc-available('{there}'), unparsed-text-available('{there}'),"
            "string(environment-variable('SECRET')), count(available-environment-variables())\"/>"
        ),
    )
    assert transform(DOCUMENT, stylesheet=own).split() == ["false", "false", "0"]


@needs_saxon
@pytest.mark.parametrize(
    "content",
    [
        at_root('<a/><xsl:result-document href="{}"><b/></xsl:result-document>'),
        at_root('<a><xsl:value-of select="rt:getRuntime()"/></a>'),
    ],
)
def test_saxon_writes_and_runs_nothing(tmp_path: Path, content: str) -> None:
    """Results beside the one, and functions of Java."""
    written = tmp_path / "written.xml"
    own = sheet(tmp_path, content.replace("{}", written.as_uri()))
    with pytest.raises(TransformError):
        transform(DOCUMENT, stylesheet=own)
    assert not written.exists()


@needs_saxon
@pytest.mark.parametrize(
    "content",
    [
        '<xsl:template match="/" use-when="unparsed-text-available(\'/etc/passwd\')"/>',
        '<xsl:param name="p" static="yes" select="unparsed-text(\'/etc/passwd\')"/>',
        "<xsl:template _match=\"{unparsed-text('/etc/passwd')}\"/>",
        '<xsl:template match="/" use-when="doc#1(\'/etc/passwd\')"/>',
        "<xsl:template match=\"/\" use-when=\"function-lookup(xs:QName('doc'), 1)('/x')\"/>",
    ],
)
def test_a_sheet_of_parts_reads_nothing_before_it_runs(tmp_path: Path, content: str) -> None:
    """Not in expressions that are static, either."""
    sheet(tmp_path, content, name="part.xsl")
    with pytest.raises(TransformError, match="before it runs"):
        transform(DOCUMENT, stylesheet=sheet(tmp_path, '<xsl:include href="part.xsl"/>'))


@needs_saxon
def test_a_sheet_of_parts_can_ask_what_there_is(tmp_path: Path) -> None:
    """The usual conditions of use-when, and shadow attributes, work."""
    content = (
        '<xsl:variable name="root" static="yes" select="concat(\'/\', \'\')"/>'
        "<xsl:template _match=\"{$root}\" use-when=\"system-property('xsl:version') = '3.0'\">"
        "<a/></xsl:template>"
    )
    sheet(tmp_path, content, name="part.xsl")
    assert "<a" in transform(DOCUMENT, stylesheet=sheet(tmp_path, '<xsl:include href="part.xsl"/>'))


@needs_saxon
def test_entities_of_a_sheet_are_not_read(tmp_path: Path) -> None:
    """Neither in a sheet of one file nor in one of several."""
    own = sheet(tmp_path, at_root("<a>&e;</a>"))
    own.write_text('<!DOCTYPE xsl:stylesheet [<!ENTITY e SYSTEM "/etc/passwd">]>' + own.read_text())
    with pytest.raises(TransformError, match="outside"):
        transform(DOCUMENT, stylesheet=own)
    with pytest.raises(TransformError, match="document type"):
        transform(
            DOCUMENT, stylesheet=sheet(tmp_path, '<xsl:include href="my.xsl"/>', name="m.xsl")
        )


@needs_saxon
def test_a_base_does_not_lead_elsewhere(tmp_path: Path) -> None:
    """What is included is what was looked at."""
    (tmp_path / "inside").mkdir()
    sheet(tmp_path / "inside", "", name="part.xsl")
    sheet(tmp_path, at_root("<hush/>"), name="part.xsl")
    include = f'<xsl:include xml:base="{tmp_path.as_uri()}/" href="part.xsl"/>'
    with pytest.raises(TransformError, match="xml:base"):
        transform(DOCUMENT, stylesheet=sheet(tmp_path / "inside", include))


@pytest.mark.parametrize("version", VERSIONS)
def test_recursion_without_end_is_bounded(tmp_path: Path, version: str) -> None:
    """A template that calls itself is stopped, and told where."""
    own = sheet(
        tmp_path,
        at_root('<xsl:call-template name="r"/>')
        + '<xsl:template name="r"><a><xsl:call-template name="r"/></a></xsl:template>',
        version,
    )
    with pytest.raises(TransformError, match="without end") as caught:
        transform(DOCUMENT, stylesheet=own)
    assert caught.value.place.startswith(f"{own}:")


@needs_saxon
def test_a_sheet_that_never_ends_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saxon makes a loop of a call at the end, which has no depth to be bounded by."""
    monkeypatch.setattr(saxon, "SECONDS", 2.0)
    own = sheet(
        tmp_path,
        at_root('<xsl:call-template name="r"/>')
        + '<xsl:template name="r"><xsl:call-template name="r"/></xsl:template>',
    )
    with pytest.raises(TransformError, match="longer than 2 seconds"):
        transform(DOCUMENT, stylesheet=own)


@needs_saxon
def test_sheets_of_teikit_are_for_xslt_1(tmp_path: Path) -> None:
    """Saxon-HE does not run them as they are meant."""
    own = sheet(tmp_path, '<xsl:import href="teikit:html/html.xsl"/>')
    with pytest.raises(TransformError, match=r"XSLT 1\.0") as caught:
        transform(DOCUMENT, stylesheet=own)
    assert "1.0" in caught.value.hint


def test_without_saxon_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """XSLT 2.0 and 3.0 need an extra."""
    monkeypatch.setattr(saxon, "find_spec", lambda name: None)
    with pytest.raises(TransformError, match="Saxon") as caught:
        transform(DOCUMENT, stylesheet=sheet(tmp_path, at_root("<a/>"), "2.0"))
    assert "teikit[xslt3]" in caught.value.hint


def test_a_page_can_be_a_stylesheet(tmp_path: Path) -> None:
    """A simplified stylesheet (XSLT 1.0, section 2.3): a result with instructions in it."""
    own = tmp_path / "page.xsl"
    own.write_text(
        '<p xsl:version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        "<xsl:value-of select=\"//*[local-name() = 'hi']\"/></p>"
    )
    assert "<p>text</p>" in transform(DOCUMENT, stylesheet=own)


@pytest.mark.parametrize("version", ["", "one"])
def test_a_version_that_is_none_is_told(tmp_path: Path, version: str) -> None:
    """With what to write."""
    with pytest.raises(TransformError, match="version") as caught:
        transform(DOCUMENT, stylesheet=sheet(tmp_path, "", version))
    assert 'version="1.0"' in caught.value.hint
