"""Headings: which paragraphs are some, of what division, and with which number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from teikit.encode.conventions.model import HeadingConvention
from teikit.encode.structure.letter_parts import MONTH
from teikit.encode.structure.named_headings import Heading, named_heading
from teikit.encode.structure.numbers import number
from teikit.encode.structure.paragraphs import Layout, MarkedHeading, Paragraph

_NUMERAL = re.compile(
    r"[\[(]?(?P<sign>§+\s*)?(?P<n>[IVXLC]+|\d{1,3})[.\])]?|"
    r"[-–—*~]+ ?(?P<roman>[IVXLC]+)\.? ?[-–—*~]+"
)
_NUMBERED_TITLE = re.compile(
    r"(?P<sign>§+\s*)?(?P<n>[IVXLC]+|\d{1,3})(?:[.:)—–-]+\s+|\.--|\.—| (?:--|[—–-]) | {2,}|\t)"
    r"(?P<title>\S.*)",
    re.DOTALL,
)
_DECIMAL = re.compile(r"(?P<n>(?:\d{1,2}|[A-Z])(?:\.\d{1,2})+)\.?\s+(?P<title>\S.*)", re.DOTALL)
_BULLET = re.compile(r"[*•·▪◦○●■□‣–—-]\s")
_BOLD = re.compile(r"\*{1,2}([^\s*](?:[^*]*[^\s*])?)\*{1,2}")
_MARKERS = re.compile(r"(?:\s*\[(?:\d{1,4}|[*†‡])\])+$")
# Initials and a surname sign a letter or a preface, and head nothing.
_SIGNATURE = re.compile(
    r"_?(?:[A-Z]\.\s*)+(?:[A-Z]+[\s-]+){0,3}[A-Z]{2,}[.,]?_?|(?:[A-Z]\.[\s-]*){2,}"
)
_ARTICLE = re.compile(r"\b(?:THE|AN|OF|IN|ON|AT|DER|DIE|DAS|LE|LA|LES|EL|LOS)\b")
_COLUMNS = re.compile(r"\S[^\S\n]{3,}\S|\.{4,}")
_DATELINE = re.compile(rf"[^,\d]+, (?:(?:.*\W)?1\d{{3}}|{MONTH})[.,]?", re.IGNORECASE)
# What ends in one of these goes on below: “From Gray, that” above verses of his.
_GOES_ON = re.compile(
    r"(?:.*[^\w'’-])?(?:that|which|who|whom|and|or|but|as|than|of|to|with|from|for|by|in|on|at|the|"
    r"an?|is|was|are|were|says?|said)", re.IGNORECASE | re.DOTALL
)  # fmt: skip
_LONGEST_GOING_ON = 5
_SUMMARY = re.compile(r"[.!?] ?(?:--|[—–]) ?(?=[^\W\d_a-z])")
_SENTENCE_END = tuple(".,;:!?…\"”'’»-–—|")
_OPENING_MARKS = {'"': '"', "“": "”", "«": "»", "(": ")", "[": "]"}
_FEWEST_LETTERS = 3
LISTED = "listed"
"""The style of a heading that nothing but a table of contents shows."""
_LONGEST = 120
_LONGEST_NAMED = 300
_LONGEST_UNNAMED = 80
_LONGEST_PLAIN = 60
_LEAST_CENTRED = 10
_OFF_CENTRE = 6
# Less than one part in so many of a line's width is left behind what stands at the right.
_FURTHEST_RIGHT = 6
_TYPOGRAPHY = frozenset({"capitals", "space"})


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
    value = number(numbered["n"]) if numbered and numbered["n"] else None
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


def is_signature(words: str) -> bool:
    """Whether capitals are initials and a surname.

    >>> is_signature("U. S. GRANT."), is_signature("I. THE MILL")
    (True, False)
    """
    return _SIGNATURE.fullmatch(words) is not None and not _ARTICLE.search(words)


def _bare_numeral(words: str, paragraph: Paragraph) -> Heading | None:
    match = _NUMERAL.fullmatch(words)
    if not match or not (paragraph.space or match["sign"]):
        return None
    n = match["n"] or match["roman"]
    value = number(n)
    if not value:
        return None
    style = "number" if n.isdigit() else "numeral"
    if match["sign"]:
        style = "sign"
    return Heading(style, 0, "section", str(value), False)


def _numbered_title(
    words: str, paragraph: Paragraph, following: Paragraph, layout: Layout
) -> Heading | None:
    decimal = _DECIMAL.fullmatch(words)
    if decimal and _is_short_title(decimal["title"], paragraph):
        depth = decimal["n"].count(".") + 1
        weak = decimal["n"][0].isalpha() or not _is_plain_title(
            decimal["title"], paragraph, following, layout
        )
        return Heading(f"decimal {depth}", 0, "section", decimal["n"], True, weak)
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
    if style == "number" and _is_short_title(match["title"], paragraph):
        return Heading("number line", 0, "section", str(value), True, True)
    return None


def listed_heading(words: str) -> Heading:
    """What a paragraph says that is known to be a heading by a table of contents."""
    match = _NUMBERED_TITLE.fullmatch(words)
    value = number(match["n"]) if match else None
    if match is None or not value:
        return Heading(LISTED, 0, "section", "", True)
    style = "number" if match["n"].isdigit() else "numeral"
    return Heading(f"{style} title", 0, "section", str(value), True)


def _is_short_title(words: str, paragraph: Paragraph) -> bool:
    """Whether the words after a number may be a title where the numbers leave no doubt."""
    return (
        len(paragraph.lines) <= 2
        and not words[0].islower()
        and not words.endswith((",", ";", ":"))
        and not _COLUMNS.search(words)
    )


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
    bold = len(paragraph.lines) == 1 and _BOLD.fullmatch(words)
    words = bold[1] if bold else words.strip("_=")
    if len(words) > _LONGEST_UNNAMED:
        return None
    set_off = paragraph.space > layout.space and following.space >= layout.space
    cry = set_off and (words.endswith("?") or (words.isupper() and words.endswith("!")))
    if words.rstrip(".").endswith(_SENTENCE_END) and not cry:
        return None
    if _COLUMNS.search(words):
        return None
    if _DATELINE.fullmatch(words) or (not words.isupper() and _goes_on(words)):
        return None
    if words[:1] in _OPENING_MARKS and _OPENING_MARKS[words[0]] not in words[1:]:
        return None
    if _BULLET.match(words) or sum(map(str.isalpha, words)) < _FEWEST_LETTERS:
        return None
    if words.isupper():
        # One Latin letter says nothing of a line in a script without capitals.
        if sum(map(str.isupper, words)) * 2 < sum(map(str.isalpha, words)):
            return None
        # In brackets stand directions; at the right margin, signatures.
        if (words[0] + words[-1]) in {"()", "[]"} or is_at_right(paragraph, layout):
            return None
        is_one = "capitals" in rules
        return Heading("capitals", 0, "section", "", True) if is_one else None
    short = len(words) <= 60 and len(paragraph.lines) == 1
    longer = following.end - following.start > 2 * len(words)
    if not (short and longer and words[0].isupper() and not words.endswith(".")):
        return None
    if (set_off or (bold and bold[0].startswith("**"))) and "space" in rules:
        return Heading("plain", 0, "section", "", True)
    if "centre" in rules and _is_centred(paragraph, following, layout):
        return Heading("centred", 0, "section", "", True)
    return None


def _goes_on(words: str) -> bool:
    """Whether the last word is one that more words follow."""
    return _GOES_ON.fullmatch(words, max(0, len(words) - _LONGEST_GOING_ON - 1)) is not None


def is_at_right(paragraph: Paragraph, layout: Layout) -> bool:
    """Whether a line ends near the right margin and begins far from the left one."""
    line = paragraph.lines[0]
    right = layout.width - line.indent - (line.end - line.start)
    return (
        len(paragraph.lines) == 1
        and line.indent > max(layout.width // 2, 1)
        and right * _FURTHEST_RIGHT < layout.width
    )


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
