"""Name classes of RELAX NG: which names they hold, and whether two of them overlap.

A name class is a tuple: ``("name", ns, local)``, ``("nsName", ns, except)``,
``("anyName", except)`` or ``("choice", left, right)``; an absent except is ``None``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

NameClass = tuple[Any, ...]

# A namespace and a local name that no schema or document can contain stand for
# "any other name": U+0000 is not an XML character.
_OTHER = "\0"


def contains(name_class: NameClass, ns: str, local: str) -> bool:
    """Whether the name with this namespace (``""`` for none) is in the class."""
    kind = name_class[0]
    if kind == "name":
        return bool(name_class[1] == ns and name_class[2] == local)
    if kind == "choice":
        return contains(name_class[1], ns, local) or contains(name_class[2], ns, local)
    if kind == "nsName" and name_class[1] != ns:
        return False
    excepted = name_class[-1]
    return excepted is None or not contains(excepted, ns, local)


def is_infinite(name_class: NameClass) -> bool:
    """Whether the class has a wildcard (``anyName`` or ``nsName``) outside an except."""
    if name_class[0] == "choice":
        return is_infinite(name_class[1]) or is_infinite(name_class[2])
    return bool(name_class[0] != "name")


def names(name_class: NameClass) -> Iterator[tuple[str, str]]:
    """The names spelt out in the class, excepts left aside, as pairs (namespace, local)."""
    if name_class[0] == "name":
        yield name_class[1], name_class[2]
    elif name_class[0] == "choice":
        yield from names(name_class[1])
        yield from names(name_class[2])


def overlap(left: NameClass, right: NameClass) -> bool:
    """Whether some name is in both classes.

    It is enough to try one name of every kind that either class tells apart (James Clark,
    "The Design of RELAX NG", section 7).
    """
    if left[0] == right[0] == "name":
        return left == right
    return any(
        contains(left, ns, local) and contains(right, ns, local)
        for ns, local in {*_representatives(left), *_representatives(right)}
    )


def _representatives(name_class: NameClass) -> Iterator[tuple[str, str]]:
    kind = name_class[0]
    if kind == "name":
        yield name_class[1], name_class[2]
    elif kind == "choice":
        yield from _representatives(name_class[1])
        yield from _representatives(name_class[2])
    else:
        yield (name_class[1] if kind == "nsName" else _OTHER), _OTHER
        if name_class[-1] is not None:
            yield from _representatives(name_class[-1])


def choice(classes: Sequence[NameClass]) -> NameClass:
    """The union of one or more classes, as a balanced tree."""
    if len(classes) == 1:
        return classes[0]
    middle = len(classes) // 2
    return ("choice", choice(classes[:middle]), choice(classes[middle:]))
