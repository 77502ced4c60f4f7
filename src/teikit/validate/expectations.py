"""What a grammar expects at a place: which elements, which of them are needed, and text."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy

from teikit.schema import nameclass
from teikit.schema.grammar import NOT_ALLOWED
from teikit.validate.derivative import Derivatives, QName
from teikit.validate.usage import Usage
from teikit.validate.vocabulary import Vocabulary

States = tuple[int, ...]
"""Patterns of which each is one reading of what came before; what any of them allows is allowed."""

_NOTHING: frozenset[int] = frozenset()
_ENDLESS = 1 << 20
# Of more elements than this nobody is told which one is missing; TEI has some 250 in one place.
_MANY = 2000


class Expectations:
    """Questions about the patterns of a grammar.

    Args:
        derivatives: the grammar's derivatives.
        usage: what the document uses; what it uses often is proposed first.
    """

    def __init__(self, derivatives: Derivatives, usage: Usage | None = None) -> None:
        self.derivatives = derivatives
        self.vocabulary = Vocabulary(derivatives)
        self.usage = usage or Usage()
        self._allowed: dict[tuple[States, QName | None], list[QName]] = {}
        self._wrappers: dict[tuple[States, QName | None, QName | None], list[QName]] = {}
        self._first: dict[int, frozenset[int]] = {}
        self._costs: dict[int, int] = {}

    def for_document(self, usage: Usage) -> Expectations:
        """The same expectations for another document; what was computed is shared."""
        other = copy(self)
        other.usage = usage
        other._allowed, other._wrappers = {}, {}
        return other

    def allowed(self, states: Iterable[int], parent: QName | None = None) -> list[QName]:
        """The elements that may come next: those that are needed first, then the often used.

        Args:
            states: the patterns of what may come.
            parent: the element around, whose usual children go to the front.
        """
        states = tuple(states)
        known = self._allowed.get((states, parent))
        if known is None:
            known = self._allowed[states, parent] = self._make_allowed(states, parent)
        return known

    def _make_allowed(self, states: States, parent: QName | None) -> list[QName]:
        elements = self.derivatives.grammar.elements
        names = {
            name
            for state in states
            for element in self._elements(state)
            for name in nameclass.names(elements[element].name_class)
        }
        needed = self._among_needed(states, names)
        return sorted(names, key=lambda n: (n not in needed, self.usage.order(n, parent)))

    def needed(self, states: States, parent: QName | None = None) -> list[QName]:
        """Those of the elements that may come next without which the parent cannot end."""
        if self.cost(states) == 0:
            return []
        found = self.allowed(states, parent)
        needed = self._among_needed(states, found)
        return [name for name in found if name in needed]

    def _among_needed(self, states: States, names: Iterable[QName]) -> set[QName]:
        cost = self.cost(states)
        names = tuple(names)
        if cost == 0 or len(names) > _MANY:
            return set()
        start = self.derivatives.start
        return {
            name
            for name in names
            if self.cost([rest for state in states for _, rest in start(state, name)] or states)
            < cost
        }

    def cost(self, states: Iterable[int]) -> int:
        """How many elements at least must come before the parent may end."""
        return min((self._cost(state) for state in states if state != NOT_ALLOWED), default=0)

    def _cost(self, index: int) -> int:
        known = self._costs.get(index)
        if known is None:
            match self.derivatives.patterns[index]:
                case ("ref", _):
                    known = 1
                case ("choice", members):
                    known = min(map(self._cost, members))
                case ("group" | "interleave", members):
                    known = sum(map(self._cost, members))
                case ("oneOrMore", member):
                    known = self._cost(member)
                case ("notAllowed",):
                    known = _ENDLESS
                case _:
                    known = 0
            self._costs[index] = known
        return known

    def _elements(self, index: int) -> frozenset[int]:
        """The element patterns that may come next."""
        known = self._first.get(index)
        if known is None:
            known = self._first[index] = self._make_elements(index)
        return known

    def _make_elements(self, index: int) -> frozenset[int]:
        match self.derivatives.patterns[index]:
            case ("ref", element):
                return frozenset((element,))
            case ("choice" | "interleave", members):
                return _NOTHING.union(*map(self._elements, members))
            case ("oneOrMore", member):
                return self._elements(member)
            case ("group", members):
                found = _NOTHING
                for member in members:
                    found |= self._elements(member)
                    if not self.derivatives.nullable(member):
                        break
                return found
        return _NOTHING

    def after_start(self, states: Iterable[int], name: QName) -> States:
        """The contents of an element that starts, its attributes left aside."""
        close = self.derivatives.close
        return tuple(
            close(content, forgiving=True)
            for state in states
            for content, _ in self.derivatives.start(state, name)
        )

    def allows(self, states: Iterable[int], name: QName) -> bool:
        """Whether an element may come next."""
        return any(self.derivatives.start(state, name) for state in states)

    def allows_text(self, states: Iterable[int]) -> bool:
        """Whether running text may come next."""
        return any(self._mixed(state) for state in states)

    def _mixed(self, index: int) -> bool:
        # A word that hardly any datatype or closed list allows stands for running text.
        return self.derivatives.text(index, "running text, at length.") != NOT_ALLOWED

    def wrappers(
        self, states: States, name: QName | None, parent: QName | None = None
    ) -> list[QName]:
        """The elements that may come next and could hold an element (or text), best first.

        Args:
            states: the patterns of what may come.
            name: the element to be held; ``None`` for text.
            parent: the element around, whose usual children go to the front.
        """
        key = states, name, parent
        known = self._wrappers.get(key)
        if known is None:
            known = self._wrappers[key] = [
                wrapper
                for wrapper in self.allowed(states, parent)
                if self.holds(self.after_start(states, wrapper), name)
            ]
        return known

    def holds(self, states: Iterable[int], name: QName | None) -> bool:
        """Whether an element, or text for ``None``, may come next."""
        return self.allows_text(states) if name is None else self.allows(states, name)

    def complete_with(self, states: Iterable[int], name: QName | None) -> bool:
        """Whether an element, or text for ``None``, may come next and then nothing need follow."""
        if name is None:
            return self.allows_text(states) and self.cost(states) == 0
        rests = [rest for state in states for _, rest in self.derivatives.start(state, name)]
        return bool(rests) and self.cost(rests) == 0

    def contents(self, name: QName) -> States:
        """The contents that the grammar declares for an element, its attributes left aside."""
        close = self.derivatives.close
        return tuple(
            close(content, forgiving=True) for content in self.vocabulary.declared.get(name, ())
        )
