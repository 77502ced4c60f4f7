"""Ends of lines: hyphens that cut words, and all the others."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import teikit
from strategies import texts
from teikit.encode.convert import convert
from teikit.encode.structure.line_breaks import LineBreaks, is_hard
from teikit.tei import tei
from teikit.text.source import Source


@pytest.mark.parametrize(
    ("left", "right", "words", "hard"),
    [
        ("to", "day", {"to-day": 1}, True),
        ("Cen", "taur", {"centaur": 3}, False),
        ("enchan", "ter", {}, False),
        ("twenty", "four", {}, True),
        ("dinner", "table", {"dinner": 2, "table": 1}, None),
        ("Anglo", "Saxon", {}, True),
    ],
)
def test_hyphens_are_told_by_the_text(
    left: str, right: str, words: dict[str, int], hard: bool | None
) -> None:
    """A form that occurs elsewhere decides; where two words stand by themselves, nothing does."""
    assert is_hard(left, right, Counter(words)) is hard


def test_names_are_whole_over_ends_of_lines() -> None:
    """A name that a hyphen cuts is one name, with the break in it."""
    text = "In 1848 Karl Kaut-\nsky wrote to Trotsky. Kautsky had met Karl Kautsky.\n"
    document = convert(text.encode(), line_breaks="hyphens")
    names = ["".join(name.itertext()) for name in document.tree.iter(tei("persName"))]
    cut = [name for name in document.tree.iter(tei("persName")) if name.find(tei("lb")) is not None]
    assert "Karl Kaut-\nsky" in names
    assert len(cut) == 1


@settings(max_examples=40, deadline=None)
@given(texts(), st.sampled_from(["hyphens", "all"]))
def test_breaks_keep_the_promises(text: str, which: LineBreaks) -> None:
    """Texts come back word for word, from valid TEI."""
    source = Source.from_text(text)
    if not source.text.strip():
        return
    plain = teikit.transform(convert(source).to_bytes(), to="text")
    document = convert(source, line_breaks=which).to_bytes()
    assert teikit.validate(document).valid
    assert teikit.transform(document, to="text").split() == plain.split()


def test_scanned_pages(shared: Path) -> None:
    """Of the words that are cut on real pages, no more than one in ten is judged wrongly."""
    wrong = known = 0
    for path in sorted((shared / "texts").glob("ocr_*.txt")):
        truth = set(path.with_suffix(".truth").read_text("utf-8").casefold().split())
        truth = {word.strip(".,;:!?()“”’'\"") for word in truth}
        conversion = convert(path, annotators=(), line_breaks="hyphens")
        text = conversion.source.text
        for span in conversion.spans:
            if span.kind != "lb" or span.attributes["break"] == "maybe":
                continue
            left = text[: span.start].split()[-1].strip('(“‘"').casefold()
            right = text[span.end :].split()[0].strip(".,;:!?()”’'\"").casefold()
            soft, hard = f"{left}{right}" in truth, f"{left}-{right}" in truth
            if soft is not hard:
                known += 1
                wrong += soft is not ("force" in span.attributes)
    assert known > 100
    assert wrong * 10 <= known
