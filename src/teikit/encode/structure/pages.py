"""Pages of a printed book: running heads and page numbers, and paragraphs that go on overleaf.

Only a text with form feeds between its pages has any.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from teikit.encode.conventions.load import known
from teikit.encode.conventions.model import Choice, Given, PageConvention
from teikit.encode.model import Block, Span
from teikit.encode.structure.named_headings import named_heading
from teikit.encode.structure.page_marks import KIND, overleaf
from teikit.encode.structure.paragraphs import Paragraph, by_page

_BETWEEN = frozenset({"fw", KIND})
_FEWEST_PAGES = 3
_LONGEST_HEAD = 70
_LONGEST_KEY = 4
_NUMBER = re.compile(r"[\[(~–—-]?\s*(?P<n>\d{1,4}|[ivxlc]{1,7})\s*[\])~–—.-]?")
_HEAD = re.compile(r"(?:(?P<before>\d{1,4})\s+)?(?P<words>\D.*?\D)(?:\s+(?P<after>\d{1,4}))?")
_GOES_ON = re.compile(r"(?:[^\W\d_][’'-]?|[,;¬—–])\Z")
_MOST_HEADS = 60
# Numbers of pages may jump where leaves are missing.
_WIDEST_JUMP = 40


@dataclass(frozen=True, slots=True)
class _Page:
    """The paragraphs of a page: its text, and the lines above and below it."""

    head: Paragraph | None
    text: tuple[Paragraph, ...]
    foot: Paragraph | None
    n: str = ""


def find_pages(
    text: str, found: Sequence[Paragraph], given: Given
) -> tuple[list[Paragraph], list[Choice]]:
    """Set running heads and page numbers apart.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        given: what the user says of its conventions.

    Returns:
        The paragraphs, those of running heads and page numbers with ``forme_work``, the first of
        each page with ``page_n`` where its number is printed; and the convention that was weighed.
    """
    said = given.of.get("pages", tuple(known("pages").values()))
    conventions = [one for one in said if isinstance(one, PageConvention) and one.breaks]
    groups = list(by_page(found))
    if not conventions or len(groups) < _FEWEST_PAGES:
        return list(found), []
    keys = Counter(_key(text, group[0]) for group in groups)
    alike = frozenset(key for key, count in keys.most_common(_MOST_HEADS) if count > 1 and key)
    done: list[Paragraph] = []
    for page in _numbered(text, [_page(text, group, alike) for group in groups]):
        lines = [line for line in (page.head, *page.text, page.foot) if line]
        lines[0] = replace(lines[0], page_n=page.n)
        done += lines
    heads = sum(paragraph.forme_work == "header" for paragraph in done)
    numbered = sum(bool(paragraph.page_n) for paragraph in done)
    why = f"{len(groups)} pages, {heads} running heads, {numbered} printed numbers"
    one = conventions[0]
    return done, [Choice("pages", one.name, one.gloss, 1.0, why, True, "pages" in given.of)]


def forme_work(paragraph: Paragraph) -> Block:
    """The block of a running head or a page's number: ``fw`` with ``type`` and ``place``."""
    place = "top" if paragraph.forme_work == "header" else "bottom"
    facts = {"type": paragraph.forme_work, "place": place}
    return Block("fw", paragraph.start, paragraph.end, facts)


def _first_line(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.lines[0].start : paragraph.lines[0].end]


def _key(text: str, paragraph: Paragraph) -> str:
    """What is alike in the running heads of a book: the letters of a line in capitals."""
    words = _first_line(text, paragraph)
    if len(words) > _LONGEST_HEAD or named_heading(words):
        return ""
    letters = "".join(filter(str.isalpha, words))
    return letters if sum(map(str.isupper, letters)) * 4 > len(letters) * 3 else ""


