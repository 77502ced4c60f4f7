"""Which schema a document is checked against: what it names, if that is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from schemastore import samples
from teikit.errors import InputError, TeikitError, UsageError
from teikit.parse import parse
from teikit.schema.errors import SchemaError
from teikit.schema.store import load
from teikit.schemastore.add import add
from teikit.schemastore.resolve import resolve
from teikit.schemastore.store import Store
from teikit.tei import TEI_NS

_URL = "https://schemas.invalid/note.rng"
_TEI_RNG = "xml/tei/custom/schema/relaxng/tei_all.rng"


def _document(before: str = "", attributes: str = "") -> bytes:
    return f'{before}<TEI xmlns="{TEI_NS}" {attributes}/>'.encode()


def _model(href: str, more: str = "") -> str:
    return f'<?xml-model href="{href}" {more}?>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with schemas of each kind."""
    for kind, data in samples.EACH.items():
        (tmp_path / f"note.{kind}").write_bytes(data)
    return tmp_path


@pytest.fixture
def stored(folder: Path, store: Store) -> Store:
    """A store with one schema, known by a web address."""
    add("note", folder / "note.rng", known_as=_URL, store=store)
    return store


def test_without_a_word_it_is_full_tei(store: Store) -> None:
    """A document that names nothing is checked against full TEI P5."""
    found = resolve(_document(), store=store)
    assert (found.name, found.kind, found.schema) == ("tei_all", "rnc", "tei_all")
    assert "names no schema" in found.reason
    assert found.path.is_file()


@pytest.mark.parametrize(
    "before",
    [_model(_URL), _model(_URL.replace("https", "http")), f'<!DOCTYPE TEI SYSTEM "{_URL}">'],
)
def test_address_in_the_store(stored: Store, before: str) -> None:
    """A web address that the store knows leads to the stored schema, by either protocol."""
    found = resolve(_document(before), store=stored)
    assert found.name == "note"
    assert found.path == stored.find("note").path
    assert load(found.schema).elements


def test_schema_location(stored: Store) -> None:
    """xsi:schemaLocation counts for the namespace of the root element."""
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    mine = f'{xsi} xsi:schemaLocation="urn:x other.xsd {TEI_NS} {_URL}"'
    other = f'{xsi} xsi:schemaLocation="urn:x {_URL}"'
    assert resolve(_document(attributes=mine), store=stored).name == "note"
    assert resolve(_document(attributes=other), store=stored).name == "tei_all"


@pytest.mark.parametrize("kind", samples.EACH)
def test_file_beside_the_document(folder: Path, store: Store, kind: str) -> None:
    """A relative reference starts from the document's folder, for paths and for trees."""
    (folder / "texts").mkdir()
    document = folder / "texts" / "a.xml"
    document.write_bytes(_document(_model(f"../note.{kind}")))
    for source in (document, str(document), parse(document), parse(document).getroot()):
        found = resolve(source, store=store)
        if kind == "sch":
            assert found.name == "tei_all"
            assert [path.resolve() for path in found.rules] == [folder / "note.sch"]
        else:
            assert found.kind == kind
            assert found.path.resolve() == folder / f"note.{kind}"


def test_rules_stand_beside_the_grammar(folder: Path, stored: Store) -> None:
    """Of several instructions the first grammar counts, and all Schematron schemas."""
    document = folder / "a.xml"
    sch = _model("note.sch", 'schematypens="http://purl.oclc.org/dsdl/schematron"')
    document.write_bytes(_document(_model("gone.rng") + sch + _model(_URL) + _model("note.rnc")))
    found = resolve(document, store=stored)
    assert found.name == "note"
    assert found.rules == (folder / "note.sch",)


def test_what_is_not_at_hand_is_named(store: Store) -> None:
    """If the document's own schema is not there, the reason says so."""
    found = resolve(_document(_model(_URL)), store=store)
    assert found.name == "tei_all"
    assert _URL in found.reason
    assert "neither in the store nor a local file" in found.reason


