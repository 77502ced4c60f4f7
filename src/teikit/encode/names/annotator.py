"""The built-in annotator of personal names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from teikit.encode.model import Block, Certainty, Document, Span
from teikit.encode.names import wordclass as wc
from teikit.encode.names.blocks import signed, without_firms
from teikit.encode.names.candidate import Candidate, Shape
from teikit.encode.names.candidates import candidates
from teikit.encode.names.evidence import Evidence, count_small, is_family, weigh
from teikit.encode.names.lexicon import Lexicon, load
from teikit.encode.names.persons import Register
from teikit.encode.names.tally import SURE, is_dated

_NAMES: Final = wc.GIVEN | wc.WEAK | wc.SURNAME
_WORDS: Final = wc.FUNCTION | wc.COMMON | wc.SOFT | wc.HEAD
_LINE_HYPHEN: Final = re.compile(r"-\s*\n\s*(?=[^\W\d_])")
_ARTICLES: Final = ("the", "a", "an")
_FOREIGN: Final = ("a", "an", "no", "all")  # articles and the like that other languages have too
_JOINED: Final = ("’", "'", " &", "\n&")
_SHORT_WORD: Final = 3  # letters; shorter words are seldom nouns: "of", "who"
_SHORTEST_SHOUT: Final = 4  # letters of a lone name in capitals: "AK" and "USA" are none


class NameAnnotator:
    """Finds names of persons and says which belong to one person.

    TEI Guidelines, chapter 14 (Names, Dates, People, and Places). What lies inside the element
    follows the usage of most editions: titles of rank, respect and kinship (Mr., Sir, Captain,
    Aunt) do, as do the suffixes (Jr., Esq.); offices that only announce the name (President,
    Minister), articles and the possessive do not.
    """

    name = "names"

    def annotate(self, document: Document) -> Iterable[Span]:
        """The names of persons in the blocks of a document.

        Args:
            document: the text; without blocks it is taken as one.

        Returns:
            spans of the kind ``persName`` in the order of the text. ``entity`` is the fullest form
            of the person's name in the document, or empty where several persons could be meant.
            Names of families have the type ``family``. A work that is called after a person, as
            in "read Clarissa", is a ``title``.
        """
        lexicon = load()
        text = document.text
        blocks: Sequence[Block] = document.blocks or [Block("p", 0, len(text))]
        found: list[Candidate] = []
        for block in blocks:
            found += _read(text, block, lexicon)
        small = count_small(text[block.start : block.end] for block in blocks)
        language = document.language.partition("-")[0]
        if language != "en":
            # "An Raumer" and "a Verdi": no articles there, but prepositions.
            found = [
                replace(name, before="") if name.before in _FOREIGN else name for name in found
            ]
        evidence = weigh(found, small, lexicon, language=language)
        persons = [
            candidate
            for candidate in _revised(found, evidence, lexicon)
            if _is_person(candidate, evidence, lexicon)
        ]
        works: list[Candidate] = []
        accepted: list[tuple[Candidate, str]] = []
        for person in persons:
            if _is_work(text, person, evidence, lexicon):
                works.append(person)
            else:
                accepted.append((person, _plain(text[person.start : person.end])))
        register = Register(lexicon)
        register.enter(accepted)
        spans = [self._span(candidate, register, evidence) for candidate, _ in accepted]
        return sorted([*spans, *map(self._title, works)], key=lambda span: span.start)

    def _title(self, work: Candidate) -> Span:
        evidence = "object of reading"
        return Span(work.start, work.end, "title", {"level": "m"}, "medium", evidence, self.name)

    def _span(self, candidate: Candidate, register: Register, evidence: Evidence) -> Span:
        person = register.resolve(candidate)
        certainty, reason = _certainty(candidate, evidence)
        if person is None:
            certainty, reason = "low", "several persons of this name"
        elif candidate.alone and candidate.form not in person.surname.casefold():
            certainty = "medium"
        return Span(
            candidate.start,
            candidate.end,
            "persName",
            {"type": "family"} if candidate.plural else {},
            certainty,
            reason,
            self.name,
            "" if person is None else person.name,
        )


def _read(text: str, block: Block, lexicon: Lexicon) -> list[Candidate]:
    """The candidates of a block; in an author's line every name is one of a person."""
    if block.kind == "speaker":
        return []
    found = without_firms(candidates(text, block.start, block.end, lexicon), text)
    if block.kind in ("signed", "farewell"):
        return signed(found, block, text, lexicon)
    if block.kind == "author":
        return [replace(name, shape=Shape.AUTHOR) if name.alone else name for name in found]
    return found


