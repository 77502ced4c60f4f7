"""Doing something again for the files that change, until Ctrl-C."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from teikit.errors import TeikitError

_INTERVAL = 0.5

File = str | os.PathLike[str]
Stamp = tuple[int, int] | None


def watch(
    files: Callable[[], Iterable[File]],
    work: Callable[[Sequence[File]], None],
    also: Sequence[str] = (),
    interval: float = _INTERVAL,
) -> None:
    """Work on all files once, then on those that change or appear; Ctrl-C ends it.

    Args:
        files: finds the files, every time anew.
        work: works on some of them.
        also: other files on which all depends, such as a schema.
        interval: seconds between two looks.

    Raises:
        TeikitError: the files cannot be found at the beginning.
    """
    known: dict[File, Stamp] | None = None
    basis: list[Stamp] = []
    try:
        while True:
            now = _stamps(files, first=known is None)
            changed_basis = [_stamp(path) for path in also]
            if changed_basis != basis:
                known, basis = None, changed_basis
            before = known or {}
            changed = [file for file, stamp in now.items() if before.get(file, ()) != stamp]
            if changed:
                work(changed)
            known = now
            time.sleep(interval)
    except KeyboardInterrupt:
        return


def _stamps(files: Callable[[], Iterable[File]], *, first: bool) -> dict[File, Stamp]:
    try:
        return {file: _stamp(file) for file in files()}
    except TeikitError:
        if first:
            raise
        # A folder may be empty for a moment.
        return {}


def _stamp(path: File) -> Stamp:
    """What changes when a file does; None if there is none."""
    try:
        # A file in an archive changes with the archive.
        status = Path(os.fspath(path).partition("!/")[0]).stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
