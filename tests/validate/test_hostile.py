"""Documents and schemas made to do harm: a finding or an error, in bounded time."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.errors import TeikitError
from teikit.schema.errors import SchemaError
from teikit.schema.simplify import simplify
from teikit.validate.api import Validator
from validate.documents import Check, document

RELAXNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
SCHEMAS = {
    # Schemas that refer to themselves: the file, its text, and what is said.
    "include.rnc": ('include "include.rnc"', "includes itself"),
    "external.rnc": ('external "external.rnc"', "includes itself"),
    "external.rng": (
        f'<grammar {RELAXNG}><start><externalRef href="external.rng"/></start></grammar>',
        "includes itself",
    ),
    "define.rnc": ("start = x\nx = x | element a { empty }", "contains itself"),
    "doubling.rnc": (
        "start = a0\n"
        + "".join(f"a{i} = a{i + 1}, a{i + 1}\n" for i in range(40))
        + "a40 = element a { empty }",
        "more than 10000 parts",
    ),
    "deep.rnc": (f"start = {'(' * 5000}element a {{ empty }}{')' * 5000}", "nested too deeply"),
    "group.xsd": (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:group name="g"><xs:sequence>'
        '<xs:group ref="g"/></xs:sequence></xs:group><xs:element name="TEI"><xs:complexType>'
        '<xs:group ref="g"/></xs:complexType></xs:element></xs:schema>',
        "Circular definition",
    ),
    "entity.dtd": ('<!ENTITY % a SYSTEM "entity.dtd">%a;<!ELEMENT TEI ANY>', "loop"),
    "include.sch": (
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><include href="include.sch"/>'
        "</schema>",
        "includes itself",
    ),
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_that_refer_to_themselves(name: str, tmp_path: Path) -> None:
    """A schema without end is an error with a reason."""
    text, reason = SCHEMAS[name]
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(TeikitError, match=reason):
        Validator(path).validate(document("<p/>").encode())


def test_include_that_closes_a_circle_through_another_file(tmp_path: Path) -> None:
    """It is no help to go round by another file."""
    (tmp_path / "a.rnc").write_text('include "b.rnc"\nstart = element a { empty }')
    (tmp_path / "b.rnc").write_text('include "a.rnc"')
    with pytest.raises(SchemaError, match="includes itself"):
        simplify(tmp_path / "a.rnc")


@pytest.mark.parametrize(
    "model",
    [
        "(" * 30 + "element p { text }" + ")*" * 30,
        ", ".join(["(element p { text } | element p { element q { text } })?"] * 100),
        " & ".join(f"element e{i} {{ text }}?" for i in range(500)) + " & element p { text }*",
        "( "
        + " | ".join(f"element e{i} {{ text }}" for i in range(5000))
        + " )*, element p {text}*",
    ],
    ids=["nested repetition", "ambiguous", "interleave", "wide choice"],
)
def test_content_models_that_could_take_for_ever(model: str, tmp_path: Path) -> None:
    """Ambiguous and huge content models are judged, and a mistake in them is found."""
    path = tmp_path / "model.rnc"
    path.write_text(f"start = element TEI {{ {model} }}")
    validator = Validator(path)
    assert validator.validate(b"<TEI>" + b"<p>x</p>" * 50 + b"</TEI>").valid
    report = validator.validate(b"<TEI>" + b"<p>x</p>" * 50 + b"<r/></TEI>")
    assert [finding.element for finding in report.findings] == ["r"]


def test_many_wrong_attributes(check_body: Check) -> None:
    """Each has its finding and its place, without reading the tag again for each."""
    names = [f"a{i}" for i in range(3000)]
    attributes = " ".join(f'{name}="x"' for name in names)
    findings = check_body(f"<p {attributes}>x</p>")
    assert [finding.attribute for finding in findings] == names
    columns = [finding.column for finding in findings]
    assert columns == sorted(columns)


def test_many_unknown_elements(check_body: Check) -> None:
    """So many names are not misspelt: no more guesses are made."""
    findings = check_body("<p>" + "".join(f"<unknown{i}/>" for i in range(2000)) + "</p>")
    assert len(findings) == 2000


def test_a_line_without_end(check_body: Check) -> None:
    """Of a very long line a finding has the part around its place."""
    before, after = "x" * 100_000, "y" * 100_000
    (finding,) = check_body(f"<p>{before}<bad/>{after}</p>")
    at = finding.column - 1 - finding.excerpt_offset
    assert finding.excerpt[at:].startswith("<bad/>y")
    assert len(finding.excerpt) <= 1000


def test_a_long_list(check_body: Check) -> None:
    """A list of very many values is checked value by value."""
    (finding,) = check_body(f'<p ana="{"#a " * 300_000}" when="x">x</p>')
    assert finding.attribute == "when"


@pytest.mark.parametrize(
    "cut",
    [b"<tei", b"<title>L", b'xmlns="http', b"xml:lan", b"xml:lang", b"</titleStmt", b"<p>x</p>"],
)
def test_a_document_cut_off(cut: bytes, validator: Validator) -> None:
    """Wherever a document ends too early, it is said that its end is missing."""
    data = document("<p>x</p>").replace("<text>", '<text xml:lang="en">').encode()
    report = validator.validate(data[: data.index(cut) + len(cut)])
    (finding,) = report.findings
    assert finding.code == "TK101"
    assert "the file ends" in finding.message
