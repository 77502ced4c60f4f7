"""The characters by which ``xslt/text`` asks for a layout; ``xslt/text/marks.xsl`` has them too.

Those from U+FDD0 on are noncharacters: Unicode sets them aside for use inside a program. A document
that has some of them all the same is escaped before, and its result unescaped.
"""

from __future__ import annotations

import re

from lxml import etree

PARAGRAPH = "\u2029"
LINE = "\u2028"
OMITTED = "\ufdd0"
INDENT = "\ufdd1"
DEEPER = "\ufdd2"
BACK = "\ufdd3"
HANG = "\ufdd4"
TABLE = "\ufdd5"
TABLE_END = "\ufdd6"
ROW = "\ufdd7"
CELL = "\ufdd8"
COLUMN = "\ufdd9"
SPANNED_ROW = "\ufdda"
NUMBER = "\ufddb"
SPACE = "\ufddc"
ORDINAL = "\ufddd"


START = "\ufdde"
"""Before a piece of the document whose place is wanted, with its number in :data:`DIGITS`."""
END = "\ufddf"
DIGITS = "".join(map(chr, range(0xFDE0, 0xFDEA)))

_FIRST, _LAST = 0xFDD0, 0xFDEF
ALL = PARAGRAPH + LINE + "".join(map(chr, range(_FIRST, _LAST)))
"""All marks, for a class of a regular expression."""

_ESCAPE = chr(_LAST)
_RESERVED = re.compile(f"[{chr(_FIRST)}-{_ESCAPE}]")
_ESCAPED = re.compile(f"{_ESCAPE}([A-`])")
_UTF8_PREFIX = _ESCAPE.encode()[:2]


def has_reserved(tree: etree._ElementTree) -> bool:
    """Whether a document has characters that are marks."""
    text = etree.tostring(tree, method="text", encoding="utf-8")
    return _UTF8_PREFIX in text and _RESERVED.search(text.decode()) is not None


def escape(text: str) -> str:
    """A text of a document without characters that are marks."""
    return _RESERVED.sub(lambda match: _ESCAPE + chr(ord(match[0]) - _FIRST + ord("A")), text)


def escape_tree(tree: etree._ElementTree) -> None:
    """Escape all texts of a document, in place."""
    for node in tree.iter():
        if node.text and isinstance(node.tag, str):
            node.text = escape(node.text)
        if node.tail:
            node.tail = escape(node.tail)


def unescape(text: str) -> str:
    """What :func:`escape` was given."""
    if _ESCAPE not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(ord(match[1]) - ord("A") + _FIRST), text)
