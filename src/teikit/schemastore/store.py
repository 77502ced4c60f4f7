"""Keeps schemas on the disk, each in a folder under its name."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

from teikit.errors import OutputError, TeikitError, UsageError
from teikit.schema.errors import SchemaError
from teikit.schema.store import SHIPPED
from teikit.schemastore.addresses import shown
from teikit.schemastore.kinds import Use, examine
from teikit.schemastore.model import Gathered, Kind, Origin, StoredFile, StoredSchema

FORMAT = 1
"""Version of ``schema.json``."""

_FACTS = "schema.json"
_FILES = "files"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_DEVICES = re.compile(r"(?i:con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def store_directory() -> Path:
    """The folder where a user's schemas are kept."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library/Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share"
    return Path(base) / "teikit" / "schemas"


class Store:
    """A folder of schemas.

    Args:
        folder: where it is; the user's own by default.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder if folder is not None else store_directory()

    def schemas(self) -> list[StoredSchema]:
        """All schemas in the store, by name; what cannot be read is passed over."""
        if not self.folder.is_dir():
            return []
        found = (_read(path) for path in sorted(self.folder.iterdir()) if _is_name(path.name))
        return [schema for schema in found if schema is not None]

    def get(self, name: str) -> StoredSchema | None:
        """The schema of a name, if there is one."""
        return _read(self.folder / name) if _is_name(name) else None

    def by_source(self, url: str) -> StoredSchema | None:
        """The schema that was added from a URL, or is known by it."""
        return next((one for one in self.schemas() if one.is_known_as(url)), None)

    def check_free(self, name: str) -> None:
        """Make sure that a schema can be added under a name.

        Raises:
            UsageError: the name is not allowed or taken.
        """
        check_name(name)
        if (self.folder / name).exists():
            raise UsageError(
                f"there already is a schema “{name}”",
                hint="Choose another name, or replace it with --replace.",
            )

    def add(self, name: str, gathered: Gathered, origin: Origin) -> StoredSchema:
        """Put a schema into the store, whole or not at all; it replaces one of the same name.

        Args:
            name: its name: letters, figures, and ``.``, ``_``, ``-`` after the first.
            gathered: its files.
            origin: where it is from.

        Raises:
            UsageError: the name is not allowed.
            TeikitError: the schema cannot be used.
            OutputError: it cannot be written.
        """
        check_name(name)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            stage = Path(tempfile.mkdtemp(prefix=".adding-", dir=self.folder))
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        try:
            _write_files(stage / _FILES, gathered)
            use = _examined(stage / _FILES, gathered)
            _write_facts(stage, gathered, origin, use)
            self._put(stage, name)
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        finally:
            shutil.rmtree(stage, ignore_errors=True)
        stored = self.get(name)
        assert stored is not None
        return stored

    def _put(self, stage: Path, name: str) -> None:
        """Give a finished folder its name; an older one is kept until then."""
        target = self.folder / name
        old = stage.with_name(stage.name + "-old")
        stage.chmod(0o755)
        if target.exists():
            target.rename(old)
        stage.rename(target)
        shutil.rmtree(old, ignore_errors=True)

    def remove(self, name: str) -> StoredSchema:
        """Take a schema out of the store.

        Raises:
            UsageError: there is none of that name.
            OutputError: it cannot be removed.
        """
        schema = self.find(name)
        try:
            shutil.rmtree(schema.folder.parent)
        except OSError as error:
            raise _unwritable(schema.folder, error) from error
        return schema

    def find(self, name: str) -> StoredSchema:
        """The schema of a name.

        Raises:
            UsageError: there is none; the hint says which there are.
        """
        schema = self.get(name)
        if schema is not None:
            return schema
        if name in SHIPPED:
            raise UsageError(
                f"“{name}” comes with teikit and is not in the store",
                hint="It can be neither shown nor removed; it is always there.",
            )
        names = [stored.name for stored in self.schemas()]
        hint = f"There are {', '.join(names)}." if names else "The store is empty."
        raise UsageError(f"there is no schema “{name[:80]}” in the store", hint=hint)


def check_name(name: str) -> None:
    """Make sure that a schema can have a name.

    Raises:
        UsageError: it cannot.
    """
    if name in SHIPPED:
        raise UsageError(f"“{name}” is a schema of teikit's own", hint="Choose another name.")
    if not _is_name(name):
        raise UsageError(
            f"“{name[:80]}” is no name for a schema",
            hint="Use letters, figures and - _ . (not at the beginning or end), up to 64 of them.",
        )


def _is_name(name: str) -> bool:
    fits = _NAME.fullmatch(name) is not None and not name.endswith(".")
    return fits and _DEVICES.fullmatch(name) is None


def _read(folder: Path) -> StoredSchema | None:
    """The schema in a folder; None if there is none, or it is damaged."""
    try:
        facts: Any = json.loads((folder / _FACTS).read_text(encoding="utf-8"))
        if facts["format"] != FORMAT or facts["kind"] not in get_args(Kind):
            return None
        files = tuple(StoredFile(**file) for file in facts["files"])
        schema = StoredSchema(
            name=folder.name,
            kind=facts["kind"],
            origin=Origin(**facts["origin"]),
            folder=folder / _FILES,
            files=files,
            roots=tuple(facts["roots"]),
            has_rules=bool(facts["has_rules"]),
        )
        return schema if schema.path.is_file() else None
    except (OSError, ValueError, TypeError, KeyError, IndexError):
        return None


def _examined(folder: Path, gathered: Gathered) -> Use:
    """Make sure that the schema can be used; errors name its sources, not our own folder."""
    try:
        return examine(folder / gathered.files[0][0].path, gathered.kind)
    except TeikitError as error:
        message, place = error.message, error.place
        for stored, _ in gathered.files:
            path = str(folder / stored.path)
            source = shown(stored.source)
            message, place = message.replace(path, source), place.replace(path, source)
        raise SchemaError(message, hint=error.hint, place=place) from None


def _write_files(folder: Path, gathered: Gathered) -> None:
    for stored, data in gathered.files:
        path = folder / stored.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _write_facts(stage: Path, gathered: Gathered, origin: Origin, use: Use) -> None:
    facts = {
        "format": FORMAT,
        "kind": gathered.kind,
        "origin": asdict(origin),
        "roots": use.roots,
        "has_rules": use.has_rules,
        "files": [asdict(stored) for stored, _ in gathered.files],
    }
    text = json.dumps(facts, ensure_ascii=False, indent=2) + "\n"
    (stage / _FACTS).write_text(text, encoding="utf-8")


def _unwritable(folder: Path, error: OSError) -> OutputError:
    return OutputError(
        f"the store cannot be written: {error.strerror or type(error).__name__}",
        place=str(folder),
        hint="Check the folder's permissions and the free space, or set XDG_DATA_HOME.",
    )
