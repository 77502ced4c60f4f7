"""Writing: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from teikit.errors import OutputError
from teikit.write import write


def test_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    """Only the result is in the folder afterwards."""
    write(tmp_path / "a.xml", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.xml"]
    assert (tmp_path / "a.xml").read_bytes() == b"new"


def test_failure_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full half-way, the old file is whole and no other is there."""
    (tmp_path / "a.xml").write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        write(tmp_path / "a.xml", b"new")
    assert (tmp_path / "a.xml").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.xml"]


def test_mode_is_kept(tmp_path: Path) -> None:
    """An old file's permissions stay; a new one has those of any new file."""
    (tmp_path / "a.xml").write_bytes(b"old")
    (tmp_path / "a.xml").chmod(0o640)
    write(tmp_path / "a.xml", b"new")
    assert (tmp_path / "a.xml").stat().st_mode & 0o777 == 0o640
    (tmp_path / "plain").write_bytes(b"")
    write(tmp_path / "b.xml", b"new")
    assert (tmp_path / "b.xml").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_link_is_followed(tmp_path: Path) -> None:
    """A link stays a link; the file that it names gets the result."""
    (tmp_path / "real.xml").write_bytes(b"old")
    (tmp_path / "link.xml").symlink_to("real.xml")
    write(tmp_path / "link.xml", b"new")
    assert (tmp_path / "link.xml").is_symlink()
    assert (tmp_path / "real.xml").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["", "none/a.xml"])
def test_places_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    """A folder and a file in a folder that is not there are told."""
    with pytest.raises(OutputError) as caught:
        write(tmp_path / name, b"new")
    assert caught.value.hint


def test_pipe_is_written_to(tmp_path: Path) -> None:
    """A device or pipe is not replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe, b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
