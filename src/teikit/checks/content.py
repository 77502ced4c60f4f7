"""Elements that should hold or say something and do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teikit.checks.links.table import POINTERS
from teikit.checks.problem import Node, Problem, times
from teikit.tei import XML_ID, XML_LANG, tei

if TYPE_CHECKING:
    from lxml import etree

_WITH_TEXT = frozenset(
    """abbr addrLine author bibl byline closer corr date dateline editor emph epigraph expan
    foreign forename head hi item l label licence name note opener orgName p persName placeName
    pubPlace publisher q quote ref reg roleName rs s said salute seg settlement sic signed speaker
    stage surname term title trailer""".split()
)
"""Elements that make no sense without text, unless attributes stand for it."""

_MARKS_WORDS = frozenset(
    "emph foreign hi q quote seg term title rs name persName placeName".split()
)
_SILENT = frozenset({XML_ID, XML_LANG, "n", "rend", "style", "subtype", "type", "level"})
"""Attributes that describe what an element holds and are no substitute for it."""

_LINKS = frozenset({"ptr", "ref"})
_DIVISIONS = frozenset("TEI text front body back div div1 div2 div3 floatingText app".split())
"""Where pages may be counted anew."""

_PAGE = ("n", "ed", "edRef", "type", "unit")


class Content:
    """Looks at what elements hold."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._page: tuple[str | None, ...] | None = None
        self._empty_in_header: dict[str, list[Node]] = {}

    def visit(self, node: Node) -> None:
        """Look at an element."""
        if node.name in _WITH_TEXT:
            self._check_text(node)
        if node.name in _LINKS:
            self._check_link(node)
        elif node.name in _DIVISIONS:
            self._page = None
        elif node.name == "pb":
            self._check_page(node)

    def finish(self) -> list[Problem]:
        """The problems found; what is empty in the header is told once for each element."""
        for name, nodes in self._empty_in_header.items():
            message = f"<{name}> in the header is empty{times(len(nodes))}"
            hint = f"Fill <{name}>, or take it out if the schema does not need it."
            self._problems.append(Problem("TK805", message, hint, nodes[0]))
        return self._problems

    def _check_text(self, node: Node) -> None:
        if _holds_something(node.element) or not _SILENT.issuperset(node.attributes):
            return
        name = node.name
        if _is_stub(node.element):
            return
        if name in _MARKS_WORDS and node.element.text:
            message = f"<{name}> holds only white space"
            hint = "Take its tags out, or move them around the words that they are for."
            self._problems.append(Problem("TK802", message, hint, node))
        elif _is_in_header(node.element):
            self._empty_in_header.setdefault(name, []).append(node)
        else:
            hint = f"Fill <{name}>, or take it out."
            self._problems.append(Problem("TK801", f"<{name}> is empty", hint, node))

    def _check_link(self, node: Node) -> None:
        if POINTERS.isdisjoint(node.attributes) and "cRef" not in node.attributes:
            message = f"<{node.name}> does not say where it leads"
            hint = "Add @target with an address, or with # and the ID of an element."
            self._problems.append(Problem("TK803", message, hint, node))

    def _check_page(self, node: Node) -> None:
        page = tuple(node.attributes.get(name) for name in _PAGE)
        if page == self._page and page[0] is not None:
            message = f"<pb> has the same number as the <pb> before it, “{page[0]}”"
            hint = "Correct @n of one of the two, or take the one too many out."
            self._problems.append(Problem("TK804", message, hint, node, "n", page[0]))
        self._page = page


def _holds_something(element: etree._Element) -> bool:
    """Whether anything but white space is in it.

    A comment counts: whoever wrote it knows that the element is empty. So does an instruction or
    an entity that is not expanded.
    """
    return len(element) > 0 or bool((element.text or "").strip())


_HEADER = tei("teiHeader")
_STUBS = frozenset({tei("body"), tei("front"), tei("back")})


def _is_in_header(element: etree._Element) -> bool:
    return next(element.iterancestors(_HEADER), None) is not None


def _is_stub(element: etree._Element) -> bool:
    """Whether it is all that a text has: many files are a header alone, or have a facsimile."""
    parent = element.getparent()
    return parent is not None and parent.tag in _STUBS and len(parent) == 1
