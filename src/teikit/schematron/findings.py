"""What comes of checking a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from teikit.schematron.model import Severity

Outcome: TypeAlias = Literal["broken", "not run"]


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """A rule that a document breaks at some node, or that could not be run on it.

    Attributes:
        rule: the id of the assert or report, else of its rule, else of its pattern; may be empty.
        outcome: ``"broken"``, or ``"not run"``: nothing is known about the document then.
        severity: from the role: ``error``, ``warning`` or ``info``; ``warning`` if not run.
        message: what is wrong, as the schema's author wrote it, its blanks made single.
        hint: the diagnostics of the rule; may be empty.
        line: the line of the node's start tag, from 1; 0 if unknown.
        path: the node, as a path with names as the document writes them.
        element: the name of the node's element.
        pattern: the id of the pattern; may be empty.
        context: the context of the rule.
        test: the condition.
        role, flag, see: as they are in the schema; may be empty.
        place: where the rule stands, ``file:line``.
    """

    rule: str
    outcome: Outcome
    severity: Severity
    message: str
    hint: str
    line: int
    path: str
    element: str
    pattern: str
    context: str
    test: str
    role: str
    flag: str
    see: str
    place: str
