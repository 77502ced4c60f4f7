"""Loading Schematron: a schema file, the rules in a RELAX NG schema, or a folder of rules."""

from __future__ import annotations

import os
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from teikit.schematron.embedded import has_rules, read_embedded
from teikit.schematron.errors import SchematronError
from teikit.schematron.expand import Includer
from teikit.schematron.markup import is_schematron, local_name, place_of
from teikit.schematron.model import Content
from teikit.schematron.read import read_schema
from teikit.schematron.schema import Schema

if TYPE_CHECKING:
    from lxml import etree

SchemaSource: TypeAlias = "str | os.PathLike[str] | bytes | etree._ElementTree | etree._Element"
"""A path, the bytes of a schema, or a schema that has been parsed; that is not changed."""


def load(source: SchemaSource) -> Schema:
    """Load a schema: a Schematron schema, or a RELAX NG schema (XML syntax) with rules in it.

    Only local files are read, and of them only those in the schema's own folder or below it.

    Raises:
        SchematronError: it is neither, or breaks the rules of ISO Schematron.
        InputError: it cannot be read, or is no well-formed XML.
    """
    return Schema([_content(source)])


def load_rules(folder: str | os.PathLike[str]) -> Schema:
    """Load all schemas (``*.sch``) of a folder, in the order of their names, as one.

    Raises:
        SchematronError: there are none, or one of them breaks the rules of ISO Schematron.
        InputError: one of them cannot be read.
    """
    files = sorted(Path(folder).glob("*.sch"))
    if not files:
        raise SchematronError(
            "there are no rules in this folder",
            place=os.fspath(folder),
            hint="Their files must have names that end in .sch.",
        )
    return Schema([_content(file) for file in files])


def _content(source: SchemaSource) -> Content:
    from lxml import etree

    from teikit.parse import parse

    if isinstance(source, etree._ElementTree | etree._Element):
        tree = deepcopy(source.getroottree() if isinstance(source, etree._Element) else source)
        file = Path(tree.docinfo.URL) if tree.docinfo.URL else None
    else:
        tree = parse(source)
        file = None if isinstance(source, bytes) else Path(source)
    root = tree.getroot()
    if file is not None:
        file = file.resolve()
    Includer(file.parent if file else None).expand(root, file, (file,) if file else ())
    if is_schematron(root) and local_name(root) == "schema":
        return read_schema(root)
    if has_rules(root):
        return read_embedded(root)
    raise SchematronError(
        f"this is no Schematron schema: it begins with <{local_name(root)}>",
        place=str(place_of(root)),
        hint="A schema begins with <schema> of http://purl.oclc.org/dsdl/schematron, "
        "or is RELAX NG with rules in it.",
    )
