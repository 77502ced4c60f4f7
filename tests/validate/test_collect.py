"""Lists of files and archives."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from running import Run
from teikit.errors import InputError
from teikit.parse import Limits
from teikit.validate.members import Member
from validate.documents import document

GOOD = document("<p>good</p>")
BAD = document("<p><Hi>bad</Hi></p>")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs teikit in a folder with documents, an archive and a list."""
    (tmp_path / "good.xml").write_text(GOOD)
    (tmp_path / "bad.xml").write_text(BAD)
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ed/b.xml", BAD)
        archive.writestr("ed/a.xml", GOOD)
        archive.writestr("__MACOSX/ed/._a.xml", b"\0")
        archive.writestr("notes.txt", "no TEI")
    (tmp_path / "list.txt").write_text("# what to check\n\ngood.xml\n  bad.xml  \ngood.xml\n")
    return Run(tmp_path)


def test_archive(run: Run) -> None:
    """Documents in an archive are checked in place, under a name that says where they are."""
    done = run("validate", "all.zip", status=1)
    assert done.stdout.startswith("all.zip!/ed/b.xml:8:4: error TK201")
    assert done.stdout.endswith("2 files, 1 valid, 1 not valid (1 finding).\n")


def test_archive_in_parallel(run: Run, tmp_path: Path) -> None:
    """Many documents in an archive are checked several at a time."""
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for number in range(80):
            archive.writestr(f"{number:02}.xml", BAD if number % 10 == 0 else GOOD)
    done = run("validate", "many.zip", "--jobs", "3", "-q", status=1)
    assert [line[:15] for line in done.stdout.splitlines() if "TK201" in line] == [
        f"many.zip!/{number:02}.xm"[:15] for number in range(0, 80, 10)
    ]


def test_list(run: Run) -> None:
    """A list names documents, one a line, each checked once."""
    assert "2 files, 1 valid" in run("validate", "@list.txt", status=1).stdout
    assert "2 files, 1 valid" in run("validate", "@-", stdin=b"good.xml\nbad.xml", status=1).stdout


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("@gone.txt", None, "the list cannot be read"),
        ("@empty.txt", b"# nothing\n", "no document in this list"),
        ("@latin.txt", b"\xe4.xml", "not UTF-8"),
        ("no.zip", b"no archive", "no ZIP archive"),
        ("gone.zip", None, "no such file"),
    ],
)
def test_bad_lists_and_archives(
    run: Run, tmp_path: Path, name: str, data: bytes | None, message: str
) -> None:
    """What is no list or no archive is told."""
    if data is not None:
        (tmp_path / name.lstrip("@")).write_bytes(data)
    assert message in run("validate", name, status=2).stderr


def test_empty_archive(run: Run, tmp_path: Path) -> None:
    """An archive without documents is a mistake in the call."""
    with zipfile.ZipFile(tmp_path / "empty.zip", "w") as archive:
        archive.writestr("notes.txt", "no TEI")
    assert "there is no document here" in run("validate", "empty.zip", status=2).stderr


def test_bomb(tmp_path: Path) -> None:
    """No more is unpacked than a document may have."""
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b" " * 10_000_000)
    with pytest.raises(InputError, match="larger than 1,000 bytes"):
        Member(str(tmp_path / "bomb.zip"), "a.xml").read(Limits(size=1000))


def test_damaged_member(tmp_path: Path) -> None:
    """A damaged file in an archive is told."""
    path = tmp_path / "torn.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", GOOD * 50)
    data = bytearray(path.read_bytes())
    data[60:90] = bytes(30)
    path.write_bytes(data)
    with pytest.raises(InputError, match="cannot be unpacked"):
        Member(str(path), "a.xml").read(Limits())
