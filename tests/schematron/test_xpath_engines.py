"""What libxml2 is given to run means what elementpath would make of it, on any document."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from teikit.schematron.contexts import scan_of
from teikit.schematron.prepared import native_xpath
from teikit.schematron.xpath.bounds import Bounds, bounds_of
from teikit.schematron.xpath.general import EvaluationError, NodeTree, compiled, string_of
from teikit.schematron.xpath.grammar import parse
from teikit.schematron.xpath.native import CURRENT, Native, Translator
from teikit.schematron.xpath.steps import NotNativeError
from teikit.schematron.xpath.syntax import Path
from teikit.schematron.xpath.tokens import UnknownSyntaxError

NAMESPACES = (("p", "urn:p"),)
VERSIONS = ("2.0", "3.1")
_ASIDE = ("following", "preceding")
EXAMPLES = int(os.environ.get("TEIKIT_EXAMPLES", "100"))

names = st.sampled_from(["p:a", "p:b", "c", "*", "p:*", "*:a"])
axes = st.sampled_from(
    "child:: child:: child:: ancestor:: parent:: self:: descendant:: following-sibling:: "
    "preceding-sibling:: following:: preceding:: ancestor-or-self::".split()
)
kinds = st.sampled_from(["text()", "node()", "comment()", "."])
values = st.sampled_from(["'1'", "'a'", "''", "' '", "1", "2", "0"])
operators = st.sampled_from(
    ["=", "!=", "<", ">=", "eq", "ne", "gt", "lt", "and", "or", "|", "+", "-", "is", "except"]
)


def steps(expressions: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A step with some predicates."""
    plain = st.one_of(
        st.builds("{}{}".format, axes, names),
        st.sampled_from(["..", "*"]),
    )
    predicates = st.lists(
        st.one_of(expressions, st.sampled_from(["1", "last()", "@x"])), max_size=2
    )
    return st.builds(lambda step, tests: step + "".join(f"[{t}]" for t in tests), plain, predicates)


