"""Pages of a printed book: running heads and page numbers, and paragraphs that go on overleaf."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from teikit.encode.conventions.load import known
from teikit.encode.conventions.model import Choice, Given, PageConvention
from teikit.encode.model import Block, Span
from teikit.encode.structure.page_heads import (
    WIDEST_JUMP,
    is_like,
    key_of,
    with_running_heads,
)
from teikit.encode.structure.page_marks import KIND, overleaf
from teikit.encode.structure.paragraphs import Paragraph, by_page, first_line

_BETWEEN = frozenset({"fw", KIND})
_FEWEST_PAGES = 3
_NUMBER = re.compile(r"[\[(~–—-]?\s*(?P<n>\d{1,4}|[ivxlc]{1,7})\s*[\])~–—.-]?")
_HEAD = re.compile(r"(?:(?P<before>\d{1,4})\s+)?(?P<words>\D.*?\D)(?:\s+(?P<after>\d{1,4}))?")
_GOES_ON = re.compile(r"(?:[^\W\d_][’'-]?|[,;¬—–])\Z")
_MOST_HEADS = 60


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
    groups = list(by_page(found))
    fed = len(groups) >= _FEWEST_PAGES
    for one in said:
        if not isinstance(one, PageConvention):
            continue
        if one.breaks == "form feed" and fed:
            done = _by_form_feeds(text, groups)
        elif one.breaks == "running head" and not fed:
            done = with_running_heads(text, found)
        else:
            continue
        heads = sum(paragraph.forme_work == "header" for paragraph in done)
        if fed or heads:
            pages = len(groups) if fed else heads
            numbered = sum(bool(paragraph.page_n) for paragraph in done)
            why = f"{pages} pages, {heads} running heads, {numbered} printed numbers"
            choice = Choice("pages", one.name, one.gloss, 1.0, why, True, "pages" in given.of)
            return done, [choice]
    return list(found), []


def _by_form_feeds(text: str, groups: Sequence[Sequence[Paragraph]]) -> list[Paragraph]:
    """The paragraphs of the pages that form feeds part."""
    keys = Counter(key_of(first_line(text, group[0])) for group in groups)
    alike = frozenset(key for key, count in keys.most_common(_MOST_HEADS) if count > 1 and key)
    done: list[Paragraph] = []
    for page in _numbered(text, [_page(text, group, alike) for group in groups]):
        lines = [line for line in (page.head, *page.text, page.foot) if line]
        lines[0] = replace(lines[0], page_n=page.n)
        done += lines
    return done


def forme_work(paragraph: Paragraph) -> Block:
    """The block of a running head or a page's number: ``fw`` with ``type`` and ``place``."""
    place = "top" if paragraph.forme_work == "header" else "bottom"
    facts = {"type": paragraph.forme_work, "place": place}
    return Block("fw", paragraph.start, paragraph.end, facts)


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
    key = key_of(first_line(text, paragraph))
    if not key:
        return False
    match = _HEAD.fullmatch(first_line(text, paragraph))
    return bool(match and (match["before"] or match["after"])) or is_like(key, heads)


def _numbered(text: str, pages: Sequence[_Page]) -> Iterator[_Page]:
    """The pages with their printed numbers, as far as these go up."""
    before = 0
    for page in pages:
        n = _printed_number(text, page)
        if n and (not before or before < n < before + WIDEST_JUMP):
            before = n
            yield replace(page, n=str(n))
        else:
            yield page


def _printed_number(text: str, page: _Page) -> int:
    if page.head:
        match = _HEAD.fullmatch(first_line(text, page.head))
        if match and (match["before"] or match["after"]):
            return int(match["before"] or match["after"])
    if page.foot:
        number = _NUMBER.fullmatch(first_line(text, page.foot))
        if number and number["n"].isdecimal():
            return int(number["n"])
    return 0


def join_overleaf(text: str, blocks: Sequence[Block]) -> tuple[list[Block], list[Span]]:
    """Join paragraphs that a page break parts, or that a scan has torn apart on a page.

    Where notes stand between at the foot of the page, they stay two, and ``part`` says so.

    Args:
        text: the whole text.
        blocks: of the whole text, in order.

    Returns:
        The blocks, and the spans (``pb``, ``fw``) of what stands between the parts.
    """
    if not any(block.kind in _BETWEEN or "page" in block.attributes for block in blocks):
        return list(blocks), []
    lengths = sorted(end - start for start, end in map(partial(_last_line, text), blocks))
    width = lengths[len(lengths) * 3 // 4]
    done: list[Block] = []
    spans: list[Span] = []
    between: list[Block] = []
    for block in blocks:
        if block.kind in _BETWEEN or block.kind == "note":
            between.append(block)
            continue
        above = done[-1] if done else None
        if not above or not _goes_on(text, above, block, width):
            done += [*between, block]
        elif all(one.kind in _BETWEEN for one in between):
            spans += _overleaf(text, above.end, [*between, block])
            done[-1] = replace(above, end=block.end)
        elif any(one.kind in _BETWEEN for one in between) or "page" in block.attributes:
            part = "M" if "part" in above.attributes else "I"
            done[-1] = _of_several(above, part)
            done += [*between, _of_several(block, "F")]
        else:
            done += [*between, block]
        between = []
    return [*done, *between], spans


def _of_several(block: Block, part: str) -> Block:
    return replace(block, attributes={**block.attributes, "part": part})


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
            # Where nothing else tells of the break, it goes with the running head.
            names = ("type", "place") if at >= 0 else ("type", "place", "page")
            facts = {name: block.attributes[name] for name in names if name in block.attributes}
            yield Span(block.start, block.end, "fw", facts, annotator="pages")
        start = block.end
