"""Writing results: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path

from teikit.errors import OutputError


def write(destination: str | os.PathLike[str] | None, data: bytes) -> None:
    """Write a result to a file, whole or not at all, or to standard output.

    The file is written beside its place and then renamed, so that a reader never sees half of
    it and an older file survives a failure. A link is followed and an old file's mode is kept.

    Args:
        destination: a path; ``None`` and ``-`` mean standard output.
        data: the whole content.

    Raises:
        OutputError: the folder is missing or may not be written, or the disk is full.
    """
    if destination is None or os.fspath(destination) == "-":
        _write_standard_output(data)
        return
    path = Path(os.path.realpath(destination))
    if path.is_dir():
        raise OutputError(
            "this is a folder, not a file", place=str(destination), hint="Name a file in it."
        )
    if path.exists() and not path.is_file():
        # A device or a named pipe cannot be replaced by renaming.
        path.write_bytes(data)
        return
    try:
        _write_beside_and_rename(path, data)
    except FileNotFoundError:
        raise OutputError(
            f"there is no folder {path.parent}",
            place=str(destination),
            hint="Make the folder first.",
        ) from None
    except OSError as error:
        raise OutputError(
            f"the file cannot be written: {error.strerror or error}",
            place=str(destination),
            hint="Check the folder's permissions and the free space.",
        ) from error


def _write_standard_output(data: bytes) -> None:
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(data.decode("utf-8"))
        return
    stream.write(data)
    stream.flush()


def _write_beside_and_rename(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _mode(path: Path) -> int:
    """The old file's permissions, or those that a new file gets here."""
    with contextlib.suppress(FileNotFoundError):
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
