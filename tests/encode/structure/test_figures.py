"""Figures from the tags that stand for them, and italics between underscores."""

from __future__ import annotations

import pytest
from lxml import etree

from teikit.encode.convert import convert
from teikit.tei import tei
from teikit.transform import transform

PROSE = "It was a long time before anyone spoke, and then it was only the clerk, who sneezed."


def encode(text: str) -> etree._Element:
    """The ``<text>`` of a converted text."""
    found = convert(text.encode(), annotators=()).tree.find(tei("text"))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("tag", "rend", "parts"),
    [
        ("[Illustration]", "Illustration", []),
        ("[Illustration: A mill.]", "Illustration", [("head", "A mill.")]),
        (
            "[Illustration: A mill.\n\nBy Roe.]",
            "Illustration",
            [("head", "A mill."), ("p", "By Roe.")],
        ),
        ("[Music: Treble clef.]", "Music", [("head", "Treble clef.")]),
        ("[Illustration of a Pike]", "brackets", [("head", "Illustration of a Pike")]),
    ],
)
def test_figures(tag: str, rend: str, parts: list[tuple[str, str]]) -> None:
    """A tag is a figure with its caption; @rend says how to print the tag again."""
    figure = next(encode(f"{PROSE}\n\n{tag}\n\n{PROSE}").iter(tei("figure")))
    assert figure.get("rend") == rend
    found = [(etree.QName(part).localname, (part.text or "").strip()) for part in figure]
    assert found == parts


def test_a_figure_inside_a_paragraph() -> None:
    """A tag in running text stays where it is."""
    paragraph = next(encode(f"The mill [Illustration: A mill.] stood. {PROSE}").iter(tei("p")))
    assert [child.tag for child in paragraph] == [tei("figure")]


def test_italics() -> None:
    """Words between underscores are highlighted; the underscores are in @rend."""
    his = list(encode(f"The _Daily Mill_ and snake_case_name. {PROSE}").iter(tei("hi")))
    assert [(hi.text, hi.get("rend")) for hi in his] == [("Daily Mill", "italic underscores")]


@pytest.mark.parametrize(
    "text",
    ["[Illustration: A _mill_. ]", "[Illustration:]", "[Illustration: ]", "[Illustration: open",
     "_a [Illustration] b_", "[Illustration: A [1] mill]", "_a\n\nb_", "__a__ _ b _"],
)  # fmt: skip
def test_tags_come_back(text: str) -> None:
    """Whatever becomes of a tag, its words come back as they were."""
    text = f"{PROSE} {text}\n\n{text}\n\n{PROSE}"
    document = convert(text.encode(), annotators=()).to_bytes()
    assert transform(document, to="text").split() == text.split()
