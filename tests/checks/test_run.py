"""All families together: what they promise for any document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from teikit.checks import CODES, FAMILIES, run
from teikit.checks.links.table import POINTERS
from teikit.errors import UsageError
from teikit.parse import parse_bytes
from teikit.tei import XML_ID, XML_LANG, XML_NS, tei
from teikit.validate.codes import CODES as GRAMMAR_CODES

_NAMES = [*sorted(POINTERS), "when", "from", "to", "notBefore", "when-iso", "rend", "n", "ident",
          "matchPattern", "replacementPattern", XML_ID, XML_LANG, f"{{{XML_NS}}}base"]  # fmt: skip
_ELEMENTS = ["p", "pb", "ref", "prefixDef", "date", "person", "birth", "death", "graphic", "title",
             "language", "licence", "teiHeader", "body", "span"]  # fmt: skip
_VALUES = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"),
    max_size=25,
) | st.sampled_from(
    ["#", "#x", "x", "a:b", "http://[", "file:x", "%", "a b", "1900", "1900-02-30", "-0044/x",
     "(a+", "$1", "en_GB", "x.xml#y", "//x", "\\", "C:\\x", "1900-01-01T99:99:99+99:99", "(",
     "99999999999"]
)  # fmt: skip


@st.composite
def _trees(draw) -> etree._ElementTree:
    """A heap of TEI elements with arbitrary attributes."""
    root = etree.Element(tei("TEI"), nsmap={None: "http://www.tei-c.org/ns/1.0"})
    parents = [root]
    for _ in range(draw(st.integers(1, 8))):
        parent = draw(st.sampled_from(parents))
        element = etree.SubElement(parent, tei(draw(st.sampled_from(_ELEMENTS))))
        for name in draw(st.lists(st.sampled_from(_NAMES), max_size=4, unique=True)):
            element.set(name, draw(_VALUES))
        element.text = draw(_VALUES)
        parents.append(element)
    return root.getroottree()


@settings(max_examples=150, deadline=None)
@given(_trees())
def test_any_document_is_checked(tree):
    """No attribute value stops the checks; with the source or without it, they find the same."""
    raw = etree.tostring(tree, encoding="utf-8")
    with_source = run(parse_bytes(raw), raw=raw)
    again = run(parse_bytes(raw), raw=raw)
    assert with_source == again
    for finding in with_source:
        assert finding.code in CODES
        assert finding.line >= 1
        assert finding.column >= 1
        assert not finding.message.endswith(".")
        assert finding.hint
    without = run(tree, families=set(FAMILIES) - {"encoding"})
    known = run(parse_bytes(raw), raw=raw, families=set(FAMILIES) - {"encoding"})
    assert sorted(f.code for f in without) == sorted(f.code for f in known)


def test_codes_are_orderly():
    """Codes are unique, each is in a family, and each has a meaning that is a sentence."""
    assert not CODES.keys() & GRAMMAR_CODES.keys()
    rules = [check.rule for check in CODES.values()]
    assert len(set(rules)) == len(rules)
    for code, check in CODES.items():
        assert re.fullmatch(r"TK[4-8]\d\d", code)
        assert check.family in FAMILIES
        assert check.meaning.endswith(".")
    assert {check.family for check in CODES.values()} == FAMILIES.keys()


def test_every_code_has_a_test():
    """Each code is named in a test of this folder."""
    tests = "".join(path.read_text() for path in Path(__file__).parent.glob("test_*.py"))
    assert [code for code in CODES if f'"{code}"' not in tests] == []


def test_families_and_codes_can_be_switched_off(check):
    """Only the families that are asked for run, and codes that are not wanted do not appear."""
    body = "<p><ref target='#x'>x</ref><ref>y</ref></p>"
    assert [f.code for f in check(body)] == ["TK401", "TK803"]
    assert [f.code for f in check(body, families=["links"])] == ["TK401"]
    assert [f.code for f in check(body, without=["TK401"])] == ["TK803"]
    assert check(body, families=[]) == []


def test_unknown_family(check):
    """A family that does not exist is the user's mistake."""
    with pytest.raises(UsageError, match="no family of checks “lynx”"):
        check(families=["lynx"])


def test_places_in_odd_sources(check):
    """Comments, CDATA, long start tags and same names on a line do not confuse places."""
    body = (
        "<!-- <p> --><p>x<![CDATA[<p>]]></p><p>y<ref target='https://x.org'>z</ref><ref\n\n"
        "  rend='>'\n target='#q'>z</ref></p>"
    )
    (finding,) = check(body)
    assert (finding.line, finding.column) == (17, 2)
    assert finding.excerpt == " target='#q'>z</ref></p>"


def test_places_after_entities():
    """Elements out of an entity are not in the source: the line is lxml's then."""
    raw = (
        b"<!DOCTYPE TEI [<!ENTITY e '<p xmlns=\"http://www.tei-c.org/ns/1.0\">x</p>'>]>\n"
        b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><text>&e;\n<p corresp='#q'>x</p></text></TEI>"
    )
    (finding,) = run(parse_bytes(raw), raw=raw, families=["links"])
    assert (finding.line, finding.column) == (3, 0)


def test_real_documents(shared):
    """Real documents are checked without an error; almost all findings are mild."""
    for path in sorted((shared / "conformance" / "real").glob("*.xml"))[::6]:
        raw = path.read_bytes()
        for finding in run(parse_bytes(raw, str(path)), file=str(path), raw=raw):
            assert finding.severity != "error"
            assert finding.line
