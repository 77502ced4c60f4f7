"""Reading XML safely: nothing is fetched, nothing grows without bound, mistakes have a place."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias

from teikit.errors import InputError

if TYPE_CHECKING:
    from lxml import etree

XmlSource: TypeAlias = "str | os.PathLike[str] | bytes"
"""What can be parsed: a path, ``"-"`` for standard input, or the bytes of a document."""

_LIBXML2_DEPTH = 256
_CHUNK = 1 << 20
# What libxml2 says of texts, comments and the like above ten megabytes.
_HUGE = ("Text node too long", "too big found", "Buffer size")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a document may ask for.

    Attributes:
        size: the largest document, in bytes.
        depth: the deepest nesting of elements; libxml2 goes to 2048 at most.
        expansion: by how many characters a document with huge texts may grow by its entities;
            in others libxml2 allows about five times their size.
    """

    size: int = 1 << 29
    depth: int = _LIBXML2_DEPTH
    expansion: int = 10_000_000


DEFAULT_LIMITS = Limits()


class NotWellFormedError(InputError):
    """A document that is not XML because of a mistake at a known place.

    Attributes:
        line: line of the mistake, from 1.
        column: column, from 1.
        kind: libxml2's name for the kind of mistake (``"ERR_TAG_NAME_MISMATCH"``).
    """

    def __init__(
        self, message: str, *, hint: str, file: str, line: int, column: int, kind: str
    ) -> None:
        place = f"{file}:{line}:{column}" if file else f"{line}:{column}"
        super().__init__(message, hint=hint, place=place)
        self.line = line
        self.column = column
        self.kind = kind


def parse(source: XmlSource, limits: Limits = DEFAULT_LIMITS) -> etree._ElementTree:
    """Parse an XML document.

    Entities of the internal subset are expanded; external ones are neither read nor fetched.

    Args:
        source: a path, ``"-"`` for standard input, or bytes.
        limits: what the document may ask for.

    Raises:
        NotWellFormedError: it is not well-formed XML; the error has line and column.
        InputError: it cannot be read, is no XML at all, or breaks a limit.
    """
    return parse_bytes(read(source, limits), name_of(source), limits)


def name_of(source: XmlSource) -> str:
    """The name under which a source appears in messages: its path, or ``""`` for bytes."""
    if isinstance(source, bytes):
        return ""
    path = os.fspath(source)
    return "standard input" if path == "-" else path


def read(source: XmlSource, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a document.

    Raises:
        InputError: there is no such file, it is a folder, may not be read, is empty or too big.
    """
    if isinstance(source, bytes):
        data = source
    elif os.fspath(source) == "-":
        data = _read_stream(sys.stdin.buffer, limits)
    else:
        data = _read_file(Path(source), limits)
    if len(data) > limits.size:
        raise too_large(name_of(source), limits)
    if not data.strip():
        raise InputError(
            "the document is empty", place=name_of(source), hint="Check that the file was saved."
        )
    return data


def too_large(place: str, limits: Limits) -> InputError:
    """The error for a document that is larger than the limits allow."""
    return InputError(
        f"the document is larger than {limits.size:,} bytes",
        place=place,
        hint="Split it, or allow more with Limits(size=…).",
    )


def _read_stream(stream: BinaryIO, limits: Limits) -> bytes:
    """What a stream holds, but hardly more than the limit."""
    # read(n) would set n bytes aside at once.
    chunks = [stream.read(_CHUNK)]
    size = len(chunks[0])
    while chunks[-1] and size <= limits.size:
        chunks.append(stream.read(_CHUNK))
        size += len(chunks[-1])
    return b"".join(chunks)


def _read_file(path: Path, limits: Limits) -> bytes:
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return _read_stream(file, limits)
            if status.st_size > limits.size:
                raise too_large(str(path), limits)
            return file.read()
    except FileNotFoundError:
        message, hint = "there is no such file", "Check the spelling of the path."
    except IsADirectoryError:
        message, hint = "this is a folder, not a file", "Name a file in it."
    except PermissionError:
        message, hint = "the file may not be read", "Check its permissions."
    except (OSError, ValueError) as error:
        message = f"the file cannot be read: {getattr(error, 'strerror', None) or error}"
        hint = "Check the path."
    raise InputError(message, place=str(path), hint=hint)


def parse_bytes(data: bytes, name: str = "", limits: Limits = DEFAULT_LIMITS) -> etree._ElementTree:
    """Parse a document that has been read.

    Args:
        data: the whole document.
        name: its file name for messages and ``docinfo.URL``; may be empty.
        limits: what the document may ask for.

    Raises:
        NotWellFormedError: it is not well-formed XML.
        InputError: it is no XML at all, or breaks a limit.
    """
    from lxml import etree

    if limits.depth < _LIBXML2_DEPTH:
        _check_limits(data, name, limits)
    for huge in (False, True):
        parser = _parser(huge)
        try:
            return etree.fromstring(data, parser, base_url=name).getroottree()
        except etree.XMLSyntaxError as error:
            # The error's own log has the errors of other documents in it.
            entry = next(iter(parser.error_log), None)
            if huge or entry is None or not _may_be_huge(entry.message, limits):
                raise _explained(entry, error, data, name) from None
        _check_limits(data, name, limits)
    raise AssertionError("unreachable")


def _parser(huge: bool) -> etree.XMLParser:
    """A parser that reads nothing but the document; ``huge`` lifts libxml2's own limits."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]  # the stubs are older
        no_network=True,
        load_dtd=False,
        collect_ids=False,
        huge_tree=huge,
    )
    parser.resolvers.add(_nothing_outside())
    return parser


