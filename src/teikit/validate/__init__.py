"""Validation: a verdict, then an explanation.

This module stays light, so that ``import teikit`` does: what needs lxml is imported when used.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

    from teikit.parse import Limits
    from teikit.validate.finding import Report

__all__ = ["validate"]


def validate(
    source: str | os.PathLike[str] | bytes | etree._Element | etree._ElementTree,
    schema: str | os.PathLike[str] | None = None,
    *,
    checks: Collection[str] = ("grammar", "ids"),
    profile: str | os.PathLike[str] = "",
    limits: Limits | None = None,
) -> Report:
    """Validate a TEI document.

    For many documents make one :class:`teikit.validate.api.Validator`.

    Args:
        source: a path, ``"-"`` for standard input, the bytes of a document, or a tree that lxml
            has parsed. Findings in a tree have the line as lxml knows it, and no column.
        schema: ``"tei_all"`` for the whole of TEI P5, the name of a schema in the store, the path
            of a ``.rng``, ``.rnc``, ``.xsd``, ``.dtd`` or ``.sch`` file, or the address of one that
            is in the store. ``None``: what the document declares, if that is in the store or a
            local file, else the whole of TEI P5; the report says which.
        checks: families of checks to make, of ``grammar``, ``ids`` (these two are what jing
            judges), ``rules``, ``links``, ``dates``, ``languages``, ``namespace``, ``encoding``,
            ``content`` and ``header``; ``all`` stands for all of them.
        profile: what an archive asks for: ``archive``, or the path of a profile of your own.
        limits: what the document may ask for; the default is ``teikit.parse.DEFAULT_LIMITS``.

    Returns:
        The report; a document that is not well-formed has one finding that says so.

    Raises:
        InputError: the document cannot be read, or is no XML at all.
        SchemaError: the schema breaks a rule of its language.
        UsageError: there is no such check or no such schema.
    """
    from teikit.validate.api import Validator

    return Validator(schema, checks=checks, profile=profile, limits=limits).validate(source)
