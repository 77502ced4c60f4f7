"""Titles of works, which are marked where they are asked for."""

from __future__ import annotations

import pytest
from hypothesis import given

import teikit
from strategies import texts
from teikit.encode.annotators import annotate
from teikit.encode.convert import convert
from teikit.encode.model import Document

TITLES = [
    ("He wrote the novel “<The Salt Road>”, and the poem “<Low Water>.”", ["m", "a"]),
    ("See _<The Life of Penhallow>_, vol. ii, p. 30; also _<Mills>_, p. 4.", ["m", "m"]),
    ("She says in her _<Essays on Water>_ that mills are dear.", ["m"]),
    ("A paper entitled \"<On the Wear of Pumps>\" was read.", [None]),
    ("The author of “<Harbour Street>” was there.", [None]),
    ("He wrote, “Come home.” She read “no” in his _very_ face.", []),
    ("It is a book _that_ he had. The play \"ended at ten\".", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "levels"), TITLES)
def test_titles(sentence: str, levels: list[str | None]) -> None:
    """Words between marks that something beside them calls a work; no speech, no emphasis."""
    text = sentence.translate({60: None, 62: None})
    spans = sorted(annotate(("titles",), Document(text, [])), key=lambda span: -span.start)
    marked = text
    for span in spans:
        marked = f"{marked[: span.start]}<{marked[span.start : span.end]}>{marked[span.end :]}"
    assert marked == sentence
    assert [span.attributes.get("level") for span in reversed(spans)] == levels


@given(texts())
def test_the_promises_hold(text: str) -> None:
    """With titles marked, documents are valid and no word is lost."""
    source = f"See _Mills and Men_, vol. ii.\n\n{text}"
    conversion = convert(source.encode(), annotators=("titles", "names", "dates"))
    assert teikit.validate(conversion.tree).valid
    assert "Mills and Men" in teikit.transform(conversion.tree, to="text")


def test_a_title_in_italics_keeps_its_marks() -> None:
    """The title stands inside the italics, whose underscores come back with the text."""
    text = "We have it in _The Life of Penhallow_, vol. ii, p. 30, and nowhere else.\n"
    conversion = convert(text.encode(), annotators=("titles",))
    document = conversion.to_bytes().decode()
    assert '<title level="m">The Life of Penhallow</title></hi>' in document
    assert teikit.transform(conversion.tree, to="text").split() == text.split()
