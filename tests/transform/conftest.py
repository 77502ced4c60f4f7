"""A real Chromium for the tests of the reading edition."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


def _executable() -> str | None:
    """A Chromium on the machine's path; without one, Playwright's own is tried."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """One Chromium for all tests of the folder."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=_executable(), args=ARGUMENTS)
        except sync_api.Error as error:
            pytest.skip(f"no Chromium to be had: {str(error).splitlines()[0]}")
        yield chromium
        chromium.close()
