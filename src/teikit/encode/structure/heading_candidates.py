"""Candidates for headings: what looks like one, and is no name, entry or stray number."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from teikit.encode.model import Block
from teikit.encode.structure.headings import LISTED, heading, listed_heading
from teikit.encode.structure.linked_contents import is_listed, listed
from teikit.encode.structure.named_headings import Heading, series_heading
from teikit.encode.structure.paragraphs import Layout, Paragraph
from teikit.encode.structure.titles import is_name

_NUMERALS = (
    *("numeral", "number", "sign", "numeral title", "number title"),
    *("numeral line", "number line"),
)
# The same words more often than this are names: above nothing, or even above text.
_MOST_REPEATED = 3
_MOST_SPOKEN = 12
_LONGEST_SERIES = 120
_LONGEST_SENTENCE = 30
_SENTENCE_END = ".!?,;”’\"'"
# A series begins with one; that may have another form.
_FIRST_OF_SERIES = 2
_MARKER = re.compile(r"\[[\d*]+\]$")
_BY_NAME = re.compile(r"\b[Bb][Yy]\s+([A-Z]\w*\.?(?:\s+[A-Z]\w*\.?){1,3})")

Taken = Mapping[int, Sequence[Block]]
"""The blocks of the paragraphs that are something already, by the paragraph's index."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that may be a heading.

    ``words`` and ``last``, its last word, are small letters without spaces and signs. One that is
    ``sub`` is a further heading of the division above it; that of a ``leaf`` holds no other. One
    that is ``listed`` has its words in a table of contents.
    """

    at: int
    heading: Heading
    words: str
    last: str
    sub: bool = False
    leaf: bool = False
    listed: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether only its typography says that it is a heading."""
        return not self.heading.rank and not self.heading.n


def find_candidates(
    text: str, found: Sequence[Paragraph], taken: Taken, layout: Layout
) -> Iterator[Candidate]:
    """The paragraphs that look like headings; see ``encode.structure.headings``.

    So do those whose words a table of contents has.
    """
    in_index = False
    names = listed(text, taken)
    for at, paragraph in enumerate(found):
        if at in taken:
            continue
        following = found[at + 1] if at + 1 < len(found) else None
        what = heading(text, paragraph, following, layout)
        if not at and not (what and what.weak):
            # Above the first line is all the space that a number needs.
            paragraph = replace(paragraph, space=layout.space + 1)
            told = heading(text, paragraph, following, layout)
            what = told if told and told.n else what
        if following and paragraph.space and not (what and what.rank):
            what = _in_series(text, paragraph, layout, what)
        words = text[paragraph.start : paragraph.end]
        # A sentence is none, and not asked: there are many.
        short = len(words) <= (_LONGEST_SENTENCE if words[-1] in _SENTENCE_END else _LONGEST_SERIES)
        in_contents = bool(names and following and short and is_listed(words, at, names))
        if what is None and in_contents:
            what = listed_heading(words)
        if what is None:
            continue
        last = plain_letters(_MARKER.sub("", words).split()[-1])
        one = Candidate(at, what, plain_letters(words), last, listed=in_contents)
        in_index = what.type == "index" or (in_index and (what.weak or not what.rank))
        # An entry of an index may be in capitals.
        if not (in_index and (one.is_plain or what.weak) and words.rstrip(".")[-1].isdigit()):
            yield one


def _in_series(
    text: str, paragraph: Paragraph, layout: Layout, otherwise: Heading | None
) -> Heading | None:
    if paragraph.end - paragraph.start > _LONGEST_SERIES or "name" not in layout.heading_rules:
        return otherwise
    series = series_heading(text[paragraph.start : paragraph.end])
    return replace(series, otherwise=otherwise) if series else otherwise


def repeated_names(candidates: Sequence[Candidate]) -> set[str]:
    """What looks like a heading, comes again and again, and mostly has no text below it."""
    count: Counter[str] = Counter()
    empty: Counter[str] = Counter()
    for one, after in zip_longest(candidates, candidates[1:]):
        if one.is_plain:
            count[one.words] += 1
            empty[one.words] += after is not None and after.at == one.at + 1
    return {
        words
        for words, times in count.items()
        if times > _MOST_SPOKEN or (times > _MOST_REPEATED and empty[words] * 2 >= times)
    }


def title_page_names(text: str, taken: Taken) -> Iterator[str]:
    """The names of persons on the title page, who sign the preface."""
    for blocks in taken.values():
        for block in blocks:
            if block.kind in {"title", "author", "byline"}:
                words = text[int(block.attributes.get("author", block.start)) : block.end]
                if is_name(" ".join(words.split())):
                    yield plain_letters(words)
            if block.kind == "titlepart":
                for match in _BY_NAME.finditer(text, block.start, block.end):
                    yield plain_letters(match[1])


