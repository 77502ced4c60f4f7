"""The names of the TEI world that every part shares: namespaces and qualified names."""

from __future__ import annotations

from typing import Any

TEI_NS = "http://www.tei-c.org/ns/1.0"
XML_NS = "http://www.w3.org/XML/1998/namespace"

NSMAP: Any = {None: TEI_NS}
"""The TEI as default namespace, for lxml; its stubs know no prefix of ``None``."""

XML_ID = f"{{{XML_NS}}}id"
XML_LANG = f"{{{XML_NS}}}lang"

TEI_VERSION = "4.12.0"
"""The release of TEI P5 that the grammar in ``schema/`` describes."""


def tei(name: str) -> str:
    """The qualified name of a TEI element in lxml's (Clark's) notation.

    >>> tei("p")
    '{http://www.tei-c.org/ns/1.0}p'
    """
    return f"{{{TEI_NS}}}{name}"
