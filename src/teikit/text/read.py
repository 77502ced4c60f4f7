"""Reading plain text: from a file, a stream or bytes to a ``Source``."""

from __future__ import annotations

import codecs
import hashlib
import io
import os
import re
import sys
from pathlib import Path
from typing import BinaryIO

from teikit.errors import InputError, UsageError
from teikit.text.source import Replacement, Source, normalise

TextInput = str | os.PathLike[str] | bytes | BinaryIO | Source
"""What can be read: a path (``-`` is standard input), bytes, a binary stream, a ``Source``."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# First bytes of formats that people hand over as "the text", and what to do about it.
_NOT_TEXT = (
    (b"%PDF-", "a PDF file", "Extract its text first, for example with pdftotext."),
    (b"PK\x03\x04", "a ZIP, Word (.docx), OpenDocument or EPUB file", "Save it as plain text."),
    (b"\xd0\xcf\x11\xe0", "an old Word (.doc) file", "Save it as plain text."),
    (b"{\\rtf", "an RTF file", "Save it as plain text."),
    (b"\x1f\x8b", "a gzip file", "Unpack it first."),
    (b"\x89PNG", "a PNG picture", "Recognise its text (OCR) first."),
    (b"\xff\xd8\xff", "a JPEG picture", "Recognise its text (OCR) first."),
    (b"II*\x00", "a TIFF picture", "Recognise its text (OCR) first."),
    (b"MM\x00*", "a TIFF picture", "Recognise its text (OCR) first."),
)

_MARKUP = re.compile(rb"\s*<(\?xml\b|!DOCTYPE\b|TEI\b|TEI\.2\b|html\b)", re.IGNORECASE)
_BAD_BYTE = re.compile("[\udc00-\udcff]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))


def read(source: TextInput, *, encoding: str | None = None) -> Source:
    """Read a plain text.

    UTF-8, UTF-16 and UTF-32 are recognised with and without a byte-order mark; other texts are
    read as the 8-bit or East Asian encoding that fits best, Windows-1252 first.

    Args:
        source: a path (``-`` is standard input), bytes, a binary stream, or a ``Source``, which
            is returned as it is.
        encoding: the input's encoding, where the user knows it.

    Raises:
        InputError: the input cannot be opened, is empty, or is no text.
        UsageError: the encoding's name is not known.
    """
    if isinstance(source, Source):
        return source
    if encoding is not None:
        _check_encoding(encoding)
    name, data = _load(source)
    if not data.strip():
        raise InputError(
            "the text is empty" if not data else "the text has nothing but white space",
            place=name,
            hint="Check that this is the file you meant.",
        )
    text, used, guessed = _decode(data, name, encoding)
    text, replacements = normalise(text.removeprefix("\ufeff"))
    text, replacements = _name_bad_bytes(text, replacements)
    return Source(
        text=text,
        name=name,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=used,
        encoding_guessed=guessed,
        replacements=replacements,
    )


def _load(source: str | os.PathLike[str] | bytes | BinaryIO) -> tuple[str, bytes]:
    if isinstance(source, bytes):
        return "text", source
    if isinstance(source, io.IOBase) or hasattr(source, "read"):
        data = source.read()
        if not isinstance(data, bytes):
            raise UsageError("the stream gives strings", hint="Open it in binary mode ('rb').")
        return str(getattr(source, "name", "stream")), data
    if os.fspath(source) == "-":
        return "standard input", sys.stdin.buffer.read()
    path = Path(source)
    try:
        return path.name, path.read_bytes()
    except FileNotFoundError:
        raise InputError(
            "there is no such file",
            place=str(path),
            hint="Check the spelling of the path.",
        ) from None
    except IsADirectoryError:
        raise InputError(
            "this is a folder, not a text file",
            place=str(path),
            hint=f"Name the files in it: {path}/*.txt",
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"the file cannot be read: {reason}",
            place=str(path),
            hint="Check that the file may be read by you.",
        ) from error


def _check_encoding(encoding: str) -> None:
    try:
        text_encoding = codecs.lookup(encoding)._is_text_encoding
    except LookupError:
        text_encoding = False
    if not text_encoding:
        raise UsageError(
            f"there is no text encoding named {encoding!r}",
            hint="Try utf-8, utf-16, windows-1252, iso-8859-1 or mac-roman.",
        )


def _decode(data: bytes, name: str, encoding: str | None) -> tuple[str, str, bool]:
    """The text, its encoding, and whether that was guessed.

    A byte that does not fit is a lone surrogate (U+DC00 plus the byte) in the text.
    """
    if encoding is not None:
        return _decode_leniently(data, encoding), _iana_name(encoding), False
    for bom, bom_encoding in _BOMS:
        if data.startswith(bom):
            text = _decode_leniently(data[len(bom) :], bom_encoding)
            return text, _iana_name(bom_encoding), False
    _refuse_binary(data, name)
    utf16 = _utf16_without_bom(data)
    if utf16:
        return data.decode(utf16), _iana_name(utf16), True
    text = _decode_leniently(data, "utf-8")
    bad_bytes = 0 if text.isascii() else len(_BAD_BYTE.findall(text))
    # Other encodings hardly ever look like UTF-8: a UTF-8 text with something pasted in.
    if not bad_bytes or bad_bytes * 2 <= len(_NOT_ASCII.findall(text)):
        return text, "UTF-8", False
    guess = _guess_encoding(data)
    return _decode_leniently(data, guess), _iana_name(guess), True


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, what, hint in _NOT_TEXT:
        if data.startswith(magic):
            raise InputError(f"this is {what}, not plain text", place=name, hint=hint)
    head = data[:65536]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    # Few texts have any; a damaged one may have some, and is still worth reading.
    if controls > 16 and controls * 20 > len(head) and not _utf16_without_bom(data):
        raise InputError(
            "this looks like a binary file, not text",
            place=name,
            hint="Save it as plain text (UTF-8); or name its encoding with --encoding.",
        )


def _utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 shows by zero bytes in every other place of Western text."""
    head = data[:65536]
    if len(data) % 2 or b"\0" not in head:
        return None
    high, low = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    for zeros, others, candidate in ((low, high, "utf-16-le"), (high, low, "utf-16-be")):
        if zeros * 2 > half and others * 20 < half:
            try:
                data.decode(candidate)
            except UnicodeDecodeError:
                return None
            return candidate
    return None


