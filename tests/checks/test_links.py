"""Pointers that lead nowhere are reported, and those that lead somewhere are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from teikit.checks.links.files import Neighbourhood
from teikit.checks.links.prefixes import Prefixes
from teikit.checks.links.table import POINTERS, is_pointer
from teikit.checks.problem import Node
from teikit.schema import nameclass
from teikit.schema.grammar import Grammar
from teikit.schema.store import load
from teikit.tei import TEI_NS

PREFIX_DEF = (
    "<encodingDesc><listPrefixDef><prefixDef ident='psn' matchPattern='([a-z]+)'"
    " replacementPattern='{}'/></listPrefixDef></encodingDesc>"
)


def codes(findings) -> list[str]:
    """The codes of findings."""
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<p><ref target='#nowhere'>x</ref></p>", "TK401"),
        ("<p><persName ref='psn:jane'>Jane</persName></p>", "TK405"),
        ("<p xml:id='p1'><ref target='p1'>x</ref></p>", "TK408"),
        ("<p><ref target='#'>x</ref></p>", "TK410"),
        ("<p xml:id='p1' next='#p1'>x</p>", "TK411"),
        ("<p><ref target='file:///home/me/x.xml'>x</ref></p>", "TK412"),
        ("<p><ref target='C:/me/x.xml'>x</ref></p>", "TK412"),
        ("<p xml:id='p1' rendition='#p1'>x</p>", "TK413"),
    ],
)
def test_pointer_that_leads_nowhere(check, body, code):
    """Each kind of broken pointer has one finding with its own code, on its line."""
    (finding,) = check(body)
    assert finding.code == code
    assert finding.line == 14
    assert finding.severity == "warning"
    assert finding.hint.endswith((".", ":"))
    assert finding.excerpt == body
    assert body[finding.column - 1 :].startswith(finding.attribute)


@pytest.mark.parametrize(
    "body",
    [
        "<p xml:id='p1'><ref target='#p1'>x</ref></p>",
        "<p><ref target='https://example.org/#x mailto:me@example.org urn:cts:x'>x</ref></p>",
        "<p xml:id='café'><ref target='#caf%C3%A9'>x</ref></p>",
        "<p><ref target='#xpath(//p[1])'>x</ref></p>",
        "<p><biblScope from='1' to='2'>x</biblScope><ref target='/x/y'>x</ref></p>",
        "<p><ref target='other.xml#x'>a document in memory has no neighbours</ref></p>",
        "<div xml:base='https://example.org/'><p corresp='#x'>x</p></div>",
        "<p>x<g xmlns='http://www.w3.org/2000/svg' id='i'/><ref target='#i'>x</ref></p>",
    ],
)
def test_pointer_that_may_stand(check, body):
    """A pointer that leads somewhere, or cannot be followed, is no finding."""
    assert check(body) == []


def test_same_broken_pointer_is_told_once(check):
    """A pointer that many elements share is one mistake."""
    body = "<sp who='#ham'><p>x</p></sp>" * 3 + "<p xml:id='Ham' ana='#ham'>x</p>"
    (finding,) = check(body)
    assert "(4 times)" in finding.message
    assert finding.allowed == ("#Ham",)


def test_ids_that_differ_in_a_number_are_not_suggested(check):
    """p12 is not a misspelling of p13."""
    (finding,) = check("<p xml:id='person12' ana='#person13'>x</p>")
    assert finding.allowed == ()


def test_pointers_by_another_rule_are_told_once(check):
    """If no pointer of an attribute finds its ID, the rule is the mistake and not each pointer."""
    body = "<p>" + "".join(f"<name ref='#n{n}'>x</name>" for n in range(9)) + "</p>"
    (finding,) = check(body)
    assert finding.code == "TK414"
    assert "none of the 9 IDs" in finding.message


def test_files_beside_the_document(check, tmp_path):
    """Pointers into local files are followed; files, IDs and XML that are missing are told."""
    (tmp_path / "people.xml").write_text("<list><person xml:id='jane'/></list>")
    (tmp_path / "broken.xml").write_text("<list>")
    body = (
        "<p><ref target='people.xml people.xml#jane broken.xml'>x</ref>\n"
        "<ref target='people.xml#jone'>x</ref>\n"
        "<ref target='persons.xml#jane persons.xml#joe'>x</ref>\n"
        "<ref target='broken.xml#jane'>x</ref>\n"
        "<graphic url='1.jpg'/><graphic url='2.jpg'/>\n"
        "<name ref='Jane Roe'>x</name></p>"
    )
    findings = check(body, folder=tmp_path)
    assert [(f.code, f.line) for f in findings] == [
        ("TK402", 15),
        ("TK403", 16),
        ("TK404", 17),
        ("TK409", 18),
        ("TK403", 19),
    ]
    assert findings[0].allowed == ("people.xml#jane",)
    assert "Jane Roe" in findings[4].message


def test_xml_base(check, tmp_path):
    """Relative pointers start from the xml:base in force; what is remote is not followed."""
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "people.xml").write_text("<list><person xml:id='jane'/></list>")
    local = "<p xml:base='lists/'><ref target='people.xml#jane'>x</ref></p>"
    remote = "<p xml:base='https://example.org/'><ref target='people.xml#jane'>x</ref></p>"
    assert check(local + remote, folder=tmp_path) == []


def test_pointers_do_not_look_around_the_disk(tmp_path):
    """Only files near the document are looked at, whatever a pointer says."""
    deep = tmp_path / "a" / "b" / "c" / "d"
    deep.mkdir(parents=True)
    (deep / "x.xml").write_text("<x/>")
    around = Neighbourhood(str(deep / "x.xml"))
    assert around.find("../../people.xml", "") == (tmp_path / "a" / "b" / "people.xml").resolve()
    for far in ("../../../../people.xml", "/etc/passwd", "..%2f..%2f..%2f..%2fx", "a\0b", "http:x"):
        assert around.find(far, "") is None
    assert Neighbourhood("").find("x.xml", "") is None


def test_included_files(check, tmp_path):
    """IDs of included files count, and a part that is not at hand may hold any ID."""
    include = "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{}'/>"
    (tmp_path / "part.xml").write_text("<div xml:id='part'/>")
    pointers = "<p><ref target='#part'>x</ref></p><p><ref target='#whole'>x</ref></p>"
    there = check(pointers + include.format("part.xml"), folder=tmp_path)
    assert [f.found for f in there] == ["#whole"]
    missing = check(pointers + include.format("parts.xml"), folder=tmp_path)
    assert [f.found for f in missing] == ["parts.xml"]


@pytest.mark.parametrize(
    ("replacement", "pointer", "expected"),
    [
        ("#$1", "psn:jane", []),
        ("#$1", "psn:joe", ["TK401"]),
        ("#$1", "psn:JANE", ["TK406"]),
        ("https://example.org/$1", "psn:joe", []),
        ("#$1", "psm:jane", ["TK405"]),
    ],
)
def test_prefixes(check, replacement, pointer, expected):
    """A declared prefix is written out and followed."""
    findings = check(
        f"<p xml:id='jane'><name ref='{pointer}'>x</name></p>",
        header=PREFIX_DEF.format(replacement),
    )
    assert codes(findings) == expected
    if expected == ["TK405"]:
        assert findings[0].allowed == ("psn:",)


def test_bad_prefix_pattern(check):
    """A pattern that is no regular expression is told, and fits everything."""
    header = PREFIX_DEF.format("#$1").replace("([a-z]+)", "([a-z")
    findings = check("<p><name ref='psn:jane'>x</name></p>", header=header)
    assert codes(findings) == ["TK407"]


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|a)*b", "a*a*a*a*a*b", "([a-z]*)*"])
def test_patterns_that_take_for_ever_are_not_tried(pattern):
    """A stranger's pattern cannot stop the program."""
    prefixes = Prefixes()
    attributes = {"ident": "x", "matchPattern": pattern, "replacementPattern": "#$1"}
    prefixes.declare(Node(None, "prefixDef", attributes))  # type: ignore[arg-type]
    assert prefixes.expand("x", "a" * 150) == ""