def element_paths(expressions: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Paths to elements.

    elementpath finds nothing that follows or precedes a text or comment, which ``//`` leads to.
    """

    def joined(start: str, parts: list[str], separator: str) -> str:
        text = parts[0] if parts[0].startswith(_ASIDE) else start + parts[0]
        for part in parts[1:]:
            text += ("/" if part.startswith(_ASIDE) else separator) + part
        return text

    return st.builds(
        joined,
        st.sampled_from(["", "", "", "//", "/", ".//"]),
        st.lists(steps(expressions), min_size=1, max_size=3),
        st.sampled_from(["/", "//"]),
    )


def paths(expressions: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """One to three steps, from the root or from the context.

    Attributes and texts come last only: elementpath takes ``@x/@x`` for ``@x``.
    """
    return st.builds(
        lambda path, last: "/".join([path, *last]),
        element_paths(expressions),
        st.lists(st.one_of(kinds, st.sampled_from(["@x", "@y", "@*", "name(.)"])), max_size=1),
    )


mapped = st.sampled_from(["name(.)", "name()", "'1'", "@x", "normalize-space(@y)", "string(..)"])


def larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Expressions made of smaller ones."""
    return st.one_of(
        paths(inner),
        st.builds("({} {} {})".format, inner, operators, inner),
        st.builds("{} {} {}".format, inner, operators, inner),
        st.builds("not({})".format, inner),
        st.builds("count({})".format, inner),
        st.builds("exists({})".format, inner),
        st.builds("empty({})".format, inner),
        st.builds("normalize-space({})".format, inner),
        st.builds("contains({}, {})".format, inner, inner),
        st.builds("starts-with({}, {})".format, inner, inner),
        st.builds("substring({}, {})".format, inner, values),
        st.builds("string({})".format, inner),
        st.builds("string-length({})".format, inner),
        st.builds("name({})".format, inner),
        st.builds("({}, {})".format, inner, inner),
        st.builds("{} = {}/name(.)".format, mapped, element_paths(inner)),
        st.builds("{}/normalize-space(@x) = {}".format, element_paths(inner), mapped),
        st.builds("({} | {})/{}".format, element_paths(inner), element_paths(inner), inner),
        st.builds("({})[{}]".format, element_paths(inner), inner),
        st.builds("{} = ({}, {})".format, inner, inner, inner),
        st.builds("(if ({}) then {} else {})".format, inner, inner, inner),
        st.builds("(some $v in {} satisfies {})".format, inner, inner),
        st.builds("(every $v in {} satisfies $v = {})".format, inner, inner),
        st.builds("distinct-values({})".format, inner),
        st.sampled_from(["position()", "last()", "true()", "name()", "matches(@x, '1')"]),
    )


simple = st.one_of(values, st.sampled_from(["@x", "@y", "text()", "."]))
expressions = st.recursive(st.one_of(simple, paths(values)), larger, max_leaves=6)


@st.composite
def documents(draw: st.DrawFn) -> Any:
    """Small trees of a few names, with attributes, texts and comments."""

    def build(depth: int) -> Any:
        element = etree.Element(draw(st.sampled_from(["{urn:p}a", "{urn:p}b", "c"])), nsmap=nsmap)
        for name in draw(st.sets(st.sampled_from(["x", "y"]))):
            element.set(name, draw(st.sampled_from(["1", "a", "", " 1 "])))
        element.text = draw(st.sampled_from([None, "1", "a", " "]))
        for _ in range(draw(st.integers(0, 3)) if depth else 0):
            child = build(depth - 1) if draw(st.integers(0, 5)) else etree.Comment("a")
            child.tail = draw(st.sampled_from([None, "1", " "]))
            element.append(child)
        return element

    nsmap = dict(NAMESPACES)
    return etree.ElementTree(build(3))


def elements_of(tree: Any) -> list[Any]:
    """All elements of a document."""
    return list(tree.getroot().iter("*"))


def general(tree: NodeTree, source: str, version: str, item: Any) -> list[Any] | None:
    """What elementpath makes of an expression; nothing if it raises an error."""
    try:
        is_path = isinstance(parse(source), Path)
        found = tree.select(compiled(source, version, NAMESPACES), item, {}, is_path)
    except EvaluationError:
        return None
    # lxml keeps the document node to itself.
    return [item for item in found if item is not tree.root]


def condition(bound: Any, node: Any) -> bool:
    """Whether a bound holds at a node."""
    return bool(native(bound, node))


def native(made: Native, node: Any) -> Any:
    """What libxml2 makes of a translated expression."""
    return native_xpath(made.text, NAMESPACES)(node, **{CURRENT: [node]})


def bounds(source: str, version: str) -> Bounds | None:
    """The bounds of an expression, if it can be read at all."""
    try:
        return bounds_of(parse(source), Translator(version))
    except UnknownSyntaxError:
        return None


@settings(max_examples=EXAMPLES, deadline=None)
@given(documents(), expressions, st.sampled_from(VERSIONS))
def test_bounds_hold(tree: Any, source: str, version: str) -> None:
    """What suffices for a condition makes it true, and what it needs is there where it is true."""
    found = bounds(source, version)
    if found is None:
        return
    nodes = NodeTree(tree)
    for node in elements_of(tree):
        value = general(nodes, f"boolean(({source}))", version, node)
        if value is None:
            continue
        if condition(found.sufficient, node):
            assert value == [True]
        if value == [True]:
            assert condition(found.necessary, node)


@settings(max_examples=EXAMPLES, deadline=None)
@given(documents(), expressions, st.sampled_from(VERSIONS))
def test_values_are_the_same(tree: Any, source: str, version: str) -> None:
    """A translated string, number or set of nodes is that of elementpath."""
    try:
        made = Translator(version).translate(parse(source))
    except (UnknownSyntaxError, NotNativeError):
        return
    if made.kind == "boolean":
        return
    nodes = NodeTree(tree)
    for node in elements_of(tree):
        value = general(nodes, source, version, node)
        if value is None:
            continue
        found = native(made, node)
        if made.kind != "nodes":
            assert value == [found]
            continue
        if made.elements:
            assert value == found
        assert len(value) == len(found)
        assert not made.single or len(found) <= 1
        texts = [item if isinstance(item, str) else item.xpath("string()") for item in found]
        assert texts == [
            item.xpath("string()") if hasattr(item, "xpath") else string_of(item) for item in value
        ]


@settings(max_examples=EXAMPLES, deadline=None)
@given(documents(), paths(expressions))
def test_contexts_find_the_same_nodes(tree: Any, source: str) -> None:
    """A context leads libxml2 to the nodes of elementpath, or to more if it says so."""
    try:
        scan = scan_of(parse(source), Translator("2.0"))
    except UnknownSyntaxError:
        return
    if scan is None:
        return
    value = general(NodeTree(tree), f"//({source})", "2.0", None)
    if value is None:
        return
    found = native_xpath(scan.where(""), NAMESPACES)(tree)
    if scan.exact:
        assert len(found) == len(value)
        if scan.elements:
            assert found == value
    else:
        assert len(found) >= len(value)
        wanted = [item for item in value if hasattr(item, "tag")]
        assert not scan.elements or all(item in found for item in wanted)
