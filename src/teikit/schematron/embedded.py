"""Schematron rules inside a RELAX NG schema."""

from __future__ import annotations

from teikit.schematron.errors import SchematronError
from teikit.schematron.markup import Element, is_schematron, local_name, place_of
from teikit.schematron.model import Content, Scope
from teikit.schematron.read import namespaces_of, query_version, read_patterns

_DEFAULT_VERSION = "3.1"
_PASSED_OVER = frozenset("diagnostics p phase properties title".split())


def has_rules(root: Element) -> bool:
    """Whether a RELAX NG schema has Schematron rules in it."""
    return any(is_schematron(element) and local_name(element) == "rule" for element in root.iter())


def read_embedded(root: Element) -> Content:
    """The rules that stand anywhere in a RELAX NG schema.

    A rule outside a pattern is a pattern by itself. A schema that names no query language is taken
    to be in XPath 3.1, which the rules of TEI itself need by now.

    Raises:
        SchematronError: there are no rules, or they break the rules of ISO Schematron.
    """
    namespaces: list[Element] = []
    patterns: list[Element] = []
    for element in [e for e in root.iter() if is_schematron(e)]:
        if is_schematron(element.getparent()):
            continue
        name = local_name(element)
        if name == "ns":
            namespaces.append(element)
        elif name in ("pattern", "group"):
            patterns.append(element)
        elif name == "rule":
            patterns.append(_alone(element))
        elif name not in _PASSED_OVER:
            raise SchematronError(
                f"<{name}> cannot stand outside a rule",
                place=str(place_of(element)),
                hint="Put it into a <rule> that says in @context where it applies.",
            )
    if not patterns:
        raise SchematronError("the schema has no rules in it", place=str(place_of(root)))
    version = query_version(root) if root.get("queryBinding") else _DEFAULT_VERSION
    scope = Scope(version, namespaces_of(namespaces))
    return Content("", tuple(read_patterns(patterns, root, scope)))


def _alone(rule: Element) -> Element:
    """A rule in a pattern of its own, made in its place."""
    parent = rule.getparent()
    pattern = parent.makeelement(rule.tag.replace("}rule", "}pattern"))
    position = parent.index(rule)
    parent.insert(position, pattern)
    pattern.append(rule)
    return pattern
