"""Dates against the marks of human editors, and on a chapter of history."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from teikit.encode.dates import DateAnnotator
from teikit.encode.model import Document
from teikit.encode.segment import segment

NAMES = ("when", "from", "to", "notBefore", "notAfter")


def _found(text: str) -> list[tuple[int, int, dict[str, str]]]:
    spans = DateAnnotator().annotate(Document(text, segment(text).blocks))
    return sorted(
        (span.start, span.end, {k: v for k, v in span.attributes.items() if k in NAMES})
        for span in spans
        if span.kind == "date"
    )


def _documents(shared: Path, corpus: str) -> list[dict]:  # type: ignore[type-arg]
    paths = sorted((shared / "gold" / "dev").glob(f"{corpus}__*.json"))
    return [json.loads(path.read_text("utf-8")) for path in paths]


def test_petitions_are_marked_as_their_editors_did(shared: Path) -> None:
    """Precision, recall and values on a corpus whose editors marked every date."""
    gold_count = found_count = gold_hits = found_hits = equal = 0
    for document in _documents(shared, "civilwardc"):
        gold = [span for span in document["spans"] if span["type"] == "date"]
        found = _found(document["text"])
        gold_count, found_count = gold_count + len(gold), found_count + len(found)
        for mark in gold:
            over = [f for f in found if f[0] < mark["end"] and mark["start"] < f[1]]
            gold_hits += bool(over)
            value = {name: mark[name] for name in NAMES if name in mark}
            equal += any(facts == value for _, _, facts in over)
        for start, end, _ in found:
            found_hits += any(start < g["end"] and g["start"] < end for g in gold)
    assert found_hits / found_count > 0.98
    assert gold_hits / gold_count > 0.98
    assert equal / gold_hits > 0.95


@pytest.mark.parametrize(("corpus", "least"), [("milestones", 0.98), ("mitford-journal", 0.96)])
def test_dates_of_other_editors_are_found(shared: Path, corpus: str, least: float) -> None:
    """Recall on corpora whose editors marked some of the dates."""
    count = hits = 0
    for document in _documents(shared, corpus):
        found = _found(document["text"])
        for mark in document["spans"]:
            if mark["type"] == "date":
                count += 1
                hits += any(f[0] < mark["end"] and mark["start"] < f[1] for f in found)
    assert hits / count >= least


def test_the_checked_dates_of_a_chapter_of_history(shared: Path) -> None:
    """The marks of a chapter stay as a reader checked them, end-notes included."""
    text = (shared / "texts" / "000_18ddb2d929de8e88.txt").read_text("utf-8")
    expected = json.loads((Path(__file__).parent / "chapter.json").read_text("utf-8"))
    found = [[start, end, "/".join(facts.values())] for start, end, facts in _found(text)]
    assert found == expected
