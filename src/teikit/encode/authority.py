"""Authority files: persons that are known, and the mentions of a text that are theirs.

What the user states wins over what the rules find.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from teikit.encode.model import Block, Span
from teikit.encode.names import wordclass as wc
from teikit.encode.names.lexicon import Lexicon, load

_WORD: Final = re.compile(r"[^\W_]+")
_QUALIFIER: Final = re.compile(r",?\s*(?:\(|\d|[bd]\. ?\d|ca?\. ?\d|approximately).*")
_LONGEST: Final = 30  # letters of a word beside a name
_WORDS: Final = wc.FUNCTION | wc.COMMON | wc.THING | wc.HEAD | wc.TITLE | wc.PLACE | wc.WEAK


@dataclass(frozen=True, slots=True)
class Identity:
    """A person of an authority file.

    Attributes:
        name: the name that the file prefers; the ``<person>`` bears it.
        forms: other forms of the name.
        uris: where the person is described (VIAF, GND, Wikidata, …).
    """

    name: str
    forms: tuple[str, ...] = ()
    uris: tuple[str, ...] = ()


class Authority:
    """The persons of authority files.

    Args:
        identities: in the order of the file. Two persons may bear one name.
    """

    def __init__(self, identities: Iterable[Identity]) -> None:
        self.identities: dict[str, Identity] = {}
        self._by_form: defaultdict[str, list[str]] = defaultdict(list)
        for identity in identities:
            self._enter(identity)

    def apply(self, text: str, blocks: Sequence[Block], marks: Sequence[Span]) -> list[Span]:
        """Marks that refer to the persons of the file where they are theirs.

        A person that the rules made out is one of the file's if one of the forms is; then all
        mentions are. Forms that the rules did not mark are marked, save single words that are
        also words, places or given names in doubt. A form that two persons of the file share
        refers to neither.

        Args:
            text: the whole text.
            blocks: of the document.
            marks: of the annotators.

        Returns:
            marks in which ``Span.entity`` is a key of ``identities`` where it can be.
        """
        linked = self._linked(text, marks)
        found = [span for block in blocks for span in self._occurrences(text, block)]
        return _merged(linked, found)

    def _enter(self, identity: Identity) -> None:
        entity, number = identity.name, 1
        while entity in self.identities:
            number += 1
            entity = f"{identity.name} ({number})"
        self.identities[entity] = identity
        forms = [plain(form) for form in (identity.name, *identity.forms)]
        for form in dict.fromkeys([*forms, *map(straightened, forms)]):
            if form:
                self._by_form[form].append(entity)

    def _linked(self, text: str, marks: Sequence[Span]) -> list[Span]:
        lexicon = load()
        candidates: defaultdict[str, set[str]] = defaultdict(set)
        for span in marks:
            if span.kind == "persName" and span.entity:
                candidates[span.entity].update(self._entities(_words(text, span), lexicon))
        for entity, found in candidates.items():
            found.update(self._entities(plain(entity), lexicon))
        return [
            self._link(text, span, candidates.get(span.entity, set()), lexicon)
            if span.kind == "persName"
            else span
            for span in marks
        ]

    def _link(self, text: str, span: Span, candidates: set[str], lexicon: Lexicon) -> Span:
        if len(candidates) != 1:
            candidates = self._entities(_words(text, span), lexicon)
        if not candidates:
            return span
        if len(candidates) > 1:
            return _doubtful(span)
        return replace(span, entity=min(candidates), certainty="high", evidence="authority file")

    def _entities(self, form: str, lexicon: Lexicon) -> set[str]:
        """The persons that bear a form, also with a title before it."""
        known = self._by_form.get(form)
        if known is None and " " in form:
            words = form.split()
            while len(words) > 2 and lexicon.classify(words[0].rstrip(".")) & wc.TITLE:
                words = words[1:]
            known = self._by_form.get(" ".join(words))
        return set(known or ())

    @cached_property
    def _by_first_word(self) -> dict[str, re.Pattern[str]]:
        """For the first word of forms, a pattern of them, the longest first."""
        groups: defaultdict[str, list[str]] = defaultdict(list)
        lexicon = load()
        for form in self._by_form:
            first = _WORD.match(form)
            alone = " " not in form and lexicon.classify(form) & _WORDS
            if first and first.end() > 1 and form[0].isupper() and not alone:
                groups[first[0]].append(form)
        return {first: _pattern(forms) for first, forms in groups.items()}

    def _occurrences(self, text: str, block: Block) -> Iterator[Span]:
        """The forms of the file in a block."""
        patterns = self._by_first_word
        done = block.start
        for word in _WORD.finditer(text, block.start, block.end):
            pattern = patterns.get(word[0])
            match = pattern.match(text, word.start(), block.end) if pattern else None
            if match is None or word.start() < done or _is_part(text, match):
                continue
            done = match.end()
            span = Span(*match.span(), "persName", evidence="authority file", annotator="authority")
            entities = self._by_form[plain(match[0])]
            single = len(entities) == 1
            yield replace(span, entity=entities[0]) if single else _doubtful(span)


def plain(name: str) -> str:
    """A name with single spaces."""
    return " ".join(name.split())


def straightened(name: str) -> str:
    """An inverted heading as one writes it: "Wells, H. G. (Herbert George), 1866-1946".

    >>> straightened("Wells, H. G. (Herbert George), 1866-1946")
    'H. G. Wells'
    """
    surname, comma, rest = name.partition(", ")
    forenames = _QUALIFIER.sub("", rest)
    if not comma or not forenames:
        return _QUALIFIER.sub("", name)
    return f"{forenames} {surname}" if ", " not in forenames else name


def _words(text: str, span: Span) -> str:
    return plain(text[span.start : span.end])


def _doubtful(span: Span) -> Span:
    return replace(
        span, entity="", certainty="low", evidence="several persons of this name in the file"
    )


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Whether a single word goes with a capitalised one beside it, to a name of its own."""
    if not match[0].isalnum():
        return False
    before = text[max(0, match.start() - _LONGEST) : match.start()]
    word = before[:-1].rpartition(" ")[2] if before.endswith(" ") else ""
    return word.istitle() or (
        text[match.end() : match.end() + 1] == " "
        and text[match.end() + 1 : match.end() + 2].isupper()
    )


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered)
    return re.compile(rf"(?:{words})(?![^\W_])")


def _merged(marks: Sequence[Span], found: Sequence[Span]) -> list[Span]:
    """Both together: a form of the file goes before what it overlaps, unless that holds it."""
    ordered = sorted(marks, key=lambda span: span.start)
    dropped: set[int] = set()
    kept: list[Span] = []
    at = 0
    for form in found:
        while at < len(ordered) and ordered[at].end <= form.start:
            at += 1
        until = at
        while until < len(ordered) and ordered[until].start < form.end:
            until += 1
        if any(_holds(ordered[number], form) for number in range(at, until)):
            continue
        kept.append(form)
        dropped.update(n for n in range(at, until) if ordered[n].kind != "title")
    return [span for number, span in enumerate(ordered) if number not in dropped] + kept


def _holds(mark: Span, form: Span) -> bool:
    """Whether a form lies in the name of a person or the title of a work."""
    return mark.kind in ("persName", "title") and mark.start <= form.start and form.end <= mark.end
