"""Whether a document is in the namespace of TEI P5 (TEI Guidelines, section 1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.problem import Problem, node_of, quoted
from teikit.tei import TEI_NS

if TYPE_CHECKING:
    from lxml import etree

_P4_ROOTS = frozenset({"TEI.2", "teiCorpus.2"})
_ROOTS = frozenset({"TEI", "teiCorpus"})
_LOOKS_LIKE_TEI = re.compile(r"tei-?c\.org|\btei\b", re.IGNORECASE)


def namespace_problems(tree: etree._ElementTree) -> Iterator[Problem]:
    """At most one problem: the root element is TEI, but not that of TEI P5."""
    root = tree.getroot()
    ns, _, name = str(root.tag).rpartition("}")
    if ns[1:] == TEI_NS:
        return
    node = node_of(root)
    if name.lower() in {root.lower() for root in _P4_ROOTS}:
        yield Problem(
            "TK611",
            f"<{name}> is the root element of TEI P4, not of P5",
            "Convert the document to P5 first, for instance with the TEI's stylesheet p4totei.xsl.",
            node,
            found=name,
        )
    elif not ns and name.lower() in {root.lower() for root in _ROOTS}:
        yield Problem(
            "TK612",
            f"<{name}> is in no namespace, so this is no TEI P5 yet",
            f'Write <{name} xmlns="{TEI_NS}">; that is enough for all elements inside.',
            node,
            found=name,
        )
    elif name in _ROOTS and _LOOKS_LIKE_TEI.search(ns):
        yield Problem(
            "TK613",
            f"the namespace {quoted(ns[1:])} is not that of TEI P5",
            f"Write {TEI_NS}, letter for letter: a namespace is a name and not an address.",
            node,
            found=ns[1:],
            allowed=(TEI_NS,),
        )
