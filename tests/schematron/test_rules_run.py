"""What a rule finds: contexts, conditions, variables, messages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml import etree

from schematron.building import check, document, messages, rules, schema

BINDINGS = ["xslt", "xslt2", "xslt3"]


@pytest.mark.parametrize("binding", BINDINGS)
def test_assert_and_report(binding: str) -> None:
    """An assert fires where its test fails, a report where it holds."""
    made = rules(
        '<rule context="p"><assert id="a" test="@n">no n</assert>'
        '<report id="r" test="p">nested</report></rule>',
        binding,
    )
    found = check(made, "<d>\n<p>\n<p n='1'/></p></d>")
    assert [(f.rule, f.outcome, f.message, f.line, f.path) for f in found] == [
        ("a", "broken", "no n", 2, "/d/p"),
        ("r", "broken", "nested", 2, "/d/p"),
    ]


@pytest.mark.parametrize("binding", BINDINGS)
def test_the_first_rule_that_matches_is_the_one(binding: str) -> None:
    """Later rules of a pattern do not see a node; other patterns do."""
    made = schema(
        '<pattern><rule context="p[@x]"><report test="true()">first</report></rule>'
        '<rule context="p"><report test="true()">second</report></rule></pattern>'
        '<pattern><rule context="*"><report test="self::p">other</report></rule></pattern>',
        binding,
    )
    assert messages(check(made, "<d>\n<p x=''/>\n<p/></d>")) == [
        "first",
        "other",
        "second",
        "other",
    ]


@pytest.mark.parametrize("binding", BINDINGS)
@pytest.mark.parametrize(
    ("context", "paths"),
    [
        ("a//b", ["/d/a/c/b"]),
        ("a/c/b", ["/d/a/c/b"]),
        ("/d/b", ["/d/b"]),
        ("//b", ["/d/a/c/b", "/d/b"]),
        ("/b", []),
        ("c | /d", ["/d", "/d/a/c"]),
        ("a/*[1]", ["/d/a/c"]),
        ("@n", ["/d/a/c/@n"]),
        ("c/@n | b", ["/d/a/c/@n", "/d/a/c/b", "/d/b"]),
        ("b/text()", ["/d/b/text()"]),
    ],
)
def test_contexts_are_patterns(binding: str, context: str, paths: list[str]) -> None:
    """A node matches wherever it stands, and attributes and texts match too."""
    made = rules(f'<rule context="{context}"><report test="true()">x</report></rule>', binding)
    found = check(made, "<d><a><c n='1'><b/></c></a><b>t</b></d>")
    assert [f.path for f in found] == paths


def test_brackets_in_contexts() -> None:
    """XPath 2 schemas use brackets in contexts; positions in them count the whole."""
    made = schema(
        '<pattern><rule context="(a | b)[@x]/c"><report test="true()">1</report></rule></pattern>'
        '<pattern><rule context="(a | b)[1]"><report test="true()">2</report></rule></pattern>'
    )
    found = check(made, "<d><a x=''><c/></a><b><c/></b></d>")
    assert [(f.message, f.path) for f in found] == [("1", "/d/a/c"), ("2", "/d/a")]


def test_rules_for_attributes_take_turns() -> None:
    """The first matching rule is the only one for an attribute, too."""
    made = rules(
        '<rule context="@x"><report test="true()"><name/>=<value-of select="."/></report></rule>'
        '<rule context="@*"><report test="true()">other <name/></report></rule>'
    )
    assert messages(check(made, "<d x='1' y='2'/>")) == ["x=1", "other y"]


@pytest.mark.parametrize("binding", BINDINGS)
def test_variables_of_every_level(binding: str) -> None:
    """Variables of schema, pattern and rule are seen, the inner ones first."""
    made = schema(
        '<let name="all" value="/d/@n"/><let name="who" value="\'schema\'"/>'
        '<pattern><let name="mine" value="count(//p)"/>'
        '<rule context="p"><let name="who" value="string(@who)"/>'
        '<let name="twice" value="concat($who, $who)"/>'
        '<report test="$twice = \'bobbob\'"><value-of select="$twice"/> '
        '<value-of select="$all"/> <value-of select="$mine"/></report></rule>'
        '<rule context="d"><report test="$who = \'schema\'">outer</report></rule></pattern>',
        binding,
    )
    assert messages(check(made, "<d n='7'>\n<p who='bob'/><p who='al'/></d>")) == [
        "outer",
        "bobbob 7 2",
    ]


def test_nodes_in_variables() -> None:
    """A variable can hold elements, attributes, or a sequence of strings."""
    made = rules(
        '<rule context="p"><let name="others" value="../p[@n]"/><let name="ns" value="../p/@n"/>'
        '<let name="words" value="tokenize(., \' \')"/>'
        "<report test=\"count($others) = 2 and $ns = '2' and count($words) = 2\">"
        '<value-of select="$ns"/> <value-of select="$words"/></report></rule>'
    )
    assert messages(check(made, "<d><p>a b</p><p n='1'/><p n='2'/></d>")) == ["1 2 a b"]


@pytest.mark.parametrize("binding", BINDINGS)
def test_current_is_the_context_node(binding: str) -> None:
    """Inside predicates ``current()`` is still the node that the rule is for."""
    made = rules(
        '<rule context="ref"><assert test="//*[@id = current()/@to]">'
        'nothing is called <value-of select="current()/@to"/></assert></rule>',
        binding,
    )
    assert messages(check(made, "<d id='a'><ref to='a'/><ref to='b'/></d>")) == [
        "nothing is called b"
    ]


def test_messages_are_filled_in() -> None:
    """Names, values and inline markup are written out, blanks made single."""
    made = schema(
        '<ns prefix="t" uri="urn:t"/><pattern><rule context="t:p">'
        '<report test="true()" diagnostics="d1 d2">\n  The <emph>good</emph> <name/> in\n'
        '<name path=".."/> has <value-of select="count(*)"/> <dir>and</dir> '
        '<span class="x"><value-of select="*"/></span></report></rule></pattern>'
        '<diagnostics><diagnostic id="d1">Remove <name path="*[1]"/>.</diagnostic>'
        '<diagnostic id="d2">Or add.</diagnostic></diagnostics>'
    )
    (found,) = check(made, "<x:d xmlns:x='urn:t'><x:p><b>1</b><b>2</b></x:p></x:d>")
    assert found.message == "The good x:p in x:d has 2 and 1 2"
    assert found.hint == "Remove b. Or add."
    assert (found.element, found.path) == ("x:p", "/x:d/x:p")


def test_xpath1_writes_the_first_value_only() -> None:
    """In XPath 1.0 the string of many nodes is that of the first."""
    made = rules(
        '<rule context="d"><report test="*"><value-of select="*"/></report></rule>', "xslt"
    )
    assert messages(check(made, "<d><b>1</b><b>2</b></d>")) == ["1"]


def test_text_is_all_text_in_order() -> None:
    """Comments are not part of an element's text; what follows them is, and in its place."""
    made = rules(
        '<rule context="d"><report test="matches(., \'^abc$\')"><value-of select="."/></report>'
        "</rule>"
    )
    assert messages(check(made, "<d>a<!--x-->b<?y z?>c</d>")) == ["abc"]
    assert messages(check(made, "<d><e><f/>a</e>b<f>c</f></d>")) == ["abc"]


