"""Brings a schema to RELAX NG's simple form (specification, section 4)."""

from __future__ import annotations

from pathlib import Path

from teikit.schema.errors import SchemaError
from teikit.schema.grammar import EMPTY, NOT_ALLOWED, TEXT, Grammar, GrammarBuilder
from teikit.schema.prune import reachable
from teikit.schema.resolve import Definition, Resolver
from teikit.schema.restrictions import check_restrictions
from teikit.schema.sources import Sources
from teikit.schema.tree import Node

_IN_PROGRESS = -1


def simplify(path: Path, sources: Sources | None = None) -> Grammar:
    """The simple form of a RELAX NG schema file, in either syntax.

    Args:
        path: the schema; files that it includes are found beside it, never fetched.
        sources: reads the files; pass one to learn which files were read.

    Raises:
        InputError: a file cannot be read or is not XML.
        SchemaError: the schema breaks a rule of RELAX NG.
    """
    try:
        tree = Resolver(sources or Sources()).load(path)
        simplifier = _Simplifier()
        start = simplifier.pattern(tree)
        simplifier.finish_elements()
        grammar = reachable(simplifier.builder.grammar(start))
        check_restrictions(grammar, str(path))
        return grammar
    except RecursionError:
        raise SchemaError("the schema is nested too deeply", place=str(path)) from None
    except SchemaError as error:
        if error.place:
            raise
        raise SchemaError(error.message, hint=error.hint, place=str(path)) from None


class _Simplifier:
    """Builds patterns from the resolved tree.

    The contents of elements wait in a list, since an element may hold itself.
    """

    def __init__(self) -> None:
        self.builder = GrammarBuilder()
        self._definitions: dict[Definition, int] = {}
        self._elements: dict[Node, int] = {}
        self._waiting: list[tuple[int, Node]] = []

    def finish_elements(self) -> None:
        while self._waiting:
            element, node = self._waiting.pop()
            self.builder.set_content(element, self._all(node))

    def pattern(self, node: Node) -> int:
        """The index of a node's pattern; ``mixed``, ``optional`` and the like dissolve."""
        builder = self.builder
        match node.kind:
            case "ref" | "parentRef":
                assert node.target is not None
                return self._definition(node.target, node)
            case "group" | "define" | "start" | "externalRef":
                return self._all(node)
            case "choice" | "except":
                return builder.choice(map(self.pattern, node.children))
            case "interleave":
                return builder.interleave(map(self.pattern, node.children))
            case "optional":
                return builder.optional(self._all(node))
            case "zeroOrMore":
                return builder.zero_or_more(self._all(node))
            case "oneOrMore":
                return builder.one_or_more(self._all(node))
            case "mixed":
                return builder.interleave((self._all(node), TEXT))
            case "grammar":
                assert node.scope is not None
                return self._definition(node.scope.definitions[""], node)
            case _:
                return self._leaf(node)

    def _leaf(self, node: Node) -> int:
        builder = self.builder
        match node.kind:
            case "element":
                return self._element(node)
            case "attribute":
                assert node.name_class is not None
                value = self._all(node) if node.children else TEXT
                return builder.attribute(node.name_class, value)
            case "list":
                return builder.list(self._all(node))
            case "data":
                excepted = self._all(node) if node.children else NOT_ALLOWED
                return builder.data(node.library, node.type, node.params, excepted)
            case "value":
                return builder.value(node.library, node.type, node.value, node.ns)
            case kind:
                return {"empty": EMPTY, "text": TEXT, "notAllowed": NOT_ALLOWED}[kind]

    def _all(self, node: Node) -> int:
        """The children of a node as a group (section 4.12)."""
        return self.builder.group(list(map(self.pattern, node.children)))

    def _element(self, node: Node) -> int:
        element = self._elements.get(node)
        if element is None:
            assert node.name_class is not None
            element = self._elements[node] = self.builder.element(node.name_class)
            self._waiting.append((element, node))
        return self.builder.ref(element)

    def _definition(self, definition: Definition, node: Node) -> int:
        index = self._definitions.get(definition)
        if index == _IN_PROGRESS:
            raise node.error(
                f'"{node.name or "start"}" contains itself without an element in between'
            )
        if index is None:
            self._definitions[definition] = _IN_PROGRESS
            parts = [self._all(part) for part in definition.parts]
            if definition.combine == "choice":
                index = self.builder.choice(parts)
            else:
                index = self.builder.interleave(parts)
            self._definitions[definition] = index
        return index
