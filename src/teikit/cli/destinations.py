"""Where the results of a command go when it is given one file or several."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from teikit.errors import UsageError


def destinations(
    texts: Sequence[str], output: str | None, suffix: str, noun: str = "text"
) -> list[str | None]:
    """Where the result of each text goes; a text is never overwritten.

    Args:
        texts: as named on the command line.
        output: a file, a folder for several texts, or None for standard output.
        suffix: how the results' names end in a folder (``.xml``).
        noun: what messages call a text.

    Raises:
        UsageError: two results, or a result and a text, would have one place.
    """
    if output is None or output == "-":
        if len(texts) > 1:
            raise UsageError(
                f"several {noun}s cannot go to standard output",
                hint="Name a folder for what is made of them, as in: -o results/",
            )
        return [None]
    folder = Path(output)
    if folder.is_dir() or output.endswith(("/", os.sep)) or len(texts) > 1:
        found = [_in_folder(folder, text, suffix) for text in texts]
    else:
        found = [folder]
    for text, destination in zip(texts, found, strict=True):
        both = text != "-" and destination.exists() and Path(text).exists()
        if both and destination.samefile(text):
            raise UsageError(
                f"{destination} is the {noun} itself, and would be overwritten",
                hint="Name another file with -o.",
            )
    if len(set(found)) < len(found):
        raise UsageError(
            f"two of the {noun}s have the same name, so one result would overwrite the other",
            hint="Put them into different folders.",
        )
    return [str(path) for path in found]


def _in_folder(folder: Path, text: str, suffix: str) -> Path:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; several results need a folder", hint="-o results/")
    folder.mkdir(parents=True, exist_ok=True)
    name = "standard-input" if text == "-" else Path(text).stem
    return folder / f"{name}{suffix}"
