"""Front and back matter: which divisions stand before and after the text proper.

TEI Guidelines, sections 4.5 and 4.7: prefaces, dedications and tables of contents go to
``<front>``, appendices, bibliographies and indexes to ``<back>``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teikit.encode.model import Block

_FRONT = frozenset({"preface", "dedication", "acknowledgements", "contents", "plates"})
_BACK = frozenset(
    "appendix bibliography glossary notes index errata afterword abbreviations transcriber".split()
)

# Front matter takes up less than one part in so many.
_MOST_FRONT = 5
# Advertisements take up less than the last of so many parts, and name wares that often.
_MOST_SOLD = 3
_PER_WARE = 1500
_ONE_SELLS = 4
_WARES = re.compile(
    r"[$£] ?\d|\b\d+s\. ?\d*d?\b|\b(?:12|16|18|8)(?:mo|vo)\b|\bcloth\b|\b(?:post)?paid\b|"
    r"\bper vol(?:ume)?\b|\bPrice\b|\bnet\.|\bUniform (?:with|edition)\b"
)


def matter(text: str, blocks: Sequence[Block]) -> tuple[int, int]:
    """Where the text proper begins and ends.

    Args:
        text: the whole text.
        blocks: in the order of the text, those of the title page left out.

    Returns:
        The offsets of the first heading that is no front matter and of the first one that is
        back matter; 0 and the end of the text where there is none. A heading always lies between.
    """
    heads = [block for block in blocks if block.kind == "head" and "sub" not in block.attributes]
    end = blocks[-1].end if blocks else 0
    front = 0
    if heads and blocks[0] is heads[0]:
        front = next((at for at, head in enumerate(heads) if not _is(head, _FRONT)), 0)
        # A long preface has swallowed a text that opens without a heading.
        front = front if heads[front].start * _MOST_FRONT < end else 0
    back = len(heads)
    for at in range(len(heads) - 1, front, -1):
        # Back matter may hold sections; a chapter after it shows that it is none.
        if _is(heads[at], _BACK):
            back = at
        elif heads[at].attributes.get("rank") != "0" or heads[at].attributes.get("n"):
            break
    if back < len(heads) and heads[back].start * 2 < end:
        back = len(heads)
    back = min(back, _advertised(text, heads, front, end))
    return heads[front].start if front else 0, heads[back].start if back < len(heads) else end


def _advertised(text: str, heads: Sequence[Block], front: int, end: int) -> int:
    """The index of the first heading of a publisher's advertisements, or the number of headings.

    From there on many divisions tell what books cost or how they are bound, and none has a number.
    """
    found = len(heads)
    sold = 0
    ends = [*(head.start for head in heads[1:]), end]
    for at in range(len(heads) - 1, front, -1):
        if heads[at].attributes.get("n") or heads[at].start * _MOST_SOLD < end * (_MOST_SOLD - 1):
            break
        wares = len(_WARES.findall(text, heads[at].start, ends[at]))
        length = ends[at] - heads[at].start
        sells = wares * _PER_WARE > length and wares > 0
        sold += sells
        if sells and sold * _ONE_SELLS >= len(heads) - at:
            found = at
    return found if sold > 1 else len(heads)


def _is(head: Block, types: frozenset[str]) -> bool:
    return head.attributes.get("type") in types
