"""Validation by XML Schema: lxml for the verdict where it can, xmlschema for the messages."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from teikit.schema.errors import SchemaError
from teikit.userschemas.files import stamp
from teikit.userschemas.problem import Problem, sentence

if TYPE_CHECKING:
    from lxml import etree

_ATTRIBUTE = re.compile(r"attribute (?:\{[^}]*\})?([^=\s]+)=")
_MOST = 1000
"""So many problems of one document are told."""


def check(tree: etree._ElementTree, path: Path) -> list[Problem]:
    """Validate a document by an XML Schema. Nothing is fetched.

    Compiled schemas are kept; they are not to be used by several threads at once.

    Args:
        tree: the document.
        path: the schema, version 1.0 or 1.1; what it includes is found on the disk.

    Returns:
        What is wrong, in the order of the document; nothing if it is valid.

    Raises:
        InputError: the schema cannot be read.
        SchemaError: it is no XML Schema, or breaks its rules.
    """
    quick = _libxml2(path, stamp(path))
    if quick is not None and quick.validate(tree):
        return []
    return list(islice(_problems(tree, path), _MOST))


def roots(path: Path) -> set[str]:
    """The elements that a document can begin with: those declared at the top of the schema.

    Raises:
        InputError, SchemaError: as ``check`` does.
    """
    schema = _xmlschema(path, stamp(path))
    return {str(name).rpartition("}")[2] for name in schema.elements}


def _problems(tree: etree._ElementTree, path: Path) -> Iterator[Problem]:
    schema = _xmlschema(path, stamp(path))
    for error in schema.iter_errors(tree):
        child = getattr(error, "invalid_child", None)
        element = error.elem if child is None else child
        line = error.sourceline if child is None else child.sourceline
        yield Problem(line or 0, _message(error, child), _local(getattr(element, "tag", "")))


def _message(error: Any, child: Any) -> str:
    """What is wrong, from the facts of an error: its own words are for programmers."""
    kind = type(error).__name__
    if kind == "XMLSchemaChildrenValidationError":
        parent = _local(error.elem.tag)
        expected = [_local(str(one.name)) for one in error.expected or () if one.name]
        names = " or ".join(f"<{name}>" for name in dict.fromkeys(expected))
        if child is not None:
            after = f"; {names} can" if names else ""
            return sentence(f"<{_local(child.tag)}> cannot stand here in <{parent}>{after}")
        return sentence(f"<{parent}> ends without {names or 'an element that it must hold'}")
    if kind == "XMLSchemaDecodeError":
        attribute = _ATTRIBUTE.match(error.reason or "")
        where = f"@{attribute[1]}: " if attribute else ""
        type_ = error.validator.local_name
        return sentence(f"{where}“{error.obj}” is not a value of the type {type_ or 'asked for'}")
    return sentence(error.reason or error.message)


def _local(tag: Any) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


@lru_cache(maxsize=4)
def _libxml2(path: Path, version: tuple[int, int]) -> etree.XMLSchema | None:
    """The schema as libxml2 compiles it; None if it cannot, as with version 1.1."""
    from lxml import etree

    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    parser.resolvers.add(_local_only())
    try:
        return etree.XMLSchema(etree.parse(str(path), parser))
    except (etree.XMLSchemaParseError, etree.XMLSyntaxError, OSError):
        return None


def _local_only() -> Any:
    """Answers every reference that is not to a file with nothing."""
    from lxml import etree

    base: Any = etree.Resolver

    class LocalOnly(base):  # type: ignore[misc]
        def resolve(self, system_url: str, public_id: str, context: Any) -> Any:
            local = system_url.startswith("file:") or "://" not in system_url
            return None if local else self.resolve_empty(context)

    return LocalOnly()


@lru_cache(maxsize=4)
def _xmlschema(path: Path, version: tuple[int, int]) -> Any:
    """The schema as xmlschema reads it."""
    import xmlschema

    try:
        return _built(path)
    except xmlschema.XMLSchemaParseError as error:
        place = f"{path}:{error.sourceline}" if error.sourceline else str(path)
        message = f"not an XML Schema that can be used: {sentence(error.message)}"
        raise SchemaError(message, hint="Correct the schema.", place=place) from None
    except (xmlschema.XMLSchemaException, OSError, SyntaxError) as error:
        message = f"the XML Schema cannot be read: {sentence(str(error))}"
        raise SchemaError(message, hint="Correct the schema.", place=str(path)) from None


def _built(path: Path) -> Any:
    """The schema by version 1.0, or by 1.1 if that does not do."""
    import xmlschema

    # A missing import is no mistake (it is a hint), a missing include is one.
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            schema: Any = xmlschema.XMLSchema10(path, allow="local", defuse="always")
        except xmlschema.XMLSchemaParseError:
            warned.clear()
            schema = xmlschema.XMLSchema11(path, allow="local", defuse="always")
    for warning in warned:
        if issubclass(warning.category, xmlschema.XMLSchemaIncludeWarning):
            raise SchemaError(
                sentence(str(warning.message)),
                hint="Put that file beside the schema.",
                place=str(path),
            )
    return schema
