"""The first real input: a chapter of history prose with end-notes, end to end."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

import teikit
from teikit.encode.convert import Conversion, convert
from teikit.tei import TEI_NS

NAME = "000_18ddb2d929de8e88.txt"


@pytest.fixture(scope="module")
def chapter(shared: Path) -> Path:
    """The chapter's file."""
    return shared / "texts" / NAME


@pytest.fixture(scope="module")
def conversion(chapter: Path) -> Conversion:
    """The chapter, converted."""
    return convert(chapter)


def select(conversion: Conversion, path: str) -> list[etree._Element]:
    """Elements at a path, with TEI's names under the prefix ``t``."""
    found = conversion.tree.getroot().xpath(path, namespaces={"t": TEI_NS})
    assert isinstance(found, list)
    return found


def words(element: etree._Element) -> str:
    """The words of an element."""
    return " ".join("".join(element.itertext()).split())


def test_notes_stand_at_their_markers(conversion: Conversion) -> None:
    """All 14 notes are in paragraphs of the body, in order, and none is left over."""
    notes = select(conversion, "//t:body//t:p/t:note[@place='end']")
    assert [note.get("n") for note in notes] == [str(n) for n in range(1, 15)]
    assert conversion.notices == []
    assert not re.search(r"\[\d+\]", words(select(conversion, "//t:body")[0]))


def test_structure(conversion: Conversion) -> None:
    """Title matter, the chapter with its number, sections by space, and the block quotation."""
    assert words(select(conversion, "//t:front//t:docAuthor")[0]) == "C L R James"
    assert words(select(conversion, "//t:front//t:titlePart")[0]).startswith("The World Revolution")
    (division,) = select(conversion, "//t:body/t:div")
    assert (division.get("type"), division.get("n")) == ("chapter", "13")
    assert len(select(conversion, "//t:milestone[@unit='section']")) == 4
    (quote,) = select(conversion, "//t:body//t:quote")
    assert [words(p)[0] for p in quote] == ["“", "“"]
    (hi,) = select(conversion, "//t:hi[@rendition='#caps']")
    assert words(hi).isupper()


def test_apparatus_is_in_the_header_only(conversion: Conversion) -> None:
    """Navigation and the date of the page are no part of the text."""
    recorded = [words(n) for n in select(conversion, "//t:sourceDesc//t:note[@type='apparatus']")]
    assert recorded == ["Contents | next excerpt", "Last updated on 23 January 2021"]
    assert "next excerpt" not in words(select(conversion, "//t:text")[0])


def test_persons(conversion: Conversion) -> None:
    """One person for all forms of a name; isms, adjectives and works are no persons."""
    marked = {words(name) for name in select(conversion, "//t:text//t:persName")}
    assert {"Trotsky", "L. Trotsky", "Stalin", "Lenin", "H.G. Wells", "Mr. Lloyd George"} <= marked
    assert not any(re.search(r"ism|ist\b|’s$|Leninism|Pravda", name) for name in marked)
    refs = {n.get("ref") for n in select(conversion, "//t:persName") if "Trotsky" in words(n)}
    assert len(refs - {None}) == 1


def test_absolute_dates(conversion: Conversion) -> None:
    """Every month with a year is marked and normalised as W3C writes it."""
    text = words(select(conversion, "//t:text")[0])
    months = "January|February|March|April|May|June|July|August|September|October|November|Dec\\w*"
    stated = re.findall(rf"(?:{months}|Nov\.)(?: \d{{1,2}})?,? (?:19\d\d)", text)
    marked = {words(date): date.get("when") for date in select(conversion, "//t:text//t:date")}
    assert len(stated) == 18
    assert [date for date in stated if not marked.get(date)] == []
    assert marked["September 30, 1935"] == "1935-09-30"
    assert marked["Nov. 14, 1936"] == "1936-11-14"
    (span,) = select(conversion, "//t:body//t:date[text()='1924–1927']")
    assert (span.get("from"), span.get("to")) == ("1924", "1927")
    inferred = select(conversion, "//t:date[text()='November 13']")
    assert [(date.get("when"), date.get("cert")) for date in inferred] == [("1935-11-13", "medium")]


def test_valid_and_lossless(conversion: Conversion, chapter: Path) -> None:
    """The document is valid, and gives the source back word for word."""
    document = conversion.to_bytes()
    assert teikit.validate(document).findings == ()
    source = chapter.read_text("utf-8").rsplit("Contents | next excerpt", 1)[0]
    assert teikit.transform(document, to="text").split() == source.split()


def test_jing_agrees(conversion: Conversion, shared: Path, tmp_path: Path) -> None:
    """The official schema, by jing, finds nothing either."""
    if not shutil.which("jing"):
        pytest.skip("jing is not installed (Debian package jing)")
    path = tmp_path / "chapter.xml"
    path.write_bytes(conversion.to_bytes())
    schema = shared / "schemas" / "tei_all.rng"
    done = subprocess.run(["jing", schema, path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
