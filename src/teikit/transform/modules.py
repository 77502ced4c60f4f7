"""The files of a stylesheet: the entry sheet, and what it includes and imports."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from teikit.resources import data_directory
from teikit.transform.errors import TransformError

SCHEME = "teikit:"
"""What stands before the name of one of our sheets in a user's ``xsl:import``."""

XSL = "{http://www.w3.org/1999/XSL/Transform}"
_INCLUDES = (f"{XSL}include", f"{XSL}import")
_PARAMETERS = "parameters.xsl"
_ROOTS = (f"{XSL}stylesheet", f"{XSL}transform", f"{XSL}package")


class Modules:
    """A stylesheet with all its modules, none of which lies where it may not.

    Attributes:
        path: the entry sheet.
        ours: whether it is one of teikit's.
        entry: the entry sheet, parsed.
        version: the version of XSLT that it asks for.
        files: all modules, in the order in which they are met.
        parameters: names of the global parameters that they declare.
        method: what the sheet says it makes (``html``, ``text``, ``xml``); empty if it does not.
        strips: whether it strips white space from its document.
    """

    def __init__(self, path: Path, *, ours: bool = False) -> None:
        """Read the modules.

        Args:
            path: the entry sheet.
            ours: whether it is one of teikit's, which include nothing that they may not and
                declare their parameters in ``parameters.xsl``: no other module is read then.

        Raises:
            TransformError: one cannot be read, is no stylesheet, or lies where it may not.
        """
        self.path = path
        self.ours = ours
        self._folders = [path.resolve().parent, data_directory("xslt").resolve()]
        self.files: dict[Path, etree._ElementTree] = {}
        self._read(path.resolve(), str(path))
        self.entry = next(iter(self.files.values()))
        self.version = self._version()
        self.parameters = frozenset(
            name
            for tree in self.files.values()
            for element in tree.getroot().iterchildren(f"{XSL}param")
            if (name := element.get("name"))
        )
        methods = (
            element.get("method", "")
            for tree in self.files.values()
            for element in tree.getroot().iterchildren(f"{XSL}output")
        )
        self.method = next(filter(None, methods), "")
        self.strips = any(
            tree.getroot().find(f"{XSL}strip-space") is not None for tree in self.files.values()
        )

    def find(self, url: str, place: str) -> Path:
        """The file behind the address of a module.

        Raises:
            TransformError: it may not be read.
        """
        path = _path(url)
        if path is None or not any(path.is_relative_to(folder) for folder in self._folders):
            raise TransformError(
                f"the stylesheet asks for {url}, which it may not read",
                place=place,
                hint="A sheet can include sheets of its own folder, and those of teikit "
                f"as {SCHEME}html/html.xsl.",
            )
        return path

    def _read(self, path: Path, place: str) -> None:
        self.files[path] = tree = _parse(path, place)
        for element in tree.getroot().iterchildren(*_INCLUDES):
            href = element.get("href", "")
            if self.ours and href != _PARAMETERS:
                continue
            here = f"{self.shown(path)}:{element.sourceline}"
            url = href if href.startswith(SCHEME) else urljoin(path.as_uri(), href)
            if (module := self.find(url, here)) not in self.files:
                self._read(module, here)

    def shown(self, path: Path) -> str:
        """A file's name for messages: the entry sheet's as it was given."""
        return str(self.path) if path == self.path.resolve() else str(path)

    def _version(self) -> float:
        root = self.entry.getroot()
        version = root.get("version" if root.tag in _ROOTS else f"{XSL}version", "")
        try:
            return float(version)
        except ValueError:
            raise TransformError(
                f"the stylesheet’s version “{version}” is no number",
                place=f"{self.path}:{root.sourceline}",
                hint='Write <xsl:stylesheet version="1.0" …>.',
            ) from None


def _parse(path: Path, place: str) -> etree._ElementTree:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.parse(str(path), parser)
    except OSError as error:
        raise TransformError(
            f"the stylesheet {path.name} cannot be read",
            place=place,
            hint="Check that there is such a file, and that it may be read.",
        ) from error
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise TransformError(
            f"the stylesheet is not well-formed XML: {error.msg.partition(', line')[0]}",
            place=f"{path}:{line}:{column}",
            hint="Mend it like any other XML.",
        ) from error
    root = tree.getroot()
    if root.tag not in _ROOTS and root.get(f"{XSL}version") is None:
        raise TransformError(
            f"this is not a stylesheet: its root element is <{etree.QName(root).localname}>",
            place=f"{path}:{root.sourceline}",
            hint=f'Begin it with <xsl:stylesheet version="1.0" xmlns:xsl="{XSL[1:-1]}">.',
        )
    return tree


def _path(url: str) -> Path | None:
    if url.startswith(SCHEME):
        return (data_directory("xslt") / url.removeprefix(SCHEME)).resolve()
    if url.startswith("file:"):
        return Path(unquote(urlsplit(url).path)).resolve()
    return None if "://" in url else Path(url).resolve()
