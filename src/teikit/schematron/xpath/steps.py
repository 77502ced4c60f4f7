"""Steps and literals of XPath 2, written in XPath 1.0."""

from __future__ import annotations

from teikit.schematron.xpath.syntax import Step

_KIND_TESTS = ("node()", "text()", "comment()", "processing-instruction(")


class NotNativeError(ValueError):
    """An expression that XPath 1.0 cannot say, or not provably in the same way."""


def quoted(value: str) -> str:
    """A string literal.

    Raises:
        NotNativeError: XPath 1.0 has no literal for a string with both kinds of quotation marks.
    """
    if '"' not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    raise NotNativeError("a string with both kinds of quotation marks")


def step_text(step: Step) -> str:
    """A step's axis and test in XPath 1.0, without its predicates.

    Raises:
        NotNativeError: XPath 1.0 has no such test.
    """
    if step.axis == "namespace":
        raise NotNativeError("the namespace axis")
    test = step.test
    if test.startswith("*:"):
        test = f"*[local-name() = '{test[2:]}']"
    elif test == "element()" and step.axis != "attribute":
        test = "*"
    elif "(" in test and not test.startswith(_KIND_TESTS):
        raise NotNativeError(f"the kind test {test}")
    elif step.test == "node()" and step.axis in ("self", "parent"):
        return "." if step.axis == "self" and not step.predicates else f"{step.axis}::node()"
    short = {"child": "", "attribute": "@"}
    return short.get(step.axis, f"{step.axis}::") + test


def step_is_single(step: Step) -> bool:
    """Whether a step from one node leads to one node at most."""
    if step.axis == "attribute":
        return "*" not in step.test and "(" not in step.test
    return step.axis in ("self", "parent")


def selects_elements(step: Step) -> bool:
    """Whether a step leads to elements only."""
    return step.axis not in ("attribute", "namespace") and (
        "(" not in step.test or step.test == "element()"
    )
