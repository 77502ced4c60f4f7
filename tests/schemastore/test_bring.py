"""``--fetch``: schemas that are named and not at hand are fetched once, and only if asked for."""

from __future__ import annotations

from running import Run
from schemastore import samples
from schemastore.web import Site
from teikit.schemastore.store import Store


def _documents(run: Run, url: str, count: int = 3) -> list[str]:
    names = [f"{number}.xml" for number in range(count)]
    for name in names:
        text = f'<?xml-model href="{url}"?><note>x</note>'
        (run.folder / name).write_text(text)
    return names


def test_what_documents_name_is_fetched_once(run: Run, site: Site, store: Store) -> None:
    """The schema is then in the store, under the name of its file."""
    site.files["/a/note.rng"] = samples.RNG
    url = f"{site.url}/a/note.rng"
    done = run("validate", "--fetch", *_documents(run, url), status=0)
    assert "3 files, 3 valid." in done.stdout
    assert site.requests == ["/a/note.rng"]
    assert [schema.name for schema in store.schemas()] == ["note"]
    assert "Schema: note" in run("validate", "0.xml", status=0).stdout


def test_the_schema_that_is_asked_for(run: Run, site: Site, store: Store) -> None:
    """A name that is taken gets a number."""
    site.files.update({"/a/note.rng": samples.RNG, "/b/note.rng": samples.RNG})
    (run.folder / "a.xml").write_text("<note>x</note>")
    for folder in "aba":
        run("validate", "--fetch", "a.xml", "--schema", f"{site.url}/{folder}/note.rng", status=0)
    assert [schema.name for schema in store.schemas()] == ["note", "note-2"]
    assert len(site.requests) == 2


def test_nothing_is_fetched_unasked(run: Run, site: Site, store: Store) -> None:
    """Without the option nobody is asked for anything."""
    site.files["/note.rng"] = samples.RNG
    url = f"{site.url}/note.rng"
    _documents(run, url, 1)
    assert "neither in the store" in run("validate", "0.xml", status=1).stdout
    assert "--fetch" in run("validate", "0.xml", "--schema", url, status=2).stderr
    assert site.requests == []


def test_what_cannot_be_fetched_is_said_once(run: Run, site: Site, store: Store) -> None:
    """A missing schema is an error, and is not asked for again for each document."""
    names = _documents(run, f"{site.url}/missing.rng")
    done = run("validate", "--fetch", *names, status=2)
    assert done.stderr.count("Error:") == 1
    assert len(site.requests) == 1
    assert store.schemas() == []
