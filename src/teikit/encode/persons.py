"""Persons: the ``<standOff>`` list of those that a text mentions, and their identifiers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from lxml import etree

from teikit.encode.authority import Identity
from teikit.encode.model import Span
from teikit.tei import NSMAP, XML_ID, tei


def identifiers(spans: Sequence[Span]) -> dict[str, str]:
    """An ``xml:id`` for each person that spans refer to, made from the name.

    >>> identifiers([Span(0, 7, "persName", entity="H. G. Wells")])
    {'H. G. Wells': 'person-h-g-wells'}
    """
    found: dict[str, str] = {}
    used: set[str] = set()
    for span in spans:
        if span.kind != "persName" or not span.entity or span.entity in found:
            continue
        plain = unicodedata.normalize("NFKD", span.entity).encode("ascii", "ignore").decode()
        slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-")
        base = candidate = f"person-{slug}" if slug else "person"
        number = 1
        while candidate in used:
            number += 1
            candidate = f"{base}-{number}"
        used.add(candidate)
        found[span.entity] = candidate
    return found


def list_person(
    text: str,
    spans: Sequence[Span],
    references: Mapping[str, str],
    identities: Mapping[str, Identity],
) -> etree._Element | None:
    """The ``<standOff>`` with a ``<person>`` for each reference, or ``None`` for none.

    The fullest form of the name stands first, the other forms that occur follow it, then the URIs
    that an authority file gives.

    Args:
        text: the whole text.
        spans: those that are woven into it.
        references: from ``identifiers``.
        identities: persons of an authority file by ``Span.entity``.
    """
    if not references:
        return None
    forms: dict[str, dict[str, None]] = {entity: {entity: None} for entity in references}
    types: dict[str, str] = {}
    for span in spans:
        if span.entity in forms:
            forms[span.entity][" ".join(text[span.start : span.end].split())] = None
            types.setdefault(span.entity, span.attributes.get("type", ""))
    stand_off = etree.Element(tei("standOff"), nsmap=NSMAP)
    people = etree.SubElement(stand_off, tei("listPerson"))
    for entity in sorted(references, key=lambda name: references[name]):
        group = types.get(entity) == "family"
        person = etree.SubElement(people, tei("personGrp" if group else "person"))
        person.set(XML_ID, references[entity])
        known = identities.get(entity, Identity(entity))
        for form in dict.fromkeys((known.name, *known.forms, *forms[entity])):
            if form == entity != known.name:
                continue
            name = etree.SubElement(person, tei("persName"))
            name.text = form
            if form != known.name:
                name.set("type", "variant")
        for uri in known.uris:
            etree.SubElement(person, tei("idno"), {"type": "URI"}).text = uri
    etree.indent(stand_off)
    return stand_off
