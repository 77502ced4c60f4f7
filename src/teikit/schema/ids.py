"""Uniqueness of IDs and targets of IDREFs (RELAX NG DTD Compatibility, section 5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from teikit.schema import nameclass
from teikit.schema.grammar import Grammar
from teikit.schema.nameclass import NameClass
from teikit.schema.tree import COMPATIBILITY, XSD

if TYPE_CHECKING:
    from lxml import etree

IdType = Literal["ID", "IDREF", "IDREFS"]
IdTypes = Mapping[tuple[str, str], IdType]
"""The ID-type of attributes: by the names of element and attribute in Clark notation."""


def id_types(grammar: Grammar) -> IdTypes:
    """Which attributes a grammar declares to be ID, IDREF or IDREFS.

    Attributes on elements with a wildcard for a name have no ID-type.
    """
    types: dict[tuple[str, str], IdType] = {}
    found: dict[int, frozenset[tuple[NameClass, IdType]]] = {}
    for element in grammar.elements:
        for attribute_class, type_ in _attributes(grammar, element.content, found):
            for element_name in nameclass.names(element.name_class):
                for attribute_name in nameclass.names(attribute_class):
                    types[_clark(*element_name), _clark(*attribute_name)] = type_
    return types


def _clark(ns: str, local: str) -> str:
    return f"{{{ns}}}{local}" if ns else local


def _attributes(
    grammar: Grammar, index: int, found: dict[int, frozenset[tuple[NameClass, IdType]]]
) -> frozenset[tuple[NameClass, IdType]]:
    """The attributes with an ID-type in a content pattern."""
    known = found.get(index)
    if known is not None:
        return known
    types: frozenset[tuple[NameClass, IdType]] = frozenset()
    match grammar.patterns[index]:
        case ("choice" | "group" | "interleave", members):
            types = types.union(*(_attributes(grammar, member, found) for member in members))
        case ("oneOrMore", member):
            types = _attributes(grammar, member, found)
        case ("attribute", name_class, value):
            match grammar.patterns[value]:
                case ("data", library, "ID" | "IDREF" | "IDREFS" as type_, _, _) if library in (
                    XSD,
                    COMPATIBILITY,
                ):
                    types = frozenset({(name_class, type_)})
    found[index] = types
    return types


def ids_agree(root: etree._Element, types: IdTypes) -> bool:
    """Whether no ID in a document is given twice and every IDREF points at an ID.

    Args:
        root: the document's root element.
        types: the ID-types, from ``id_types``. Values that are no names are left to the datatypes.
    """
    # Few documents come so far, and these cost as much as all else at the start.
    from teikit.schema.datatypes import normalise
    from teikit.schema.xmlnames import is_ncname

    ids: set[str] = set()
    references: set[str] = set()
    attributes: dict[str, list[tuple[str, IdType]]] = {}
    for (tag, name), type_ in types.items():
        attributes.setdefault(tag, []).append((name, type_))
    for element in root.iter("*"):
        for name, type_ in attributes.get(element.tag, ()):
            value = element.get(name)
            if value is None:
                continue
            value = normalise(value)
            if type_ != "ID":
                references.update(value.split(" "))
            elif value not in ids:
                ids.add(value)
            elif is_ncname(value):
                return False
    return not any(map(is_ncname, references - ids))
