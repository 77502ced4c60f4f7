"""Dates that cannot be."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teikit.checks.moments import missing_day, stretch


@pytest.mark.parametrize(
    ("body", "code", "attribute"),
    [
        ("<p><date from='1920' to='1910'>x</date></p>", "TK501", "to"),
        ("<p><date from='1920-02-02' to='1920-02-01'>x</date></p>", "TK501", "to"),
        ("<p><date from='-0044' to='-0100'>x</date></p>", "TK501", "to"),
        ("<p><date from-iso='19200202' to-iso='19200201'>x</date></p>", "TK501", "to-iso"),
        ("<p><date when-iso='1920/1910'>x</date></p>", "TK501", "when-iso"),
        ("<p><date notBefore='1920-05' notAfter='1920-04-30'>x</date></p>", "TK502", "notAfter"),
        ("<p><date when='1920' from='1910'>x</date></p>", "TK503", "when"),
        ("<p><date when='1920' notBefore='1910' notAfter='1930'>x</date></p>", "TK503", "when"),
        ("<p><date when='1905' notBefore='1910' notAfter='1930'>x</date></p>", "TK504", "when"),
        ("<p><date when='1935' notBefore='1910' notAfter='1930'>x</date></p>", "TK504", "when"),
        ("<p><date when-iso='1920-02-30'>x</date></p>", "TK505", "when-iso"),
        ("<p><date when-iso='19201301'>x</date></p>", "TK505", "when-iso"),
        (
            "<listPerson><person><birth when='1767'/><death when='1727-07'/></person></listPerson>",
            "TK506",
            "",
        ),
    ],
)
def test_date_that_cannot_be(check, body, code, attribute):
    """Each kind of impossible date has its own code, at the attribute that is wrong."""
    (finding,) = check(body)
    assert (finding.code, finding.attribute, finding.line) == (code, attribute, 14)


@pytest.mark.parametrize(
    "body",
    [
        "<p><date from='1920' to='1920-05'>within the year</date></p>",
        "<p><date from='1920-05' to='1920'>until some time in it</date></p>",
        "<p><date from='-0100' to='-0044'>before Christ</date></p>",
        "<p><date from='--12' to='--02'>winter</date></p>",
        "<p><time from='23:00:00' to='01:00:00'>over midnight</time></p>",
        "<p><date notBefore='1920' notAfter='1920'>x</date></p>",
        "<p><date from='1920-01-01T20:00:00-05:00' to='1920-01-02'>zones</date></p>",
        "<p><date when-iso='2004-W53-6'>a week</date><date dur-iso='P1Y'>x</date></p>",
        "<p><biblScope from='1250' to='1103'>pages as printed</biblScope></p>",
        "<p><date from='soon' to='1910'>the grammar's business</date></p>",
        "<listPerson><person><birth notAfter='1900'/><death when='1850'/></person></listPerson>",
        "<listPerson><person><birth when='1800'/><death when='1800'/></person></listPerson>",
    ],
)
def test_date_that_can_be(check, body):
    """Dates that fit, or cannot be compared, are no finding."""
    assert check(body) == []


@given(st.dates(), st.dates())
def test_order_is_that_of_the_calendar(one, other):
    """Days compare as days do."""
    first, second = stretch(one.isoformat()), stretch(other.isoformat())
    assert first and second
    assert first.before(second) == (one < other)
    assert first.end - first.start == 86_400
    day = datetime.date(2000, 3, 1)
    assert first.start - stretch("2000-03-01").start == (one - day).days * 86_400


@given(st.integers(1, 9999), st.integers(0, 13), st.integers(0, 32))
def test_days_that_are_missing(year, month, day):
    """A day is missing if Python's calendar does not have it."""
    try:
        datetime.date(year, month, day)
    except ValueError:
        assert missing_day(f"{year:04}-{month:02}-{day:02}") is not None
    else:
        assert missing_day(f"{year:04}-{month:02}-{day:02}") is None
