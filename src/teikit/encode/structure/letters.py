"""Letters: those that are a division, and those that stand inside prose.

A letter of a volume has its opener and closer in its ``<div type="letter">``; one that is quoted in
prose is a ``<floatingText type="letter">`` (TEI Guidelines, sections 4.2.2 and 4.3.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from teikit.encode.model import Block
from teikit.encode.structure.letter_openers import MOST_OPENING, opener
from teikit.encode.structure.letter_parts import (
    greets,
    is_address,
    is_dateline,
    is_farewell,
    is_postscript,
    is_signature,
    lines_as,
    signed_farewell,
    words_of,
)
from teikit.encode.structure.paragraphs import Paragraph
from teikit.encode.structure.stanzas import divisions

_MOST_PARAGRAPHS = 60
# Of the numbered divisions of a volume of letters more than one in so many is one for sure.
_ONE_IN = 3
_FEWEST_LETTERS = 4
_PLAYED = frozenset({"speaker", "stage"})
# Divisions whose author signs them.
_SIGNED = frozenset(
    {"preface", "introduction", "dedication", "acknowledgements", "afterword", "postscript"}
)
# A signature is among the last paragraphs, or set far to the right.
_LAST = 3
_FAR = 20
_LONGEST_POSTSCRIPT = 400
_SKIPPED = frozenset({"note", "fw", "figure", "standing note"})

Taken = Mapping[int, Sequence[Block]]


@dataclass(slots=True)
class Letters:
    """The letters in a text.

    Attributes:
        blocks: for the index of a paragraph its blocks: ``dateline``, ``address``, ``salute``,
            ``farewell``, ``signed``, ``postscript``; ``head`` where a division is a letter.
        inside: the indexes of the paragraphs of each letter that stands inside prose.
    """

    blocks: dict[int, list[Block]] = field(default_factory=dict)
    inside: list[range] = field(default_factory=list)

    @property
    def members(self) -> AbstractSet[int]:
        """The indexes of all paragraphs of letters inside prose."""
        return {at for letter in self.inside for at in letter}


def find_letters(
    text: str, found: Sequence[Paragraph], taken: Taken, spoken: AbstractSet[int]
) -> Letters:
    """The letters in a text.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        taken: the paragraphs that are something else; those that are ``signed`` among them.
        spoken: indexes of the paragraphs that belong to a play.
    """
    letters = Letters()
    scopes = [
        _Scope(text, found, taken, part)
        for division in divisions(found, taken)
        for part in _unspoken(division, taken, spoken)
    ]
    sure = {scope.head for scope in scopes if scope.is_letter()}
    numbered = [scope.head for scope in scopes if _is_numbered(taken.get(scope.head, ()))]
    volume = len(sure & set(numbered)) * _ONE_IN > len(numbered) >= _FEWEST_LETTERS
    for scope in scopes:
        lenient = volume and scope.head in numbered
        scope.find(letters, lenient, signs=lenient or _is_signed_matter(taken.get(scope.head, ())))
        if lenient:
            letters.blocks[scope.head] = _as_letter(taken[scope.head])
    return letters


def _unspoken(
    division: Sequence[int], taken: Taken, spoken: AbstractSet[int]
) -> Iterator[list[int]]:
    """The paragraphs of a division that belong to no play."""
    part: list[int] = []
    for at in division:
        blocks = taken.get(at)
        if at in spoken or (blocks and any(block.kind in _PLAYED for block in blocks)):
            if part:
                yield part
            part = []
        else:
            part.append(at)
    if part:
        yield part


def _head_above(taken: Taken, at: int) -> int:
    """The index of the heading of a division whose text begins at a paragraph."""
    head = at - 1
    while head > 0 and all(
        "sub" in b.attributes or b.kind in _SKIPPED for b in taken.get(head, ())
    ):
        if head not in taken:
            break
        head -= 1
    return head


def _is_numbered(blocks: Sequence[Block]) -> bool:
    heads = [block for block in blocks if block.kind == "head" and "sub" not in block.attributes]
    return any(
        head.attributes.get("n") and head.attributes.get("type") in {"section", "letter"}
        for head in heads
    )


def _is_signed_matter(blocks: Sequence[Block]) -> bool:
    return any(block.attributes.get("type") in _SIGNED for block in blocks)


def _as_letter(blocks: Sequence[Block]) -> list[Block]:
    return [
        replace(block, attributes={**block.attributes, "type": "letter"})
        if block.kind == "head" and "sub" not in block.attributes
        else block
        for block in blocks
    ]


class _Scope:
    """The paragraphs of a division."""

    def __init__(
        self, text: str, found: Sequence[Paragraph], taken: Taken, here: Sequence[int]
    ) -> None:
        self.text = text
        self.found = found
        self.taken = taken
        self.head = _head_above(taken, here[0])
        self.free = frozenset(at for at in here if at not in taken or self._is_signed(at))
        self.text_here = [at for at in here if not self._is_skipped(at)]

    def _is_signed(self, at: int) -> bool:
        blocks = self.taken.get(at)
        return blocks is not None and [block.kind for block in blocks] == ["signed"]

    def _is_skipped(self, at: int) -> bool:
        blocks = self.taken.get(at)
        return blocks is not None and all(block.kind in _SKIPPED for block in blocks)

    def _opener(self, at: int, *, lenient: bool) -> list[list[Block]]:
        return opener(self.text, self.found, at, self.taken.keys(), lenient=lenient)

    def is_letter(self) -> bool:
        """Whether the whole division is a letter for sure."""
        if not self.free or not self.text_here:
            return False
        if self._opener(self.text_here[0], lenient=False):
            return True
        closers = (self._closer(at, signs=False) for at in self.text_here[-3:])
        return any(
            block.kind == "farewell"
            for found in closers
            for part in found.values()
            for block in part
        )

    def find(self, letters: Letters, lenient: bool, *, signs: bool) -> None:
        """Add the letters of the division.

        Args:
            letters: those of the text.
            lenient: whether the division is a letter as a whole.
            signs: whether a name at its end signs it.
        """
        if not self.text_here:
            return
        at = 0
        opened = self._opener(self.text_here[0], lenient=lenient)
        if opened:
            letters.blocks |= {self.text_here[0] + n: part for n, part in enumerate(opened)}
        start = first = self.text_here[0] + len(opened)
        whole = bool(opened) or lenient
        ends = set(self.text_here[-1:])
        while at < len(self.text_here):
            index = self.text_here[at]
            closed = self._closer(index, signs=signs, goes_on=lenient) if index >= first else {}
            if closed:
                last = max(closed)
                begun = self._begun(start, index)
                if begun is not None and not whole:
                    letters.blocks |= begun[1] | closed
                    letters.inside.append(range(begun[0], last + 1))
                elif last in ends or whole:
                    letters.blocks |= closed
                start = last + 1
                while at < len(self.text_here) and self.text_here[at] <= last:
                    at += 1
                whole = whole and lenient
                continue
            at += 1

    def _begun(self, start: int, closer: int) -> tuple[int, dict[int, list[Block]]] | None:
        """Where the letter begins that is closed at ``closer``, and its opener."""
        nearest = max(start, closer - _MOST_PARAGRAPHS)
        for at in range(closer - 1, nearest - 1, -1):
            if at in self.taken and not self._is_skipped(at):
                if any(block.kind == "head" for block in self.taken[at]):
                    return None
                continue
            opened = self._opener(at, lenient=False)
            if opened or (at in self.free and greets(self.text, self.found[at])):
                return self._opened_above(at, opened, nearest)
        return None

    def _opened_above(
        self, at: int, opened: list[list[Block]], nearest: int
    ) -> tuple[int, dict[int, list[Block]]]:
        """An opener with the dateline and the address that stand above its salutation."""
        above = at
        while above > nearest and above - 1 in self.free and at - above < MOST_OPENING:
            above -= 1
            longer = self._opener(above, lenient=False)
            if longer and above + len(longer) >= at + len(opened):
                at, opened = above, longer
        return at, {at + n: part for n, part in enumerate(opened)}

    def _closer(self, at: int, *, signs: bool, goes_on: bool = False) -> dict[int, list[Block]]:
        """The closer that begins at a paragraph, with what follows a signature; empty for none."""
        if at not in self.free:
            return {}
        paragraph = self.found[at]
        blocks: dict[int, list[Block]] = {}
        below = at + 1
        if self._is_signed(at):
            blocks[at] = list(self.taken[at])
        elif parts := signed_farewell(self.text, paragraph):
            blocks[at] = parts
        elif below in self.free and self._is_signature(below):
            words = words_of(self.text, paragraph)
            if is_farewell(words):
                blocks[at] = lines_as("farewell", paragraph.lines)
            elif not self._takes_leave(at):
                return {}
            blocks[below] = lines_as("signed", self.found[below].lines)
            below += 1
        elif signs and (alone := self._signed_alone(at)):
            blocks[at] = alone
        else:
            return {}
        return blocks | self._after_signature(below, goes_on=goes_on)

    def _signed_alone(self, at: int) -> list[Block]:
        """A name near the end of a division that signs it without a farewell above, and where.

        Place and date may stand in the lines below the name.
        """
        lines = self.found[at].lines
        first = self.text[lines[0].start : lines[0].end]
        set_apart = first.isupper() or lines[0].indent > _FAR
        if not set_apart or at not in self.text_here[-_LAST:] or at == self.text_here[0]:
            return []
        if is_signature(self.text, lines):
            return lines_as("signed", lines)
        below = lines[1:]
        if below and is_signature(self.text, lines[:1]) and is_dateline(self.text, below):
            return [*lines_as("signed", lines[:1]), *lines_as("dateline", below)]
        return []

    def _is_short(self, at: int) -> bool:
        return self.found[at].end - self.found[at].start < _LONGEST_POSTSCRIPT

    def _is_signature(self, at: int) -> bool:
        return self._is_signed(at) or is_signature(self.text, self.found[at].lines)

    def _takes_leave(self, at: int) -> bool:
        """Whether a paragraph ends as one does above a signature: “I am ever your”."""
        if at not in self.free:
            return False
        end = words_of(self.text, self.found[at])[-40:].lower()
        return end.endswith((",", "your", "yours", "--", "—", "dein", "ihr")) and "your" in end

    def _after_signature(self, at: int, *, goes_on: bool) -> dict[int, list[Block]]:
        blocks: dict[int, list[Block]] = {}
        while at in self.free or (at < len(self.found) and self._is_skipped(at)):
            if at in self.free:
                paragraph = self.found[at]
                if is_postscript(self.text, paragraph):
                    blocks[at] = [Block("postscript", paragraph.start, paragraph.end)]
                elif not blocks and is_dateline(self.text, paragraph.lines):
                    blocks[at] = lines_as("dateline", paragraph.lines)
                elif not blocks and is_address(self.text, paragraph):
                    blocks[at] = [Block("address", paragraph.start, paragraph.end)]
                elif goes_on and at in self.text_here[-_LAST:] and self._is_short(at):
                    blocks[at] = [Block("postscript", paragraph.start, paragraph.end)]
                else:
                    break
            at += 1
        return blocks
