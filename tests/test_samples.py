"""The samples in ``tei/``: their encodings are golden files."""

from __future__ import annotations

from pathlib import Path

import pytest

import teikit

SAMPLES = ["history", "letter", "poem"]


@pytest.mark.parametrize("sample", SAMPLES)
def test_encoding_is_the_golden_one(project: Path, sample: str) -> None:
    """Converting a sample gives its encoding, byte for byte (``make golden`` writes it anew)."""
    converted = teikit.convert(project / "tei" / f"{sample}.txt").to_bytes()
    assert converted.decode() == (project / "tei" / f"{sample}.xml").read_text("utf-8")


@pytest.mark.parametrize("sample", SAMPLES)
def test_encoding_is_valid(project: Path, sample: str) -> None:
    """The golden files are valid TEI P5."""
    assert teikit.validate(project / "tei" / f"{sample}.xml").findings == ()
