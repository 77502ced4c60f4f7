"""Diaries: entries that a day heads."""

from __future__ import annotations

import pytest

from bodies import body
from teikit.tei import tei

PROSE = (
    "It was a long time before anyone spoke, and then it was only the\n"
    "clerk, who sneezed. The rain had stopped in the night and the road\n"
    "was white with it, as far as the bridge and no farther than that."
)


def entries(lines: list[str], text: str = PROSE) -> list[str]:
    """The headings of the entries of a diary with these lines above its paragraphs."""
    found = body("\n\n".join(f"{line}\n\n{text}" for line in lines))
    return [
        "".join(map(str, head.itertext()))
        for division in found.iter(tei("div"))
        if division.get("type") == "entry"
        for head in division.iterchildren(tei("head"))
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Monday 3", "Tuesday 4", "Wednesay 5", "X Thursday 6", "Friday 7th"],
        ["March 29th.", "March 30th.", "April 1st.", "April 3rd.", "April 9th."],
        ["1 Janvier 1811", "2 Janvier", "4 Janvier", "5 Janvier", "9 Janvier"],
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday"],
    ],
)
def test_days_head_entries(lines: list[str]) -> None:
    """On lines of their own, going on from day to day; also those at the top of the text."""
    assert entries(lines) == lines


def test_other_dates_head_nothing() -> None:
    """Not those of letters, nor days that come in no order, nor a few."""
    days = ["May 3.", "May 4.", "May 5.", "May 6.", "May 7."]
    assert entries(days, f"My dear Sir,\n\n{PROSE}") == []
    assert entries(["May 3.", "May 1.", "May 9.", "May 2.", "May 1."]) == []
    assert entries(days[:3]) == []
