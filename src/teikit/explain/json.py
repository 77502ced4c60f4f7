"""Explanations as JSON, for programs."""

from __future__ import annotations

import json
from dataclasses import asdict

from teikit.explain.model import (
    AttributeExplanation,
    ClassExplanation,
    CodeExplanation,
    ElementExplanation,
    Explanation,
    RuleExplanation,
)

_KINDS = {
    ElementExplanation: "element",
    AttributeExplanation: "attribute",
    ClassExplanation: "class",
    CodeExplanation: "code",
    RuleExplanation: "rule",
}


def to_json(explanation: Explanation) -> str:
    """An explanation as one JSON object; ``kind`` says which, the rest are its attributes."""
    kind = _KINDS[type(explanation)]
    return json.dumps({"kind": kind, **asdict(explanation)}, ensure_ascii=False, indent=2) + "\n"
