"""A baseline accepts the findings of yesterday and no others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import Run
from validate.documents import document

OLD = "<p><Hi>old</Hi></p>"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A folder with a document that has two accepted findings of one kind."""
    (tmp_path / "ed").mkdir()
    (tmp_path / "ed" / "a.xml").write_text(document(OLD * 2), encoding="utf-8")
    (tmp_path / "ed" / "b.xml").write_text(document("<p>good</p>"), encoding="utf-8")
    run = Run(tmp_path)
    done = run("validate", "ed", "--write-baseline", "known.json", status=0)
    assert (done.stdout, done.stderr) == ("", "known.json accepts 2 findings.\n")
    return run


def edit(run: Run, body: str) -> None:
    """Write the document anew."""
    (run.folder / "ed" / "a.xml").write_text(document(body), encoding="utf-8")


def test_old_findings_are_accepted(run: Run) -> None:
    """What was there before fails nothing, and the summary counts it."""
    done = run("validate", "ed", "--baseline", "known.json", status=0)
    assert done.stdout == "2 files, 2 valid, 2 accepted by the baseline.\n"


def test_lines_may_shift(run: Run) -> None:
    """Text before an accepted finding moves it and changes nothing."""
    edit(run, f"<p>new</p>\n<p>\nmore</p>\n{OLD}\n{OLD}")
    run("validate", "ed", "--baseline", "known.json", status=0)


def test_new_findings_are_told(run: Run) -> None:
    """Another mistake is told, and so is one more of the same kind."""
    edit(run, f"{OLD * 2}<p><Persname>new</Persname></p>")
    done = run("validate", "ed", "--baseline", "known.json", status=1)
    assert "no element <Persname>" in done.stdout
    assert "<Hi>" not in done.stdout.partition(": error")[2].splitlines()[0]
    edit(run, OLD * 3)
    done = run("validate", "ed", "--baseline", "known.json", status=1)
    assert done.stdout.count("error TK201") == 1
    assert "(1 finding), 2 accepted by the baseline" in done.stdout


def test_file_names_count_from_the_baseline(run: Run) -> None:
    """The same baseline serves from another folder; another file's findings are new."""
    inside = Run(run.folder / "ed")
    inside("validate", "a.xml", "--baseline", "../known.json", status=0)
    (run.folder / "ed" / "c.xml").write_text(document(OLD), encoding="utf-8")
    inside("validate", "c.xml", "--baseline", "../known.json", status=1)


def test_the_file_is_for_reading_and_comparing(run: Run) -> None:
    """The baseline is JSON with a finding a line, the same each time."""
    path = run.folder / "known.json"
    before = path.read_bytes()
    data = json.loads(before)
    (entry,) = data["files"]["ed/a.xml"]
    assert (entry["code"], entry["element"], entry["count"]) == ("TK201", "Hi", 2)
    run("validate", "ed/b.xml", "ed/a.xml", "--write-baseline", "known.json", status=0)
    assert path.read_bytes() == before


def test_places_in_messages_do_not_count(run: Run) -> None:
    """A message that names a line is the same after the line has shifted."""
    edit(run, '<p xml:id="a"/><p xml:id="a"/>')
    run("validate", "ed", "--write-baseline", "known.json", status=0)
    edit(run, '<p>x</p>\n<p xml:id="a"/>\n<p xml:id="a"/>')
    run("validate", "ed", "--baseline", "known.json", status=0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "cannot be read"),
        ("", "no baseline"),
        ("[]", "no baseline"),
        ('{"teikit-baseline": 1, "files": {"a": [{"code": 1}]}}', "no baseline"),
        ('{"teikit-baseline": 9, "files": {}}', "no baseline"),
    ],
)
def test_bad_baseline(run: Run, text: str | None, message: str) -> None:
    """What is no baseline is told with how to make one."""
    if text is not None:
        (run.folder / "bad.json").write_text(text)
    done = run("validate", "ed", "--baseline", "bad.json", status=2)
    assert message in done.stderr
    assert "--write-baseline" in done.stderr


def test_not_both(run: Run) -> None:
    """A baseline is used or written."""
    arguments = ("--baseline", "known.json", "--write-baseline", "known.json")
    assert "at a time" in run("validate", "ed", *arguments, status=2).stderr


def test_unreadable_files_are_not_hidden(run: Run) -> None:
    """A file that cannot be read fails, whatever the baseline."""
    run("validate", "ed", "gone.xml", "--baseline", "known.json", status=2)
    done = run("validate", "ed", "gone.xml", "--write-baseline", "new.json", status=2)
    assert "gone.xml" in done.stderr
