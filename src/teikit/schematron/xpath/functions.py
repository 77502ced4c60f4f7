"""Which functions a schema may call: none that reads files, the network or the environment."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from teikit.schematron.xpath.tokens import Token

_OUTSIDE = frozenset(
    "available-environment-variables collection doc doc-available document environment-variable "
    "json-doc load-xquery-module system-property transform unparsed-entity-public-id "
    "unparsed-entity-uri unparsed-text unparsed-text-available unparsed-text-lines "
    "uri-collection".split()
)
_UNDETERMINED = frozenset(["function-lookup", "random-number-generator"])
_XSLT = frozenset(
    "accumulator-after accumulator-before copy-of current-group current-grouping-key "
    "current-merge-group current-output-uri element-available function-available key "
    "regex-group snapshot type-available".split()
)
_XSLT_BEFORE_3 = frozenset(["format-number", "generate-id"])
_CLOCK = frozenset(["current-date", "current-dateTime", "current-time", "implicit-timezone"])
_BUILT_IN_PREFIXES = frozenset(["array", "fn", "map", "math", "xs"])
_XPATH1 = frozenset(
    "boolean ceiling concat contains count current false floor id lang last local-name name "
    "namespace-uri normalize-space not number position round starts-with string string-length "
    "substring substring-after substring-before sum translate true "
    "comment node processing-instruction text".split()
)


def problem_with_functions(tokens: list[Token], version: str, namespaces: Mapping[str, str]) -> str:
    """Why the functions that an expression calls cannot be run, or ``""``."""
    for token, following in pairwise(tokens):
        if token.kind != "name" or following.text not in ("(", "#"):
            continue
        problem = _problem(token.text, version, namespaces)
        # In XPath 1.0 operators, too, may stand before brackets.
        if problem and not (version == "1.0" and token.text in ("and", "or", "div", "mod")):
            return problem
    return ""


def undeclared_prefix(tokens: list[Token], namespaces: Mapping[str, str]) -> str:
    """The first prefix in an expression that has no namespace, or ``""``."""
    for token in tokens:
        prefix, _, _ = token.text.rpartition(":") if token.kind == "name" else ("", "", "")
        if prefix not in ("", "*", "xml", *_BUILT_IN_PREFIXES, *namespaces):
            return prefix
    return ""


def needs_clock(tokens: list[Token]) -> bool:
    """Whether an expression asks for the date or the time of its evaluation."""
    return any(token.kind == "name" and _local(token.text) in _CLOCK for token in tokens)


def _local(name: str) -> str:
    return name.removeprefix("fn:")


def _problem(name: str, version: str, namespaces: Mapping[str, str]) -> str:
    prefix, _, _ = name.rpartition(":")
    if prefix and prefix not in _BUILT_IN_PREFIXES:
        return f"it calls {name}(), a function that only the schema's own XSLT defines"
    local = _local(name)
    if local in _OUTSIDE:
        return f"it calls {name}(), which reads what is outside the document"
    if local in _UNDETERMINED:
        return f"it calls {name}(), whose result cannot be foreseen"
    if local in _XSLT or (local in _XSLT_BEFORE_3 and version != "3.1"):
        return f"it calls {name}(), which only an XSLT processor has"
    if version == "1.0" and name not in _XPATH1:
        return f"it calls {name}(), which XPath 1.0 does not have"
    return ""
