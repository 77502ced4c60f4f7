"""What holds for every text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from encode.dates.marking import dates
from teikit.encode.dates import DateAnnotator
from teikit.encode.model import Block, Document

_YEAR = r"-?(?!0000)\d{4}"
W3C = re.compile(
    rf"{_YEAR}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?|--(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?"
    r"|---(0[1-9]|[12]\d|3[01])|([01]\d|2[0-3]):[0-5]\d:[0-5]\d"
)
PIECES = st.sampled_from(
    "5 31 00 12th 3d first twenty-fourth May march Sept. December Monday 1862 '76 1688/9 1930s of"
    " the in from to between and or – - -- / , . ( ) A.D. B.C. inst. ult. last next same that this"
    " early late mid end winter spring century hundred eighteen thousand day month year our Lord"
    " about Christmas St. Lady-Day p.m. o'clock half past 2021-02-29 3/4/1862 1,862 $1862 \n \n\n"
    " mo 3rd Revolution on the 14th premier mai mil sept cent quatre-vingt treize dos de mayo y"
    " ochocientos fin du XVIIIe siècle années 1830 Noël Pâques brumaire an VIII die decimo quinto"
    " mensis Maii millesimo Kal. Ian. Ostern am ersten dreißiger Jahren huj. corriente primo"
    " maggio secolo siglo".split(" ")
)
LANGUAGES = ["en", "de", "fr", "es", "it", "la"]
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map(" ".join))


@given(TEXTS, st.sampled_from(LANGUAGES))
@settings(max_examples=300, deadline=None)
def test_spans_lie_apart_inside_their_blocks(text: str, language: str) -> None:
    """Spans do not overlap, lie inside one block and hold no white space at their edges."""
    middle = len(text) // 2
    blocks = [Block("p", 0, middle), Block("note", middle, len(text), {"n": "1"})]
    document = Document(text, blocks, language)
    spans = sorted(DateAnnotator().annotate(document), key=lambda span: span.start)
    for span in spans:
        assert any(block.start <= span.start < span.end <= block.end for block in blocks)
        words = text[span.start : span.end]
        assert words == words.strip()
    for one, two in pairwise(spans):
        assert one.end <= two.start


@given(TEXTS, st.sampled_from(LANGUAGES))
@settings(max_examples=300, deadline=None)
def test_values_are_w3c_dates_in_order(text: str, language: str) -> None:
    """Every value is a W3C date or time, and a period does not end before it begins."""
    for span in dates(text, language=language, year=1862):
        facts = dict(span.attributes)
        assert facts.pop("calendar", "#republican") == "#republican"
        assert facts.pop("precision", "low") == "low"
        assert all(W3C.fullmatch(value) for value in facts.values()), facts
        assert set(facts) in (set(), {"when"}, {"from", "to"}, {"notBefore", "notAfter"})
        first, *last = facts.values() or ("",)
        if last and first[0].isdigit():
            assert first <= last[0]


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_same_text_gives_the_same_spans(text: str) -> None:
    """A second run, with a new annotator, finds the same."""
    assert dates(text) == dates(text)


HOSTILE = [
    "1862 ", "May 5, ", "1862-", "in the year of ", "1 of ", "eighteen hundred and ",
    "5" + " " * 99, " \n", "1.", "3 and ", "[1] May 5 ", "5 a.m. ", "5 mo ", "1", "'76 ",
    "Monday, ", "on the 5th and ", "May 5, 3d inst. ", "18 brumaire an ", "May 5. On the 6th ",
    "first half of the ", "that same ", "19th century ", "day of the month of the ", "half past ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read_to_its_end(piece: str) -> None:
    """A long run of what looks like the beginning of a date is neither slow nor fatal.

    A pattern that backtracks, or a look at all that stands before, would take minutes here.
    """
    text = f"{piece * (60_000 // len(piece))}\n\nSigned on 5 May 1862."
    document = Document(text, [Block("p", 0, len(text))])
    words = [text[span.start : span.end] for span in DateAnnotator().annotate(document)]
    assert "5 May 1862" in words
