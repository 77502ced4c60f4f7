"""Front and back matter: which divisions stand before and after the text proper.

TEI Guidelines, sections 4.5 and 4.7: prefaces, dedications and tables of contents go to
``<front>``, appendices, bibliographies and indexes to ``<back>``.
"""

from __future__ import annotations

from collections.abc import Sequence

from teikit.encode.model import Block

_FRONT = frozenset({"preface", "dedication", "acknowledgements", "contents", "plates"})
_BACK = frozenset({"appendix", "bibliography", "glossary", "notes", "index", "errata", "afterword"})

# Front matter takes up less than one part in so many.
_MOST_FRONT = 5


def matter(blocks: Sequence[Block]) -> tuple[int, int]:
    """Where the text proper begins and ends.

    Args:
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
    return heads[front].start if front else 0, heads[back].start if back < len(heads) else end


def _is(head: Block, types: frozenset[str]) -> bool:
    return head.attributes.get("type") in types
