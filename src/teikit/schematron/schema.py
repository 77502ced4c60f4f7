"""A Schematron schema that documents can be checked against."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from teikit.errors import UsageError
from teikit.schematron.findings import RuleFinding
from teikit.schematron.model import Content, Pattern
from teikit.schematron.plan import PatternPlan

if TYPE_CHECKING:
    from datetime import datetime

    from lxml import etree

ALL_PHASES = "#ALL"


class Schema:
    """Rules in the order of their schema; several schemas can be taken together.

    What is worked out about a rule when a document first needs it is kept, so a schema should be
    loaded once for many documents.

    Args:
        contents: the schemas, which keep their own namespaces, variables and query languages.
    """

    def __init__(self, contents: Iterable[Content]) -> None:
        self._contents = tuple(contents)
        self._plans: dict[int, PatternPlan] = {}

    @property
    def title(self) -> str:
        """The title of the first schema that has one, or ``""``."""
        return next((content.title for content in self._contents if content.title), "")

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """All patterns."""
        return tuple(pattern for content in self._contents for pattern in content.patterns)

    @property
    def phases(self) -> tuple[str, ...]:
        """The ids of the phases."""
        return tuple(phase for content in self._contents for phase in content.phases)

    def check(
        self,
        tree: etree._ElementTree | etree._Element,
        *,
        phase: str = "",
        now: datetime | None = None,
        fast: bool = True,
    ) -> list[RuleFinding]:
        """Check a document.

        Args:
            tree: the document; of an element the whole document that it is in.
            phase: the phase to run, ``"#ALL"`` for all patterns, ``""`` for the schema's default.
            now: a point in time with its zone, for rules that ask for the date. Without it they are
                not run, so that findings do not change from day to day.
            fast: whether libxml2 runs what it can; without it elementpath runs everything, with
                the same findings.

        Returns:
            The findings by line, those of one line in the order of the schema.

        Raises:
            UsageError: there is no such phase.
        """
        from lxml import etree

        from teikit.schematron.document import Document
        from teikit.schematron.run import check_pattern

        whole = tree.getroottree() if isinstance(tree, etree._Element) else tree
        document = Document(whole, now, fast)
        findings: list[RuleFinding] = []
        for pattern in self._active(phase):
            plan = self._plans.get(id(pattern))
            if plan is None:
                plan = self._plans[id(pattern)] = PatternPlan(pattern)
            findings.extend(check_pattern(document, plan))
        return sorted(findings, key=lambda finding: finding.line)

    def _active(self, name: str) -> Iterable[Pattern]:
        if name and name != ALL_PHASES and name not in self.phases:
            known = ", ".join(self.phases)
            raise UsageError(
                f'the schema has no phase "{name}"',
                hint=f"Its phases are {known}." if known else "It has no phases at all.",
            )
        for content in self._contents:
            chosen = name or content.default_phase or ALL_PHASES
            phase = content.phases.get(chosen)
            for pattern in content.patterns:
                if chosen == ALL_PHASES or (phase and pattern.id in phase.active):
                    yield pattern
