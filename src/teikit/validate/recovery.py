"""Guesses what was meant by an element that is not allowed, so that checking can go on."""

from __future__ import annotations

from typing import Literal

from teikit.schema import nameclass
from teikit.validate.events import QName
from teikit.validate.expectations import Expectations, States
from teikit.validate.foreign import tei_names
from teikit.validate.spelling import nearest

# With so many unknown names a document is not misspelt: it is none, or made to take time.
_MOST_GUESSES = 1000

Guess = tuple[Literal["namespace", "element"], QName]


class Recovery:
    """Guesses for one document.

    Args:
        expectations: what the grammar expects.
    """

    def __init__(self, expectations: Expectations) -> None:
        self._expectations = expectations
        self._namespaces: dict[str, str] = {}
        self._guesses: dict[tuple[States, QName, bool], Guess | None] = {}

    def translated(self, name: QName) -> QName:
        """A name with its namespace put right, if the document's root had it wrong."""
        return (self._namespaces.get(name[0], name[0]), name[1]) if self._namespaces else name

    def guess(self, states: States, name: QName, *, is_root: bool) -> Guess | None:
        """What an element probably was meant to be, and what is wrong with it.

        Args:
            states: the patterns of what may come.
            name: the element, which is not allowed.
            is_root: whether it is the document's root.

        Returns:
            ``None`` for an element that the grammar knows, or if there is no likely meaning.
        """
        key = states, name, is_root
        if key not in self._guesses:
            if len(self._guesses) >= _MOST_GUESSES:
                return None
            self._guesses[key] = self._guess(states, name, is_root)
        return self._guesses[key]

    def _guess(self, states: States, name: QName, is_root: bool) -> Guess | None:
        expectations = self._expectations
        if name in expectations.vocabulary.declared:
            return None
        by_local: dict[str, QName] = {}
        for candidate in expectations.allowed(states):
            by_local.setdefault(candidate[1], candidate)
        known = name[0] in expectations.vocabulary.namespaces
        if not known and (name[1] in by_local or is_root or not name[0]):
            local = name[1] if name[1] in by_local else self._similar(name[1], by_local)
            if local is not None:
                self._namespaces[name[0]] = by_local[local][0]
                return "namespace", by_local[local]
        if not known:
            return None
        local = self._similar(name[1], by_local)
        if local is not None:
            return "element", by_local[local]
        # Not allowed here under any spelling: at least its own content can be checked.
        local = nearest(name[1], expectations.vocabulary.namespaces[name[0]])
        return None if local is None else ("element", (name[0], local))

    def _similar(self, local: str, candidates: dict[str, QName]) -> str | None:
        foreign = (name for name in tei_names(local) if name in candidates)
        return next(foreign, None) or nearest(local, candidates)

    def wrapped(self, states: States, name: QName | None, parent: QName) -> States:
        """The content of the element that probably was forgotten around an element or text.

        Args:
            states: the patterns of what may come.
            name: the element; ``None`` for text.
            parent: the element around.
        """
        wrappers = self._expectations.wrappers(states, name, parent)
        return self._expectations.after_start(states, wrappers[0]) if wrappers else ()

    def needed_before(self, states: States, name: QName, parent: QName) -> tuple[QName, ...]:
        """The elements of which one is missing before an element.

        Args:
            states: the patterns of what may come instead of the element.
            name: the element.
            parent: the element around.
        """
        start = self._expectations.derivatives.start
        needed = self._expectations.needed(states, parent)
        fitting = [
            other
            for other in needed
            if any(
                start(rest, name, skipping=True)
                for state in states
                for _, rest in start(state, other)
            )
        ]
        return tuple(fitting or needed)

    def similar_attributes(self, states: States, name: QName) -> frozenset[int]:
        """The attribute patterns with the name that was probably meant by another one."""
        derivatives = self._expectations.derivatives
        by_name: dict[str, set[int]] = {}
        for state in states:
            for attribute in derivatives.attributes(state):
                for ns, local in nameclass.names(derivatives.patterns[attribute][1]):
                    shown = f"xml:{local}" if ns else local
                    by_name.setdefault(shown, set()).add(attribute)
        found = nearest(name[1], by_name)
        return frozenset(by_name[found] if found else ())
