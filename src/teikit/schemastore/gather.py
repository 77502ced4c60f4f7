"""Brings all files of a schema together: its own, and those that it includes."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from teikit.errors import InputError, UsageError
from teikit.schemastore.addresses import shown
from teikit.schemastore.fetch import DEFAULT_FETCH_LIMITS, Fetched, FetchLimits, fetch
from teikit.schemastore.kinds import kind_of
from teikit.schemastore.model import Gathered, Kind, StoredFile
from teikit.schemastore.references import references


def gather(
    url: str, *, mirror: str = "", sha256: str = "", limits: FetchLimits = DEFAULT_FETCH_LIMITS
) -> Gathered:
    """Fetch a schema and the files that it includes by relative references.

    Args:
        url: ``https:``, ``http:`` or ``file:`` address of the schema.
        mirror: address that takes the place of scheme and host, with ``{host}`` for the host.
        sha256: what the hash of the schema's own file must be; ``""`` for anything.
        limits: how much fetching may take.

    Raises:
        InputError: something cannot be fetched, or has another hash.
        SchemaError: it is no schema.
        UsageError: the address or the mirror makes no sense.
    """
    return _Gatherer(mirror, limits).gather(url, sha256)


class _Gatherer:
    def __init__(self, mirror: str, limits: FetchLimits) -> None:
        self._mirror = mirror
        self._limits = limits
        self._files: dict[str, bytes] = {}

    def gather(self, url: str, sha256: str) -> Gathered:
        first = self._fetch(url)
        place = shown(url)
        if sha256:
            _verify(first.data, sha256, place)
        kind = kind_of(first.data, place)
        self._take(first, kind)
        return Gathered(kind, _laid_out(self._files, kind))

    def _fetch(self, url: str) -> Fetched:
        asked = mirrored(url, self._mirror)
        found = fetch(asked, self._limits)
        # What the mirror has is known by its public address, unless a redirect led elsewhere.
        return Fetched(url, found.data) if found.url == asked else found

    def _take(self, first: Fetched, kind: Kind) -> None:
        """Take a file, and those that it refers to, in the order of the references."""
        waiting = [first.url]
        self._files[first.url] = first.data
        while waiting:
            at = waiting.pop(0)
            language = kind if at == first.url else _language(at, kind)
            for href in references(self._files[at], language, shown(at)):
                target = urljoin(at, href)
                if target not in self._files and _beside(at, href, target):
                    # It must lie where the reference says, wherever it is fetched from.
                    self._files[target] = self._fetch(target).data
                    self._check_limits(target)
                    waiting.append(target)

    def _check_limits(self, url: str) -> None:
        if len(self._files) > self._limits.files:
            message = f"the schema consists of more than {self._limits.files} files"
        elif sum(map(len, self._files.values())) > self._limits.total:
            message = f"the files of the schema are larger than {self._limits.total:,} bytes"
        else:
            return
        raise InputError(message, place=url, hint="Check that it is the schema that you want.")


def mirrored(url: str, mirror: str) -> str:
    """The address of a file on a mirror.

    Args:
        url: its public address; ``file:`` addresses stay as they are.
        mirror: what takes the place of scheme and host, with ``{host}`` for the host; ``""`` for
            no mirror.

    Raises:
        UsageError: the mirror is not an address.
    """
    parts = urlsplit(url)
    if not mirror or parts.scheme not in ("http", "https"):
        return url
    if urlsplit(mirror).scheme not in ("http", "https", "file"):
        raise UsageError(
            f"“{mirror}” is not the address of a mirror",
            hint="Write for instance https://mirror.example.org/ or https://mirror.example.org/{host}/.",
        )
    path = urlunsplit(("", "", parts.path, parts.query, ""))
    return mirror.replace("{host}", parts.netloc).rstrip("/") + path


def _beside(base: str, href: str, target: str) -> bool:
    """Whether a reference leads to a file of the same site, by a relative path."""
    one, other = urlsplit(base), urlsplit(target)
    written = urlsplit(href)
    relative = not written.scheme and not written.netloc and not written.path.startswith("/")
    return relative and (one.scheme, one.netloc) == (other.scheme, other.netloc)


def _verify(data: bytes, sha256: str, place: str) -> None:
    found = hashlib.sha256(data).hexdigest()
    if found != sha256.strip().lower():
        raise InputError(
            f"the schema's SHA-256 is {found}, not {sha256.strip().lower()}",
            place=place,
            hint="It is not the file that you expect: it was changed, or the hash is another's.",
        )


def _language(url: str, kind: Kind) -> Kind:
    """The language of an included file: RELAX NG can mix its two syntaxes."""
    if kind not in ("rng", "rnc"):
        return kind
    return "rnc" if url.lower().endswith(".rnc") else "rng"


def _laid_out(files: dict[str, bytes], kind: Kind) -> tuple[tuple[StoredFile, bytes], ...]:
    """Give each file a path, such that the references between them still hold."""
    paths = {url: _path(url) for url in files}
    folders = [path.parent.parts for path in paths.values()]
    common = 0
    while all(len(f) > common and f[: common + 1] == folders[0][: common + 1] for f in folders):
        common += 1
    first = next(iter(files))
    paths[first] = _with_suffix(paths[first], kind)
    laid: dict[str, tuple[StoredFile, bytes]] = {}
    for url, path in paths.items():
        place = "/".join(path.parts[common:])
        data = files[url]
        if place.casefold() in laid:
            raise InputError(
                "two files of the schema have the same name", place=url, hint="Rename one of them."
            )
        stored = StoredFile(place, url, hashlib.sha256(data).hexdigest(), len(data))
        laid[place.casefold()] = (stored, data)
    return tuple(laid.values())


def _with_suffix(path: PurePosixPath, kind: Kind) -> PurePosixPath:
    """A path from whose end the syntax of RELAX NG can be told."""
    if (kind == "rnc") == (path.suffix.lower() == ".rnc"):
        return path
    return path.with_name(f"{path.name}.{kind}")


def _path(url: str) -> PurePosixPath:
    """The path of a URL, with no part that could lead out of a folder."""
    parts = [unquote(part) for part in urlsplit(url).path.split("/") if part]
    for part in parts:
        if part in (".", "..") or any(char in part for char in '/\\\0:*?"<>|'):
            raise InputError(
                f"“{part}” is no name for a file", place=url, hint="Rename the file at its source."
            )
    return PurePosixPath(*parts) if parts else PurePosixPath("schema")
