"""The pointers of a document, each followed once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from teikit.checks.links import files
from teikit.checks.links.files import Neighbourhood, join
from teikit.checks.links.inside import inside_problems
from teikit.checks.links.outside import Outside
from teikit.checks.links.prefixes import Prefixes
from teikit.checks.links.table import POINTERS, TO_ANOTHER, is_pointer
from teikit.checks.links.use import Use
from teikit.checks.problem import Node, Problem, node_of, quoted
from teikit.tei import TEI_NS, XML_ID, XML_NS

if TYPE_CHECKING:
    from lxml import etree

_BASE = f"{{{XML_NS}}}base"
_XINCLUDE = "{http://www.w3.org/2001/XInclude}include"


class Links:
    """Collects the pointers of a document on the way through it, and follows them at the end.

    Args:
        tree: the document.
        file: its path or name.
    """

    def __init__(self, tree: etree._ElementTree, file: str) -> None:
        self._tree = tree
        self._around = Neighbourhood(file)
        self._root_base = tree.getroot().get(_BASE, "")
        self._has_bases = False
        self._ids: dict[str, str] = {}
        self._uses: dict[tuple[str, str, str], Use] = {}
        self._prefixes = Prefixes()
        self._problems: list[Problem] = []

    def visit(self, node: Node) -> None:
        """Note the ID and the pointers of an element."""
        attributes = node.attributes
        if XML_ID in attributes:
            self._ids[attributes[XML_ID].strip()] = node.name
        if _BASE in attributes:
            self._has_bases = True
        if node.name == "prefixDef":
            self._prefixes.declare(node)
        for attribute, value in attributes.items():
            if attribute in POINTERS and is_pointer(node.name, attribute):
                base = _base_of(node.element) if self._has_bases else ""
                for pointer in value.split():
                    self._note(node, attribute, pointer, base)

    def _note(self, node: Node, attribute: str, pointer: str, base: str) -> None:
        key = (attribute, pointer, base)
        use = self._uses.get(key)
        if use is None:
            use = self._uses[key] = Use(node, attribute, pointer, base)
        use.count += 1
        own = node.attributes.get(XML_ID)
        if own and attribute in TO_ANOTHER and pointer == f"#{own}":
            message = f"@{attribute} on <{node.name}> points at the element itself"
            hint = "Write the ID of the other element that is meant."
            self._problems.append(Problem("TK411", message, hint, node, attribute, pointer))

    def finish(self) -> list[Problem]:
        """The problems, when all IDs and prefixes are known."""
        complete = self._include()
        ids = self._foreign_ids() | self._ids
        outside = Outside(self._around, self._prefixes, ids)
        # With an xml:base further in, #id is an element of that other place.
        inside = [
            use
            for use in self._uses.values()
            if use.pointer.startswith("#") and use.base == self._root_base
        ]
        inside += outside.follow(u for u in self._uses.values() if not u.pointer.startswith("#"))
        self._problems += self._prefixes.problems
        self._problems += inside_problems(inside, ids, complete=complete)
        self._problems += outside.problems()
        return self._problems

    def _foreign_ids(self) -> dict[str, str]:
        """The IDs of elements outside the TEI's namespace; their names do not matter here."""
        foreign: Any = self._tree.xpath(
            "//*[namespace-uri() != $tei]/@*[name() = 'xml:id' or name() = 'id']", tei=TEI_NS
        )
        return {str(own).strip(): "" for own in foreign}

    def _include(self) -> bool:
        """Take the IDs of included files in.

        Returns:
            Whether all parts of the document are at hand.
        """
        from lxml import etree

        complete = next(self._tree.iter(etree.Entity), None) is None
        for element in self._tree.iter(_XINCLUDE):
            ids = self._ids_of_part(element)
            complete &= ids is not None
            for own in ids or ():
                self._ids.setdefault(own, "")
        return complete

    def _ids_of_part(self, element: etree._Element) -> frozenset[str] | None:
        href = element.get("href", "").partition("#")[0]
        path = self._around.find(href, _base_of(element)) if href else None
        if path is None:
            return None
        if not files.exists(path):
            message = f"the included file {quoted(href)} is not there"
            hint = "Check the name and the folder: the path starts from the document's folder."
            node = node_of(element)
            self._problems.append(Problem("TK403", message, hint, node, "href", href))
        return files.ids_of(path)


def _base_of(element: etree._Element) -> str:
    """The ``xml:base`` in force at an element; ``""`` for none."""
    bases = [base for e in _upwards(element) if (base := e.get(_BASE))]
    joined = ""
    for base in reversed(bases):
        joined = join(joined, base)
    return joined


def _upwards(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()