def _page(text: str, group: Sequence[Paragraph], heads: frozenset[str]) -> _Page:
    first, *rest = group
    head = foot = None
    if _is_head(text, first, heads):
        head = replace(first, lines=first.lines[:1], forme_work="header")
        if len(first.lines) > 1:
            rest.insert(0, replace(first, lines=first.lines[1:], space=0, page_break=False))
    else:
        rest.insert(0, first)
    if rest and (head or len(rest) > 1 or len(rest[0].lines) > 1):
        last = rest[-1]
        line = last.lines[-1]
        if _NUMBER.fullmatch(text, line.start, line.end):
            rest.pop()
            if len(last.lines) > 1:
                rest.append(replace(last, lines=last.lines[:-1]))
            foot = replace(last, lines=last.lines[-1:], forme_work="pageNum")
    return _Page(head, tuple(rest), foot)


def _is_head(text: str, paragraph: Paragraph, heads: frozenset[str]) -> bool:
    key = _key(text, paragraph)
    if not key:
        return False
    match = _HEAD.fullmatch(_first_line(text, paragraph))
    if match and (match["before"] or match["after"]):
        return True
    # Scans misread letters: the beginning or the end is enough.
    return key in heads or any(
        key[:_LONGEST_KEY] == head[:_LONGEST_KEY] or key[-_LONGEST_KEY:] == head[-_LONGEST_KEY:]
        for head in heads
        if abs(len(head) - len(key)) < _LONGEST_KEY
    )


def _numbered(text: str, pages: Sequence[_Page]) -> Iterator[_Page]:
    """The pages with their printed numbers, as far as these go up."""
    before = 0
    for page in pages:
        n = _printed_number(text, page)
        if n and (not before or before < n < before + _WIDEST_JUMP):
            before = n
            yield replace(page, n=str(n))
        else:
            yield page


def _printed_number(text: str, page: _Page) -> int:
    if page.head:
        match = _HEAD.fullmatch(_first_line(text, page.head))
        if match and (match["before"] or match["after"]):
            return int(match["before"] or match["after"])
    if page.foot:
        number = _NUMBER.fullmatch(_first_line(text, page.foot))
        if number and number["n"].isdecimal():
            return int(number["n"])
    return 0


def join_overleaf(text: str, blocks: Sequence[Block]) -> tuple[list[Block], list[Span]]:
    """Join paragraphs that a page break parts, or that a scan has torn apart on a page.

    Args:
        text: the whole text.
        blocks: of the whole text, in order.

    Returns:
        The blocks, and the spans (``pb``, ``fw``) of what stands between the parts.
    """
    if not any(block.kind in _BETWEEN for block in blocks):
        return list(blocks), []
    lengths = sorted(end - start for start, end in map(partial(_last_line, text), blocks))
    width = lengths[len(lengths) * 3 // 4]
    done: list[Block] = []
    spans: list[Span] = []
    between: list[Block] = []
    for block in blocks:
        if block.kind in _BETWEEN:
            between.append(block)
            continue
        above = done[-1] if done else None
        if above and _goes_on(text, above, block, width):
            spans += _overleaf(text, above.end, [*between, block])
            done[-1] = replace(above, end=block.end)
        else:
            done += [*between, block]
        between = []
    return [*done, *between], spans


def _last_line(text: str, block: Block) -> tuple[int, int]:
    start = text.rfind("\n", block.start, block.end) + 1
    return start or block.start, block.end


def _goes_on(text: str, above: Block, below: Block, width: int) -> bool:
    """Whether a paragraph is the rest of the one above: that ends amid a sentence and a line."""
    if above.kind != "p" or below.kind != "p" or "break" in below.attributes:
        return False
    start, end = _last_line(text, above)
    full = end - start > width * 3 // 4
    return full and text[below.start].islower() and _GOES_ON.search(text, start, end) is not None


def _overleaf(text: str, start: int, blocks: Sequence[Block]) -> Iterator[Span]:
    """The spans between two parts of a paragraph: foot, page break, head."""
    for block in blocks:
        at = text.find("\f", start, block.start)
        if at >= 0:
            n = block.attributes.get("page", "yes")
            yield Span(at, at + 1, "pb", {} if n == "yes" else {"n": n}, annotator="pages")
        if block.kind == KIND:
            yield from overleaf(block)
        if block.kind == "fw":
            facts = {name: block.attributes[name] for name in ("type", "place")}
            yield Span(block.start, block.end, "fw", facts, annotator="pages")
        start = block.end
