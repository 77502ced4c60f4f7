"""Fixtures that all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from running import Run

PROJECT = Path(__file__).resolve().parents[1]

# How long an example takes depends on what else the machine does.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache of the tests' own: that of the user stays as it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


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
