"""Adding a schema: all its files, checked, whole or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from schemastore import samples
from schemastore.web import Site
from teikit.errors import InputError, TeikitError, UsageError
from teikit.schema.errors import SchemaError
from teikit.schema.store import load
from teikit.schemastore.add import add
from teikit.schemastore.fetch import FetchLimits
from teikit.schemastore.gather import gather, mirrored
from teikit.schemastore.kinds import kind_of
from teikit.schemastore.model import KIND_NAMES
from teikit.schemastore.store import Store

_KINDS = list(KIND_NAMES)


@pytest.mark.parametrize("kind", _KINDS)
def test_each_kind_can_be_added(site: Site, store: Store, kind: str) -> None:
    """The kind is told by the content, whatever the address looks like."""
    site.files["/schema"] = samples.EACH[kind]
    stored = add("mine", f"{site.url}/schema", added="2024-01-01T00:00:00Z", store=store)
    assert stored.kind == kind
    assert stored.path.read_bytes() == samples.EACH[kind]
    assert stored.roots == (() if kind == "sch" else ("note",))
    assert stored.files[0].sha256 == hashlib.sha256(samples.EACH[kind]).hexdigest()
    assert stored.origin.added == "2024-01-01T00:00:00Z"
    assert store.get("mine") == stored == store.by_source(f"{site.url}/schema")
    if kind in ("rng", "rnc"):
        assert load(stored.path).elements


@pytest.mark.parametrize("kind", _KINDS)
def test_included_files_come_along(site: Site, store: Store, kind: str) -> None:
    """Relative references are followed, and the files lie such that they still hold."""
    site.files[f"/s/main.{kind}"] = samples.INCLUDING[kind]
    site.files[f"/s/parts/note.{kind}"] = samples.INCLUDED[kind]
    stored = add("mine", f"{site.url}/s/main.{kind}", store=store)
    assert [file.path for file in stored.files] == [f"main.{kind}", f"parts/note.{kind}"]
    assert [file.source for file in stored.files][1] == f"{site.url}/s/parts/note.{kind}"
    assert (stored.folder / f"parts/note.{kind}").read_bytes() == samples.INCLUDED[kind]


def test_files_above_come_along(tmp_path: Path, store: Store) -> None:
    """A reference with ``..`` to a local file keeps its meaning inside the store."""
    (tmp_path / "project").mkdir()
    (tmp_path / "common file.rnc").write_bytes(samples.INCLUDED["rnc"])
    main = tmp_path / "project" / "main.rnc"
    main.write_bytes(b'include "../common%20file.rnc"\nstart = note\n')
    stored = add("mine", main, store=store)
    assert [file.path for file in stored.files] == ["project/main.rnc", "common file.rnc"]
    assert load(stored.path).elements


def test_missing_include_adds_nothing(site: Site, store: Store) -> None:
    """If a part is missing, the error names it and the store stays as it was."""
    site.files["/main.rng"] = samples.INCLUDING["rng"]
    with pytest.raises(InputError) as caught:
        add("mine", f"{site.url}/main.rng", store=store)
    assert caught.value.place == f"{site.url}/parts/note.rng"
    assert store.schemas() == []


def test_references_elsewhere_are_not_followed(site: Site, store: Store) -> None:
    """A schema cannot make us ask other servers or read local files."""
    for href in ("http://127.0.0.1:1/x.rng", "file:///etc/passwd", "//127.0.0.1:1/x", "/etc/x"):
        site.files["/main.rng"] = samples.INCLUDING["rng"].replace(b"parts/note.rng", href.encode())
        with pytest.raises(TeikitError) as caught:
            add("mine", f"{site.url}/main.rng", store=store)
        assert "root:" not in str(caught.value)
        assert ".adding-" not in str(caught.value)
    assert set(site.requests) == {"/main.rng"}
    assert store.schemas() == []


@pytest.mark.parametrize(
    "href", ["..%2f..%2fx.rng", "%2e%2e/%2e%2e/x.rng", "a%00b.rng", "..%5cx.rng", "a%3ab.rng"]
)
def test_names_cannot_lead_out(site: Site, store: Store, href: str) -> None:
    """A reference whose decoded name is no plain file name is refused, nothing is written."""
    site.files["/d/main.rng"] = samples.INCLUDING["rng"].replace(b"parts/note.rng", href.encode())
    for path in (f"/d/{href}", "/x.rng"):
        site.files[path] = samples.INCLUDED["rng"]
    with pytest.raises(TeikitError):
        add("mine", f"{site.url}/d/main.rng", store=store)
    assert store.schemas() == []
    files = [path for path in store.folder.parent.rglob("*") if path.is_file()]
    assert files == []


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../x", "a/b", "a\\b", ".hidden", "-x", "a b", "x" * 65, "nul", "COM1.x", "é",
     "a\n", "a\0", "end.", "tei_all"],
)  # fmt: skip
def test_names_are_plain(store: Store, name: str) -> None:
    """A name that could be a path, an option or a device is refused before anything is fetched."""
    with pytest.raises(UsageError):
        add(name, "http://127.0.0.1:1/never", store=store)
    assert store.get(name) is None


def test_hash_is_verified(site: Site, store: Store) -> None:
    """With another hash nothing is added; with the right one, in either case, it is."""
    site.files["/a.rng"] = samples.RNG
    url, right = f"{site.url}/a.rng", hashlib.sha256(samples.RNG).hexdigest()
    with pytest.raises(InputError, match=f"SHA-256 is {right}"):
        add("mine", url, sha256="0" * 64, store=store)
    assert store.schemas() == []
    with pytest.raises(UsageError, match="not a SHA-256"):
        add("mine", url, sha256="abc", store=store)
    assert add("mine", url, sha256=right.upper(), store=store).files[0].sha256 == right


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"<html><body>Not found</body></html>", "web page"),
        (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", "begins with <TEI>"),
        (b"<!DOCTYPE a [<!ELEMENT a ANY>]><a/>", "begins with <a>"),
        (b"Just a text, and nothing else.", "no schema"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "no schema"),
        (samples.RNG[:-5], ""),
        (samples.RNG.replace(b"<text/>", b"<ref name='none'/>"), ""),
        (b"start = element a { b }", "b"),
        (samples.XSD.replace(b"xs:string", b"xs:strong"), "XML Schema"),
        (b"<!ELEMENT note (#PCDATA", "DTD"),
        (b"<!ENTITY % x 'y'>", "no elements"),
        (samples.SCH.replace(b' context="note"', b""), ""),
        (b"<!DOCTYPE a [<!ENTITY a '" + b"x" * 1000 + b"'>"
         + b"".join(b"<!ENTITY a%d '%s'>" % (i, b"&a;" * 50) for i in range(9))
         + b"]><a>&a8;</a>", ""),
    ],
)  # fmt: skip
def test_what_is_no_schema_is_refused(site: Site, store: Store, data: bytes, words: str) -> None:
    """The error says what it is or what is wrong, with the address as its place."""
    site.files["/thing"] = data
    with pytest.raises(SchemaError) as caught:
        add("mine", f"{site.url}/thing", store=store)
    assert words in str(caught.value)
    assert caught.value.place.startswith(f"{site.url}/thing")
    assert store.schemas() == []
    assert not store.folder.exists() or list(store.folder.iterdir()) == []


def test_replacing_keeps_the_old_until_the_new_is_good(site: Site, store: Store) -> None:
    """A name is not taken twice by accident, and a failed replacement changes nothing."""
    site.files["/a"], site.files["/b"], site.files["/bad"] = samples.RNG, samples.RNC, b"nothing"
    old = add("mine", f"{site.url}/a", store=store)
    with pytest.raises(UsageError, match="already"):
        add("mine", f"{site.url}/b", store=store)
    with pytest.raises(SchemaError):
        add("mine", f"{site.url}/bad", replace=True, store=store)
    assert store.get("mine") == old
    assert add("mine", f"{site.url}/b", replace=True, store=store).kind == "rnc"
    assert [path.name for path in store.folder.iterdir()] == ["mine"]


def test_endless_schema_is_refused(site: Site, store: Store) -> None:
    """A server that makes up ever more included files is left alone after so many."""
    including = samples.INCLUDING["rng"]
    for number in range(30):
        href = b"%d.rng" % (number + 1)
        site.files[f"/{number}.rng"] = including.replace(b"parts/note.rng", href)
    limits = FetchLimits(files=10)
    with pytest.raises(InputError, match="more than 10 files"):
        add("mine", f"{site.url}/0.rng", limits=limits, store=store)
    with pytest.raises(InputError, match="larger than 500 bytes"):
        add("mine", f"{site.url}/0.rng", limits=FetchLimits(total=500), store=store)


def test_schema_that_includes_itself(site: Site, store: Store) -> None:
    """It is fetched once, and refused as what it is."""
    site.files["/0.rng"] = samples.INCLUDING["rng"].replace(b"parts/note.rng", b"0.rng")
    with pytest.raises(SchemaError, match="includes itself"):
        add("mine", f"{site.url}/0.rng", store=store)
    assert site.requests == ["/0.rng"]


def test_mirror_takes_the_place_of_the_host(
    site: Site, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is fetched from the mirror, and known by its public address."""
    site.files["/s/main.rng"] = samples.INCLUDING["rng"]
    site.files["/s/parts/note.rng"] = samples.INCLUDED["rng"]
    url = "https://schemas.invalid/s/main.rng"
    stored = add("one", url, mirror=f"{site.url}/", store=store)
    assert [file.source for file in stored.files][1] == "https://schemas.invalid/s/parts/note.rng"
    monkeypatch.setenv("TEIKIT_SCHEMA_MIRROR", site.url)
    assert add("two", url, store=store).origin.source == url
    site.files["/all/schemas.invalid/a.rng"] = samples.RNG
    add("three", "https://schemas.invalid/a.rng", mirror=f"{site.url}/all/{{host}}", store=store)
    with pytest.raises(UsageError, match="mirror"):
        add("four", url, mirror="here", store=store)


