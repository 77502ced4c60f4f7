"""The kinds of finding: their stable codes, names and meanings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from teikit.validate.finding import Severity

Kind = Literal[
    "namespace",
    "element",
    "order",
    "missing",
    "text",
    "content",
    "attribute",
    "attribute-value",
    "attribute-missing",
    "attribute-conflict",
    "id",
    "idref",
]
"""The kinds of mistakes that the grammar can tell."""


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding.

    Attributes:
        code: its code, which never changes its meaning.
        rule: its name in words.
        meaning: what it says about a document, in a sentence.
        severity: how much it weighs.
    """

    code: str
    rule: str
    meaning: str
    severity: Severity = "error"


CODES = {
    code.code: code
    for code in (
        Code("TK101", "not-well-formed", "The file is not well-formed XML."),
        Code("TK201", "unknown-element", "The schema has no element of this name."),
        Code("TK202", "misplaced-element", "The element cannot stand at this place."),
        Code("TK203", "missing-element", "An element ends without one that it must hold."),
        Code("TK204", "element-order", "Something that must come before the element is missing."),
        Code("TK205", "misplaced-text", "Text stands where only elements can."),
        Code(
            "TK206", "bad-content", "The text of an element is not of the form that it must have."
        ),
        Code("TK207", "wrong-namespace", "The element is in the wrong namespace or in none."),
        Code("TK211", "unknown-attribute", "The element does not have this attribute."),
        Code("TK212", "missing-attribute", "A required attribute is missing."),
        Code("TK213", "bad-value", "The attribute cannot have this value."),
        Code("TK214", "attribute-conflict", "The attribute cannot stand beside another one."),
        Code("TK221", "xsd-broken", "The document breaks its XML Schema."),
        Code("TK222", "dtd-broken", "The document breaks its DTD."),
        Code("TK301", "duplicate-id", "An ID is used more than once in the document."),
        Code("TK302", "dangling-idref", "A reference by ID points at nothing in the document."),
        Code("TK310", "rule-broken", "A rule of TEI that no grammar can express is broken."),
        Code("TK311", "rule-not-run", "A rule could not be checked.", "warning"),
        Code("TK312", "own-rule-broken", "A Schematron rule of the schema is broken."),
    )
}
"""All kinds of finding by their codes."""

NOT_WELL_FORMED = CODES["TK101"]
RULE_BROKEN = CODES["TK310"]
RULE_NOT_RUN = CODES["TK311"]
OWN_RULE_BROKEN = CODES["TK312"]
XSD_BROKEN = CODES["TK221"]
DTD_BROKEN = CODES["TK222"]

_BY_KIND: dict[Kind, str] = {
    "element": "TK202",
    "missing": "TK203",
    "order": "TK204",
    "text": "TK205",
    "content": "TK206",
    "namespace": "TK207",
    "attribute": "TK211",
    "attribute-missing": "TK212",
    "attribute-value": "TK213",
    "attribute-conflict": "TK214",
    "id": "TK301",
    "idref": "TK302",
}


def code_of(kind: Kind, *, known: bool = True) -> Code:
    """The code of a problem.

    Args:
        kind: the kind of problem.
        known: whether the schema knows the element.
    """
    return CODES["TK201" if kind == "element" and not known else _BY_KIND[kind]]
