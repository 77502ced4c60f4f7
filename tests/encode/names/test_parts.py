"""The inner structure of names (``--name-parts``)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import teikit
from teikit.encode.convert import convert
from teikit.encode.vocabulary import NAME_PARTS
from teikit.tei import NSMAP

_ROLES = {name: name[0] for name in NAME_PARTS} | {"nameLink": "l"}
_PIECES = (
    "Mr. Mrs. Sir Duke of York the von van De John Mary J. Smith Crewe Jr. IX Esq., and [1] , ’s"
)


def structured(text: str) -> str:
    """The names of a text, each part in brackets after a letter for its element."""
    tree = convert(text.encode(), annotators=["names"], name_parts=True).tree
    names = []
    for name in tree.iterfind(".//p//persName", NSMAP):
        words = etree.tostring(name, encoding="unicode", with_tail=False)
        words = re.sub(r"</?persName[^>]*>", "", words)
        words = re.sub(r"<(\w+)[^>]*>", lambda match: f"{_ROLES[match[1]]}(", words)
        names.append(re.sub(r"</\w+>", ")", words))
    return "; ".join(names)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He saw H. G. Wells.", "f(H.) f(G.) s(Wells)"),
        ("He saw Mr. Silas Crewe.", "r(Mr.) f(Silas) s(Crewe)"),
        ("He saw the Duke of York.", "r(Duke of York)"),
        ("He saw Pope Pius IX there.", "r(Pope) f(Pius) g(IX)"),
        ("He saw Ludwig van Beethoven.", "f(Ludwig) l(van) s(Beethoven)"),
        ("He saw Thomas De Quincey.", "f(Thomas) l(De) s(Quincey)"),
        ("He saw John Smith, Esq., there.", "f(John) s(Smith), r(Esq.)"),
        ("He saw Sir William Harcourt Jr. there.", "r(Sir) f(William) s(Harcourt) g(Jr.)"),
        ("He saw Mrs. Siddons.", "r(Mrs.) s(Siddons)"),
        ("He saw Miss Mary.", "r(Miss) f(Mary)"),
        ("He saw Aunt Jane.", "r(Aunt) f(Jane)"),
        ("He saw John Crewe. Crewe saw John.", "f(John) s(Crewe); s(Crewe); f(John)"),
        ("He saw Mr. and Mrs. Brown.", "r(Mr.) and r(Mrs.) s(Brown)"),
    ],
)  # fmt: skip
def test_parts_of_names(text: str, parts: str) -> None:
    """Titles, forenames, particles, surnames and what follows them."""
    assert structured(text) == parts


def test_a_word_that_may_be_either_is_left() -> None:
    """A single name of which nothing tells forename or surname has no parts."""
    assert structured(
        "Then Kolgrin said no. He told Kolgrin so, and Kolgrin replied that Kolgrin’s wife knew."
    ) == ("Kolgrin; Kolgrin; Kolgrin; Kolgrin")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*_PIECES.split(), "\n", "\n\n", "-\n"]), max_size=25))
def test_parts_never_change_a_text_nor_break_tei(words: list[str]) -> None:
    """Any jumble of titles, particles and names gives valid TEI with the words of the text."""
    text = " ".join(words)
    if not text.strip():
        return
    with_parts = convert(text.encode(), name_parts=True)
    assert teikit.validate(with_parts.tree).valid
    plain = convert(text.encode())
    assert teikit.transform(with_parts.tree, to="text") == teikit.transform(plain.tree, to="text")
    whole = [span for span in with_parts.marks if span.kind in ("persName", "date", "time")]
    assert whole == list(plain.marks)
