"""ID-types of attributes and their agreement in a document."""

from __future__ import annotations

import pytest
from lxml import etree

from teikit.schema.ids import id_types, ids_agree

SCHEMA = """
namespace x = "u:x"
start = element r { (element x:a { attribute id { xsd:ID }?, attribute to { xsd:IDREF }? }
    | element b { attribute id { xsd:NCName }?, attribute to { xsd:IDREFS }? })* }
"""


def test_types_by_element_and_attribute(simple) -> None:
    """The same attribute may be an ID on one element and a plain name on another one."""
    assert id_types(simple(SCHEMA)) == {
        ("{u:x}a", "id"): "ID",
        ("{u:x}a", "to"): "IDREF",
        ("b", "to"): "IDREFS",
    }


@pytest.mark.parametrize(
    ("content", "agree"),
    [
        ('<x:a id="i"/><x:a id="j" to="i"/><b to=" i  j "/>', True),
        ('<x:a id="i"/><x:a id=" i "/>', False),
        ('<x:a id="i"/><b id="i"/>', True),
        ('<x:a to="i"/>', False),
        ('<b id="i" to="i"/>', False),
        ('<b to="1"/><x:a id="2"/><x:a id="2"/>', True),
    ],
)
def test_agreement(simple, content: str, agree: bool) -> None:
    """IDs are unique and IDREFs have an ID; what is no name is left to the datatypes."""
    root = etree.fromstring(f'<r xmlns:x="u:x">{content}</r>')
    assert ids_agree(root, id_types(simple(SCHEMA))) is agree
