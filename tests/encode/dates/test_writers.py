"""Dates as clerks, Friends, diarists, letter writers and historians write them."""

from __future__ import annotations

import pytest

from encode.dates.marking import dates, marked, plain

CLERKS = [
    "the <xij day of Maye, 1549=1549-05-12>, and the <xxvith of Aprill 1548=1548-04-26>",
    "the <last day of June 1540=1540-06-30>, the <last of February 1600=1600-02-29>",
    "he was buried <24th March 1714-15=1715-03-24> at Ely",
    "from <3 March 1790=1790-03-03>-4 in the ledger",
    "<Septembre the 4th, 1643=1643-09-04>, the Kinge came",
    "between the <3rd and the 9th of June, 1801=1801-06-03..1801-06-09>",
    "between <3 June and 9 July 1801=1801-06-03..1801-07-09>",
    "Smith (b. <1640=1640>, d. <1702=1702>), and Jones, born <1650=1650>",
    "in the <1880'es=1880/1889>, and on <31.12.1899=1899-12-31>",
    "<1839 or 1840=1839..1840> was the year",
    "DIN 1505-2 says so",
    "<10ber 3d, 1701=1701-12-03>; <25 Mart. 1649=1649-03-25>; this present yeare <1600=1600>",
    "<10/20 June 1625=1625-06-20>, <5/17 May 1845=1845-05-17>, in the old style and the new",
    "<Lord's day. 12 Aug. 1660=1660-08-12>; <5 Novembris 1605=1605-11-05>, <Feb. ye 3d, 1699/1700"
    "=1700-02-03>, at London this <XXth. of September 1599=1599-09-20>, anno <1588=1588>",
    "<Oct. 3, 4, and 5, 1862=1862-10-03/1862-10-05>; <Oct./Nov. 1917=1917-10/1917-11>; in the year"
    " of grace <1300=1300>; the <1st half of 1862=1862-01..1862-06>",
    "the <Tuesday next after Michaelmas, 1594=1594-10-01>, the <Saturday before Easter 1788"
    "=1788-03-22>; the Tuesday next after the fair",
    "between the <1st day of May, 1860, and the 16th day of April, 1862=1860-05-01..1862-04-16>",
    "<Mond. 4 Sept. 1665=1665-09-04>. Up betimes; about 1900 houses, but about <1900=1900>",
    "Written _<May 5=1862-05-05>_, _<Sunday, 1 June 1862=1862-06-01>_",
]
HISTORIES = [
    "in the years <1906 to 1909=1906/1909>; the <1861 to 1899=1861/1899> volumes",
    "between <1949 and mid-1951=1949..1951-08> the office moved",
    "in FY <1962=1962> and fiscal year <1950=1950>",
    "By <1900=1900> there was peace.",
    "the <18th and 19th centuries=1701/1900>",
    "the <late nineteenth and early twentieth centuries=1868..1934>",
    "the <third quarter of 1950=1950-07..1950-09>",
    "the <last quarter of the 18th century=1776..1800>",
    "the <closing years of the nineteenth century=1868..1900>",
    "the <latter half of 1848=1848-07..1848-12>; the <early months of 1778=1778-01..1778-04>",
    "the <latter part of April 1846=1846-04-21..1846-04-30>",
    "the <eighteen-twenties=1820/1829> and the spirit of <'76=>",
    "He went in <1942=1942>. Then, <that autumn=1942-09..1942-11>, the leaves that fall were wet.",
    "He went in <1942=1942>, and in the <winter of the same year=1942-01..1943-02> he fell.",
    "from <June till September=--06/--09>",
    "between <April 5, 1860, and May 6, 1862=1860-04-05..1862-05-06>",
    "Adams (No. 1091, <September 27, 1864=1864-09-27>) saw Seward's <1862=1862> volume and its"
    " <1955=1955> edition, its 1955 men and his 1500 acres",
    "from the <late 18th to the mid-19th century=1768..1867>",
    "on <4, 5 and 6 June 1862=1862-06-04/1862-06-06>; in <May=1961-05>, <June=1961-06>, and"
    " <July 1961=1961-07>",
]
ANNALS = [
    "<1558=1558>. Queen Elizabeth came to the throne.\n\n<1559=1559>: A frost.\n\n1800 sacks.",
    "the <1860s and '70s=1860/1879>, b. <1375=1375>, fl. <1320=1320>",
    "Taken the <xiith day of March Anno Dni 1634=1634-03-12>; upon <Friday the vijth of this"
    " instant March=1634-03-07> he came",
]
FRIENDS = [
    "<3rd of 11mo=--11-03> I went.",
    "<3mo 1st 1803=1803-03-01> clear",
    "<8 month 10th day 1775=1775-08-10> hot",
    "<first day 5th=---05> at meeting",
    "<3d mo. 9=--03-09>. Mended fence.",
    "the <4th & 5th of 6th month 1790=1790-06-04/1790-06-05> was yearly meeting",
    "On <First-day=> we were at Newport, on the first day of the siege.",
    "<2nd day of the week 14 of 3d month 1785=1785-03-14> plowed",
    "a 6 month 10 day leave",
    "<22d. of 11 mo. 1770=1770-11-22>, <12 mo 3 d: 1780=1780-12-03> and <2 d of 3 mo 1771"
    "=1771-03-02>; a groat and 3 d of his money",
    "<5th mo. 6th & 7th=1761-05-06/1761-05-07>, the <21st of the Fifth-month, 1761=1761-05-21>",
    "<22nd 5/mo 1801=1801-05-22>, <8/mo 30th 1801=1801-08-30>, <28 9/mo=1801-09-28>; 5/8 of it",
    "<25th 7th day=---25>. Rode on, and on <4th day=> morning reached it, the 4th day out.",
    "On <fourth-day=> we crossed; <third day, 16th 10th mo 1792=1792-10-16>",
    "in the <beginning of the third month 1762=1762-03-01..1762-03-10>, not the end of the third"
    " month of the siege",
]
LETTERS = [
    "In <1863=1863> he was young; in <May of '67=1867-05> and the <winter of '68=1868-01..1869-02>"
    " he hunted.",
    "Sent on <Monday, 5 May 1862=1862-05-05>, as I said <last Tuesday=1862-04-29>; I come"
    " <Friday week=1862-05-16> or <Friday se'nnight=1862-05-16>.",
    "The <5th of May 1862=1862-05-05>. By the <20th of this month=1862-05-20> I hope; yours of the"
    " <28th of last month=1862-04-28> came.",
    "the <3d of May 1846=1846-05-03>, and the <10th of the same month=1846-05-10>",
    "Married, <May 11=--05-11>, Ann Roe. Died, on the <7th inst=--05-07>., Mrs. Pyke.",
    # nothing to count from
    "See me next Sunday.",
    "<Tuesday night, April 3d, 1855=1855-04-03>. Rain.",
]
FEASTS = [
    "a tree as bare as <Christmas=--12-25>; the Christmas tree; a merry Christmas, Sir",
    "He will spend <Christmas=--12-25> and <Easter=> with me.",
    "one of those rare <November=--11> days; in a June evening; the May Day holiday",
    "One <December=--12> morning he rode out.",
    "<Xmas Day, 1851=1851-12-25>; on <May-day, 1811=1811-05-01>",
]


@pytest.mark.parametrize("expected", [*CLERKS, *HISTORIES, *ANNALS, *FRIENDS, *LETTERS, *FEASTS])
def test_dates_as_they_are_written(expected: str) -> None:
    """Each writer's forms are marked with their value, and what only looks like them is not."""
    assert marked(plain(expected)) == expected


def test_the_present_century_is_that_of_the_document() -> None:
    """“The present century” has the years of the document's century, and no guess without it."""
    text = "Early in the present century there lived two; <this century=1801/1900>"
    (early, this) = dates(plain(text), year=1832)
    assert early.attributes == {"notBefore": "1801", "notAfter": "1834"}
    assert this.attributes == {"from": "1801", "to": "1900"}
    assert [span.attributes for span in dates(plain(text))] == [{}, {}]


def test_a_month_of_that_year() -> None:
    """The words “of that year” belong to the date, whose year is that of the narrative."""
    expected = (
        "In <1821=1821> he came; in <March of that year=1821-03> he left, on <May 3 of the same"
        " year=1821-05-03>, and the <1827=1827> poems followed, but not the 1640 votes."
    )
    assert marked(plain(expected)) == expected
