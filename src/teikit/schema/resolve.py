"""Joins the files and grammars of a schema: inclusion, combination, references.

These are the steps 4.6, 4.7 and 4.16 to 4.18 of the RELAX NG specification. They leave the tree
as it is; grammars get their scope, references their target.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from teikit.schema import constraints
from teikit.schema.sources import Sources
from teikit.schema.tree import Node

MOST_REFERENCES = 1000
"""How many inclusions and external references a schema may have."""


@dataclass(slots=True, eq=False)
class Definition:
    """What a name stands for in a grammar, all its parts together.

    Attributes:
        parts: the ``define`` or ``start`` nodes of that name.
        combine: how several parts go together: ``"choice"``, ``"interleave"``, or ``""`` for one.
    """

    parts: list[Node] = field(default_factory=list)
    combine: str = ""


@dataclass(slots=True, eq=False)
class Scope:
    """The definitions of one grammar pattern.

    Attributes:
        parent: the scope of the grammar around it.
        definitions: by name; the start has the name ``""``.
    """

    parent: Scope | None
    definitions: dict[str, Definition] = field(default_factory=dict)


class Resolver:
    """Resolves one schema."""

    def __init__(self, sources: Sources) -> None:
        """Take the files from these sources."""
        self._sources = sources
        self._open: list[Path] = []
        self._references = 0

    def load(self, path: Path) -> Node:
        """The resolved tree of a schema file."""
        path = path.absolute()
        node = self._sources.parse(path)
        self._open.append(path)
        self._resolve(node, None)
        self._open.pop()
        return node

    def _resolve(self, node: Node, scope: Scope | None) -> None:
        if node.kind == "grammar":
            self._grammar(node, scope)
            return
        if node.kind in ("ref", "parentRef"):
            node.target = _target(node, scope)
        elif node.kind == "externalRef":
            path, child = self._enter(node)
            node.children = [child]
            self._resolve(child, None)
            self._leave(path)
            return
        constraints.check(node)
        for child in node.children:
            self._resolve(child, scope)

    def _grammar(self, node: Node, parent: Scope | None) -> None:
        node.scope = scope = Scope(parent)
        for component in self._components(node):
            definition = scope.definitions.setdefault(component.name, Definition())
            definition.parts.append(component)
        if "" not in scope.definitions:
            raise node.error("the grammar has no start", "Say which element comes first: start = …")
        for definition in scope.definitions.values():
            definition.combine = _combination(definition.parts)
            for part in definition.parts:
                for child in part.children:
                    self._resolve(child, scope)

    def _components(self, node: Node) -> list[Node]:
        """The definitions in a grammar, div or include, those of included files among them."""
        components: list[Node] = []
        for child in node.children:
            if child.kind == "div":
                components += self._components(child)
            elif child.kind == "include":
                components += self._included(child)
            else:
                components.append(child)
        return components

    def _included(self, node: Node) -> Iterator[Node]:
        """The definitions of an included grammar, less those that the include replaces."""
        path, grammar = self._enter(node)
        if grammar.kind != "grammar":
            raise node.error(f"the included schema {path.name} is not a grammar")
        theirs = self._components(grammar)
        self._leave(path)
        own = self._components(node)
        missing = {component.name for component in own} - {other.name for other in theirs}
        for component in own:
            if component.name in missing:
                name = component.name or "start"
                raise component.error(
                    f'"{name}" replaces nothing: {path.name} does not define it',
                    "Move it out of the include.",
                )
        replaced = {component.name for component in own}
        yield from (component for component in theirs if component.name not in replaced)
        yield from own

    def _enter(self, node: Node) -> tuple[Path, Node]:
        # A hostile schema could double the inclusions with each file.
        self._references += 1
        if self._references > MOST_REFERENCES:
            raise node.error(f"the schema includes files more than {MOST_REFERENCES} times")
        path, tree = self._sources.parse_reference(node)
        if path in self._open:
            raise node.error(f"the schema includes itself through {path.name}")
        self._open.append(path)
        return path, tree

    def _leave(self, path: Path) -> None:
        self._open.remove(path)


def _target(node: Node, scope: Scope | None) -> Definition:
    if scope is None:
        raise node.error(f'the reference "{node.name}" stands outside a grammar')
    if node.kind == "parentRef":
        if scope.parent is None:
            raise node.error("there is no grammar around this one", "Refer to it without parent.")
        scope = scope.parent
    definition = scope.definitions.get(node.name)
    if definition is None:
        raise node.error(f'"{node.name}" is not defined')
    return definition


def _combination(parts: list[Node]) -> str:
    """How the parts of a definition combine (section 4.17)."""
    methods = {part.combine for part in parts} - {""}
    plain = [part for part in parts if not part.combine]
    name = parts[0].name or "start"
    if len(plain) > 1:
        raise plain[1].error(
            f'"{name}" is defined twice', 'Combine both with "|=" or "&=" (combine="…").'
        )
    if len(methods) > 1:
        raise parts[-1].error(f'the parts of "{name}" combine in different ways')
    return methods.pop() if methods else ""