@pytest.mark.parametrize(
    ("url", "known"),
    [
        (f"https://www.tei-c.org/release/{_TEI_RNG}", True),
        (f"http://tei-c.org/release/{_TEI_RNG}", True),
        (f"https://www.tei-c.org/Vault/P5/4.12.0/{_TEI_RNG}", True),
        (f"https://www.tei-c.org/Vault/P5/2.0.0/{_TEI_RNG}", False),
        (f"https://tei-c.org.evil.invalid/release/{_TEI_RNG}", False),
        ("https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_lite.rng", False),
    ],
)
def test_the_teis_own_addresses(store: Store, url: str, known: bool) -> None:
    """Full TEI of this version is recognised by its address; other schemas there are not."""
    found = resolve(_document(_model(url)), store=store)
    assert found.name == "tei_all"
    assert ("by its address at the TEI" in found.reason) == known


def test_names_and_files_that_the_user_asks_for(folder: Path, stored: Store) -> None:
    """An option may be a name of teikit's, a name in the store, an address or a path."""
    for asked, name in (("tei_all", "tei_all"), ("note", "note"), (_URL, "note")):
        assert resolve(b"", asked, store=stored).name == name
    found = resolve(b"", folder / "note.xsd", store=stored)
    assert (found.name, found.kind, found.path) == ("", "xsd", folder / "note.xsd")
    assert resolve(b"", (folder / "note.dtd").as_uri(), store=stored).kind == "dtd"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("nothing", "there is no schema “nothing”"),
        ("../nothing.rng", "there is no schema"),
        ("https://schemas.invalid/other.rng", "not in the store"),
        ("", "there is no schema"),
    ],
)
def test_schemas_that_are_not_there(stored: Store, asked: str, words: str) -> None:
    """The error names what was asked for and what to do; the user's own wish is never dropped."""
    with pytest.raises(UsageError) as caught:
        resolve(_document(), asked, store=stored)
    assert words in caught.value.message
    assert "teikit schema add" in caught.value.hint or "note" in caught.value.hint


def test_no_name_is_no_schema(folder: Path, store: Store) -> None:
    """An empty option does not find a schema that has no second address."""
    add("note", folder / "note.rng", store=store)
    with pytest.raises(UsageError):
        resolve(_document(), "", store=store)


def test_files_that_are_no_schemas(folder: Path, store: Store) -> None:
    """A file that is there but is no schema is an error, asked for or declared."""
    (folder / "text.rng").write_text("<TEI/>")
    (folder / "a.xml").write_bytes(_document(_model("text.rng")))
    for asked in (folder / "text.rng", None):
        with pytest.raises(SchemaError, match="no schema"):
            resolve(folder / "a.xml", asked, store=store)
    with pytest.raises(InputError, match="folder"):
        resolve(b"", folder, store=store)


@pytest.mark.parametrize(
    "href",
    ["//server/share/x.rng", "\\\\server\\x.rng", "file://server/x.rng", "ftp://x/y.rng", "#x"],
)
def test_documents_cannot_name_other_computers(folder: Path, store: Store, href: str) -> None:
    """Only files on this computer are opened for a document."""
    (folder / "a.xml").write_bytes(_document(_model(href)))
    assert resolve(folder / "a.xml", store=store).name == "tei_all"


def test_tree_without_a_file(store: Store, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """The tree of a document that is nowhere can still name a path."""
    monkeypatch.chdir(folder)
    tree = etree.ElementTree(etree.fromstring(_document(_model("note.rnc"))))
    assert resolve(tree, store=store).kind == "rnc"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="?"), max_size=40))
def test_any_instruction_can_be_followed(text: str) -> None:
    """Whatever a document declares, there is a schema or an error that says what is wrong."""
    store = Store(Path("/nonexistent"))
    document = _document(f'<?xml-model href="{text}"?><?xml-model {text}?>')
    try:
        assert resolve(document, store=store).reason
    except TeikitError as error:
        assert error.message


def test_escaped_addresses(folder: Path, store: Store) -> None:
    """Character references in the instruction and escapes in the address are undone."""
    (folder / "my & note.rng").write_bytes(samples.RNG)
    document = folder / "a.xml"
    document.write_bytes(_document(_model("my%20&amp;%20note.rng")))
    assert resolve(document, store=store).path.name == "my & note.rng"
