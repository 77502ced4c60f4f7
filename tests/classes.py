"""The table of element classes in ``xslt/common/classes.xsl``, as tests read it."""

from __future__ import annotations

from lxml import etree

from teikit.resources import data_directory

_XSL = "{http://www.w3.org/1999/XSL/Transform}"


def classes() -> dict[str, str]:
    """The class of each TEI element that the table names.

    Raises:
        ValueError: an element is in the table twice.
    """
    table: dict[str, str] = {}
    for template in etree.parse(data_directory("xslt") / "common" / "classes.xsl").iter(
        f"{_XSL}template"
    ):
        for pattern in template.get("match", "").split("|"):
            prefix, _, name = pattern.strip().partition(":")
            if prefix != "tei":
                continue
            if name in table:
                raise ValueError(f"<{name}> has two classes")
            table[name] = (template.text or "").removesuffix("-unit")
    return table
