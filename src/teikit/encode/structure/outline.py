"""Outline: of the paragraphs that look like headings, those that head a division.

What is round a heading tells, too: it has text below it, numbers go up by one, and a name that
comes again and again signs letters, or speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise, zip_longest

from teikit.encode.model import Block
from teikit.encode.structure.division_names import HOLD_SECTIONS, NO_HEADINGS, RANKS, UNNUMBERED
from teikit.encode.structure.heading_candidates import (
    Candidate,
    Taken,
    find_candidates,
    in_sequence,
    listed_entries,
    plain_letters,
    repeated_names,
    title_page_names,
)
from teikit.encode.structure.headings import is_at_right, is_signature
from teikit.encode.structure.named_headings import Heading
from teikit.encode.structure.paragraphs import Layout, Paragraph
from teikit.encode.structure.running_heads import running_acts, running_titles

_LEAVES = frozenset(UNNUMBERED) - HOLD_SECTIONS
_LONGEST_TITLE = 700
_LONGEST_CLOSING = 60
# What is said of the scene between the persons of a play and its first act.
_LONGEST_SETTING = 600
_BYLINE = re.compile(r"BY\s+(?=\S)")
_TRAILER = re.compile(
    r"[_*(\[]*(?:the end\b.{0,40}|end of .{1,50}|finis|fin|ende|fine|explicit\b.{0,40}|"
    r"to be continued)[.!_*)\]]*",
    re.IGNORECASE,
)


def outline(
    text: str, found: Sequence[Paragraph], taken: Taken, layout: Layout
) -> dict[int, list[Block]]:
    """The headings of a text, and the lines that close its divisions.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        taken: the paragraphs that are something else.
        layout: the text's usual spacing.

    Returns:
        For the index of a paragraph its block: ``head``, or ``byline`` under one; ``item`` where
        headings stand in a row that come again below; ``signed`` or ``trailer``, where it may be
        one.
    """
    candidates = list(find_candidates(text, found, taken, layout))
    entries = listed_entries(candidates)
    candidates = in_sequence([one for one in candidates if one.at not in entries])
    names = repeated_names(candidates) | set(title_page_names(text, taken))
    candidates = [one for one in candidates if not (one.is_plain and _is_none(one, names))]
    candidates = list(_titles(text, found, taken, _parts_of_chapters(candidates)))
    candidates = list(_subtitles(candidates))
    candidates = list(_holding(found, taken, candidates, _title_words(text, taken)))
    candidates = list(_with_text(candidates, taken))
    candidates = list(_footnotes(candidates, taken))
    repeated = running_acts(candidates)
    candidates = [one for one in candidates if one.at not in repeated]
    blocks = {at: [_block(found[at], "item", _entry_facts(at - 1 in entries))] for at in entries}
    blocks |= {one.at: [_heading_block(text, found[one.at], one, layout)] for one in candidates}
    facts = {"type": "header", "place": "top"}
    repeated |= running_titles(text, found, taken, blocks.keys() | repeated)
    blocks |= {at: [_block(found[at], "fw", facts)] for at in repeated}
    for at, paragraph in enumerate(found):
        if at not in taken and at not in blocks:
            kind = _closing(text, paragraph, names, layout)
            if kind:
                blocks[at] = [_block(paragraph, kind, {})]
    return blocks


def _is_none(one: Candidate, names: AbstractSet[str]) -> bool:
    return one.words in NO_HEADINGS or one.words in names or one.last in names


def _parts_of_chapters(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Let “Part II” stand in a chapter where its beginning is the first part.

    That is so where no first part is told, and the chapters go on with the number they had.
    """
    done: list[Candidate] = []
    firsts: set[str] = set()
    chapter: Heading | None = None
    for at, one in enumerate(candidates):
        what = one.heading
        above = chapter is not None and 0 < what.rank < chapter.rank
        if what.n == "1":
            firsts.add(what.type)
        elif above and what.n and what.type not in firsts and chapter is not None:
            below = (after.heading for after in candidates[at + 1 :])
            following = next((after for after in below if after.rank == chapter.rank), None)
            if following is not None and following.n == chapter.n:
                one = replace(one, heading=replace(what, rank=chapter.rank + 1))
                what = one.heading
        if what.rank == RANKS["chapter"] and what.n:
            chapter = what
        done.append(one)
    return done


def _titles(
    text: str, found: Sequence[Paragraph], taken: Taken, candidates: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Tell the further headings of a division from those of the next one.

    Right under a bare number stands its title; headings of one look in a row are one heading.
    """
    by_place = {one.at: one for one in candidates}
    above: Candidate | None = None
    bare = False
    for at, paragraph in enumerate(found):
        one = by_place.get(at)
        if one is None and bare and at not in taken and _is_long_title(text, paragraph):
            one = Candidate(at, Heading("capitals", 0, "section", "", True), "", "")
        if _is_no_text(taken.get(at)):
            continue
        if one is None:
            above, bare = None, False
            continue
        alike = (
            above is not None
            and above.heading.style == one.heading.style == "capitals"
            and paragraph.space <= found[above.at].space
        )
        if (one.is_plain or not one.heading.n) and (bare or (alike and one.is_plain)):
            one = replace(one, sub=True)
            bare = False
        else:
            bare = not one.heading.complete
        above = one
        yield one


def _subtitles(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Let the one heading of a chapter that stands right below the chapter's belong to it.

    A division is not parted in one.
    """
    above: Candidate | None = None
    for one, after in zip_longest(candidates, candidates[1:]):
        right_below = above is not None and above.at + 1 == one.at
        if right_below and above and above.heading.rank and above.heading.n and one.is_plain:
            ends = after is None or after.heading.rank > 0
            if ends and one.heading.style == "capitals":
                one = replace(one, sub=True)
        above = one
        yield one


def _is_long_title(text: str, paragraph: Paragraph) -> bool:
    words = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_TITLE + 1)]
    return len(words) <= _LONGEST_TITLE and words.isupper()


