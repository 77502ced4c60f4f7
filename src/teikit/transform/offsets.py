"""From ranges of a plain text back to the elements that hold the words.

The text nodes of a copy of the document are marked before it is transformed. What the marks
enclose in the result is the words of that node, whatever the stylesheet did around them. The layout
changes nothing but white space, so that the words are found in it by counting characters.
"""

from __future__ import annotations

import copy
import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from teikit.tei import TEI_NS, XML_ID
from teikit.transform.marks import ALL, DIGITS, END, START, escape

_PIECE = re.compile(f"{START}([{DIGITS}]+)([^{END}]*){END}")
_MARK = re.compile(f"{START}[{DIGITS}]+|{END}")
_TO_DIGITS = str.maketrans("0123456789", DIGITS)
_FROM_DIGITS = str.maketrans(DIGITS, "0123456789")
_NO_WORD = re.compile(f"[ \\t\\r\\n{ALL}]+")
_WORD = re.compile(r"[^ \n]+")
_PREFIX = "tei"


@dataclass(frozen=True, slots=True)
class Range:
    """Words of a plain text that stand together in an element.

    Attributes:
        start: where they begin, in characters (Unicode code points) from 0.
        end: where they end; the character there is no longer one of theirs.
        element: the element that holds them itself, not through a child.
        node: which of the element's text nodes they are, from 1.
    """

    start: int
    end: int
    element: etree._Element
    node: int


class Marked:
    """A document whose text nodes are marked.

    Attributes:
        tree: a copy of the document, with marks round each text node that has words.
    """

    def __init__(self, tree: etree._ElementTree) -> None:
        self.tree = copy.deepcopy(tree)
        self._nodes: list[tuple[etree._Element, int]] = []
        for element, original in zip(
            self.tree.iter(etree.Element), tree.iter(etree.Element), strict=True
        ):
            self._mark(element, original)

    def _mark(self, element: etree._Element, original: etree._Element) -> None:
        """Mark the text nodes of an element."""
        number = 0
        if element.text:
            number = 1
            element.text = self._marked(element.text, original, number)
        for child in element:
            if child.tail:
                number += 1
                child.tail = self._marked(child.tail, original, number)

    def _marked(self, text: str, element: etree._Element, number: int) -> str:
        if not _count(text):
            return text
        self._nodes.append((element, number))
        number_of_node = str(len(self._nodes) - 1).translate(_TO_DIGITS)
        return f"{START}{number_of_node}{escape(text)}{END}"

    def ranges(self, result: str, text: str) -> Iterator[Range]:
        """Find the words of each text node, in the order of the text.

        Args:
            result: what the stylesheet made of the marked copy.
            text: what the layout made of that, without the marks.
        """
        places = _Places(text)
        done = count = 0
        for piece in _PIECE.finditer(result):
            count += _count(_MARK.sub("", result[done : piece.start()]))
            if length := _count(piece[2]):
                first, last = places[count], places[count + length - 1]
                yield Range(first, last + 1, *self._nodes[int(piece[1].translate(_FROM_DIGITS))])
            count += length
            done = piece.end()


def unmarked(result: str) -> str:
    """What the stylesheet would have made of the document without the marks."""
    return _MARK.sub("", result)


