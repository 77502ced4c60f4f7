"""What a document consists of, in one walk: a walk costs as much as a verdict."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from teikit.schema.prune import Names
from teikit.tei import XML_ID

if TYPE_CHECKING:
    from lxml import etree

_ODD_URI = re.compile(r"(:|//)(\s|$)|:#|//.*\[")


@dataclass(frozen=True, slots=True)
class Survey:
    """What a document consists of.

    Attributes:
        names: the names that it uses.
        elements: how many elements it has.
        ids_differ: whether no ``xml:id`` is given twice.
    """

    names: Names
    elements: int
    ids_differ: bool


def survey(root: etree._Element) -> Survey:
    """Walk through a document.

    Args:
        root: the document's root element.
    """
    elements: set[str] = set()
    attributes: set[str] = set()
    ids: list[str] = []
    odd_uri = False
    count = 0
    for element in root.iter("*"):
        count += 1
        elements.add(element.tag)
        for name, value in cast("list[tuple[str, str]]", element.items()):
            attributes.add(name)
            if name == XML_ID:
                ids.append(value.strip())
            elif (":" in value or "//" in value) and not odd_uri:
                odd_uri = _ODD_URI.search(value) is not None
    names = Names(frozenset(elements), frozenset(attributes), odd_uri)
    return Survey(names, count, len(set(ids)) == len(ids))
