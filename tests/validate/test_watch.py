"""Watching files, and what is shown on a terminal."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from running import Run
from teikit.cli.watch import watch
from validate.documents import document

GOOD = document("<p>good</p>")
BAD = document("<p><Hi>bad</Hi></p>")


def test_only_what_changes_is_done_again(tmp_path: Path) -> None:
    """All files first; then those that change, appear or come back; all if the schema does."""
    schema = tmp_path / "schema"
    names = ["a", "b", "c"]
    for name in ("a", "b", "schema"):
        (tmp_path / name).write_text("1")
    steps = iter(
        [
            lambda: (tmp_path / "b").write_text("22"),
            lambda: (tmp_path / "c").write_text("new"),
            lambda: schema.write_text("other"),
            lambda: (tmp_path / "a").unlink(),
        ]
    )
    done: list[list[str]] = []

    def work(files: object) -> None:
        assert isinstance(files, list)
        done.append([Path(file).name for file in files])
        step = next(steps, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    watch(lambda: [str(tmp_path / name) for name in names], work, [str(schema)], interval=0)
    assert done == [["a", "b", "c"], ["b"], ["c"], ["a", "b", "c"], ["a"]]


def test_ends_cleanly(tmp_path: Path) -> None:
    """The command checks again what changes, and Ctrl-C ends it with status 0."""
    path = tmp_path / "a.xml"
    path.write_text(GOOD)
    process = subprocess.Popen(
        [sys.executable, "-m", "teikit", "validate", "a.xml", "--watch"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "Valid.\n"
    path.write_text(BAD)
    assert process.stdout.readline().startswith("a.xml:8:4: error TK201")
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (0, "")


@pytest.mark.parametrize(
    "option", [["-"], ["a.xml", "-o", "x"], ["a.xml", "--write-baseline", "x"]]
)
def test_what_cannot_be_watched(tmp_path: Path, option: list[str]) -> None:
    """Standard input does not change, and there is no end at which to write a file."""
    assert "--watch" in Run(tmp_path)("validate", "--watch", *option, status=2).stderr


def test_show(tmp_path: Path) -> None:
    """Infos are counted, and told where they are asked for."""
    (tmp_path / "a.xml").write_text(document("<p>was<hi> </hi>late.</p><p/><Hi/>"))
    arguments = ("validate", "a.xml", "--checks", "all")
    run = Run(tmp_path)
    everything = run(*arguments, "--show", "info").stdout
    usual = run(*arguments).stdout
    errors = run(*arguments, "--show", "error").stdout
    assert everything.count(": info ") > 0
    assert usual.count(": info ") == 0
    assert usual.count(": warning ") == everything.count(": warning ") > 0
    assert errors.count(": warning ") == 0
    assert errors.count(": error ") == everything.count(": error ")
    hidden = everything.count(": info ")
    assert f", {hidden} not shown (--show info shows all)" in usual


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("number", [3, 200])
def test_progress(tmp_path: Path, number: int) -> None:
    """Many files show a bar on a terminal, which leaves nothing behind; a few show none."""
    for one in range(number):
        (tmp_path / f"{one:03}.xml").write_text(BAD if one == 150 else GOOD)
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "teikit", "validate", ".", "--jobs", "1"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=follower,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    ) as process:  # fmt: skip
        os.close(follower)
        seen = b""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                piece = os.read(leader, 1 << 16)
            except OSError:
                break
            seen += piece
        assert process.stdout is not None
        text = process.stdout.read().decode()
    os.close(leader)
    assert (b"/200" in seen) == (number == 200)
    assert text.endswith("3 valid.\n" if number == 3 else "1 not valid (1 finding).\n")
    assert b"Traceback" not in seen
