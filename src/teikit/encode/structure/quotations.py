"""Quotations that stand by themselves, with their sources, and the mottoes under headings.

TEI Guidelines, sections 3.3.3 (``<quote>``, ``<cit>``) and 4.2.3 (``<epigraph>``). What is quoted
is set deeper than the text, is verse amid prose, or opens each paragraph with a quotation mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from teikit.encode.model import Block, Span, within
from teikit.encode.structure.division_names import NO_HEADINGS
from teikit.encode.structure.heading_candidates import plain_letters
from teikit.encode.structure.marked_quotations import marked_paragraphs
from teikit.encode.structure.paragraphs import Layout, Paragraph
from teikit.encode.structure.stanzas import divisions, stanza
from teikit.encode.structure.verse import is_verse

# How much deeper than the text a quotation is set, and its source than the quotation.
_DEEPER = 2
_SOURCE_DEEPER = 6
_FAR = 14
_MARKS = "“\"«‘'_„"
_FEWEST_NARROW = 6
# What opens a direction, a picture, a table or an ornament.
_NO_QUOTATION = "[(|+*=#"
_BY = re.compile(r"(?:by|von|par|di|por)\b", re.IGNORECASE)
_LONGEST_SOURCE = 70
_LONGEST_MOTTO = 1200
_DASH = r"(?:--+|[—–―])"
_SOURCE = re.compile(rf"{_DASH}[^\S\n]*(?=[\"“'_(=*\[]*[^\W\d_a-z])[^\n]*")
_NAME_OF_SOURCE = re.compile(
    r"(?:_[^_\n]+_|[^\W\d_a-z][\w.’'-]*"
    r"(?:[ ,]+(?:[^\W\d_a-z][\w.’'-]*|of|the|and|de|von|[ivxlc]+|\d+))*)[.,:;\])]*"
)
# “_In which a stranger comes.--He goes away again._”
_SYNOPSIS = re.compile(
    r"_(?:(?:in which|wherein|containing|shewing|showing|concerning|treat(?:s|ing) of|how|of)\b"
    r"[^_]+|"
    rf"[^_]+[.!?]\s?{_DASH}\s?[A-Z][^_]+)_",
    re.IGNORECASE,
)
_INLINE_SOURCE = re.compile(rf"(?<=[.!?…\"”’'»_]){_DASH}\s*(?=[_A-ZÀ-Þ(])[^\n—]{{2,70}}\Z")

Taken = Mapping[int, Sequence[Block]]


def quotations(
    text: str,
    found: Sequence[Paragraph],
    taken: Taken,
    spoken: AbstractSet[int],
    letters: AbstractSet[int],
    layout: Layout,
) -> dict[int, list[Block]]:
    """The quotations of a text.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        taken: the paragraphs that are something else, stanzas among them.
        spoken: indexes of the paragraphs that belong to a play.
        letters: indexes of those that belong to a letter, which may be set deeper as a whole.
        layout: the text's usual spacing.

    Returns:
        For the index of each paragraph that is quoted, or is the source of a quotation, its
        blocks (``p``, ``lg``, ``bibl``), with what they stand in.
    """
    blocks: dict[int, list[Block]] = {}
    margin = _margin(found, taken)
    for division in divisions(found, taken):
        part = _Part(text, found, taken, layout, [at for at in division if at not in spoken])
        for group in part.groups(margin, letters):
            blocks |= part.blocks(group)
    return blocks


def inline_sources(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """The sources that end what is quoted in the same line, as in “So be it.”--_Old Play_."""
    for block in blocks:
        if block.kind == "p" and block.attributes.get("within") in {"epigraph", "quote"}:
            match = _INLINE_SOURCE.search(text, block.start, block.end)
            if match:
                yield Span(match.start(), match.end(), "bibl", annotator="quotations")


def _margin(found: Sequence[Paragraph], taken: Taken) -> int:
    """How deep the text of most paragraphs is set."""
    depths: Counter[int] = Counter()
    for at, paragraph in enumerate(found):
        if at not in taken and len(paragraph.lines) > 1:
            depths[_depth(paragraph)] += len(paragraph.lines)
    return min(depths, key=lambda depth: (-depths[depth], depth), default=0)


def _depth(paragraph: Paragraph) -> int:
    return min(line.indent for line in paragraph.lines)


@dataclass(frozen=True, slots=True)
class _Group:
    """Paragraphs that are one quotation."""

    members: range
    marked: bool


class _Part:
    """The paragraphs of a division."""

    def __init__(
        self,
        text: str,
        found: Sequence[Paragraph],
        taken: Taken,
        layout: Layout,
        here: Sequence[int],
    ) -> None:
        self.text = text
        self.found = found
        self.taken = taken
        self.layout = layout
        self.here = here
        self.free = [at for at in here if at not in taken]
        self.verse = {at for at in here if self._is_verse(at)}

    def _is_verse(self, at: int) -> bool:
        blocks = self.taken.get(at)
        return blocks is not None and [block.kind for block in blocks] == ["lg"]

    def groups(self, margin: int, letters: AbstractSet[int]) -> Iterator[_Group]:
        """The quotations, in order."""
        marked = marked_paragraphs(self.text, {at: self.found[at] for at in self.free})
        deep = {at for at in self.free if at not in letters and self._is_deep(at, margin)}
        flush = [at for at in self.free if at not in deep]
        if _lines(self.found, deep) > _lines(self.found, flush):
            deep = set()
        if self._has_inline_source() or self._has_synopsis():
            marked |= {self.here[0]: True}
        quoted = deep | set(marked)
        if _lines(self.found, self.free) * 2 > _lines(self.found, self.verse):
            quoted |= self.verse
        members: list[int] = []
        for at in sorted(quoted):
            if members and not self._goes_on(members[-1], at, marked):
                yield _Group(range(members[0], members[-1] + 1), members[0] in marked)
                members = []
            members.append(at)
        if members:
            yield _Group(range(members[0], members[-1] + 1), members[0] in marked)

    def _has_inline_source(self) -> bool:
        """Whether the first paragraph under a heading ends with where it is from."""
        if not self.free or self.free[0] != self.here[0] or self.here[0] == 0:
            return False
        paragraph = self.found[self.here[0]]
        short = paragraph.end - paragraph.start < _LONGEST_MOTTO
        return (
            short
            and self.text[paragraph.start] in _MARKS
            and _INLINE_SOURCE.search(self.text, paragraph.start, paragraph.end) is not None
        )

    def _has_synopsis(self) -> bool:
        """Whether the first paragraph under a heading, in italics, tells what is in the text."""
        if not self.free or self.free[0] != self.here[0] or self.here[0] == 0:
            return False
        paragraph = self.found[self.here[0]]
        if paragraph.end - paragraph.start > _LONGEST_MOTTO:
            return False
        return _SYNOPSIS.fullmatch(self.text, paragraph.start, paragraph.end) is not None

    def _is_deep(self, at: int, margin: int) -> bool:
        """Whether a paragraph is set deeper than the text, and no entry of a list or the like."""
        paragraph = self.found[at]
        first, *rest = paragraph.lines
        if not rest or first.indent < margin + _DEEPER or _depth(paragraph) < margin + _DEEPER:
            return False
        opening = self.text[paragraph.start]
        if opening in _NO_QUOTATION or not any(
            map(str.isalpha, self.text[paragraph.start : paragraph.end])
        ):
            return False
        # Where a quotation is from may stand in its last line, further to the right.
        if _SOURCE.fullmatch(self.text, rest[-1].start, rest[-1].end):
            rest.pop()
        hanging = bool(rest) and all(line.indent > first.indent for line in rest)
        # At the foot of a division and far to the right stands who signed it.
        signs = at == self.here[-1] and _depth(paragraph) > margin + _FAR
        return not hanging and not signs

    def _goes_on(self, above: int, at: int, marked: Mapping[int, bool]) -> bool:
        if at != above + 1 or (above in marked) != (at in marked):
            return False
        return not marked.get(at, False) and self.found[at].space <= max(self.layout.space, 1)

    def blocks(self, group: _Group) -> dict[int, list[Block]]:
        """The blocks of a quotation, and of its source."""
        first, last = group.members[0], group.members[-1]
        parts = {at: [self._quoted(at)] for at in group.members}
        source = self._source(parts, last)
        above = ""
        inline = first == self.here[0] and self._has_inline_source()
        synopsis = first == self.here[0] and self._has_synopsis()
        if self._is_motto(group, inline or synopsis or bool(source)):
            start, end = self.found[first].start, self.found[last].end
            told = synopsis or _is_argument(self.text[start:end])
            above = "argument" if told else "epigraph"
            plain = not source and not group.marked and first not in self.verse
            if above == "epigraph" and plain and self.text[start] not in _MARKS:
                # What an editor says of the text.
                return {}
        if above == "argument":
            parts = {at: [Block("p", b.start, b.end)] for at, (b,) in parts.items()}
        inner = f"{above} cit quote" if source else above or "quote"
        for at, quoted in parts.items():
            parts[at] = [within(block, inner.strip()) for block in quoted]
        if source:
            at, start, end = source
            parts.setdefault(at, []).append(
                Block("bibl", start, end, {"within": f"{above} cit".strip()})
            )
        opening, *rest = parts[first]
        facts = {**opening.attributes, "first": inner.split()[0]}
        parts[first] = [replace(opening, attributes=facts), *rest]
        return parts

    def _quoted(self, at: int) -> Block:
        if at in self.verse:
            return self.taken[at][0]
        paragraph = self.found[at]
        deep = _depth(paragraph) >= _DEEPER
        lined = deep and is_verse(self.text, paragraph.lines, self.layout, 2)
        if lined or (deep and self._is_narrow(paragraph)):
            return stanza(self.text, paragraph, self.layout)
        return Block("p", paragraph.start, paragraph.end)

    def _is_narrow(self, paragraph: Paragraph) -> bool:
        """Whether lines are so short that only verse can be set so."""
        longest = max(line.end - line.start for line in paragraph.lines)
        return len(paragraph.lines) >= _FEWEST_NARROW and longest * 2 < self.layout.width

    def _is_motto(self, group: _Group, sourced: bool) -> bool:
        """Whether a quotation stands between a heading and the text."""
        first, last = group.members[0], group.members[-1] + 1
        if not self.here or group.members[0] != self.here[0] or first == 0:
            return False
        if group.marked and not sourced:
            return False
        length = self.found[last - 1].end - self.found[first].start
        return length < _LONGEST_MOTTO and any(at >= last for at in self.free)

    def _source(self, parts: dict[int, list[Block]], last: int) -> tuple[int, int, int] | None:
        """Where the source of a quotation stands: in its last line, or under it."""
        paragraph = self.found[last]
        line = paragraph.lines[-1]
        if len(paragraph.lines) > 1 and _SOURCE.fullmatch(self.text, line.start, line.end):
            above = paragraph.lines[-2]
            if parts[last][-1].start < above.end:
                *before, quoted = parts[last]
                parts[last] = [*before, replace(quoted, end=above.end)]
                return last, line.start, line.end
        below = last + 1
        if below not in self.free:
            return None
        paragraph = self.found[below]
        line = paragraph.lines[0]
        if len(paragraph.lines) > 1 or line.end - line.start > _LONGEST_SOURCE:
            return None
        if plain_letters(self.text[line.start : line.end]) in NO_HEADINGS:
            return None
        deeper = line.indent >= _depth(self.found[last]) + _SOURCE_DEEPER
        if _SOURCE.fullmatch(self.text, line.start, line.end) or (
            deeper and _NAME_OF_SOURCE.fullmatch(self.text, line.start, line.end)
        ):
            return below, line.start, line.end
        return None


def _is_argument(words: str) -> bool:
    """Whether the words above a text are the heads of its argument, not a motto."""
    if _BY.match(words):
        return False
    long = re.findall(r"[^\W\d_]{4,}", words)
    return len(long) > 3 and sum(word[0].isupper() for word in long) * 10 >= len(long) * 7


def _lines(found: Sequence[Paragraph], indexes: AbstractSet[int] | Sequence[int]) -> int:
    return sum(len(found[at].lines) for at in indexes)