def _revised(
    found: Iterable[Candidate], evidence: Evidence, lexicon: Lexicon
) -> Iterator[Candidate]:
    """The candidates, with what only the whole document can tell: families, unknown forenames."""
    for candidate in found:
        if candidate.before == "the" and is_family(candidate, evidence, lexicon):
            yield replace(candidate, plural=True)
        elif candidate.shape is Shape.PHRASE:
            yield _introduced(candidate, evidence)
        else:
            yield candidate


def _introduced(candidate: Candidate, evidence: Evidence) -> Candidate:
    """A phrase as a full name, where what follows its first word is a surname of the document."""
    first, _, rest = candidate.surname.partition(" ")
    form = rest.casefold()
    if form not in evidence.surnames or not evidence.accepts(candidate.form):
        return candidate
    return replace(candidate, shape=Shape.FULL, forenames=(first,), surname=rest, form=form)


def _plain(name: str) -> str:
    """A name with its white space normalised and hyphens at line ends taken out."""
    if "\n" in name:
        name = _LINE_HYPHEN.sub(lambda match: _kept_hyphen(name, match.end()), name)
    return " ".join(name.split())


def _kept_hyphen(name: str, position: int) -> str:
    return "-" if name[position].isupper() else ""


def _is_person(candidate: Candidate, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether this occurrence is the name of a person."""
    if candidate.alone:
        return candidate.plural or (
            evidence.accepts(candidate.form) and _is_person_here(candidate, evidence, lexicon)
        )
    named = bool(candidate.bits & _NAMES)
    ordinary = not named and candidate.form in evidence.small
    match candidate.shape:
        case Shape.THING:
            return False
        case Shape.FULL:
            return not (candidate.capitals and not named and _is_shouted(candidate, evidence))
        case Shape.TITLED:
            return bool(candidate.forenames or candidate.address) or not ordinary
        case Shape.OFFICE:
            return candidate.form not in evidence.small
        case _:
            return not ordinary


def _is_work(text: str, candidate: Candidate, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether a name is that of a work called after a person: "finished Clarissa".

    An author is read too, but then fuller forms of the name mostly occur.
    """
    return (
        candidate.alone
        and candidate.before in lexicon.cues.reading
        and not (candidate.possessive or candidate.form in evidence.surnames)
        and not (candidate.after and text[candidate.end].isspace())
        and not text.startswith(_JOINED, candidate.end)
    )


def _is_shouted(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether words in capitals are ordinary words: "JOHN FINDS TREASURE"."""
    return any(word in evidence.small for word in candidate.form.split())


def _is_person_here(candidate: Candidate, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether the words around a form that may be a person's let it be one here."""
    bits, before = candidate.bits, candidate.before
    cues = lexicon.cues
    if is_dated(candidate):
        return False
    if before in _ARTICLES:
        return _is_attribute(candidate, evidence, lexicon)
    short = candidate.capitals and len(candidate.surname) < _SHORTEST_SHOUT
    if short and candidate.form not in evidence.surnames:
        return False
    if bits & wc.PLACE:
        if before in cues.locatives or before in ("of", "from", "to"):
            return False
        acts = candidate.after in cues.verbs or before in cues.introducers
        return acts or evidence.accepts(candidate.form, SURE)
    doubtful = bits & _WORDS and not bits & wc.GIVEN
    if candidate.initial and (doubtful or (bits & wc.WEAK and candidate.form in evidence.small)):
        return candidate.possessive or candidate.after in cues.verbs
    return True


def _is_attribute(candidate: Candidate, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether a sure name stands before a noun with an article: "the Stalin regime"."""
    after, cues = candidate.after, lexicon.cues
    noun = len(after) > _SHORT_WORD and after.islower()
    verb = after in cues.verbs or after in cues.common_verbs
    ordinary = candidate.bits & (_WORDS | wc.PLACE | wc.THING)
    return noun and not verb and not ordinary and evidence.accepts(candidate.form, SURE)


def _certainty(candidate: Candidate, evidence: Evidence) -> tuple[Certainty, str]:
    """How sure a mark is, and why it was made."""
    if candidate.alone and candidate.plural:
        return "medium", "plural of a surname"
    if candidate.alone and candidate.before in _ARTICLES:
        return "medium", "name before a noun"
    if candidate.alone:
        sure = evidence.accepts(candidate.form, SURE)
        return "high" if sure else "medium", evidence.reasons[candidate.form]
    if candidate.shape is Shape.FULL and candidate.before in _ARTICLES:
        return "low", "article before a full name: perhaps a ship or a work"
    ordinary = not candidate.bits & _NAMES and candidate.form in evidence.small
    return "medium" if ordinary else "high", candidate.shape.value
