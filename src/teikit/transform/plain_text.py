"""What becomes of the result of ``xslt/text``: numbers of notes, layout, a normal form."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import count

from teikit.errors import UsageError
from teikit.transform.layout import lay_out
from teikit.transform.marks import NUMBER, ORDINAL

PARAMETERS = frozenset({"width", "normalization"})
"""Parameters of the text output that are dealt with here, whatever the stylesheet does."""

VALUES: Mapping[str, tuple[str, ...]] = {
    "notes": ("end", "inline", "none"),
    "reading": ("original", "regularised"),
    "speakers": ("yes", "no"),
    "headings": ("yes", "no"),
    "page-numbers": ("printed", "breaks", "none"),
    "normalization": ("none", "NFC", "NFD", "NFKC", "NFKD"),
}
"""What each parameter of the text output can be; the first is what holds if none is given."""

MINIMUM_WIDTH = 20

_NUMBER = re.compile(f"{NUMBER}([^{NUMBER}]*){NUMBER}")
_ORDINAL = re.compile(f"{ORDINAL}([^{ORDINAL}]*){ORDINAL}")


def check(parameters: Mapping[str, str]) -> None:
    """Make sure that the parameters have values that mean something.

    Raises:
        UsageError: one has not.
    """
    for name, value in parameters.items():
        if name in VALUES and value not in VALUES[name]:
            raise UsageError(
                f"“{value}” is no value of the parameter “{name}”",
                hint=f"Choose from: {', '.join(VALUES[name])}.",
            )
    given = parameters.get("width", "0")
    if not (given.isascii() and given.isdecimal()) or 0 < int(given) < MINIMUM_WIDTH:
        raise UsageError(
            f"“{given}” is not a width of lines",
            hint=f"Give 0 for one line per paragraph, or {MINIMUM_WIDTH} or more columns.",
        )


def laid_out(text: str, parameters: Mapping[str, str]) -> str:
    """Lay out the result of ``xslt/text``.

    Args:
        text: the sheet's result.
        parameters: what the user gave: ``width`` in columns, 0 for one line for each paragraph.

    Returns:
        Paragraphs with a blank line between them, one more where the document has extra space.
    """
    return lay_out(numbered(text), int(parameters.get("width", "0")))


def normalised(text: str, parameters: Mapping[str, str]) -> str:
    """A text in the Unicode normal form (UAX 15) that the user asks for, if any."""
    match parameters.get("normalization", "none"):
        case "NFC" | "NFD" | "NFKC" | "NFKD" as form:
            return unicodedata.normalize(form, text)
    return text


def numbered(text: str) -> str:
    """Number notes that have no number, as they are called, and the items of numbered lists."""
    if NUMBER in text:
        notes: dict[str, str] = {}
        text = _NUMBER.sub(lambda match: notes.setdefault(match[1], str(len(notes) + 1)), text)
    if ORDINAL in text:
        lists: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(1))
        text = _ORDINAL.sub(lambda match: str(next(lists[match[1]])), text)
    return text
