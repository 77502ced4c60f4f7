"""Forms: how a number is printed with what stands round it, as ``(#)`` or ``[Footnote #: …]``.

In a form, ``#`` stands for the number (``ⁿ`` for one in raised figures) and ``…`` for the words
that go with it; all else stands for itself. Conventions are written with forms, and ``@rend``
keeps them, so that the plain text can be printed again.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from heapq import merge
from typing import NamedTuple

from teikit.encode.structure.lines import lines_with

NUMBERS = {
    "figures": r"\d{1,4}",
    "folios": r"\d{1,4}[rvab]?",
    "roman": r"[ivxlc]{1,7}|[IVXLC]{1,7}",
    "letters": r"[A-Z]",
    "small letters": r"[a-z]",
    "signs": r"[*†‡§¶‖|](?:(?<=\*)\*{,4}|(?<=†)†{,2}|(?<=‡)‡{,2}|(?<=§)§?|(?<=\|)\||(?<=[¶‖]))",
}
"""What the number of a note or of a page may be made of."""

_FIRST = {
    "figures": string.digits,
    "folios": string.digits,
    "roman": "ivxlcIVXLC",
    "letters": string.ascii_uppercase,
    "small letters": string.ascii_lowercase,
    "signs": "*†‡§¶‖|",
}

_LONGEST_LINE = 20  # characters of a number with what stands round it
_NUMBER_SIGNS = "#ⁿ"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED, "0123456789")
_BLANK = r"[^\S\n\f]"
_BRACKETS = {"]": "[", ")": "(", "}": "{"}
# Without brackets, a figure or a sign is a marker only behind a word.
# Both look behind from after the first figure: what begins with a figure is found fast.
_MARKS = r"[.,;:!?\"'”’»)]"
# What ``\d`` says, but ranges without a figure, where most letters are, are passed over faster.
_FIGURE = r"[^\0-/:-\u065f\u1c5a-\ua61f\uac00-\uff0f](?<=\d)"
_FIRST_FIGURE = (
    rf"{_FIGURE}(?:(?<=[^\W\d_]\d)|(?<=[^\W\d_]{_MARKS}\d)|(?<=[^\W\d_]{_MARKS}{_MARKS}\d))"
)
_BEHIND_WORD = r"(?<!\*)(?:(?<=[^\s*])|(?<=[\w.,;:!?\"'”’»)] ))"


class Mark(NamedTuple):
    """A number in the text: where, which (in plain figures), and in which form."""

    start: int
    end: int
    n: str
    form: str


@dataclass(frozen=True, slots=True)
class Opening:
    """How the body of a note begins.

    Attributes:
        n: its number or sign.
        form: its form; without a space before ``…`` where the words follow at once.
        end: offset after the number and what stands round it.
        closer: the bracket that closes the body, or ``""``.
    """

    n: str
    form: str
    end: int
    closer: str


def find_marks(
    text: str,
    start: int,
    end: int,
    forms: tuple[str, ...],
    numbers: tuple[str, ...],
    *,
    anywhere: bool = False,
) -> Iterator[Mark]:
    """The numbers in a range of a text that stand in one of some forms, in order.

    A form without brackets counts only behind a word, or ``anywhere``.

    >>> marks = find_marks("A mill (12) [3].", 0, 16, ("[#]", "(#)"), ("figures",))
    >>> [mark.n for mark in marks]
    ['12', '3']
    """
    # Forms that begin with a character of their own are found in one search.
    bare = [(form,) for form in forms if form[0] in _NUMBER_SIGNS]
    others = tuple(form for form in forms if form[0] not in _NUMBER_SIGNS)
    groups = [others, *bare] if others else bare
    found = [_find(text, start, end, group, numbers, anywhere) for group in groups]
    done = start
    for mark in merge(*found) if len(found) > 1 else found[0]:
        if mark.start >= done:
            done = mark.end
            yield mark


def _find(
    text: str,
    start: int,
    end: int,
    forms: tuple[str, ...],
    numbers: tuple[str, ...],
    anywhere: bool,
) -> Iterator[Mark]:
    if "ⁿ" in forms[0] and not any(figure in text for figure in _RAISED):
        return
    pattern, behind = _mark_pattern(forms, numbers, anywhere)
    for match in pattern.finditer(text, start, end):
        if behind is None or behind.match(text, match.start()):
            yield _mark(text, match)


def _mark(text: str, match: re.Match[str]) -> Mark:
    assert match.lastindex
    at, number = match.start(), match[match.lastindex]
    before = text[at : match.start(match.lastindex)]
    after = text[match.end(match.lastindex) : match.end()]
    sign = "ⁿ" if number[0] in _RAISED else "#"
    return Mark(at, match.end(), number.translate(_PLAIN), before + sign + after)


def find_lone_marks(
    text: str, start: int, end: int, forms: tuple[str, ...], numbers: tuple[str, ...]
) -> Iterator[Mark]:
    r"""The numbers in a range of a text that have a line to themselves, in one of some forms.

    >>> found = find_lone_marks("A mill\n - 12 -\n13", 0, 16, ("- # -",), ("figures",))
    >>> [mark.form for mark in found]
    ['- # -']
    """
    pattern = _any_of(forms, numbers)
    characters = "".join(map(re.escape, sorted(first_characters(forms, numbers))))
    line = rf"[^\S\n]*(?P<line>[{characters}\d][^\n]{{,{_LONGEST_LINE}}}?)[^\S\n]*$"
    for match in lines_with(line, text, start, end):
        if mark := pattern.fullmatch(text, *match.span("line")):
            yield _mark(text, mark)


@lru_cache(maxsize=256)
def _mark_pattern(
    forms: tuple[str, ...], numbers: tuple[str, ...], anywhere: bool
) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """What matches a bare form or one of several others, and what has to stand before it.

    A pattern begins with a character, never with a look behind it: that is what makes it fast.
    """
    form = forms[0]
    if _parts(form) != ("", ""):
        return _any_of(forms, numbers), None
    number = _number(form, numbers)
    if "ⁿ" in form:
        return re.compile(f"({number})"), None if anywhere else re.compile(r"(?<=\S)")
    if "signs" in numbers and not anywhere:
        return re.compile(rf"({number})(?![\w*])"), re.compile(_BEHIND_WORD)
    if not anywhere:
        number = rf"{_FIRST_FIGURE}\d{{,3}}"
    return re.compile(rf"({number})(?![\w.,]*\d|\w)"), None


@lru_cache(maxsize=256)
def _any_of(forms: tuple[str, ...], numbers: tuple[str, ...]) -> re.Pattern[str]:
    """What matches any of some forms; the only group that takes part is the number."""
    return re.compile("|".join(_surrounded(form, numbers) for form in forms))


def _surrounded(form: str, numbers: tuple[str, ...]) -> str:
    before, after = _parts(form)
    # A number that nothing closes ends where its figures do.
    end = "" if after else r"(?!\w)"
    return f"{_literal(before)}({_number(form, numbers)}){_literal(after)}{end}"


class BodyForms:
    """The forms that the bodies of notes begin with.

    Args:
        forms: such as ``[#] …``.
        numbers: names of ``NUMBERS``.
    """

    def __init__(self, forms: tuple[str, ...], numbers: tuple[str, ...]) -> None:
        self._forms = forms
        self._pattern = re.compile("|".join(_body(form, numbers) for form in forms))
        self.source = self._pattern.pattern

    def match(self, text: str, start: int, end: int) -> Opening | None:
        """How a body begins that begins at ``start``, or ``None``.

        A body must have words, unless nothing but the number stands before ``end``.
        """
        match = self._pattern.match(text, start, end)
        if match is None or match.lastindex is None:
            return None
        form = self._forms[(match.lastindex - 1) // 2]
        number, space = match[match.lastindex - 1], match[match.lastindex]
        if not space and match.end() < end:
            form = form.replace(" …", "…")
        closer = form.rpartition("…")[2].strip()
        return Opening(number.translate(_PLAIN), form, match.end(), closer)


@lru_cache(maxsize=256)
def body_forms(forms: tuple[str, ...], numbers: tuple[str, ...]) -> BodyForms:
    """The forms of bodies, ready to match; see ``BodyForms``."""
    return BodyForms(forms, numbers)


@lru_cache(maxsize=256)
def first_characters(forms: tuple[str, ...], numbers: tuple[str, ...]) -> frozenset[str]:
    """The characters that the forms can begin with.

    >>> sorted(first_characters(("(#)", "# …"), ("small letters",)))[:4]
    ['(', 'a', 'b', 'c']
    """
    found: set[str] = set()
    for form in forms:
        if form[0] == "ⁿ":
            found |= set(_RAISED)
        elif form[0] == "#":
            for kind in numbers:
                found |= set(_FIRST[kind])
        else:
            found.add(form[0])
    return frozenset(found)


def opening_bracket(closer: str) -> str:
    """The bracket that ``closer`` closes, or ``""``."""
    return _BRACKETS.get(closer, "")


def _body(form: str, numbers: tuple[str, ...]) -> str:
    """A pattern with two groups: the number, and the space before the words."""
    number = _number(form, numbers)
    head = form.partition("…")[0]
    before, after = _parts(head.rstrip())
    start = f"{_literal(before)}({number}){_literal(after)}"
    if form.rpartition("…")[2].strip():
        return rf"{start}(\s*)(?:(?=\S)|\Z)"
    if not after and not before and "signs" not in numbers and "ⁿ" not in form:
        # A bare figure before a word, not before another figure as in a table.
        return rf"{start}({_BLANK}+)(?=[^\W\d]|[\"“‘'«(\[_])"
    if after and not before and after.strip() in {".", ")", ":"}:
        return rf"{start}({_BLANK}+)(?=\S)"
    if not after and not before:
        return rf"{start}(?!\*)({_BLANK}*)(?=[^\s*])"
    return rf"{start}({_BLANK}*)(?:(?=\S)|\Z)"


def _number(form: str, numbers: tuple[str, ...]) -> str:
    if "ⁿ" in form:
        return f"[{_RAISED}]{{1,4}}"
    return "|".join(NUMBERS[kind] for kind in numbers)


def _parts(form: str) -> tuple[str, str]:
    """What stands before and after the number."""
    match = re.fullmatch("([^#ⁿ]*)[#ⁿ](.*)", form, re.DOTALL)
    return (match[1], match[2]) if match else (form, "")


def _literal(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split(" ")))
