"""Typography in the characters: italics, bold, small capitals, spaced type."""

from __future__ import annotations

import pytest

from teikit.encode.segment import segment

PROSE = "It was a long time before anyone spoke, and then it was only the clerk, who sneezed."


def marked(text: str) -> list[tuple[str, str]]:
    """The words that are marked, and how."""
    return [
        (text[span.start : span.end], span.attributes["rend"])
        for span in segment(text).spans
        if span.kind == "hi" and "rend" in span.attributes
    ]


@pytest.mark.parametrize(
    ("words", "rend"),
    [
        ("_well_", "italic underscores"),
        ("_well,\nnow_", "italic underscores"),
        ("=well=", "bold equals-signs"),
        ("*well*", "bold asterisks"),
        ("**well now**", "bold double-asterisks"),
        ("~Well Now~", "smallcaps tildes"),
    ],
)
def test_marks(words: str, rend: str) -> None:
    """Words between marks, across the end of a line too."""
    assert marked(f"He said {words}, and sneezed. {PROSE}") == [(words, rend)]


@pytest.mark.parametrize(
    "words",
    [
        "snake_case_names and file_name", "2*3 and 4*5", "a * b * c", "x = y = z", "a=b=c",
        "y[=a]rh nie y[=a]rh", "~5 and ~6", "* one", "so* and so*", "__init__", "_ _",
        "2**3**4", "** one",
    ],
)  # fmt: skip
def test_no_marks(words: str) -> None:
    """Names of variables, sums and lone marks are nothing of the kind."""
    assert marked(f"He said {words}, and sneezed. {PROSE}") == []


def test_one_asterisk_beside_two_is_italic() -> None:
    """In Markdown two asterisks are bold, and one is italic."""
    assert marked(f"He said *well* and **so**. {PROSE}") == [
        ("**so**", "bold double-asterisks"),
        ("*well*", "italic asterisks"),
    ]


def test_italics_over_lines_of_verse() -> None:
    """Each line has its own; the first and the last know their mark."""
    text = "_He enters every lamp by name,\n  The crooked and the tall,\nAnd writes it down._"
    assert [rend for _, rend in marked(f"LAMPS\n\n{text}\n\n{text}")][:3] == [
        "italic underscore-before", "italic", "italic underscore-after",
    ]  # fmt: skip


def test_italics_over_paragraphs() -> None:
    """The paragraphs between the marks are italic as a whole."""
    text = f"He said _so.\n\n{PROSE}\n\nAnd more._ And went."
    assert marked(text) == [
        ("_so.", "italic underscore-before"),
        (PROSE, "italic"),
        ("And more._", "italic underscore-after"),
    ]


@pytest.mark.parametrize(
    ("line", "spaced"), [("L E I P Z I G", True), ("A B C D E F", False), ("o o o o", False)]
)
def test_spaced_type(line: str, spaced: bool) -> None:
    """Spaced letters are words, unless they are an alphabet or a cry."""
    assert marked(f"{PROSE}\n\n{line}\n\n{PROSE}") == ([(line, "spaced")] if spaced else [])
