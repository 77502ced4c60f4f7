"""What a tired scholar does, and what teikit says: one finding, the mistake and the way out."""

from __future__ import annotations

import pytest

from validate.documents import HEADER, Check, document

MISTAKES = [
    # body, code, in the message, in the hint
    ("<p><persname>Karl</persname></p>", "TK201", "<persname>", "<persName>"),
    ("<p><Hi>x</Hi></p>", "TK201", "<Hi>", "<hi>"),
    ("<div><h1>A</h1><p>b</p></div>", "TK201", "<h1>", "<head>"),
    ("<p>a <i>b</i></p>", "TK201", "<i>", "<hi> or <emph>"),
    ('<p>a <a href="x">b</a></p>', "TK201", "<a>", "<ref>"),
    ("<p>a <xref>b</xref></p>", "TK201", "<xref>", "<ref>"),
    ("<p>a <nonsense>b</nonsense></p>", "TK201", "<nonsense>", "Here may stand"),
    ('<p><x:y xmlns:x="urn:x"/></p>', "TK201", "namespace urn:x", "--schema"),
    ("<div><head>A<p>b</p></head><p>c</p></div>", "TK202", "in <head>", "Close <head> first"),
    ("<p>a<p>b</p>c</p>", "TK202", "<p> cannot stand in <p>", "Close <p> first"),
    ("<p>a<div><p>b</p></div></p>", "TK202", "<div> cannot stand in <p>", "Close <p> first"),
    ("<div><p>a</p></div><p>b</p>", "TK202", "after <div>", "before the first <div>"),
    ("<div><p>a</p><head>b</head></div>", "TK202", "after <p>", "before the first <p>"),
    ("<p>a</p><item>b</item><item>c</item>", "TK202", "<item>", "Put it into <list>"),
    ("<p>a</p><list><p>b</p></list>", "TK202", "<p> cannot stand in <list>", "<item>"),
    ("<table><cell>a</cell></table>", "TK202", "<cell>", "Put it into <row>"),
    ("<p>a</p><titlePart>b</titlePart>", "TK202", "<titlePart>", "<docTitle>"),
    ("<p><lb><hi>a</hi></lb></p>", "TK202", "<lb> is always empty", ""),
    ("<list/>", "TK203", "<list> is empty", "<item>"),
    ("<p><choice><sic>a</sic></choice></p>", "TK203", "<choice> ends without", "<corr>"),
    ("<p>a</p>b", "TK205", "text cannot stand directly in <body>: “b”", "Put it into <p>"),
    ("<div>Dear <hi>Sir</hi>, I <hi>am</hi>.</div>", "TK205", "“Dear”", "<p>"),
    ("<list>Moss, <item>Fern</item></list>", "TK205", "in <list>", "Put it into <item>"),
    ("<p><lb>a</lb></p>", "TK205", "<lb> is always empty", "<lb/>"),
    ('<p xmlns="">a</p>', "TK207", "in no namespace", 'xmlns=""'),
    ('<p><hi xmlns="http://www.w3.org/1999/xhtml">a</hi></p>', "TK207", "xhtml", "<hi>"),
    ('<p id="a">b</p>', "TK211", "no attribute @id", "@xml:id"),
    ('<p lang="en">b</p>', "TK211", "no attribute @lang", "@xml:lang"),
    ('<p><date notbefore="1936">b</date></p>', "TK211", "@notbefore", "@notBefore"),
    ('<p><ref tagret="#a">b</ref></p>', "TK211", "@tagret", "@target"),
    ('<p><ref href="a.html">b</ref></p>', "TK211", "@href", "@target"),
    ('<p><date value="1936">b</date></p>', "TK211", "@value", "@when"),
    ('<p xmlns:e="urn:e" e:a="1">b</p>', "TK211", "namespace urn:e", "--schema"),
    ("<p><graphic/></p>", "TK212", "needs the attribute @url", 'url="…"'),
    ('<p><date when="14.11.1936">a</date></p>', "TK213", "“14.11.1936”", '"1936-11-14"'),
    ('<p><date when="1936-1-5">a</date></p>', "TK213", "@when", '"1936-01-05"'),
    ('<p><date when="Nov. 14, 1936">a</date></p>', "TK213", "@when", '"1936-11-14"'),
    ('<p><date when="3/4/1936">a</date></p>', "TK213", "@when", "1936-04-03 or 1936-03-04"),
    ('<p><date when="1936-13-01">a</date></p>', "TK213", "no month 13", "1936-11-14"),
    ('<p><date when="1935-02-29">a</date></p>', "TK213", "no such day", "1936-11-14"),
    ('<p><date when="ca. 1936">a</date></p>', "TK213", "@when", "@notBefore and @notAfter"),
    ('<p><date when="soon">a</date></p>', "TK213", "“soon”", "a date such as"),
    ('<p><date when="">a</date></p>', "TK213", "cannot be empty", "Take it out"),
    ('<p><unclear cert="maybe">a</unclear></p>', "TK213", "“maybe”", '"high", "low"'),
    ('<p><unclear cert="High">a</unclear></p>', "TK213", "“High”", 'cert="high"'),
    ('<p xml:id="my part">a</p>', "TK213", "“my part”", 'xml:id="my_part"'),
    ('<p xml:lang="en_GB">a</p>', "TK213", "“en_GB”", 'xml:lang="en-GB"'),
    ('<table><row><cell cols="two">a</cell></row></table>', "TK213", "“two”", "whole number"),
    ('<p xml:id="a">b</p><p xml:id="a">c</p>', "TK301", "“a” is used twice", "of its own"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "code", "message", "hint"), MISTAKES)
