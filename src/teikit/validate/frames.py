"""An open element while the document goes by."""

from __future__ import annotations

from collections.abc import Mapping

from teikit.validate.events import Place, QName
from teikit.validate.expectations import States
from teikit.validate.problems import Open

Rests = tuple[tuple[int, ...], ...]
"""For each reading of an element, and for each of its parent's, the parent's state after it."""


class Frame:
    """An open element.

    ``states`` are the patterns of what may come; none means that nothing is checked here. ``rests``
    has for each of them, and for each of the parent's states, what the parent's state becomes at
    the end; ``None`` leaves the parent as it was. ``wrapped`` stands in for ``states`` while the
    document goes on as if an element had been opened that was forgotten. What is in a
    ``doubtful`` element need not fit it, because it is probably the wrong element.
    """

    __slots__ = (
        "context",
        "doubtful",
        "first",
        "has_children",
        "history",
        "last",
        "meant",
        "name",
        "owed",
        "place",
        "rests",
        "run",
        "spoilt",
        "states",
        "text_place",
        "texts",
        "within_wrapped",
        "wrapped",
    )

    def __init__(
        self, name: QName, meant: QName, place: Place, states: States, rests: Rests | None
    ) -> None:
        self.name, self.meant, self.place = name, meant, place
        self.states = self.first = states
        self.rests = rests
        self.history: dict[States, QName] = {}
        self.wrapped: States = ()
        self.within_wrapped = False
        self.last: QName | None = None
        # Names that must come first but did not, and the number of the problem that says so.
        self.owed: dict[QName, int] = {}
        # The misplaced element that came last, if only others like it came since.
        self.run: QName | None = None
        self.spoilt = self.has_children = self.doubtful = False
        self.texts: list[str] = []
        self.text_place: Place | None = None
        self.context: Mapping[str, str] = {}

    def freeze(self) -> Open:
        """The element as a problem keeps it."""
        history = tuple((name, states) for states, name in self.history.items())
        rests = self.rests or ()
        return Open(
            self.name,
            self.meant,
            self.place,
            self.states,
            rests,
            self.first,
            self.wrapped,
            self.last,
            history,
        )
