"""The edition that is shown: made anew when a file on which it depends has changed."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from teikit.errors import TeikitError
from teikit.parse import parse
from teikit.serve.pages import error_page, live_page
from teikit.tei import tei
from teikit.transform.modules import Modules
from teikit.transform.run import Transformation

IMAGES: Mapping[str, str] = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


@dataclass(frozen=True, slots=True)
class View:
    """What a reader gets.

    Attributes:
        page: HTML.
        error: whether it says why there is no edition.
    """

    page: str
    error: bool


class Edition:
    """A document as HTML, up to date.

    Args:
        document: the path of a TEI file.
        parameters: as for :func:`teikit.transform.transform`.
        stylesheet: as for :func:`teikit.transform.transform`.
    """

    def __init__(
        self,
        document: Path,
        parameters: Mapping[str, object] | None = None,
        stylesheet: Path | None = None,
    ) -> None:
        self.document = document
        self._parameters = parameters
        self._stylesheet = stylesheet
        self._watched = {document, *([stylesheet] if stylesheet else [])}
        self._lock = threading.Lock()
        self._made: tuple[str, View] | None = None

    def version(self) -> str:
        """What changes when a file does on which the page depends."""
        return "-".join(_stamp(path) for path in sorted(self._watched))

    def view(self) -> View:
        """The page as the files are now, or one that says what is wrong with them."""
        with self._lock:
            self._find_modules()
            version = self.version()
            if self._made is None or self._made[0] != version:
                self._made = version, self._make(version)
            return self._made[1]

    def image(self, address: str) -> Path | None:
        """The file of an image that the document shows from beside itself; no other file.

        Args:
            address: the path in the request, decoded, without the first slash.
        """
        folder = self.document.resolve().parent
        path = (folder / address).resolve()
        if path.suffix.lower() not in IMAGES or not path.is_relative_to(folder):
            return None
        return path if path.is_file() and address in self._graphics() else None

    def _graphics(self) -> set[str]:
        """The addresses of the document's images."""
        try:
            tree = parse(self.document)
        except TeikitError:
            return set()
        found = {element.get("url", "") for element in tree.iter(tei("graphic"))}
        return {os.path.normpath(unquote(url)) for url in found if url}

    def _find_modules(self) -> None:
        """Watch what the stylesheet includes; while it is broken, what it did before."""
        if self._stylesheet is None:
            return
        try:
            self._watched |= set(Modules(self._stylesheet).files)
        except TeikitError as error:
            # The place may be a module that has just come to it.
            named = Path(error.place.partition(":")[0])
            self._watched |= {named} if named.is_file() else set()

    def _make(self, version: str) -> View:
        try:
            transformation = Transformation.of("html", self._parameters, self._stylesheet)
            result = transformation.result(self.document)
        except TeikitError as error:
            return View(error_page(error, self.document.name, version), error=True)
        return View(live_page(result, self.document.name, version), error=False)


def _stamp(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return "none"
    return f"{status.st_mtime_ns:x}.{status.st_size:x}"
