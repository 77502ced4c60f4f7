"""Tables of contents: each entry points to the division that it names.

TEI Guidelines, section 4.5 (front matter) and 3.7 (``<ref>``). What an entry points to is told by
its words and by its place: divisions come in the order of their entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from teikit.encode.model import Block
from teikit.encode.structure.numbers import unaccented
from teikit.tei import TEI_NS, XML_ID, tei

_PAGE = re.compile(r"(?:\s{2,}|[ \t]*[.·…][.·… \t]*|\s)(?:\d{1,4}|[ivxlc]{1,7})\.?\s*\Z")
_LABEL = re.compile(
    r"(?:(?:chapter|chap|chapitre|kapitel|letter|book|part|lecture|section)\b\.?\s*)?"
    r"(?:[ivxlc]+|\d{1,3})\b[.):—–-]*\s+", re.IGNORECASE
)  # fmt: skip
_FEWEST_LETTERS = 3
_TEXTS: Any = etree.XPath(
    ".//text()[not(ancestor::t:note)]", namespaces={"t": TEI_NS}, smart_strings=False
)


def link_contents(text: etree._Element) -> None:
    """Put a ``<ref>`` into each entry of a table of contents whose division is found.

    Args:
        text: the ``<text>``; the divisions that are pointed to get an ``xml:id``.
    """
    entries = text.findall(f".//{tei('list')}[@type='contents']/{tei('item')}")
    if not entries:
        return
    divisions = [
        (one, _names(one)) for one in text.iter(tei("div")) if one.get("type") != "contents"
    ]
    places: dict[str, list[int]] = {}
    for at, (_, names) in enumerate(divisions):
        for name in names:
            places.setdefault(name, []).append(at)
    linked: dict[int, str] = {}
    before, within = -1, None
    for entry in entries:
        if entry.getparent() is not within:
            before, within = -1, entry.getparent()
        found = (n for key in keys_of(_words(entry)) for n in places.get(key, ()) if n > before)
        at = next(found, -1)
        if at >= 0:
            before = at
            identifier = linked.setdefault(at, f"div{len(linked) + 1}")
            divisions[at][0].set(XML_ID, identifier)
            _link(entry, identifier)


def listed(text: str, taken: Mapping[int, Sequence[Block]]) -> dict[str, int]:
    """What the tables of contents of a text call divisions, and after which paragraph these stand.

    Args:
        text: the whole text.
        taken: the blocks of paragraphs, by index; entries are ``item`` of a list of ``contents``.
    """
    return {
        key: at
        for at, blocks in taken.items()
        for block in blocks
        if block.kind == "item" and block.attributes.get("list") == "contents"
        for key in keys_of(text[block.start : block.end])
        if sum(map(str.isalpha, key)) >= _FEWEST_LETTERS
    }


def is_listed(words: str, at: int, names: Mapping[str, int]) -> bool:
    """Whether a paragraph says what a table of contents above it calls a division.

    Args:
        words: the paragraph's.
        at: its index.
        names: what ``listed`` gives.
    """
    # Most have one line and no number, and are one and the same.
    forms = {words, _LABEL.sub("", words, 1), words.partition("\n")[0]}
    return any(names.get(key, at) < at for key in map(_plain, forms))


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, unaccented(words)))


def _words(element: etree._Element) -> str:
    """The words of an element, without those of its notes."""
    return "".join(_TEXTS(element)) if len(element) else element.text or ""


def _names(division: etree._Element) -> Iterator[str]:
    """What a division may be called by: its headings, alone or together."""
    heads = [_words(head) for head in division.findall(tei("head"))]
    whole = " ".join(heads)
    first = (head.partition("\n")[0] for head in heads)
    for name in dict.fromkeys(map(_plain, (whole, *heads, _LABEL.sub("", whole, 1), *first))):
        if name:
            yield name


def keys_of(entry: str) -> Sequence[str]:
    """What an entry may call a division: its words, without the page and without the number.

    >>> keys_of("2. The Mill .... 15")
    ['2themill15', '2themill', 'themill']
    """
    words = entry.strip()
    bare = _PAGE.sub("", words)
    keys = [_plain(words), _plain(bare)]
    title = _plain(_LABEL.sub("", bare, 1))
    if len(title) >= _FEWEST_LETTERS:
        keys.append(title)
    label = _LABEL.match(f"{bare} ")
    if label and label.end() > len(bare):
        keys.append(_plain(label.group()))
    return [key for key in dict.fromkeys(keys) if key]


def _link(entry: etree._Element, identifier: str) -> None:
    ref = etree.Element(tei("ref"), {"target": f"#{identifier}"})
    ref.text, entry.text = entry.text, None
    ref.extend(list(entry))
    entry.append(ref)
