"""Names of places and of organisations, which are marked where they are asked for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis.strategies import permutations

import teikit
from strategies import texts
from teikit.encode.annotators import annotate
from teikit.encode.convert import convert
from teikit.encode.model import Document
from teikit.encode.resolve import resolve
from teikit.encode.segment import segment

PLACES = [
    "He left <Georgetown, D.C.> for <Montgomery County, Maryland>.",
    "Born in the <City of Baltimore> near <Lake Erie>, he died in <South Carolina>.",
    "They came from <Washington> to <New York>. Washington was tired.",
    "Lord Liverpool met the Duke of Kent in <Great Britain>. British ships came.",
    "He read the London Magazine on <Farley Hill>--at <Reading>--alone.",
    "John Ford and Jane Hill went home.",
]
ORGANISATIONS = [
    "The <Royal Society> met the <Department of State> and <Smith & Co.> in London.",
    "The <Circuit Court of the District of Columbia> heard that <Congress> had risen.",
    "The Soviet Union and Mr. Smith sent the <Committee on Trade>.",
]


def _marked(text: str, annotator: str) -> str:
    spans = sorted(annotate((annotator,), Document(text, [])), key=lambda span: -span.start)
    for span in spans:
        text = f"{text[: span.start]}<{text[span.start : span.end]}>{text[span.end :]}"
    return text


@pytest.mark.parametrize("sentence", PLACES)
def test_places(sentence: str) -> None:
    """Known names, and those of which a word tells that they are places’."""
    assert _marked(sentence.translate({60: None, 62: None}), "places") == sentence


@pytest.mark.parametrize("sentence", ORGANISATIONS)
def test_organisations(sentence: str) -> None:
    """Names of which a word tells what kind of body they are."""
    assert _marked(sentence.translate({60: None, 62: None}), "organisations") == sentence


ALL = ("names", "dates", "places", "organisations")


@settings(deadline=None)
@given(texts())
def test_the_promises_hold(text: str) -> None:
    """Spans lie inside the text, in order and without overlaps."""
    for annotator in ("places", "organisations"):
        end = 0
        for span in annotate((annotator,), Document(text, [])):
            assert end <= span.start < span.end <= len(text)
            end = span.end


@settings(deadline=None)
@given(texts(), permutations(ALL))
def test_neither_order_nor_repetition_changes_the_marks(text: str, names: list[str]) -> None:
    """Annotators in any order mark the same, and marking again finds nothing new."""
    document = Document(text, segment(text).blocks)
    once = resolve(text, document.blocks, annotate(ALL, document))
    again = annotate(names, document)
    assert resolve(text, document.blocks, again) == once
    kept = {(span.start, span.end, span.kind) for span in once}
    both = resolve(text, document.blocks, [*once, *again])
    assert {(span.start, span.end, span.kind) for span in both} == kept


def test_they_run_where_they_are_asked_for() -> None:
    """The TEI with them is valid; without being asked for they do not run."""
    text = b"In May 1784 John Smith came to the City of Baltimore for the Royal Society.\n"
    written = convert(text, annotators=("names", "dates", "places", "organisations")).to_bytes()
    assert b"<placeName" in written
    assert b"<orgName" in written
    assert teikit.validate(written).valid
    assert b"<placeName" not in convert(text).to_bytes()
