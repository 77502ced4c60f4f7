"""A progress bar on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")

# Fewer are done before anybody has read the bar.
_FEW = 24


class Bar:
    """Shows how many of some things are done; shows nothing where nobody looks.

    Args:
        total: how many there are.
        noun: what they are called, in the plural.
    """

    def __init__(self, total: int, noun: str) -> None:
        self._total = total
        self._noun = noun
        self._progress: Progress | None = None

    def over(self, things: Iterable[T]) -> Iterator[T]:
        """The things, counted as they come."""
        if self._total <= _FEW or not sys.stderr.isatty():
            yield from things
            return
        import time

        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = TextColumn(self._noun), BarColumn(), MofNCompleteColumn()
        # It refreshes by hand: a thread of its own would keep the work from being forked.
        console = Console(stderr=True)
        self._progress = Progress(*columns, console=console, transient=True, auto_refresh=False)
        task, due = self._progress.add_task(self._noun, total=self._total), 0.0
        try:
            for thing in things:
                yield thing
                self._progress.advance(task)
                if time.monotonic() > due:
                    self._progress.start()
                    self._progress.refresh()
                    due = time.monotonic() + 0.1
        finally:
            self._progress.stop()
            self._progress = None

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Makes room for output on the same terminal."""
        if self._progress is not None:
            self._progress.stop()
        yield
