"""Bytes that are not in the encoding they claim, and characters that came to harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.problem import Problem, quoted, times

if TYPE_CHECKING:
    from lxml import etree

_BOMS = ((b"\xef\xbb\xbf", "UTF-8"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_DECLARED = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)""")
_ONE_BYTE = re.compile(r"iso-?8859-\d+|windows-125\d|cp125\d|latin-?\d", re.IGNORECASE)

_CONTROLS = re.compile(r"[\x7f-\x84\x86-\x9f\u2400-\u2421]")
_CONTROL_REFERENCES = re.compile(
    r"&#(?:12[89]|1[345]\d|x(?:8[0-46-9A-F]|9[0-9A-F]));", re.IGNORECASE
)
_LATIN = "\x80-\x9f\u20ac\u0192\u02c6\u2030\u0160\u0152\u017d\u2122\u0161\u0153\u017e\u0178\u02dc"
_SIGNS = r"\xa1-\xaa\xac-\xba\xbc-\xbf"
_QUOTES = r"\xa0\xab\xbb\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2039\u203a"
_MOJIBAKE = re.compile(
    # No-break spaces, quotation marks and dashes follow any letter in honest texts.
    f"[ÂÃ][{_LATIN}{_SIGNS}{_QUOTES}]|[ÄÅÎÏÐÑ×Ø][{_LATIN}{_SIGNS}]|"
    f"â[\\x80-\\x84\u20ac\u201a\u0192\u201e][{_LATIN}{_SIGNS}{_QUOTES}]"
)
"""What the two or three bytes of a letter, sign or quotation mark in UTF-8 are in Windows-1252."""

_SUSPECTS = frozenset("\x7f\ufffd\ufeffÂÃÄÅÎÏÐÑ×Øâ") | {
    chr(number) for start, end in ((0x80, 0xA0), (0x2400, 0x2422)) for number in range(start, end)
}


def bom_encoding(raw: bytes) -> str:
    """The encoding that a byte order mark tells; ``""`` if there is none."""
    return next((encoding for mark, encoding in _BOMS if raw.startswith(mark)), "")


def byte_problems(raw: bytes, tree: etree._ElementTree) -> Iterator[Problem]:
    """Whether a document is in the encoding that it declares."""
    found = _DECLARED.match(raw.removeprefix(_BOMS[0][0]))
    declared = found[1].decode() if found else ""
    marked = bom_encoding(raw)
    if marked and declared and not declared.upper().startswith(marked):
        message = f"the file declares {declared}, but its byte order mark says {marked}"
        hint = f'Write encoding="{marked}" in the first line.'
        yield Problem("TK621", message, hint, found=declared, offset=0)
    elif marked == "UTF-8":
        message = "the file begins with a byte order mark, which UTF-8 does not need"
        hint = "Save it as “UTF-8 without BOM”: some programs take the mark for text."
        yield Problem("TK622", message, hint, offset=0)
    elif not marked and _ONE_BYTE.fullmatch(declared) and _is_utf8(raw):
        message = f"the file declares {declared}, but its bytes are UTF-8"
        hint = 'Write encoding="UTF-8" in the first line, or accented letters turn into two others.'
        yield Problem("TK621", message, hint, found=declared, offset=0)


def _is_utf8(raw: bytes) -> bool:
    """Whether bytes are UTF-8 beyond doubt: not ASCII alone, and without a mistake."""
    if raw.isascii():
        return False
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def character_problems(text: str) -> Iterator[Problem]:
    """Characters of a source text that came to harm: for each kind the first, and how many.

    Args:
        text: the source text of a document, without the byte order mark at its beginning.
    """
    if _SUSPECTS.isdisjoint(text) and "&#" not in text:
        return
    lost = text.find("\ufffd")
    if lost >= 0:
        message = "a character was lost here: U+FFFD stands in its place"
        hint = "Look it up in the source, or convert the file again from its real encoding."
        yield _problem("TK626", message, hint, "\ufffd", lost, text.count("\ufffd"))
    mark = text.find("\ufeff")
    if mark >= 0:
        message = "a byte order mark (U+FEFF) stands inside the text"
        hint = "Take it out: it came from a file that was put in here."
        yield _problem("TK623", message, hint, "\ufeff", mark, text.count("\ufeff"))
    controls = [*_CONTROLS.finditer(text), *_CONTROL_REFERENCES.finditer(text)]
    if controls:
        first = controls[0]
        yield _problem(
            "TK627", f"{_name(first[0])} is no letter of a text", _control_hint(first[0]),
            first[0], first.start(), len(controls),
        )  # fmt: skip
    garbled = [m for m in _MOJIBAKE.finditer(text) if _ungarbled(m[0])]
    if garbled:
        first = garbled[0]
        message = f"{quoted(first[0])} is probably {quoted(_ungarbled(first[0]))}, read wrongly"
        hint = "Convert the file again from UTF-8, or replace these pairs of letters."
        yield _problem("TK628", message, hint, first[0], first.start(), len(garbled))


def _problem(code: str, message: str, hint: str, found: str, offset: int, count: int) -> Problem:
    return Problem(code, message + times(count), hint, found=found, offset=offset)


def _name(control: str) -> str:
    return control if control.startswith("&") else f"the character U+{ord(control):04X}"


def _control_hint(control: str) -> str:
    """The character that a control character is in Windows' encoding, if it is one there."""
    digits = control[2:-1]
    if not control.startswith("&"):
        number = ord(control)
    else:
        number = int(digits[1:], 16) if digits[:1] in "xX" else int(digits)
    try:
        return f"Write {bytes([number]).decode('cp1252')}, which it is in Windows' encoding."
    except ValueError:
        return "Take it out, or write the character that is meant."


def _ungarbled(pair: str) -> str:
    """The character whose UTF-8 was read as Windows-1252 or Latin-1; ``""`` if it is none."""
    try:
        return b"".join(map(_byte, pair)).decode("utf-8")
    except UnicodeError:
        return ""


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
