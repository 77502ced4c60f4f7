"""What is checked beyond the schema and its rules: the families of ``teikit.checks``."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from teikit.validate.finding import Finding

if TYPE_CHECKING:
    from lxml import etree

    from teikit.checks.profile import Profile

# A document in another namespace has one mistake, not one for each element.
_ELSEWHERE = frozenset({"TK611", "TK612", "TK613"})
_CASCADE = frozenset({"TK201", "TK207"})


class Beyond:
    """Checks documents beyond their schema.

    Args:
        families: names of families, of ``teikit.checks.FAMILIES``.
        profile: further requirements, of an archive or a project.
    """

    def __init__(self, families: Collection[str], profile: Profile | None = None) -> None:
        self._families = frozenset(families)
        self._profile = profile

    def findings(self, root: etree._Element, data: bytes, name: str) -> list[Finding]:
        """What is found in a document, family by family.

        Args:
            root: the document's root element.
            data: its bytes; empty where they are not known.
            name: its path or name.
        """
        from teikit.checks import run

        return run(
            root.getroottree(),
            families=self._families,
            file=name,
            raw=data or None,
            profile=self._profile,
        )


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
