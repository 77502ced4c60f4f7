"""The files of a user's schemas."""

from __future__ import annotations

from pathlib import Path

from teikit.errors import InputError


def stamp(path: Path) -> tuple[int, int]:
    """What changes when a file does, to know a compiled schema again.

    Raises:
        InputError: there is no such file.
    """
    try:
        status = path.stat()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(
            f"the schema cannot be read: {reason}", hint="Check its path.", place=str(path)
        ) from error
    return status.st_mtime_ns, status.st_size
