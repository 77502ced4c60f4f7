"""Pruning to the names in use never changes a verdict, and libxml2 follows."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from teikit.schema import nameclass
from teikit.schema.emit import compile, to_xml
from teikit.schema.errors import SchemaError
from teikit.schema.grammar import EMPTY, TEXT, Grammar, GrammarBuilder
from teikit.schema.prune import Names, prune
from teikit.schema.reliability import libxml2_reliable
from teikit.schema.restrictions import check_restrictions
from teikit.schema.simplify import simplify
from teikit.schema.survey import survey
from teikit.schema.tree import XSD
from teikit.validate.derivative import Derivatives
from teikit.validate.diagnose import Diagnosis
from teikit.validate.events import tree_events
from teikit.validate.expectations import Expectations

NAME_CLASSES = [
    ("name", "", "a"),
    ("name", "", "b"),
    ("name", "u:x", "a"),
    ("choice", ("name", "", "a"), ("name", "", "b")),
    ("nsName", "u:x", None),
    ("anyName", ("name", "", "a")),
    ("anyName", None),
]
VALUES = ["v", " v ", "1", "", "1 v", "\n"]


@st.composite
def grammars(draw: st.DrawFn) -> Grammar:
    """Small grammars that keep the restrictions."""
    builder = GrammarBuilder()
    elements = [builder.element(draw(st.sampled_from(NAME_CLASSES[:6]))) for _ in range(3)]
    strings = [
        TEXT,
        builder.data(XSD, "integer"),
        builder.value("", "token", "v"),
        builder.list(builder.one_or_more(builder.data(XSD, "NMTOKEN"))),
    ]
    attributes = [
        builder.attribute(("name", "", name), draw(st.sampled_from(strings))) for name in "xy"
    ]
    wild = builder.attribute(("nsName", "u:x", None), TEXT)
    leaves = [EMPTY, TEXT, *attributes, builder.zero_or_more(wild), *map(builder.ref, elements)]
    patterns = st.recursive(
        st.sampled_from(leaves * 3 + strings),
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(builder.group),
            st.lists(inner, min_size=2, max_size=3).map(builder.choice),
            st.lists(inner, min_size=2, max_size=3).map(builder.interleave),
            inner.map(builder.optional),
            inner.map(builder.zero_or_more),
        ),
        max_leaves=6,
    )
    for element in elements:
        builder.set_content(element, draw(patterns))
    return builder.grammar(builder.choice(map(builder.ref, elements[:2])))


@st.composite
def documents(draw: st.DrawFn, depth: int = 2) -> etree._Element:
    """Small trees over the names that the grammars know, and some others."""
    element = etree.Element(draw(st.sampled_from(["a", "b", "{u:x}a", "{u:x}q"])))
    for name in draw(st.sets(st.sampled_from(["x", "y", "z", "{u:x}w"]), max_size=2)):
        element.set(name, draw(st.sampled_from(VALUES)))
    element.text = draw(st.sampled_from([None, None, *VALUES]))
    for child in draw(st.lists(documents(depth - 1), max_size=2)) if depth else ():
        child.tail = draw(st.sampled_from([None, None, *VALUES]))
        element.append(child)
    return element


def legal(grammar: Grammar) -> bool:
    """Whether a drawn grammar keeps the restrictions of section 7."""
    try:
        check_restrictions(grammar)
    except SchemaError:
        return False
    return True


@settings(max_examples=300, deadline=None)
@given(grammars().filter(legal), st.lists(documents(), min_size=1, max_size=4))
def test_pruning_keeps_every_verdict(grammar: Grammar, trees: list[etree._Element]) -> None:
    """A grammar pruned to a document's names judges it as before; so does one for a batch."""
    batch = Names(frozenset(), frozenset())
    for tree in trees:
        batch |= survey(tree).names
    for tree in trees:
        whole = compile(grammar)
        wanted = whole and whole.validate(tree)
        for names in (survey(tree).names, batch):
            pruned = prune(grammar, names)
            assert legal(pruned)
            for large in (False, True):
                validator = compile(pruned, large=large)
                if whole is not None:
                    assert validator is not None
                    assert validator.validate(tree) == wanted


def explained(grammar: Grammar, tree: etree._Element) -> bool:
    """Whether the derivative engine finds a document valid."""
    diagnosis = Diagnosis(Expectations(Derivatives(grammar)))
    tree_events(tree, diagnosis)
    return not diagnosis.finish()


@settings(max_examples=300, deadline=None)
@given(grammars().filter(legal), documents())
def test_the_engines_agree(grammar: Grammar, tree: etree._Element) -> None:
    """Where libxml2 is trusted, it and the derivative engine say the same of every document."""
    valid = explained(grammar, tree)
    assert explained(prune(grammar, survey(tree).names), tree) == valid
    validator = compile(grammar)
    assert validator is None or validator.validate(tree) == valid


