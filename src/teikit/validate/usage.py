"""What a document, and TEI at large, uses often: that is proposed first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from teikit.validate.events import QName, split

if TYPE_CHECKING:
    from lxml import etree

# Elements that most encodings use, roughly by how often they come to mind.
_COMMON = (
    "p div head l lg item list note hi body text title persName placeName date sp speaker stage "
    "row cell quote q bibl author publisher titleStmt respStmt resp name addrLine label ab "
    "figure graphic figDesc opener closer dateline salute signed ref ptr pb lb "
    "person place org item abbr add del unclear gap fileDesc publicationStmt sourceDesc"
).split()
_RANKS = {name: rank for rank, name in reversed(list(enumerate(_COMMON)))}


class Usage:
    """How often a document uses elements, and which in which.

    Args:
        root: the document's root element; without one nothing is known about the document.
    """

    def __init__(self, root: etree._Element | None = None) -> None:
        self._elements: Counter[QName] = Counter()
        self._pairs: Counter[tuple[QName, QName]] = Counter()
        self._attributes: Counter[tuple[QName, QName]] = Counter()
        for element in root.iter("*") if root is not None else ():
            name, parent = split(str(element.tag)), element.getparent()
            self._elements[name] += 1
            if parent is not None:
                self._pairs[split(str(parent.tag)), name] += 1
            self._attributes.update((name, split(str(key))) for key in element.attrib)

    def of(self, name: QName, parent: QName | None = None) -> int:
        """How often an element occurs, in a certain parent if one is given."""
        return self._elements[name] if parent is None else self._pairs[parent, name]

    def of_attribute(self, element: QName, attribute: QName) -> int:
        """How often an element has an attribute."""
        return self._attributes[element, attribute]

    def is_common(self, name: QName) -> bool:
        """Whether most encodings use an element."""
        return name[1] in _RANKS

    def order(self, name: QName, parent: QName | None) -> tuple[int, int, int, str]:
        """Sorts the names that come to mind first to the front."""
        pairs = 0 if parent is None else self._pairs[parent, name]
        if name == parent:
            # An element in itself is allowed more often than it is meant.
            return 1, 0, 0, name[1]
        return -pairs, -self._elements[name], _RANKS.get(name[1], len(_COMMON)), name[1]
