r"""What plain text needs after its stylesheet: white space, paragraphs, lines of a width.

XSLT 1.0 can say where a paragraph or a line ends, but not normalise white space across
elements. So ``xslt/text`` writes U+2029 round a paragraph and U+2028 round a line, and this
module makes text of it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from teikit.errors import UsageError

PARAMETERS = frozenset({"width"})
"""Parameters of the text output that are dealt with here and not by the stylesheet."""

MINIMUM_WIDTH = 20

_PARAGRAPH = "\u2029"
_LINE = "\u2028"
# White space in XML; a no-break space is a character of the text.
_SPACE = " \t\r\n"


def finish(text: str, parameters: Mapping[str, str]) -> str:
    """Lay out the result of ``xslt/text``.

    Args:
        text: the sheet's result.
        parameters: what the user gave; ``width`` is in characters, 0 means one line for each
            paragraph.

    Returns:
        Paragraphs with a blank line between them, one more where the document has extra space.

    Raises:
        UsageError: the width is not a number, or too small to read.
    """
    given = parameters.get("width", "0")
    if not given.isdecimal() or 0 < int(given) < MINIMUM_WIDTH:
        raise UsageError(
            f"“{given}” is not a width of lines",
            hint=f"Give 0 for one line per paragraph, or {MINIMUM_WIDTH} or more characters.",
        )
    return "\n".join(_lines(text, int(given)))


def _lines(text: str, width: int) -> Iterator[str]:
    started = False
    for paragraph in text.split(_PARAGRAPH):
        lines = [" ".join(_words(line)) for line in paragraph.split(_LINE)]
        filled = [line for line in lines if line]
        if not filled:
            # A paragraph of nothing but a line end stands for extra space.
            if started and _LINE in paragraph:
                yield ""
            continue
        if started:
            yield ""
        started = True
        for line in filled:
            yield from _wrap(line, width)
    if started:
        yield ""


def _words(line: str) -> list[str]:
    for space in _SPACE[1:]:
        line = line.replace(space, " ")
    return [word for word in line.split(" ") if word]


def _wrap(line: str, width: int) -> list[str]:
    """Break a long line at spaces; a word is never cut."""
    if not width or len(line) <= width:
        return [line]
    return textwrap.wrap(
        line,
        width,
        break_long_words=False,
        break_on_hyphens=False,
        expand_tabs=False,
        replace_whitespace=False,
        drop_whitespace=True,
    )
