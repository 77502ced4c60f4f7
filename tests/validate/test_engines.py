"""The two engines say the same, whatever the document."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from schema.test_prune import documents, grammars, legal
from teikit.parse import parse_bytes
from teikit.schema.emit import compile
from teikit.schema.grammar import Grammar
from teikit.schema.ids import id_types
from teikit.schema.prune import prune
from teikit.schema.store import load
from teikit.schema.survey import survey
from teikit.tei import TEI_NS, XML_ID
from teikit.validate.derivative import Derivatives
from teikit.validate.diagnose import Diagnosis
from teikit.validate.events import read_events, tree_events
from teikit.validate.expectations import Expectations
from teikit.validate.verdict import Verdict
from validate.documents import document

NAMES = "p div head hi list item lg l note lb sp speaker ab quote persname figure back".split()
ATTRIBUTES = ["n", "xml:id", "type", "when", "target", "rend"]
VALUES = ["", "a", "a b", "1936", "1936-02-30", "#x", "%", "a%20b"]


@st.composite
def content(draw: st.DrawFn, depth: int = 3) -> str:
    """Something like the content of a TEI element, right or wrong."""
    parts = []
    for _ in range(draw(st.integers(0, 3))):
        if depth == 0 or draw(st.booleans()):
            parts.append(draw(st.sampled_from(["", " ", "text", "\n", "<!-- c -->", "<?pi?>"])))
            continue
        name = draw(st.sampled_from(NAMES))
        names = draw(st.sets(st.sampled_from(ATTRIBUTES), max_size=2))
        values = "".join(f' {n}="{draw(st.sampled_from(VALUES))}"' for n in sorted(names))
        parts.append(f"<{name}{values}>{draw(content(depth - 1))}</{name}>")
    return "".join(parts)


@cache
def p5() -> tuple[Grammar, Derivatives]:
    """The grammar of TEI P5 and its derivatives."""
    grammar = load("tei_all")
    return grammar, Derivatives(grammar)


@settings(max_examples=300, deadline=None)
@given(content())
def test_tei_documents(body: str) -> None:
    """TEI documents, mostly invalid: both engines agree, and nothing breaks."""
    grammar, derivatives = p5()
    data = document(body).encode()
    diagnosis = Diagnosis(Expectations(derivatives))
    read_events(data, "UTF-8", diagnosis)
    root = parse_bytes(data).getroot()
    assert (not diagnosis.finish()) == Verdict(grammar).valid(root, survey(root))


@settings(max_examples=500, deadline=None)
@given(grammars().filter(legal), documents())
def test_any_grammar(grammar: Grammar, tree: etree._Element) -> None:
    """Any small grammar: a document has no problems just if libxml2 finds it valid."""
    by_tree = Diagnosis(Expectations(Derivatives(grammar)))
    tree_events(tree, by_tree)
    by_bytes = Diagnosis(Expectations(Derivatives(grammar)))
    read_events(etree.tostring(tree), "US-ASCII", by_bytes)
    good = not by_tree.finish()
    assert good == (not by_bytes.finish())
    validator = compile(prune(grammar, survey(tree).names))
    if validator is not None:
        assert validator.validate(tree) == good


@pytest.mark.parametrize("size", [200, 400, 800])
def test_work_grows_with_the_document(size: int) -> None:
    """A longer document of the same kind needs no new patterns, so no more than linear work."""
    derivatives = p5()[1]
    body = "<div><head>a</head><p>b <hi>c</hi></p><list><item>d</item></list></div>"
    data = document(body * 100).encode()
    read_events(data, "UTF-8", Diagnosis(Expectations(derivatives)))
    before = len(derivatives.patterns)
    read_events(document(body * size).encode(), "UTF-8", Diagnosis(Expectations(derivatives)))
    assert len(derivatives.patterns) == before


def test_namespace_of_the_test_documents() -> None:
    """The documents of these tests are TEI, or the tests would prove nothing."""
    assert etree.fromstring(document("<p/>")).tag == f"{{{TEI_NS}}}TEI"


def test_xml_id_is_the_only_id_of_tei() -> None:
    """TEI declares no other ID and no IDREF, so distinct values of xml:id settle the matter."""
    types = id_types(load("tei_all"))
    assert {name for _, name in types} == {XML_ID}
    assert set(types.values()) == {"ID"}
