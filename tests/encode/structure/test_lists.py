"""Lists and tables."""

from __future__ import annotations

import pytest
from lxml import etree

from teikit.encode.convert import convert
from teikit.tei import tei

PROSE = (
    "It was a long time before anyone spoke, and then it was only the\n"
    "clerk, who sneezed. The rain had stopped in the night and the road\n"
    "was white with it, as far as the bridge and no farther than that."
)


def body(text: str) -> etree._Element:
    """The ``<body>`` of a text between two paragraphs."""
    document = convert(f"{PROSE}\n\n{text}\n\n{PROSE}".encode(), annotators=())
    found = document.tree.find(f".//{tei('body')}")
    assert found is not None
    return found


def words(element: etree._Element, name: str) -> list[str]:
    """The text of all elements of a name."""
    return [" ".join("".join(one.itertext()).split()) for one in element.iter(tei(name))]


@pytest.mark.parametrize(
    ("items", "labels", "rend"),
    [
        ("1. One.\n\n2. Two.\n\n3. Three.", ["1.", "2.", "3."], "numbered"),
        ("  1. One,\n     so.\n  2. Two.\n  3. Three.", ["1.", "2.", "3."], "numbered"),
        ("(a) One.\n\n(b) Two.", ["(a)", "(b)"], "numbered"),
        ("1-3. One.\n\n4. Two.\n\n5, 6. So.", ["1-3.", "4.", "5, 6."], "numbered"),
        ("I. One.\n\nII. Two.\n\nIII. Three.", ["I.", "II.", "III."], "numbered"),
        ("- one\n- two\n- three", ["-", "-", "-"], "bulleted"),
        ("• one\n\n• two\n\n• three", ["•", "•", "•"], "bulleted"),
    ],
)
def test_lists(items: str, labels: list[str], rend: str) -> None:
    """Labels that follow each other make a list, with a label and an item for each."""
    found = body(items)
    assert words(found, "label") == labels
    assert len(words(found, "item")) == len(labels)
    assert [one.get("rend") for one in found.iter(tei("list"))] == [rend]


@pytest.mark.parametrize(
    "text",
    [
        "1836. So it was.\n\n1841. And so on.",
        "12. So.\n\n40. And so on.",
        "- Oui, dit-il.\n\n- Non, dit-elle.\n\n- Oui!",
        "1. It was the first.",
        "A. Smith went.\n\nC. Roe came.",
    ],
)
def test_no_lists(text: str) -> None:
    """A year, a lone number, and what is spoken make none."""
    assert not list(body(text).iter(tei("list")))


def test_entries_that_hang_out() -> None:
    """Four or more paragraphs with deeper further lines are a list; with pages, an index."""
    entry = "Bach, J.S., wrote a great many of these, and his\n    sons did as well, 12, 40."
    found = body("\n\n".join([entry] * 4))
    assert len(words(found, "item")) == 4
    assert [one.get("type") for one in found.iter(tei("list"))] == ["index"]


def test_table() -> None:
    """Columns parted by space; cells may run over lines, and rows lack cells."""
    found = body(
        "  Work                     Year\n"
        "  Nature                   1836\n"
        "  Essays (First Series)    1841\n"
        "  Correspondence of\n"
        "      Carlyle              1883\n"
        "                           1884\n"
    )
    rows = list(found.iter(tei("row")))
    assert [[cell.text and " ".join(cell.text.split()) for cell in row] for row in rows] == [
        ["Work", "Year"], ["Nature", "1836"], ["Essays (First Series)", "1841"],
        ["Correspondence of Carlyle", "1883"], [None, "1884"],
    ]  # fmt: skip
    assert rows[0].get("role") == "label"


def test_table_with_bars_and_rules() -> None:
    """Bars are told by @rend; rules stand between the rows."""
    found = body(
        "+------+------+\n| Name | Year |\n+------+------+\n| Ada  | 1815 |\n|      | 1852 |\n"
        "+------+------+"
    )
    assert words(found, "cell") == ["Name", "Year", "Ada", "1815", "", "1852"]
    assert [rule.get("rend") for rule in found.iter(tei("milestone"))] == ["+------+------+"] * 3
    assert [table.get("rend") for table in found.iter(tei("table"))] == ["bars"]


@pytest.mark.parametrize(
    "text",
    [
        "*       *       *       *\n\n    *       *       *\n\n*       *       *       *",
        "He left.   She stayed.\nAnd so it was that   the clerk sneezed again.",
        "a         b\n   c           d\n e                      f\n                g     h",
    ],
)
def test_no_tables(text: str) -> None:
    """Ornaments, wide spaces in prose, and cells out of line make none."""
    assert not list(body(text).iter(tei("table")))


def test_rows_of_asterisks_are_one_ornament() -> None:
    """Rows that stand together are one."""
    assert words(body("*    *    *\n\n  *    *    *\n\n*    *    *"), "ab") == ["* * * * * * * * *"]


def test_short_items_that_come_again() -> None:
    """Numbers of two lists are no contents and no headings, and each item has its label."""
    items = "1. To leave.\n\n2. To go.\n\n3. To stay.\n\n4. To come back.\n\n"
    prose = "It was a long time before anyone spoke, and then it was only the clerk.\n\n"
    conversion = convert(f"{prose}{items}{prose}{items}{prose}".encode(), annotators=())
    lists = list(conversion.tree.iter(tei("list")))
    assert [[child.tag for child in one] for one in lists] == [[tei("label"), tei("item")] * 4] * 2
