"""Reading the elements of a Schematron schema, in its old namespace and its present one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from teikit.schematron.errors import SchematronError
from teikit.schematron.model import Expression, Place
from teikit.tei import XML_NS

ISO_NS = "http://purl.oclc.org/dsdl/schematron"
OLD_NS = "http://www.ascc.net/xml/schematron"
XML_BASE = f"{{{XML_NS}}}base"

Element: TypeAlias = Any
"""An element of lxml, whose own types are not those of its stubs."""


def local_name(element: Element) -> str:
    """An element's name without its namespace; ``""`` for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def is_schematron(element: Element) -> bool:
    """Whether an element is one of Schematron's."""
    return isinstance(element.tag, str) and element.tag.startswith(
        (f"{{{ISO_NS}}}", f"{{{OLD_NS}}}")
    )


def children(element: Element, *names: str) -> Iterator[Element]:
    """The Schematron elements of some names right inside an element."""
    for child in element:
        if is_schematron(child) and local_name(child) in names:
            yield child


def place_of(element: Element) -> Place:
    """Where an element begins; ``xml:base`` names the file of what was included."""
    around: Element | None = element
    while around is not None and XML_BASE not in around.attrib:
        around = around.getparent()
    file = element.getroottree().docinfo.URL if around is None else around.get(XML_BASE)
    return Place(file or "", element.sourceline or 0)


def required(element: Element, attribute: str) -> str:
    """The value of an attribute.

    Raises:
        SchematronError: the element does not have it.
    """
    value = element.get(attribute)
    if value is None or not value.strip():
        raise SchematronError(
            f"<{local_name(element)}> has no @{attribute}",
            place=str(place_of(element)),
            hint=f"Add the attribute, or remove <{local_name(element)}>.",
        )
    return str(value).strip()


def expression(element: Element, attribute: str) -> Expression:
    """The expression in an attribute that must be there."""
    return Expression(required(element, attribute), place_of(element))


def text_of(element: Element) -> str:
    """The text inside an element, its blanks made single."""
    return " ".join("".join(element.itertext()).split())
