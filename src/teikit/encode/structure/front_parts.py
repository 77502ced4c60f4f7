"""Parts of a title page: subtitles, editions, imprints, dates, and the dedication after it.

TEI Guidelines, section 4.6 (title pages) and 4.5 (front matter).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from teikit.encode.model import Block
from teikit.encode.structure.paragraphs import Paragraph
from teikit.encode.structure.titles import is_name

_FUNCTION = (
    r"(?:the|an?|of|or|and|in|on|for|to|from|with|by|being|der|die|das|des|dem|den|und|oder|von|"
    r"le|la|les|de|du|et|ou|il|lo|della|o|e|y|el|los)"
)
_ENDS_OPEN = re.compile(rf"(?:.*[^\w'’-])?{_FUNCTION}[,;:]?_?", re.IGNORECASE | re.DOTALL)
_JOINS = re.compile(rf"{_FUNCTION}[,;:]?", re.IGNORECASE)
_EDITOR = re.compile(
    r"(?:edited|translated|illustrated|revised|selected|compiled|collected|done into|arranged|"
    r"with (?:an? |the )?(?:notes?|illustrations?|introduction|preface|drawings|memoir)|"
    r"herausgegeben|übersetzt|traduit|frontispiece)\b.*\b(?:by|von|par|of)\b",
    re.IGNORECASE | re.DOTALL,
)
_EDITION = re.compile(r"\b(?:edition|édition|ausgabe|auflage|impression)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:vol(?:ume)?|band|tome|part|no|number)\b\.? ?[\divxl]+", re.IGNORECASE)
_YEAR = r"(?:1[4-9]\d\d|20\d\d|M[DCLXVI. ]{3,})"
_DATE = re.compile(rf"[\[(_]*(?:\w+\.? (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?)?{_YEAR}[\])_.]*")
_PUBLISHER = re.compile(
    r"\b(?:compan(?:y|ies)|co\b|press|publish\w*|printed|printers?|verlag|librairie|[ée]diteurs?|"
    r"imprimerie|imprint|booksellers?|books?hop|& sons?|& c[oi]\b|brothers|copyright|"
    r"all rights reserved|made in|gedruckt|druck von|foundation|entered according)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"_?(?:new york|london|boston|philadelphia|chicago|edinburgh|dublin|oxford|cambridge|glasgow|"
    r"paris|leipzig|berlin|wien|vienna|münchen|stuttgart|zürich|amsterdam|milano|madrid|"
    r"washington|san francisco|toronto|melbourne|sydney|calcutta|bombay|new haven|princeton)"
    r"(?:[:,;·.&\s—-]+(?:and )?[^\W\d_a-z][\w.]*(?: [^\W\d_a-z][\w.]*)?){0,8}[:,.]?_?",
    re.IGNORECASE,
)
_DEDICATION = re.compile(
    r"_?(?:to(?: (?:my|the|our|his|her|all|those|that|[^\W\d_a-z]\w*))?|dedicated|inscribed|"
    r"this (?:book|volume|work) is)\b"
)
_NO_IMPRINT = re.compile(r"(?:reprinted|being|from|first published|a |an |this )", re.IGNORECASE)
_HONOURS = re.compile(r",? (?:Esq(?:uire)?|[BM]\. ?A|[DLM]\. ?D|Ph\. ?D|LL\. ?D|F\. ?R\. ?S)\b.*")
_LONGEST_IMPRINT = 220
_LONGEST_EDITION = 100
_LONGEST_DEDICATION = 300

Parts = Mapping[int, Sequence[Block]]


def title_page_parts(text: str, found: Sequence[Paragraph], parts: Parts) -> dict[int, list[Block]]:
    """Tell what the parts of a title page are.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        parts: for the index of each paragraph of the title page its blocks.

    Returns:
        The same, with titles that were set on several lines joined, and with the attribute
        ``part`` on each ``titlepart``: ``sub``, ``desc``, ``volume``, ``ornament``, ``edition``,
        ``date``, ``imprint`` (with ``name``, the element of the line), ``editor``, ``dedication``.
    """
    done = _joined(text, parts)
    before = True
    named = any(block.kind in {"author", "byline"} for blocks in done.values() for block in blocks)
    dedicated: tuple[int, int] | None = None
    for at in sorted(done):
        blocks = done[at]
        before = before and not any(block.kind in {"byline", "author"} for block in blocks)
        dedicated = _goes_on(found, at, dedicated)
        refined: list[Block] = []
        for block in blocks:
            if block.kind != "titlepart":
                refined.append(block)
                continue
            words = text[block.start : block.end]
            if dedicated or (not before and _is_dedication(words)):
                dedicated = dedicated or (at, 0)
                refined.append(_part(block, "dedication"))
            elif not named and is_name(_HONOURS.sub("", words)):
                named = True
                refined.append(replace(block, kind="author"))
            else:
                refined += _refined(text, block, before=before)
        done[at] = refined
    return done


def _part(block: Block, part: str, **facts: str) -> Block:
    return replace(block, attributes={**block.attributes, "part": part, **facts})


def _goes_on(
    found: Sequence[Paragraph], at: int, dedicated: tuple[int, int] | None
) -> tuple[int, int] | None:
    """The paragraph of a dedication and the space in it, as long as it goes on."""
    if dedicated is None:
        return None
    _, space = dedicated
    gap = found[at].space
    return (at, space or gap) if not space or gap <= space else None


def _is_dedication(words: str) -> bool:
    short = len(words) < _LONGEST_DEDICATION
    match = _DEDICATION.match(words[:1] + words[1:].lower()) if words[:1].isupper() else None
    match = match or _DEDICATION.match(words.lower())
    return short and match is not None and not words.lower().startswith("to be ")


def _joined(text: str, parts: Parts) -> dict[int, list[Block]]:
    """Join the lines of a title: “THE”, “PIANOFORTE SONATA”; “THE ANGLER;”, “OR,”, “THE JOY”."""
    done = {at: list(blocks) for at, blocks in _with_one_title(parts)}
    title: tuple[int, int] | None = None
    for at in sorted(done):
        kept: list[Block] = []
        for block in done[at]:
            words = text[block.start : block.end]
            if not any(map(str.isalnum, words)):
                kept.append(_part(replace(block, kind="titlepart"), "ornament"))
                title = None
                continue
            goes_on = title is not None and block.kind in {"title", "titlepart", "author"}
            if title is not None and goes_on:
                holder = kept if title[0] == at else done[title[0]]
                above = holder[title[1]]
                if _ENDS_OPEN.fullmatch(text, above.start, above.end) or _JOINS.fullmatch(words):
                    holder[title[1]] = replace(above, end=block.end)
                    continue
            kept.append(block)
            title = (at, len(kept) - 1) if block.kind == "title" else None
        done[at] = kept
    return _with_title(text, done)


def _with_one_title(parts: Parts) -> Iterator[tuple[int, list[Block]]]:
    """The parts, without titles below the title and its author."""
    titled = named = False
    for at in sorted(parts):
        blocks = [
            replace(block, kind="titlepart")
            if block.kind == "title" and titled and named
            else block
            for block in parts[at]
        ]
        titled = titled or any(block.kind == "title" for block in blocks)
        named = named or any(block.kind in {"author", "byline"} for block in blocks)
        yield at, blocks


def _with_title(text: str, done: dict[int, list[Block]]) -> dict[int, list[Block]]:
    """Make the first words the title where an ornament had been taken for it."""
    blocks = [(at, n, block) for at in sorted(done) for n, block in enumerate(done[at])]
    if any(block.kind == "title" for _, _, block in blocks):
        return done
    for at, n, block in blocks:
        if block.kind == "titlepart" and "part" not in block.attributes:
            done[at][n] = replace(block, kind="title")
            return _joined(text, done)
    return done


def _refined(text: str, block: Block, *, before: bool) -> Iterator[Block]:
    words = text[block.start : block.end]
    if "part" in block.attributes:
        yield block
    elif _EDITOR.match(words):
        yield _part(block, "editor")
    elif len(words) < _LONGEST_EDITION and _EDITION.search(words):
        yield _part(block, "edition")
    elif _DATE.fullmatch(words):
        yield _part(block, "date")
    elif _is_imprint(words):
        yield from _imprint(text, block)
    elif _NUMBERED.match(words):
        yield _part(block, "volume")
    else:
        yield _part(block, "sub" if before else "desc")


def _is_imprint(words: str) -> bool:
    words = words.replace("_", " ").strip()
    if len(words) > _LONGEST_IMPRINT or words[-1:] in {"?", "!"} or _NO_IMPRINT.match(words):
        return False
    return _PUBLISHER.search(words) is not None or any(
        _PLACE.fullmatch(line.strip()) for line in words.split("\n")
    )


def _imprint(text: str, block: Block) -> Iterator[Block]:
    """A block for each line of an imprint, with the name of its element."""
    start = block.start
    for line in text[block.start : block.end].split("\n"):
        first = start + len(line) - len(line.lstrip())
        last = start + len(line.rstrip())
        start += len(line) + 1
        if first >= last:
            continue
        words = text[first:last]
        name = "publisher"
        if _DATE.fullmatch(words):
            name = "docDate"
        elif _PLACE.fullmatch(words) and not _PUBLISHER.search(words):
            name = "pubPlace"
        elif re.search(r"copyright|rights|made in", words, re.IGNORECASE):
            name = ""
        yield Block("titlepart", first, last, {**block.attributes, "part": "imprint", "name": name})
