"""Which schemas a document says that it follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml import etree

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
_PSEUDO_ATTRIBUTE = re.compile(r"""([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True)
class Declaration:
    """One schema that a document names.

    Attributes:
        href: its address, as the document has it.
        by: what names it: ``"<?xml-model?>"``, ``"xsi:schemaLocation"`` or ``"DOCTYPE"``.
        is_rules: whether it is said to be Schematron, and so stands beside a grammar.
    """

    href: str
    by: str
    is_rules: bool = False


def declarations(root: etree._Element) -> Iterator[Declaration]:
    """The schemas that a document names, the most explicit way first.

    Args:
        root: the document's root element.
    """
    for text in _instructions(root):
        found = {m[1]: m[2] or m[3] or "" for m in _PSEUDO_ATTRIBUTE.finditer(text)}
        href = _unescaped(found.get("href", "").strip())
        if href:
            rules = found.get("schematypens", "") == _SCHEMATRON or href.endswith(".sch")
            yield Declaration(href, "<?xml-model?>", rules)
    pairs = root.get(f"{_XSI}schemaLocation", "").split()
    namespace = str(root.tag).partition("}")[0].removeprefix("{")
    for ns, href in zip(pairs[::2], pairs[1::2], strict=False):
        if ns == namespace:
            yield Declaration(href, "xsi:schemaLocation")
    href = root.get(f"{_XSI}noNamespaceSchemaLocation", "").strip()
    if href:
        yield Declaration(href, "xsi:noNamespaceSchemaLocation")
    document: Any = root.getroottree().docinfo
    system = document.system_url
    if system:
        yield Declaration(system, "DOCTYPE")


def _instructions(root: etree._Element) -> list[str]:
    """The contents of the ``xml-model`` instructions before the root element, in order."""
    from lxml import etree

    found: list[str] = []
    for node in root.itersiblings(etree.PI, preceding=True):
        instruction: Any = node
        if instruction.target == "xml-model":
            found.append(instruction.text or "")
    return found[::-1]


def _unescaped(text: str) -> str:
    for name, char in (
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", '"'),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ):
        text = text.replace(name, char)
    return text