def test_mirror_leaves_local_files_alone() -> None:
    """Only web addresses are rewritten; a query stays."""
    assert mirrored("file:///a.rng", "https://m.org/") == "file:///a.rng"
    assert mirrored("https://a.org/x?v=1#y", "https://m.org/p/") == "https://m.org/p/x?v=1"


def test_includes_after_a_redirect(site: Site) -> None:
    """References start from where the schema was in the end."""
    site.redirects["/latest"] = "/v2/main.rng"
    site.files["/v2/main.rng"] = samples.INCLUDING["rng"]
    site.files["/v2/parts/note.rng"] = samples.INCLUDED["rng"]
    found = gather(f"{site.url}/latest")
    assert [file.path for file, _ in found.files] == ["main.rng", "parts/note.rng"]


def test_store_survives_damage(site: Site, store: Store) -> None:
    """What is not a schema in the store's folder is passed over, and can be replaced."""
    site.files["/a"] = samples.RNG
    add("good", f"{site.url}/a", store=store)
    for name, facts in (("bad", "{"), ("odd", '{"format": 1}'), ("new", '{"format": 99}')):
        (store.folder / name).mkdir()
        (store.folder / name / "schema.json").write_text(facts)
    (store.folder / "file").write_text("")
    assert [schema.name for schema in store.schemas()] == ["good"]
    assert add("bad", f"{site.url}/a", replace=True, store=store).kind == "rng"


