"""Running heads with the number of the page, and the pages that begin with them.

Where a scan has no form feeds, only they tell where a page ends. Headings may look like them; but
no sentence goes on over a heading, and pages are of much the same length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from teikit.encode.structure.lines import lines_with
from teikit.encode.structure.named_headings import named_heading
from teikit.encode.structure.paragraphs import Line, Paragraph

LONGEST_HEAD = 70
WIDEST_JUMP = 40
"""How far the numbers of pages may jump where leaves are missing."""

_LONGEST_KEY = 4
_FEWEST = 3
SHORTEST_PAGE = 200
_SENTENCE_ENDS = '.!?:;”’"»)]'
_CAPITALS = rf"[^\W\d_a-zß-ÿ][^a-zß-ÿ\n]{{2,{LONGEST_HEAD}}}?"
_HEAD = (
    rf"[^\S\n]*(?P<head>(?P<before>\d{{1,4}})[^\S\n]+{_CAPITALS}|"
    rf"{_CAPITALS}[^\S\n]+(?P<after>\d{{1,4}})\.?)[^\S\n]*$"
)


# Scans misread numbers: “THOMAS DUN I7”.
_NUMBERED = re.compile(r"\d{1,3}\s.*|.*\s\w{0,2}\d{1,3}\W{0,2}")


@dataclass(frozen=True, slots=True)
class _Head:
    """A running head.

    Attributes:
        start: offset of its line, white space left out.
        end: offset after it.
        key: what is alike in the heads of a book (``key_of``).
        n: the page's number.
    """

    start: int
    end: int
    key: str
    n: int


def key_of(words: str) -> str:
    """What is alike in the running heads of a book: the letters of a line in capitals.

    >>> key_of("12  THE MILL."), key_of("The Mill"), key_of("CHAPTER IV")
    ('THEMILL', '', '')
    """
    if len(words) > LONGEST_HEAD or named_heading(words):
        return ""
    letters = "".join(filter(str.isalpha, words))
    return letters if sum(map(str.isupper, letters)) * 4 > len(letters) * 3 else ""


def is_like(key: str, keys: frozenset[str]) -> bool:
    """Whether a key is one of some, as scans misread letters: its beginning or end is enough."""
    return key in keys or any(
        key[:_LONGEST_KEY] == other[:_LONGEST_KEY] or key[-_LONGEST_KEY:] == other[-_LONGEST_KEY:]
        for other in keys
        if abs(len(other) - len(key)) < _LONGEST_KEY
    )


def with_running_heads(text: str, found: Sequence[Paragraph]) -> list[Paragraph]:
    """Set running heads apart that stand among the paragraphs, in lines of their own.

    Args:
        text: the whole text.
        found: its paragraphs, none of which a form feed parts.

    Returns:
        The paragraphs, parted where a running head stands in them: that has ``forme_work``, begins
        a page, and has its number where that can be read. Nothing is changed where there are none.
    """
    heads = _heads(text, found)
    if not heads:
        return list(found)
    return [part for paragraph in found for part in _parted(paragraph, heads)]


def heads_beside_numbers(
    text: str, found: Sequence[Paragraph], numbers: AbstractSet[int]
) -> list[Paragraph]:
    """Set running heads apart that stand above or below the page's number, in lines of their own.

    Args:
        text: the whole text.
        found: its paragraphs.
        numbers: the indexes of those that are the number of a page.
    """
    keys: dict[int, str] = {}
    for at in sorted({near for number in numbers for near in (number - 1, number + 1)} - numbers):
        if 0 <= at < len(found) and len(found[at].lines) == 1:
            keys[at] = key_of(text[found[at].start : found[at].end])
    repeated = frozenset(key for key, count in Counter(keys.values()).items() if key and count > 1)
    heads = {at for at, key in keys.items() if key and is_like(key, repeated)}
    if repeated:
        lone = (at for at, paragraph in enumerate(found) if len(paragraph.lines) == 1)
        heads |= {at for at in lone if _goes_on_over(text, found[at].lines[0], repeated)}
    return [
        replace(paragraph, forme_work="header") if at in heads else paragraph
        for at, paragraph in enumerate(found)
    ]


def _heads(text: str, found: Sequence[Paragraph]) -> Mapping[int, str]:
    """The number, or "", of each running head by the offset of its line."""
    if not found:
        return {}
    numbered = list(_numbered(text, found[0].start, found[-1].end))
    if len(numbered) < _FEWEST or not _are_pages(text, numbered):
        return {}
    keys = _repeated(numbered)
    heads: dict[int, str] = {}
    before = 0
    for head in numbered:
        if before < head.n < (before or head.n) + WIDEST_JUMP:
            before = head.n
            heads[head.start] = str(head.n)
        elif is_like(head.key, keys):
            heads[head.start] = ""
    for line in chain.from_iterable(paragraph.lines for paragraph in found):
        # Without a number, or with one misread, it may be the heading that heads are taken from.
        if line.start not in heads and _goes_on_over(text, line, keys):
            heads[line.start] = ""
    return heads


def _numbered(text: str, start: int, end: int) -> Iterator[_Head]:
    for match in lines_with(_HEAD, text, start, end):
        key = key_of(match["head"])
        if key:
            yield _Head(*match.span("head"), key, int(match["before"] or match["after"]))


def _repeated(heads: Sequence[_Head]) -> frozenset[str]:
    counts = Counter(head.key for head in heads)
    return frozenset(key for key, count in counts.items() if count > 1)


def _are_pages(text: str, heads: Sequence[_Head]) -> bool:
    """Whether lines with numbers are running heads: they are alike, and stand as those do."""
    keys = _repeated(heads)
    pairs = list(pairwise(heads))
    steps = sum(0 < below.n - above.n <= WIDEST_JUMP for above, below in pairs)
    lengths = sorted(below.start - above.end for above, below in pairs)
    return (
        steps * 5 >= len(pairs) * 4
        and sum(is_like(head.key, keys) for head in heads) * 2 >= len(heads)
        and lengths[len(lengths) // 2] >= SHORTEST_PAGE
        and sum(_interrupts(text, head.start, head.end) for head in heads) * 4 >= len(heads)
    )


def _goes_on_over(text: str, line: Line, keys: frozenset[str]) -> bool:
    """Whether a line is like some heads, or has a number, and a sentence goes on over it."""
    if line.end - line.start > LONGEST_HEAD or not _interrupts(text, line.start, line.end):
        return False
    words = text[line.start : line.end]
    key = key_of(words)
    return bool(key) and (is_like(key, keys) or _NUMBERED.fullmatch(words) is not None)


def _interrupts(text: str, start: int, end: int) -> bool:
    """Whether a sentence goes on over a line."""
    return is_in_sentence(text, start) and text[end : end + 200].lstrip()[:1].islower()


def is_in_sentence(text: str, at: int) -> bool:
    """Whether a sentence begins above an offset and does not end there."""
    return text[max(0, at - 200) : at].rstrip()[-1:] not in _SENTENCE_ENDS


def _parted(paragraph: Paragraph, heads: Mapping[int, str]) -> Iterator[Paragraph]:
    lines = paragraph.lines
    starts = [at for at, line in enumerate(lines) if line.start in heads]
    done = 0
    for at in starts:
        if at > done:
            yield _part(paragraph, done, at)
        n = heads[lines[at].start]
        part = _part(paragraph, at, at + 1)
        yield replace(part, page_break=True, page_n=n, forme_work="header")
        done = at + 1
    if not starts:
        yield paragraph
    elif done < len(lines):
        yield _part(paragraph, done, len(lines))


def _part(paragraph: Paragraph, first: int, last: int) -> Paragraph:
    space = paragraph.space if first == 0 else 0
    return Paragraph(paragraph.lines[first:last], space)
