"""Which words of a name are titles, forenames, surname and suffix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from teikit.encode.names import wordclass as wc
from teikit.encode.names.candidate import Shape
from teikit.encode.names.lexicon import COUPLES
from teikit.encode.names.tokens import Token

NUMBERS: Final = ("I", "V", "X")
"""Roman numerals that look like initials."""

_TITLES: Final = 6  # the most titles before one name
_PARTICLES: Final = ("de", "von", "van", "du", "di")
_BLANK: Final = (" ", "")


def titles(run: Sequence[Token], at: int) -> tuple[int, int]:
    """The token after the titles, and the classes of the titles together."""
    body, bits = at, 0
    while body < min(len(run), at + _TITLES) and run[body].bits & (wc.TITLE | wc.OFFICE):
        if body > at and run[body].glue not in (*_BLANK, *COUPLES):
            break
        if body > at and body + 1 == len(run):
            break
        bits |= run[body].bits
        body += 1
    return body, bits


def is_suffix(names: Sequence[Token]) -> bool:
    """Whether the last word of a name is no surname: "Jr.", "VIII", "the Great"."""
    last = names[-1]
    if last.bits & (wc.SUFFIX | wc.NUMERAL) or last.glue == "the":
        return True
    return last.form in NUMBERS and bool(names[-2].bits & wc.GIVEN)


def without_particle(form: str) -> str:
    """A surname without the particle that it often does without ("Sucre"); empty if it has none.

    Args:
        form: the surname in small letters ("de sucre").
    """
    particle, _, rest = form.partition(" ")
    return rest if particle in _PARTICLES else ""


def split(names: Sequence[Token], shape: Shape) -> tuple[tuple[str, ...], str]:
    """Forenames and surname of the words of a name without titles and suffix."""
    if len(names) == 1:
        return (), _spelt(names)
    cut = 0 if shape in (Shape.PHRASE, Shape.THING) else count_forenames(names)
    return tuple(name.form for name in names[:cut]), _spelt(names[cut:])


def count_forenames(names: Sequence[Token]) -> int:
    """How many of the words of a name are forenames; a single name is taken for a surname."""
    if len(names) == 1:
        return 0
    if not names[0].bits & (wc.GIVEN | wc.WEAK | wc.INITIAL):
        return len(names) - 1 if any(name.bits & wc.INITIAL for name in names[1:-1]) else 0
    if len(names) == 2 and names[1].bits & wc.FEMALE and not names[1].bits & wc.SURNAME:
        return 2
    cut = len(names) - 1
    while cut > 1 and (names[cut].glue not in _BLANK or _is_prefix(names[cut - 1].bits)):
        cut -= 1
    return cut


def _is_prefix(bits: int) -> bool:
    """Whether a word with a capital begins a surname: "Van", "De"."""
    return bool(bits & wc.PARTICLE) and not bits & wc.GIVEN


def _spelt(names: Sequence[Token]) -> str:
    """The words of a name with the small words between and before them."""
    return " ".join(
        [name.form if name.glue in _BLANK else f"{name.glue} {name.form}" for name in names]
    )
