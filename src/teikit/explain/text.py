"""Explanations for a terminal: plain lines, wrapped to its width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from teikit.explain.attributes import is_global
from teikit.explain.layout import Layout
from teikit.explain.model import (
    Attribute,
    AttributeExplanation,
    AttributeGroup,
    AttributeUse,
    ClassExplanation,
    CodeExplanation,
    Content,
    ElementExplanation,
    Explanation,
    Group,
    Rule,
    RuleExplanation,
)

_SIGNS = {"?": "at most one", "*": "any number", "+": "at least one", "|": "or"}


@dataclass(frozen=True, slots=True)
class Options:
    """How to write.

    Attributes:
        width: of a line, in characters.
        colour: whether to use the colours of a terminal.
        full: whether to write long lists of names out.
    """

    width: int = 80
    colour: bool = False
    full: bool = False


def render(explanation: Explanation, options: Options) -> str:
    """An explanation as text, with a line end at the end."""
    layout = Layout(max(40, min(options.width, 100)), options.colour, options.full)
    match explanation:
        case ElementExplanation():
            lines = _element(explanation, layout)
        case AttributeExplanation():
            lines = _attribute(explanation, layout)
        case ClassExplanation():
            lines = _class(explanation, layout)
        case CodeExplanation():
            lines = _code(explanation, layout)
        case RuleExplanation():
            lines = _rule(explanation, layout)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _element(told: ElementExplanation, layout: Layout) -> Iterator[str]:
    yield from layout.title(f"<{told.name}>", f"element of {told.module}: {told.module_title}")
    yield from layout.paragraph(told.gloss)
    yield ""
    main, *others = told.sections
    also = f" (also {', '.join(others)})" if others else ""
    yield from layout.row("Guidelines", f"section {main}{also}")
    yield f"  {'':12}{told.url}"
    if told.classes:
        yield from layout.row("Member of", ", ".join(one.name for one in told.classes))
    yield from layout.section("May hold", _content(told.content, layout))
    yield from layout.section("May stand in", _parents(told.parents, layout))
    yield from layout.section(
        "Attributes", _attribute_groups(told.attributes, layout, not layout.full)
    )
    yield from _rules(told.rules, layout)
    yield from layout.section("Example", layout.code(told.example))


def _content(content: Content, layout: Layout) -> Iterator[str]:
    if content.form == "empty":
        yield from layout.paragraph("Nothing: it is always empty.")
    elif content.form == "value":
        yield from layout.paragraph(f"Text that is a value of {content.model}.")
    elif not content.groups:
        yield from layout.paragraph("Text only." if content.text else content.model)
    elif content.form == "any order":
        least = "at least one" if content.model.endswith("+") else "any number"
        what = "Text, and these elements" if content.text else f"{least.capitalize()} of these"
        yield from layout.paragraph(f"{what}, in any order:")
        yield from _groups(content.groups, layout)
    else:
        yield from _steps(content, layout)


def _steps(content: Content, layout: Layout) -> Iterator[str]:
    if len(content.steps) == 1:
        yield from layout.paragraph(content.model)
    else:
        yield from layout.paragraph("In this order:")
        for number, step in enumerate(content.steps, 1):
            yield from layout.hanging(f"{number}.", step)
    legend = [f"{sign} {means}" for sign, means in _SIGNS.items() if sign in content.model]
    if legend:
        yield from layout.paragraph(f"({', '.join(legend)})")
    classes = [group for group in content.groups if group.name]
    if classes:
        yield ""
        yield from _groups(classes, layout)


def _groups(groups: Iterable[Group], layout: Layout) -> Iterator[str]:
    rows = list(groups)
    margin = max(len(group.name) for group in rows)
    for group in rows:
        label = "and" if margin and not group.name else group.name
        yield from layout.names(label, group.elements, margin)


def _parents(parents: tuple[Group, ...], layout: Layout) -> Iterator[str]:
    if not parents:
        yield from layout.paragraph("Nothing: it is the root of a document.")
        return
    yield from _groups(parents, layout)


def _attribute_groups(
    groups: tuple[AttributeGroup, ...], layout: Layout, fold: bool
) -> Iterator[str]:
    """Attributes by class; ``fold`` puts those that every element has into one line."""
    folded = [group for group in groups if fold and is_global(group.name)]
    for group in groups:
        if group in folded:
            continue
        yield from layout.heading(group.name or "Its own", group.gloss)
        margin = max(len(attribute.name) for attribute in group.attributes)
        for attribute in group.attributes:
            yield from layout.entry(attribute.name, _values(attribute), margin)
    if folded:
        yield from layout.heading("att.global", "Attributes that every TEI element may have.")
        names = [attribute.name for group in reversed(folded) for attribute in group.attributes]
        yield from layout.entry("", ", ".join(names), -2)


def _values(attribute: Attribute) -> str:
    text = attribute.described
    if attribute.required:
        text += "; required"
    if attribute.instead_of:
        others = ", ".join(f"@{other}" for name in attribute.instead_of for other in name.split())
        text += f"; not beside {others}"
    return text


def _attribute(told: AttributeExplanation, layout: Layout) -> Iterator[str]:
    name = f"{told.element}@{told.name}" if told.element else f"@{told.name}"
    yield from layout.title(name, f"attribute of <{told.element}>" if told.element else "attribute")
    for use in told.uses:
        heading = use.owner or f"<{use.elements[0]}>"
        if len(use.elements) > 1 and not use.owner:
            heading = f"{len(use.elements)} elements, each of its own"
        yield from layout.section(heading, _use(use, layout))
    yield from _rules(told.rules, layout)


def _rules(rules: tuple[Rule, ...], layout: Layout) -> Iterator[str]:
    if rules:
        yield from layout.section("Rules beyond the grammar", ())
    for rule in rules:
        yield from layout.heading(rule.name, rule.message)


def _rule(told: RuleExplanation, layout: Layout) -> Iterator[str]:
    what = f"rule of {told.module}: {told.module_title} ({told.severity})"
    yield from layout.title(told.name, what)
    yield from layout.paragraph(told.message)
    yield ""
    about = [f"<{name}>" for name in told.elements] + [f"@{name}" for name in told.attributes]
    if about:
        yield from layout.row("About", ", ".join(about))
    yield from layout.row("Looks at", told.context)
    yield from layout.row("Wants" if told.wanted else "Forbids", told.test)


def _use(use: AttributeUse, layout: Layout) -> Iterator[str]:
    yield from layout.paragraph(use.gloss)
    yield from layout.row("Values", _values(use.attribute))
    if use.attribute.gloss:
        yield from layout.row("", use.attribute.gloss)
    if len(use.elements) > 1:
        yield from layout.row("Elements", layout.folded(use.elements, 12))


def _class(told: ClassExplanation, layout: Layout) -> Iterator[str]:
    yield from layout.title(told.name, f"{told.sort} of {told.module}: {told.module_title}")
    yield from layout.paragraph(told.gloss)
    yield ""
    yield from layout.row("Guidelines", told.url)
    if told.model:
        yield from layout.row("Stands for", told.model)
    if told.classes:
        yield from layout.row("Member of", ", ".join(one.name for one in told.classes))
    if told.subclasses:
        label = "Includes" if told.sort == "attribute class" else "Classes"
        yield from layout.row(label, ", ".join(one.name for one in told.subclasses))
    if told.elements:
        yield from layout.section("Elements", layout.names("", told.elements, 0))
    if told.attributes:
        yield from layout.section("Attributes", _attribute_groups(told.attributes, layout, False))
    if told.used_in and told.sort != "attribute class":
        yield from layout.section("Named in", layout.names("", told.used_in, 0))


def _code(told: CodeExplanation, layout: Layout) -> Iterator[str]:
    yield from layout.title(told.code, f"{told.rule}, {told.severity} ({told.family})")
    yield from layout.paragraph(told.meaning)
    for heading, text in (("Why it happens", told.cause), ("What to do", told.remedy)):
        if text:
            yield from layout.section(heading, layout.paragraph(text))
    if told.wrong:
        yield from layout.section("Wrong", layout.code(told.wrong))
    if told.right:
        yield from layout.section("Right", layout.code(told.right))