def test_paths_come_in_document_order() -> None:
    """Values of a path are written in the order of the document."""
    made = rules(
        '<rule context="d"><report test="matches(., \'x\')">values '
        "<value-of select=\".//*[matches(@n, '.')]/@n\"/></report></rule>"
    )
    (found,) = made.check(document("<d>x<a n='1'><b n='2'/></a><a n='3'><c n='4'/></a></d>"))
    assert found.message == "values 1 2 3 4"


@pytest.mark.parametrize(
    ("role", "severity"),
    [
        ("", "error"),
        ("error", "error"),
        ("FATAL", "error"),
        ("warning", "warning"),
        ("nonfatal", "warning"),
        ("info", "info"),
        ("information", "info"),
        ("typography", "error"),
    ],
)
def test_roles_are_severities(role: str, severity: str) -> None:
    """What a role says is kept, and is the severity where it means one."""
    made = rules(
        f'<rule context="d"><report role="{role}" see="http://x" flag="f" test="1">x</report>'
        "</rule>"
    )
    (found,) = check(made, "<d/>")
    assert (found.role, found.severity) == (role, severity)
    assert (found.see, found.flag) == ("http://x", "f")


def test_subject_moves_the_finding() -> None:
    """A finding is about the node that @subject leads to."""
    made = rules('<rule context="d"><report subject="b" test="b">x</report></rule>')
    (found,) = check(made, "<d>\n\n<b/></d>")
    assert (found.line, found.path) == (3, "/d/b")


def test_the_clock_is_asked_only_if_given() -> None:
    """A rule about today runs with a given day, and says so without one."""
    made = rules(
        '<rule context="d"><report id="old" test="xs:date(@until) lt current-date()">over</report>'
        "</rule>"
    )
    (unknown,) = check(made, "<d until='2020-01-01'/>")
    assert (unknown.outcome, unknown.rule) == ("not run", "old")
    assert "date" in unknown.message
    now = datetime(2021, 1, 1, tzinfo=UTC)
    assert messages(check(made, "<d until='2020-01-01'/>", now=now)) == ["over"]
    assert check(made, "<d until='2022-01-01'/>", now=now) == []


def test_an_element_stands_for_its_document() -> None:
    """The whole document of an element is checked."""
    made = rules('<rule context="d"><report test="true()">x</report></rule>')
    root = etree.fromstring("<d><b/></d>")
    assert made.check(root[0]) == made.check(document("<d><b/></d>"))
