"""Spans as JSON: what is written is read again, and what does not fit is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import teikit
from strategies import texts
from teikit.encode.convert import convert
from teikit.encode.model import Span
from teikit.encode.spans import read_spans, write_spans
from teikit.encode.vocabulary import KINDS
from teikit.errors import InputError

TEXT = "Stalin met Zoë Jones in May 1932.\n\nNo one else.\n"
_WORDS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=12)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A span of TEXT with any permitted facts."""
    start = draw(st.integers(0, len(TEXT) - 1))
    return Span(
        start,
        draw(st.integers(start + 1, len(TEXT))),
        draw(st.sampled_from(KINDS)),
        draw(st.sampled_from([{}, {"type": "other"}])),
        draw(st.sampled_from(["high", "medium", "low"])),
        draw(_WORDS),
        draw(_WORDS),
        draw(_WORDS.filter(lambda words: not words or bool(words.strip()))),
    )


@settings(deadline=None)
@given(st.lists(spans(), max_size=6))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, some: list[Span]
) -> None:
    """Every fact of every span comes back."""
    path = tmp_path_factory.mktemp("spans") / "spans.json"
    path.write_bytes(write_spans(TEXT, some))
    key = repr
    assert sorted(read_spans(path, TEXT), key=key) == sorted(some, key=key)


@settings(max_examples=40, deadline=None)
@given(texts())
def test_reviewed_marks_are_woven_as_they_are(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """Marks that were written and read again give the same text."""
    if not text.strip():
        return
    path = tmp_path_factory.mktemp("spans") / "spans.json"
    first = convert(text.encode())
    path.write_bytes(write_spans(first.source.text, first.marks))
    second = convert(text.encode(), spans=path)
    assert second.marks == first.marks
    assert second.notices == first.notices
    assert _body(second.to_bytes()) == _body(first.to_bytes())


def _body(document: bytes) -> bytes:
    return document.partition(b"</teiHeader>")[2]


def _file(tmp_path: Path, change: dict[str, Any], **top: Any) -> Path:
    record = {"start": 0, "end": 6, "text": "Stalin", "kind": "persName"} | change
    data = json.loads(write_spans(TEXT, [])) | {"spans": [record]} | top
    path = tmp_path / "marks.json"
    path.write_text(json.dumps(data))
    return path


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"start": 1}, "the words between its offsets are “talin”"),
        ({"end": 600}, "the offsets 0 and 600 are none of this text"),
        ({"end": 0}, "the offsets 0 and 0 are none of this text"),
        ({"start": "0"}, 'the offsets "0" and 6 are none of this text'),
        ({"start": True, "text": "talin"}, "the offsets true and 6"),
        ({"kind": "div"}, "the span has the kind “div”"),
        ({"attributes": {"when": "1932"}}, "has the attribute “when”"),
        ({"attributes": {"type": "a b"}}, 'has @type="a b", which TEI cannot hold'),
        ({"kind": "date", "attributes": {"when": "1932-02-30"}}, 'has @when="1932-02-30"'),
        ({"kind": "date", "attributes": {"when": "1932", "to": "1933"}}, "both @when and @to"),
        ({"certainty": "sure"}, "has the certainty “sure”"),
        ({"entity": "\x01"}, "has an entity that XML cannot hold"),
        ({"attributes": {"type": 1}}, "must be strings"),
        ({"colour": "red"}, "there is no key “colour”"),
    ],
)
def test_a_span_that_does_not_fit_is_told(
    tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    """The message names the file, the span and what is wrong with it."""
    path = _file(tmp_path, change)
    with pytest.raises(InputError) as raised:
        read_spans(path, TEXT)
    assert message in raised.value.message
    assert raised.value.place == f"{path}: span 1"


def test_the_spans_of_another_text_are_refused(tmp_path: Path) -> None:
    """The digest of the text keeps offsets from pointing anywhere."""
    path = _file(tmp_path, {})
    assert read_spans(path, TEXT)
    with pytest.raises(InputError, match="another text"):
        read_spans(path, TEXT + " ")
    for bad in ("{", "[]", '{"format": "teikit-spans-1"}', "[" * 100_000):
        path.write_text(bad)
        with pytest.raises(InputError):
            read_spans(path, TEXT)
    with pytest.raises(InputError, match="cannot be read"):
        read_spans(tmp_path / "none.json", TEXT)


def test_a_mark_that_cannot_be_woven_is_told(tmp_path: Path) -> None:
    """A reviewed mark that crosses the end of a paragraph is left out, and said."""
    path = _file(tmp_path, {"start": 24, "end": 40, "text": TEXT[24:40], "kind": "date"})
    conversion = convert(TEXT.encode(), spans=path)
    assert [notice.message[:28] for notice in conversion.notices] == [
        "the mark of “May 1932. No on"
    ]
    assert teikit.validate(conversion.tree).valid


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_gives_valid_tei(tmp_path: Path, kind: str) -> None:
    """An annotator may make any of the kinds with any of their attributes."""
    attributes = {"date": {"when": "1932"}, "measure": {"unit": "mile", "quantity": "3"}}
    path = _file(tmp_path, {"kind": kind, "attributes": attributes.get(kind, {"type": "x"})})
    report = teikit.validate(convert(TEXT.encode(), spans=path).tree)
    assert report.valid, report.findings
