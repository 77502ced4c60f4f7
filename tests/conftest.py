"""Fixtures that all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from running import Run

PROJECT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def project() -> Path:
    """The top of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the checkout (``TEIKIT_SHARED``)."""
    folder = Path(os.environ.get("TEIKIT_SHARED", PROJECT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no development data at {folder}; set TEIKIT_SHARED to its folder")
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The command, run in a folder of the test's own."""
    return Run(tmp_path)
