"""Stylesheets: which there are, where they may include from, and what runs them.

An output is a folder under ``xslt/`` with an entry sheet of the same name
(``html/html.xsl``). Adding a folder adds an output; nothing here needs to change.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from lxml import etree

from teikit.errors import UsageError
from teikit.resources import data_directory
from teikit.transform.modules import Modules
from teikit.transform.xslt1 import compile_sheet


class Sheet(Protocol):
    """A stylesheet that is ready to run."""

    @property
    def parameters(self) -> frozenset[str]:
        """The names of the global parameters that it and the sheets it includes declare."""

    @property
    def name(self) -> str:
        """What messages call it."""

    @property
    def method(self) -> str:
        """What it says it makes, as in ``xsl:output``; empty if it does not say."""

    def run(self, tree: etree._ElementTree, parameters: Mapping[str, str]) -> Callable[[], str]:
        """Transform a document.

        Args:
            tree: the document; it is not changed.
            parameters: values of global parameters, as strings.

        Returns:
            What writes the result out; the document need not be kept for that.

        Raises:
            TransformError: the sheet failed, tried to read or write, or stopped with a message.
        """


def outputs() -> list[str]:
    """The names of all outputs, sorted."""
    top = data_directory("xslt")
    return sorted(entry.stem for entry in top.glob("*/*.xsl") if entry.stem == entry.parent.name)


def entry_sheet(output: str) -> Path:
    """The entry sheet of an output.

    Raises:
        UsageError: there is no such output.
    """
    known = outputs()
    if output not in known:
        raise UsageError(f"there is no output “{output}”", hint=f"Choose from: {', '.join(known)}.")
    return data_directory("xslt") / output / f"{output}.xsl"


class _Cache(threading.local):
    """Compiled sheets of one thread: libxslt would compile again for each other thread."""

    def __init__(self) -> None:
        self.sheets: dict[Path, Sheet] = {}


_cache = _Cache()


def shipped(output: str) -> Sheet:
    """The sheet of an output, compiled once for each thread."""
    path = entry_sheet(output)
    if path not in _cache.sheets:
        _cache.sheets[path] = compile_sheet(Modules(path, ours=True))
    return _cache.sheets[path]


def own(path: Path) -> Sheet:
    """A stylesheet of the user's: XSLT 1.0, or 2.0 and 3.0 where Saxon is installed.

    The sheet may include what lies in its own folder and below, and one of version 1.0 the sheets
    of teikit, as ``teikit:html/html.xsl``; nothing else, and nothing from a network. While it runs
    it can read and write no file at all.

    Args:
        path: the entry sheet.

    Raises:
        TransformError: it cannot be read, is not XSLT, or includes what it may not.
    """
    modules = Modules(path)
    if modules.version < 2:
        return compile_sheet(modules)
    from teikit.transform.saxon import SaxonSheet

    return SaxonSheet(modules)
