"""Capitalised words of a block, and the runs that they form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from teikit.encode.names import wordclass as wc
from teikit.encode.names.lexicon import COUPLES, Cues, Lexicon


@dataclass(slots=True)
class Token:
    """A capitalised word.

    Never changed, though not frozen: one is made for most capitals of a text.

    Attributes:
        start: offset of its first character in the document.
        end: offset after its last, with the full stop of an abbreviation, without a possessive.
        form: the word as one looks it up, a hyphen at a line end resolved.
        bits: its classes (``lexicon``).
        glue: what joins it to the token before it: ``""`` (nothing: a run begins), ``" "``, or
            the small words between them ("of", "de la").
        initial: it begins a sentence, a quotation or a line of verse.
        possessive: ``'s``, ``'`` or German ``'sche`` follows.
        stop: offset after everything that belongs to it (possessive and full stop).
    """

    start: int
    end: int
    form: str
    bits: int
    glue: str
    initial: bool
    possessive: bool
    stop: int


def _capitals() -> str:
    """Upper-case letters of the European scripts, for a character class."""
    blocks = (*range(0x41, 0x590), *range(0x1E00, 0x2000))
    return "".join(character for character in map(chr, blocks) if character.isupper())


_CAPITAL: Final = f"[{_capitals()}]"
_WORD: Final = r"[^\W_]*(?:[\u0300-\u036f]+[^\W_]*)*"
_TOKEN: Final = re.compile(
    # The capital comes first, and only then a look before it: that makes the search fast.
    rf"({_CAPITAL}(?<![^\W_]{_CAPITAL}){_WORD}"
    rf"(?:['’](?!(?:s|S|ll|ve|re|m|sche[mnrs]?)(?![^\W_]))[^\W_]{_WORD}"
    rf"|-(?:\n[ \t]*)?[^\W_]{_WORD})*)"
    r"(['’](?:[sS]|sche[mnrs]?)(?![^\W_])|(?<=[sSzx])['’](?![^\W_]))?(\.)?"
)
_NAMELIKE: Final = wc.GIVEN | wc.WEAK | wc.SURNAME | wc.ALONE
_NOT_ALONE: Final = (
    wc.FUNCTION | wc.THING | wc.DERIVED | wc.HEAD | wc.TITLE | wc.OFFICE | wc.INITIAL | wc.NUMERAL
)
_ABBREVIATED: Final = wc.INITIAL | wc.SHORT
_BREAK: Final = re.compile(r"-\n[ \t]*")
_GAP: Final = 40  # characters between two words of one name: a line end and an indentation
_SENTENCE_END: Final = frozenset(".!?:…*")
_OPENERS: Final = " \t\n\r\f\v\xa0\"'“‘«„»›‹([_*"
_SPEAKER: Final = re.compile(r"\s+(?!(?:of|and|was|who|to|by|in)\b)[a-z]")  # after "I"
_QUOTES: Final = '"“‘«„'
_VERSE_LINES: Final = 4
_TIES: Final = "'’-"  # what ties a particle to its word: "d'", "al-"


def runs(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[list[Token]]:
    """The runs of capitalised words in ``text[start:end]``.

    A run is a maximal sequence of capitalised words with nothing between them but blanks, the
    full stops of abbreviations, and the particles of names. Lone words that cannot be names are
    left out: they are the greater part.

    Args:
        text: the whole text.
        start: offset where the block begins.
        end: offset where it ends.
        lexicon: the word lists.
    """
    classify = lexicon.classify
    verse = _is_verse(text, start, end)
    run: list[Token] = []  # of two or more words
    # The word before, which is no token yet: most are alone, and cannot be names.
    word = ""
    at = end_of_word = stop = start
    bits = 0
    possessive = False
    initial: bool | None = None  # whether it begins a sentence; None: it cannot be a name
    for match in _TOKEN.finditer(text, start, end):
        form, ending, dotted = match.groups()
        if "\n" in form:
            form = _BREAK.sub(_join, form)
        classes = classify(form)
        begins, ends = match.span(1)
        glue = ""
        if begins - stop <= _GAP and word and not possessive:
            abbreviated = stop == end_of_word or bits & _ABBREVIATED
            glue = _glue(text, stop, bits, begins, form, classes, lexicon) if abbreviated else ""
        if glue and not run:
            if initial is None:
                initial = _begins(text, start, at, verse)
            run = [Token(at, end_of_word, word, bits, "", initial, possessive, stop)]
        elif not glue:
            if run:
                yield run
                run = []
            elif initial is not None:
                yield [Token(at, end_of_word, word, bits, "", initial, possessive, stop)]
        before, stop = bits, match.end()
        if len(form) == 1 and (dotted or (glue == " " and _is_initial(form, before, text, stop))):
            classes = wc.INITIAL
        word, at, bits, possessive = form, begins, classes, ending is not None
        end_of_word = ends
        if dotted and not possessive and bits & _ABBREVIATED:
            end_of_word += 1
        if glue:
            run.append(Token(at, end_of_word, word, bits, glue, False, possessive, stop))
        else:
            # No need to look before a word that cannot be a name.
            initial = None if is_plain(bits) else _begins(text, start, at, verse)
    if run:
        yield run
    elif initial is not None:
        yield [Token(at, end_of_word, word, bits, "", initial, possessive, stop)]


@cache
def is_plain(bits: int) -> bool:
    """Whether a lone word of these classes cannot be a name."""
    if bits & _NAMELIKE:
        return bool(bits & wc.FUNCTION) and not bits & (wc.WEAK | wc.GIVEN)
    return bool(bits & _NOT_ALONE)


def _is_initial(form: str, before: int, text: str, stop: int) -> bool:
    """Whether a letter without a full stop after a word is an initial, not a word itself."""
    if form == "A" and not before & (wc.GIVEN | wc.WEAK):
        return not before & (wc.FUNCTION | wc.COMMON | wc.THING | wc.PLACE)
    if form == "I" and _SPEAKER.match(text, stop):
        return False
    return bool(before & (wc.GIVEN | wc.WEAK | wc.INITIAL))


def _join(match: re.Match[str]) -> str:
    """What a hyphen at a line end stands for: nothing inside a word, itself before a capital."""
    following = match.string[match.end() : match.end() + 1]
    return "-" if following.isupper() else ""


def _glue(
    text: str, stop: int, before: int, start: int, form: str, bits: int, lexicon: Lexicon
) -> str:
    """What joins a word to the one shortly before it; empty if nothing does.

    Args:
        text: the whole text.
        stop: offset after the word before.
        before: its classes.
        start: offset of the word.
        form: the word.
        bits: its classes.
        lexicon: the word lists.
    """
    gap = text[stop:start]
    if gap == " ":
        return " "
    if not gap:
        return " " if text[start - 1] == "." else ""
    words = gap.split()
    if words and not (gap[0].isspace() and words[0].rstrip(_TIES) in lexicon.cues.joints):
        # Most words have others between them.
        suffix = words == [","] and bits & wc.SUFFIX and gap.count("\n") < 2
        return ", " if suffix else ""
    if gap.count("\n") > 1:
        return ""
    if not words:
        return " "
    if words == ["the"]:
        return "the" if before & wc.GIVEN and form in lexicon.epithets else ""
    if len(words) == 1 and words[0] in COUPLES:
        return words[0] if before & bits & wc.ADDRESS else ""
    return _particles(gap, words, before, lexicon.cues)


def _particles(gap: str, words: list[str], before: int, cues: Cues) -> str:
    """The particles of names in a gap, if there is nothing else."""
    if len(words) > 2 or not (gap[-1].isspace() or gap[-1] in _TIES):
        return ""
    if before & wc.NOBLE and words[0] in cues.of and words[1:] in ([], ["the"]):
        return " ".join(words)
    if before & (wc.ROYAL | wc.PARTICLE):
        return ""
    words[-1] = words[-1].rstrip(_TIES)
    return " ".join(words) if all(word in cues.particles for word in words) else ""


def _begins(text: str, floor: int, start: int, verse: bool) -> bool:
    """Whether a word begins a sentence, a quotation or a line of verse."""
    position = start - 1
    while position >= floor and text[position] in _OPENERS:
        if verse and text[position] == "\n":
            return True
        position -= 1
    if position < floor:
        return True
    last = text[position]
    if last in _SENTENCE_END or (last == "]" and start - position > 1):
        return True
    quoted = start - 1 > position and text[start - 1] in _QUOTES
    return quoted and not last.isalnum()


def _is_verse(text: str, start: int, end: int) -> bool:
    """Whether every line of a block begins with a capital, as verse and lists do."""
    end = min(end, start + 4000)
    if text.count("\n", start, end) + 1 < _VERSE_LINES:
        return False
    lines = text[start:end].split("\n")
    letters = small = 0
    for line in lines:
        opening = line[:1]
        if not opening.isalpha():
            opening = line.lstrip(_OPENERS)[:1]
            if not opening.isalpha():
                continue
        letters += 1
        if not opening.isupper():
            small += 1
            if small * 5 > len(lines):
                return False  # prose shows after a few lines
    return letters >= _VERSE_LINES and small * 5 <= letters