def _holding(
    found: Sequence[Paragraph],
    taken: Taken,
    candidates: Sequence[Candidate],
    title_page: str,
) -> Iterator[Candidate]:
    """Let a heading hold the chapters below it, where the first of them follows at once.

    So do the parts of a periodical and the plays of a volume. The title of the whole book, set
    again above its first chapter, holds nothing.
    """
    subs = {one.at for one in candidates if one.sub}
    mains = [one for one in candidates if not one.sub]
    first = {
        one.at: after.heading.rank
        for one, after in pairwise(mains)
        if one.is_plain
        and one.words not in title_page
        and after.heading.rank > 1
        and after.heading.n == "1"
        and sum(
            found[at].end - found[at].start
            for at in range(one.at + 1, after.at)
            if at not in subs and at not in taken
        )
        < (_LONGEST_SETTING if _has_cast(taken, one.at, after.at) else _LONGEST_CLOSING)
    }
    for one in candidates:
        if one.at in first:
            yield replace(one, heading=replace(one.heading, rank=first[one.at] - 1))
        else:
            yield one


def _has_cast(taken: Taken, start: int, end: int) -> bool:
    return any(block.kind == "castitem" for at in range(start, end) for block in taken.get(at, ()))


def _title_words(text: str, taken: Taken) -> str:
    parts = (block for blocks in taken.values() for block in blocks)
    titles = [part for part in parts if part.kind in {"title", "titlepart"}]
    return "".join(plain_letters(text[part.start : part.end]) for part in titles)


def _with_text(candidates: Sequence[Candidate], taken: Taken) -> Iterator[Candidate]:
    """Leave out headings with nothing below but another one that would close their division."""
    subs = {one.at for one in candidates if one.sub}
    mains = {one.at: one for one in candidates if not one.sub}
    styles: set[str] = set()
    kept = False
    for one in candidates:
        if not one.sub:
            below = one.at + 1
            while below in subs or _is_no_text(taken.get(below)):
                below += 1
            after = mains.get(below)
            styles.add(one.heading.style)
            closed = after and (after.heading.rank or after.heading.style in styles)
            kept = not (one.is_plain and closed)
        if kept:
            yield one


def _footnotes(candidates: Sequence[Candidate], taken: Taken) -> Iterator[Candidate]:
    """Let “Footnotes” with notes right below it, and then a heading, hold nothing else."""
    for one, after in zip_longest(candidates, candidates[1:]):
        if one.heading.type == "notes" and after is not None and after.at > one.at + 1:
            below = (taken.get(at, ()) for at in range(one.at + 1, after.at))
            if all(blocks and all(block.kind == "note" for block in blocks) for blocks in below):
                one = replace(one, leaf=True)
        yield one


def _is_no_text(blocks: Sequence[Block] | None) -> bool:
    return blocks is not None and all(block.kind in {"figure", "fw", "pb"} for block in blocks)


def _heading_block(text: str, paragraph: Paragraph, one: Candidate, layout: Layout) -> Block:
    marked = layout.marked.get(paragraph.start)
    if marked:
        return Block("head", marked.start, marked.end, {**_facts(one), "rend": marked.form})
    by = _BYLINE.match(text, paragraph.start, paragraph.end) if one.sub else None
    if by:
        return _block(paragraph, "byline", {"author": str(by.end())})
    return _block(paragraph, "head", _facts(one))


def _entry_facts(goes_on: bool) -> dict[str, str]:
    facts = {"within": "list", "list": "contents"}
    return facts if goes_on else {**facts, "first": "list"}


def _facts(one: Candidate) -> dict[str, str]:
    what = one.heading
    if one.sub:
        return {"sub": "yes"}
    facts = {"style": what.style, "rank": str(what.rank), "type": what.type, "n": what.n}
    if what.act:
        facts["act"] = what.act
    return {**facts, "leaf": "yes"} if one.leaf or what.type in _LEAVES else facts


def _closing(text: str, paragraph: Paragraph, names: AbstractSet[str], layout: Layout) -> str:
    if paragraph.end - paragraph.start > _LONGEST_CLOSING:
        return ""
    words = text[paragraph.start : paragraph.end]
    if _TRAILER.fullmatch(words):
        return "trailer"
    if is_signature(words) or plain_letters(words) in names:
        return "signed"
    if words.isupper() and words[0] not in "([" and is_at_right(paragraph, layout):
        return "signed"
    # “LUDWIG VAN BEETHOVEN.” signs where “BEETHOVEN.” does.
    return "signed" if words.isupper() and plain_letters(words.split()[-1]) in names else ""


def _block(paragraph: Paragraph, kind: str, facts: Mapping[str, str]) -> Block:
    return Block(kind, paragraph.start, paragraph.end, facts)
