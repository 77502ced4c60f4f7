"""Times of day."""

from __future__ import annotations

import pytest

from encode.dates.marking import dates, marked, plain

TIMES = [
    "at <10 o'clock A. M.=10:00:00> on <9 June 1851=1851-06-09>",
    "at <5.30 p.m.=17:30:00>, by <17:45=17:45:00>",
    "<half past five in the morning=05:30:00>; <a quarter to eight in the evening=19:45:00>",
    "<twelve o’clock at night=00:00:00>, <twelve o’clock in the morning=00:00:00>",
    "at <ten o'clock=>, before <half-past nine=>",
]


@pytest.mark.parametrize("expected", TIMES)
def test_times_have_their_value_where_the_half_of_the_day_is_said(expected: str) -> None:
    """A time's words are marked; its value needs the half of the day."""
    text = plain(expected)
    assert marked(text) == expected
    assert any(span.kind == "time" for span in dates(text))


OTHERS = [
    "John 3:16 and 4:12",
    "as Acts 17:30 and Isa. 20:12 and 1 Cor. 13:12 say",
    "I am ten, 12 m. long",
    "half a past life",
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_numbers_are_no_times(text: str) -> None:
    """Chapter and verse, ages and lengths are left alone."""
    assert marked(text) == text
