"""The command ``teikit validate``: files, folders, streams, exit statuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from running import Run
from validate.documents import document

GOOD = document("<p>good</p>")
BAD = document("<p><Hi>bad</Hi></p>")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs teikit in a folder with a good and a bad document."""
    (tmp_path / "good.xml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.xml").write_text(BAD, encoding="utf-8")
    return Run(tmp_path)


def test_valid(run: Run) -> None:
    """A valid document: exit status 0."""
    assert run("validate", "good.xml", status=0).stdout == "Valid.\n"


def test_invalid(run: Run) -> None:
    """An invalid document: exit status 1, the finding on standard output."""
    done = run("validate", "bad.xml", status=1)
    assert done.stdout.startswith("bad.xml:8:4: error TK201")
    assert done.stderr == ""


def test_one_bad_file_does_not_stop_the_others(run: Run) -> None:
    """What cannot be read is said, the rest is checked, and the exit status is 2."""
    done = run("validate", "gone.xml", "bad.xml", "good.xml", status=2)
    assert "Error: gone.xml: there is no such file" in done.stderr
    assert "bad.xml:8:4" in done.stdout
    assert "3 files, 1 valid, 1 not valid (1 finding), 1 could not be checked." in done.stdout


def test_malformed(run: Run, tmp_path: Path) -> None:
    """A document that is not well-formed has a finding."""
    (tmp_path / "torn.xml").write_text(GOOD[:-16])
    done = run("validate", "torn.xml", status=1)
    assert "TK101" in done.stdout
    assert "the file ends in the middle of a tag" in done.stdout


def test_standard_input(run: Run) -> None:
    """A hyphen is standard input."""
    done = run("validate", "-", stdin=BAD.encode(), status=1)
    assert done.stdout.startswith("standard input:8:4: error")
    assert run("validate", "-", stdin=b"", status=2).stderr.startswith("Error: standard input: ")


def test_folders_and_patterns(run: Run, tmp_path: Path) -> None:
    """A folder means the documents below it; a pattern works where the shell has none."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "more.xml").write_text(GOOD)
    (tmp_path / "sub" / "notes.txt").write_text("no XML")
    done = run("validate", ".", "**/*.xml", "--format", "jsonl", status=1)
    files = [json.loads(line)["file"] for line in done.stdout.splitlines()]
    assert files == ["bad.xml", "good.xml", "sub/more.xml"]


@pytest.mark.parametrize("argument", ["empty", "*.nothing"])
def test_nothing_to_check(run: Run, tmp_path: Path, argument: str) -> None:
    """A folder or pattern without documents is a mistake in the call."""
    (tmp_path / "empty").mkdir()
    assert "there is no document here" in run("validate", argument, status=2).stderr


def test_output(run: Run, tmp_path: Path) -> None:
    """A report goes to a file; what could not be read is still said."""
    done = run("validate", "bad.xml", "gone.xml", "-f", "sarif", "-o", "out.sarif", status=2)
    assert done.stdout == ""
    assert "gone.xml" in done.stderr
    assert json.loads((tmp_path / "out.sarif").read_text())["version"] == "2.1.0"


def test_output_that_cannot_be_written(run: Run) -> None:
    """A folder that is not there is an error with a hint."""
    done = run("validate", "good.xml", "-o", "nowhere/out.json", status=2)
    assert "there is no folder" in done.stderr


def test_own_schema(run: Run, tmp_path: Path) -> None:
    """A schema of the user's own, in compact syntax."""
    (tmp_path / "my.rnc").write_text("start = element note { element to { text }+ }")
    (tmp_path / "note.xml").write_text("<note><to>a</to><from>b</from></note>")
    done = run("validate", "note.xml", "--schema", "my.rnc", status=1)
    assert "this schema has no element <from>" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["good.xml", "--schema", "gone.rng"], "gone.rng"),
        (["good.xml", "--schema", "good.xml"], "good.xml"),
        (["good.xml", "--checks", "spelling"], "no check “spelling”"),
        (["good.xml", "--format", "pdf"], "pdf"),
        (["good.xml", "--max-findings", "-1"], "--max-findings"),
        (["-", "-"], "only once"),
        ([], "Missing argument"),
    ],
)
def test_bad_usage(run: Run, arguments: list[str], message: str) -> None:
    """A wrong call has a sentence and exit status 2."""
    assert message in run("validate", *arguments, status=2).stderr


def test_checks_can_be_switched_off(run: Run, tmp_path: Path) -> None:
    """Without the family of checks a mistake of its kind is none."""
    (tmp_path / "twice.xml").write_text(document('<p xml:id="a"/><p xml:id="a"/>'))
    assert "TK301" in run("validate", "twice.xml", status=1).stdout
    run("validate", "twice.xml", "--checks", "grammar", status=0)
    run("validate", "bad.xml", "--checks", "ids", status=0)


def test_checks_beyond_the_grammar(run: Run, tmp_path: Path) -> None:
    """Rules, links and an archive's profile are checked where they are asked for."""
    text = (tmp_path / "good.xml").read_text()
    text = text.replace("<p>", '<p><ref target="#gone" cRef="Mt 1">x</ref>', 1)
    (tmp_path / "good.xml").write_text(text)
    assert run("validate", "good.xml", status=0).stdout == "Valid.\n"
    done = run("validate", "good.xml", "--checks", "all", "--profile", "archive", status=1)
    assert {"TK310", "TK401", "TK751"} <= set(re.findall(r"TK\d+", done.stdout))
    assert "TK310" not in run("validate", "good.xml", "--checks", "links", status=0).stdout
