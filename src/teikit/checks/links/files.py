"""Files beside a document: whether they are there, and which IDs they have.

Nothing is fetched, and nothing is read but XML files near the document.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

from teikit.errors import InputError
from teikit.parse import parse

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_XML = frozenset({".xml", ".tei", ".odd", ".rng", ".svg", ".xhtml"})
_LEVELS_UP = 2


class Neighbourhood:
    """The files around a document.

    Args:
        file: the document's path or name; where it is no file on disk, nothing is around it.
    """

    def __init__(self, file: str) -> None:
        self._folder = _folder_of(file)
        self._known: dict[str, Path | None] = {}

    def find(self, address: str, base: str) -> Path | None:
        """The path that a relative address stands for.

        Args:
            address: a relative address without fragment.
            base: the ``xml:base`` in force; ``""`` for none.

        Returns:
            The path, whether or not there is a file; ``None`` for what cannot be told: other hosts,
            queries, places further away than two folders up.
        """
        joined = join(base, address)
        if joined not in self._known:
            self._known[joined] = self._locate(joined)
        return self._known[joined]

    def _locate(self, address: str) -> Path | None:
        if self._folder is None or _SCHEME.match(address) or address[:1] == "/" or "?" in address:
            return None
        try:
            path = (self._folder / unquote(address)).resolve()
        except (OSError, ValueError, RuntimeError):
            return None
        parents = [self._folder, *self._folder.parents]
        # Never all of the disk: the pointers of a stranger's document must not look around.
        near = parents[max(0, min(_LEVELS_UP, len(parents) - 2))]
        return path if path.is_relative_to(near) else None


def join(base: str, address: str) -> str:
    """An address that is relative to a base (RFC 3986, section 5); ``""`` is no base."""
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return "invalid:"


def _folder_of(file: str) -> Path | None:
    try:
        path = Path(file)
        return path.parent.resolve() if file and path.is_file() else None
    except (OSError, ValueError):
        return None


def exists(path: Path) -> bool:
    """Whether there is a file or folder of this path."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def has_ids(path: Path) -> bool:
    """Whether files with this ending are XML."""
    return path.suffix.lower() in _XML


def ids_of(path: Path) -> frozenset[str] | None:
    """The IDs in an XML file; ``None`` if it cannot be read."""
    try:
        status = path.stat()
    except OSError:
        return None
    return _ids(os.fspath(path), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _ids(path: str, changed: int, size: int) -> frozenset[str] | None:
    """The IDs in a state of a file; many documents point into the same few files."""
    try:
        found: Any = parse(path).xpath("//@xml:id")
        return frozenset(map(str, found))
    except InputError:
        return None
