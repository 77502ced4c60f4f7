"""Pointers to elements of the same document: ``#id``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from teikit.checks.links.table import KINDS
from teikit.checks.links.use import MANY, Suggestions, Use
from teikit.checks.problem import Problem, quoted, times

_USUAL = 20
"""Where half of the pointers and more lead nowhere, so many of them follow a rule of their own."""

_SUGGESTIONS = 20
"""So many pointers get a suggestion; to look for more would take long."""


def inside_problems(
    uses: Iterable[Use], ids: Mapping[str, str], *, complete: bool
) -> Iterator[Problem]:
    """The problems of pointers into the document.

    Args:
        uses: the pointers, each with its fragment as ``pointer``.
        ids: the document's IDs, with the names of their elements.
        complete: whether these are all; included files that are not at hand may have more.
    """
    dangling = []
    seen: Counter[str] = Counter()
    for use in uses:
        fragment = use.pointer.partition("#")[2]
        seen[use.attribute] += 1
        if not fragment:
            hint = "Write the ID of the element after the #, or take the attribute out."
            message = f"@{use.attribute} is a # with no ID after it{times(use.count)}"
            yield use.problem("TK410", message, hint)
        elif "(" in fragment:
            continue  # An XPointer scheme: a path or a range and not an ID.
        elif fragment in ids or unquote(fragment) in ids:
            yield from _wrong_kind(use, ids.get(fragment) or ids[unquote(fragment)])
        elif complete:
            dangling.append(use)
    yield from _dangling(dangling, seen, ids)


def _wrong_kind(use: Use, element: str) -> Iterator[Problem]:
    kinds = KINDS.get(use.attribute)
    if kinds and element and element not in kinds:
        right = " or ".join(f"<{kind}>" for kind in sorted(kinds))
        message = f"@{use.attribute} points at {quoted(use.pointer)}, which is a <{element}>"
        hint = f"@{use.attribute} is for the ID of {right}."
        yield use.problem("TK413", message + times(use.count), hint)


def _dangling(uses: list[Use], seen: Counter[str], ids: Mapping[str, str]) -> Iterator[Problem]:
    counts = Counter(use.attribute for use in uses)
    elsewhere = {a for a, count in counts.items() if _is_a_rule(count, seen[a])}
    told: set[str] = set()
    totals: Counter[str] = Counter()
    for use in uses:
        totals[use.pointer] += use.count
    suggestions, nothing = Suggestions(ids), Suggestions(())
    for use in uses:
        key = f"@{use.attribute}" if use.attribute in elsewhere else use.pointer
        if key in told:
            continue
        told.add(key)
        if use.attribute in elsewhere:
            yield _elsewhere(use, counts[use.attribute], seen[use.attribute])
        else:
            known = suggestions if len(told) <= _SUGGESTIONS else nothing
            yield _nothing_there(use, totals[use.pointer], known)


def _is_a_rule(dangling: int, all_: int) -> bool:
    return dangling >= MANY and (dangling == all_ or dangling >= max(_USUAL, all_ / 2))


def _elsewhere(use: Use, dangling: int, all_: int) -> Problem:
    share = f"none of the {all_} IDs that @{use.attribute} points at is"
    if dangling < all_:
        share = f"{dangling} of the {all_} IDs that @{use.attribute} points at are not"
    message = f"{share} in this document, the first is {quoted(use.pointer)}"
    hint = f"If they are in another file, write its name before the #: people.xml{use.pointer}."
    return use.problem("TK414", message, hint)


def _nothing_there(use: Use, count: int, known: Suggestions) -> Problem:
    message = f"@{use.attribute} points at {quoted(use.pointer)}, but nothing here has that ID"
    fragment = unquote(use.pointer.partition("#")[2])
    near = known.near(fragment)
    if near:
        hint = f"Write #{near}, if that is meant."
        return use.problem("TK401", message + times(count), hint, f"#{near}")
    hint = f'Correct the pointer, or give its target xml:id="{fragment}".'
    return use.problem("TK401", message + times(count), hint)
