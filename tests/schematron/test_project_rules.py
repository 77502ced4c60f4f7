"""The rules in ``schema/rules/`` and the rules in others' schemas, on fragments and real files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from schema.test_rules import CASES, NAMESPACES
from schematron.building import check
from teikit.schematron import Schema, load, load_rules

SMALL = 200_000


@pytest.fixture(scope="session")
def made(project: Path) -> Schema:
    """The project's rules."""
    return load_rules(project / "schema" / "rules")


def broken_rules(made: Schema, fragment: str) -> set[str]:
    """The ids of the rules that a fragment breaks."""
    found = check(made, f"<TEI {NAMESPACES}>{fragment}</TEI>")
    assert {finding.outcome for finding in found} <= {"broken"}
    return {finding.rule for finding in found}


@pytest.mark.parametrize("rule", CASES)
def test_fragments(made: Schema, rule: str) -> None:
    """Each rule is found in what breaks it, by both engines, and not in what keeps it."""
    breaks, keeps = CASES[rule]
    assert rule in broken_rules(made, breaks)
    assert rule not in broken_rules(made, keeps)


def real_documents(shared: Path) -> list[etree._ElementTree]:
    """Real TEI files of moderate size."""
    trees = []
    for file in sorted((shared / "conformance" / "real").glob("*.xml")):
        if file.stat().st_size < SMALL:
            try:
                trees.append(etree.parse(file))
            except etree.XMLSyntaxError:
                continue
    return trees


@pytest.mark.parametrize("name", ["rules", "tei_all", "tei-epidoc", "eltec-1", "isotei-lite"])
def test_real_documents(made: Schema, shared: Path, name: str) -> None:
    """The same findings with libxml2 and without, and every rule can be run."""
    if name != "rules":
        made = load(shared / "schemas" / f"{name}.rng")
    trees = real_documents(shared)
    assert len(trees) > 10
    for tree in trees:
        found = made.check(tree)
        assert {finding.outcome for finding in found} <= {"broken"}
        assert found == made.check(tree, fast=False)


def test_ordinary_documents_do_not_need_elementpath(project: Path) -> None:
    """Loading the rules and checking a play-like text leaves elementpath alone."""
    code = f"""
import sys
from lxml import etree
from teikit.schematron import load_rules
rules = load_rules({str(project / "schema" / "rules")!r})
text = "<div type='a'><lg><l>x</l></lg><p>y</p></div>"
text = "<TEI xmlns='http://www.tei-c.org/ns/1.0'>" + text + "</TEI>"
assert rules.check(etree.fromstring(text)) == []
assert not [name for name in sys.modules if name.startswith("elementpath")]
"""
    subprocess.run([sys.executable, "-c", code], check=True)
