"""Which schema a document is checked against, and why."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote, urljoin, urlsplit

from teikit.errors import InputError, UsageError
from teikit.resources import data_directory
from teikit.schema.store import SHIPPED
from teikit.schemastore.addresses import is_url, local_path
from teikit.schemastore.declared import Declaration, declarations
from teikit.schemastore.kinds import kind_of
from teikit.schemastore.model import Kind, StoredSchema
from teikit.schemastore.store import Store
from teikit.tei import TEI_VERSION

if TYPE_CHECKING:
    from lxml import etree

Document: TypeAlias = "str | os.PathLike[str] | bytes | etree._Element | etree._ElementTree"

FULL = "tei_all"
"""The name of full TEI P5, which serves where nothing else is known."""

_TEI_HOSTS = frozenset({"tei-c.org", "www.tei-c.org"})
_TEI_FOLDERS = ("/release/", f"/Vault/P5/{TEI_VERSION}/", "/Vault/P5/current/")
_MOST = 64 << 20


@dataclass(frozen=True, slots=True)
class Resolution:
    """The schema for a document.

    Attributes:
        name: the name that it has in teikit or in the store; ``""`` for a file.
        path: where it is.
        kind: in which language it is written.
        reason: why it is this one, as a sentence without a full stop.
        rules: Schematron schemas that the document names beside it.
    """

    name: str
    path: Path
    kind: Kind
    reason: str
    rules: tuple[Path, ...] = ()

    @property
    def schema(self) -> str | Path:
        """What ``teikit.schema.store.load`` takes for it, if it is RELAX NG."""
        return self.name if self.name in SHIPPED else self.path


def resolve(
    document: Document, schema: str | os.PathLike[str] | None = None, *, store: Store | None = None
) -> Resolution:
    """Find the schema for a document. Nothing is fetched.

    Args:
        document: a path, the bytes of a document, or its tree. Relative references in a path's or
            a tree's document start from its folder.
        schema: the name, file or URL that the user asks for; None for what the document declares.
        store: where to look for names and URLs; the user's own store by default.

    Raises:
        UsageError: there is no schema of the name or URL that was asked for.
        InputError: the document or the schema cannot be read.
        SchemaError: a file that was named is no schema.
    """
    return Resolver(store).resolve(document, schema)


class Resolver:
    """Finds the schemas for many documents; it reads the store once.

    Args:
        store: where to look for names and URLs; the user's own store by default.
    """

    def __init__(self, store: Store | None = None) -> None:
        self._schemas = (store or Store()).schemas()

    def resolve(
        self, document: Document, schema: str | os.PathLike[str] | None = None
    ) -> Resolution:
        """Find the schema for a document; see :func:`resolve`."""
        if schema is not None:
            return self._asked_for(os.fspath(schema))
        root, place = _root(document)
        return self._declared(root, place)

    def _asked_for(self, schema: str) -> Resolution:
        if schema in SHIPPED:
            return _full("it was asked for")
        named = (one for one in self._schemas if one.name == schema)
        stored = next(named, None) or self._by_url(schema)
        if stored is not None:
            return _stored(stored, "it was asked for")
        if is_url(schema) and urlsplit(schema).scheme != "file":
            if is_tei_all(schema):
                return _full("its address was asked for")
            raise UsageError(
                f"the schema {schema} is not in the store",
                hint=f"Fetch it once: teikit schema add NAME {schema}, or with --fetch.",
            )
        path = _local(schema, None)
        if not schema or path is None or not path.exists():
            names = [*SHIPPED, *(one.name for one in self._schemas)]
            raise UsageError(
                f"there is no schema “{schema}”",
                hint=f"Give the path of a file, an address, or one of {', '.join(names)}.",
            )
        return Resolution("", path, _kind(path), "it was asked for")

    def _by_url(self, url: str) -> StoredSchema | None:
        return next((one for one in self._schemas if one.is_known_as(url)), None)

    def _declared(self, root: etree._Element, place: Path | None) -> Resolution:
        """The first schema that the document names and that is at hand."""
        found: Resolution | None = None
        rules: list[Path] = []
        missing: list[Declaration] = []
        for declaration in declarations(root):
            resolution = self._follow(declaration, place)
            if resolution is None:
                missing.append(declaration)
            elif declaration.is_rules or resolution.kind == "sch":
                rules.append(resolution.path)
            elif found is None:
                found = resolution
        if found is None:
            found = _full(_why_full(missing))
        return Resolution(found.name, found.path, found.kind, found.reason, tuple(rules))

    def _follow(self, declaration: Declaration, place: Path | None) -> Resolution | None:
        href, by = declaration.href, f"the document names it in {declaration.by}"
        base = place.absolute().as_uri() if place else ""
        for address in dict.fromkeys((href, urljoin(base, href))):
            stored = self._by_url(address)
            if stored is not None:
                return _stored(stored, by)
        if is_tei_all(href):
            return _full(f"{by} by its address at the TEI")
        path = _local(href, place)
        if path is None or not path.is_file():
            return None
        return Resolution("", path, _kind(path), by)


def _stored(schema: StoredSchema, reason: str) -> Resolution:
    return Resolution(schema.name, schema.path, schema.kind, reason)


def _full(reason: str) -> Resolution:
    return Resolution(FULL, data_directory("schema") / f"{FULL}.rnc", "rnc", reason)


def _why_full(missing: list[Declaration]) -> str:
    full = f"so it is full TEI P5 {TEI_VERSION}"
    named = [declaration for declaration in missing if not declaration.is_rules]
    if not named:
        return f"the document names no schema, {full}"
    return (
        f"the document names {named[0].href} in {named[0].by}, "
        f"which is neither in the store nor a local file, {full}"
    )


def is_tei_all(address: str) -> bool:
    """Whether an address is that of full TEI P5 at the TEI, of this version or the current one."""
    parts = urlsplit(address)
    file = parts.path.rpartition("/")[2]
    return (
        parts.hostname in _TEI_HOSTS
        and parts.path.startswith(_TEI_FOLDERS)
        and file.partition(".")[0] == FULL
    )


def _local(href: str, place: Path | None) -> Path | None:
    """The path of a local file; None if an address is not that of one."""
    parts = urlsplit(href)
    if parts.scheme == "file":
        return local_path(href)
    if is_url(href) or (place is not None and href.startswith(("//", "\\\\"))):
        return None
    if place is None:
        return Path(href)
    return place.parent / unquote(parts.path)


def _kind(path: Path) -> Kind:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST)
    except IsADirectoryError:
        raise InputError(
            "this is a folder, no schema", hint="Name a file.", place=str(path)
        ) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(
            f"the schema cannot be read: {reason}", hint="Check its permissions.", place=str(path)
        ) from error
    return kind_of(data, str(path))


def _root(document: Document) -> tuple[etree._Element, Path | None]:
    """The root element of a document, and where the document is, if that is known."""
    if isinstance(document, str | os.PathLike | bytes):
        from teikit.parse import name_of, parse

        name = name_of(document)
        is_file = name not in ("", "standard input")
        return parse(document).getroot(), Path(name) if is_file else None
    root = document.getroot() if hasattr(document, "getroot") else document
    url = root.getroottree().docinfo.URL or ""
    return root, _local(url, None) if url else None
