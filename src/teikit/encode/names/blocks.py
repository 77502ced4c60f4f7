"""What the names of a whole block tell of each other: firms, and the ends of letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from teikit.encode.model import Block
from teikit.encode.names import wordclass as wc
from teikit.encode.names.candidate import Candidate, Shape
from teikit.encode.names.lexicon import Lexicon

_FIRM: Final = re.compile(
    r"\.?,?\s(?:(?:&|and)\s(?:Co(?![^\W_])|Company|Comp\.|Cie|Sons?(?![^\W_])|Bros|Brothers)"
    r"|Bros(?![^\W_])|Brothers(?![^\W_]))"
)
_INITIALS: Final = re.compile(r"(?<![\w.])(?:[^\W\d_]\.\s?){2,4}(?=[^\w.]*\Z)")
_NUMERAL: Final = re.compile(r"[IVX. ]+")


def without_firms(found: Sequence[Candidate], text: str) -> list[Candidate]:
    """The candidates of a block but for those in the name of a firm: "Spitz, Land & Co.".

    A title of one person ("Mr. Quarl and Sons") vouches for a person.
    """
    kept: list[Candidate] = []
    firm = False  # whether the name after this one, which it is joined to, is that of a firm
    for candidate in reversed(found):
        single = bool(candidate.titles) and not candidate.shared
        firm = not single and (firm or _FIRM.match(text, candidate.end) is not None)
        if not firm:
            kept.append(candidate)
        firm = firm and candidate.linked
    return kept[::-1]


def signed(
    found: Iterable[Candidate], block: Block, text: str, lexicon: Lexicon
) -> list[Candidate]:
    """The candidates of a block that ends a letter, where a name alone is the writer's.

    Args:
        found: the candidates.
        block: of the kind ``signed`` or ``farewell``.
        text: the whole text.
        lexicon: the word lists.

    Returns:
        the candidates with a lone name in a ``signed`` block as sure as in an author's line, and
        with initials at the end ("C. A. H.").
    """
    whole = text[block.start : block.end].strip(" \n\t.,_*—-")
    names = [
        replace(name, shape=Shape.AUTHOR)
        if block.kind == "signed"
        and name.shape is Shape.SINGLE
        and text[name.start : name.end] == whole
        and not name.bits & (wc.PLACE | wc.THING | wc.COMMON)
        else name
        for name in found
    ]
    last = _INITIALS.search(text, block.start, block.end)
    # After a name they are a degree: "J. Quarl, K.C.B."
    if last and not names and _are_a_name(last[0], lexicon):
        names.append(_initials(text, last.start(), last.start() + len(last[0].rstrip())))
    return names


def _are_a_name(initials: str, lexicon: Lexicon) -> bool:
    """Whether initials are neither a numeral nor those of a thing ("U. S. A.", "J. P.")."""
    letters = " ".join(initials.replace(".", " ").split())
    return not _NUMERAL.fullmatch(initials) and letters not in lexicon.phrases


def _initials(text: str, start: int, end: int) -> Candidate:
    """The candidate of a writer's initials."""
    name = text[start:end]
    return Candidate(
        start, end, Shape.AUTHOR, (), (), name, name.casefold(), "", wc.INITIAL, 0,
        False, False, False, True, False, "", "", False, True, False,
    )  # fmt: skip
