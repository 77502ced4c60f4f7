"""The functions of XPath 2 that have the same value in XPath 1.0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["nodes", "string", "number", "boolean"]
"""What an expression yields."""


@dataclass(frozen=True, slots=True)
class Function:
    """What a function takes and gives.

    Attributes:
        takes: for each argument a letter: ``s`` a string or what becomes one, ``l`` a string,
            ``i`` a whole number, ``n`` nodes, ``1`` one node at most, ``b`` anything.
        gives: the kind of its value.
        optional: how many of the last arguments may be left out.
        context: whether it is about the context node if it has no argument.
    """

    takes: str
    gives: Kind
    optional: int = 0
    context: bool = False


FUNCTIONS = {
    "boolean": Function("b", "boolean"),
    "concat": Function("ss" + "s" * 30, "string", 30),
    "contains": Function("ss", "boolean"),
    "count": Function("n", "number"),
    "false": Function("", "boolean"),
    "last": Function("", "number", context=True),
    "local-name": Function("1", "string", 1, True),
    "name": Function("1", "string", 1, True),
    "namespace-uri": Function("1", "string", 1, True),
    "normalize-space": Function("s", "string", 1, True),
    "not": Function("b", "boolean"),
    "position": Function("", "number", context=True),
    "starts-with": Function("ss", "boolean"),
    "string": Function("s", "string", 1, True),
    "string-length": Function("s", "number", 1, True),
    "substring": Function("sii", "string", 1),
    "substring-after": Function("ss", "string"),
    "substring-before": Function("ss", "string"),
    "translate": Function("sll", "string"),
    "true": Function("", "boolean"),
}
XPATH1_FUNCTIONS: dict[str, Kind] = {
    "ceiling": "number",
    "floor": "number",
    "id": "nodes",
    "lang": "boolean",
    "number": "number",
    "round": "number",
    "sum": "number",
}
