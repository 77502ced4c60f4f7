"""Explanations say of each element what the grammar says."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import etree

from teikit.explain.api import explain
from teikit.explain.attributes import attribute_names
from teikit.explain.cache import definitions
from teikit.explain.catalogue import Catalogue, element_rows
from teikit.explain.content import explain_content
from teikit.explain.model import ClassExplanation, ElementExplanation
from teikit.schema.grammar import EMPTY, TEXT, Grammar
from teikit.schema.ids import IdTypes, id_types, ids_agree
from teikit.schema.store import load
from teikit.schema.survey import survey
from teikit.tei import TEI_NS
from teikit.validate.verdict import Verdict


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The definitions of TEI P5."""
    return Catalogue(definitions())


@cache
def _grammar() -> Grammar:
    return load("tei_all")


@cache
def _numbers() -> dict[str, int]:
    """The number of each element pattern by the element's name."""
    return {
        element.name_class[2]: number
        for number, element in enumerate(_grammar().elements)
        if element.name_class[0] == "name"
    }


def _found(content: int) -> tuple[set[str], set[str], bool]:
    """The elements and attributes that a content pattern names, and whether it has text."""
    elements, attributes, text = set(), set(), False
    waiting, seen = [content], {EMPTY}
    while waiting:
        index = waiting.pop()
        if index in seen:
            continue
        seen.add(index)
        match _grammar().patterns[index]:
            case ("ref", number):
                name_class = _grammar().elements[number].name_class
                if name_class[0] == "name":
                    elements.add(name_class[2])
            case ("attribute", ("name", ns, local), _):
                attributes.add(f"xml:{local}" if ns else local)
            case ("choice" | "group" | "interleave", members):
                waiting += members
            case ("oneOrMore", member):
                waiting.append(member)
        text |= index == TEXT
    return elements, attributes, text


def test_every_element_is_known(catalogue: Catalogue) -> None:
    """The catalogue has the elements of the grammar and of the table of modules, no others."""
    assert set(catalogue.elements) == set(_numbers()) == set(element_rows())
    assert all(catalogue.gloss(name) for name in catalogue.elements)


def test_content_and_attributes_are_those_of_the_grammar(catalogue: Catalogue) -> None:
    """Children, text and attributes are the same as in the simple form, for every element."""
    for name, pattern in catalogue.elements.items():
        elements, attributes, text = _found(_grammar().elements[_numbers()[name]].content)
        content = explain_content(catalogue, pattern)
        assert {e for group in content.groups for e in group.elements} == elements, name
        assert content.text == text or content.form == "value", name
        assert set(attribute_names(catalogue, name)) == attributes, name


def test_parents_are_the_reverse_of_content(catalogue: Catalogue) -> None:
    """An element may stand exactly in those elements that may hold it."""
    parents: dict[str, set[str]] = {name: set() for name in catalogue.elements}
    for name, number in _numbers().items():
        for child in _found(_grammar().elements[number].content)[0]:
            parents[child].add(name)
    for name in ("persName", "TEI", "p", "egXML", "lb", "teiHeader", "empty"):
        assert set(catalogue.parents(name)) == parents[name], name


def test_every_example_is_valid(catalogue: Catalogue) -> None:
    """Each example, by hand or made from the grammar, is valid and holds its element."""
    for name in catalogue.elements:
        told = explain(name)
        assert isinstance(told, ElementExplanation)
        root = etree.fromstring(f'<p xmlns="{TEI_NS}">{told.example}</p>')
        found = [element for element in root.iter("*") if etree.QName(element).localname == name]
        assert found, name
        for element in root:
            assert _valid(element), f"{name}: {told.example}"


@cache
def _types() -> IdTypes:
    return id_types(_grammar())


def _valid(element: etree._Element) -> bool:
    number = _numbers()[etree.QName(element).localname]
    start = _grammar().patterns.index(("ref", number))
    grammar = Grammar(start, _grammar().patterns, _grammar().elements)
    alone = etree.fromstring(etree.tostring(element, with_tail=False))
    return Verdict(grammar).valid(alone, survey(alone)) and ids_agree(alone, _types())


def test_class_membership_goes_both_ways(catalogue: Catalogue) -> None:
    """An element is listed by exactly the model classes that it says it is a member of."""
    for name in ("persName", "p", "div", "date", "note"):
        told = explain(name)
        assert isinstance(told, ElementExplanation)
        for one in told.classes:
            of_class = explain(one.name)
            assert isinstance(of_class, ClassExplanation)
            assert name in of_class.elements
            assert of_class.gloss == one.gloss != ""


def test_every_class_has_an_explanation(catalogue: Catalogue) -> None:
    """All classes, macros and datatypes can be explained and have a gloss."""
    for name in catalogue.classes:
        told = explain(name)
        assert isinstance(told, ClassExplanation)
        assert told.name == name
        assert told.gloss, name
