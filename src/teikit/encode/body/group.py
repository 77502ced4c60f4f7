"""Several works in one file: a ``<group>`` of texts in place of a ``<body>`` of divisions.

TEI Guidelines, section 4.3.1.
"""

from __future__ import annotations

from lxml import etree

from teikit.encode.body.elements import hold_text
from teikit.tei import tei

_FEWEST_WORKS = 2


def group_works(text: etree._Element) -> None:
    """Make a ``<text>`` of each division of the outermost level, with all that stands after it.

    What stands above the first one is a text of its own. A body that holds fewer than two
    divisions stays as it is.

    Args:
        text: the ``<text>``, which has a ``<body>``.
    """
    body = text.find(tei("body"))
    if body is None or len(body.findall(tei("div"))) < _FEWEST_WORKS:
        return
    group = etree.Element(tei("group"))
    work: etree._Element | None = None
    for child in list(body):
        if child.tag == tei("div"):
            work = _work(group, child)
        else:
            if work is None:
                work = _new_work(group)
            work.append(child)
    for part in group:
        hold_text(part[0])
    body.getparent().replace(body, group)  # type: ignore[union-attr]


def _new_work(group: etree._Element) -> etree._Element:
    return etree.SubElement(etree.SubElement(group, tei("text")), tei("body"))


def _work(group: etree._Element, division: etree._Element) -> etree._Element:
    """A text with the headings, the words and the attributes of a division."""
    body = _new_work(group)
    text = group[-1]
    for name, value in division.attrib.items():
        text.set(name, value)
    body.extend(list(division))
    return body
