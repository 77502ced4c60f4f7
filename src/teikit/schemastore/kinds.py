"""Tells by its content in which language a schema is written, and whether it can be used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from teikit.errors import InputError
from teikit.schema.errors import SchemaError
from teikit.schema.nameclass import names
from teikit.schema.tree import RELAXNG_NS
from teikit.schemastore.model import KIND_NAMES, Kind

if TYPE_CHECKING:
    from lxml import etree

    from teikit.schema.grammar import Grammar

XSD_NS = "http://www.w3.org/2001/XMLSchema"
SCHEMATRON_NS = frozenset(
    {"http://purl.oclc.org/dsdl/schematron", "http://www.ascc.net/xml/schematron"}
)

_HINT = f"A schema is one of: {', '.join(KIND_NAMES.values())}."
_DECLARATION = re.compile(rb"<!(?:ELEMENT|ATTLIST|ENTITY|NOTATION)\s|<!\[|%[\w.:-]+;")
_COMPACT = re.compile(
    rb"""^[ \t]*(?: (?:default\s+)?namespace\b.*= | datatypes\s+\w+\s*= | grammar\s*\{
        | include\s+["'] | element\s+[^\s{]+\s*\{ | \\?[\w.-]+\s*[|&]?=\s )""",
    re.MULTILINE | re.VERBOSE,
)
_MOST_ROOTS = 1000


@dataclass(frozen=True, slots=True)
class Use:
    """What a schema can be used for.

    Attributes:
        roots: the elements that a document can begin with, in alphabetical order.
        has_rules: whether there are Schematron rules in a RELAX NG schema.
    """

    roots: tuple[str, ...] = ()
    has_rules: bool = False


def kind_of(data: bytes, place: str) -> Kind:
    """In which language a schema is written.

    Args:
        data: the bytes of the schema.
        place: its path or address, for the error.

    Raises:
        SchemaError: it is no schema.
    """
    text = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not text:
        raise SchemaError("the file is empty", hint=_HINT, place=place)
    if _is_dtd(text):
        return "dtd"
    if text.startswith((b"<", b"\xff\xfe<", b"\xfe\xff\0<")):
        return _kind_of_xml(data, place)
    if place.lower().endswith(".rnc") or _is_compact(data, text, place):
        return "rnc"
    raise SchemaError("this is no schema", hint=_HINT, place=place)


def _is_compact(data: bytes, text: bytes, place: str) -> bool:
    """Whether a text that is not called so is in the compact syntax."""
    from teikit.schema.compact import parse_compact

    if not _COMPACT.search(text) and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return False
    try:
        parse_compact(data, place, "")
    except SchemaError:
        return False
    return True


def _is_dtd(text: bytes) -> bool:
    """Whether the first thing after comments and instructions is a declaration of a DTD."""
    at = 0
    while True:
        while text[at : at + 1].isspace():
            at += 1
        for start, end in ((b"<!--", b"-->"), (b"<?", b"?>")):
            if text.startswith(start, at):
                found = text.find(end, at)
                if found < 0:
                    return False
                at = found + len(end)
                break
        else:
            return _DECLARATION.match(text, at) is not None


def _kind_of_xml(data: bytes, place: str) -> Kind:
    root = parse_xml(data, place)
    tag = str(root.tag)
    ns, _, local = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    if ns == RELAXNG_NS:
        return "rng"
    if ns == XSD_NS and local == "schema":
        return "xsd"
    if ns in SCHEMATRON_NS and local == "schema":
        return "sch"
    what = "a web page" if local.lower() == "html" else f"XML that begins with <{local}>"
    hint = "Name the schema itself, not the page about it." if local.lower() == "html" else _HINT
    raise SchemaError(f"this is {what}, no schema", hint=hint, place=place)


def parse_xml(data: bytes, place: str) -> etree._Element:
    """The root element of a schema in XML; nothing is fetched or expanded.

    Raises:
        SchemaError: it is not well-formed.
    """
    from teikit.parse import parse_bytes

    try:
        return parse_bytes(data, place).getroot()
    except InputError as error:
        hint = error.hint if error.place != place else _HINT
        raise SchemaError(error.message, hint=hint, place=error.place or place) from error


def examine(path: Path, kind: Kind) -> Use:
    """Make sure that a schema can be used, and tell for what.

    Args:
        path: the schema; what it includes lies beside it.
        kind: its kind.

    Raises:
        TeikitError: it breaks the rules of its language, or a file is missing.
    """
    if kind in ("rng", "rnc"):
        from teikit.schema.simplify import simplify

        return Use(_start(simplify(path)), kind == "rng" and _has_rules(path))
    if kind == "sch":
        from teikit.schematron.load import load

        load(path)
        return Use()
    if kind == "xsd":
        from teikit.userschemas import xsd

        return Use(_ordered(xsd.roots(path)))
    from teikit.userschemas import dtd

    return Use(_ordered(dtd.roots(path)))


def _start(grammar: Grammar) -> tuple[str, ...]:
    """The names of the elements that a grammar starts with."""
    found: set[str] = set()
    waiting = [grammar.start]
    while waiting:
        pattern: Any = grammar.patterns[waiting.pop()]
        if pattern[0] == "ref":
            found.update(local for _, local in names(grammar.elements[pattern[1]].name_class))
        elif pattern[0] == "choice":
            waiting += pattern[1]
    return _ordered(found)


def _ordered(found: set[str]) -> tuple[str, ...]:
    return tuple(sorted(found)[:_MOST_ROOTS])


def _has_rules(path: Path) -> bool:
    from teikit.schematron.embedded import has_rules

    return has_rules(parse_xml(path.read_bytes(), str(path)))
