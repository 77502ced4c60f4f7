"""Headings: which paragraphs are some, of what division, and with which number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from teikit.encode.conventions.model import HeadingConvention
from teikit.encode.structure.division_names import (
    CAST,
    CONTENTS,
    LISTS,
    LONGER,
    NUMBERED,
    RANKS,
    UNNUMBERED,
)
from teikit.encode.structure.letter_parts import MONTH
from teikit.encode.structure.numbers import number, ordinal, unaccented
from teikit.encode.structure.paragraphs import Layout, MarkedHeading, Paragraph

_TYPES = {noun: kind for kind, nouns in NUMBERED.items() for noun in nouns.split()}
_ALONE = {
    name: kind
    for kind, names in UNNUMBERED.items()
    for name in [*names.split("|")[0].split(), *names.split("|")[1:]]
}
_LONGER = [(kind, re.compile(pattern)) for kind, pattern in LONGER.items()]
# A heading that names its division has one of these among its first words.
_NAMES = frozenset([*_TYPES, "appendix", *(word for name in _ALONE for word in name.split())]) - {
    "to",
    "the",
}
_AROUND = ".,:;-–—_()[]"
_NOUN = r"[^\W\d_]+"
# “Twenty-one”, “Twenty one”: a number of two words.
_WORD = rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -]{_NOUN}|{_NOUN}(?:-[a-z]+)?"
_NUMBERED = re.compile(
    rf"(?P<type>{_NOUN})\.?\s+(?:(?:the|no\.?)\s+)?(?P<n>{_WORD}|\d+)\b"
    r"(?P<stop>[.:,)\]—–-]*)\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_COUNTED = re.compile(
    rf"(?:the\s+)?(?P<n>{_WORD}|[IVXLC]+\.|\d+\.)\s+(?P<type>{_NOUN})\b"
    r"(?P<stop>[.:,)\]—–-]*)\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ROMAN = re.compile(r"[ivxlc]+")
_NUMERAL = re.compile(r"[\[(]?(?P<sign>§+\s*)?(?P<n>[IVXLC]+|\d{1,3})[.\])]?")
_NUMBERED_TITLE = re.compile(
    r"(?P<sign>§+\s*)?(?P<n>[IVXLC]+|\d{1,3})(?:[.:)—–-]+\s+|\.--|\.—| (?:--|[—–]) )"
    r"(?P<title>\S.*)",
    re.DOTALL,
)
_DECIMAL = re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2})+)\.?\s+(?P<title>\S.*)", re.DOTALL)
_MARKERS = re.compile(r"(?:\s*\[(?:\d{1,4}|[*†‡])\])+$")
# Initials and a surname sign a letter or a preface, and head nothing.
_SIGNATURE = re.compile(
    r"_?(?:[A-Z]\.\s*)+(?:[A-Z]+[\s-]+){0,3}[A-Z]{2,}[.,]?_?|(?:[A-Z]\.[\s-]*){2,}"
)
_COLUMNS = re.compile(r"\S[^\S\n]{3,}\S|\.{4,}")
_DATELINE = re.compile(rf"[^,\d]+, (?:(?:.*\W)?1\d{{3}}|{MONTH})[.,]?", re.IGNORECASE)
# What ends in one of these goes on below: “From Gray, that” above verses of his.
_GOES_ON = re.compile(
    r"(?:.*[^\w'’-])?(?:that|which|who|whom|and|or|but|as|than|of|to|with|from|for|by|in|on|at|the|"
    r"an?|is|was|are|were|says?|said)", re.IGNORECASE | re.DOTALL
)  # fmt: skip
_SUMMARY = re.compile(r"[.!?] ?(?:--|[—–]) ?(?=[^\W\d_a-z])")
_SENTENCE_END = tuple(".,;:!?…\"”'’»-–—|")
_OPENING_MARKS = {'"': '"', "“": "”", "«": "»", "(": ")", "[": "]"}
_FEWEST_LETTERS = 3
_LONGEST = 120
_LONGEST_LIST_HEADING = 64
_LONGEST_NAMED = 300
_LONGEST_UNNAMED = 80
_LONGEST_PLAIN = 60
_LEAST_CENTRED = 10
_OFF_CENTRE = 6
_TYPOGRAPHY = frozenset({"capitals", "space"})

_LIST_HEADINGS = [
    ("contents", re.compile(CONTENTS)), ("plates", re.compile(LISTS)), ("cast", re.compile(CAST))
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says of its division.

    Attributes:
        style: what headings of one level have in common; a name for comparison only.
        rank: the level that the division's name stands for, or 0.
        type: value for ``@type`` of the division.
        n: value for ``@n``, or ``""``.
        complete: false where it is a bare number, so that a title may follow.
    """

    style: str
    rank: int
    type: str
    n: str
    complete: bool


