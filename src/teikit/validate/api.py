"""Validates documents: reads them, asks for the verdict, and has mistakes explained."""

from __future__ import annotations

import os
from collections.abc import Collection
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from teikit.checks.codes import FAMILIES
from teikit.errors import UsageError
from teikit.parse import DEFAULT_LIMITS, Limits, NotWellFormedError, name_of, parse_bytes, read
from teikit.schema.errors import SchemaError
from teikit.schema.ids import id_types
from teikit.schema.store import SHIPPED, load
from teikit.validate.codes import NOT_WELL_FORMED
from teikit.validate.finding import Finding, Report
from teikit.validate.uniqueness import Uniqueness
from teikit.validate.verdict import Verdict

if TYPE_CHECKING:
    from lxml import etree

    from teikit.validate.beyond import Beyond
    from teikit.validate.expectations import Expectations
    from teikit.validate.problems import Problem

__all__ = ["CHECKS", "Source", "Validator"]

Source: TypeAlias = "str | os.PathLike[str] | bytes | etree._Element | etree._ElementTree"

CHECKS = ("grammar", "ids", "rules", *FAMILIES)
"""The families of checks; the first two together are what jing judges."""


class Validator:
    """Validates documents against one schema, which is read and compiled only once.

    Not to be shared between threads.

    Args:
        schema: ``"tei_all"`` for the whole of TEI P5, or the path of a ``.rng`` or ``.rnc`` file.
        checks: families of checks to make, of ``CHECKS``; ``all`` stands for all of them.
        profile: what an archive asks for: ``archive``, or the path of a profile of your own.
        limits: what a document may ask for.

    Raises:
        InputError: the schema cannot be read.
        SchemaError: the schema breaks a rule of RELAX NG.
        UsageError: there is no such check.
    """

    def __init__(
        self,
        schema: str | os.PathLike[str] = "tei_all",
        *,
        checks: Collection[str] = ("grammar", "ids"),
        profile: str | os.PathLike[str] = "",
        limits: Limits | None = None,
    ) -> None:
        unknown = sorted(set(checks) - {*CHECKS, "all"})
        if unknown:
            raise UsageError(
                f"there is no check “{unknown[0]}”", hint=f"There are all, {', '.join(CHECKS)}."
            )
        self.schema = os.fspath(schema)
        self._checks = frozenset(CHECKS if "all" in checks else checks)
        self._limits = limits or DEFAULT_LIMITS
        self._grammar = load(self.schema if self.schema in SHIPPED else Path(self.schema))
        self._verdict = Verdict(self._grammar)
        self._types = id_types(self._grammar) if "ids" in self._checks else {}
        self._uniqueness = Uniqueness(self._types)
        self._beyond = self._checks_beyond(profile)

    def _checks_beyond(self, profile: str | os.PathLike[str]) -> Beyond | None:
        """The checks that are not the grammar's; ``None`` where none are asked for."""
        families = self._checks - {"grammar", "ids"}
        if not families and not profile:
            return None
        from teikit.checks.profile import load as load_profile
        from teikit.validate.beyond import Beyond

        return Beyond(
            families,
            rules=self.schema in SHIPPED,
            profile=load_profile(os.fspath(profile)) if profile else None,
        )

    def twin(self) -> Validator:
        """A validator like this one, for another thread."""
        other = copy(self)
        other._verdict = Verdict(self._grammar)
        other._uniqueness = Uniqueness(self._types)
        other.__dict__.pop("_expectations", None)
        return other

    def validate(self, source: Source) -> Report:
        """Validate one document.

        Args:
            source: a path, ``"-"`` for standard input, the bytes of a document, or a tree that
                lxml has parsed.

        Raises:
            InputError: the document cannot be read, or is no XML at all.
        """
        if isinstance(source, str | os.PathLike | bytes):
            return self._validate_bytes(read(source, self._limits), name_of(source))
        root = source.getroot() if hasattr(source, "getroot") else source
        name = root.base or ""
        return Report(name, self.schema, self._findings(root, b"", name))

    def _validate_bytes(self, data: bytes, name: str) -> Report:
        try:
            tree = parse_bytes(data, name, self._limits)
        except NotWellFormedError as error:
            return Report(name, self.schema, (_not_well_formed(error, data, name),))
        return Report(name, self.schema, self._findings(tree.getroot(), data, name))

    def _findings(self, root: etree._Element, data: bytes, name: str) -> tuple[Finding, ...]:
        found = self._grammar_findings(root, data, name)
        if self._beyond is None:
            return found
        from teikit.validate.beyond import merge

        return merge(found, self._beyond.findings(root, data, name))

    def _grammar_findings(
        self, root: etree._Element, data: bytes, name: str
    ) -> tuple[Finding, ...]:
        good = "grammar" not in self._checks or self._verdict.valid(root)
        if good and self._uniqueness.holds(root):
            return ()
        return self._explain(root, data, name)

    @cached_property
    def _expectations(self) -> Expectations:
        from teikit.validate.derivative import Derivatives
        from teikit.validate.expectations import Expectations

        return Expectations(Derivatives(self._grammar))

    def _explain(self, root: etree._Element, data: bytes, name: str) -> tuple[Finding, ...]:
        from teikit.validate.explain import Explainer
        from teikit.validate.explain.telling import Setting
        from teikit.validate.source import Lines
        from teikit.validate.usage import Usage

        encoding = root.getroottree().docinfo.encoding or "UTF-8"
        expectations = self._expectations.for_document(Usage(root))
        try:
            problems = self._problems(root, data, encoding, expectations)
        except RecursionError:
            raise SchemaError("the schema is nested too deeply", place=self.schema) from None
        language = "TEI" if self.schema in SHIPPED else "this schema"
        explainer = Explainer(Setting(expectations, language), Lines.of(data, encoding), name)
        return tuple(explainer.explain(problem) for problem in problems)

    def _problems(
        self, root: etree._Element, data: bytes, encoding: str, expectations: Expectations
    ) -> list[Problem]:
        from teikit.validate.diagnose import Diagnosis
        from teikit.validate.events import read_events, tree_events
        from teikit.validate.identifiers import Identifiers

        diagnosis = Diagnosis(expectations, Identifiers(self._types))
        if data:
            read_events(data, encoding, diagnosis)
        else:
            tree_events(root, diagnosis)
        problems = diagnosis.finish()
        if "grammar" not in self._checks:
            return [problem for problem in problems if problem.kind in ("id", "idref")]
        return problems


def _not_well_formed(error: NotWellFormedError, data: bytes, name: str) -> Finding:
    from teikit.validate.source import Lines

    code = NOT_WELL_FORMED
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    return Finding(
        code=code.code,
        rule=code.rule,
        severity=code.severity,
        message=error.message,
        hint=error.hint,
        file=name,
        line=error.line,
        column=error.column,
        excerpt=Lines.of(data, encoding).line(error.line),
    )
