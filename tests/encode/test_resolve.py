"""Resolving: spans nest, lie inside one block, and do not depend on the order of annotators."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from teikit.encode.model import Block, Span
from teikit.encode.resolve import resolve

TEXT = "abcdefghij\nklmnopqrst"
BLOCKS = [Block("p", 0, 10), Block("lg", 11, 21)]

_SPANS = st.lists(
    st.builds(
        Span,
        st.integers(0, 21),
        st.integers(0, 21),
        st.sampled_from(["persName", "date", "hi", "note", "ref"]),
        certainty=st.sampled_from(["high", "medium", "low"]),
    ),
    max_size=8,
)


@given(_SPANS, st.randoms(use_true_random=False))
def test_spans_nest_whatever_they_are(spans: list[Span], random) -> None:  # type: ignore[no-untyped-def]
    """No two cross, each lies in a block, and the order of the input does not matter."""
    kept = resolve(TEXT, BLOCKS, spans)
    for one in kept:
        assert any(block.start <= one.start < one.end <= block.end for block in BLOCKS)
        for other in kept:
            assert not one.start < other.start < one.end < other.end
    shuffled = list(spans)
    random.shuffle(shuffled)
    assert resolve(TEXT, BLOCKS, shuffled) == kept


def test_the_more_certain_mark_stays() -> None:
    """Where two marks cross, certainty decides; then length."""
    sure = Span(0, 4, "date")
    unsure = Span(2, 8, "persName", certainty="low")
    longer = Span(3, 9, "persName")
    assert resolve(TEXT, BLOCKS, [unsure, sure]) == [sure]
    assert resolve(TEXT, BLOCKS, [longer, sure]) == [longer]


def test_typography_holds_names_and_names_hold_markers() -> None:
    """What may stand inside what."""
    hi, name, note = Span(0, 9, "hi"), Span(2, 8, "persName"), Span(4, 6, "note")
    assert resolve(TEXT, BLOCKS, [note, name, hi]) == [hi, name, note]


def test_a_name_does_not_run_over_verses() -> None:
    """A span across the lines of a stanza is left out."""
    text = "abc\ndef"
    assert resolve(text, [Block("lg", 0, 7)], [Span(1, 5, "persName")]) == []
