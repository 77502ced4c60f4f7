"""Bad input and bad usage: a sentence, a hint, exit status 2, and nothing half-written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from running import Run

# Name, arguments, and words that the message must have.
_CASES = [
    ("no command", ["convrt", "a.txt"], "Did you mean convert?"),
    ("no argument", ["convert"], "Missing argument"),
    ("no option", ["convert", "good.txt", "--titel", "x"], "--title"),
    ("missing text", ["convert", "none.txt", "-o", "out.xml"], "no such file"),
    ("folder as text", ["convert", "folder", "-o", "out.xml"], "folder, not a text file"),
    ("empty text", ["convert", "empty.txt", "-o", "out.xml"], "the text is empty"),
    ("blank text", ["convert", "blank.txt", "-o", "out.xml"], "nothing but white space"),
    ("binary", ["convert", "binary.txt", "-o", "out.xml"], "binary file"),
    ("PDF", ["convert", "scan.txt", "-o", "out.xml"], "PDF"),
    ("bad encoding", ["convert", "good.txt", "--encoding", "utf-9", "-o", "out.xml"], "utf-9"),
    ("bad notes", ["convert", "good.txt", "--notes", "foot", "-o", "out.xml"], "inline"),
    ("bad date", ["convert", "good.txt", "--date", "today", "-o", "out.xml"], "no date"),
    ("bad language", ["convert", "good.txt", "--language", "??", "-o", "out.xml"], "language tag"),
    ("bad toml", ["convert", "toml.txt", "-o", "out.xml"], "metadata cannot be read"),
    ("overwrites itself", ["convert", "good.txt", "-o", "good.txt"], "text itself"),
    ("two to stdout", ["convert", "good.txt", "other.txt"], "standard output"),
    ("no folder", ["convert", "good.txt", "-o", "none/out.xml"], "there is no folder"),
    ("folder is a file", ["convert", "good.txt", "other.txt", "-o", "empty.txt"], "is a file"),
    ("validate missing", ["validate", "none.xml"], "none.xml"),
    ("validate folder", ["validate", "folder"], "folder"),
    ("transform missing", ["transform", "none.xml", "--to", "html", "-o", "out.html"], "none.xml"),
    ("transform text", ["transform", "good.txt", "--to", "html", "-o", "out.html"], "XML"),
    ("no output", ["transform", "good.xml", "--to", "htlm", "-o", "out.html"], "html"),
    ("not TEI", ["transform", "html.xml", "--to", "html", "-o", "out.html"], "TEI"),
    ("cut off", ["transform", "cut.xml", "--to", "text", "-o", "out.txt"], "cut.xml"),
    ("bad width", ["transform", "good.xml", "--to", "text", "--width", "x"], "x"),
    ("bad parameter", ["transform", "good.xml", "--to", "text", "--param", "nots=1"], "notes"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with good and bad files."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "good.txt").write_text("A text.\n")
    (tmp_path / "other.txt").write_text("Another.\n")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\t\n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (tmp_path / "scan.txt").write_bytes(b"%PDF-1.7\n\xe2\xe3\xcf\xd3")
    (tmp_path / "toml.txt").write_text("A text.\n")
    (tmp_path / "toml.toml").write_text("title = A text")
    good = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>A</p></body></text></TEI>'
    (tmp_path / "good.xml").write_text(good)
    (tmp_path / "cut.xml").write_text(good[:-10])
    (tmp_path / "html.xml").write_text("<html><body><p>A</p></body></html>")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "words"), [c[1:] for c in _CASES], ids=[c[0] for c in _CASES]
)
def test_bad_input_is_told(run: Run, folder: Path, arguments: list[str], words: str) -> None:
    """The message has a sentence and a hint, the status is 2, no file is changed or left."""
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    result = run(*arguments, status=2)
    assert words in result.stderr
    assert result.stdout == ""
    assert result.stderr.startswith(("Error: ", "Usage: "))
    assert "Hint: " in result.stderr or "Try 'teikit" in result.stderr
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_is_told(run: Run, folder: Path) -> None:
    """A file without permission is told as such."""
    (folder / "good.txt").chmod(0)
    assert "cannot be read" in run("convert", "good.txt", status=2).stderr


def test_closed_pipe_is_quiet(folder: Path) -> None:
    """A reader that goes away (head) is no error worth a word."""
    import subprocess
    import sys

    (folder / "long.txt").write_text("A paragraph of some length.\n\n" * 40_000)
    command = f"{sys.executable} -m teikit convert long.txt -q | head -c 10"
    done = subprocess.run(command, shell=True, cwd=folder, capture_output=True, check=True)
    assert done.stderr == b""
