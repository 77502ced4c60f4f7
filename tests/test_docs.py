"""What README and docs show is what happens: their commands are run, their output compared."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
PAGES = sorted([PROJECT / "README.md", *PROJECT.glob("docs/**/*.md")])
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the samples, as a user in the checkout has them."""
    shutil.copytree(PROJECT / "tei", tmp_path / "tei")
    return tmp_path


def blocks(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """All code of a kind, a page at a time, in one piece: later blocks build on earlier ones."""
    return [
        (page.name, "".join(match[1] for match in pattern.finditer(page.read_text("utf-8"))))
        for page in PAGES
        if pattern.search(page.read_text("utf-8"))
    ]


def session(code: str) -> list[tuple[str, str]]:
    """Commands and the output that the page shows for each."""
    steps: list[tuple[str, str]] = []
    for line in code.splitlines(keepends=True):
        if line.startswith("$ "):
            steps.append((line[2:].rstrip("\n"), ""))
        elif line.startswith("> ") and not steps[-1][1]:
            steps[-1] = (f"{steps[-1][0]}\n{line[2:]}".rstrip("\n"), "")
        else:
            steps[-1] = (steps[-1][0], steps[-1][1] + line)
    return steps


@pytest.mark.parametrize(("page", "code"), blocks(_BLOCK), ids=[p for p, _ in blocks(_BLOCK)])
def test_commands(folder: Path, page: str, code: str) -> None:
    """Each command prints what the page shows, “…” standing for anything."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_DATA_HOME": str(folder / "data"),
    }
    for command, shown in session(code):
        done = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=environment, text=True, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        pattern = re.escape(shown)
        pattern = re.sub(r"^…\\\n", "(?:.*\\n)*", pattern, flags=re.MULTILINE).replace("…", ".*")
        assert re.fullmatch(pattern, done.stdout), f"{page}: $ {command}\n{done.stdout}"


@pytest.mark.parametrize(("page", "code"), blocks(_PYTHON), ids=[p for p, _ in blocks(_PYTHON)])
def test_python(folder: Path, page: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python of a page runs."""
    monkeypatch.chdir(folder)
    exec(compile(code, page, "exec"), {"__name__": page})


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_links(page: Path) -> None:
    """Links inside the project lead somewhere."""
    for target in _LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target
