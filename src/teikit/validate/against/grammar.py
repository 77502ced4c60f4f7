"""Checks documents against RELAX NG: the verdict first, then the explanation of mistakes."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from teikit.schema.errors import SchemaError
from teikit.schema.ids import IdTypes, id_types
from teikit.schema.store import SHIPPED, load
from teikit.schema.survey import Survey, survey
from teikit.validate.uniqueness import Uniqueness
from teikit.validate.verdict import Verdict

if TYPE_CHECKING:
    from lxml import etree

    from teikit.validate.against.rules import Rules
    from teikit.validate.expectations import Expectations
    from teikit.validate.finding import Finding
    from teikit.validate.problems import Problem


class GrammarChecker:
    """Checks documents against a RELAX NG schema; a ``Checker``.

    Args:
        schema: ``"tei_all"``, or the path of a ``.rng`` or ``.rnc`` file.
        checks: ``grammar``, ``ids``, both or neither; others are passed over.
        rules: the Schematron rules that belong to the schema.

    Raises:
        InputError: the schema cannot be read.
        SchemaError: the schema breaks a rule of RELAX NG.
    """

    def __init__(
        self, schema: str | Path, checks: Collection[str], rules: Rules | None = None
    ) -> None:
        self.name = str(schema)
        self.rules = rules
        self._checks = frozenset(checks)
        self._grammar = load(schema)
        self._verdict = Verdict(self._grammar)

    @cached_property
    def _types(self) -> IdTypes:
        return id_types(self._grammar) if "ids" in self._checks else {}

    @cached_property
    def _uniqueness(self) -> Uniqueness:
        return Uniqueness(self._types)

    def twin(self) -> GrammarChecker:
        """A checker like this one, for another thread."""
        other = copy(self)
        other._verdict = Verdict(self._grammar)
        for name in ("_expectations", "_uniqueness"):
            other.__dict__.pop(name, None)
        return other

    def findings(self, root: etree._Element, data: bytes, file: str) -> tuple[Finding, ...]:
        """What is wrong, in the order of the document.

        Args:
            root: the document's root element.
            data: its bytes; empty where they are not known.
            file: its path or name.

        Raises:
            SchemaError: the schema is nested too deeply.
        """
        seen = survey(root)
        good = "grammar" not in self._checks or self._verdict.valid(root, seen)
        if good and self._ids_hold(root, seen):
            return ()
        return self._explain(root, data, file)

    def _ids_hold(self, root: etree._Element, seen: Survey) -> bool:
        if "ids" not in self._checks:
            return True
        # To look for ID-types in all of TEI takes longer than to check a document.
        if self.name in SHIPPED and seen.ids_differ:
            return True
        return self._uniqueness.holds(root, seen)

    @cached_property
    def _expectations(self) -> Expectations:
        from teikit.validate.derivative import Derivatives
        from teikit.validate.expectations import Expectations

        return Expectations(Derivatives(self._grammar))

    def _explain(self, root: etree._Element, data: bytes, file: str) -> tuple[Finding, ...]:
        from teikit.validate.explain import Explainer
        from teikit.validate.explain.telling import Setting
        from teikit.validate.source import Lines
        from teikit.validate.usage import Usage

        encoding = root.getroottree().docinfo.encoding or "UTF-8"
        expectations = self._expectations.for_document(Usage(root))
        try:
            problems = self._problems(root, data, encoding, expectations)
        except RecursionError:
            raise SchemaError("the schema is nested too deeply", place=self.name) from None
        language = "TEI" if self.name in SHIPPED else "this schema"
        explainer = Explainer(Setting(expectations, language), Lines.of(data, encoding), file)
        return tuple(explainer.explain(problem) for problem in problems)

    def _problems(
        self, root: etree._Element, data: bytes, encoding: str, expectations: Expectations
    ) -> list[Problem]:
        from teikit.validate.diagnose import Diagnosis
        from teikit.validate.events import NotReadableError, read_events, tree_events
        from teikit.validate.identifiers import Identifiers

        diagnosis = Diagnosis(expectations, Identifiers(self._types))
        try:
            if data:
                read_events(data, encoding, diagnosis)
        except NotReadableError:
            diagnosis, data = Diagnosis(expectations, Identifiers(self._types)), b""
        if not data:
            tree_events(root, diagnosis)
        problems = diagnosis.finish()
        if "grammar" not in self._checks:
            return [problem for problem in problems if problem.kind in ("id", "idref")]
        return problems
