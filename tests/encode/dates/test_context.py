"""What a date takes from the dates around it, and how sure that is."""

from __future__ import annotations

import pytest

from encode.dates.marking import dates, marked, plain, value
from teikit.encode.dates import DateAnnotator
from teikit.encode.model import Block, Document

RESOLVED = [
    # the year of the narrative
    "In <August 1935=1935-08> it began; by <November 13=1935-11-13> it was over.",
    "<April 1935=1935-04> was cold.\n\nIn <May=1935-05> came the pact.",
    # dates that look back, ahead or aside do not move it
    "In <May 1934=1934-05> he spoke. Ever since <1923=1923> he had;"
    " on <June 3=1934-06-03> he fell.",
    "In <May 1974=1974-05> the <June 1967=1967-06> lines stood; on <May 9=1974-05-09> they fell.",
    # over the end of a year
    "In <December 1933=1933-12> he left, and on <January 4=1934-01-04> he was back.",
    # the year at the end of a list
    "<September 24=1935-09-24>, <October 23=1935-10-23> and <May 1, 1935=1935-05-01>",
    # relative words
    "<5 March 1862=1862-03-05>. Yours of the <28th ult=1862-02-28>. and <3d inst=1862-03-03>. came;"
    " I shall come on the <2d prox=1862-04-02>.",
    "On <May 6, 1862=1862-05-06>: sold in <October last=1861-10>, seen last <April=1862-04>.",
    "On <June 6, 1862=1862-06-06>: ill since the <22nd of last March=1862-03-22>.",
    "In <January 1935=1935-01> bread was free. In <that same January=1935-01> came more.",
    "In <January 1934=1934-01> he signed. In <that same winter=1933-12..1934-02> it froze.",
    # feasts that move with Easter
    "In <1862=1862> he came at <Easter=1862-04-20>.",
    "On <5 May 1862=1862-05-05> he wrote: since last <Christmas=1861-12-25> I was ill, as last"
    " <Easter=1862-04-20>; I hope for next <Easter=1863-04-05>.",
    # centuries
    "In <1770=1770> he came; on <July 4th, '76=1776-07-04> he left,"
    " and in the <'90s=1790/1799> died.",
    # order of figures
    "<23/1/2021=2021-01-23>, then <3/4/2021=2021-04-03>",
    "<1/23/2021=2021-01-23>, then <3/4/2021=2021-03-04>",
    "<3/4/2021=> alone",
    # diaries
    "<Monday, 3 May 1790=1790-05-03>\n\n<Tuesday 4th=1790-05-04>\n\nRode out.\n\n"
    "<6th=1790-05-06>. At home.\n\n<Friday=1790-05-07>\n\nRain.",
    "<Monday May 31st 1790=1790-05-31>\n\n<Tuesday 1=1790-06-01>\n\nAt home.",
]


@pytest.mark.parametrize("expected", RESOLVED)
def test_gaps_are_filled_from_context(expected: str) -> None:
    """A date without its year, month or century gets the one that a reader would give it."""
    text = plain(expected)
    assert marked(text) == expected


def test_this_month_is_that_of_the_letter() -> None:
    """“Inst.” counts from the dateline, not from a date that the letter speaks of."""
    text = "York, 3 August 1887\n\nYours of 29 June 1887 came. I sail on the 12th inst."
    end = text.index("\n")
    blocks = [Block("dateline", 0, end), Block("p", end + 2, len(text))]
    found = sorted(DateAnnotator().annotate(Document(text, blocks)), key=lambda span: span.start)
    assert value(found[-1]) == "1887-08-12"


def test_a_filled_year_is_less_certain_and_says_why() -> None:
    """Certainty drops for a year from the context, and the evidence tells where it is from."""
    said, filled = dates("In August 1935 it began; on November 13 it ended.")
    assert (said.certainty, said.evidence) == ("high", "")
    assert (filled.certainty, filled.evidence) == ("medium", "year of the narrative")


def test_a_weekday_confirms_or_corrects_the_year() -> None:
    """A weekday that agrees makes the year certain; one that does not makes it doubtful."""
    _, agrees = dates("In May 1862 he wrote; on Monday, June 2, he left.")
    _, differs = dates("In May 1862 he wrote; on Friday, June 2, he left.")
    assert (value(agrees), agrees.certainty) == ("1862-06-02", "high")
    assert differs.certainty == "low"


def test_a_weekday_before_1753_may_be_julian() -> None:
    """The weekday of an English date before 1753 is checked in the Julian calendar too."""
    (julian,) = dates("On Thursday, 14 June 1688, they met.")
    assert julian.certainty == "high"


def test_the_year_of_the_document_comes_after_that_of_the_narrative() -> None:
    """The metadata's year serves where the text has none; without either, the day is kept."""
    assert marked("Seen July 26.", year=1862) == "Seen <July 26=1862-07-26>."
    assert marked("Seen July 26.") == "Seen <July 26=--07-26>."
    assert marked("In 1851 and on July 26.", year=1862).endswith("<July 26=1851-07-26>.")


def test_a_month_that_names_an_event_is_no_date_alone() -> None:
    """Where a text speaks of the October Revolution, "to October" is the event."""
    text = "The October Revolution was his. Much was owed to the part he played in October."
    assert dates(text) == []


def test_a_note_goes_on_from_its_call() -> None:
    """A date in a note takes the year of the passage that calls the note, not of the text's end."""
    body = "In May 1934 it began. [1] In June 1936 it ended. [2]"
    first, second = "[1] Pravda, July 1.", "[2] Pravda, July 1."
    text = f"{body}\n\n{first}\n\n{second}"
    starts = [text.index(first) + 4, text.index(second) + 4]
    blocks = [Block("p", 0, len(body))] + [
        Block("note", start, start + 15, {"n": str(number)})
        for number, start in enumerate(starts, 1)
    ]
    found = {span.start: value(span) for span in DateAnnotator().annotate(Document(text, blocks))}
    assert found[starts[0] + 8] == "1934-07-01"
    assert found[starts[1] + 8] == "1936-07-01"


def test_the_year_of_the_narrative_wears_off() -> None:
    """A year is doubtful after pages without one, and then no longer taken."""
    pages = "He walked and he talked. " * 200
    near, far = (
        dates(f"In 1862 he left. {pages} On May 3 he came.")[1:],
        dates(f"In 1862 he left. {pages * 5} On May 3 he came.")[1:],
    )
    assert [(value(span), span.certainty) for span in near] == [("1862-05-03", "low")]
    assert [value(span) for span in far] == ["--05-03"]


def test_a_date_does_not_cross_a_paragraph() -> None:
    """Words of a date in two blocks are two dates, or none."""
    assert marked("He came in May\n\n1862") == "He came in <May=--05>\n\n<1862=1862>"
