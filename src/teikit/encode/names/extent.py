"""How far a name goes in a run of capitalised words."""

from __future__ import annotations

from typing import Final

from teikit.encode.names import wordclass as wc
from teikit.encode.names.tokens import Token

BARRED: Final = wc.FUNCTION | wc.HEAD | wc.BEFORE | wc.OFFICE | wc.TITLE
"""Classes of words that do not go on a name unless they are also names."""

_PERSONAL: Final = wc.GIVEN | wc.WEAK | wc.SURNAME
_FROM: Final = ("von", "de", "di")
_AND: Final = ("y", "e", "i")  # "José Ortega y Gasset", but "Felipe y Antonio José"
_BLANK: Final = (" ", "")
_SHORTEST_VERB: Final = 4
_LONGEST: Final = 10  # words; keeps the reading of endless capitals linear


def extent(run: list[Token], at: int, *, address: bool = False) -> int:
    """Where the name ends that begins at a token; ``at`` itself if none can begin there.

    Args:
        run: capitalised words.
        at: the first token of the name, after its titles.
        address: a title of address goes before, which makes any word a name.
    """
    position = at
    surnames = 0
    while position < len(run) and position < at + _LONGEST:
        bits = run[position].bits
        if position > at:
            if run[position].glue == ", " or (bits & wc.SUFFIX and run[position].glue in _BLANK):
                return position + 1
            if _breaks_off(run, at, position, surnames):
                break
        if not _nameable(run, at, position, address):
            break
        if not bits & (wc.GIVEN | wc.INITIAL | wc.PARTICLE | wc.NUMERAL):
            surnames += 1
        position += 1
    while position > at + 1 and _dangles(run[position - 1].bits):
        position -= 1
    return position


def is_apart(run: list[Token], at: int) -> bool:
    """Whether what goes before a forename is no particle but a preposition or conjunction.

    "Brief von Anna Müller" and "Carta de Luisa", not "Wilhelm von Humboldt"; "Felipe y Antonio",
    not "Ortega y Gasset".
    """
    if run[at].glue in _AND:
        return bool(run[at].bits & wc.GIVEN)
    if run[at].glue not in _FROM or not is_forename(run, at):
        return False
    before = run[at - 1].bits if at else 0
    return not before & (_PERSONAL | wc.INITIAL | wc.TITLE)


def is_forename(run: list[Token], at: int) -> bool:
    """Whether a word is a forename, so that no particle before it belongs to the name."""
    bits = run[at].bits
    if at + 1 < len(run) and run[at + 1].glue == " ":
        return bool(bits & (wc.GIVEN | wc.WEAK))
    return bool(bits & wc.GIVEN) and not bits & wc.SURNAME


def _dangles(bits: int) -> bool:
    """Whether a word is a particle that cannot end a name."""
    return bool(bits & wc.PARTICLE) and not bits & (wc.GIVEN | wc.SURNAME)


def _breaks_off(run: list[Token], at: int, position: int, surnames: int) -> bool:
    """Whether a token after the first cannot go on the name, whatever word it is."""
    token = run[position]
    bits = token.bits
    if token.glue not in _BLANK and bits & (wc.FUNCTION | wc.COMMON | wc.HEAD):
        return token.glue != "the"
    if token.glue != " " and is_apart(run, position):
        return True
    if not bits & wc.NUMERAL and _is_degree(token, run[position - 1]):
        return True
    if not surnames:
        return False
    if _is_told(run, position):
        return True
    if bits & wc.INITIAL:
        return not _goes_on(run, at, position, surnames)
    if bits & wc.OFFICE and not bits & wc.GIVEN:
        return True  # "G. W. Crain Clerk": an office that is a surname too
    return _begins_anew(run, position) or (bits & wc.PLACE and not bits & _PERSONAL) != 0


def _is_told(run: list[Token], position: int) -> bool:
    """Whether a word in a headline looks like what somebody does: "MR. QUARL REFUSES TO SPEAK"."""
    form = run[position].form
    goes_on = position + 1 < len(run) and run[position + 1].form.isupper()
    verbal = len(form) > _SHORTEST_VERB and form.endswith(("S", "ED", "ING"))
    return verbal and goes_on and not run[position].bits & _PERSONAL and form.isupper()


def _is_degree(token: Token, before: Token) -> bool:
    """Whether a word in capitals after one in small letters is a degree or office ("MD")."""
    form = token.form
    return 2 <= len(form) <= 4 and form.isupper() and before.form[1:].islower()


