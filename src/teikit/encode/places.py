"""Names of places and of organisations, by what is known of their words.

Both annotators are off unless they are asked for: a name of which nothing is known but its capital
stays without a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from teikit.encode.model import Block, Certainty, Document, Span
from teikit.encode.names import wordclass as wc
from teikit.encode.names.lexicon import Lexicon, load, sections

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
_WORD: Final = rf"{_CAPITAL}(?:[\w’']|-(?=\w))*\.?"
_JOINTS: Final = "|".join(
    (
        r"[ \n](?:of|on|for)[ \n](?:the[ \n])?",
        r"[ \n](?:&|and)[ \n](?=(?:Co|Company|Sons|Bros|Brothers)\b)",
        r",?[ \n]",
        "",
    )
)
_RUN: Final = re.compile(rf"(?<![\w.]){_WORD}(?:(?:{_JOINTS}){_WORD})*")
_TOKEN: Final = re.compile(_WORD)
_BEFORE: Final = re.compile(r"([^\W\d_]+)\s+(?:the\s+)?\Z")
_REACH: Final = 24  # characters looked at for a word before a name
_PERSONAL: Final = wc.GIVEN | wc.WEAK | wc.SURNAME
_ATTRIBUTED: Final = _PERSONAL | wc.HEAD | wc.THING
_AMBIGUOUS: Final = _PERSONAL | wc.FUNCTION | wc.COMMON | wc.TITLE
_TOWARDS: Final = frozenset(
    "of from to at in near into through throughout via toward towards".split()
)
_LONGEST: Final = 5  # words of a name before the word that tells its kind
_POSSESSIVE: Final = re.compile(r"['’]s?\Z")


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    form: str
    glue: str  # what stands before it in the run, white space as one blank
    bits: int


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """The words of ``kinds.txt`` by section, without full stops."""
    path = Path(__file__).parent / "names" / "data" / "kinds.txt"
    return {
        heading: frozenset(word.removesuffix(".") for word in words)
        for heading, words in sections(path)
    }


class _Annotator:
    """What the annotators of places and organisations share."""

    name = ""

    def annotate(self, document: Document) -> Iterator[Span]:
        """The names in the blocks of a document, in order and without overlaps.

        Args:
            document: the text; without blocks it is taken as one.
        """
        lexicon = load()
        for block in document.blocks or [Block("p", 0, len(document.text))]:
            if block.kind == "speaker":
                continue
            for match in _RUN.finditer(document.text, block.start, block.end):
                words = list(_words(match, lexicon))
                before = _word_before(document.text, block.start, match.start())
                yield from self._read(words, before, lexicon)

    def _read(self, words: list[_Word], before: str, lexicon: Lexicon) -> Iterator[Span]:
        at = 0
        while at < len(words):
            end, certainty, evidence = self.name_at(words, at, before, lexicon)
            if end > at:
                yield self._span(words[at:end], certainty, evidence)
            at = max(end, at + 1)
            before = words[at - 1].form.lower()
            if at < len(words) and words[at].glue.strip():
                before = words[at].glue.split()[0]

    def _span(self, words: list[_Word], certainty: Certainty, evidence: str) -> Span:
        kind = "placeName" if self.name == "places" else "orgName"
        return Span(words[0].start, words[-1].end, kind, {}, certainty, evidence, self.name)

    def name_at(
        self, words: list[_Word], at: int, before: str, lexicon: Lexicon
    ) -> tuple[int, Certainty, str]:
        """Where the name ends that begins at a word (``at`` itself for none), and why it is one."""
        raise NotImplementedError


class PlaceAnnotator(_Annotator):
    """Marks names of places (``placeName``), TEI Guidelines 14.2.3.

    A name is known as that of a place, or a word tells it: "Montgomery County", "Lake Erie", "the
    City of Baltimore". The state or country that follows belongs to it: "Georgetown, D.C.".
    """

    name = "places"

    def name_at(
        self, words: list[_Word], at: int, before: str, lexicon: Lexicon
    ) -> tuple[int, Certainty, str]:
        """Where a name of a place ends."""
        kinds = _kinds()
        first = words[at]
        if first.bits & wc.FUNCTION and not first.bits & wc.PLACE:
            return at, "low", ""
        if at and words[at - 1].bits & wc.TITLE and _follows(words, at, " ", "of"):
            return at, "low", ""  # "Lord Liverpool", "Duke of Kent"
        end = _known(words, at, lexicon)
        if end == at and first.form in kinds["directions"]:
            known = _known(words, at + 1, lexicon) if at + 1 < len(words) else 0
            end = known if known > at + 1 and words[at + 1].glue == " " else at
        if end > at + 1 or (end and _is_sure(words, at, end, before)):
            return _with_region(words, _headed(words, end), lexicon), "high", "known place"
        if _follows(words, at + 1, "of") and first.form in kinds["regions"]:
            stop = _capitals(words, at + 1)
            return _with_region(words, stop, lexicon), "high", "kind of place before the name"
        if first.form in kinds["place openers"] and _follows(words, at + 1, " "):
            stop = at + 2
            if first.form not in ("St", "Saint", "San", "Santa") or before in _TOWARDS:
                return _with_region(words, _headed(words, stop), lexicon), "medium", "opener"
        stop = _before_head(words, at, kinds["place heads"])
        if stop > at:
            return _with_region(words, stop, lexicon), "high", "kind of place after the name"
        placed = _with_region(words, at + 1, lexicon)
        if placed > at + 1 and not first.bits & (wc.TITLE | wc.OFFICE | wc.GIVEN | wc.THING):
            return placed, "medium", "region after the name"
        return at, "low", ""


class OrganisationAnnotator(_Annotator):
    """Marks names of organisations (``orgName``), TEI Guidelines 14.2.2.

    A word of the name tells its kind: "Royal Society", "Department of State", "Smith & Co.".
    """

    name = "organisations"

    def name_at(
        self, words: list[_Word], at: int, before: str, lexicon: Lexicon
    ) -> tuple[int, Certainty, str]:
        """Where a name of an organisation ends."""
        kinds = _kinds()
        first = words[at]
        if first.bits & wc.FUNCTION:
            return at, "low", ""
        joints = ("of", "on", "for") if first.form in kinds["meetings"] else ("of",)
        if first.form in kinds["bodies"] and _follows(words, at + 1, *joints):
            return _capitals(words, at + 1), "high", "kind of body before the name"
        stop = _before_head(words, at, kinds["organisation heads"])
        if stop > max(at, _known(words, at, lexicon)):
            if _follows(words, stop, "of"):
                stop = _capitals(words, stop)
            return stop, "medium", "kind of body after the name"
        if first.form in kinds["alone"] and not _follows(words, at + 1, " "):
            return at + 1, "high", "known body"
        return at, "low", ""


def _words(match: re.Match[str], lexicon: Lexicon) -> Iterator[_Word]:
    """The words of a run, each with what joins it to the one before."""
    end, stopped = match.start(), False
    for token in _TOKEN.finditer(match.string, match.start(), match.end()):
        written = token[0].rstrip(".")
        form = _POSSESSIVE.sub("", written) if token.end() == match.end() else written
        glue = " ".join(match.string[end : token.start()].split()) or " "
        if stopped:
            glue = "."
        dotted = len(written) == 1 or form in _kinds()["abbreviations"]
        stopped = written != token[0] and not dotted
        stop = token.end() if dotted and form == written else token.start() + len(form)
        yield _Word(token.start(), stop, form, glue, lexicon.classify(form))
        end = token.end()


def _word_before(text: str, floor: int, position: int) -> str:
    found = _BEFORE.search(text, max(floor, position - _REACH), position)
    return found[1].lower() if found else ""


def _follows(words: list[_Word], at: int, *glues: str) -> bool:
    """Whether there is a word that one of the given words joins to that before it."""
    if at >= len(words):
        return False
    glue = words[at].glue
    return (glue.split() or [" "])[0] in glues


def _capitals(words: list[_Word], at: int) -> int:
    """The end of a row of capitals with only blanks between them."""
    regions = _kinds()["regions"]
    at += 1
    while (_follows(words, at, " ") and not words[at].bits & (wc.FUNCTION | wc.TITLE)) or (
        _follows(words, at, "of") and words[at - 1].form in regions
    ):
        at += 1
    return at


def _known(words: list[_Word], at: int, lexicon: Lexicon) -> int:
    """The end of a name that is known as that of a place."""
    for end in range(min(len(words), at + 4), at + 1, -1):
        if all(word.glue == " " for word in words[at + 1 : end]):
            phrase = " ".join(word.form for word in words[at:end]).title()
            if phrase in lexicon.places:
                return end
    return at + 1 if words[at].bits & wc.PLACE and len(words[at].form) > 1 else at


def _is_sure(words: list[_Word], at: int, end: int, before: str) -> bool:
    """Whether one word that is known as a place's is that, and no person's."""
    bits = words[at].bits
    if end == at:
        return False
    if _follows(words, end, " "):
        following = words[end]
        if following.form not in _kinds()["place heads"] and following.bits & _ATTRIBUTED:
            return False
        if bits & _AMBIGUOUS:
            return False
    if not bits & _AMBIGUOUS:
        return True
    return before in _TOWARDS and not (words[at].glue == " " and at > 0)


def _headed(words: list[_Word], end: int) -> int:
    """Past the word that tells the kind of a place: "Washington City"."""
    heads = _kinds()["place heads"]
    return end + 1 if _follows(words, end, " ") and words[end].form in heads else end


def _with_region(words: list[_Word], end: int, lexicon: Lexicon) -> int:
    """Past the states and countries that follow a place."""
    while _follows(words, end, " ", ","):
        word = words[end]
        if word.form in lexicon.states or (
            word.form in "DNMRSC"
            and _follows(words, end + 1, " ")
            and len(words[end + 1].form) == 1
        ):
            end += 1 + (len(word.form) == 1)
        elif word.form in ("DC", "NY") or (word.glue == " " and word.form == "District"):
            end += 1
            if _follows(words, end, "of"):
                end = _capitals(words, end)
        else:
            break
    return end


def _before_head(words: list[_Word], at: int, heads: Iterable[str]) -> int:
    """The end of a name whose last word tells its kind; ``at`` if there is none."""
    for end in range(at + 1, min(len(words), at + _LONGEST)):
        word = words[end]
        if word.glue in ("&", "and"):
            return end + 1
        if word.glue != " " or word.bits & (wc.FUNCTION | wc.SUFFIX | wc.OFFICE):
            return at
        if word.form in heads and not words[at].bits & (wc.TITLE | wc.OFFICE):
            person = words[at].bits & (wc.GIVEN | wc.INITIAL) and word.bits & (wc.SURNAME | wc.SOFT)
            return at if person else end + 1
    return at
