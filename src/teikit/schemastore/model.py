"""What the store knows of a schema."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from teikit.schemastore.addresses import same_address

Kind = Literal["rng", "rnc", "xsd", "dtd", "sch"]

KIND_NAMES: dict[Kind, str] = {
    "rng": "RELAX NG",
    "rnc": "RELAX NG compact syntax",
    "xsd": "XML Schema",
    "dtd": "DTD",
    "sch": "Schematron",
}
"""The kinds of schema and what to call them."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a stored schema.

    Attributes:
        path: where it is below the schema's folder, with ``/`` between the parts.
        source: the URL that it was taken from.
        sha256: hash of its bytes, in hexadecimal figures.
        size: in bytes.
    """

    path: str
    source: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a schema is from.

    Attributes:
        source: the URL that it was asked for by; ``file:`` for local files.
        known_as: the URL by which documents name it, if that is another; may be empty.
        added: when it was added, as an ISO date and time in UTC; ``""`` if that is not known.
    """

    source: str
    known_as: str = ""
    added: str = ""


@dataclass(frozen=True, slots=True)
class StoredSchema:
    """A schema in the store.

    Attributes:
        name: the name that the user gave it.
        kind: in which language it is written.
        origin: where it is from.
        folder: where its files are.
        files: the schema's own file first, then those that it includes.
        roots: the elements that a document can begin with, as far as the schema says.
        has_rules: whether a RELAX NG schema has Schematron rules in it.
    """

    name: str
    kind: Kind
    origin: Origin
    folder: Path
    files: tuple[StoredFile, ...]
    roots: tuple[str, ...]
    has_rules: bool

    @property
    def path(self) -> Path:
        """The schema's own file."""
        return self.folder / self.files[0].path

    def is_known_as(self, url: str) -> bool:
        """Whether it was added from a URL, or is known by it; http and https are the same here."""
        addresses = filter(None, (self.origin.source, self.origin.known_as))
        return any(same_address(address, url) for address in addresses)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A schema with all its files, ready to be stored.

    Attributes:
        kind: in which language it is written.
        files: where to put each file below the schema's folder, and its bytes; its own first.
    """

    kind: Kind
    files: tuple[tuple[StoredFile, bytes], ...]
