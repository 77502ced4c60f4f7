"""Metadata: options before the file beside the text, that before the text itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from teikit.encode.convert import Conversion, convert
from teikit.encode.metadata import Metadata, beside, from_mapping
from teikit.errors import InputError, UsageError
from teikit.tei import TEI_NS, XML_LANG

TEXT = b"The Old Mill\nby Jane Roe\n\n\nIt was a long time before the clerk sneezed.\n"


def at(conversion: Conversion, path: str) -> list[str]:
    """The texts of the elements at a path, with TEI's names."""
    found = conversion.tree.getroot().xpath(path, namespaces={"t": TEI_NS})
    assert isinstance(found, list)
    return [item.text or "" if isinstance(item, etree._Element) else str(item) for item in found]


def test_title_and_author_from_the_text() -> None:
    """Where nobody says better, the title page does."""
    conversion = convert(TEXT)
    assert at(conversion, "//t:titleStmt/t:title") == ["The Old Mill"]
    assert at(conversion, "//t:titleStmt/t:author") == ["Jane Roe"]


def test_order_of_sources(tmp_path: Path) -> None:
    """An option goes before the file beside the text, the file before the text."""
    path = tmp_path / "mill.txt"
    path.write_bytes(TEXT)
    path.with_suffix(".toml").write_text('title = "Mill"\nauthor = ["J. Roe", "A. Roe"]\n')
    conversion = convert(path, metadata=Metadata(title="The Mill"))
    assert at(conversion, "//t:titleStmt/t:title") == ["The Mill"]
    assert at(conversion, "//t:titleStmt/t:author") == ["J. Roe", "A. Roe"]


@pytest.mark.parametrize(
    ("stated", "target"),
    [
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("https://example.org/terms", "https://example.org/terms"),
        ("All rights reserved.", None),
    ],
)
def test_licences(stated: str, target: str | None) -> None:
    """A licence's name leads to its URL; a sentence stays one."""
    conversion = convert(TEXT, metadata=Metadata(licence=stated))
    assert at(conversion, "//t:licence") == [stated]
    assert at(conversion, "//t:licence/@target") == ([target] if target else [])


def test_what_is_missing_is_said_to_be_missing() -> None:
    """No publisher and no licence are invented."""
    conversion = convert(TEXT)
    assert at(conversion, "//t:publicationStmt/t:authority") == ["Not stated"]
    assert at(conversion, "//t:availability/@status") == ["unknown"]
    assert at(conversion, "//t:date[ancestor::t:teiHeader]") == []


def test_language_is_told_from_the_words() -> None:
    """English and German are told apart; a few odd words are not guessed at."""
    german = "Es war einmal ein Mann, der hatte eine Frau, und die war nicht von dem Lande."
    assert convert(TEXT).tree.getroot().get(XML_LANG) == "en"
    assert convert(german.encode()).tree.getroot().get(XML_LANG) == "de"
    assert convert(b"Xyzzy plugh.").tree.getroot().get(XML_LANG) == "und"


def test_source_description_accounts_for_the_file() -> None:
    """Name, size, digest and the site's apparatus are in the header."""
    conversion = convert(TEXT + b"\nContents | next page\n")
    assert at(conversion, "//t:sourceDesc//t:idno/@type") == ["filename", "SHA-256"]
    assert at(conversion, "//t:sourceDesc//t:measure/@quantity") == [str(len(TEXT) + 22)]
    assert at(conversion, "//t:sourceDesc//t:note[@type='apparatus']") == ["Contents | next page"]


def test_replaced_characters_are_recorded() -> None:
    """The header says what was replaced, by what, how often and where."""
    conversion = convert(b"one\x01 two\nthree\x01")
    (sentence,) = at(conversion, "//t:correction/t:p")
    assert "U+0001 is shown as \u2401 (2 times; line:column 1:4, 2:6)" in sentence


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        ("titel = 'Mill'", "did you mean “title”"),
        ("date = 'yesterday'", "no date that TEI can hold"),
        ("language = 'English please'", "no language tag"),
        ("author = 3.5", "must be a text"),
        ("title = [1]", "must be a text"),
    ],
)
def test_metadata_that_make_no_sense(tmp_path: Path, toml: str, sentence: str) -> None:
    """A misspelt name and a wrong value are told, with the file."""
    (tmp_path / "mill.toml").write_text(toml)
    with pytest.raises(UsageError, match=sentence) as caught:
        beside(tmp_path / "mill.txt")
    assert caught.value.place.endswith("mill.toml")


def test_broken_toml_is_told(tmp_path: Path) -> None:
    """A file that is no TOML is named."""
    (tmp_path / "mill.toml").write_text("title = The Mill")
    with pytest.raises(InputError, match="metadata cannot be read"):
        beside(tmp_path / "mill.txt")


def test_toml_dates_and_both_spellings_of_licence() -> None:
    """TOML's own dates are taken, and “license” is “licence”."""
    import datetime

    values = {"date": datetime.date(2026, 11, 24), "license": "CC0-1.0"}
    assert from_mapping(values) == Metadata(date="2026-11-24", licence="CC0-1.0")


def test_form_feeds_in_apparatus() -> None:
    """Page breaks inside a licence do not stop the conversion."""
    text = (
        "*** START OF THIS PROJECT GUTENBERG EBOOK MILL ***\n\nThe clerk sneezed again.\n\n"
        "*** END OF THIS PROJECT GUTENBERG EBOOK MILL ***\n\f\nThe licence.\n"
    )
    recorded = at(convert(text.encode()), "//t:sourceDesc//t:note[@type='apparatus']")
    assert recorded[-1].endswith("The licence.")
