"""Documents are checked against the schema that is asked for, or the one they declare."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from running import Run
from teikit.errors import UsageError
from teikit.schema.errors import SchemaError
from teikit.schemastore.add import add
from teikit.validate import validate
from teikit.validate.api import Validator
from teikit.validate.bulk import validate_all
from teikit.validate.finding import Report
from validate.documents import document

RNC = "start = element note { element to { text }+ }"
RNG = """<element name="note" xmlns="http://relaxng.org/ns/structure/1.0"
  xmlns:s="http://purl.oclc.org/dsdl/schematron">
  <s:pattern><s:rule context="to"><s:assert test="normalize-space()" id="named">A person has
  no name.</s:assert></s:rule></s:pattern>
  <oneOrMore><element name="to"><text/></element></oneOrMore></element>"""
XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="note">
  <xs:complexType><xs:sequence><xs:element name="to" type="xs:string" maxOccurs="9"/></xs:sequence>
  </xs:complexType></xs:element></xs:schema>"""
DTD = "<!ELEMENT note (to+)>\n<!ELEMENT to (#PCDATA)>\n"
SCH = """<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="note">
  <assert test="to" id="has-to" role="error">A note is for somebody.</assert>
  <report test="from" role="warning">Who it is from stands elsewhere.</report>
  </rule></pattern></schema>"""
FILES = {"my.rnc": RNC, "my.rng": RNG, "my.xsd": XSD, "my.dtd": DTD, "my.sch": SCH}

GOOD = "<note>\n<to>Ann</to></note>"
BAD = "<note>\n<from>Ben</from></note>"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a schema of every kind, and an empty store."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def declaring(href: str, text: str = GOOD, more: str = "") -> str:
    """A document that names a schema."""
    return f'<?xml-model href="{href}"{more}?>\n{text}'


@pytest.mark.parametrize(
    ("schema", "code", "line"),
    [
        ("my.rnc", "TK201", 2),
        ("my.rng", "TK201", 2),
        ("my.xsd", "TK221", 2),
        ("my.dtd", "TK222", 1),
        ("my.sch", "TK312", 1),
    ],
)
def test_kinds(schema: str, code: str, line: int) -> None:
    """Each kind of schema judges, with codes of its own and the line of the mistake."""
    assert validate(GOOD.encode(), schema).valid
    report = validate(BAD.encode(), schema)
    assert not report.valid
    assert (report.findings[0].code, report.findings[0].line) == (code, line)
    assert report.schema == schema
    assert report.findings[0].message


def test_severities_of_rules() -> None:
    """A rule's role is the finding's severity."""
    found = [(f.rule, f.severity) for f in validate(BAD.encode(), "my.sch").findings]
    assert ("has-to", "error") in found
    assert [severity for _, severity in found].count("warning") == 1


def test_embedded_rules() -> None:
    """Rules inside RELAX NG are checked with the family of rules, and only then."""
    nameless = b"<note>\n<to> </to></note>"
    assert validate(nameless, "my.rng").findings == ()
    (finding,) = validate(nameless, "my.rng", checks=["grammar", "rules"]).findings
    assert (finding.code, finding.rule, finding.line) == ("TK312", "named", 2)


@pytest.mark.parametrize("name", FILES)
def test_declared(folder: Path, name: str) -> None:
    """A document is checked against the local file that it names; Schematron stands beside P5."""
    (folder / "sub").mkdir()
    path = folder / "sub" / "note.xml"
    path.write_text(declaring(f"../{name}"))
    report = validate(path)
    if name == "my.sch":
        assert (report.schema, report.valid) == ("tei_all", False)
        return
    assert report.valid
    assert Path(report.schema).name == name
    assert "<?xml-model?>" in report.reason
    path.write_text(declaring(f"../{name}", BAD))
    assert not validate(path).valid


def test_declared_rules(folder: Path) -> None:
    """Schematron beside a grammar is checked with the family of rules."""
    path = folder / "note.xml"
    sch = '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="to">'
    sch += '<assert test="false()">Never.</assert></rule></pattern></schema>'
    (folder / "never.sch").write_text(sch)
    path.write_text(f'<?xml-model href="my.rnc"?>{declaring("never.sch")}')
    assert validate(path).valid
    assert [f.code for f in validate(path, checks=["grammar", "rules"]).findings] == ["TK312"]


@pytest.mark.parametrize("file", ["tei_all.rng", "tei_all.xsd", "tei_all.dtd", "tei_all.rnc"])
def test_official_address(file: str) -> None:
    """The addresses of full P5 at the TEI mean the P5 that comes along: nothing to explain."""
    href = f"http://www.tei-c.org/release/xml/tei/custom/schema/relaxng/{file}"
    report = validate(declaring(href, document("<p>a</p>")).encode())
    assert (report.valid, report.schema, report.reason) == (True, "tei_all", "")
    assert validate(document("<p/>").encode(), href).schema == "tei_all"