def _decode_leniently(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        codecs.register_error("teikit.escape", _escape_bytes)
        return data.decode(encoding, "teikit.escape")


def _escape_bytes(error: UnicodeError) -> tuple[str, int]:
    """Like ``surrogateescape``, for every encoding and every byte."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(chr(0xDC00 + byte) for byte in wrong), error.end


def _name_bad_bytes(text: str, replacements: list[Replacement]) -> tuple[str, list[Replacement]]:
    """Tell bytes that do not fit the encoding from characters that XML cannot hold.

    Such a byte is shown as Windows-1252 has it: in a text of mixed origin that is what it was.
    """
    named = []
    pieces = []
    done = 0
    for replacement in replacements:
        code = int(replacement.found[2:], 16)
        if 0xDC00 <= code <= 0xDCFF:
            byte = bytes([code - 0xDC00])
            shown = byte.decode("windows-1252", "replace")
            shown = shown if shown.isprintable() else "\ufffd"
            pieces += [text[done : replacement.offset], shown]
            done = replacement.offset + 1
            replacement = Replacement(replacement.offset, f"byte 0x{byte[0]:02X}", shown)
        named.append(replacement)
    return "".join([*pieces, text[done:]]), named


# Other encodings worth telling apart.
_CANDIDATES = (
    "mac_roman", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "iso8859_2", "iso8859_5", "iso8859_7", "cp850", "cp866",
    "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip


def _guess_encoding(data: bytes) -> str:
    """Windows-1252 where its letters and signs stand as in Western prose; else the best fit."""
    high = [m.start() for m in re.finditer(rb"[\x80-\xff]", data[: 4 * 2**20])]
    if not high:
        return "cp1252"
    # Where the bytes above ASCII are sparse, look at their surroundings only.
    sample = b"\n".join(data[max(0, at - 200) : at + 200] for at in high[:: len(high) // 50 + 1])
    if _is_western_prose(sample.decode("cp1252", "replace")):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_CANDIDATES)).best()
    return best.encoding if best else "cp1252"


# A capital after a small letter, a sign inside a word, a byte that is no character.
_ODD = re.compile(
    "(?<=[a-zß-öø-ÿ])[À-ÖØ-ÞŠŽŒŸ]|(?<=[A-Za-zÀ-ÿ])[¡-¬®-¶¸-¿×÷†‡•‰€™](?=[A-Za-zÀ-ÿ¡-¿])|\ufffd"
)


def _is_western_prose(text: str) -> bool:
    high = len(re.findall("[^\x00-\x7f]", text))
    letters = len(re.findall("[A-Za-z]", text))
    odd = len(_ODD.findall(text))
    return high < letters and odd * 20 <= high


def _iana_name(encoding: str) -> str:
    canonical = codecs.lookup(encoding).name
    if re.fullmatch(r"cp125\d", canonical):
        return "WINDOWS-" + canonical[2:]
    if canonical.startswith("iso8859-"):
        return "ISO-8859-" + canonical[8:]
    if canonical.startswith(("utf-16", "utf-32")):
        return canonical[:6].upper()
    return canonical.upper()