def plain_letters(words: str) -> str:
    """Letters and figures only, small, to compare words by."""
    return "".join(filter(str.isalnum, words)).casefold()


def listed_entries(candidates: Sequence[Candidate]) -> set[int]:
    """Headings in a row, nothing between them, that come again below: a list of contents."""
    # A number and a title in a row of such are items, unless something else tells.
    candidates = [one for one in candidates if not one.heading.weak]
    last = {(one.heading.type, one.heading.n): one.at for one in candidates if one.heading.n}
    entries: set[int] = set()
    for before, one in pairwise(candidates):
        alike = before.heading.style == one.heading.style and one.at == before.at + 1
        again = all(last.get((c.heading.type, c.heading.n), 0) > c.at for c in (before, one))
        if alike and again and before.heading.complete and one.heading.complete:
            entries |= {before.at, one.at}
    return entries


def in_sequence(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without numbers that do not go up, unless a table of contents has them."""
    kept = {one.at: one for one in _going_up(candidates)}
    for one in candidates:
        if one.listed and one.heading.complete and one.at not in kept:
            kept[one.at] = replace(one, heading=replace(one.heading, weak=False))
    done: list[Candidate] = []
    style = LISTED
    for at in sorted(kept):
        one = kept[at]
        if one.heading.style == LISTED:
            # Entries of one list stand on one level.
            one = replace(one, heading=replace(one.heading, style=style))
        elif one.listed and not one.heading.rank:
            style = one.heading.style
        done.append(one)
    return done


def _going_up(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Bare numbers count: those that go up by one from the one before, or to the one after."""
    candidates = _decimals_in_sequence(_nouns_in_sequence(candidates))
    kept = {one.at: one for one in candidates}
    numbered = sum(bool(one.heading.n) for one in candidates)
    for style in _NUMERALS:
        series = [one for one in candidates if one.heading.style == style]
        values = [int(one.heading.n) for one in series]
        for at, one in enumerate(series):
            before = at > 0 and values[at - 1] == values[at] - 1
            after = at + 1 < len(values) and values[at + 1] == values[at] + 1
            # The one number of a text may be that of the chapter that the text is.
            alone = numbered == 1 and style == "numeral" and one.words != "i"
            if before or after or alone:
                continue
            if style.endswith("title"):
                kept[one.at] = replace(one, heading=Heading("capitals", 0, "section", "", True))
            else:
                del kept[one.at]
    return list(kept.values())


def _nouns_in_sequence(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Nouns with numbers count where three of them go up by one: “Lesson 1”, “Lesson 2”."""
    by_style: dict[str, list[Candidate]] = defaultdict(list)
    for one in candidates:
        if one.heading.style.startswith("noun "):
            by_style[one.heading.style].append(one)
    sure: set[int] = set()
    for series in by_style.values():
        values = [int(one.heading.n) for one in series]
        begins = min(values) <= _FIRST_OF_SERIES
        if begins and any(b == a + 1 and c == b + 1 for a, b, c in _threes(values)):
            last = 0
            for one, value in zip(series, values, strict=True):
                if value == 1 or last < value:
                    sure.add(one.at)
                    last = value
    kept = []
    for one in candidates:
        if one.at not in sure and one.heading.style.startswith("noun "):
            if one.heading.otherwise is None:
                continue
            one = replace(one, heading=one.heading.otherwise)
        elif one.at in sure:
            one = replace(one, heading=replace(one.heading, weak=False))
        kept.append(one)
    return kept


def _threes(values: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    return ((a, b, c) for (a, b), (_, c) in pairwise(pairwise(values)))


def _decimals_in_sequence(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Of weak headings those with numbers that follow each other: 3, 3.1, 3.1.1, 3.2, 4."""
    decimals = [(one, _parts(one.heading.n)) for one in candidates if _is_decimal(one)]
    sure = set()
    for (one, n), (after, m) in pairwise(decimals):
        # Two single numbers prove nothing: so do the items of a list.
        if follows(n, m) and max(len(n), len(m)) > 1:
            sure |= {one.at, after.at}
    return [one for one in candidates if not one.heading.weak or one.at in sure]


def _is_decimal(one: Candidate) -> bool:
    return one.heading.style.startswith("decimal") or one.heading.style == "number line"


def _parts(n: str) -> list[int]:
    """The numbers of a heading; a letter counts as its place in Unicode."""
    return [int(part) if part.isdecimal() else ord(part) for part in n.split(".") if part]


def follows(n: Sequence[int], m: Sequence[int]) -> bool:
    """Whether a section is the next one, the first one in it, or the next one further out."""
    if m[:-1] == n:
        return m[-1] == 1
    return len(m) <= len(n) and m[:-1] == n[: len(m) - 1] and m[-1] == n[len(m) - 1] + 1