def test_not_at_hand() -> None:
    """Where the declared schema is not at hand it is full P5, and the report says so."""
    href = "https://example.org/mine.rng"
    report = validate(declaring(href, document("<p>a</p>")).encode())
    assert (report.valid, report.schema) == (True, "tei_all")
    assert href in report.reason
    assert "full TEI P5" in report.reason


def test_stored(folder: Path) -> None:
    """A stored schema is found by its name, and by the address that documents give."""
    address = "https://example.org/mine.rng"
    add("mine", str(folder / "my.rng"), known_as=address)
    assert validate(BAD.encode(), "mine").findings[0].code == "TK201"
    assert validate(GOOD.encode(), address).valid
    report = validate(declaring(address).encode())
    assert (report.valid, report.schema) == (True, "mine")


@pytest.mark.parametrize("schema", ["nowhere", "https://example.org/not-stored.rng", ""])
def test_no_such_schema(schema: str) -> None:
    """A schema that is not there is told when it is asked for; nothing is fetched."""
    with pytest.raises(UsageError):
        Validator(schema)


@pytest.mark.parametrize("name", ["bad.rnc", "bad.rng", "bad.xsd", "bad.dtd", "bad.sch"])
def test_broken_schema(folder: Path, name: str) -> None:
    """A broken schema is no verdict on the document."""
    kind = name.replace("bad", "my")
    (folder / name).write_text(FILES[kind].replace("note", "<<", 1))
    with pytest.raises((SchemaError, UsageError)):
        validate(GOOD.encode(), name)


def test_in_parallel(folder: Path) -> None:
    """Documents of many schemas, several at a time, fare as alone."""
    files = []
    for number, name in enumerate([*FILES, "gone.rng"] * 8):
        path = folder / f"{number}.xml"
        path.write_text(declaring(name, BAD if number % 3 else GOOD))
        files.append(str(path))
    validator = Validator()
    alone = [validator.validate(file) for file in files]
    assert list(validate_all(files, Validator(), 2)) == alone
    assert len({report.schema for report in alone}) == 5


def test_threads_share_dtds_and_xml_schemas(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where processes cannot be forked, threads give the same results."""
    import multiprocessing

    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    files = []
    for number, name in enumerate(["my.xsd", "my.dtd"] * 15):
        path = folder / f"{number}.xml"
        path.write_text(declaring(name, BAD))
        files.append(str(path))
    reports = list(validate_all(files, Validator(), 3))
    assert all(isinstance(one, Report) and not one.valid for one in reports)


@pytest.fixture
def run(folder: Path) -> Callable[..., str]:
    """Runs ``teikit validate`` and returns its standard output."""
    return lambda *arguments, status: Run(folder)("validate", *arguments, status=status).stdout


def test_summary_names_the_schema(folder: Path, run: Callable[..., str]) -> None:
    """The summary says which schema it was, unless it is simply full P5."""
    (folder / "a.xml").write_text(declaring("my.rnc"))
    (folder / "b.xml").write_text(declaring("gone.rng", document("<p/>")))
    (folder / "c.xml").write_text(document("<p/>"))
    assert run("c.xml", status=0) == "Valid.\n"
    assert run("a.xml", status=0) == (
        "Valid.\nSchema: my.rnc; the document names it in <?xml-model?>.\n"
    )
    assert "Schema: tei_all; the document names gone.rng" in run("b.xml", status=0)
    many = run("a.xml", "b.xml", "c.xml", status=0)
    assert many.startswith("3 files, 3 valid.\nSchemas: tei_all (2 files; 1 of them declare")
    assert "my.rnc (1 file)" in many
    assert run("c.xml", "--schema", "tei_all", status=0) == "Valid.\n"
    assert run("a.xml", "--schema", "my.dtd", status=0) == "Valid.\nSchema: my.dtd.\n"


def test_json_names_the_schema(folder: Path, run: Callable[..., str]) -> None:
    """JSON has the schema and the reason."""
    (folder / "a.xml").write_text(declaring("my.rnc"))
    (told,) = json.loads(run("a.xml", "--format", "json", status=0))["documents"]
    assert (told["schema"], told["valid"]) == ("my.rnc", True)
    assert told["reason"] == "the document names it in <?xml-model?>"


def test_unusable_schema_is_said_once(folder: Path) -> None:
    """An XML Schema that cannot be used is one error, however many documents there are."""
    (folder / "bad.xsd").write_text(XSD.replace("xs:string", "xs:strong"))
    for name in "abc":
        (folder / f"{name}.xml").write_text(GOOD)
    done = Run(folder)("validate", "a.xml", "b.xml", "c.xml", "--schema", "bad.xsd", status=2)
    assert done.stderr.count("Error:") == 1
    assert "3 could not be checked" in done.stdout
