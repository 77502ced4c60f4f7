"""Which words are a date, and what the date is."""

from __future__ import annotations

import pytest

from encode.dates.marking import dates, marked, plain

FULL = [
    "signed on the <4th day of July, 1776=1776-07-04>, in haste",
    "sworn before me this <3d day of May A.D. 1862=1862-05-03>.",
    "witness my hand this <twenty-second day of June in the year of our Lord eighteen hundred and"
    " forty five=1845-06-22>",
    "she was born <January 5th, 1801=1801-01-05>, at noon",
    "on <14 July 1789=1789-07-14> the prison fell",
    "on <Tuesday, 14 July 1789=1789-07-14> the prison fell",
    "we met <Sept. 9. 1860=1860-09-09> and parted <Novr 9—1860=1860-11-09>.",
    "of the <5th 7ber 1688=1688-09-05>, and <Xber 3 1690=1690-12-03>",
    "the bill of <Feb: 23rd 1855=1855-02-23> was paid",
    "dated <Apl 16, 1862=1862-04-16>; filed <16th august 1862=1862-08-16>",
    "your letter of <Oct^r 5th 1790=1790-10-05> came",
    "<1859 May 3rd=1859-05-03>, and <1846, February 28th=1846-02-28>",
    "<2021-01-23=2021-01-23> and <23/1/2021=2021-01-23>",
    "the <ninth of June, One Thousand Eight Hundred and Fifty-Seven=1857-06-09>",
    "<16 Feb. 1688/9=1689-02-16>, old style",
    "a hard-wrapped <4th of\n   July\n   1776=1776-07-04> is one date",
    "ROME, <4TH MARCH, 1890=1890-03-04>",
    "the <5th day of the 9th month 1790=1790-09-05>; <3d mo. 5th 1790=1790-03-05>",
    "in <1st month 1688=1688-03>, as Friends count",
]
PARTIAL = [
    "concessions in <May 1932=1932-05>, and in <January, 1935=1935-01>",
    "in the month of <March of 1919=1919-03>",
    "this <day of May A. D. 1862=1862-05>, the day left blank",
    "in <1812=1812>; the session of <1934=1934>; before the <1928=1928> crisis",
    "the War of <1812=1812>, an Act of <1846=1846> and, since <1913=1913>, another",
    "about the year <1835=1835> she came; he died about <1856=1856>",
    "in the year <eighteen hundred and thirty three=1833>",
    "<44 B.C.=-0044>, <A.D. 70=0070> and <1066 A.D.=1066>",
    "the stars fell (<1833=1833>)",
    "Ben Jonson, <1574=1574>.",
    "it is kept on <Lady Day=--03-25>, and at <Michaelmas 1750=1750-09-29>",
    "the roses of <May 16=--05-16>",
    "the <fourth of July=--07-04>",
    "in <fourth century before Christ=-0400/-0301> Athens, Plato (<429-347 B.C.=-0429/-0347>)",
    "<Easter Sunday, 1916=1916-04-23>, <Good Friday 1800=1800-04-11>",
    "<Whitsunday 1688=1688-06-03>, by the Julian calendar",
    "Printed in London, <MDCCLXXVI=1776>.",
    "he died in the month of <April=--04>; in <Sept=--09>",
]
PERIODS = [
    "in <1924–1927=1924/1927>, and <1917-36=1917/1936>",
    "from <3 to 5 May 1790=1790-05-03/1790-05-05>",
    "the night of <4/5 August 1914=1914-08-04/1914-08-05>",
    "on <January 4 and 5, 1974=1974-01-04/1974-01-05>",
    "on <August 20–21, 1968=1968-08-20/1968-08-21>",
    "from <May 3 to June 5, 1790=1790-05-03/1790-06-05>",
    "from <September 26, to November 1, 1913=1913-09-26/1913-11-01>",
    "from <3 May 1860 to 5 June 1861=1860-05-03/1861-06-05>",
    "<May–July 1932=1932-05/1932-07>; <December 1933 to May 1935=1933-12/1935-05>",
    "he lived from <1905 to 1907=1905/1907> abroad, and from <1869 to '91=1869/1891> at home",
    "it happened between <1905 and 1907=1905..1907>",
    "in the year <1839 or 1840=1839..1840>",
    "in the <1930s=1930/1939>, and the <early 1930s=1930..1933>",
    "in the <19th century=1801/1900>, the <first half of the nineteenth century=1801..1850>",
    "the <winter of 1934/5=1934-12..1935-02>, the <winter of 1868-69=1868-12..1869-02>",
    "the <spring of 1857=1857-03..1857-05>",
    "from <December to February 1934=1933-12/1934-02>; the Congress of <1844-5=1844/1845>",
    "<Early in 1936=1936-01..1936-04> and by the <end of May 1932=1932-05-21..1932-05-31>",
    "in <late January, 1968=1968-01-21..1968-01-31>; in <mid-1954=1954-05..1954-08>",
]


@pytest.mark.parametrize("expected", [*FULL, *PARTIAL, *PERIODS])
def test_the_words_of_a_date_are_marked_with_its_value(expected: str) -> None:
    """A date's words and W3C value are found in a sentence, and nothing else is."""
    assert marked(plain(expected)) == expected


NO_DATES = [
    "You may 5 times march 10 miles, and may 6 more.",
    "They have 1913 hectares and 1,800 centners.",
    "See p. 1862, vol. 1900 and No. 1862; line 1604, note 1711.",
    "He paid $1862, or £1500, for 1500 men and 1862 horses.",
    "The office is at 1600 Pennsylvania Avenue.",
    "April Smith and June Carter met May Dawson.",
    "May I come? March on! The august company sat.",
    "The October Revolution and its days.",
    "A Christmas pudding; a Christmas Carol.",
    "Psalm 1001, chapter 12, verse 3, section 1.1900.",
    "Room 1914 of 1914 rooms; of 1700 votes; by 1800 francs.",
    "the first, the 2nd, and a third; 3:16; 12.5.",
    "On 31 June and 30 February nothing happens.",
    "in the third month of the war; 6 months old",
    "the Easter Rising, at the MIX, by MCD; fifteen hundred years before; 1600l. a year",
    "He sat in mar and in dec; Sun\n\nMon",
    "In his early 30s, in her 40s; Letter 1701, Ps. 1611.",
    "Richard III, Louis XIV and Henry the Eighth.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_and_names_that_are_no_dates_stay_unmarked(text: str) -> None:
    """Quantities, references, verbs, persons and impossible dates are left alone."""
    assert marked(text) == text


def test_about_is_told_apart_from_the_value() -> None:
    """A date after "about" has its value and a low precision; a plain one has no precision."""
    about, plain = dates("He was born about 1850 and died in 1907.")
    assert about.attributes == {"when": "1850", "precision": "low"}
    assert plain.attributes == {"when": "1907"}


def test_every_span_names_its_annotator() -> None:
    """A span says who made it."""
    assert {span.annotator for span in dates("On 5 May 1862, at 5 p.m., he left.")} == {"dates"}