def pointers(grammar: Grammar, index: int) -> set[tuple[str, bool]]:
    """The attributes in a content pattern, each with whether it is a pointer."""
    match grammar.patterns[index]:
        case ("choice" | "group" | "interleave", members):
            return set().union(*(pointers(grammar, member) for member in members))
        case ("oneOrMore", member):
            return pointers(grammar, member)
        case ("attribute", name_class, value):
            return {
                (name, is_uri(grammar, value)) for ns, name in nameclass.names(name_class) if not ns
            }
    return set()


def is_uri(grammar: Grammar, index: int) -> bool:
    """Whether a value is teidata.pointer, or several of them, and nothing else."""
    match grammar.patterns[index]:
        case ("choice" | "group", members):
            return all(is_uri(grammar, member) for member in members)
        case ("list" | "oneOrMore", member):
            return is_uri(grammar, member)
        case ("data", _, "anyURI", params, _):
            return params == (("pattern", "\\S+"),)
    return False


def test_table_agrees_with_the_grammar():
    """The attributes that are followed are those of the datatype teidata.pointer."""
    grammar = load("tei_all")
    seen = set()
    for element in grammar.elements:
        for ns, name in nameclass.names(element.name_class):
            if ns == TEI_NS:
                for attribute, pointer in pointers(grammar, element.content):
                    assert is_pointer(name, attribute) == pointer, (name, attribute)
                    seen |= {attribute} if pointer else set()
    assert seen == POINTERS


def test_unused_path(tmp_path: Path):
    """A document that is only a name has no neighbours."""
    assert Neighbourhood(str(tmp_path / "missing.xml")).find("x.xml", "") is None