class _Places(Sequence[int]):
    """Where in a text each character is that is not white space."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._counts: list[int] = []
        self._length = 0
        for word in _WORD.finditer(text):
            self._starts.append(word.start())
            self._counts.append(self._length)
            self._length += word.end() - word.start()

    def __getitem__(self, index: int) -> int:  # type: ignore[override]
        word = bisect_right(self._counts, index) - 1
        return self._starts[word] + index - self._counts[word]

    def __len__(self) -> int:
        return self._length


def _count(text: str) -> int:
    """How many characters of a text are neither white space nor marks."""
    return len(_NO_WORD.sub("", text))


def moved(ranges: Sequence[Range], text: str, change: Callable[[str], str]) -> list[Range]:
    """Ranges of a text as those of a changed one.

    A character that is made of the end of one range and the beginning of the next belongs to both.

    Args:
        ranges: of the text before it is changed.
        text: that text.
        change: brings a text to a normal form, for instance; leaves white space alone.
    """
    if change(text) == text:
        return list(ranges)
    words = _ChangedWords(text, change)
    return [
        replace(range_, start=words.start(range_.start), end=words.end(range_.end))
        for range_ in ranges
    ]


class _ChangedWords:
    """The words of a text before and after a change, none of which crosses a space."""

    def __init__(self, text: str, change: Callable[[str], str]) -> None:
        self._change = change
        self._words = [match.group() for match in _WORD.finditer(text)]
        self._before = [match.start() for match in _WORD.finditer(text)]
        self._after: list[int] = []
        grown = 0
        for start, word in zip(self._before, self._words, strict=True):
            self._after.append(start + grown)
            grown += len(change(word)) - len(word)

    def start(self, place: int) -> int:
        """Where a range begins that began at a place."""
        return self._moved(place, place, -1)

    def end(self, place: int) -> int:
        """Where a range ends that ended at a place."""
        return self._moved(place - 1, place, 1)

    def _moved(self, inside: int, place: int, step: int) -> int:
        number = bisect_right(self._before, inside) - 1
        word, at = self._words[number], place - self._before[number]
        while not self._parts(word, at):
            at += step
        return self._after[number] + len(self._change(word[:at]))

    def _parts(self, word: str, at: int) -> bool:
        """Whether the change leaves a word's two parts apart."""
        if at in (0, len(word)):
            return True
        return self._change(word[:at]) + self._change(word[at:]) == self._change(word)


def to_json(ranges: Sequence[Range]) -> bytes:
    """The ranges as JSON: for each its element, by ``xml:id`` or else by an XPath.

    Args:
        ranges: in the order of the text.
    """
    address = _Addresses(ranges[0].element.getroottree()) if ranges else None
    entries = [
        json.dumps(
            {"start": range_.start, "end": range_.end, **address.of(range_.element),
             "node": range_.node},
            ensure_ascii=False,
        )
        for range_ in ranges
        if address
    ]  # fmt: skip
    head = json.dumps({_PREFIX: TEI_NS})
    lines = ",\n".join(entries)
    return f'{{"unit": "character", "namespaces": {head}, "ranges": [\n{lines}\n]}}\n'.encode()


class _Addresses:
    """How elements of a document are called from outside."""

    def __init__(self, tree: etree._ElementTree) -> None:
        ids = Counter(element.get(XML_ID) for element in tree.iter(etree.Element))
        self._ids = {name for name, count in ids.items() if count == 1}
        self._paths: dict[etree._Element, str] = {}

    def of(self, element: etree._Element) -> dict[str, str]:
        """``id``, if the element has one of its own, else ``xpath``."""
        name = element.get(XML_ID)
        return {"id": name} if name in self._ids and name else {"xpath": self._path(element)}

    def _path(self, element: etree._Element) -> str:
        if element in self._paths:
            return self._paths[element]
        parent = element.getparent()
        if parent is None:
            self._paths[element] = f"/{_step(element)}"
        else:
            self._number(parent, self._path(parent))
        return self._paths[element]

    def _number(self, parent: etree._Element, path: str) -> None:
        """Find the paths of all children at once: one by one would count them again each time."""
        children = list(parent.iterchildren(etree.Element))
        names = Counter(child.tag for child in children)
        seen: Counter[object] = Counter()
        for place, child in enumerate(children, 1):
            seen[child.tag] += 1
            number = f"[{seen[child.tag]}]" if names[child.tag] > 1 else ""
            # A name of another vocabulary would need a prefix; its place needs none.
            step = f"{_step(child)}{number}" if _is_tei(child) else f"*[{place}]"
            self._paths[child] = f"{path}/{step}"


def _is_tei(element: etree._Element) -> bool:
    return etree.QName(element).namespace == TEI_NS


def _step(element: etree._Element) -> str:
    return f"{_PREFIX}:{etree.QName(element).localname}" if _is_tei(element) else "*"
