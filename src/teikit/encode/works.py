"""Titles of works, where typography and the words beside them tell.

The annotator is off unless it is asked for: of most titles nothing tells that they are titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from teikit.encode.model import Block, Certainty, Document, Span

_KINDS: Final = {
    "m": "book|novel|romance|treatise|pamphlet|tragedy|comedy|opera|play|memoirs|autobiography",
    "a": "article|essay|poem|ballad|sonnet|ode|short story|chapter",
    "j": "newspaper|magazine|periodical",
}
"""What a work may be called before its title, by ``@level`` (TEI Guidelines 3.12.2.1)."""
_LEVELS: Final = {word: level for level, words in _KINDS.items() for word in words.split("|")}
_TELLING: Final = "|".join(_LEVELS)

# Between underscores or quotation marks: a capital first, and no sentence inside.
_SET_APART: Final = (
    r"(?P<open>[_“\"‘«])(?P<title>(?:[^\W_a-z]|\d)[^_“”\"«».!?;\f]{2,90}?)[.,]?[_”\"’»](?!\w)"
)
_INTRODUCED: Final = re.compile(
    rf"\b(?i:(?P<work>{_TELLING})|entitled|titled|(?:author|editor|translator)\s+of)"
    rf"(?:[ \n]+(?:of|called|entitled|on)\b)?[,:]?\s+(?:the\s+)?{_SET_APART}"
)
_POSSESSED: Final = re.compile(
    rf"\bin (?:his|her|their|my|our|[^\W\d_]+['’]s)\s+(?:\w+\s+)?(?=_){_SET_APART}"
)
_SOURCE: Final = r",?\s+(?:[Vv]ol(?:s|ume)?\.?\s|[Bb]k\.\s|[Bb]ook\s[IVXLC\d]|pp?\.\s?\d)"
_CITED: Final = re.compile(rf"{_SET_APART}(?={_SOURCE})")
_RULES: Final[tuple[tuple[re.Pattern[str], Certainty, str], ...]] = (
    (_INTRODUCED, "high", "a word for a work before it"),
    (_CITED, "high", "volume or page after it"),
    (_POSSESSED, "medium", "set in italics after the name of its author"),
)
_HINT: Final = re.compile(r"[_“\"‘«]")


class TitleAnnotator:
    """Marks titles of works (``title``), TEI Guidelines 3.12.2.1 and 3.6.

    A title stands between underscores or quotation marks, and something beside it tells that it is
    one: "the novel “Hard Times”", "_Life of Johnson_, vol. ii", "in his _Essays_".
    """

    name = "titles"

    def annotate(self, document: Document) -> Iterator[Span]:
        """The titles in the blocks of a document.

        Args:
            document: the text; without blocks it is taken as one.
        """
        text = document.text
        if not _HINT.search(text):
            return
        for block in document.blocks or [Block("p", 0, len(text))]:
            done = block.start
            for start, end, level, certainty, why in sorted(_titles(text, block)):
                if start >= done:
                    done = end
                    facts = {"level": level} if level else {}
                    yield Span(start, end, "title", facts, certainty, why, self.name)


def _titles(text: str, block: Block) -> Iterator[tuple[int, int, str, Certainty, str]]:
    for pattern, certainty, why in _RULES:
        for match in pattern.finditer(text, block.start, block.end):
            work = " ".join((match.groupdict().get("work") or "").lower().split())
            level = _LEVELS.get(work, "" if pattern is _INTRODUCED else "m")
            yield *match.span("title"), level, certainty, why
