"""TEI's further rules, which no grammar can express: whom they concern, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree

from teikit.explain.catalogue import module_titles
from teikit.explain.model import Rule, RuleExplanation
from teikit.resources import data_directory

_SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
_CHECKS = (f"{_SCHEMATRON}assert", f"{_SCHEMATRON}report")
_PREDICATE = re.compile(r"\[[^\[\]]*\]")
_NAMED = re.compile(r"tei:([\w.-]+)$")
_ATTRIBUTE = re.compile(r"\[(?:@|starts-with\(@)([\w:.-]+)")


@cache
def rules() -> dict[str, RuleExplanation]:
    """All rules by their names, in the order of the Guidelines' chapters."""
    folder = data_directory("schema") / "rules"
    files = ((module, folder / f"{module}.sch") for module in module_titles())
    return {
        told.name: told
        for module, file in files
        if file.is_file()
        for told in _in_module(module, ElementTree.fromstring(file.read_bytes()))
    }


def rules_of(element: str = "", attribute: str = "") -> tuple[Rule, ...]:
    """The rules about an element, or about an attribute wherever it stands."""
    return tuple(
        Rule(told.name, told.message)
        for told in rules().values()
        if element in told.elements or (attribute and attribute in told.attributes)
    )


def _in_module(module: str, schema: ElementTree.Element) -> Iterator[RuleExplanation]:
    title = module_titles()[module]
    for rule in schema.iter(f"{_SCHEMATRON}rule"):
        context = " ".join(rule.get("context", "").split())
        elements, attributes = _concerned(context)
        for check in rule:
            if check.tag in _CHECKS and check.get("id"):
                yield RuleExplanation(
                    name=check.get("id", ""),
                    severity="warning" if check.get("role") == "warning" else "error",
                    module=module,
                    module_title=title,
                    message=_message(check),
                    elements=elements,
                    attributes=attributes,
                    context=context,
                    test=" ".join(check.get("test", "").split()),
                    wanted=check.tag == _CHECKS[0],
                )


def _concerned(context: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The elements that a context matches, or the attributes if it matches any element."""
    elements, attributes = [], []
    for alternative in context.split(" | "):
        found = _NAMED.search(_PREDICATE.sub("", alternative))
        if found:
            elements.append(found[1])
        elif alternative.startswith("tei:*"):
            attributes += _ATTRIBUTE.findall(alternative)[:1]
    return tuple(elements), tuple(attributes)


def _message(check: ElementTree.Element) -> str:
    """What a rule says; dots stand for what it takes from the document."""
    parts = [check.text or ""]
    for child in check:
        parts += ["…", child.tail or ""]
    return " ".join("".join(parts).split())
