"""Small questions to, and small changes of, a finished page of HTML that is cut up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree


def select(element: etree._Element, path: str) -> list[etree._Element]:
    """The elements that an XPath finds from here; texts and attributes are no elements."""
    found = element.xpath(path)
    assert isinstance(found, Iterable)
    return [node for node in found if isinstance(node, etree._Element)]


def classes(element: etree._Element) -> set[str]:
    """The classes of an element."""
    return set((element.get("class") or "").split())


def words(element: etree._Element) -> str:
    """An element's text on one line, without markers of notes and their pop-ups."""
    return " ".join("".join(_spoken(element)).split())


def _spoken(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not {"noteref", "unseen"} & classes(child):
            yield from _spoken(child)
        yield child.tail or ""


def ids(element: etree._Element) -> set[str]:
    """All ids in an element."""
    return {identifier for node in element.iter(etree.Element) if (identifier := node.get("id"))}


def take_out(element: etree._Element) -> etree._Element:
    """Take an element out of its place; what follows it stays there.

    Returns:
        The element, which now stands alone.
    """
    parent = element.getparent()
    assert parent is not None
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)
    return element


def empty_copy(element: etree._Element) -> etree._Element:
    """An element with the attributes of another, but for its id, which only one can have."""
    copy = etree.Element(element.tag)
    for name, value in element.items():
        if name != "id":
            copy.set(name, value)
    return copy


def new(tag: str, text: str = "", **attributes: str) -> etree._Element:
    """An element with this text; ``class_`` and ``aria_label`` are ``class`` and ``aria-label``."""
    element = etree.Element(
        tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    )
    element.text = text
    return element
