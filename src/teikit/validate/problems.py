"""A mistake as the grammar sees it: what was found, where, and what the state was."""

from __future__ import annotations

from dataclasses import dataclass

from teikit.validate.codes import Kind
from teikit.validate.derivative import QName
from teikit.validate.events import Place


@dataclass(frozen=True, slots=True)
class Open:
    """An element that was open at the place of a mistake.

    Attributes:
        name: its name in the document.
        meant: the name in the grammar whose rules it follows.
        place: its start tag.
        states: the patterns of what may come, before the mistake.
        rests: for each state and each of the parent's states, the parent's state after its end.
        first: the states at its beginning.
        wrapped: the patterns inside an element that seems to have been forgotten, if any.
        last: the child before, if there is one.
        history: children after which the states changed, with the states before each of them.
    """

    name: QName
    meant: QName
    place: Place
    states: tuple[int, ...]
    rests: tuple[tuple[int, ...], ...]
    first: tuple[int, ...]
    wrapped: tuple[int, ...]
    last: QName | None
    history: tuple[tuple[QName, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake.

    Attributes:
        kind: what sort of mistake.
        place: the tag or text; for attributes the start tag.
        element: the element that it is about.
        around: the open elements from the root on, that of an attribute included.
        attribute: the attribute that it is about, if it is about one.
        value: the text or the value that was found.
        meant: the element that the one found was taken for, to go on.
        other: elements that the mistake has to do with.
        attributes: for attributes, the names of all those in the start tag.
        patterns: for attributes, patterns of the element's start tag or of the value.
        first: the place of the first use of an ID, or where a missing element stands instead.
    """

    kind: Kind
    place: Place
    element: QName
    around: tuple[Open, ...]
    attribute: QName | None = None
    value: str = ""
    meant: QName | None = None
    other: tuple[QName, ...] = ()
    attributes: frozenset[QName] = frozenset()
    patterns: tuple[int, ...] = ()
    first: Place | None = None