def heading(
    text: str, paragraph: Paragraph, following: Paragraph | None, layout: Layout
) -> Heading | None:
    """What a paragraph says if it is a heading, or ``None``.

    Args:
        text: the whole text.
        paragraph: the candidate.
        following: the paragraph after it; a heading needs something to stand above.
        layout: what holds for the whole text.
    """
    if following is None or paragraph.end - paragraph.start > _LONGEST_NAMED:
        return None
    if layout.marked and paragraph.start in layout.marked:
        return _marked(text, layout.marked[paragraph.start])
    words = text[paragraph.start : paragraph.end]
    if words.endswith("]"):
        words = _MARKERS.sub("", words)
    if layout.patterns and (own := _of_pattern(words, layout.patterns)):
        return own
    rules = layout.heading_rules
    named = named_heading(words) if "name" in rules else None
    if named or len(paragraph.lines) > 3 or len(words) > _LONGEST or is_signature(words):
        return named
    return (
        ("number" in rules and _bare_numeral(words, paragraph))
        or ("numbered title" in rules and _numbered_title(words, paragraph, following, layout))
        or _typographic(words, paragraph, following, layout, rules)
        or None
    )


def _marked(text: str, marked: MarkedHeading) -> Heading:
    """A heading whose marks tell its level; its words may tell type and number."""
    words = text[marked.start : marked.end]
    named = named_heading(words)
    numbered = _NUMBERED_TITLE.fullmatch(words) or _NUMERAL.fullmatch(words)
    value = number(numbered["n"]) if numbered else None
    n = named.n if named else str(value or "")
    return Heading(
        f"level {marked.level}", marked.level, named.type if named else "section", n, True
    )


def _of_pattern(words: str, patterns: Sequence[HeadingConvention]) -> Heading | None:
    for one in patterns:
        match = re.fullmatch(one.pattern, words.strip(), re.DOTALL)
        if match:
            n = match.groupdict().get("n") or ""
            value = number(n.strip(".")) if n else None
            return Heading(one.name, one.level, one.type, str(value or n), True)
    return None


def named_heading(words: str) -> Heading | None:
    """What a heading says that names its division, as “Chapter 4” or “PREFACE” does.

    >>> named_heading("DEUXIÈME PARTIE").type, named_heading("Chap. IV. The Mill").n
    ('part', '4')
    """
    words = words.strip("_=* \n")
    if not any(unaccented(word).strip(_AROUND) in _NAMES for word in words.split(None, 3)[:3]):
        return None
    # Several in one paragraph are a list.
    if "\n" in words and named_heading(words.rsplit("\n", 1)[1].strip()):
        return None
    plain = unaccented(words).rstrip(".: ").replace("’", "'")
    if plain in _ALONE:
        return Heading("chapter", RANKS["chapter"], _ALONE[plain], "", True)
    longer = " ".join(plain.split())
    for kind, pattern in _LONGER:
        if pattern.fullmatch(longer):
            return Heading("chapter", RANKS["chapter"], kind, "", True)
    match = _NUMBERED.fullmatch(words)
    found = _of_number(match, number(match["n"])) if match else None
    if found:
        return found
    match = _COUNTED.fullmatch(words)
    if not match:
        return None
    value = number(match["n"][:-1]) if match["n"][-1] == "." else ordinal(match["n"])
    return _of_number(match, value) if value else None


def is_signature(words: str) -> bool:
    """Whether capitals are initials and a surname.

    >>> is_signature("U. S. GRANT."), is_signature("THE MILL")
    (True, False)
    """
    return _SIGNATURE.fullmatch(words) is not None


def list_heading(words: str) -> str:
    """What list a heading announces: ``contents``, ``plates``, ``cast``, or ``""`` for none.

    >>> list_heading("CONTENTS."), list_heading("Dramatis Personæ"), list_heading("PREFACE")
    ('contents', 'cast', '')
    """
    if len(words) < _LONGEST_LIST_HEADING:
        plain = unaccented(words.strip("_=* \n")).rstrip(".: ")
        for kind, pattern in _LIST_HEADINGS:
            if pattern.fullmatch(plain):
                return kind
    return ""


