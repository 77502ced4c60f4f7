"""What a validation tells: findings, and the report on a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from teikit.errors import TeikitError

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend or to look at.

    Attributes:
        code: stable code of the kind of finding (``"TK202"``), listed in ``validate.codes``.
        rule: the code's name in words (``"misplaced-element"``).
        severity: ``"error"`` for what makes the document invalid.
        message: what is wrong, as a sentence without a full stop.
        hint: what to do about it; may be empty.
        file: the document's path or name; ``""`` for bytes and trees without one.
        line: line from 1, 0 where it is not known.
        column: column in characters from 1, 0 where it is not known.
        element: the element that it is about (``"p"``), without namespace.
        attribute: the attribute that it is about, with the prefix ``xml:`` if it has it.
        found: the text or value that is wrong.
        allowed: what may stand there, the likeliest first.
        section: number of the section of the TEI Guidelines that defines the element.
        excerpt: the source line, or a part of a very long one; ``""`` where it is not known.
        excerpt_offset: how many characters of the line come before the excerpt.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    hint: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
    element: str = ""
    attribute: str = ""
    found: str = ""
    allowed: tuple[str, ...] = ()
    section: str = ""
    excerpt: str = ""
    excerpt_offset: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The result of validating one document.

    Attributes:
        file: its path or name; ``""`` for bytes and trees without one.
        schema: the name or path of the schema that it was checked against; ``""`` for a document
            that is not well-formed, if its schema was not given.
        findings: what was found, in the order of the document.
        reason: why it is this schema, if the document decided and it is not simply full P5.
        accepted: how many more findings a baseline accepts.
    """

    file: str
    schema: str
    findings: tuple[Finding, ...]
    reason: str = ""
    accepted: int = 0

    @property
    def valid(self) -> bool:
        """Whether the document is valid: no finding is an error, those accepted aside."""
        return not any(finding.severity == "error" for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(finding.severity == severity for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be validated.

    Attributes:
        file: its path or name.
        error: why.
    """

    file: str
    error: TeikitError


Result: TypeAlias = Report | Failure
"""What becomes of one document."""
