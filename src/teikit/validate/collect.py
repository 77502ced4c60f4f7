"""Which documents are meant by paths, folders and patterns."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

from teikit.errors import UsageError

_SUFFIXES = (".xml", ".tei", ".odd")


def documents(arguments: Iterable[str]) -> Iterator[str]:
    """The documents meant by the arguments of a command, each once.

    Args:
        arguments: paths; folders, of which all ``.xml``, ``.tei`` and ``.odd`` files are meant,
            those in folders below included; patterns like ``*.xml`` and ``**/*.xml``; ``"-"``.

    Yields:
        Paths in the order of the arguments, those of a folder or a pattern sorted. A path that
        does not exist is yielded like any other, so that its reader can say so.

    Raises:
        UsageError: a folder or a pattern holds no document.
    """
    seen = set()
    for argument in arguments:
        for path in _documents(argument):
            if path not in seen:
                seen.add(path)
                yield path


def _documents(argument: str) -> list[str]:
    path = Path(argument)
    if argument == "-":
        return [argument]
    if path.is_dir():
        found = [
            str(file)
            for file in path.rglob("*")
            if file.suffix.lower() in _SUFFIXES and file.is_file()
        ]
        hint = f"Files must end in {', '.join(_SUFFIXES)}; name others one by one."
    elif glob.has_magic(argument) and not path.exists():
        # Path.glob cannot start from a pattern that begins with a folder.
        files = glob.glob(argument, recursive=True)  # noqa: PTH207
        found = [file for file in files if Path(file).is_file()]
        hint = "Check the pattern; ** reaches into folders below."
    else:
        return [argument]
    if not found:
        raise UsageError("there is no document here", place=argument, hint=hint)
    return sorted(found)