def test_one_mistake_one_finding(
    check_body: Check, body: str, code: str, message: str, hint: str
) -> None:
    """Each kind of mistake gives one finding that names it and says what to do."""
    (finding,) = check_body(body)
    assert finding.code == code
    assert message in finding.message
    assert hint in finding.hint


def test_missing_body(check: Check) -> None:
    """Paragraphs directly in the text: one finding that tells to write a body."""
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text><p>a</p><p>b</p></text></TEI>'
    (finding,) = check(tei)
    assert finding.code == "TK202"
    assert finding.hint == "Put it into <body>."


def test_header_after_text(check: Check) -> None:
    """Two parts in the wrong order are one mistake, told with the place of the other part."""
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p/></body></text>\n{HEADER}</TEI>'
    (finding,) = check(tei)
    assert finding.code == "TK204"
    assert "line 2" in finding.hint


def test_missing_header(check: Check) -> None:
    """A part that is missing altogether is told where the next one starts."""
    (finding,) = check(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p/></body></text></TEI>'
    )
    assert finding.code == "TK204"
    assert finding.message == "<teiHeader> is missing before <text> in <TEI>"


def test_missing_namespace(check: Check) -> None:
    """Without its namespace a document has one finding more, not hundreds."""
    (finding,) = check(document("<p>a</p>").replace(' xmlns="http://www.tei-c.org/ns/1.0"', ""))
    assert finding.code == "TK207"
    assert 'xmlns="http://www.tei-c.org/ns/1.0"' in finding.hint


def test_other_mistakes_without_namespace(check: Check) -> None:
    """A missing namespace does not hide the other mistakes."""
    tei = document("<p><persname>a</persname></p>").replace(
        ' xmlns="http://www.tei-c.org/ns/1.0"', ""
    )
    assert [finding.code for finding in check(tei)] == ["TK207", "TK201"]


def test_tei_p4(check: Check) -> None:
    """A P4 document is recognised by its root element."""
    tei = f"<TEI.2>{HEADER}<text><body><p>a</p></body></text></TEI.2>"
    (finding,) = check(tei)
    assert "P4" in finding.message


def test_web_page(check: Check) -> None:
    """A web page is no TEI of any age, and nothing more is said of it."""
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head/><body><p>a</p></body></html>'
    (finding,) = check(page)
    assert finding.message == "<html> cannot be the root element"


def test_fragment_as_document(check: Check) -> None:
    """A division alone is no document; its own mistakes are found all the same."""
    first, second = check('<div xmlns="http://www.tei-c.org/ns/1.0"><p><Hi/></p></div>')
    assert first.message == "<div> cannot be the root element"
    assert "<TEI> or <teiCorpus>" in first.hint
    assert second.code == "TK201"


def test_mistakes_inside_a_misplaced_element(check_body: Check) -> None:
    """What is in the wrong place is still checked inside."""
    codes = [f.code for f in check_body('<p>a<div><p><date when="x">b</date></p></div></p>')]
    assert codes == ["TK202", "TK213"]


def test_two_separate_mistakes(check_body: Check) -> None:
    """Going on after a mistake finds the next one."""
    findings = check_body("<p>a</p>b<p>c</p>d")
    assert [(f.code, f.column) for f in findings] == [("TK205", 9), ("TK205", 18)]


def test_what_may_stand_is_short(check_body: Check) -> None:
    """Of 200 allowed elements the likely ones are named, the others counted."""
    (finding,) = check_body("<p><hi>a</hi><hi>b</hi><nonsense/></p>")
    assert "<hi>" in finding.hint
    assert "more" in finding.hint
    assert len(finding.hint) < 120
    assert len(finding.allowed) > 100


def test_facts(check_body: Check) -> None:
    """A finding has its facts as fields."""
    (finding,) = check_body('<p>\n  <date\n   when="soon">a</date></p>')
    assert (finding.line, finding.column) == (10, 4)
    assert finding.excerpt == '   when="soon">a</date></p>'
    assert (finding.element, finding.attribute, finding.found) == ("date", "when", "soon")
    assert finding.rule == "bad-value"
    assert finding.section == "3.6.4"


def test_place_of_text(check_body: Check) -> None:
    """The place of a text is its first character that is no space."""
    (finding,) = check_body("<p>a</p>\n\n   b\nc")
    assert (finding.line, finding.column) == (10, 4)


def test_place_counts_characters(check_body: Check) -> None:
    """Columns count characters, not bytes."""
    (finding,) = check_body("<p>שלום ä 𝔄<Hi/></p>")
    assert finding.column == 12


def test_same_findings_every_time(check_body: Check) -> None:
    """What else was validated before makes no difference."""
    body = "<div>a</div><p><nonsense/></p><list/>"
    before = check_body(body)
    check_body("<div><lg><l>a</l></lg><ab>b</ab></div>")
    assert check_body(body) == before
