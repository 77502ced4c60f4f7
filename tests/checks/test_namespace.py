"""The namespace of a document."""

from __future__ import annotations

import pytest

from teikit.checks import run
from teikit.parse import parse_bytes


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ("<TEI.2><teiHeader/><text/></TEI.2>", "TK611"),
        ("<TEI><teiHeader/><text/></TEI>", "TK612"),
        ("<TEI xmlns='http://www.tei-c.org/ns/1.0/'/>", "TK613"),
        ("<TEI xmlns='https://www.tei-c.org/ns/1.0'/>", "TK613"),
    ],
)
def test_wrong_namespace(document, code):
    """The mistake is told once, at the root, as an error with the fix."""
    (finding,) = run(parse_bytes(document.encode()), raw=document.encode())
    assert (finding.code, finding.line, finding.severity) == (code, 1, "error")


@pytest.mark.parametrize(
    "document",
    [
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'/>",
        "<html/>",
        "<book xmlns='http://docbook.org/ns'/>",
    ],
)
def test_right_or_other_namespace(document):
    """TEI P5 is fine, and what is no TEI at all is not judged."""
    assert run(parse_bytes(document.encode()), families=["namespace"]) == []
