"""Whether the IDs of a document are right, mostly without looking for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teikit.schema.ids import IdTypes, ids_agree
from teikit.tei import XML_ID

if TYPE_CHECKING:
    from lxml import etree

    from teikit.schema.survey import Survey


class Uniqueness:
    """Judges the IDs of documents.

    Args:
        types: the ID-types of attributes, from ``teikit.schema.ids.id_types``.
    """

    def __init__(self, types: IdTypes) -> None:
        self._types = types
        # In TEI, as in most schemas, xml:id is the only ID and nothing is an IDREF.
        self._simple = {name for _, name in types} == {XML_ID} and set(types.values()) == {"ID"}

    def holds(self, root: etree._Element, seen: Survey) -> bool:
        """Whether no ID is given twice, and every IDREF points at an ID.

        Args:
            root: the document's root element.
            seen: the survey of the document. If all its ``xml:id`` differ, then so do those that
                its schema knows.
        """
        if not self._types or (self._simple and seen.ids_differ):
            return True
        return ids_agree(root, self._types)
