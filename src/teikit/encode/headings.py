"""Headings: which paragraphs are some, of what division, and with which number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from teikit.encode.numbers import number
from teikit.encode.paragraphs import Layout, Paragraph

# How far up a named division stands; a smaller number holds the greater ones.
_RANKS = {
    "volume": 1, "tome": 1, "part": 2, "book": 3, "act": 4, "canto": 4,
    "chapter": 5, "letter": 5, "scene": 5, "lecture": 5, "essay": 5, "section": 6,
}  # fmt: skip

_UNNUMBERED = (
    "preface|foreword|introduction|introductory|prologue|epilogue|conclusion|appendix|"
    "dedication|acknowledge?ments?|bibliography|glossary|afterword|postscript"
)

_NUMBERED = re.compile(
    rf"(?P<type>{'|'.join(_RANKS)}|appendix)\s+(?:the\s+)?(?P<n>[a-z]+(?:-[a-z]+)?|\d+)\b"
    r"(?P<stop>[.:,)\]—–-]*)\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ALONE = re.compile(rf"(?P<type>{_UNNUMBERED})[.:]?", re.IGNORECASE)
_NUMERAL = re.compile(r"(?P<n>[IVXLC]+|\d{1,3})\.?")
_SENTENCE_END = tuple(".,;:!?…\"”'’»-–—|")
_LONGEST = 120


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
        layout: the text's usual spacing.
    """
    if following is None or len(paragraph.lines) > 3:
        return None
    if paragraph.end - paragraph.start > _LONGEST:
        return None
    words = text[paragraph.start : paragraph.end]
    return (
        _named(words)
        or _bare_numeral(words, paragraph)
        or _typographic(words, paragraph, following, layout)
    )


def _named(words: str) -> Heading | None:
    alone = _ALONE.fullmatch(words)
    if alone:
        return Heading("chapter", _RANKS["chapter"], alone["type"].lower(), "", True)
    match = _NUMBERED.fullmatch(words)
    if not match:
        return None
    value = number(match["n"])
    kind = match["type"].lower()
    if value is None and not (kind == "appendix" and len(match["n"]) == 1):
        return None
    title = match["title"]
    # “Chapter 3 describes the war.” is a sentence.
    if title and (title[0].islower() or (not match["stop"] and title.endswith("."))):
        return None
    n = match["n"] if value is None else str(value)
    return Heading(kind, _RANKS.get(kind, _RANKS["chapter"]), kind, n, bool(title))


def _bare_numeral(words: str, paragraph: Paragraph) -> Heading | None:
    match = _NUMERAL.fullmatch(words)
    if not match or not paragraph.space or words == "I":
        return None
    value = number(match["n"])
    style = "number" if match["n"].isdigit() else "numeral"
    return Heading(style, 0, "section", str(value), False) if value else None


def _typographic(
    words: str, paragraph: Paragraph, following: Paragraph, layout: Layout
) -> Heading | None:
    letters = [c for c in words if c.isalpha()]
    if len(letters) < 3 or words.rstrip(".").endswith(_SENTENCE_END):
        return None
    if "".join(letters).isupper():
        return Heading("capitals", 0, "section", "", True) if len(words) <= 80 else None
    set_off = paragraph.space > layout.space and following.space >= layout.space
    short = len(words) <= 60 and len(paragraph.lines) == 1
    longer = following.end - following.start > 2 * len(words)
    if set_off and short and longer and words[0].isupper() and not words.endswith("."):
        return Heading("plain", 0, "section", "", True)
    return None
