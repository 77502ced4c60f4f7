"""Reading authority files: tables (CSV), TEI ``<listPerson>`` and RDF (Turtle)."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from teikit.encode.authority import Authority, Identity, plain
from teikit.encode.vocabulary import is_text
from teikit.errors import InputError, UsageError
from teikit.tei import NSMAP, tei

_NAMES: Final = ("name", "label", "preferred")
_VARIANTS: Final = ("variants", "variant", "forms", "aliases")
_URIS: Final = ("uri", "uris", "url", "ref", "sameas")
_BASES: Final = {
    "viaf": "https://viaf.org/viaf/",
    "gnd": "https://d-nb.info/gnd/",
    "wikidata": "http://www.wikidata.org/entity/",
}
_URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_LOCAL: Final = re.compile(r"[\w-]+")
_LABELS: Final = {
    "http://www.w3.org/2004/02/skos/core#": ("prefLabel", "altLabel"),
    "http://xmlns.com/foaf/0.1/": ("name", "nick"),
    "http://schema.org/": ("name", "alternateName"),
    "https://schema.org/": ("name", "alternateName"),
    "https://d-nb.info/standards/elementset/gnd#": (
        "preferredNameForThePerson",
        "variantNameForThePerson",
    ),
    "http://www.w3.org/2000/01/rdf-schema#": ("label", ""),
}
_SAME: Final = (
    "http://www.w3.org/2002/07/owl#sameAs",
    "http://www.w3.org/2004/02/skos/core#exactMatch",
    "http://schema.org/sameAs",
    "https://schema.org/sameAs",
)


def read_authority(path: str | os.PathLike[str]) -> Authority:
    """The persons of an authority file; the ending of its name tells the format.

    - ``.csv``, ``.tsv``: a column ``name``, and any of ``variants`` (parted by ``|``), ``uri``
      (parted by blanks), ``viaf``, ``gnd`` and ``wikidata`` (URIs or bare identifiers).
    - ``.xml``, ``.tei``: each ``<person>`` with its ``<persName>`` (the first one is preferred, or
      that of the type ``main``), ``<idno>``, ``@sameAs`` and ``@ref``.
    - ``.ttl``: labels of SKOS, FOAF, schema.org, the GND and RDFS; it needs ``teikit[rdf]``.

    Raises:
        InputError: the file cannot be read, or holds no persons.
        UsageError: its name has another ending, or a package is missing.
    """
    file = Path(path)
    readers = {".csv": _table, ".tsv": _table, ".xml": _tei, ".tei": _tei, ".ttl": _turtle}
    reader = readers.get(file.suffix.lower())
    if reader is None:
        raise UsageError(
            f"authority files end in {', '.join(readers)}",
            place=str(file),
            hint="Save the table as CSV in UTF-8.",
        )
    identities = list(reader(file))
    if not identities:
        raise InputError("there are no persons in this file", place=str(file))
    return Authority(identities)


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except OSError as error:
        raise InputError(
            f"the authority file cannot be read: {error.strerror or error}", place=str(file)
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(
            "the authority file is not in UTF-8", place=str(file), hint="Save it as UTF-8."
        ) from error


def _table(file: Path) -> Iterator[Identity]:
    text = _text(file)
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in rows:
            values = {
                key.strip().casefold(): value
                for key, value in row.items()
                if isinstance(key, str) and isinstance(value, str)
            }
            name = _first(values, _NAMES)
            if name is None:
                raise InputError(
                    "the table has no column “name”",
                    place=f"{file}:1",
                    hint=f"Its columns are: {', '.join(rows.fieldnames or ())}.",
                )
            if name.strip():
                yield _row(values, name, f"{file}:{rows.line_num}")
    except csv.Error as error:
        raise InputError(f"this is no table: {error}", place=f"{file}:{rows.line_num}") from error


def _row(values: Mapping[str, str], name: str, place: str) -> Identity:
    variants = (_first(values, _VARIANTS) or "").split("|")
    uris = (_first(values, _URIS) or "").split()
    uris += [_expanded(kind, value) for kind in _BASES for value in values.get(kind, "").split()]
    return _identity([name, *variants], uris, place)


def _first(values: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((values[name] for name in names if name in values), None)


def _expanded(kind: str, value: str) -> str:
    """The URI of a bare identifier."""
    bare = _LOCAL.fullmatch(value) and kind in _BASES
    return _BASES[kind] + value if bare else value


def _identity(names: Iterable[str], uris: Iterable[str], place: str) -> Identity:
    forms = list(dict.fromkeys(filter(None, map(plain, names))))
    if not all(map(is_text, forms)):
        raise InputError("a name has a character that XML cannot hold", place=place)
    for uri in uris:
        if not _URI.fullmatch(uri):
            raise InputError(
                f"“{uri}” is no URI",
                place=place,
                hint="Write the whole address, such as http://www.wikidata.org/entity/Q42.",
            )
    return Identity(forms[0], tuple(forms[1:]), tuple(dict.fromkeys(uris)))


def _tei(file: Path) -> Iterator[Identity]:
    from teikit.parse import parse

    for person in parse(file).iter(tei("person"), tei("personGrp")):
        elements = person.findall("persName", NSMAP) or person.findall("name", NSMAP)
        elements.sort(key=lambda name: name.get("type") not in ("main", "preferred"))
        names = [_spoken(element) for element in elements]
        uris = [
            _expanded((idno.get("type") or "").casefold(), plain(_words(idno)))
            for idno in person.iterfind("idno", NSMAP)
        ]
        for element in (person, *elements):
            uris += (element.get("sameAs", "") + " " + element.get("ref", "")).split()
        if any(names):
            outside = [uri for uri in uris if _URI.fullmatch(uri)]
            yield _identity(names, outside, f"{file}:{person.sourceline}")


def _words(element: Any) -> str:
    return "".join(element.itertext())


def _spoken(name: Any) -> str:
    """A name as one writes it, whatever the order of its parts."""
    words = plain(" ".join(name.itertext()))
    parts = {child.tag: plain(_words(child)) for child in name}
    surname, forename = parts.get(tei("surname")), parts.get(tei("forename"))
    if len(parts) == 2 and surname and forename:
        return f"{forename} {surname}"
    return words.replace(" ,", ",")


def _turtle(file: Path) -> Iterator[Identity]:
    try:
        rdf: Any = import_module("rdflib")
    except ImportError as error:
        raise UsageError(
            "reading Turtle needs the package rdflib",
            place=str(file),
            hint="pip install 'teikit[rdf]'",
        ) from error
    try:
        graph = rdf.Graph().parse(data=_text(file), format="turtle")
    except Exception as error:
        # Its parser raises errors of many kinds.
        raise InputError(f"this is no Turtle: {error}", place=str(file)) from error
    for subject in sorted(set(graph.subjects()), key=str):
        names: list[str] = []
        for choice in (0, 1):
            for base, labels in _LABELS.items():
                values = graph.objects(subject, rdf.URIRef(base + labels[choice]))
                names += sorted(str(value) for value in values if isinstance(value, rdf.Literal))
        same = [str(o) for uri in _SAME for o in graph.objects(subject, rdf.URIRef(uri))]
        uris = [str(subject)] if isinstance(subject, rdf.URIRef) else []
        if any(map(plain, names)):
            uris = [uri for uri in [*uris, *sorted(same)] if uri.startswith("http")]
            yield _identity(names, uris, str(file))
