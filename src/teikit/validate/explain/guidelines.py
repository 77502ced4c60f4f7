"""Where the TEI Guidelines define an element."""

from __future__ import annotations

from functools import cache

from teikit.resources import data_directory
from teikit.tei import TEI_NS
from teikit.validate.events import QName


@cache
def _sections() -> dict[str, str]:
    table = data_directory("schema") / "elements.tsv"
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:])
    return {row[0]: row[2] for row in rows}


def section(name: QName) -> str:
    """The number of the section that defines an element; ``""`` if TEI P5 has no such element."""
    return _sections().get(name[1], "").split(" ")[0] if name[0] == TEI_NS else ""


def share_section(one: QName, other: QName) -> bool:
    """Whether the same section defines both elements, as it does <sic> and <corr>."""
    sections = [set(_sections().get(name[1], "").split(" ")) for name in (one, other)]
    return bool(sections[0] & sections[1])


def is_tei(name: QName) -> bool:
    """Whether TEI P5 has the element, whatever a customised schema leaves out."""
    return name[0] == TEI_NS and name[1] in _sections()
