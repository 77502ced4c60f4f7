"""Dates in figures, with years of two figures, and with months in Roman numerals."""

from __future__ import annotations

import pytest

from encode.dates.marking import marked, plain

FIGURES = [
    ("de", "Am <Montag, den 4. 5. 1891=1891-05-04> kam er, am <24. 12.=1891-12-24> ging er."),
    ("de", "Graz, <27. 3. 92=--03-27>. Werter Freund"),
    ("de", "<13/2 Freitag=--02-13> Abend im Park.\n\n<9. 3.=--03-09> Vorm. zu Hause."),
    ("de", "Kap. 3. 2. 14, Nr. 3.4.11, Version 1.2.10.3, die 3. 4. Auflage und 12. 13. 14."),
    ("en", "Born on <22. 11. 1891=1891-11-22>, as the register says."),
    ("en", "In <1856=1856> she asked for the letter of <3/16/55=1855-03-16>, not that of 3/4/55."),
    ("en", "We lost by 3/16/55; Sunday 1/2 past nine."),
]
ROMAN_MONTHS = [
    ("de", "Wien, <5. XII. 1901=1901-12-05>; <5.XII.1901=1901-12-05>"),
    ("fr", "le <5/XII/1901=1901-12-05>, au <XIe siècle=1001/1100>"),
    ("es", "Lima, <6-ix-1903=1903-09-06> y <7.x.04=1904-10-07>"),
    ("en", "on <5.xi.1901=1901-11-05>, Part 5, XII, 1901 pages"),
]
TWO_FIGURES = [
    (
        "en",
        "<May 3, 1861=1861-05-03>. He wrote on <12 Jan 62=1862-01-12>, and <Jan. 9. 62=1862-01-09>",
    ),
    (
        "en",
        "<May 3, 1861=1861-05-03>. On <12 Jan=1861-01-12> 62 men came, 70 on <May 5=1861-05-05>.",
    ),
    ("en", "<May 3, 1861=1861-05-03>. Paid <25th Decr/61=1861-12-25> in full."),
]
COMMAS = [("en", "Paris, <February, 2, 1864=1864-02-02>; in <May=1864-05>, 20 men.")]


@pytest.mark.parametrize(("language", "expected"), [*FIGURES, *ROMAN_MONTHS, *TWO_FIGURES, *COMMAS])
def test_figures(language: str, expected: str) -> None:
    """Figures are a date where mark, order and words around show it, and else are not."""
    assert marked(plain(expected), language=language) == expected
