"""Loading schemas: names, the cache, and what happens when it is broken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from teikit.errors import InputError
from teikit.schema import simplify, store
from teikit.schema.grammar import Grammar


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own for each test."""
    monkeypatch.setattr(store, "cache_directory", lambda: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    """A schema of two files."""
    (tmp_path / "b.rnc").write_text("b = element b { text }", encoding="utf-8")
    path = tmp_path / "a.rnc"
    path.write_text('include "b.rnc" start = element a { b }', encoding="utf-8")
    return path


def forbid_simplifying(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make it an error to simplify a schema from now on."""

    def fail(*_: object) -> Grammar:
        raise AssertionError("the schema was simplified again")

    monkeypatch.setattr(simplify, "simplify", fail)


def test_second_load_comes_from_the_cache(schema: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A schema is simplified once, and the cached grammar is the same."""
    first = store.load(schema)
    forbid_simplifying(monkeypatch)
    assert store.load(str(schema)) == first


def test_editing_an_included_file_takes_effect(schema: Path) -> None:
    """A change in any file of a schema is seen at once."""
    store.load(schema)
    (schema.parent / "b.rnc").write_text("b = element c { text }", encoding="utf-8")
    names = [element.name_class[2] for element in store.load(schema).elements]
    assert names == ["a", "c"]


@pytest.mark.parametrize("damage", ["truncate", "empty", "garble", "other format", "not JSON"])
def test_damaged_cache_is_replaced(schema: Path, cache: Path, damage: str) -> None:
    """A damaged entry is ignored and written anew."""
    first = store.load(schema)
    (entry,) = (cache / "schemas").iterdir()
    whole = entry.read_bytes()
    head, body = whole.split(b"\n", 1)
    entry.write_bytes(
        {
            "truncate": whole[: len(whole) // 2],
            "empty": b"",
            "garble": head + b"\n" + body.replace(b"text", b"tent", 1),
            "other format": json.dumps({**json.loads(head), "format": -1}).encode() + b"\n" + body,
            "not JSON": b"\x00" + whole,
        }[damage]
    )
    assert store.load(schema) == first
    assert entry.read_bytes() == whole
    assert [entry] == list((cache / "schemas").iterdir())


def test_cache_that_cannot_be_written_is_no_error(schema: Path, cache: Path) -> None:
    """Without a cache a schema is loaded all the same."""
    cache.write_text("a file stands where the folder should be", encoding="utf-8")
    assert len(store.load(schema).elements) == 2


def test_missing_schema_is_a_clear_error(tmp_path: Path) -> None:
    """A file that is not there is named in the message."""
    with pytest.raises(InputError, match=r"nothing\.rng"):
        store.load(tmp_path / "nothing.rng")


def test_stored_grammar_is_exact(schema: Path) -> None:
    """What is written as JSON is read back equal, and written equal again."""
    grammar = store.load(schema)
    text = grammar.dumps()
    assert Grammar.loads(text) == grammar
    assert Grammar.loads(text).dumps() == text


def test_prebuilt_schema_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed wheel uses the simple form that was built into it."""
    (tmp_path / "tei_all.rnc").write_text("start = element TEI { empty }", encoding="utf-8")
    store.prebuild(tmp_path / "tei_all.rnc", tmp_path / "tei_all.json")
    monkeypatch.setattr(store, "data_directory", lambda _: tmp_path)
    forbid_simplifying(monkeypatch)
    assert store.load("tei_all").elements[0].name_class[2] == "TEI"
