"""Which documents are meant by paths, folders, patterns, archives and lists."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from teikit.errors import InputError, UsageError
from teikit.validate.members import Member, members

_MAGIC = frozenset("*?[")
_SUFFIXES = (".xml", ".tei", ".odd")


def documents(arguments: Iterable[str]) -> Iterator[str | Member]:
    """The documents meant by the arguments of a command, each once.

    Args:
        arguments: paths; folders, of which all ``.xml``, ``.tei`` and ``.odd`` files are meant,
            those in folders below included; patterns like ``*.xml`` and ``**/*.xml``; ``.zip``
            archives, of which the files with these endings are meant; ``"-"``; ``"@list"``, where
            the file ``list`` holds such arguments, one a line (``"@-"``: standard input does).

    Yields:
        Paths in the order of the arguments, those of a folder, pattern or archive sorted. A path
        that does not exist is yielded like any other, so that its reader can say so.

    Raises:
        UsageError: a folder, a pattern, an archive or a list holds no document.
        InputError: an archive or a list cannot be read.
    """
    seen: set[str | Member] = set()
    for argument in arguments:
        listed = argument.startswith("@") and len(argument) > 1
        for one in _listed(argument[1:]) if listed else [argument]:
            for path in _documents(one):
                if path not in seen:
                    seen.add(path)
                    yield path


def _listed(name: str) -> list[str]:
    """The lines of a list, without empty ones and comments."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        lines = [line.strip() for line in data.decode("utf-8-sig").splitlines()]
    except OSError as error:
        reason = error.strerror or type(error).__name__
        hint = "A file whose name begins with @ is written ./@…"
        raise InputError(f"the list cannot be read: {reason}", place=name, hint=hint) from error
    except UnicodeDecodeError as error:
        raise InputError("the list is not UTF-8", place=name, hint="Save it as UTF-8.") from error
    found = [line for line in lines if line and not line.startswith("#")]
    if not found:
        raise UsageError("there is no document in this list", place=name, hint="One path a line.")
    return found


def _documents(argument: str) -> Sequence[str | Member]:
    path = Path(argument)
    found: Sequence[str | Member]
    hint = f"Files must end in {', '.join(_SUFFIXES)}; name others one by one."
    if argument == "-":
        return [argument]
    if path.is_dir():
        found = sorted(
            str(file)
            for file in path.rglob("*")
            if file.suffix.lower() in _SUFFIXES and file.is_file()
        )
    elif path.suffix.lower() == ".zip" and path.exists():
        found = members(argument, _SUFFIXES)
        hint = f"Files in it must end in {', '.join(_SUFFIXES)}."
    elif _MAGIC & set(argument) and not path.exists():
        import glob

        # Path.glob cannot start from a pattern that begins with a folder.
        files = glob.glob(argument, recursive=True)  # noqa: PTH207
        found = sorted(file for file in files if Path(file).is_file())
        hint = "Check the pattern; ** reaches into folders below."
    else:
        return [argument]
    if not found:
        raise UsageError("there is no document here", place=argument, hint=hint)
    return found