def test_store_that_cannot_be_written(site: Site, tmp_path: Path) -> None:
    """A file where the folder should be is an error with a hint."""
    site.files["/a"] = samples.RNG
    (tmp_path / "taken").write_text("")
    with pytest.raises(TeikitError, match="store cannot be written"):
        add("mine", f"{site.url}/a", store=Store(tmp_path / "taken"))


def test_project_schemas_are_told_apart(project: Path) -> None:
    """The grammar's modules and rules are of the kinds that their names say."""
    for path in sorted((project / "schema").glob("*.rnc")):
        assert kind_of(path.read_bytes(), path.stem) == "rnc"
    for path in sorted((project / "schema" / "rules").glob("*.sch")):
        assert kind_of(path.read_bytes(), path.stem) == "sch"


@pytest.mark.parametrize(
    "piece", [b"<!--", b"<?", b"\n", b"<!ENTITY % ", b"<!--<!ENTITY a", b"a\n"]
)
def test_long_nonsense_is_refused_quickly(site: Site, store: Store, piece: bytes) -> None:
    """Telling what a file is takes time in proportion to its length, whatever is in it."""
    site.files["/thing"] = piece * 400_000
    with pytest.raises(SchemaError):
        add("mine", f"{site.url}/thing", store=store)


def test_customised_schemas_can_be_added(shared: Path, store: Store) -> None:
    """Schemas that projects made with TEI's own tools are kept with their rules."""
    stored = add("epidoc", shared / "schemas" / "tei-epidoc.rng", store=store)
    assert stored.kind == "rng"
    assert stored.has_rules
    assert "TEI" in stored.roots
