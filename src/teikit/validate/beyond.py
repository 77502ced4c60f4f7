"""What is checked beyond grammar and IDs: TEI's rules, and the families of ``teikit.checks``."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

from teikit.resources import data_directory
from teikit.validate.codes import RULE_BROKEN, RULE_NOT_RUN
from teikit.validate.finding import Finding, Severity

if TYPE_CHECKING:
    from lxml import etree

    from teikit.checks.profile import Profile
    from teikit.schematron import RuleFinding, Schema

_SEVERITIES: dict[str, Severity] = {"error": "error", "warning": "warning", "info": "info"}
# A document in another namespace has one mistake, not one for each element.
_ELSEWHERE = frozenset({"TK611", "TK612", "TK613"})
_CASCADE = frozenset({"TK201", "TK207"})


class Beyond:
    """Checks documents beyond the grammar.

    Args:
        families: names of families, of ``teikit.checks.FAMILIES``, and ``rules``.
        rules: whether the document is checked against TEI, so that TEI's rules apply.
        profile: further requirements, of an archive or a project.
    """

    def __init__(
        self, families: Collection[str], *, rules: bool, profile: Profile | None = None
    ) -> None:
        self._families = frozenset(families) - {"rules"}
        self._with_rules = rules and "rules" in families
        self._profile = profile

    @cached_property
    def _rules(self) -> Schema:
        from teikit.schematron import load_rules

        return load_rules(data_directory("schema") / "rules")

    def findings(self, root: etree._Element, data: bytes, name: str) -> list[Finding]:
        """What is found in a document, family by family.

        Args:
            root: the document's root element.
            data: its bytes; empty where they are not known.
            name: its path or name.
        """
        tree = root.getroottree()
        found: list[Finding] = []
        if self._with_rules:
            found += [_finding(broken, name) for broken in self._rules.check(tree)]
        if self._families or self._profile:
            from teikit.checks import run

            found += run(
                tree,
                families=self._families,
                file=name,
                raw=data or None,
                profile=self._profile,
            )
        return found


def merge(grammar: Collection[Finding], beyond: Collection[Finding]) -> tuple[Finding, ...]:
    """All findings in the order of the document, each mistake told once.

    Args:
        grammar: findings of grammar and IDs.
        beyond: the others.
    """
    codes = {finding.code for finding in beyond}
    if codes & _ELSEWHERE:
        grammar = [finding for finding in grammar if finding.code not in _CASCADE]
    told = {(finding.line, finding.element, finding.attribute) for finding in grammar}
    dated = {finding.line for finding in beyond if finding.code == "TK503"}
    kept = [
        finding
        for finding in beyond
        if not (
            (finding.code == "TK601" and _place(finding) in told)
            or (finding.rule == "when-with-bounds" and finding.line in dated)
        )
    ]
    return tuple(sorted([*grammar, *kept], key=lambda finding: (finding.line, finding.column)))


def _place(finding: Finding) -> tuple[int, str, str]:
    return finding.line, finding.element, finding.attribute


def _finding(broken: RuleFinding, name: str) -> Finding:
    code = RULE_BROKEN if broken.outcome == "broken" else RULE_NOT_RUN
    return Finding(
        code=code.code,
        rule=broken.rule,
        severity=_SEVERITIES.get(broken.severity, "error"),
        message=broken.message.strip().removesuffix("."),
        hint=broken.hint,
        file=name,
        line=broken.line,
        element=broken.element.rpartition(":")[2],
    )
