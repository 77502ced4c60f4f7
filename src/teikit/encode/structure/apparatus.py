"""Apparatus of the source: navigation and dates of a web page, at its top and its end."""

from __future__ import annotations

import re

from teikit.encode.structure.paragraphs import Paragraph

_LINK_WORDS = (
    r"(?:table of )?contents|index|home(?: ?page)?|(?:next|previous|prev|last)"
    r"(?: (?:page|chapter|section|excerpt|article|part|letter|document))?|"
    r"(?:back|return|go|up) to [\w .’'-]{1,40}|back|next|up|top(?: of (?:the |this )?page)?|"
    r"site ?map|search|about(?: us)?|help|print|e-?mail|archive|main(?: page| menu)?|menu|"
    r"contact(?:s| us)?|links|news|faq|log ?in|register|subscribe|donate|library|"
    r"(?:chapter|part|section) (?:\d+|[ivxlc]+)"
)
_LINK = re.compile(rf"[\s\[(<«←→]*(?:{_LINK_WORDS})[\s\])>»←→]*", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[|·•]\s*|\s+[-–—/>»›]\s+|\s{3,}|\]\s*\[")
_BARS = re.compile(r"[|·•>»›]")
_LONGEST_LINK = 30
_COPYRIGHT = re.compile(r"(?:©|copyright\b|\(c\) ).{4,150}", re.IGNORECASE)
_STATEMENT = re.compile(
    r"(?:this (?:page|file|document|text) (?:was )?)?(?:last |page )?"
    r"(?:updated|modified|revised|changed|last edited)(?: on| at| by)?:?\s.{4,60}|"
    r"(?:page|site|html) (?:created|maintained|hosted) (?:by|on|at)\b.{2,80}|"
    r"https?://\S+",
    re.IGNORECASE,
)


def is_apparatus(line: str) -> bool:
    """Whether a line is navigation or the date of a web page.

    >>> is_apparatus("Contents | next excerpt"), is_apparatus("Last updated on 23 January 2021")
    (True, True)
    >>> is_apparatus("Contents"), is_apparatus("He was last updated on everything.")
    (False, False)
    """
    line = line.strip()
    if len(line) > 160:
        return False
    if _STATEMENT.fullmatch(line):
        return True
    parts = [part for part in _SEPARATOR.split(line) if part]
    links = sum(_LINK.fullmatch(part) is not None for part in parts)
    if len(parts) > 1 and links == len(parts):
        return True
    # A site has pages of its own: “Home | Our Mill | Contact”.
    barred = len(_BARS.findall(line)) > 1 and max(map(len, parts)) <= _LONGEST_LINK
    return barred and links * 2 >= len(parts)


def split_apparatus(
    text: str, paragraphs: list[Paragraph]
) -> tuple[list[Paragraph], list[tuple[int, int]]]:
    """Part the apparatus at the top and the end from the paragraphs of the text.

    A text of nothing else keeps it: something must be the text.

    Returns:
        The paragraphs that are left, and the ranges of the text that are apparatus, in order.
    """
    first, last = 0, len(paragraphs)
    while first < last and _all_apparatus(text, paragraphs[first]):
        first += 1
    while last > first and (
        _all_apparatus(text, paragraphs[last - 1]) or _closes_page(text, paragraphs, last)
    ):
        last -= 1
    if first == last:
        return paragraphs, []
    outside = [*paragraphs[:first], *paragraphs[last:]]
    return paragraphs[first:last], [(p.start, p.end) for p in outside]


def _closes_page(text: str, paragraphs: list[Paragraph], last: int) -> bool:
    """Whether a paragraph is a copyright line beside navigation at the end of a page."""
    line = text[paragraphs[last - 1].start : paragraphs[last - 1].end]
    if _COPYRIGHT.fullmatch(line) is None:
        return False
    return last < len(paragraphs) or (last > 1 and _all_apparatus(text, paragraphs[last - 2]))


def _all_apparatus(text: str, paragraph: Paragraph) -> bool:
    return all(is_apparatus(text[line.start : line.end]) for line in paragraph.lines)
