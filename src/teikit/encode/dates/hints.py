"""Which blocks of a text a search has to look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from teikit.encode.model import Block


def blocks_with(hint: re.Pattern[str], text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks in which a pattern is found.

    One search over the whole text costs much less than one in every block.

    Args:
        hint: a pattern for a few characters that what is searched for cannot be without.
        text: the whole text.
        blocks: in the order of the text, without overlaps.
    """
    starts = [block.start for block in blocks]
    last = -1
    for match in hint.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at > last and match.end() <= blocks[at].end:
            last = at
            yield blocks[at]
