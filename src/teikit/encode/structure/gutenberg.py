"""Project Gutenberg's apparatus: the header and licence round a text, and what the header says."""

from __future__ import annotations

import re

from teikit.encode.metadata import Metadata
from teikit.encode.structure.paragraphs import Paragraph

_START = re.compile(
    r"\*{3} ?START OF (?:THIS|THE) PROJECT GUTENBERG|"
    r"\*END\*? ?THE SMALL PRINT|^\*END THE SMALL PRINT",
    re.IGNORECASE,
)
_END = re.compile(
    r"\*{3} ?END OF (?:THIS|THE) PROJECT GUTENBERG|End of (?:the |this )?Project Gutenberg",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:Produced|E-?text prepared|Transcribed|This e-?text was (?:prepared|produced|scanned)|"
    r"Scanned|HTML version) (?:by|from)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\[?Transcriber[’']?s?[’']? note|Note: (?:Project Gutenberg|Images of)|\[This e-?text",
    re.IGNORECASE,
)
_LONGEST_NOTE = 30
# The header stands in the first pages, the credit right after it.
_FIRST_PAGES = 150
_MOST_CREDITS = 3
_MOST_BETWEEN_ENDS = 4

_FIELD = re.compile(r"^(Title|Author|Language): *(.+(?:\n[ \t]+\S.*)*)", re.MULTILINE)
_NUMBER = re.compile(r"\[E(?:Book|text) ?#(\d+)\]", re.IGNORECASE)
_LANGUAGES = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it",
    "latin": "la", "dutch": "nl", "portuguese": "pt", "finnish": "fi", "greek": "el",
    "swedish": "sv", "danish": "da", "hungarian": "hu", "esperanto": "eo", "catalan": "ca",
    "polish": "pl", "chinese": "zh", "japanese": "ja", "welsh": "cy", "irish": "ga",
}  # fmt: skip


def work_between(text: str, paragraphs: list[Paragraph]) -> tuple[int, int]:
    """Where the work stands between Project Gutenberg's header and licence.

    Args:
        text: the whole text.
        paragraphs: all its paragraphs.

    Returns:
        Indexes of its first paragraph and of the one after its last; all of them where there is
        no such apparatus.
    """
    first, last = 0, len(paragraphs)
    for at, paragraph in enumerate(paragraphs[:_FIRST_PAGES]):
        if _START.search(text, paragraph.start, paragraph.end):
            first = at + 1
            break
    if not first:
        return first, last
    for at in range(first, min(first + _MOST_CREDITS, last)):
        if _CREDIT.match(text, paragraphs[at].start):
            first = at + 1
    while (after := _after_note(text, paragraphs[first:last])) > 0:
        first += after
    # The last end counts, so that of several books in one file none is lost to the licence; it is
    # told twice as a rule, in words and in capitals.
    ends = [at for at in range(first + 1, last) if _END.match(text, paragraphs[at].start)]
    if ends:
        last = min(at for at in ends if at > ends[-1] - _MOST_BETWEEN_ENDS)
    return (first, last) if first < last else (0, len(paragraphs))


def _after_note(text: str, paragraphs: list[Paragraph]) -> int:
    """How many paragraphs a note of the transcriber takes up at the top of a text."""
    if not paragraphs or not _NOTE.match(text, paragraphs[0].start):
        return 0
    if text[paragraphs[0].start] == "[":
        for at, paragraph in enumerate(paragraphs[:_LONGEST_NOTE]):
            if text[paragraph.end - 1] == "]":
                return at + 1
        return 0
    after = 1
    # What goes on with the note is indented under it.
    while (
        after < min(len(paragraphs), _LONGEST_NOTE)
        and paragraphs[after].space < 2
        and all(line.indent > paragraphs[0].lines[0].indent for line in paragraphs[after].lines)
    ):
        after += 1
    return after


def stated_metadata(header: str) -> Metadata:
    r"""What the header says of the work.

    >>> stated_metadata("Title: Walden\nAuthor: Thoreau\nLanguage: English\n").author
    ('Thoreau',)
    """
    found = {match[1]: " ".join(match[2].split()) for match in _FIELD.finditer(header)}
    number = _NUMBER.search(header)
    author = found.get("Author", "")
    return Metadata(
        title=found.get("Title", ""),
        author=(author,) if author else (),
        language=_LANGUAGES.get(found.get("Language", "").lower(), ""),
        source=f"https://www.gutenberg.org/ebooks/{number[1]}" if number else "",
    )
