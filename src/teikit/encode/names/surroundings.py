"""What stands around a candidate: the words beside it, appositions, links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from teikit.encode.names.lexicon import Lexicon

NUMBER: Final = "#"
"""Stands for a number beside a candidate."""

_REACH: Final = 24  # characters looked at for a word beside a name
_APPOSITION: Final = 90
_LINK: Final = 8
_LINKS: Final = frozenset((",", "and", "&", ", and", "or", ", or", ", &", "et", "und"))
_CHAPTER_AND_VERSE: Final = re.compile(
    r"\.?\s+(?:\d{1,3}\s?[:.]\s?\d|[ivxlc]{1,7}[.,:]?\s?\d)(?!\d*\s?(?:[ap]\.?m\b|o['’]clock))"
)
_LISTED: Final = re.compile(r",? (?:and |& )?[^\W\d_][\w.]+(?:,|,? and|,? &) ")
_CALLED: Final = re.compile(r"(?<!\w)(\w+),?\s+[\"'“‘]?\Z")
LEADING: Final = frozenset("of to with on from by".split())
"""Words that make a lead with the one before them: "dined with"."""

_LEAD_REACH: Final = 40
_HOUSEHOLD: Final = re.compile(r"\s(?:and|&)\s(?:(?:his|her)\s)?(?:family|wife|lady|children)\b")
_JOINING: Final = ("a", "&")  # what its first word begins with
_STATE: Final = re.compile(r",\s([^\W\d_]+)\b")
_CLAUSE: Final = re.compile(r"[\"”’']?,[\"”’']?\s+(\w[\w\s’'-]*)")
_OWN: Final = re.compile(
    r"(?<!\w)(?:my|thy|his|her|our|your|their)\s+(?:[a-z]+\s+)?[a-z]+\s+\Z", re.I
)
_DETERMINERS: Final = frozenset("the that this a an his her my our their".split())
_ONE_OF: Final = ["one", "of", "the"]
_CLAUSE_END: Final = frozenset("of in who was had is".split())
_STOPS: Final = frozenset(",.\"”’'")
_CLOSING: Final = ",\"”’'"
_RELATIVES: Final = ("who", "whom")
_TRAILING: Final = ".,;:!?—-)”’\"'"


@dataclass(slots=True)
class Surroundings:
    """The text around a position, within one block.

    Not frozen: a long text has one for each of its many blocks.

    Attributes:
        text: the whole text.
        start: offset where the block begins.
        end: offset where it ends.
        lexicon: the word lists.
    """

    text: str
    start: int
    end: int
    lexicon: Lexicon

    def word_before(self, position: int) -> str:
        """The word before a position in lower case, if only blanks are between."""
        if position <= self.start or not self.text[position - 1].isspace():
            return ""
        before = self.text[max(self.start, position - _REACH) : position]
        words = before.rsplit(None, 1)
        word = words[-1] if words else ""
        if word.isalpha():
            return word.lower()
        if word[:1].isdigit():
            return NUMBER
        word = word.rpartition("--")[2].rpartition("—")[2]
        word = word.rpartition("'")[2].rpartition("’")[2]  # "l'abbé"
        return word.lower() if word.isalpha() or word == "&" else ""

    def _word_before_last(self, position: int) -> str:
        """The word before the "of" that stands before a position, however it is written."""
        floor = max(self.start, position - _REACH)
        before = self.text[floor:position].rstrip()
        return self.word_before(floor + len(before) - len("of"))

    def lead(self, position: int, before: str) -> str:
        """The two words before a position, if persons follow them, else the one before it.

        Args:
            position: offset of a word.
            before: the word before it (``word_before``), one of ``LEADING``.
        """
        words = self.text[max(self.start, position - _LEAD_REACH) : position].split()
        if len(words) < 2:
            return before
        first = words[-2].rpartition("-")[2].rpartition("—")[2]
        pair = f"{first.lower()}_{before}"
        cues = self.lexicon.cues
        return pair if pair in cues.leads or pair in cues.loose_leads else before

    def word_after(self, position: int) -> str:
        """The word after a position, if only blanks are between.

        After a comma a number counts too, and "who": "Red Shirt, who left the show".
        """
        after = self.text[position : min(self.end, position + _REACH)]
        if not after[:1].isspace():
            if after[:1] not in _STOPS:
                return ""
            following = after.lstrip(_CLOSING)
            if following[:1].isspace():
                words = following.split(None, 1)
                if words and words[0] in _RELATIVES:
                    return words[0]
            number = after[:1] in (",", ".") and after[1:].lstrip()[:1].isdigit()
            return NUMBER if number else ""
        words = after.split(None, 1)
        word = words[0].rstrip(_TRAILING) if words else ""
        if word.isalpha():
            return word
        return NUMBER if word[:1].isdigit() else ""

    def is_verse_of(self, after: str, position: int) -> bool:
        """Whether a chapter and a verse follow, as after a book of the Bible: "John xiv. 15".

        Args:
            after: the word after a name (``word_after``).
            position: offset after the name.
        """
        if after != NUMBER and (not after or after.strip("ivxlc")):
            return False
        return _CHAPTER_AND_VERSE.match(self.text, position, self.end) is not None

    def names_a_thing(self, position: int) -> bool:
        """Whether the word after a possessive makes it the name of a thing ("York's Own")."""
        word = self.text[position : position + _REACH].split(None, 1)
        return bool(word) and word[0].rstrip(_TRAILING) in self.lexicon.possessed

    def is_link(self, left: int, right: int) -> bool:
        """Whether only a comma or "and" stands between two positions, or one more capital."""
        if right - left <= _LINK:
            return self.text[left:right].strip() in _LINKS
        if right - left > _REACH or self.text[left] != ",":
            return False
        listed = _LISTED.fullmatch(self.text, left, right)
        return listed is not None and listed[0].lstrip(", and&")[:1].isupper()

    def is_placed(self, start: int, stop: int, before: str, after: str) -> bool:
        """Whether a common noun or a state beside a word makes it a place's.

        That is "the city of Ripley", "Hickman creek" or "Ripley, Ohio".

        Args:
            start: offset of the word.
            stop: offset after it.
            before: the word before it (``word_before``).
            after: the word after it (``word_after``).
        """
        heads = self.lexicon.cues.place_heads
        if after in heads:
            return not self.text.startswith("'", stop - 1)
        if before == "of" and self._word_before_last(start) in heads:
            return True
        if after or not self.text.startswith((", ", ",\n"), stop):
            return False
        state = _STATE.match(self.text, stop, self.end)
        return state is not None and state[1] in self.lexicon.states

    def is_called(self, position: int) -> bool:
        """Whether a person's role goes before: "their chief, Red Shirt"."""
        found = _CALLED.search(self.text, max(self.start, position - _REACH), position)
        return found is not None and found[1].lower() in self.lexicon.cues.roles

    def is_somebodys(self, position: int) -> bool:
        """Whether the role that goes before is one to another person: "my brother Quarl"."""
        return _OWN.search(self.text, max(self.start, position - _LEAD_REACH), position) is not None

    def has_role(self, position: int) -> bool:
        """Whether what follows tells of a person: ", the brilliant composer,", "and family"."""
        if self.text[position : position + 1] not in _STOPS:
            # Hardly any has "and" or "&" there: one look for its sign, and no search.
            joined = self.text[position + 1 : position + 2] in _JOINING
            return joined and _HOUSEHOLD.match(self.text, position, self.end) is not None
        clause = _CLAUSE.match(self.text, position, min(self.end, position + _APPOSITION))
        if clause is None:
            return False
        words = clause[1].split()
        roles = self.lexicon.cues.roles
        if words[0] not in _DETERMINERS:
            return words[0] in roles or (words[:3] == _ONE_OF and words[-1] in roles)
        for word in words[1:]:
            if word in roles:
                return True
            if word in _CLAUSE_END:
                break
        return False
