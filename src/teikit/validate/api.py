"""Validates documents: reads them, finds their schema, and has them checked."""

from __future__ import annotations

import os
from collections.abc import Collection
from copy import copy
from typing import TYPE_CHECKING, TypeAlias

from teikit.errors import UsageError
from teikit.parse import DEFAULT_LIMITS, Limits, NotWellFormedError, name_of, parse_bytes, read
from teikit.validate.against.choose import Chooser
from teikit.validate.codes import NOT_WELL_FORMED
from teikit.validate.finding import Finding, Report

if TYPE_CHECKING:
    from lxml import etree

    from teikit.validate.beyond import Beyond

__all__ = ["Source", "Validator", "families"]

Source: TypeAlias = "str | os.PathLike[str] | bytes | etree._Element | etree._ElementTree"

_BY_SCHEMA = frozenset({"grammar", "ids", "rules"})


def families() -> tuple[str, ...]:
    """The families of checks; the first two together are what jing judges."""
    from teikit.checks.codes import FAMILIES

    return "grammar", "ids", "rules", *FAMILIES


class Validator:
    """Validates documents; each schema is read and compiled only once.

    Not to be shared between threads.

    Args:
        schema: ``"tei_all"`` for the whole of TEI P5, the name of a schema in the store, the path
            of a ``.rng``, ``.rnc``, ``.xsd``, ``.dtd`` or ``.sch`` file, or the address of one that
            is in the store. ``None``: what each document declares, if that is in the store or a
            local file, else the whole of TEI P5.
        checks: families of checks to make, of ``families()``; ``all`` stands for all of them.
        profile: what an archive asks for: ``archive``, or the path of a profile of your own.
        limits: what a document may ask for.
        fetch: whether to fetch schemas that are named by an address and not in the store, and
            keep them there; otherwise nothing is ever fetched.

    Raises:
        InputError: the schema cannot be read.
        SchemaError: the schema breaks a rule of its language.
        UsageError: there is no such check or no such schema.
    """

    def __init__(
        self,
        schema: str | os.PathLike[str] | None = None,
        *,
        checks: Collection[str] = ("grammar", "ids"),
        profile: str | os.PathLike[str] = "",
        limits: Limits | None = None,
        fetch: bool = False,
    ) -> None:
        chosen = _known(checks)
        self._limits = limits or DEFAULT_LIMITS
        self._chooser = Chooser(None if schema is None else os.fspath(schema), chosen, fetch=fetch)
        self._beyond = _beyond(chosen - _BY_SCHEMA, profile)

    @property
    def limits(self) -> Limits:
        """What a document may ask for."""
        return self._limits

    def twin(self) -> Validator:
        """A validator like this one, for another thread."""
        other = copy(self)
        other._chooser = self._chooser.twin()
        return other

    def validate(self, source: Source, name: str = "") -> Report:
        """Validate one document.

        Args:
            source: a path, ``"-"`` for standard input, the bytes of a document, or a tree that
                lxml has parsed.
            name: how to call bytes in the report; references to files start from its folder.

        Raises:
            InputError: the document cannot be read, or is no XML at all.
            SchemaError: the schema that the document declares cannot be used.
        """
        if isinstance(source, str | os.PathLike | bytes):
            return self._validate_bytes(read(source, self._limits), name or name_of(source))
        root = source.getroot() if hasattr(source, "getroot") else source
        return self._report(root, b"", name or root.base or "")

    def _validate_bytes(self, data: bytes, name: str) -> Report:
        try:
            tree = parse_bytes(data, name, self._limits)
        except NotWellFormedError as error:
            return Report(name, self._chooser.name, (_not_well_formed(error, data, name),))
        return self._report(tree.getroot(), data, name)

    def _report(self, root: etree._Element, data: bytes, name: str) -> Report:
        choice = self._chooser.choose(root)
        found = choice.checker.findings(root, data, name)
        if choice.rules or self._beyond is not None:
            from teikit.validate.beyond import merge

            beyond = [finding for rules in choice.rules for finding in rules.findings(root, name)]
            if self._beyond is not None:
                beyond += self._beyond.findings(root, data, name)
            found = merge(found, beyond)
        return Report(name, choice.checker.name, found, choice.reason)


def _known(checks: Collection[str]) -> frozenset[str]:
    """The families that are meant, if there are such."""
    chosen = frozenset(checks)
    if chosen <= _BY_SCHEMA:
        return chosen
    known = families()
    unknown = sorted(chosen - {*known, "all"})
    if unknown:
        raise UsageError(
            f"there is no check “{unknown[0]}”", hint=f"There are all, {', '.join(known)}."
        )
    return frozenset(known) if "all" in chosen else chosen


def _beyond(chosen: frozenset[str], profile: str | os.PathLike[str]) -> Beyond | None:
    """The checks that need no schema; ``None`` where none are asked for."""
    if not chosen and not profile:
        return None
    from teikit.checks.profile import load
    from teikit.validate.beyond import Beyond

    return Beyond(chosen, load(os.fspath(profile)) if profile else None)


def _not_well_formed(error: NotWellFormedError, data: bytes, name: str) -> Finding:
    from teikit.validate.events import Place
    from teikit.validate.source import Lines
    from teikit.wellformed import encoding_of

    code = NOT_WELL_FORMED
    place = Place(error.line, error.column)
    excerpt, left_out = Lines.of(data, encoding_of(data)).excerpt(place)
    return Finding(
        code=code.code,
        rule=code.rule,
        severity=code.severity,
        message=error.message,
        hint=error.hint,
        file=name,
        line=error.line,
        column=error.column,
        excerpt=excerpt,
        excerpt_offset=left_out,
    )