def _of_number(match: re.Match[str], value: int | None) -> Heading | None:
    kind = _TYPES.get(unaccented(match["type"]), "")
    if not kind and unaccented(match["type"]) == "appendix":
        kind = "appendix"
    if not kind or (value is None and not (kind == "appendix" and len(match["n"]) == 1)):
        return None
    title = match["title"]
    # “Act v. Scene 2” is where a quotation comes from.
    if match["n"].islower() and ordinal(match["n"]) is None and _ROMAN.fullmatch(match["n"]):
        return None
    # “Chapter 3 describes the war.” is a sentence.
    if title and (title[0].islower() or (not match["stop"] and title.endswith("."))):
        return None
    if len(match[0]) > _LONGEST and not title.isupper():
        return None
    n = match["n"] if value is None else str(value)
    return Heading(kind, RANKS.get(kind, RANKS["chapter"]), kind, n, bool(title))


def _bare_numeral(words: str, paragraph: Paragraph) -> Heading | None:
    match = _NUMERAL.fullmatch(words)
    value = number(match["n"]) if match and (paragraph.space or match["sign"]) else None
    if not match or not value:
        return None
    style = "number" if match["n"].isdigit() else "numeral"
    if match["sign"]:
        style = "sign"
    return Heading(style, 0, "section", str(value), False)


def _numbered_title(
    words: str, paragraph: Paragraph, following: Paragraph, layout: Layout
) -> Heading | None:
    decimal = _DECIMAL.fullmatch(words)
    if decimal and _is_plain_title(decimal["title"], paragraph, following, layout):
        depth = decimal["n"].count(".") + 1
        return Heading(f"decimal {depth}", 0, "section", decimal["n"], True)
    match = _NUMBERED_TITLE.fullmatch(words)
    value = number(match["n"]) if match else None
    if not match or not value:
        return None
    title = _typographic(match["title"], paragraph, following, layout, _TYPOGRAPHY)
    style = "number" if match["n"].isdigit() else "numeral"
    if match["sign"]:
        return Heading("sign", 0, "section", str(value), True)
    if title:
        return Heading(f"{style} title", 0, "section", str(value), True)
    if _is_plain_title(match["title"], paragraph, following, layout):
        return Heading(f"{style} line", 0, "section", str(value), True)
    return None


def _is_plain_title(words: str, paragraph: Paragraph, following: Paragraph, layout: Layout) -> bool:
    """Whether the words after a number may be a title, if the numbers count."""
    if _SUMMARY.search(words):
        # What a chapter is about, in phrases that dashes part.
        return words[0].isupper() and len(paragraph.lines) <= 3
    return (
        len(paragraph.lines) == 1
        and len(words) <= _LONGEST_PLAIN
        and words[0].isupper()
        and not words.rstrip(".").endswith(_SENTENCE_END)
        and not words.endswith(".")
        and not _COLUMNS.search(words)
        and following.end - following.start > 2 * len(words)
        and (len(following.lines) > 1 or layout.width == 0)
    )


def _typographic(
    words: str,
    paragraph: Paragraph,
    following: Paragraph,
    layout: Layout,
    rules: AbstractSet[str],
) -> Heading | None:
    words = words.strip("_=")
    if len(words) > _LONGEST_UNNAMED or words.rstrip(".").endswith(_SENTENCE_END):
        return None
    if _COLUMNS.search(words):
        return None
    if _DATELINE.fullmatch(words) or (not words.isupper() and _GOES_ON.fullmatch(words)):
        return None
    if words[:1] in _OPENING_MARKS and _OPENING_MARKS[words[0]] not in words[1:]:
        return None
    if sum(map(str.isalpha, words)) < _FEWEST_LETTERS:
        return None
    if words.isupper():
        is_one = "capitals" in rules
        return Heading("capitals", 0, "section", "", True) if is_one else None
    short = len(words) <= 60 and len(paragraph.lines) == 1
    longer = following.end - following.start > 2 * len(words)
    if not (short and longer and words[0].isupper() and not words.endswith(".")):
        return None
    set_off = paragraph.space > layout.space and following.space >= layout.space
    if set_off and "space" in rules:
        return Heading("plain", 0, "section", "", True)
    if "centre" in rules and _is_centred(paragraph, following, layout):
        return Heading("centred", 0, "section", "", True)
    return None


def _is_centred(paragraph: Paragraph, following: Paragraph, layout: Layout) -> bool:
    """Whether a line stands in the middle above a paragraph that begins at the margin."""
    line = paragraph.lines[0]
    right = layout.width - line.indent - (line.end - line.start)
    return (
        layout.width > 0
        and paragraph.space > 0
        and line.indent >= _LEAST_CENTRED
        and abs(line.indent - right) <= _OFF_CENTRE
        and min(line.indent for line in following.lines) == 0
    )
