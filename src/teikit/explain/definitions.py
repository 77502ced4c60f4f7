"""The definitions of the TEI grammar: elements, classes, macros and datatypes by their names.

They are what ``schema/`` says, file by file, before anything is resolved: an explanation speaks
of classes, which the simple form no longer has.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from teikit.explain.pattern import Pattern, of_json, of_node

FORMAT = 2
"""Version of what ``dumps`` writes; a cache made by another version is not used."""


class Part(NamedTuple):
    """What one module says of a name.

    Attributes:
        module: the module, by the name of its file.
        gloss: the documentation; may be empty.
        pattern: the pattern.
    """

    module: str
    gloss: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Definition:
    """All that the modules say of a name.

    Attributes:
        name: the name of the definition.
        parts: what each module says, in the order of the modules.
    """

    name: str
    parts: tuple[Part, ...]

    @property
    def gloss(self) -> str:
        """What it is, in a sentence."""
        return next((part.gloss for part in self.parts if part.gloss), "")

    @property
    def module(self) -> str:
        """The module that it belongs to: that which says what it is."""
        return next((part.module for part in self.parts if part.gloss), self.parts[0].module)

    @property
    def element(self) -> Pattern | None:
        """The element pattern, if an element of that name is defined."""
        patterns = (part.pattern for part in self.parts)
        return next((p for p in patterns if p.kind == "element" and p.name), None)


Definitions = Mapping[str, Definition]


def read(folder: Path) -> Definitions:
    """Read the definitions out of the modules of a grammar.

    Args:
        folder: where the modules are, one ``.rnc`` file each.

    Raises:
        InputError: a file cannot be read.
        SchemaError: a file is not RELAX NG.
    """
    from teikit.schema.sources import Sources

    sources = Sources()
    parts: dict[str, list[Part]] = {}
    for file in modules(folder):
        for node in sources.parse(file).children:
            if node.kind == "define":
                part = Part(file.stem, " ".join(node.doc.split()), of_node(node.children[0]))
                parts.setdefault(node.name, []).append(part)
    return _table(parts)


def modules(folder: Path) -> list[Path]:
    """The files of a grammar's modules, in the order of the Guidelines' chapters."""
    rows = (folder / "modules.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [folder / f"{row.partition(chr(9))[0]}.rnc" for row in rows]


def dumps(definitions: Definitions) -> bytes:
    """The definitions as JSON; the same definitions always give the same bytes."""
    table = {name: definition.parts for name, definition in definitions.items()}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()


def loads(data: bytes) -> Definitions:
    """The definitions that ``dumps`` wrote.

    Raises:
        ValueError, TypeError, AttributeError: it did not write them.
    """
    return _table(
        {
            name: [Part(module, gloss, of_json(pattern)) for module, gloss, pattern in parts]
            for name, parts in json.loads(data).items()
        }
    )


def _table(parts: Mapping[str, list[Part]]) -> Definitions:
    return {name: Definition(name, tuple(found)) for name, found in parts.items()}
