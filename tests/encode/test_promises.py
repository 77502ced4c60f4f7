"""The three promises: nothing is lost, what is written is valid, same in gives same out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import teikit
from strategies import arbitrary, texts
from teikit.encode.convert import convert
from teikit.encode.notes.join import NotesStyle
from teikit.encode.segment import segment
from teikit.text.source import Source

_STYLES: st.SearchStrategy[NotesStyle] = st.sampled_from(["inline", "end"])


def words(source: Source, notes: NotesStyle) -> list[str]:
    """The words of a text without those of its apparatus."""
    apparatus = segment(source.text, notes=notes).apparatus
    kept = []
    done = 0
    for start, end in apparatus:
        kept.append(source.text[done:start])
        done = end
    return "".join([*kept, source.text[done:]]).split()


def check(text: str, notes: NotesStyle) -> None:
    """A text converts to valid TEI, and comes back from it word for word."""
    source = Source.from_text(text)
    if not source.text.strip():
        return
    document = convert(source, notes=notes).to_bytes()
    report = teikit.validate(document)
    assert report.valid, report.findings
    assert teikit.transform(document, to="text").split() == words(source, notes)


@settings(max_examples=150, deadline=None)
@given(texts(), _STYLES)
def test_texts_come_back(text: str, notes: NotesStyle) -> None:
    """Texts with notes, headings, letters, verse and quotations in any order."""
    check(text, notes)


@settings(max_examples=150, deadline=None)
@given(arbitrary, _STYLES)
def test_any_characters_come_back(text: str, notes: NotesStyle) -> None:
    """Any characters at all."""
    check(text, notes)


@pytest.mark.parametrize("sample", ["history", "letter", "poem"])
def test_hash_seed_changes_nothing(project: Path, sample: str) -> None:
    """Two processes with different hash seeds write the same bytes."""
    command = [sys.executable, "-m", "teikit", "convert", "-q", f"tei/{sample}.txt"]
    outputs = {
        subprocess.run(
            command, cwd=project, env={**os.environ, "PYTHONHASHSEED": seed},
            check=True, capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(outputs) == 1
