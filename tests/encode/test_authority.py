"""Authority files: what the user knows of persons wins over the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import teikit
from running import Run
from teikit.encode.authority import Authority, Identity
from teikit.encode.authority_files import read_authority
from teikit.encode.convert import Conversion, convert
from teikit.encode.reconcile import persons_table
from teikit.errors import TeikitError
from teikit.tei import NSMAP, XML_ID

TEXT = (
    "Josiah Penhallow met Mr. Silas Crewe in May 1784. Penhallow knew the weaver Quillon Tarrow,\n"
    "and Tarrow’s wife. Old Grimbald the carter met Crewe and Penhallow.\n"
)


def converted(*identities: Identity, text: str = TEXT) -> Conversion:
    """A conversion with an authority; what comes out is valid."""
    conversion = convert(text.encode(), authority=Authority(identities))
    report = teikit.validate(conversion.tree)
    assert report.valid, report.findings
    return conversion


def persons(conversion: Conversion) -> dict[str, tuple[list[str], list[str]]]:
    """The names and URIs of each ``<person>``."""
    return {
        str(person.get(XML_ID)): (
            [name.text or "" for name in person.iterfind("persName", NSMAP)],
            [idno.text or "" for idno in person.iterfind("idno[@type='URI']", NSMAP)],
        )
        for person in conversion.tree.iterfind(".//person", NSMAP)
    }


def mentions(conversion: Conversion) -> list[tuple[str, str]]:
    """The words and the reference of each mention."""
    return [
        (" ".join("".join(map(str, name.itertext())).split()), name.get("ref", ""))
        for name in conversion.tree.iterfind(".//p//persName", NSMAP)
    ]


def test_all_mentions_of_a_person_are_the_files() -> None:
    """The full form links, the short forms go with it; the person has the preferred name."""
    known = Identity("Penhallow, Josiah, 1733-1802", (), ("https://viaf.org/viaf/1",))
    conversion = converted(known)
    identifier = "person-penhallow-josiah-1733-1802"
    names, uris = persons(conversion)[identifier]
    assert names == ["Penhallow, Josiah, 1733-1802", "Josiah Penhallow", "Penhallow"]
    assert uris == ["https://viaf.org/viaf/1"]
    assert [ref for words, ref in mentions(conversion) if "Penhallow" in words] == [
        f"#{identifier}"
    ] * 3


def test_a_title_before_the_name_does_not_matter() -> None:
    """“Mr. Silas Crewe” is the file's Silas Crewe, and so is Crewe."""
    found = mentions(converted(Identity("Silas Crewe")))
    assert ("Mr. Silas Crewe", "#person-silas-crewe") in found
    assert ("Crewe", "#person-silas-crewe") in found


def test_forms_that_the_rules_do_not_see_are_marked() -> None:
    """A form of the file is a name wherever it stands, over a line end too."""
    conversion = converted(Identity("Grimbald the Carter", ("Old Grimbald the carter",)))
    assert ("Old Grimbald the carter", "#person-grimbald-the-carter") in mentions(conversion)


def test_words_are_not_taken_for_persons() -> None:
    """A single form that is also a month or a word is none unless the rules say so."""
    conversion = converted(Identity("Theresa May", ("May",)))
    assert "person-theresa-may" not in persons(conversion)
    assert conversion.tree.find(".//p/date", NSMAP) is not None


def test_a_form_of_two_persons_refers_to_neither() -> None:
    """What is not sure is said to be so."""
    conversion = converted(
        Identity("Quillon Tarrow", (), ("http://a.example/1",)),
        Identity("Quillon Tarrow", (), ("http://a.example/2",)),
    )
    name = next(
        name
        for name in conversion.tree.iterfind(".//p//persName", NSMAP)
        if name.text == "Quillon Tarrow"
    )
    assert (name.get("ref"), name.get("cert")) == (None, "low")


