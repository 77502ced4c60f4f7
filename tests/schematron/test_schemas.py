"""How schemas are made up: abstract parts, phases, inclusions, other vocabularies, mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from schematron.building import ISO, check, document, messages, schema
from teikit.errors import InputError, TeikitError, UsageError
from teikit.schematron import SchematronError, load, load_rules

OLD = "http://www.ascc.net/xml/schematron"
RNG = "http://relaxng.org/ns/structure/1.0"


def test_abstract_patterns() -> None:
    """A pattern with @is-a is the abstract one, its parameters filled in everywhere."""
    made = schema(
        '<pattern abstract="true" id="unique"><rule context="$row">'
        '<report test="preceding-sibling::$row[$key = current()/$key]">'
        '<value-of select="$key"/> again; $row stays</report></rule></pattern>'
        '<pattern is-a="unique" id="rows"><param name="row" value="tr"/>'
        '<param name="key" value="@n"/></pattern>'
        '<pattern is-a="unique" id="items"><param name="row" value="li"/>'
        '<param name="key" value="@id"/></pattern>'
    )
    found = check(made, "<d><tr n='1'/><li id='2'/><tr n='1'/><li id='2'/></d>")
    assert [(f.rule, f.message) for f in found] == [
        ("rows", "1 again; $row stays"),
        ("items", "2 again; $row stays"),
    ]


def test_groups_run_every_rule() -> None:
    """In a group, unlike in a pattern, all rules that match a node are run."""
    made = schema(
        '<group><rule context="d"><report test="1">one</report></rule>'
        '<rule context="*"><report test="1">two</report></rule></group>'
    )
    assert messages(check(made, "<d/>")) == ["one", "two"]


def test_longer_parameter_names_come_first() -> None:
    """``$ab`` is not ``$a`` with a letter behind it."""
    made = schema(
        '<pattern abstract="true" id="x"><rule context="d"><report test="$a = $ab">x</report>'
        '</rule></pattern><pattern is-a="x"><param name="a" value="1"/>'
        '<param name="ab" value="1"/></pattern>'
    )
    assert messages(check(made, "<d/>")) == ["x"]


def test_abstract_rules() -> None:
    """A rule has the checks and variables of the abstract rules that it extends."""
    made = schema(
        '<pattern><rule abstract="true" id="base"><let name="n" value="string(@n)"/>'
        '<assert test="$n">no n</assert></rule>'
        '<rule abstract="true" id="more"><extends rule="base"/>'
        "<report test=\"$n = '1'\">one</report></rule>"
        '<rule context="p"><extends rule="more"/></rule></pattern>'
    )
    assert messages(check(made, "<d>\n<p/>\n<p n='1'/></d>")) == ["no n", "one"]


def test_phases() -> None:
    """The default phase is run unless another or all are asked for."""
    parts = "".join(
        f'<pattern id="{name}"><rule context="d"><report test="1">{name}</report></rule></pattern>'
        for name in ("one", "two", "three")
    )
    phases = (
        '<phase id="quick"><active pattern="one"/></phase>'
        '<phase id="both"><active pattern="one"/><active pattern="two"/></phase>'
    )
    made = schema(phases + parts)
    assert made.phases == ("quick", "both")
    assert messages(check(made, "<d/>")) == ["one", "two", "three"]
    assert messages(check(made, "<d/>", phase="both")) == ["one", "two"]
    made = schema(phases + parts, attributes='defaultPhase="quick"')
    assert messages(check(made, "<d/>")) == ["one"]
    assert messages(check(made, "<d/>", phase="#ALL")) == ["one", "two", "three"]
    with pytest.raises(UsageError, match="slow"):
        made.check(document("<d/>"), phase="slow")


def write(folder: Path, name: str, text: str) -> Path:
    """A schema file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_inclusions(tmp_path: Path) -> None:
    """Parts are taken from files beside the schema, by name and by id, with their own lines."""
    main = write(
        tmp_path,
        "main.sch",
        f'<schema xmlns="{ISO}" queryBinding="xslt2"><include href="parts/p.sch"/>'
        '<include href="parts/many.xml#second"/>'
        '<pattern><rule context="d"><extends href="parts/r.sch"/></rule></pattern></schema>',
    )
    pattern = '<pattern xmlns="{}" id="{}"><include href="{}"/></pattern>'
    write(tmp_path, "parts/p.sch", pattern.format(ISO, "p", "deep.sch"))
    rule = f'<rule xmlns="{ISO}" context="d">\n\n<report test="1">{{}}</report></rule>'
    write(tmp_path, "parts/deep.sch", rule.format("deep"))
    write(tmp_path, "parts/r.sch", rule.format("extended"))
    second = f'<pattern xmlns="{ISO}" id="second">{rule.format("second")}</pattern>'
    write(tmp_path, "parts/many.xml", f"<all><x/>{second}</all>")
    found = check(load(main), "<d/>")
    assert messages(found) == ["deep", "second", "extended"]
    assert found[0].place == f"{tmp_path / 'parts' / 'deep.sch'}:3"


