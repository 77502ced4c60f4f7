"""Loads schemas, and keeps their simple form in a cache."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import get_ident
from zlib import crc32

from teikit.resources import data_directory
from teikit.schema.grammar import FORMAT, Grammar

SHIPPED = ("tei_all",)
"""Names of the schemas that come with teikit."""


def load(schema: str | Path) -> Grammar:
    """The simple form of a schema.

    What was loaded before comes from the user's cache as long as no file of the schema changed.

    Args:
        schema: ``"tei_all"`` for the whole of TEI P5, or the path of a ``.rnc`` or ``.rng`` file.

    Raises:
        InputError: a file cannot be read.
        SchemaError: the schema breaks the rules of RELAX NG.
    """
    if schema in SHIPPED:
        folder = data_directory("schema")
        # A wheel has the simple form ready; a checkout has not, for its schema may be edited.
        built = _decode(_read(folder / f"{schema}.json"))
        return built or _cached(folder / f"{schema}.rnc")
    return _cached(Path(schema).absolute())


def prebuild(schema: Path, target: Path) -> None:
    """Write the simple form of a schema to a file, for the wheel."""
    from teikit.schema.simplify import simplify

    target.write_bytes(_encode(simplify(schema), {}))


def cache_directory() -> Path:
    """The folder where teikit keeps what it can make again."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "teikit"


def _cached(path: Path) -> Grammar:
    # One entry for each schema: editing a schema does not fill the cache.
    entry = cache_directory() / "schemas" / f"{path.stem}-{_checksum(os.fsencode(path))}.json"
    stored = _decode(_read(entry), path)
    if stored is not None:
        return stored
    from teikit.schema.simplify import simplify
    from teikit.schema.sources import Sources

    sources = Sources()
    grammar = simplify(path, sources)
    files = {str(file): _checksum(data) for file, data in sources.files.items()}
    _write(entry, _encode(grammar, files))
    return grammar


def _encode(grammar: Grammar, files: Mapping[str, str]) -> bytes:
    """An entry: a line with what it depends on, and the grammar."""
    body = grammar.dumps().encode()
    head = {"format": FORMAT, "files": files, "grammar": _checksum(body)}
    return json.dumps(head).encode() + b"\n" + body


def _decode(entry: bytes, path: Path | None = None) -> Grammar | None:
    """The grammar of an entry, if it is whole, that of a schema, and none of its files changed."""
    head_line, _, body = entry.partition(b"\n")
    try:
        head = json.loads(head_line)
        files = head["files"]
        if head["format"] != FORMAT or head["grammar"] != _checksum(body):
            return None
        if path is not None and str(path) not in files:
            return None
        if any(_checksum(_read(Path(file))) != known for file, known in files.items()):
            return None
        return Grammar.loads(body)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _read(path: Path) -> bytes:
    """The bytes of a file; none if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _write(path: Path, data: bytes) -> None:
    """Write a file in one step, or leave it: a cache is no duty."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Threads and processes may write the same entry.
        beside = path.with_name(f"{path.stem}.{os.getpid()}-{get_ident()}")
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        return


def _checksum(data: bytes) -> str:
    # The cache guards against what was edited or cut off, and hashlib takes time to load.
    return f"{crc32(data):08x}-{len(data)}"
