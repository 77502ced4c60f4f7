"""Small schemas and documents for tests."""

from __future__ import annotations

from typing import Any

from lxml import etree

from teikit.schematron import RuleFinding, Schema, load

ISO = "http://purl.oclc.org/dsdl/schematron"


def schema(content: str, binding: str = "xslt2", attributes: str = "", ns: str = ISO) -> Schema:
    """A schema with some content."""
    language = f'queryBinding="{binding}"' if binding else ""
    return load(f'<schema xmlns="{ns}" {language} {attributes}>{content}</schema>'.encode())


def rules(content: str, binding: str = "xslt2") -> Schema:
    """A schema with one pattern."""
    return schema(f'<pattern id="pattern">{content}</pattern>', binding)


def document(text: str) -> Any:
    """A document."""
    return etree.ElementTree(etree.fromstring(text))


def messages(findings: list[RuleFinding]) -> list[str]:
    """What the findings say."""
    return [finding.message for finding in findings]


def check(made: Schema, text: str, **options: Any) -> list[RuleFinding]:
    """The findings in a document, which both ways of running must agree on."""
    found = made.check(document(text), **options)
    assert found == made.check(document(text), fast=False, **options)
    return found
