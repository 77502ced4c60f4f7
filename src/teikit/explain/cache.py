"""Keeps the grammar's definitions in the user's cache, so that they are parsed only once."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

from teikit import __version__
from teikit.explain.definitions import FORMAT, Definitions, dumps, loads, modules, read
from teikit.resources import data_directory
from teikit.schema.store import cache_directory


@cache
def definitions() -> Definitions:
    """The definitions of TEI P5, from the cache if its files have not changed since.

    Raises:
        InputError: a file of the grammar cannot be read.
    """
    folder = data_directory("schema")
    entry = cache_directory() / "explain" / "definitions.json"
    key = _key(folder)
    stored = _stored(entry, key)
    if stored is not None:
        return stored
    found = read(folder)
    body = dumps(found)
    _write(entry, f"{key} {_hash(body)}\n".encode() + body)
    return found


def _key(folder: Path) -> str:
    """What the definitions depend on: the program and the bytes of all modules."""
    digest = hashlib.sha256(f"{__version__} {FORMAT}".encode())
    for file in modules(folder):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _stored(entry: Path, key: str) -> Definitions | None:
    try:
        head, _, body = entry.read_bytes().partition(b"\n")
        if head.decode() != f"{key} {_hash(body)}":
            return None
        return loads(body)
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None


def _write(path: Path, data: bytes) -> None:
    """Write a file in one step, or leave it: a cache is no duty."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.stem}.{os.getpid()}")
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        return


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
