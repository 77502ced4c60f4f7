"""Inspecting: the tree with lines and doubts, conventions and counts, as text and as JSON."""

from __future__ import annotations

import json

import teikit
from running import Run
from teikit.encode.inspect import Division

PROSE = (
    "It was a long time before anyone spoke, and then it was only the\n"
    "clerk, who sneezed. The rain had stopped in the night and the road\n"
    "was white with it, as far as the bridge and no farther than that.\n\n"
)
BOOK = (
    "THE OLD MILL\n\nBY\n\nJANE ROE\n\n\n"
    f"CHAPTER I\n\n{PROSE.replace('sneezed.', 'sneezed.[1]')}[1] Twice.\n\n"
    f"THE ROAD\n\n{PROSE}\n\nA short walk\n\n{PROSE}"
    f"CHAPTER III\n\n{PROSE.replace('sneezed.', 'sneezed.[4]')}"
)


def tree(divisions: list[Division]) -> list[object]:
    """Kind, number, line and certainty of each division, with those in it."""
    return [
        (f"{one.kind} {one.n}".strip(), one.line, one.certainty, tree(list(one.parts)))
        for one in divisions
    ]


def test_structure() -> None:
    """The divisions as they would be in the TEI, each with its line."""
    inspection = teikit.inspect(BOOK.encode())
    assert tree(list(inspection.divisions)) == [
        ("front", 1, "high", [("title page", 1, "high", [])]),
        ("body", 8, "high", [
            ("chapter 1", 8, "high", [
                ("section", 16, "medium", [("section", 24, "low", [])]),
            ]),
            ("chapter 3", 30, "high", []),
        ]),
    ]  # fmt: skip
    assert (inspection.counts["divisions"], inspection.counts["notes"]) == (4, 1)


def test_doubts() -> None:
    """What is not sure, what is missing, what does not match."""
    messages = [(doubt.line, doubt.message) for doubt in teikit.inspect(BOOK.encode()).doubts]
    assert messages == [
        (24, "“A short walk” may be no heading: it is known by the space round it only"),
        (30, "chapter 3 follows chapter 1"),
        (33, "the marker [4] has no note: it was kept as text"),
    ]


def test_conventions_are_told_with_reasons() -> None:
    """Those that hold, those that were weighed and do not, those that the user named."""
    found = {one.name: one for one in teikit.inspect(BOOK.encode()).conventions}
    assert (
        found["brackets"].why == "1 of 1 notes have a marker; they stand at the end of the division"
    )
    assert found["named"].why == "2 of 4 headings"
    said = teikit.inspect(BOOK.encode(), conventions=["parentheses"]).conventions
    (notes,) = [one for one in said if one.aspect == "notes"]
    assert (notes.name, notes.given, notes.holds) == ("parentheses", True, True)


def test_command(run: Run) -> None:
    """A page to read, or JSON; the exit status is 0 whatever is doubtful."""
    (run.folder / "book.txt").write_text(BOOK, "utf-8")
    page = run("inspect", "book.txt", status=0).stdout
    assert "\x1b" not in page
    assert "   8    chapter 1  “CHAPTER I”  1 paragraph, 1 note\n" in page
    assert "  line 30: chapter 3 follows chapter 1\n" in page
    told = json.loads(run("inspect", "book.txt", "--format", "json", status=0).stdout)
    assert told["divisions"][1]["parts"][0]["heading"] == "CHAPTER I"
    done = run("inspect", "book.txt", "--convention", "brakets", status=2)
    assert done.stdout == ""
    assert "did you mean “brackets”?" in done.stderr
