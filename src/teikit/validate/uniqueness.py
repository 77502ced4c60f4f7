"""Whether the IDs of a document are right, mostly at the speed of C."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from teikit.schema.ids import IdTypes, ids_agree
from teikit.tei import XML_ID

if TYPE_CHECKING:
    from lxml import etree


class Uniqueness:
    """Judges the IDs of documents.

    Args:
        types: the ID-types of attributes, from ``teikit.schema.ids.id_types``.
    """

    def __init__(self, types: IdTypes) -> None:
        self._types = types
        # In TEI, as in most schemas, xml:id is the only ID and nothing is an IDREF.
        self._simple = {name for _, name in types} == {XML_ID} and set(types.values()) == {"ID"}

    def holds(self, root: etree._Element) -> bool:
        """Whether no ID is given twice, and every IDREF points at an ID."""
        if not self._types or (self._simple and xml_ids_differ(root)):
            return True
        return ids_agree(root, self._types)


def xml_ids_differ(root: etree._Element) -> bool:
    """Whether all ``xml:id`` in a document differ; then so do those that its schema knows."""
    values = cast("list[str]", root.xpath("//@xml:id", smart_strings=False))
    return len({value.strip() for value in values}) == len(values)
