"""Each kind of finding is explained, and its example shows the mistake and its mending."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from teikit.checks.api import run as run_checks
from teikit.explain.codes import codes
from teikit.parse import parse_bytes
from teikit.tei import TEI_NS
from teikit.validate import validate

# What lies in the bytes, in other files, or in other kinds of schema cannot be shown in a line.
_WITHOUT_EXAMPLE = {
    "TK221",
    "TK222",
    "TK302",
    "TK311",
    "TK312",
    "TK402",
    "TK403",
    "TK404",
    "TK409",
    "TK621",
    "TK622",
}
# The mending is another document, or a line before the root element.
_CHECKS = ("grammar", "ids", "rules")
_ONLY_WRONG = {"TK611", "TK612", "TK613", "TK624"}

_HEADER = {
    "titleStmt": "<titleStmt><title>Songs</title></titleStmt>",
    "publicationStmt": "<publicationStmt><p>Not published.</p></publicationStmt>",
}


def _document(example: str) -> str:
    """A whole document around an example, which stands where its first element may stand."""
    first = re.match(r"<([\w.]+)", example)
    assert first, example
    name = first[1]
    if name.startswith("TEI"):
        return example
    parts = _HEADER | ({name: example} if name in _HEADER else {})
    rest, body = "", "<p>A text.</p>"
    if name in ("encodingDesc", "profileDesc"):
        before, change, after = example.partition("<change")
        rest = before + (f"<revisionDesc>{change}{after}</revisionDesc>" if change else "")
    elif name not in _HEADER:
        body = example if name in ("p", "div", "list") else f"<div><p>A text.</p>{example}</div>"
        body = f"<p>{example}</p>" if name in ("choice",) else body
    return (
        f'<TEI xmlns="{TEI_NS}"><teiHeader><fileDesc>{parts["titleStmt"]}'
        f"{parts['publicationStmt']}<sourceDesc><p>Born digital.</p></sourceDesc></fileDesc>"
        f"{rest}</teiHeader><text><body>{body}</body></text></TEI>"
    )


def _found(example: str) -> set[str]:
    """The codes of the findings in an example."""
    data = _document(example).encode()
    found = {finding.code for finding in validate(data, checks=_CHECKS).findings}
    if "TK101" not in found:
        found |= {f.code for f in run_checks(parse_bytes(data), raw=data)}
    return found


@pytest.mark.parametrize("code", codes())
def test_code_is_explained(code: str) -> None:
    """Each code has a cause and a remedy, and an example unless one is impossible."""
    told = codes()[code]
    assert told.cause.endswith(".")
    assert told.remedy.endswith((".", "…"))
    profile = told.family.startswith("profile")
    assert bool(told.wrong) != (code in _WITHOUT_EXAMPLE or profile)
    assert bool(told.right) != (code in _WITHOUT_EXAMPLE | _ONLY_WRONG or profile)


@pytest.mark.parametrize("code", [code for code, told in codes().items() if told.wrong])
def test_example_shows_the_finding(code: str) -> None:
    """The wrong example has the finding; the right one has neither it nor an error."""
    told = codes()[code]
    assert code in _found(told.wrong)
    if told.right:
        found = _found(told.right)
        assert code not in found
        assert not found & {known for known, entry in codes().items() if entry.severity == "error"}


def test_codes_have_no_strangers(project: Path) -> None:
    """The data file has entries for existing codes only."""
    text = (project / "src/teikit/explain/codes.toml").read_text(encoding="utf-8")
    assert set(re.findall(r"^\[(\w+)\]", text, re.MULTILINE)) == set(codes())


def test_examples_are_marked_up_text() -> None:
    """Right examples are well-formed."""
    for told in codes().values():
        if told.right:
            etree.fromstring(f"<x>{told.right}</x>")
