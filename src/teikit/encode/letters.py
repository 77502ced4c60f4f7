"""Letters: the dateline and salutation that open one, the farewell and signature that close it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from teikit.encode.model import Block
from teikit.encode.paragraphs import Paragraph

_SALUTE = re.compile(
    r"(?:(?:my|our|most) )*(?:(?:very|ever) )?(?:dear|dearest|honou?red|beloved|respected|"
    r"esteemed|lieber?|liebste[rs]?|ch[eè]re?|caro|cara|querid[oa])\b[^.!?\n]{0,60}[,:!.—–-]*|"
    r"(?:dear )?(?:sir|madam|gentlemen|sirs|ladies and gentlemen|monsieur|madame)[,:.!—–-]*",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\d")
_FAREWELL = re.compile(
    r"(?:(?:believe me|i (?:am|remain|have the hono)|we (?:are|remain)|with |and am|ever|your?s?)\b"
    r".{0,200}|(?:sincerely|faithfully|affectionately|respectfully|truly) yours.{0,40}|"
    r"(?:in haste|farewell|adieu).{0,60})",
    re.IGNORECASE | re.DOTALL,
)
_YOURS = re.compile(
    r"\b(?:yours?|servant|friend|son|daughter|brother|sister|mother|father|regards|love|"
    r"sincerely|faithfully|wishes)\b",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*[ ,]*){1,6}")
_DATED = re.compile(r"_?[^.!?\d]*(?:\. )?[^.!?]*\b\d{4}[.,_]*")
_LONGEST_DATELINE = 70
_LONGEST_FAREWELL = 120
_POSTSCRIPT = re.compile(r"P\. ?S\.|N\. ?B\.|PS\b")


def opens_letter(text: str, paragraphs: list[Paragraph], at: int) -> bool:
    """Whether a letter's opener stands at ``paragraphs[at]``, with its dateline or salutation."""
    return bool(opener(text, paragraphs, at))


def opener(text: str, paragraphs: list[Paragraph], at: int) -> list[list[Block]]:
    """The opener of a letter that begins at ``paragraphs[at]``; empty where none does.

    Only a salutation makes a letter; a dateline above it belongs to it.

    Returns:
        For each paragraph of the opener, its lines as blocks (``dateline``, ``salute``).
    """
    for length in (1, 2):
        part = paragraphs[at : at + length]
        if len(part) < length or len(paragraphs) == at + length:
            return []
        lines = [line for paragraph in part for line in paragraph.lines]
        words = [text[line.start : line.end] for line in lines]
        datelines, salute = words[:-1], words[-1]
        if len(lines) <= 5 and _SALUTE.fullmatch(salute) and _is_dateline(datelines):
            return [
                [
                    Block("salute" if line is lines[-1] else "dateline", line.start, line.end)
                    for line in paragraph.lines
                ]
                for paragraph in part
            ]
    return []


def _is_dateline(lines: list[str]) -> bool:
    if not lines:
        return True
    return all(len(line) <= 70 for line in lines) and any(_DATELINE.search(line) for line in lines)


def closer(text: str, paragraphs: list[Paragraph], last: int) -> list[tuple[int, list[Block]]]:
    """The closer of a letter whose last paragraph is ``paragraphs[last]``.

    Returns:
        Pairs of a paragraph's index and its blocks (``salute``, ``signed``, ``postscript``),
        from the farewell to the last paragraph; empty where the letter just stops.
    """
    found: list[tuple[int, list[Block]]] = []
    at = last
    while at > 0 and _POSTSCRIPT.match(text, paragraphs[at].start):
        block = Block("postscript", paragraphs[at].start, paragraphs[at].end)
        found.insert(0, (at, [block]))
        at -= 1
    # A farewell and a name, in one paragraph or in two.
    for first in (at, at - 1):
        if first <= 0:
            break
        part = list(range(first, at + 1))
        lines = [line for index in part for line in paragraphs[index].lines]
        signed = text[lines[-1].start : lines[-1].end]
        farewell = text[lines[0].start : lines[-2].end] if len(lines) > 1 else ""
        if (
            2 <= len(lines) <= 6
            and len(farewell) < 300
            and _SIGNATURE.fullmatch(signed)
            and _FAREWELL.fullmatch(farewell)
            and _YOURS.search(farewell)
        ):
            blocks = [
                (
                    index,
                    [
                        Block("signed" if line is lines[-1] else "farewell", line.start, line.end)
                        for line in paragraphs[index].lines
                    ],
                )
                for index in part
            ]
            return blocks + found
    return []


def farewells(
    text: str, paragraphs: Sequence[Paragraph], taken: Mapping[int, Sequence[Block]]
) -> dict[int, list[Block]]:
    """The farewells above signatures that are known already, and the datelines below them.

    Returns:
        For the index of a paragraph its block: ``farewell`` or ``dateline``.
    """
    found: dict[int, list[Block]] = {}
    for at, blocks in taken.items():
        if [block.kind for block in blocks] != ["signed"]:
            continue
        above, below = at - 1, at + 1
        if below < len(paragraphs) and below not in taken:
            start, end = paragraphs[below].start, paragraphs[below].end
            if end - start < _LONGEST_DATELINE and _DATED.fullmatch(text, start, end):
                found[below] = [Block("dateline", start, end)]
        if above in taken or above < 0:
            continue
        start, end = paragraphs[above].start, paragraphs[above].end
        words = text[start : min(end, start + _LONGEST_FAREWELL)]
        if end - start < _LONGEST_FAREWELL and _FAREWELL.fullmatch(words) and _YOURS.search(words):
            found[above] = [Block("farewell", start, end)]
    return found
