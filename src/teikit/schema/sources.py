"""The files that a schema is made of: each read and parsed once, never from the network."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from teikit.errors import InputError
from teikit.schema.tree import Node


class Sources:
    """Reads schema files and remembers their bytes.

    Attributes:
        files: every file read so far, in the order of reading.
    """

    def __init__(self) -> None:
        self.files: dict[Path, bytes] = {}

    def parse(self, path: Path, ns: str = "") -> Node:
        """The tree of a schema file; ``.rnc`` is the compact syntax, all else the XML syntax.

        Args:
            path: the file.
            ns: the namespace it takes over from a schema that includes it.

        Raises:
            InputError: the file cannot be read.
            SchemaError: it is not RELAX NG.
        """
        path = path.absolute()
        if path not in self.files:
            self.files[path] = _read(path)
        data, base = self.files[path], path.as_uri()
        if path.suffix.lower() == ".rnc":
            from teikit.schema.compact import parse_compact

            return parse_compact(data, str(path), base, ns)
        from teikit.schema.xmlsyntax import parse_xml

        return parse_xml(data, str(path), base, ns)

    def parse_reference(self, node: Node) -> tuple[Path, Node]:
        """The file and the tree that an ``include`` or ``externalRef`` refers to.

        Raises:
            SchemaError: it refers to something that is not a local file.
            InputError: the file cannot be read.
        """
        parts = urlsplit(node.href)
        if parts.scheme != "file":
            raise node.error(
                f'the schema refers to "{node.href}", which is not a local file',
                "Store that file beside the schema and refer to it by its name.",
            )
        path = Path(url2pathname(parts.path))
        try:
            return path, self.parse(path, node.ns)
        except InputError as error:
            if error.place:
                raise
            raise node.error(error.message, error.hint) from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(
            f"the schema {path} cannot be read: {reason}", hint="Check the file's name and rights."
        ) from error
