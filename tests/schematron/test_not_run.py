"""Rules that cannot or must not be run: said, not passed over, and never a crash."""

from __future__ import annotations

from html import escape

import pytest

from schematron.building import check, document, rules, schema
from teikit.schematron import SchematronError


@pytest.mark.parametrize(
    ("binding", "test", "reason"),
    [
        ("xslt", "document('x.xml')//a", "document()"),
        ("xslt", "key('k', @n)", "key()"),
        ("xslt", "matches(., 'a')", "XPath 1.0"),
        ("xslt2", "doc('file:///etc/passwd')", "doc()"),
        ("xslt2", "fn:doc-available('x')", "doc-available()"),
        ("xslt2", "collection('.')", "collection()"),
        ("xslt2", "generate-id(.) = 'a'", "generate-id()"),
        ("xslt2", "my:function(.)", "my:function()"),
        ("xslt2", "not a test ((", ""),
        ("xslt2", "unknown-function(.)", "unknown-function"),
        ("xslt2", "$nowhere", "nowhere"),
        ("xslt", "other:name", '"other"'),
        ("xslt2", "other:name", '"other"'),
        ("xslt2", "xs:integer(.) = 1", ""),
        ("xslt2", "'a' ~ 'b'", ""),
        ("xslt3", "unparsed-text('/etc/passwd') = ''", "unparsed-text()"),
        ("xslt3", "Q{http://www.w3.org/2005/xpath-functions}doc('x')", "doc()"),
        ("xslt3", "environment-variable('HOME')", "environment-variable()"),
        ("xslt3", "available-environment-variables() = 'HOME'", "environment"),
        ("xslt3", "json-doc('x')", "json-doc()"),
        ("xslt3", "doc#1('x')", "doc()"),
        ("xslt3", "'x' => doc()", "doc()"),
        ("xslt3", "function-lookup(xs:QName('fn:doc'), 1)('x')", "function-lookup()"),
        ("xslt3", "(doc(: a comment :)('x'))", "doc()"),
        ("xslt2", "(" * 5000 + "1" + ")" * 5000, ""),
        ("xslt", "-" * 5000 + "1", ""),
        ("xslt2", "a[" * 3000 + "1" + "]" * 3000, ""),
        ("xslt2", "1 = " * 40000 + "1", "characters"),
    ],
)
def test_what_cannot_be_run_is_reported(binding: str, test: str, reason: str) -> None:
    """Once per document and check, with the rule's name and the reason."""
    made = rules(
        f'<rule context="d"><report id="strange" test="{escape(test)}">x</report>'
        '<report id="fine" test="true()">found</report></rule>',
        binding,
    )
    found = check(made, "<d>x<d>y</d></d>")
    strange = [f for f in found if f.rule == "strange"]
    assert {f.outcome for f in strange} == {"not run"}
    assert 1 <= len(strange) <= 2
    assert reason in strange[0].message
    assert '"strange"' in strange[0].message
    assert [f.message for f in found if f.rule == "fine"] == ["found", "found"]


def test_rules_that_would_not_apply_are_not_mentioned() -> None:
    """A rule that cannot be run matters only where its context occurs."""
    made = rules('<rule context="d[@x]"><report test="doc(\'x\')">x</report></rule>')
    assert check(made, "<d/>") == []


def test_a_context_that_cannot_be_run() -> None:
    """Of a rule with a wrong context nothing is known."""
    made = rules('<rule context="key(\'k\', 1)"><report id="a" test="1">x</report></rule>')
    (found,) = check(made, "<d/>")
    assert (found.outcome, found.rule) == ("not run", "a")
    assert "key()" in found.message


@pytest.mark.parametrize("binding", ["xslt", "xslt2"])
def test_current_in_a_context(binding: str) -> None:
    """What ``current()`` would be in a context only XSLT knows."""
    made = rules(
        '<rule context="d[. = current()]"><report id="a" test="1">x</report></rule>', binding
    )
    (found,) = check(made, "<d/>")
    assert (found.outcome, found.rule) == ("not run", "a")
    assert "current()" in found.message


def test_variables_that_cannot_be_run() -> None:
    """A check is not run if a variable of it cannot be; others are."""
    made = rules(
        '<rule context="d"><let name="a" value="doc(\'x\')"/><let name="b"><x/></let>'
        '<report id="a" test="$a">x</report><report id="b" test="$b">x</report>'
        '<report id="c" test="1">x</report></rule>'
    )
    assert [(f.rule, f.outcome) for f in check(made, "<d/>")] == [
        ("a", "not run"),
        ("b", "not run"),
        ("c", "broken"),
    ]


def test_a_value_that_fails_leaves_the_finding() -> None:
    """A message whose value cannot be had is still given."""
    made = rules(
        '<rule context="d"><report test="1">is <value-of select="xs:integer(@n)"/></report></rule>'
    )
    assert [f.message for f in check(made, "<d n='x'/>")] == ["is …"]


def test_patterns_about_other_documents() -> None:
    """A pattern with @documents is about files that are not read."""
    made = schema(
        '<pattern id="p" documents="@href"><rule context="d"><report test="1">x</report></rule>'
        "</pattern>"
    )
    (found,) = check(made, "<d/>")
    assert found.outcome == "not run"


def test_unknown_query_languages_are_refused() -> None:
    """A schema in another language is an error with its place."""
    with pytest.raises(SchematronError, match="xquery") as caught:
        schema("", binding="xquery")
    assert caught.value.place == "1"


@pytest.mark.parametrize(
    "value", ["$v + 1", "function($v) { $v($v) }", "for $v in 1 to 3 return $v", "$w"]
)
def test_variables_that_need_themselves(value: str) -> None:
    """A variable that is defined by itself is a rule that cannot be run, not a crash."""
    lets = f'<let name="v" value="{value}"/><let name="w" value="$v"/>'
    made = schema(
        f'{lets}<pattern><rule context="a"><assert test="$v = 0">m</assert></rule></pattern>',
        "xslt3",
    )
    findings = made.check(document("<a/>"))
    assert all(finding.message for finding in findings)
