"""Finding the dates of a block of text, each for itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from teikit.encode.dates import judge
from teikit.encode.dates.grammar import forms_at, opening
from teikit.encode.dates.lexicon import Lexicon
from teikit.encode.dates.mention import Mention
from teikit.encode.dates.reading import read
from teikit.encode.dates.tokens import Region, tokenise
from teikit.encode.model import Block

# What a date and the words that decide about it need to the left and right of an anchor.
_BEFORE = 60
_AFTER = 70
# Where dates stand so close that no end is in sight, a region ends here.
_LONGEST = 8000
# How far a region is widened so as not to begin or end within a word.
_WORD = 30


def find_mentions(
    text: str, blocks: Sequence[Block], lexicon: Lexicon, events: set[int]
) -> Iterator[tuple[Block, list[Mention]]]:
    """The dates of the blocks that have any, in order and without overlaps.

    Args:
        text: the whole text.
        blocks: in the order of the text, without overlaps.
        lexicon: the language's words.
        events: receives the months that name events ("the October Revolution").
    """
    for block, anchors in _anchors(text, blocks, lexicon):
        mentions = [
            mention
            for first, last in _regions(text, block, anchors)
            for mention in _read_region(tokenise(text, first, last, lexicon), lexicon, events)
        ]
        if mentions:
            yield block, mentions


def _anchors(
    text: str, blocks: Sequence[Block], lexicon: Lexicon
) -> Iterator[tuple[Block, list[tuple[int, int]]]]:
    """What dates hang on, by blocks: the whole text is searched at once."""
    starts = [block.start for block in blocks]
    found: dict[int, list[tuple[int, int]]] = {}
    for start, end in lexicon.anchors(text):
        at = bisect_right(starts, start) - 1
        if at >= 0 and end <= blocks[at].end:
            found.setdefault(at, []).append((start, end))
    for at, anchors in found.items():
        yield blocks[at], anchors


def _regions(
    text: str, block: Block, anchors: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The neighbourhoods of anchors, those that touch as one."""
    start, end = block.start, block.end
    first, last = start, -1  # no region is open while last < first
    for begins, ends in anchors:
        left, right = begins - _BEFORE, min(end, ends + _AFTER)
        if last >= first and left <= last and right - first < _LONGEST:
            last = right
            continue
        floor = start
        if last >= first:
            floor = _next_space(text, last, end)
            yield first, floor
        first, last = _previous_space(text, max(left, floor), floor), max(right, floor)
    if last >= first:
        yield first, _next_space(text, last, end)


def _next_space(text: str, at: int, end: int) -> int:
    limit = min(end, at + _WORD)
    while at < limit and not text[at].isspace():
        at += 1
    return at


def _previous_space(text: str, at: int, start: int) -> int:
    limit = max(start, at - _WORD)
    while at > limit and not text[at - 1].isspace():
        at -= 1
    return at


def _read_region(region: Region, lexicon: Lexicon, events: set[int]) -> Iterator[Mention]:
    search = opening().search
    at = 0
    while match := search(region.kinds, at):
        start = match.start()
        at = start + 1
        for form, end, parts in forms_at(region.kinds, start):
            mention = read(region, form, start, end, parts, lexicon)
            if mention is not None:
                yield mention
                at = end
                break
            if form == "month" and judge.is_event(region, start, end):
                events.add(region.values[start])
