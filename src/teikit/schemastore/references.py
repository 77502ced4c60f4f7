"""Which other files a schema refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teikit.schema.tree import RELAXNG_NS, Node
from teikit.schemastore.kinds import SCHEMATRON_NS, XSD_NS, parse_xml
from teikit.schemastore.model import Kind

_XSD = frozenset({"include", "import", "redefine", "override"})
_SCHEMATRON = frozenset({"include", "extends"})
_RELAXNG = frozenset({"include", "externalRef"})
_PARAMETER_ENTITY = re.compile(
    r"""<!ENTITY\s+%\s+\S+\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+(?:"([^"]*)"|'([^']*)')"""
)


def references(data: bytes, kind: Kind, place: str) -> list[str]:
    """The references of a schema file to others, as they are written, each once.

    Args:
        data: the file's bytes.
        kind: in which language it is written.
        place: its path or address, for errors.

    Raises:
        SchemaError: the file cannot be read in that language.
    """
    if kind == "rnc":
        found = _in_compact(data, place)
    elif kind == "dtd":
        found = _in_dtd(data)
    else:
        found = _in_xml(data, place)
    return list(dict.fromkeys(href for href in found if href))


def _in_xml(data: bytes, place: str) -> Iterator[str]:
    for element in parse_xml(data, place).iter("*"):
        ns, _, local = str(element.tag)[1:].rpartition("}")
        if ns == XSD_NS and local in _XSD:
            yield element.get("schemaLocation", "")
        elif (ns == RELAXNG_NS and local in _RELAXNG) or (
            ns in SCHEMATRON_NS and local in _SCHEMATRON
        ):
            yield element.get("href", "").partition("#")[0]


def _in_compact(data: bytes, place: str) -> Iterator[str]:
    from teikit.schema.compact import parse_compact

    # Without a base, references stay as they are written.
    waiting: list[Node] = [parse_compact(data, place, "")]
    while waiting:
        node = waiting.pop()
        if node.kind in _RELAXNG:
            yield node.href
        waiting += reversed(node.children)


def _in_dtd(data: bytes) -> Iterator[str]:
    first, *rest = data.decode("utf-8", "replace").split("<!--")
    text = first + "".join(part.partition("-->")[2] for part in rest)
    for match in _PARAMETER_ENTITY.finditer(text):
        yield match[1] or match[2] or ""
