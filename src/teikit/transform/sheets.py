"""Stylesheets: which there are, where they may include from, and their compiled forms.

An output is a folder under ``xslt/`` with an entry sheet of the same name
(``html/html.xsl``). Adding a folder adds an output; nothing here needs to change.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from teikit.errors import UsageError
from teikit.resources import data_directory
from teikit.transform.errors import TransformError

SCHEME = "teikit:"
"""What stands before the name of one of our sheets in a user's ``xsl:import``."""

_NO_ACCESS = etree.XSLTAccessControl.DENY_ALL  # type: ignore[attr-defined]
_XSL = "{http://www.w3.org/1999/XSL/Transform}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A stylesheet that is ready to run.

    Attributes:
        path: where its entry sheet is.
        compiled: what lxml made of it. Usable in the thread that compiled it.
        parameters: names of the parameters that it and the sheets it includes declare.
    """

    path: Path
    compiled: etree.XSLT
    parameters: frozenset[str]


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
        _cache.sheets[path] = compile_sheet(path)
    return _cache.sheets[path]


def compile_sheet(path: Path) -> Sheet:
    """Compile a stylesheet, ours or a user's.

    The sheet may include what lies in its own folder and below, and the sheets of teikit, as
    ``teikit:html/html.xsl``; nothing else, and nothing from a network. While it runs it can
    read and write no file at all.

    Args:
        path: the entry sheet.

    Raises:
        TransformError: it cannot be read, is not XSLT 1.0, or includes what it may not.
    """
    resolver = _Resolver([path.resolve().parent, data_directory("xslt").resolve()])
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    parser.resolvers.add(resolver)
    try:
        tree = etree.parse(str(path.resolve()), parser)
        compiled = etree.XSLT(tree, access_control=_NO_ACCESS)
    except OSError as error:
        raise TransformError(
            "the stylesheet cannot be read", place=str(path), hint=f"{error}."
        ) from error
    except (etree.XMLSyntaxError, etree.XSLTParseError) as error:
        raise TransformError(
            f"the stylesheet is not right: {str(error).strip()}",
            place=str(path),
            hint="teikit runs XSLT 1.0; check the sheet, for instance with xsltproc.",
        ) from error
    return Sheet(path, compiled, _parameters(resolver.served))


def _parameters(paths: Iterable[Path]) -> frozenset[str]:
    """The names of all global parameters in some sheets."""
    trees = (etree.parse(str(path)) for path in paths)
    return frozenset(
        name
        for tree in trees
        for element in tree.getroot().iterchildren(f"{_XSL}param")
        if (name := element.get("name"))
    )


class _Resolver(etree.Resolver):
    """Serves sheets from some folders and refuses everything else.

    Attributes:
        served: the files that were read, in order.
    """

    def __init__(self, folders: list[Path]) -> None:
        self.folders = folders
        self.served: list[Path] = []

    def resolve(  # type: ignore[override]
        self,
        system_url: str | None,
        public_id: str | None,
        context: object,
    ) -> object:
        """What lxml calls with the absolute URL of each file that it wants."""
        url = system_url or ""
        path = self._path(url)
        if path is None or not any(path.is_relative_to(folder) for folder in self.folders):
            raise TransformError(
                f"the stylesheet asks for {url}, which it may not read",
                hint="A sheet can include sheets of its own folder, and those of teikit "
                f"as {SCHEME}html/html.xsl.",
            )
        if path not in self.served:
            self.served.append(path)
        return self.resolve_filename(str(path), context)  # type: ignore[attr-defined]

    @staticmethod
    def _path(url: str) -> Path | None:
        if url.startswith(SCHEME):
            return (data_directory("xslt") / url.removeprefix(SCHEME)).resolve()
        if url.startswith("file:"):
            return Path(unquote(urlsplit(url).path)).resolve()
        return None if "://" in url else Path(url).resolve()
