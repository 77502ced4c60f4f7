"""What to do with something that stands in the wrong place: move, close, wrap."""

from __future__ import annotations

from collections.abc import Sequence

from teikit.schema.grammar import NOT_ALLOWED
from teikit.validate.events import QName
from teikit.validate.expectations import States
from teikit.validate.explain.telling import Setting
from teikit.validate.explain.wording import all_of, one_of, some_of, tag, tags
from teikit.validate.problems import Open

_OUTWARD = 2
_FEW = 2
_RARE = 5


def stay(setting: Setting, around: Sequence[Open], name: QName | None, before: QName | None) -> str:
    """What could be done so that something may stay: move it, close something, wrap it.

    Args:
        setting: the grammar and its name.
        around: the open elements.
        name: the element; ``None`` for text.
        before: the child before which it could have stood.

    Returns:
        A sentence; ``""`` if nothing helps.
    """
    parts = []
    if before:
        parts.append(f"move it before the first {tag(before)}")
    parent = around[-1]
    complete = setting.expectations.cost(parent.states) == 0
    wrappers = likely(setting, parent, name)
    closing = outward(setting, around, name) if complete or not wrappers else None
    if before or (closing and name is None):
        wrappers = likely(setting, parent, name, used=True)
    elif closing:
        wrappers = []
    if closing and not before:
        closed, container = closing
        what = tag(name) if name else "text"
        names = all_of([tag(element.name) for element in closed])
        parts.append(f"close {names} first: {what} may stand in {tag(container.name)}")
    if wrappers:
        parts.append(f"put it into {one_of(tags(wrappers))}")
    return sentence(parts)


def sentence(parts: Sequence[str]) -> str:
    """Alternatives as a sentence."""
    text = ", or ".join(parts[:_FEW])
    return f"{text[0].upper()}{text[1:]}." if text else ""


def expected(setting: Setting, parent: Open) -> str:
    """What may stand in an element by now, the likely things only."""
    expectations = setting.expectations
    needed = expectations.needed(parent.states, parent.meant)
    if needed:
        return f"Here must come {some_of(tags(needed), 3)}."
    names = tags(expectations.allowed(parent.states, parent.meant))
    if expectations.allows_text(parent.states):
        names.insert(0, "text")
    return f"Here may stand {some_of(names)}." if names else ""


def likely(
    setting: Setting, parent: Open, name: QName | None, *, used: bool = False
) -> list[QName]:
    """The elements that probably should be around something: none, one or two.

    Those that the parent needs; else those that hold such an element elsewhere in the document;
    else those that it has in such a parent; else, unless they must be ``used`` in such a parent,
    those that most encodings have.
    """
    expectations = setting.expectations
    usage = expectations.usage
    wrappers = [
        wrapper
        for wrapper in expectations.wrappers(parent.states, name, parent.meant)
        if wrapper[0] == parent.meant[0]
    ]
    needed = set(expectations.needed(parent.states, parent.meant))
    asked = [w for w in wrappers if w in needed]
    # What would still lack something, such as an <lg> with nothing but a heading, is no help.
    whole = {
        wrapper
        for wrapper in wrappers
        if expectations.complete_with(expectations.after_start(parent.states, wrapper), name)
    }
    known = [w for w in wrappers if name and usage.of(name, w)]
    possible = (
        [w for w in known if usage.of(w, parent.meant)],
        [] if used else known,
        [w for w in wrappers if usage.of(w, parent.meant)],
        [] if used else _common(setting, parent, wrappers),
    )
    for chosen in (asked, *([w for w in some if w in whole] for some in possible)):
        if chosen:
            # What is hardly used beside something used much is not worth a word.
            least = usage.of(chosen[0]) / _RARE
            return [w for w in chosen if usage.of(w) >= least][:_FEW]
    return []


def _common(setting: Setting, parent: Open, wrappers: Sequence[QName]) -> list[QName]:
    """The wrappers that most encodings have: those of running text, or the only ones."""
    expectations = setting.expectations
    common = [w for w in wrappers if expectations.usage.is_common(w)]
    mixed = [
        w for w in common if expectations.allows_text(expectations.after_start(parent.states, w))
    ]
    return mixed or (common if len(common) <= _FEW else [])


def too_late(setting: Setting, parent: Open, name: QName) -> QName | None:
    """The child of the parent after which an element could not come any more."""
    allows = setting.expectations.allows
    if not allows(parent.first, name):
        return None
    possible = [child for child, states in parent.history if allows(states, name)]
    return possible[-1] if possible else None


def outward(
    setting: Setting, around: Sequence[Open], name: QName | None
) -> tuple[list[Open], Open] | None:
    """The open elements to close before something may stand, and the one it then stands in."""
    closed: list[Open] = []
    for inner, outer in zip(reversed(around), reversed(around[:-1]), strict=False):
        closed.append(inner)
        if len(closed) > _OUTWARD or not inner.rests:
            return None
        if setting.expectations.holds(_after(setting, inner), name):
            return closed, outer
    return None


def _after(setting: Setting, inner: Open) -> States:
    """The states of the parent of an element if that ended, complete or not."""
    rows = [row for row, state in zip(inner.rests, inner.states, strict=False) if state]
    choice = setting.expectations.derivatives.choice
    return tuple(choice(*column) for column in zip(*rows, strict=True)) or (NOT_ALLOWED,)
