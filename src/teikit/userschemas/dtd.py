"""Validation by a DTD, with lxml."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from teikit.schema.errors import SchemaError
from teikit.userschemas.files import stamp
from teikit.userschemas.problem import Problem, sentence

if TYPE_CHECKING:
    from lxml import etree

_ELEMENT = re.compile(r"[Ee]lement (?:with name )?(\S+)")


def check(tree: etree._ElementTree, path: Path) -> list[Problem]:
    """Validate a document by a DTD. Nothing is fetched.

    Compiled DTDs are kept; they are not to be used by several threads at once.

    Args:
        tree: the document.
        path: the DTD; its parameter entities are found beside it.

    Returns:
        What is wrong, in the order of the document; nothing if it is valid.

    Raises:
        InputError: the DTD cannot be read.
        SchemaError: it is no DTD.
    """
    dtd = _compiled(path, stamp(path))
    if dtd.validate(tree):
        return []
    problems = [
        Problem(max(entry.line, 0), sentence(entry.message), _element(entry.message))
        for entry in dtd.error_log.filter_from_errors()
    ]
    return sorted(problems, key=lambda problem: problem.line)


def roots(path: Path) -> set[str]:
    """The elements that a DTD declares: each can begin a document.

    Raises:
        InputError, SchemaError: as ``check`` does.
    """
    return {element.name for element in _compiled(path, stamp(path)).iterelements()}


@lru_cache(maxsize=4)
def _compiled(path: Path, version: tuple[int, int]) -> Any:
    from lxml import etree

    try:
        dtd: Any = etree.DTD(file=str(path))
    except etree.DTDParseError as error:
        first = next(iter(error.error_log), None)
        place = f"{path}:{first.line}" if first else str(path)
        message = f"not a DTD: {sentence(first.message if first else str(error))}"
        raise SchemaError(message, hint="Correct that line.", place=place) from None
    for entry in dtd.error_log:
        # libxml2 only warns; without the missing file everything in it would be an error.
        if entry.type_name.startswith("IO_"):
            raise SchemaError(
                f"a part of the DTD is missing: {sentence(entry.message)}",
                hint="Put that file where the DTD says, beside it.",
                place=f"{path}:{entry.line}",
            )
    if next(dtd.iterelements(), None) is None:
        raise SchemaError(
            "the DTD declares no elements", hint="Name its main file.", place=str(path)
        )
    return dtd


def _element(message: str) -> str:
    found = _ELEMENT.search(message)
    return found[1].rstrip(":").rpartition(":")[2] if found else ""