@pytest.mark.parametrize(
    ("href", "told"),
    [
        ("../outside.sch", "outside the folder"),
        ("/etc/passwd", "outside the folder"),
        ("http://localhost/x.sch", "outside the folder"),
        ("file:///etc/passwd", "cannot be included|outside"),
        ("missing.sch", "no such file"),
        ("main.sch", "includes itself"),
        ("circle.sch", "includes itself"),
        ("broken.sch", "cannot be included"),
        ("other.xml", "not a part of a schema"),
        ("many.xml#none", "no element with that id"),
    ],
)
def test_inclusions_that_are_refused(tmp_path: Path, href: str, told: str) -> None:
    """Nothing is fetched or read outside the folder, and circles end; the error has its place."""
    folder = tmp_path / "in"
    write(tmp_path, "outside.sch", f'<pattern xmlns="{ISO}"/>')
    write(folder, "circle.sch", f'<pattern xmlns="{ISO}"><include href="circle.sch"/></pattern>')
    write(folder, "broken.sch", "<a>")
    write(folder, "other.xml", "<a/>")
    write(folder, "many.xml", "<a/>")
    main = write(folder, "main.sch", f'<schema xmlns="{ISO}">\n<include href="{href}"/>\n</schema>')
    with pytest.raises(SchematronError, match=told) as caught:
        load(main)
    assert caught.value.place.endswith(".sch:2" if "circle" not in href else ".sch:1")
    assert caught.value.hint


def test_the_old_namespace() -> None:
    """Schematron 1.5 has another namespace and is written in XPath 1.0."""
    made = schema(
        '<title>Old</title><pattern name="old"><rule context="d"><report test="b">x</report>'
        "</rule></pattern>",
        binding="",
        ns=OLD,
    )
    assert made.title == "Old"
    assert made.patterns[0].title == "old"
    assert messages(check(made, "<d><b/></d>")) == ["x"]


def test_rules_inside_relax_ng() -> None:
    """Patterns and lone rules stand anywhere in a grammar, as do their namespaces."""
    made = load(
        f'<grammar xmlns="{RNG}" xmlns:s="{ISO}"><s:ns prefix="t" uri="urn:t"/><start>'
        '<element name="d" ns="urn:t"><s:pattern id="in"><s:rule context="t:d">'
        "<s:assert test=\"@n eq '1'\">n</s:assert></s:rule></s:pattern><text/></element></start>"
        '<define name="x"><s:rule context="t:*"><s:report test="true()">any</s:report></s:rule>'
        "<empty/></define></grammar>".encode()
    )
    found = check(made, "<d xmlns='urn:t'/>")
    assert [(f.pattern, f.message) for f in found] == [("in", "n"), ("", "any")]


def test_a_folder_of_rules(tmp_path: Path) -> None:
    """All schemas of a folder run together, each with its own prefixes and language."""
    for name, binding, uri in (("b", "xslt", "urn:b"), ("a", "xslt3", "urn:a")):
        write(
            tmp_path,
            f"{name}.sch",
            f'<schema xmlns="{ISO}" queryBinding="{binding}"><ns prefix="p" uri="{uri}"/>'
            f'<pattern><rule context="p:d"><report test="1">{name}</report></rule></pattern>'
            "</schema>",
        )
    made = load_rules(tmp_path)
    assert messages(check(made, "<d xmlns='urn:a'><d xmlns='urn:b'/></d>")) == ["a", "b"]
    with pytest.raises(SchematronError, match="no rules"):
        load_rules(tmp_path / "none")


def test_a_parsed_schema_is_not_changed() -> None:
    """A schema can be given as a tree, which stays as it is."""
    tree = document(
        f'<schema xmlns="{ISO}"><pattern abstract="true" id="x"><rule context="$e">'
        '<report test="1">x</report></rule></pattern><pattern is-a="x"><param name="e" value="d"/>'
        "</pattern></schema>"
    )
    before = etree.tostring(tree)
    assert messages(check(load(tree), "<d/>")) == ["x"]
    assert messages(check(load(tree.getroot()), "<d/>")) == ["x"]
    assert etree.tostring(tree) == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("<pattern><rule><report test='1'/></rule></pattern>", "<rule> has no @context"),
        ("<pattern><rule context=' '><report test='1'/></rule></pattern>", "no @context"),
        ("<pattern><rule context='d'><assert>x</assert></rule></pattern>", "no @test"),
        ("<ns prefix='a'/>", "<ns> has no @uri"),
        ("<let value='1'/>", "<let> has no @name"),
        ("<patern/>", "<patern> cannot stand in <schema>"),
        ("<pattern><assert test='1'>x</assert></pattern>", "<assert> cannot stand in <pattern>"),
        ("<pattern is-a='none'/>", 'no abstract pattern "none"'),
        ("<pattern><rule context='d'><extends rule='none'/></rule></pattern>", "no abstract rule"),
        (
            "<pattern><rule abstract='true' id='a'><extends rule='a'/></rule>"
            "<rule context='d'><extends rule='a'/></rule></pattern>",
            "extends itself",
        ),
        (
            "<pattern><rule context='d'><report test='1' diagnostics='no'/></rule></pattern>",
            'no diagnostic "no"',
        ),
        (
            "<pattern><rule context='d'><report test='1'><value-of/></report></rule></pattern>",
            "@sel",
        ),
    ],
)
def test_mistakes_in_schemas(content: str, told: str) -> None:
    """What is wrong with a schema is told with the line and a hint."""
    with pytest.raises(SchematronError, match=told) as caught:
        schema(f"\n{content}")
    assert caught.value.place == "2"
    assert caught.value.hint


def test_unknown_default_phases_are_mistakes() -> None:
    """The default phase must exist."""
    with pytest.raises(SchematronError, match="quick"):
        schema("", attributes='defaultPhase="quick"')


@pytest.mark.parametrize(
    "text", [b"", b"no XML", b"<a>", b"<TEI/>", f'<a xmlns="{ISO}"/>'.encode()]
)
def test_what_is_no_schema(text: bytes) -> None:
    """Anything else is an error, never a traceback."""
    with pytest.raises(TeikitError):
        load(text)


def test_a_missing_file() -> None:
    """A schema that is not there is an input error."""
    with pytest.raises(InputError, match="no such file"):
        load("/nowhere/at/all.sch")