TABLES = {
    "p.csv": "Name;Variants;GND\nSilas Crewe;S. Crewe|Crewe;118540238\n",
    "p.tsv": "name\turi\nSilas Crewe\thttps://d-nb.info/gnd/118540238\n",
    "p.xml": (
        '<listPerson xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="p1" sameAs="#x">'
        "<persName><surname>Crewe</surname>, <forename>Silas</forename></persName>"
        '<idno type="GND">118540238</idno></person></listPerson>'
    ),
    "p.ttl": (
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://d-nb.info/gnd/118540238> skos:prefLabel "Silas Crewe" .\n'
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_formats(tmp_path: Path, name: str) -> None:
    """Tables, TEI and Turtle say the same."""
    if name.endswith(".ttl"):
        pytest.importorskip("rdflib", reason="reading Turtle needs rdflib")
    path = tmp_path / name
    path.write_text(TABLES[name])
    (identity,) = read_authority(path).identities.values()
    assert (identity.name, identity.uris) == (
        "Silas Crewe",
        ("https://d-nb.info/gnd/118540238",),
    )


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("p.csv", b"person,uri\nA B,\n", "the table has no column “name”"),
        ("p.csv", b"name,uri\nA B,Q42\n", "“Q42” is no URI"),
        ("p.csv", b"name,uri\n", "there are no persons"),
        ("p.csv", b"name\nJos\xe9\n", "not in UTF-8"),
        ("p.csv", b"name\nA\x01B\n", "a name has a character that XML cannot hold"),
        ("p.xlsx", b"", "authority files end in .csv"),
        ("p.xml", b"<listPerson>", "listPerson"),
        ("none.csv", None, "cannot be read"),
    ],
)
def test_a_bad_file_is_told(tmp_path: Path, name: str, content: bytes | None, message: str) -> None:
    """What is wrong is said in a sentence."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(TeikitError, match=message):
        read_authority(tmp_path / name)


def test_turtle_needs_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where rdflib is missing, the message says how to get it."""
    monkeypatch.setitem(__import__("sys").modules, "rdflib", None)
    (tmp_path / "p.ttl").write_text(TABLES["p.ttl"])
    with pytest.raises(TeikitError) as raised:
        read_authority(tmp_path / "p.ttl")
    assert raised.value.hint == "pip install 'teikit[rdf]'"


def test_reconciliation_goes_round(run: Run, tmp_path: Path) -> None:
    """The table of persons, its column “uri” filled, reads back as an authority file."""
    (tmp_path / "mill.txt").write_text(TEXT)
    run("convert", "mill.txt", "-o", "one.xml", "--persons-out", "persons.csv", status=0)
    table = (tmp_path / "persons.csv").read_text()
    line = next(line for line in table.splitlines() if "Josiah" in line)
    assert line.startswith("person-josiah-penhallow,Josiah Penhallow,Penhallow,3,")
    (tmp_path / "persons.csv").write_text(table.replace(line, f"{line}http://a.example/1"))
    run("convert", "mill.txt", "-o", "two.xml", "--authority", "persons.csv", status=0)
    one, two = ((tmp_path / name).read_text() for name in ("one.xml", "two.xml"))
    assert '<idno type="URI">http://a.example/1</idno>' in two
    sure = re.compile(r' cert="medium" resp="#teikit"')
    assert sure.sub("", two.partition("<text>")[2]) == sure.sub("", one.partition("<text>")[2])


_PIECES = ["Josiah Penhallow", "Penhallow", "Mr.", "Crewe", "Lord Harcombe", "said", "May", "1784",
           ".", ",", "’s", "\n", "\n\n", "the", "[1]", "Silas"]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(["Josiah Penhallow", "Penhallow", "Crewe", "Mr. Silas", "May 1784",
                              "Lord Harcombe said", "Penhallow, J."]), max_size=4),
)  # fmt: skip
def test_any_authority_gives_valid_tei(text: str, names: list[str]) -> None:
    """No authority changes a word or breaks the document; the table can always be read."""
    if not text.strip():
        return
    conversion = converted(*map(Identity, names), text=text)
    plain = convert(text.encode())
    assert teikit.transform(conversion.tree, to="text") == teikit.transform(plain.tree, to="text")
    table = persons_table(conversion.source.text, conversion.spans).decode()
    people = conversion.tree.iterfind(".//listPerson/*", NSMAP)
    assert len(table.splitlines()) - 1 == len([p for p in people if isinstance(p, etree._Element)])
