"""Explains an element: what it is, what it holds, where it stands, which attributes it has."""

from __future__ import annotations

from teikit.explain.attributes import attribute_groups
from teikit.explain.catalogue import Catalogue, element_rows, module_titles, page
from teikit.explain.content import explain_content
from teikit.explain.examples import example
from teikit.explain.model import ElementExplanation
from teikit.explain.rules import rules_of


def explain_element(catalogue: Catalogue, name: str) -> ElementExplanation:
    """All about an element.

    Args:
        catalogue: the definitions.
        name: one of ``catalogue.elements``.
    """
    pattern = catalogue.elements[name]
    module, sections = element_rows()[name]
    return ElementExplanation(
        name=name,
        gloss=catalogue.gloss(name),
        module=module,
        module_title=module_titles()[module],
        sections=sections,
        url=page(name),
        classes=tuple(map(catalogue.described, catalogue.memberships(name))),
        content=explain_content(catalogue, pattern),
        parents=catalogue.by_module(catalogue.parents(name)),
        attributes=attribute_groups(catalogue, pattern.parts),
        rules=rules_of(name),
        example=example(catalogue, name),
    )