@settings(max_examples=60, deadline=None)
@given(grammars().filter(legal), documents())
def test_simple_form_stays_simple(grammar: Grammar, tree: etree._Element) -> None:
    """A pruned grammar, written as a schema and simplified again, is the same grammar."""
    pruned = prune(grammar, survey(tree).names)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "schema.rng"
        path.write_text(to_xml(pruned), encoding="utf-8")
        again = simplify(path)
    assert sizes(prune(again, survey(tree).names)) == sizes(again)
    assert len(again.elements) == len(pruned.elements)


def sizes(grammar: Grammar) -> tuple[int, int]:
    """How large a grammar is."""
    return len(grammar.patterns), len(grammar.elements)


@given(st.sampled_from(NAME_CLASSES), st.sampled_from(NAME_CLASSES))
def test_overlap_is_a_name_in_both(left: tuple[object, ...], right: tuple[object, ...]) -> None:
    """Two classes overlap just if some name is in both."""
    candidates = [(ns, local) for ns in ("", "u:x", "u:y") for local in ("a", "b", "q")]
    both = [n for n in candidates if nameclass.contains(left, *n) and nameclass.contains(right, *n)]
    assert nameclass.overlap(left, right) == bool(both)


def test_prunes_what_is_not_used(simple) -> None:
    """Elements and attributes that a document does not use leave the grammar."""
    grammar = simple(
        """start = element a { attribute x { text }?, attribute y { text }?, (b | c)* }
        b = element b { d+ } c = element c { d* } d = element d { empty }"""
    )
    pruned = prune(grammar, Names(frozenset({"a", "b", "c"}), frozenset({"x"})))
    assert [element.name_class[2] for element in pruned.elements] == ["a", "b", "c"]
    assert not any(pattern[:2] == ("attribute", ("name", "", "y")) for pattern in pruned.patterns)


def test_required_attributes_that_are_missing_stay_missing(simple) -> None:
    """A document without a required attribute remains invalid after pruning."""
    grammar = simple("element a { attribute x { text } }")
    document = etree.fromstring("<a/>")
    validator = compile(prune(grammar, survey(document).names))
    assert validator is not None
    assert not validator.validate(document)


def test_libxml2_is_not_asked_what_it_gets_wrong(simple) -> None:
    """Grammars that libxml2 judges wrongly have no validator; the derivative engine judges them."""
    wrong = {
        "values of other types than strings": 'element a { xsd:integer "1" }',
        "two elements of one name": "element r { element a { empty } | element a { b } }"
        " b = element b { empty }",
        "bounds of dates": 'element a { xsd:date { minInclusive = "2000-01-01" } }',
        "lists that need backtracking": 'element a { list { "x"?, xsd:NCName } }',
    }
    for text in wrong.values():
        start = text if text.startswith("element a") else f"start = {text}"
        grammar = simple(start)
        assert not libxml2_reliable(grammar)
        assert compile(grammar) is None


@pytest.mark.parametrize("large", [False, True])
def test_time_does_not_double_with_each_attribute(simple, large: bool) -> None:
    """Many optional attributes on one element are judged at once, not after years."""
    patterns = ", ".join(
        f"attribute a{i} {{ xsd:token {{ pattern = '{i}' }} }}?" for i in range(60)
    )
    document = etree.Element("a", {f"a{i}": str(i) for i in range(60)})
    validator = compile(simple(f"element a {{ {patterns} }}"), large=large)
    assert validator is not None
    assert validator.validate(document)
    document.set("a7", "8")
    assert not validator.validate(document)


def test_shared_patterns_do_not_explode(simple) -> None:
    """A grammar that would be endless when written out is not given to libxml2."""
    lines = [f"d{i} = (d{i + 1} | (d{i + 1}, a))+" for i in range(40)]
    grammar = simple(
        "\n".join(["start = element r { d0 }", *lines, "d40 = a a = element a {empty}"])
    )
    assert compile(grammar) is None


def test_uris_as_jing_judges_them(simple) -> None:
    """URIs that only libxml2 accepts are invalid, and so is every pruned grammar's verdict."""
    grammar = simple("element a { attribute href { xsd:anyURI } }")
    for uri, valid in {"#a": True, "http:": False, "http://": False, "a//": False}.items():
        document = etree.Element("a", {"href": uri})
        names = survey(document).names
        validator = compile(prune(grammar, names), odd_uris=names.odd_uris)
        assert validator is not None
        assert validator.validate(document) is valid, uri
