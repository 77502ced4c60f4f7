"""Finds the mistakes in a document, one for each cause, by following it through a grammar.

After a mistake it goes on as if the document had been meant in the likeliest way, so that the next
mistake is found too and the same one is not told again. Without a mistake nothing is guessed: a
document has no problems exactly if the grammar allows it and its IDs are right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from teikit.schema.grammar import NOT_ALLOWED
from teikit.validate.codes import Kind
from teikit.validate.events import Place, QName
from teikit.validate.expectations import Expectations, States
from teikit.validate.foreign import tei_names
from teikit.validate.frames import Frame, Rests
from teikit.validate.identifiers import Identifiers
from teikit.validate.problems import Open, Problem
from teikit.validate.recovery import Recovery

_Started = tuple[States, Rests]
_SPACE = " \t\r\n"


class Diagnosis:
    """Handles a document's events and collects its problems.

    Args:
        expectations: what the grammar expects.
        identifiers: checks IDs; ``None`` leaves them unchecked.
    """

    def __init__(self, expectations: Expectations, identifiers: Identifiers | None = None) -> None:
        self.problems: list[Problem] = []
        self._expectations = expectations
        self._derivatives = expectations.derivatives
        self._identifiers = identifiers
        self._recovery = Recovery(expectations)
        self._started: dict[tuple[States, QName, bool], _Started | None] = {}
        self._ended: dict[tuple[Rests, tuple[bool, ...]], States] = {}
        nowhere = ("", "")
        start = (self._derivatives.grammar.start,)
        self._stack = [Frame(nowhere, nowhere, Place(1, 1), start, None)]

    def finish(self) -> list[Problem]:
        """All problems in the order of the document, after its last event."""
        if self._identifiers is not None:
            self.problems += self._identifiers.finish()
        return sorted(self.problems, key=lambda problem: problem.place)

    def start(
        self,
        name: QName,
        attributes: list[tuple[QName, str]],
        place: Place,
        context: Mapping[str, str],
    ) -> None:
        """An element starts."""
        parent = self._stack[-1]
        if parent.texts:
            self._finish_text(parent)
        parent.has_children = True
        meant = self._recovery.translated(name)
        started = self._start(parent.states, meant)
        if started is not None:
            parent.wrapped, parent.run = (), None
            frame = Frame(name, meant, place, *started)
            if parent.owed:
                self._settle(parent, meant, place)
        else:
            frame = self._start_anyway(parent, name, meant, place)
        frame.context = context
        self._stack.append(frame)
        if frame.states:
            self._take_attributes(frame, attributes, context)
        if self._identifiers is not None and attributes:
            self._identifiers.take(frame.meant, attributes, place, self.around)

    def text(self, text: str, place: Place) -> None:
        """A part of a text."""
        frame = self._stack[-1]
        if frame.text_place is None:
            blank = len(text) - len(text.lstrip(_SPACE))
            if blank < len(text):
                frame.text_place = Place(place.line, place.column + (blank if place.column else 0))
        frame.texts.append(text)

    def end(self, place: Place) -> None:
        """The last element ends."""
        frame = self._stack[-1]
        mask = self._finish_content(frame, place)
        self._stack.pop()
        parent = self._stack[-1]
        parent.last = frame.name
        if frame.rests is None or not mask:
            return
        states = self._end(frame.rests, mask)
        if frame.within_wrapped:
            parent.wrapped = states
        elif states != parent.states:
            parent.history.setdefault(parent.states, frame.name)
            parent.states = states

    def around(self) -> tuple[Open, ...]:
        """The open elements as problems keep them."""
        return tuple(frame.freeze() for frame in self._stack[1:])

    def _report(self, kind: Kind, place: Place, element: QName, **facts: object) -> None:
        self.problems.append(Problem(kind, place, element, self.around(), **facts))  # type: ignore[arg-type]

    def _start(self, states: States, name: QName, skipping: bool = False) -> _Started | None:
        """The contents and rests of an element that is allowed, ``None`` for one that is not."""
        key = states, name, skipping
        if key not in self._started:
            rests: dict[int, list[int]] = {}
            for number, state in enumerate(states):
                for content, rest in self._derivatives.start(state, name, skipping=skipping):
                    rests.setdefault(content, [NOT_ALLOWED] * len(states))[number] = rest
            found = tuple(rests), tuple(map(tuple, rests.values()))
            self._started[key] = found if rests else None
        return self._started[key]

    def _end(self, rests: Rests, mask: tuple[bool, ...]) -> States:
        """The parent's states after an element of which some readings are complete."""
        key = rests, mask
        known = self._ended.get(key)
        if known is None:
            complete = [row for row, good in zip(rests, mask, strict=True) if good]
            columns = zip(*complete, strict=True)
            known = self._ended[key] = tuple(self._derivatives.choice(*c) for c in columns)
        return known

    def _start_anyway(self, parent: Frame, name: QName, meant: QName, place: Place) -> Frame:
        """Open an element that is not allowed, as what it probably was meant to be."""
        declared = self._expectations.vocabulary.declared
        if not parent.states or (parent.doubtful and meant in declared):
            return Frame(name, meant, place, declared.get(meant, ()), None)
        if self._settle(parent, meant, place):
            return Frame(name, meant, place, declared[meant], None)
        started = self._start(parent.wrapped, meant)
        if started is not None:
            frame = Frame(name, meant, place, *started)
            frame.within_wrapped = True
            return frame
        return self._start_wrong(parent, name, meant, place)

    def _settle(self, parent: Frame, name: QName, place: Place) -> bool:
        """Whether an element was missing before; then the problem that said so gets its place."""
        number = parent.owed.get(name)
        if number is None:
            return False
        parent.owed.clear()
        self.problems[number] = replace(self.problems[number], first=place, other=(name,))
        return True

    def _start_wrong(self, parent: Frame, name: QName, meant: QName, place: Place) -> Frame:
        states = parent.states + parent.wrapped
        translated = meant
        guess = self._recovery.guess(states, meant, is_root=len(self._stack) == 1)
        if guess is not None:
            kind, meant = guess
            found = name if kind == "namespace" else translated
            self._report(kind, place, found, meant=meant)
            started = self._start(parent.states, meant)
            if started is not None:
                return Frame(name, meant, place, *started)
            started = self._start(parent.wrapped, meant)
            if started is not None:
                frame = Frame(name, meant, place, *started)
                frame.within_wrapped = True
                return frame
        elif self._expectations.vocabulary.declared.get(meant) and len(self._stack) > 1:
            skipped = self._start(parent.states, meant, skipping=True)
            if skipped is not None:
                return self._start_early(parent, name, meant, place, skipped)
        if guess is None and parent.run != meant:
            self._report("element", place, translated)
        parent.run = meant if guess is None else None
        parent.spoilt = True
        return self._start_wrapped(parent, name, meant, place)

    def _start_wrapped(self, parent: Frame, name: QName, meant: QName, place: Place) -> Frame:
        """Open a misplaced element as if what can hold it had been opened before."""
        declared = self._expectations.vocabulary.declared.get(meant, ())
        parent.wrapped = (
            self._recovery.wrapped(parent.states, meant, parent.meant) if declared else ()
        )
        started = self._start(parent.wrapped, meant)
        if started is None:
            frame = Frame(name, meant, place, declared, None)
        else:
            frame = Frame(name, meant, place, *started)
            frame.within_wrapped = True
        # Where no open element could hold it, not its place may be wrong but its name.
        possible = (parent.first, *(outer.states for outer in self._stack))
        frame.doubtful = not any(self._start(states, meant) for states in possible) and not (
            started and self._expectations.cost(parent.states)
        )
        return frame

    def _start_early(
        self, parent: Frame, name: QName, meant: QName, place: Place, started: _Started
    ) -> Frame:
        """Open an element before which something required is missing."""
        if not parent.spoilt:
            needed = self._recovery.needed_before(parent.states, meant, parent.meant)
            parent.owed.update(dict.fromkeys(needed, len(self.problems)))
            self._report("order", place, name, other=needed)
        parent.wrapped = ()
        return Frame(name, meant, place, *started)

    def _take_attributes(
        self,
        frame: Frame,
        attributes: list[tuple[QName, str]],
        context: Mapping[str, str],
    ) -> None:
        derivatives = self._derivatives
        names: frozenset[QName] = frozenset()
        for name, value in attributes:
            states = tuple(
                derivatives.attribute(state, name, value, context) for state in frame.states
            )
            if any(states):
                frame.states = states
            else:
                names = names or frozenset(name for name, _ in attributes)
                self._take_wrong_attribute(frame, name, value, names)
        closed = tuple(map(derivatives.close, frame.states))
        if not any(closed) and frame.doubtful:
            closed = tuple(derivatives.close(state, forgiving=True) for state in frame.states)
        elif not any(closed):
            self._report(
                "attribute-missing",
                frame.place,
                frame.name,
                meant=frame.meant,
                patterns=frame.states,
            )
            closed = tuple(derivatives.close(state, forgiving=True) for state in frame.states)
        frame.states = frame.first = closed

    def _take_wrong_attribute(
        self, frame: Frame, name: QName, value: str, names: frozenset[QName]
    ) -> None:
        derivatives = self._derivatives
        candidates = {a for state in frame.states for a in derivatives.named(state, name)}
        declared = self._expectations.vocabulary.declared.get(frame.meant, frame.first)
        kind: Kind = "attribute-value"
        foreign = frame.name != frame.meant and tei_names(frame.name[1])
        if not candidates and (foreign or frame.doubtful):
            # An element of another vocabulary has attributes of that vocabulary.
            return
        if not candidates:
            known = any(derivatives.named(content, name) for content in declared)
            kind = "attribute-conflict" if known else "attribute"
        values = tuple(sorted({derivatives.patterns[a][2] for a in candidates}))
        self._report(
            kind,
            frame.place,
            frame.name,
            meant=frame.meant,
            attribute=name,
            value=value,
            patterns=values or frame.first,
            attributes=names,
        )
        chosen = frozenset(candidates) or self._recovery.similar_attributes(frame.states, name)
        if chosen:
            frame.states = tuple(derivatives.consume(state, chosen) for state in frame.states)

    def _finish_text(self, frame: Frame) -> None:
        """Take the text before a child element."""
        text, place = "".join(frame.texts), frame.text_place
        frame.texts.clear()
        frame.text_place = None
        if not frame.states or place is None:
            return
        after = self._after_text(frame.states, text)
        if any(after):
            frame.states = after
            return
        within = self._after_text(frame.wrapped, text)
        if any(within):
            frame.wrapped = within
            return
        if not frame.doubtful:
            self._report("text", place, frame.name, value=text, meant=frame.meant)
        frame.spoilt = True
        frame.wrapped = self._recovery.wrapped(frame.states, None, frame.meant)

    def _after_text(self, states: States, text: str) -> States:
        return tuple(self._derivatives.text(state, text) for state in states)

    def _finish_content(self, frame: Frame, place: Place) -> tuple[bool, ...]:
        """Which readings of an element are complete at its end; problems are reported."""
        derivatives = self._derivatives
        if frame.has_children:
            if frame.texts:
                self._finish_text(frame)
        elif frame.states and (frame.texts or any(map(derivatives.stringy, frame.states))):
            return self._finish_string(frame, place)
        mask = tuple(map(derivatives.nullable, frame.states))
        if any(mask) or not mask:
            return mask
        if not frame.spoilt and not frame.doubtful:
            self._report_missing(frame, place)
        return tuple(state != NOT_ALLOWED for state in frame.states)

    def _finish_string(self, frame: Frame, place: Place) -> tuple[bool, ...]:
        """The end of an element without children: its text counts as a whole."""
        text, found_at = "".join(frame.texts), frame.text_place
        matches, states = self._derivatives.matches, frame.states
        mask = tuple(matches(state, text, frame.context) for state in states)
        if any(mask) or frame.doubtful:
            return mask
        if any(map(self._derivatives.stringy, states)):
            at = found_at or frame.place
            self._report("content", at, frame.name, value=text, meant=frame.meant, patterns=states)
        elif found_at is None or any(self._after_text(states, text)):
            self._report_missing(frame, place)
        else:
            self._report("text", found_at, frame.name, value=text, meant=frame.meant)
        return tuple(state != NOT_ALLOWED for state in states)

    def _report_missing(self, frame: Frame, place: Place) -> None:
        needed = tuple(self._expectations.needed(frame.states, frame.meant))
        self._report("missing", place, frame.name, meant=frame.meant, other=needed)
