"""The formats by name.

To add one: write a module ``validate/reporters/<name>.py`` with a function
``render(results, options)`` that yields pieces of text, and put its name into ``FORMATS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TypeAlias, cast

from teikit.validate.finding import Result, Severity

FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github")
"""The names of the formats."""


@dataclass(frozen=True, slots=True)
class Options:
    """How reports are written.

    Attributes:
        colour: whether to use a terminal's colours (format ``text``).
        quiet: whether to leave everything out but the findings (format ``text``).
        max_findings: at most so many findings for each document; 0 for all (format ``text``).
        show: the least severity of findings to tell (format ``text``).
        width: characters in a line, for excerpts; 0 for those of the terminal (format ``text``).
    """

    colour: bool = False
    quiet: bool = False
    max_findings: int = 0
    show: Severity = "info"
    width: int = 0


Renderer: TypeAlias = Callable[[Iterable[Result], Options], Iterator[str]]


def reporter(name: str) -> Renderer:
    """The renderer of a format.

    Args:
        name: one of ``FORMATS``.

    Returns:
        A function that takes results and yields text; formats that can do so write each document
        as soon as it is validated.
    """
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}")
    return cast(Renderer, import_module(f"teikit.validate.reporters.{name}").render)
