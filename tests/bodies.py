"""Looking at the body of a converted text."""

from __future__ import annotations

from lxml import etree

from teikit.encode.convert import convert
from teikit.tei import tei


def body(text: str) -> etree._Element:
    """The ``<body>`` of a converted text."""
    found = convert(text.encode(), annotators=()).tree.find(f".//{tei('body')}")
    assert found is not None
    return found


def shape(element: etree._Element) -> str:
    """The names of the elements inside one, nested by brackets."""
    inner = " ".join(shape(child) for child in element)
    name = etree.QName(element).localname
    return f"{name}({inner})" if inner else name
