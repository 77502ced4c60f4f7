"""The place of a node in its document, in names as the document writes them."""

from __future__ import annotations

from collections import Counter
from typing import Any, TypeAlias

Steps: TypeAlias = "dict[Any, dict[Any, str]]"
"""For elements whose children have been counted, the step to each child."""


def name_of(element: Any) -> str:
    """An element's name as the document writes it; comments and instructions by their kind."""
    if not isinstance(element.tag, str):
        return "comment()" if element.tag.__name__ == "Comment" else "processing-instruction()"
    local = element.tag.rpartition("}")[2]
    return f"{element.prefix}:{local}" if element.prefix else local


def path_of(node: Any, element: Any, known: Steps) -> str:
    """The path of a node: ``/TEI/text/body/p[2]/@n``.

    Args:
        node: an element, or a node of elementpath.
        element: the element that it is or belongs to; the document has none.
        known: what has been counted so far; more is added.
    """
    if element is None:
        return "/"
    steps = []
    around = element
    while around is not None:
        steps.append(_step(around, known))
        around = around.getparent()
    path = "/" + "/".join(reversed(steps))
    if node is element:
        return path
    kind = type(node).__name__
    if "Attribute" in kind:
        return f"{path}/@{node.name.rpartition('}')[2]}"
    return f"{path}/{'text()' if 'Text' in kind else 'node()'}"


def _step(element: Any, known: Steps) -> str:
    parent = element.getparent()
    if parent is None:
        return name_of(element)
    if parent not in known:
        known[parent] = _steps_in(parent)
    return known[parent][element]


def _steps_in(parent: Any) -> dict[Any, str]:
    """The steps to all children, counted in one go: findings may be many."""
    total = Counter(child.tag for child in parent)
    seen: Counter[Any] = Counter()
    steps = {}
    for child in parent:
        seen[child.tag] += 1
        alone = total[child.tag] == 1
        steps[child] = name_of(child) + ("" if alone else f"[{seen[child.tag]}]")
    return steps