@cache
def _nothing_outside() -> etree.Resolver:
    """Answers for every other file that it is empty.

    Without it libxml2 reads the DTD that a document names: to it, not to collect IDs
    (``collect_ids=False``) is a way to load DTDs.
    """
    from lxml import etree

    base: Any = etree.Resolver

    class NothingOutside(base):  # type: ignore[misc]
        def resolve(self, system_url: str, public_id: str, context: Any) -> Any:
            return self.resolve_string(b"", context)

    return NothingOutside()


def _may_be_huge(message: str, limits: Limits) -> bool:
    """Whether libxml2 gave up on something that our own limits allow."""
    if "depth" in message:
        return limits.depth > _LIBXML2_DEPTH
    return any(sign in message for sign in _HUGE)


def _check_limits(data: bytes, name: str, limits: Limits) -> None:
    """Walk through a document with expat, which keeps nothing, before libxml2 keeps it all.

    libxml2's own protection is off for documents with huge parts. What expat cannot read is left
    to libxml2's judgement.
    """
    from xml.parsers import expat

    depth = grown = 0
    allowed = len(data) + limits.expansion
    parser = expat.ParserCreate()

    def start(_: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > limits.depth:
            raise _too_deep(name, parser.CurrentLineNumber, limits.depth)
        grow(*attributes.values())

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def grow(*texts: str) -> None:
        nonlocal grown
        grown += sum(map(len, texts))
        if grown > allowed:
            raise _too_much(name, parser.CurrentLineNumber)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = grow
    try:
        for offset in range(0, len(data), _CHUNK):
            parser.Parse(data[offset : offset + _CHUNK], False)
    except expat.ExpatError as error:
        if "amplification" in str(error):
            raise _too_much(name, error.lineno) from None


def _too_deep(name: str, line: int, depth: int = _LIBXML2_DEPTH) -> InputError:
    return InputError(
        f"elements are nested more than {depth} deep",
        place=f"{name}:{line}" if name else str(line),
        hint="Look for a program that forgot to close elements, or allow more depth.",
    )


def _too_much(name: str, line: int) -> InputError:
    return InputError(
        "the document's entities grow beyond all measure",
        place=f"{name}:{line}" if name else str(line),
        hint="Such documents are made to exhaust memory; write the text out instead.",
    )


def _explained(
    entry: etree._LogEntry | None, error: etree.XMLSyntaxError, data: bytes, name: str
) -> InputError:
    from teikit.wellformed import explain

    kind, message = (entry.type_name, entry.message) if entry else ("", str(error))
    line, column = (entry.line, entry.column) if entry else error.position
    if kind == "ERR_RESOURCE_LIMIT":
        return (_too_deep if "depth" in message else _too_much)(name, line)
    if kind == "ERR_DOCUMENT_EMPTY":
        return _not_xml(data, name)
    told = explain(kind, message, data, line, column)
    return NotWellFormedError(
        told.message, hint=told.hint, file=name, line=told.line, column=told.column, kind=kind
    )


def _not_xml(data: bytes, name: str) -> InputError:
    if any(byte < 9 for byte in data[:1024]) and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        message, hint = "this is a binary file, not XML", "Export it as TEI-XML first."
    elif data.startswith(b"PK"):
        message, hint = "this is a ZIP file, not XML", "Unpack it first."
    else:
        message = "this is not XML: it does not start with a tag"
        hint = "Plain text becomes TEI with `teikit convert`."
    return InputError(message, place=name, hint=hint)
