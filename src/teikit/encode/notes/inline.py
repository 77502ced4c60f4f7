"""Notes without a number, which stand where they belong: ``[Sidenote: …]``, ``[….—ED.]``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from teikit.encode.model import Block, Span
from teikit.encode.structure.paragraphs import Paragraph

_APOSTROPHE = "[’']"
_LABELS: Sequence[tuple[str, Mapping[str, str]]] = (
    ("Footnote", {"place": "bottom"}),
    (r"Side-?[ ]?note|Marginal note|Margin", {"place": "margin"}),
    (rf"Transcriber(?:{_APOSTROPHE}?s{_APOSTROPHE}?)? notes?", {"type": "transcriber"}),
    (rf"Editor(?:{_APOSTROPHE}?s{_APOSTROPHE}?)? notes?|Ed\. note", {"type": "editorial"}),
    (rf"Translator(?:{_APOSTROPHE}?s{_APOSTROPHE}?)? notes?", {"type": "translator"}),
    (rf"Author(?:{_APOSTROPHE}?s{_APOSTROPHE}?)? notes?", {"type": "authorial"}),
    (r"Foot-note|Note|Anmerkung", {"place": "bottom"}),
)
"""Labels of notes, and what they say in TEI's attributes."""

_SIGNED = (
    (r"Eds?|Editor", "editorial"),
    (r"Tr|Trans|Transl|Translator", "translator"),
    (r"Transcriber|T\.[ ]?N", "transcriber"),
)
_SIGNERS = "|".join(f"(?P<{kind}>{words})" for words, kind in _SIGNED)
_SIGNATURE = re.compile(rf"(?:—|–|--|[(\[])[_ ]?(?:{_SIGNERS})[.]?_?[)\]]?", re.IGNORECASE)
_LONGEST_SIGNATURE = 24
_LONGEST_REMARK = 1500
_MOST_PARAGRAPHS = 30

# What stands in the brackets may have brackets, too.
_WORDS = r"(?P<words>(?:[^\[\]\f]++|\[[^\[\]\f]*+\])++)(?<=\S)\]"
_LABEL = "|".join(f"(?P<l{at}>{label})" for at, (label, _) in enumerate(_LABELS))
_NOTE = re.compile(rf"\[(?:{_LABEL})(?P<colon>[:.])\s+{_WORDS}", re.IGNORECASE)
_REMARK = re.compile(rf"\[{_WORDS}")
_KINDS = frozenset({"p", "quote", "lg", "head", "item", "stage"})


def standing_notes(
    text: str, found: Sequence[Paragraph], taken: AbstractSet[int]
) -> dict[int, list[Block]]:
    """The paragraphs that are such a note as a whole, as blocks of the kind ``standing note``.

    Args:
        text: the whole text.
        found: its paragraphs.
        taken: indexes of those that are something else.

    Returns:
        For the index of each of its paragraphs its blocks: one at the first, over all of the
        note's words, with ``rend``, ``place`` and ``type`` of the note; none at the others.
    """
    blocks: dict[int, list[Block]] = {}
    for at, paragraph in enumerate(found):
        if text[paragraph.start] != "[" or at in blocks:
            continue
        until = found[min(at + _MOST_PARAGRAPHS, len(found)) - 1].end
        match = _NOTE.match(text, paragraph.start, until)
        if match is None:
            match = _remark(text, paragraph.start, paragraph.end)
        last = at
        while match and last < len(found) and found[last].end < match.end():
            last += 1
        free = taken.isdisjoint(range(at, last + 1))
        if match and free and found[last].end == match.end():
            facts = note_facts(match)
            blocks[at] = [Block("standing note", match.start("words"), match.end("words"), facts)]
            blocks |= {other: [] for other in range(at + 1, last + 1)}
    return blocks


def _remark(text: str, start: int, end: int) -> re.Match[str] | None:
    """A remark in brackets that an editor has signed."""
    if end - start > _LONGEST_REMARK:
        return None
    match = _REMARK.match(text, start, end)
    return match if match and signed_by(match["words"]) else None


def signed_by(words: str) -> str:
    """Who has signed a note: ``editorial``, ``translator``, ``transcriber``, or ``""``.

    >>> signed_by("The mill has burnt since.—ED."), signed_by("The mill.")
    ('editorial', '')
    """
    end = len(words)
    for match in _SIGNATURE.finditer(words, max(0, end - _LONGEST_SIGNATURE)):
        if match.end() == end:
            return match.lastgroup or ""
    return ""


def inline_notes(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """Such notes inside paragraphs: spans of the kind ``note`` without a ``target``."""
    for block in blocks:
        if block.kind not in _KINDS:
            continue
        at = text.find("[", block.start, block.end)
        while at >= 0:
            match = _NOTE.match(text, at, block.end) or _remark_within(text, at, block.end)
            if match and "\n\n" not in match[0]:
                yield Span(match.start(), match.end(), "note", annotator="notes")
                at = match.end() - 1
            at = text.find("[", at + 1, block.end)


def _remark_within(text: str, start: int, end: int) -> re.Match[str] | None:
    return _remark(text, start, min(end, start + _LONGEST_REMARK))


def standing_note(text: str, start: int, end: int) -> tuple[int, int, Mapping[str, str]]:
    """Start and end of the words of such a note, and its attributes."""
    match = _NOTE.fullmatch(text, start, end) or _REMARK.fullmatch(text, start, end)
    return (*match.span("words"), note_facts(match)) if match else (start, end, {})


def note_facts(match: re.Match[str]) -> dict[str, str]:
    """The attributes of such a note; its label stays in ``@rend``, so that it can be printed."""
    if match.re is _REMARK:
        return {"type": signed_by(match["words"]), "rend": "[…]"}
    at = next(at for at in range(len(_LABELS)) if match[f"l{at}"])
    label = match[f"l{at}"]
    facts = dict(_LABELS[at][1])
    signer = signed_by(match["words"])
    if signer:
        facts["type"] = signer
    rend = label if label + match["colon"] == "Footnote:" else f"[{label}{match['colon']} …]"
    return {**facts, "rend": rend}
