"""Inspecting: the structure that a text would be given, how sure it is, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from teikit.encode.body.weave import weave
from teikit.encode.conventions.model import Choice
from teikit.encode.convert import conventions_of
from teikit.encode.model import Block, Certainty, Notice
from teikit.encode.resolve import resolve
from teikit.encode.segment import Structure, segment
from teikit.tei import tei
from teikit.text.read import TextInput, read
from teikit.text.source import Source

# What a heading is known by, where that leaves a doubt.
_DOUBTS: Mapping[str, tuple[Certainty, str]] = {
    "capitals": ("medium", "known by its capitals only"),
    "number line": ("medium", "known by its number only"),
    "numeral line": ("medium", "known by its number only"),
    "plain": ("low", "known by the space round it only"),
    "centred": ("low", "known by its place in the line only"),
}
_COUNTED = {
    "div": "divisions", "p": "paragraphs", "lg": "stanzas", "l": "lines of verse",
    "note": "notes", "sp": "speeches", "quote": "quotations", "figure": "figures",
    "list": "lists", "table": "tables", "pb": "page breaks",
}  # fmt: skip
_INSIDE = {name: _COUNTED[name] for name in ("p", "l", "sp", "note")}


@dataclass(frozen=True, slots=True)
class Division:
    """A part of a text.

    Attributes:
        kind: ``front``, ``title page``, ``body``, ``back``, or the value of ``@type``.
        n: its number, or ``""``.
        heading: the words of its headings, or ``""``.
        line: the line at which it begins.
        certainty: how sure it is that a division begins here.
        doubt: why, where that is not sure.
        counts: how much there is in it, parts of parts left out.
        parts: the divisions in it.
    """

    kind: str
    n: str
    heading: str
    line: int
    certainty: Certainty = "high"
    doubt: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    parts: Sequence[Division] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to look at: its line, and what is doubtful."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """The structure of a text.

    Attributes:
        name: what the user calls the text.
        encoding: in which it was read.
        lines: how many it has.
        conventions: those that were weighed, with what speaks for and against them.
        divisions: the parts of the text, from the top.
        counts: how much of everything there is.
        doubts: what to look at, in the order of the text.
    """

    name: str
    encoding: str
    lines: int
    conventions: Sequence[Choice]
    divisions: Sequence[Division]
    counts: Mapping[str, int]
    doubts: Sequence[Doubt]


def inspect(
    source: TextInput, *, encoding: str | None = None, conventions: Sequence[str] = ()
) -> Inspection:
    """Tell the structure that ``convert`` would give a text.

    Args:
        source: as for ``convert``.
        encoding: as for ``convert``.
        conventions: as for ``convert``.

    Raises:
        InputError, UsageError: as ``convert``.
    """
    found = read(source, encoding=encoding)
    structure = segment(found.text, given=conventions_of(source, conventions))
    spans = resolve(found.text, structure.blocks, structure.spans)
    tree = weave(found.text, structure.blocks, spans, {})
    divisions = [*_Outline(found, structure).divisions(tree)]
    counts = Counter(
        _COUNTED[name]
        for element in tree.iter(etree.Element)
        if (name := etree.QName(element).localname) in _COUNTED
    )
    counts["parts of the apparatus"] = len(structure.apparatus)
    ordered = {name: counts[name] for name in dict.fromkeys([*_COUNTED.values(), *counts])}
    doubts = sorted([*_doubts(divisions), *_noticed(found, structure.notices)], key=_line)
    return Inspection(
        name=found.name,
        encoding=found.encoding,
        lines=found.line(len(found.text.rstrip())),
        conventions=structure.choices,
        divisions=divisions,
        counts={name: count for name, count in ordered.items() if count},
        doubts=doubts,
    )


class _Outline:
    """Brings divisions of the TEI and headings of the text together, which have one order."""

    def __init__(self, source: Source, structure: Structure) -> None:
        self.source = source
        self.blocks = structure.blocks
        self.heads = iter([block for block in structure.blocks if block.kind == "head"])

    def divisions(self, text: etree._Element) -> Iterator[Division]:
        for part in text:
            divisions = [*self._inside(part)]
            name = etree.QName(part).localname
            start = self._start(divisions)
            page = part.find(tei("titlePage"))
            if page is not None:
                title = Division("title page", "", _words(page), self._first_line())
                divisions.insert(0, title)
                start = title.line
            yield Division(name, "", "", start, counts=_counts(part), parts=divisions)

    def _first_line(self) -> int:
        return self.source.line(self.blocks[0].start) if self.blocks else 1

    def _start(self, divisions: Sequence[Division]) -> int:
        return divisions[0].line if divisions else self._first_line()

    def _inside(self, parent: etree._Element) -> Iterator[Division]:
        for element in parent.iterchildren(tei("div")):
            heads = [next(self.heads, None) for _ in element.iterchildren(tei("head"))]
            yield self._division(element, [head for head in heads if head is not None])

    def _division(self, element: etree._Element, heads: Sequence[Block]) -> Division:
        parts = [*self._inside(element)]
        words = (" ".join(self.source.text[h.start : h.end].split()) for h in heads)
        style = heads[0].attributes.get("style", "") if heads else ""
        certainty, doubt = _DOUBTS.get(style, ("high", ""))
        return Division(
            kind=element.get("type", "division"),
            n=element.get("n", ""),
            heading=" / ".join(words),
            line=self.source.line(heads[0].start) if heads else self._start(parts),
            certainty=certainty,
            doubt=doubt,
            counts=_counts(element),
            parts=parts,
        )


def _words(element: etree._Element) -> str:
    return " ".join(" ".join(map(str, element.itertext())).split())


def _counts(parent: etree._Element) -> dict[str, int]:
    """What is in a division, and in none of its divisions."""
    counts: Counter[str] = Counter()
    for child in parent.iterchildren(etree.Element):
        if child.tag != tei("div"):
            counts.update(etree.QName(element).localname for element in child.iter(etree.Element))
    return {name: counts[tag] for tag, name in _INSIDE.items() if counts[tag]}


def _doubts(divisions: Sequence[Division]) -> Iterator[Doubt]:
    for one in divisions:
        if one.certainty == "low":
            yield Doubt(one.line, f"“{_short(one.heading)}” may be no heading: it is {one.doubt}")
        yield from _doubts(one.parts)
    numbered = [one for one in divisions if one.n.isdigit()]
    for before, one in pairwise(numbered):
        expected = int(before.n) + 1
        same = int(one.n) == int(before.n) and one.heading[:20] == before.heading[:20]
        if one.kind == before.kind and int(one.n) not in (expected, 1) and not same:
            yield Doubt(one.line, f"{one.kind} {one.n} follows {before.kind} {before.n}")


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39]}…"


def _noticed(source: Source, notices: Sequence[Notice]) -> Iterator[Doubt]:
    return (Doubt(source.line(notice.offset), notice.message) for notice in notices)


def _line(doubt: Doubt) -> int:
    return doubt.line
