"""What holds for every text: spans inside the blocks, no overlap, no surprise, no explosion."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teikit.encode.model import Block, Document, Span
from teikit.encode.names import NameAnnotator
from teikit.encode.names.tally import WEIGHTS, Tally

PIECES = st.sampled_from(
    [
        *("Mr.", "Mrs.", "Duke", "King", "President", "St.", "Fort", "Messrs.", "Mary", "John"),
        *(
            "Smith",
            "Webbs",
            "Trotsky",
            "A",
            "I",
            "J.",
            "V",
            "XIV",
            "Jr.",
            "De",
            "Van",
            "O’Brien",
            "May",
        ),
        *(
            "said",
            "of",
            "the",
            "von",
            "van",
            "de la",
            "and",
            "&",
            "in",
            "wife",
            "was",
            "read",
            "read",
            "1935",
            "Paris",
        ),
        *("’s", "'", ".", ",", ", ", " ", "\n", "\n\n", "-\n", "--", "(", "“", "e\u0301", "É", "_"),
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join)
)


def check(document: Document) -> None:
    """Every promise about the spans of a document."""
    found = list(NameAnnotator().annotate(document))
    assert found == list(NameAnnotator().annotate(document))
    blocks = document.blocks or [Block("p", 0, len(document.text))]
    position = 0
    for span in found:
        assert position <= span.start < span.end
        assert any(block.start <= span.start and span.end <= block.end for block in blocks)
        assert span.kind in ("persName", "title")
        assert span.evidence
        position = span.end
        _check_text(document.text[span.start : span.end], span)


def _check_text(name: str, span: Span) -> None:
    assert name == name.strip()
    assert "\n\n" not in name
    assert not name.endswith(("’s", "'s"))
    assert span.entity == " ".join(span.entity.split())


@given(TEXTS)
@settings(deadline=None)
def test_spans_of_name_like_text(text: str) -> None:
    """Promises hold for every jumble of titles, names, particles and marks."""
    check(Document(text, []))


@given(st.text())
@settings(deadline=None)
def test_spans_of_arbitrary_text(text: str) -> None:
    """Promises hold for arbitrary Unicode."""
    check(Document(text, []))


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_spans_stay_inside_blocks(first: str, second: str) -> None:
    """No name crosses from one block into the next, even if nothing is between them."""
    text = first + second
    blocks = [Block("p", 0, len(first)), Block("note", len(first), len(text))]
    check(Document(text, blocks))


@pytest.mark.parametrize(
    "unit",
    [
        *("A ", "A. ", "A", "Mr. ", "John ", "Smith ", "John Smith ", "O’", "A-", "A-\n", "De "),
        *("e\u0301", "King of the ", "XIV ", "Duke of ", "Mr. & ", "St. ", ", the ", "’s", "\n A"),
    ],
)
def test_hostile_repetition_is_bounded(unit: str) -> None:
    """Endless repetition ends soon, and gives no endless name."""
    text = unit * (100_000 // len(unit))
    found = list(NameAnnotator().annotate(Document(text, [])))
    assert all(span.end - span.start < 600 for span in found)


def test_many_persons_of_one_surname_are_told_apart() -> None:
    """Thousands of persons of one surname do not need each to be compared with each."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    middles = [f"{a.upper()}{b}{c}ux" for a in letters for b in letters for c in letters]
    text = ". ".join(f"There was John {middle} Smith" for middle in middles)
    found = list(NameAnnotator().annotate(Document(text, [])))
    assert len({span.entity for span in found}) == len(middles)


def test_every_kind_of_evidence_has_a_weight() -> None:
    """The features and their weights have the same names."""
    tally = Tally(inside=1)
    assert dict(tally.features(small=0)).keys() == WEIGHTS.keys()
