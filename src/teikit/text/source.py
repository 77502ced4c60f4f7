"""A plain text with its provenance: what was read, from where, and what had to be replaced."""

from __future__ import annotations

import bisect
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Replacement:
    """One character or byte of the input that XML cannot hold, and what stands for it.

    Attributes:
        offset: where, as an offset into ``Source.text``.
        found: what it was, as ``U+0001`` or ``byte 0x81``.
        shown: the character that stands in its place.
    """

    offset: int
    found: str
    shown: str


@dataclass(frozen=True)
class Source:
    r"""A plain text, ready to be encoded.

    Attributes:
        text: the text; every line end is ``\n`` and every character is one that XML 1.0
            can hold, save the form feed, which stands for a page break.
        name: what the user calls it: a file name, or ``standard input``.
        size: length of the input in bytes.
        sha256: hexadecimal digest of the input's bytes.
        encoding: the encoding it was read with, as an IANA name in upper case.
        encoding_guessed: true where nothing in the input proves the encoding.
        replacements: what could not be kept as it was, in the order of the text.
    """

    text: str
    name: str
    size: int
    sha256: str
    encoding: str
    encoding_guessed: bool = False
    replacements: Sequence[Replacement] = ()
    _line_starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    @classmethod
    def from_text(cls, text: str, name: str = "text") -> Source:
        """A source from a string that is in memory already.

        Args:
            text: any string; characters that XML cannot hold are replaced as in a file.
            name: what to call it in messages and in the header.
        """
        data = text.encode("utf-8", "surrogatepass")
        clean, replacements = normalise(text)
        digest = hashlib.sha256(data).hexdigest()
        return cls(clean, name, len(data), digest, "UTF-8", replacements=replacements)

    def line(self, offset: int) -> int:
        """The line, from 1, in which an offset lies."""
        if not self._line_starts:
            starts = [0, *(m.end() for m in re.finditer("\n", self.text))]
            self._line_starts.extend(starts)
        return bisect.bisect_right(self._line_starts, offset)

    def place(self, offset: int) -> str:
        """An offset as ``name:line:column``, both from 1, for messages."""
        line = self.line(offset)
        return f"{self.name}:{line}:{offset - self._line_starts[line - 1] + 1}"


_LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n\n"}
# Char in XML 1.0 (production 2) leaves these out; the form feed is kept for page breaks.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def normalise(text: str) -> tuple[str, list[Replacement]]:
    r"""Bring line ends to ``\n`` and make characters visible that XML 1.0 cannot hold.

    A control character becomes its picture (U+2400 and following); a lone surrogate or a
    noncharacter becomes U+FFFD.

    Returns:
        The text, and a replacement for each character that was made visible.
    """
    for end, line_end in _LINE_ENDS.items():
        text = text.replace(end, line_end)
    if not _FORBIDDEN.search(text):
        return text, []
    replacements = [
        Replacement(m.start(), f"U+{ord(m.group()):04X}", _picture(m.group()))
        for m in _FORBIDDEN.finditer(text)
    ]
    return _FORBIDDEN.sub(lambda m: _picture(m.group()), text), replacements


def _picture(character: str) -> str:
    return chr(0x2400 + ord(character)) if character < " " else "\ufffd"