def _goes_on(run: list[Token], at: int, position: int, surnames: int) -> bool:
    """Whether an initial goes on a name: "Marial H. Williams", "George V"."""
    if run[position].form in "VIX" and run[position - 1].bits & wc.GIVEN:
        return True
    if run[at].bits & (wc.GIVEN | wc.INITIAL):
        return False
    while position < len(run) and position < at + _LONGEST and run[position].bits & wc.INITIAL:
        position += 1
    return bool(
        surnames == 1
        and position < len(run)
        and run[position].glue == " "
        and not run[position].bits & (BARRED | wc.SUFFIX | wc.COMMON | wc.THING) & ~wc.SOFT
        and (run[at].bits & wc.WEAK or not run[at].bits & wc.PLACE)
    )


def _begins_anew(run: list[Token], position: int) -> bool:
    """Whether a forename after a surname begins another name: "Susan Mathews Lucy Ross"."""
    bits = run[position].bits
    return (
        bool(bits & wc.GIVEN)
        and run[position].glue == " "
        and position + 1 < len(run)
        and run[position + 1].glue == " "
        and not run[position + 1].bits & (wc.NUMERAL | wc.SUFFIX)
    )


def _is_byname(first: int, second: int) -> bool:
    """Whether two ordinary words may be what a person is called: "Yellow Hand"."""
    return bool(first & second & wc.COMMON) and not (first | second) & (BARRED | wc.SOFT)


def _nameable(run: list[Token], at: int, position: int, address: bool) -> bool:
    """Whether the word at a position can be part of the name that begins at ``at``."""
    token = run[position]
    bits = token.bits
    if token.glue == "the" or not bits & (BARRED | wc.THING | wc.COMMON | wc.DERIVED | wc.ALONE):
        return True
    if position == at:
        if bits & wc.FUNCTION and not bits & (wc.GIVEN | wc.WEAK):
            return False
        return address or bool(bits & (_PERSONAL | wc.ALONE | wc.COMMON))
    if bits & wc.SOFT and run[position - 1].bits & wc.INITIAL:
        return True
    if bits & (wc.FUNCTION | wc.SHORT) and not bits & (wc.GIVEN | wc.SURNAME):
        return False
    if bits & wc.CALENDAR:
        return bool(bits & (wc.SURNAME | wc.WEAK) and run[position - 1].bits & wc.GIVEN)
    introduced = bool(
        run[at].bits & (wc.GIVEN | wc.INITIAL) or (run[at].bits & wc.WEAK and position - at == 1)
    )
    if bits & wc.SURNAME and position - at == 1 and not run[at].bits:
        return not bits & wc.TITLE
    if bits & _PERSONAL:
        if position == 1 and len(run) == 2 and bits & wc.HEAD and bits & wc.MALE:
            return True  # "Wild Bill", not "the Reform Bill was"
        return introduced or address or not bits & (wc.TITLE | wc.OFFICE | wc.THING | wc.COMMON)
    if position - at == 1 and _is_byname(run[at].bits, bits):
        return True
    final = position + 1 == len(run) or run[position + 1].glue == ", "
    return introduced and final and not bits & (wc.HEAD | wc.OFFICE | wc.THING)


def is_headed(run: list[Token], stop: int) -> bool:
    """Whether the word after a name makes it the name of a thing: "Franklin Square"."""
    if stop >= len(run) or run[stop].glue != " ":
        return False
    bits = run[stop].bits
    noun = bits & wc.SOFT and bits & wc.COMMON and not bits & _PERSONAL
    return bool(bits & wc.HEAD or noun)


def past_heads(run: list[Token], at: int) -> int:
    """The token after the heads of the name of a thing."""
    while at < len(run) and run[at].bits & wc.HEAD:
        at += 1
    return at


def is_only_due(first: Token, second: Token) -> bool:
    """Whether the first of two words has its capital from the sentence: "Poor Hannah"."""
    if first.bits & wc.COMMON and not first.bits & _PERSONAL:
        byname = second.bits & wc.HEAD and second.bits & wc.MALE
        return first.initial or bool(second.bits & _PERSONAL and not byname)
    if not first.initial or first.bits or not second.bits & wc.GIVEN:
        return False
    return not second.bits & wc.SURNAME or first.form.endswith("ly")
