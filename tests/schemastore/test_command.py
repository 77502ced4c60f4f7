"""``teikit schema`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import Run
from schemastore import samples
from schemastore.web import Site
from teikit.schemastore.store import Store


@pytest.fixture
def site_with_note(site: Site, store: Store) -> Site:
    """A server that has a schema; the store is the test's own."""
    site.files["/note.rng"] = samples.RNG
    return site


def test_a_schema_from_beginning_to_end(run: Run, site_with_note: Site) -> None:
    """Add, list, show, use, remove."""
    url = f"{site_with_note.url}/note.rng"
    added = run("schema", "add", "note", url, status=0)
    assert added.stdout == ""
    assert "Added note: RELAX NG, 1 file, 82 bytes." in added.stderr
    assert run("schema", "list", status=0).stdout == f"note  rng  {url}\n"
    shown = run("schema", "show", "note", status=0).stdout
    for words in (url, "Begins with  note", "note.rng", "Added"):
        assert words in shown
    (run.folder / "a.xml").write_text(f'<?xml-model href="{url}"?><note>x</note>')
    which = run("schema", "which", "a.xml", status=0).stdout
    assert which.startswith("note\n  Why          the document names it in <?xml-model?>\n")
    assert "Removed note." in run("schema", "remove", "note", status=0).stderr
    assert run("schema", "list", status=0).stdout == ""
    assert run("schema", "which", "a.xml", status=0).stdout.startswith("tei_all\n")
    assert len(site_with_note.requests) == 1


def test_json(run: Run, site_with_note: Site) -> None:
    """List, show and which can be read by programs."""
    run("schema", "add", "note", f"{site_with_note.url}/note.rng", status=0)
    (listed,) = json.loads(run("schema", "list", "-f", "json", status=0).stdout)
    shown = json.loads(run("schema", "show", "note", "-f", "json", status=0).stdout)
    assert listed == shown
    assert shown["files"][0]["size"] == len(samples.RNG)
    which = run("schema", "which", "-", "-f", "json", stdin=b"<note/>", status=0).stdout
    assert json.loads(which)["name"] == "tei_all"


def test_time_of_adding_can_be_given(
    run: Run, site_with_note: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH is the time that is kept."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    run("schema", "add", "note", f"{site_with_note.url}/note.rng", status=0)
    assert "Added        1970-01-02T00:00:00Z" in run("schema", "show", "note", status=0).stdout


def test_mirror_and_hash(run: Run, site_with_note: Site) -> None:
    """The options reach the library: from a mirror, and not with another hash."""
    add = ("schema", "add", "note", "https://schemas.invalid/note.rng")
    mirror = ("--mirror", site_with_note.url)
    assert "SHA-256" in run(*add, *mirror, "--sha256", "0" * 64, status=2).stderr
    run(*add, *mirror, status=0)
    assert "already" in run(*add, *mirror, status=2).stderr
    run(*add, *mirror, "--replace", status=0)
    assert "https://schemas.invalid/note.rng" in run("schema", "list", status=0).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Usage: teikit schema"),
        (["ad"], "No such command"),
        (["add"], "Missing argument"),
        (["add", "x"], "Missing argument"),
        (["add", "../x", "a.rng"], "no name for a schema"),
        (["add", "tei_all", "a.rng"], "schema of teikit's own"),
        (["add", "x", "none.rng"], "no such file"),
        (["add", "x", "."], "a folder"),
        (["add", "x", "text.xml"], "no schema"),
        (["add", "x", "ftp://example.org/x.rng"], "no address that can be fetched"),
        (["add", "x", "text.xml", "--sha256", "12"], "not a SHA-256"),
        (["add", "x", "text.xml", "--known-as", "here"], "is no URL"),
        (["show", "x"], "The store is empty."),
        (["show", "tei_all"], "comes with teikit"),
        (["show", "../../x"], "no schema"),
        (["remove"], "Missing argument"),
        (["remove", "x"], "no schema"),
        (["remove", ".."], "no schema"),
        (["which", "none.xml"], "no such file"),
        (["which", "text.xml", "--schema", "none"], "no schema “none”"),
        (["which", "bad.xml"], "bad.xml"),
        (["list", "--format", "xml"], "Invalid value"),
    ],
)
def test_mistakes_are_told(run: Run, store: Store, arguments: list[str], words: str) -> None:
    """Each mistake has a sentence and a hint, status 2, and leaves the store as it was."""
    (run.folder / "text.xml").write_text("<TEI/>")
    (run.folder / "bad.xml").write_text("<TEI>")
    result = run("schema", *arguments, status=2)
    assert words in result.stderr
    assert result.stdout == ""
    assert store.schemas() == []
    if arguments:
        assert "Hint: " in result.stderr or "Try 'teikit schema" in result.stderr


@pytest.mark.parametrize("command", ["add", "list", "show", "which", "remove"])
def test_each_command_has_help(run: Run, command: str) -> None:
    """The help says what the command does, and each option what it is for."""
    text = run("schema", command, "--help", status=0).stdout
    assert text.startswith(f"Usage: teikit schema {command} ")
    assert command in run("schema", "--help", status=0).stdout


def test_remove_is_all_or_nothing(run: Run, store: Store, tmp_path: Path) -> None:
    """If one of the names is wrong, none is removed."""
    (tmp_path / "note.rnc").write_bytes(samples.RNC)
    run("schema", "add", "one", "note.rnc", status=0)
    run("schema", "remove", "one", "two", status=2)
    assert [schema.name for schema in store.schemas()] == ["one"]
