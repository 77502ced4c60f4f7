"""Where in a text a search has to look."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from teikit.encode.model import Block

REACH = 100
"""How many characters before and after a hint are looked at: more than what is searched for has."""


def stretches(
    hint: re.Pattern[str], text: str, blocks: Sequence[Block]
) -> Iterator[tuple[Block, int, int]]:
    """The neighbourhoods of a pattern in the blocks, those that touch as one.

    One search over the whole text for something cheap costs much less than one for something
    costly in every block.

    Args:
        hint: a pattern for a few characters that what is searched for cannot be without.
        text: the whole text.
        blocks: in the order of the text, without overlaps.

    Yields:
        The block, where the stretch begins, where it ends.
    """
    starts = [block.start for block in blocks]
    last, start, end = -1, 0, 0
    for match in hint.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at < 0 or match.end() > blocks[at].end:
            continue
        if at == last and match.start() - REACH <= end:
            end = min(match.end() + REACH, blocks[at].end)
            continue
        if last >= 0:
            yield blocks[last], start, end
        start = max(match.start() - REACH, blocks[at].start)
        last, end = at, min(match.end() + REACH, blocks[at].end)
    if last >= 0:
        yield blocks[last], start, end
