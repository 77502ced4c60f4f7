"""From the elements of a schema to the schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from teikit.schematron.errors import SchematronError
from teikit.schematron.expand import extended_children, instantiate_patterns
from teikit.schematron.markup import (
    Element,
    children,
    expression,
    is_schematron,
    local_name,
    place_of,
    required,
    text_of,
)
from teikit.schematron.model import (
    Check,
    Content,
    Expression,
    Let,
    Message,
    NameOf,
    Pattern,
    Phase,
    Rule,
    Scope,
    Severity,
    ValueOf,
)

_VERSIONS = {
    "xslt": "1.0",
    "xpath": "1.0",
    "xslt1": "1.0",
    "xslt2": "2.0",
    "xpath2": "2.0",
    "xslt3": "3.1",
    "xpath3": "3.1",
    "xpath31": "3.1",
}
_WARNINGS = frozenset(["warning", "warn", "caution", "nonfatal", "non-fatal"])
_INFORMATION = frozenset(["info", "information", "hint", "note"])

_KNOWN = {
    "schema": frozenset(
        "diagnostics extends group let ns p param pattern phase properties title".split()
    ),
    "pattern": frozenset("let p param rule title".split()),
    "group": frozenset("let p param rule title".split()),
    "rule": frozenset("assert extends let p property report".split()),
}

Diagnostics: TypeAlias = Mapping[str, Message]


def read_schema(schema: Element) -> Content:
    """The content of a ``schema`` element.

    Raises:
        SchematronError: it breaks the rules of ISO Schematron.
    """
    scope = Scope(
        query_version(schema),
        namespaces_of(list(children(schema, "ns"))),
        tuple(_let(let) for let in children(schema, "let")),
    )
    titles = [text_of(title) for title in children(schema, "title")]
    _require_known(schema)
    content = read_patterns(list(children(schema, "pattern", "group")), schema, scope)
    phases, lets = _phases(schema)
    patterns = tuple(replace(pattern, scope=_with_lets(scope, lets)) for pattern in content)
    default = schema.get("defaultPhase", "")
    if default and default != "#ALL" and default not in phases:
        raise SchematronError(
            f'the default phase "{default}" does not exist',
            place=str(place_of(schema)),
            hint=_existing(phases),
        )
    return Content(titles[0] if titles else "", patterns, phases, default)


def _require_known(element: Element) -> None:
    """Make sure that nothing in a schema is passed over that may be meant to find something.

    Raises:
        SchematronError: there is an element that has no place here.
    """
    for child in element:
        if is_schematron(child) and local_name(child) not in _KNOWN[local_name(element)]:
            raise SchematronError(
                f"<{local_name(child)}> cannot stand in <{local_name(element)}>",
                place=str(place_of(child)),
                hint="Check its name and its place, or remove it.",
            )


def _existing(phases: Mapping[str, Phase]) -> str:
    return f"There is: {', '.join(phases)}." if phases else "The schema has no phases."


def _with_lets(scope: Scope, lets: tuple[Let, ...]) -> Scope:
    return replace(scope, lets=scope.lets + lets) if lets else scope


def query_version(schema: Element) -> str:
    """The version of XPath that a schema is written in.

    Raises:
        SchematronError: it is written in another language.
    """
    binding = schema.get("queryBinding", "xslt").strip().lower()
    version = _VERSIONS.get(binding)
    if version is None:
        raise SchematronError(
            f'rules in the query language "{binding}" cannot be run',
            place=str(place_of(schema)),
            hint=f"@queryBinding can be {', '.join(_VERSIONS)}.",
        )
    return version


def namespaces_of(elements: list[Element]) -> dict[str, str]:
    """The prefixes that ``ns`` elements declare.

    Raises:
        SchematronError: one of them lacks its prefix or its namespace.
    """
    return {required(ns, "prefix"): required(ns, "uri") for ns in elements}


def _let(let: Element) -> Let:
    name = required(let, "name")
    return Let(name, expression(let, "value") if let.get("value") is not None else None)


def _phases(schema: Element) -> tuple[dict[str, Phase], tuple[Let, ...]]:
    """The phases, and their variables, which are visible everywhere."""
    phases, lets = {}, []
    for phase in children(schema, "phase"):
        name = required(phase, "id")
        active = frozenset(required(a, "pattern") for a in children(phase, "active"))
        phases[name] = Phase(name, active)
        lets += [_let(let) for let in children(phase, "let")]
    return phases, tuple(lets)


def read_patterns(patterns: list[Element], within: Element, scope: Scope) -> list[Pattern]:
    """The patterns, with diagnostics and abstract rules from anywhere in the schema.

    Raises:
        SchematronError: one of them breaks the rules of ISO Schematron.
    """
    diagnostics: dict[str, Message] = {}
    shared: dict[str, Element] = {}
    for element in within.iter():
        if not is_schematron(element):
            continue
        if local_name(element) == "diagnostic":
            diagnostics[required(element, "id")] = _message(element)
        elif local_name(element) == "rule" and element.get("abstract") == "true":
            shared[required(element, "id")] = element
    return [
        _pattern(pattern, scope, diagnostics, shared) for pattern in instantiate_patterns(patterns)
    ]


def _pattern(
    pattern: Element, scope: Scope, diagnostics: Diagnostics, abstract: Mapping[str, Element]
) -> Pattern:
    _require_known(pattern)
    rules = tuple(
        _rule(rule, diagnostics, abstract)
        for rule in children(pattern, "rule")
        if rule.get("abstract") != "true"
    )
    titles = [text_of(title) for title in children(pattern, "title")]
    elsewhere = pattern.get("documents")
    return Pattern(
        pattern.get("id", ""),
        titles[0] if titles else pattern.get("name", ""),
        rules,
        scope,
        tuple(_let(let) for let in children(pattern, "let")),
        unsupported="it is about other documents than the one checked" if elsewhere else "",
        exclusive=local_name(pattern) == "pattern",
    )


def _rule(rule: Element, diagnostics: Diagnostics, abstract: Mapping[str, Element]) -> Rule:
    _require_known(rule)
    content = extended_children(rule, abstract)
    return Rule(
        expression(rule, "context"),
        tuple(_let(child) for child in content if local_name(child) == "let"),
        tuple(
            _check(child, rule, diagnostics)
            for child in content
            if local_name(child) in ("assert", "report")
        ),
    )


def _check(check: Element, rule: Element, diagnostics: Diagnostics) -> Check:
    pattern = rule.getparent()
    role = check.get("severity") or check.get("role") or rule.get("role") or ""
    subject = check.get("subject") or rule.get("subject")
    place = place_of(check)
    return Check(
        id=check.get("id") or rule.get("id") or pattern.get("id") or "",
        fires_on=local_name(check) == "report",
        test=expression(check, "test"),
        message=_message(check),
        hints=_hints(check, diagnostics),
        subject=Expression(subject, place) if subject and subject.strip() != "." else None,
        severity=severity_of(role),
        role=role,
        flag=check.get("flag") or rule.get("flag") or "",
        see=check.get("see") or rule.get("see") or pattern.get("see") or "",
        place=place,
    )


def _hints(check: Element, diagnostics: Diagnostics) -> tuple[Message, ...]:
    names = check.get("diagnostics", "").split()
    for name in names:
        if name not in diagnostics:
            raise SchematronError(
                f'there is no diagnostic "{name}"',
                place=str(place_of(check)),
                hint="Check the spelling in @diagnostics.",
            )
    return tuple(diagnostics[name] for name in names)


def severity_of(role: str) -> Severity:
    """What a role says about a finding; roles of other kinds leave it an error."""
    role = role.strip().lower()
    if role in _WARNINGS:
        return "warning"
    return "info" if role in _INFORMATION else "error"


def _message(element: Element) -> Message:
    """The text of a message, with the parts that a document fills in."""
    parts: list[str | ValueOf | NameOf] = [element.text or ""]
    for child in element:
        name = local_name(child)
        if name == "value-of" and is_schematron(child):
            parts.append(ValueOf(expression(child, "select")))
        elif name == "name" and is_schematron(child):
            path = child.get("path")
            parts.append(NameOf(Expression(path, place_of(child)) if path else None))
        elif name:
            parts += _message(child)
        parts.append(child.tail or "")
    return tuple(part for part in parts if part != "")
