"""Entries of diaries, and the days and months by number of the Society of Friends."""

from __future__ import annotations

import pytest

from encode.dates.marking import marked, plain

FRIENDS = [
    "<4th mo. 7th 1797=1797-04-07>. Left home.\n\nOn <First-day the 9th=1797-04-09> we were there;"
    " in the <Seventh month=1797-07> we came back.",
    "<First-day, 2nd of Fifth Month, 1802=1802-05-02>.",
    "<25th of First Month 1740/1=1741-03-25>.",
    # before 1752 the year began in March; the year may be that of the narrative
    "<6th of the 3d mo. 1739=1739-05-06>, then the <2d day of the 11th month=1740-01-02> and the"
    " <3d of 12th month=1740-02-03>, then <4th of 1st month=1740-03-04>.",
    "The <2d day of the 11th month called January 1698=1699-01-02>.",
    "<12 mo 3d 1801=1801-12-03>. Seen.\n\n<1st day=1801-12-06>. At meeting.\n\n"
    "<7th day 12th=1801-12-12>. Rain.",
    "<14th of 12th month called February 1747/8=1748-02-14>; and"
    " <1st of 12th month 1747/8=1748-02-01>.",
    "<1770 11th mo 9th day=1770-11-09> I set out.\n\n<10th=1770-11-10>."
    " <Sixth-day 11th=1770-11-11>. Seventh day 12 came.",
    "He was third. <Third month=--03>.",
    # an ordinal beside a day is none
    "In <1801=1801> he left on the second day, and on the first day of the week.",
]

DIARIES = [
    "<MARCH, 1863=1863-03>.\n\n<13=1863-03-13>. Rode to town.\n\n<Mon. 16th=1863-03-16>. Fine.\n\n"
    "<20=1863-03-20>\n\nWent to the mill.\n\n<April=1863-04>.\n\n<3d=1863-04-03>. Walked.",
    "<October 5, 1864=1864-10-05>. Left.\n\n<Thursday 6=1864-10-06>. At home.\n\n"
    "<7=1864-10-07>. Sick.",
    "<Monday, 3 May 1790=1790-05-03>. Rode.\n\n<Wednesday=1790-05-05>. Walked.",
    # numbers that go on with no diary
    "In <March 1863=1863-03> there were three reasons.\n\n1. The weather.\n\n2. The roads.",
    "<March 3, 1863=1863-03-03>. Sir, I ask three things:\n\n1. Money.\n\n2. Men.",
    "Sunday. We know its name.",
    "<1790. 3 May=1790-05-03>. Rode.\n\n<4th=1790-05-04>. Walked.\n\n<5=1790-05-05> – Rain.\n\n"
    "The <6th=1790-05-06>, at home.\n\n<7th of the month=1790-05-07>, Sick. On the night of the"
    " <8th=1790-05-08> slept.",
    "Monday, <3 o'clock=>. I write.\n\nMonday 3:30. I go.",
    "The rent is due on the 1st of the month.",
]


@pytest.mark.parametrize("text", FRIENDS)
def test_days_and_months_by_number(text: str) -> None:
    """Months count from January from 1752 on, from March before; the first day is Sunday."""
    assert marked(plain(text)) == text


@pytest.mark.parametrize("text", DIARIES)
def test_heads_of_entries(text: str) -> None:
    """A bare day goes on with the month of the heading or of the entry before."""
    assert marked(plain(text)) == text


def test_days_of_a_month_without_a_year() -> None:
    """Both days lack their month where the date before does not tell the year."""
    text = "<Lady-day=--03-25>: yours of <1-29 ult=---01/---29>."
    assert marked(plain(text)) == text


def test_a_feast_with_a_hyphen() -> None:
    """“Lady-day” is written with a small letter after its hyphen."""
    text = "He left last <Lady-day=--03-25>, they say."
    assert marked(plain(text)) == text
