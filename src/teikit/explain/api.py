"""Explains TEI's elements, attributes and classes, and teikit's findings, by their names."""

from __future__ import annotations

from functools import cache

from teikit.explain.attributes import attribute_names, explain_attribute
from teikit.explain.cache import definitions
from teikit.explain.catalogue import Catalogue
from teikit.explain.classes import explain_class
from teikit.explain.codes import codes
from teikit.explain.elements import explain_element
from teikit.explain.model import Explanation
from teikit.explain.names import (
    attribute_named,
    class_named,
    code_named,
    code_of_rule,
    element_named,
    is_class,
    is_code,
    unknown,
)
from teikit.explain.rules import rules


def explain(name: str) -> Explanation:
    """Explain what a name stands for.

    Args:
        name: an element (``"persName"``), an attribute anywhere (``"@when"``) or on an element
            (``"date@when"``), a class, macro or datatype (``"att.datable"``), the code or name of
            a finding (``"TK203"``), or one of TEI's rules (``"p-in-p"``).

    Raises:
        UnknownNameError: there is nothing of that name; the hint says what is near.
        InputError: a file of the grammar cannot be read.
    """
    name = name.strip().strip("<>/").removeprefix("tei:")
    if is_code(name):
        return codes()[code_named(name)]
    return _explain_tei(name)


def _explain_tei(name: str) -> Explanation:
    catalogue = _catalogue()
    element, at, attribute = name.partition("@")
    if at:
        holder = element_named(catalogue, element) if element else ""
        return explain_attribute(catalogue, attribute_named(catalogue, attribute, holder), holder)
    if is_class(name):
        return explain_class(catalogue, class_named(catalogue, name))
    if name in catalogue.elements:
        return explain_element(catalogue, name)
    if name in attribute_names(catalogue):
        return explain_attribute(catalogue, name)
    return _explain_rule(catalogue, name)


@cache
def _catalogue() -> Catalogue:
    return Catalogue(definitions())


def _explain_rule(catalogue: Catalogue, name: str) -> Explanation:
    if name in rules():
        return rules()[name]
    code = code_of_rule(name)
    if not code:
        raise unknown(catalogue, name)
    return codes()[code]
