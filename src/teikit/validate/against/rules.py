"""Checks documents against Schematron rules: TEI's own, or those of a user's schema."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from teikit.resources import data_directory
from teikit.validate.codes import OWN_RULE_BROKEN, RULE_BROKEN, RULE_NOT_RUN, Code
from teikit.validate.finding import Finding, Severity

if TYPE_CHECKING:
    from lxml import etree

    from teikit.schematron import RuleFinding, Schema

_SEVERITIES: dict[str, Severity] = {"error": "error", "warning": "warning", "info": "info"}


class Rules:
    """Rules, read when the first document asks for them.

    Args:
        files: Schematron schemas, or RELAX NG schemas (XML syntax) with rules in them; without
            any the rules are those of TEI.
    """

    def __init__(self, files: Sequence[Path] = ()) -> None:
        self._files = files

    @cached_property
    def _schemas(self) -> list[Schema]:
        from teikit.schematron import load, load_rules

        if not self._files:
            return [load_rules(data_directory("schema") / "rules")]
        return [load(file) for file in self._files]

    def prepare(self) -> None:
        """Read the rules now.

        Raises:
            SchematronError: they break the rules of ISO Schematron.
            InputError: they cannot be read.
        """
        self._schemas  # noqa: B018

    def findings(self, root: etree._Element, file: str) -> list[Finding]:
        """The rules that a document breaks, by line.

        Args:
            root: the document's root element.
            file: its path or name.

        Raises:
            SchematronError: the rules break the rules of ISO Schematron.
            InputError: they cannot be read.
        """
        broken = OWN_RULE_BROKEN if self._files else RULE_BROKEN
        tree = root.getroottree()
        return [
            _finding(found, broken if found.outcome == "broken" else RULE_NOT_RUN, file)
            for schema in self._schemas
            for found in schema.check(tree)
        ]


def _finding(found: RuleFinding, code: Code, file: str) -> Finding:
    return Finding(
        code=code.code,
        rule=found.rule or code.rule,
        severity=_SEVERITIES.get(found.severity, "error"),
        message=found.message.strip().removesuffix("."),
        hint=found.hint,
        file=file,
        line=found.line,
        element=found.element.rpartition(":")[2],
    )
