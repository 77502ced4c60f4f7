"""Elements without content, and headers without the truth."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<p>x</p><p/>", "TK801"),
        ("<p>x</p><p xml:id='p1'>\n</p>", "TK801"),
        ("<p>x <persName/></p>", "TK801"),
        ("<p>x<hi rend='italic'> </hi></p>", "TK802"),
        ("<p><ref>x</ref></p>", "TK803"),
        ("<p><ptr type='x'/></p>", "TK803"),
        ("<p>x<pb n='2'/>y<pb n='2'/></p>", "TK804"),
    ],
)
def test_elements_that_say_nothing(check, body, code):
    """Each kind of silence has its own code."""
    assert [finding.code for finding in check(body)] == [code]


@pytest.mark.parametrize(
    "body",
    [
        "<p/>",
        "<p>x<persName ref='https://example.org/1'/><date when='1900'/></p>",
        "<p><!-- the printer left it out --></p><p>x</p>",
        "<p><pb/></p><p>x<lb/><hi><lb/></hi></p>",
        "<p>x<pb n='2' ed='A'/><pb n='2' ed='B'/><pb/><pb/></p>",
        "<div><p>x<pb n='2'/></p></div><div><p><pb n='2'/>x</p></div>",
        "<p><ref cRef='Gen 1.1'>x</ref><ref corresp='https://example.org'>y</ref></p>",
        "<table><row><cell/></row></table>",
    ],
)
def test_elements_that_may_be_empty(check, body):
    """Milestones, cells, elements with telling attributes and stubs are no finding."""
    assert check(body) == []


def test_empty_elements_of_the_header(check):
    """The header's empty elements are told once for each name."""
    header = "<profileDesc><textClass><keywords><term/><term/></keywords></textClass></profileDesc>"
    (finding,) = check(header=header)
    assert (finding.code, finding.severity) == ("TK805", "info")
    assert "(2 times)" in finding.message


@pytest.mark.parametrize(
    ("title", "header", "code"),
    [
        ("", "", "TK701"),
        ("Title", "", "TK702"),
        ("TODO: find a title", "", "TK702"),
        ("x", "<revisionDesc><change>???</change></revisionDesc>", "TK702"),
        ("x", "<xenoData/><encodingDesc><p><licence/></p></encodingDesc>", "TK703"),
    ],
)
def test_headers_that_are_not_finished(check, title, header, code):
    """What a template left is told."""
    findings = check(title=title, header=header, families=["header"])
    assert [finding.code for finding in findings] == [code]


@pytest.mark.parametrize("title", ["Title and Deed", "TODO ES VERDAD", "XXX Sonnets", "Untitled"])
def test_titles_that_are_true(check, title):
    """Titles that only resemble a placeholder are no finding."""
    assert check(title=title) == []
