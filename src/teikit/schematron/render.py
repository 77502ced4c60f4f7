"""From a node and a check to what a person reads: the message and the place."""

from __future__ import annotations

from typing import Any

from teikit.schematron.document import Document, Node, UnrunnableError
from teikit.schematron.findings import Outcome, RuleFinding
from teikit.schematron.model import Expression, Message, NameOf, Severity
from teikit.schematron.paths import name_of, path_of
from teikit.schematron.plan import CheckPlan, RulePlan
from teikit.schematron.prepared import Prepared, native_xpath
from teikit.schematron.xpath.native import Native

_UNKNOWN = "…"


def broken(document: Document, rule: RulePlan, plan: CheckPlan, node: Node) -> RuleFinding:
    """The finding of a check that fires at a node."""
    check = plan.check
    message = _rendered(document, plan, check.message, node)
    hint = " ".join(_rendered(document, plan, part, node) for part in check.hints)
    about = _subject(document, plan, node)
    return _finding(document, rule, plan, about, "broken", check.severity, message, hint)


def not_run(
    document: Document, rule: RulePlan, plan: CheckPlan, node: Node, reason: str
) -> RuleFinding:
    """The finding that nothing is known about a check, first at this node."""
    name = f'the rule "{plan.check.id}"' if plan.check.id else "a rule of the schema"
    return _finding(
        document,
        rule,
        plan,
        node,
        "not run",
        "warning",
        f"{name} cannot be run: {reason}",
        "Check by hand what it is about, or run it with another Schematron processor.",
    )


def _finding(
    document: Document,
    rule: RulePlan,
    plan: CheckPlan,
    node: Node,
    outcome: Outcome,
    severity: Severity,
    message: str,
    hint: str,
) -> RuleFinding:
    check = plan.check
    element = element_of(node)
    return RuleFinding(
        rule=check.id,
        outcome=outcome,
        severity=severity,
        message=message,
        hint=hint,
        line=0 if element is None else element.sourceline or 0,
        path=path_of(node, element, document.steps),
        element="" if element is None else name_of(element),
        pattern=rule.pattern.id,
        context=rule.rule.context.source,
        test=check.test.source,
        role=check.role,
        flag=check.flag,
        see=check.see,
        place=str(check.place),
    )


def element_of(node: Node) -> Any:
    """The element that a node is or belongs to; the document has none."""
    if node is None or hasattr(node, "sourceline"):
        return node
    from teikit.schematron.xpath.general import parent_element

    return parent_element(node)


def _rendered(document: Document, plan: CheckPlan, message: Message, node: Node) -> str:
    parts = []
    for part in message:
        if isinstance(part, str):
            parts.append(part)
            continue
        try:
            if isinstance(part, NameOf):
                parts.append(_name_of(document, plan, part.path, node))
            else:
                parts.append(_value_of(document, plan, plan.part(part.select), node))
        except UnrunnableError:
            parts.append(_UNKNOWN)
    return " ".join("".join(parts).split())


def _name_of(document: Document, plan: CheckPlan, path: Expression | None, node: Node) -> str:
    if path is None and hasattr(node, "sourceline"):
        return name_of(node)
    place = path.place if path else plan.check.place
    call = Expression(f"name({path.source if path else '.'})", place)
    return _value_of(document, plan, plan.part(call), node)


def _value_of(document: Document, plan: CheckPlan, prepared: Prepared, node: Node) -> str:
    native = prepared.native(plan.environment.translator)
    if document.fast and native and _is_printable(prepared, native, node):
        document.require(prepared)
        return _native_value(document, plan, prepared, native, node)
    if "generate-id" in prepared.source:
        raise UnrunnableError("names made for nodes differ from run to run")
    found = document.select(prepared, plan.environment, node)
    return " ".join(map(_string_value, found[:1] if prepared.version == "1.0" else found))


def _is_printable(prepared: Prepared, native: Native, node: Node) -> bool:
    """Whether what libxml2 makes of an expression can be written as XPath 2 would write it."""
    if not hasattr(node, "sourceline"):
        return False
    if prepared.version == "1.0":
        return True
    # Of many nodes lxml leaves out the document.
    return native.kind != "boolean" and (native.single or "node()" not in native.text)


def _native_value(
    document: Document, plan: CheckPlan, prepared: Prepared, native: Native, node: Node
) -> str:
    variables = document.native_variables(native.variables, plan.environment, node)
    if prepared.version == "1.0" or native.single:
        text = f"string({native.text})"
        return str(document.native(text, prepared, node, variables))
    found = document.native(native.text, prepared, node, variables)
    return " ".join(_string_value(item) for item in found)


def _string_value(item: Any) -> str:
    """The string value of a node or of an atomic value."""
    if isinstance(item, str):
        return item
    if hasattr(item, "sourceline"):
        return str(native_xpath("string(.)", ())(item))
    from teikit.schematron.xpath.general import string_of

    return string_of(item)


def _subject(document: Document, plan: CheckPlan, node: Node) -> Node:
    """The node that a finding is about: where ``@subject`` leads, else the context node."""
    if plan.check.subject is None:
        return node
    try:
        found = document.select(plan.part(plan.check.subject), plan.environment, node)
    except UnrunnableError:
        return node
    return next((item for item in found if element_of(item) is not None), node)
