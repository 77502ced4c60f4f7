"""Bytes, characters and instructions that other programs left in a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from teikit.checks.characters import byte_problems, character_problems
from teikit.checks.problem import Node, Problem, node_of, times
from teikit.tei import XML_ID, tei

if TYPE_CHECKING:
    from lxml import etree

_EDITORS = re.compile(
    r"oxygen$|oxy_|xm-|xmetal|xml-?spy|altova|mso-|Pub$|Fm$|FM$|APT$|"
    r"soft-page-break|hard-pagebreak|serna|arbortext|cooktop|xopus|dctm",
)
_SCHEMA_NAMES = re.compile(r"xml-model$|oxygen$")
_EXTERNAL = re.compile(r"\b(?:SYSTEM|PUBLIC)\b")
_SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_STYLE = re.compile(r"\bMso[A-Z]\w+|\bmso-[a-z-]+")
_BOOKMARK = re.compile(r"^_(?:GoBack$|Toc\d{5,}|Hlk\d{5,})")
_OFFICE = (("rend", _STYLE), ("style", _STYLE), (XML_ID, _BOOKMARK))


class Encoding:
    """Looks at bytes, characters and processing instructions.

    Args:
        tree: the document.
        raw: its bytes; none if they are not known.
        text: its source text; ``""`` if it is not known.
    """

    def __init__(self, tree: etree._ElementTree, raw: bytes, text: str) -> None:
        self._tree = tree
        self._raw = raw
        self._text = text
        self._styled: list[Problem] = []
        self._styles = 0

    def visit(self, node: Node) -> None:
        """Look for the names of a word processor's styles and bookmarks."""
        for attribute, pattern in _OFFICE:
            value = node.attributes.get(attribute)
            found = pattern.search(value) if value else None
            if found:
                self._styles += 1
                if self._styles == 1:
                    message = f"“{found[0]}” comes from a word processor"
                    hint = "Say in words of your own what it looks like, or take it out."
                    self._styled = [Problem("TK629", message, hint, node, attribute, found[0])]
                return

    def finish(self) -> list[Problem]:
        """The problems found, those of the same kind told once."""
        problems = [
            replace(problem, message=problem.message + times(self._styles))
            for problem in self._styled
        ]
        problems += self._instructions()
        if self._raw:
            problems += byte_problems(self._raw, self._tree)
        if not self._text.isascii() or "&#" in self._text:
            problems += character_problems(self._text)
        return problems

    def _instructions(self) -> Iterator[Problem]:
        """What processing instructions there are, and the one that is missing."""
        counts: Counter[str] = Counter()
        first: dict[str, etree._Element] = {}
        for instruction in _instructions(self._tree):
            target = _target(instruction)
            counts[target] += 1
            first.setdefault(target, instruction)
        for target, instruction in first.items():
            if _EDITORS.match(target):
                yield self._leftover(instruction, target, counts[target])
        root = self._tree.getroot()
        declared = any(map(_SCHEMA_NAMES.match, first)) or root.get(_SCHEMA_LOCATION)
        if not declared and not _EXTERNAL.search(_doctype(self._tree)) and root.tag in _ROOTS:
            message = "the document does not say by which schema it is valid"
            hint = f'Write <?xml-model href="{_TEI_ALL}"?>, or your own schema, before the root.'
            yield Problem("TK624", message, hint, node_of(root))

    def _leftover(self, instruction: etree._Element, target: str, count: int) -> Problem:
        message = f"<?{target} …?> is for the editor that wrote it{times(count)}"
        hint = "Take it out when the text is finished; nobody else can read it."
        if target == "oxygen":
            message = f"<?oxygen …?> is one editor's own way to name a schema{times(count)}"
            hint = 'Name the schema in <?xml-model href="…"?>, which all programs read.'
        elif target.startswith("oxy_"):
            hint = "Accept or reject the changes and comments in oXygen before you publish."
        node = Node(instruction, "", {})
        offset = self._text.find(f"<?{target}")
        return Problem("TK625", message, hint, node, found=target, offset=offset)


_TEI_ALL = "https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng"
_ROOTS = frozenset({tei("TEI"), tei("teiCorpus")})


def _doctype(tree: Any) -> str:
    return str(tree.docinfo.doctype)


def _target(instruction: Any) -> str:
    return str(instruction.target)


def _instructions(tree: etree._ElementTree) -> Iterator[etree._Element]:
    """All processing instructions, in document order."""
    from lxml import etree

    root = tree.getroot()
    before = list(root.itersiblings(etree.PI, preceding=True))
    yield from reversed(before)
    yield from root.iter(etree.PI)
    yield from root.itersiblings(etree.PI)
