"""The annotator of dates and times."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from teikit.encode.dates.blanks import blank_years, joined
from teikit.encode.dates.context import resolve
from teikit.encode.dates.days import lone_days
from teikit.encode.dates.following import following_dates
from teikit.encode.dates.lexicon import lexicon_for
from teikit.encode.dates.marking import span_of
from teikit.encode.dates.mention import Mention
from teikit.encode.dates.recognise import find_mentions
from teikit.encode.dates.reigns import regnal_years
from teikit.encode.dates.republican import republican_dates
from teikit.encode.dates.roman import roman_days
from teikit.encode.dates.times import find_times
from teikit.encode.model import Block, Document, Span


class DateAnnotator:
    """Marks dates (``date``) and times of day (``time``), TEI Guidelines 3.6.4.

    Into the element go, by editors' habit, the words that give the value, from the weekday to the
    year, with "early in" and "A.D." but without "about", "before", "since" or "the year". Values
    are in W3C form (``att.datable.w3c``):

    - "4th of July, 1776", "May 1932", "1812": ``when`` at the precision of the words; "16 Feb.
      1688/9" has the second year; "44 B.C." is ``-0044``; "about 1850" has
      ``precision="low"`` besides;
    - "1924–1927", "3 to 5 May 1790", "the 1930s", "the 19th century": ``from`` and ``to``;
    - "between 1905 and 1907", "1839 or 1840", seasons, "early in 1936" (its first four months),
      "late May 1932" (from the 21st): ``notBefore`` and ``notAfter``;
    - dates that lack their year or month take it from their context, with a certainty that is
      seldom high (see ``context``); where there is none they keep what they have (``--11-13``);
    - "the next morning", "two years later", "on the 14th" and, in a letter, "your letter of the
      2nd" count from a date before them or from the dateline, and are no dates where there is none;
    - "18—" and regnal years ("33 Geo. III") are stretches between ``notBefore`` and ``notAfter``;
    - in Latin, days of the Roman calendar ("a.d. III Kal. Mai.");
    - "3/4/1862" has a value only where other dates of the text show the order.

    Months by number ("3rd month 1790", from March before 1752) are read as the Society of Friends
    wrote them. Dates of the French Republican calendar have ``calendar`` and the Gregorian date;
    nothing else is converted from one calendar to another.
    """

    name = "dates"

    def annotate(self, document: Document) -> Iterator[Span]:
        """The dates and times of a document.

        Args:
            document: its blocks are read one by one; a text without blocks is read as one.

        Yields:
            Spans of the kinds ``date`` and ``time`` without overlaps.
        """
        lexicon = lexicon_for(document.language)
        events: set[int] = set()
        blocks = document.blocks or [Block("p", 0, len(document.text))]
        found = list(find_mentions(document.text, blocks, lexicon, events))
        english = document.language.lower().startswith("en")
        mentions = sorted(resolve(document, found, events), key=lambda mention: mention.start)
        if english:
            mentions = _with_years(document.text, blocks, mentions)
            counted = [*following_dates(document.text, blocks, mentions)]
            mentions = sorted([*mentions, *counted], key=lambda mention: mention.start)
            mentions += [*lone_days(document.text, blocks, mentions)]
        elif document.language.lower().startswith("la"):
            mentions = _without_overlaps(mentions, roman_days(document.text, blocks))
        if english or document.language.lower().startswith("fr"):
            mentions = _without_overlaps(mentions, republican_dates(document.text, blocks))
        dates = [span_of(mention, self.name) for mention in mentions]
        yield from dates
        if english:
            starts = {span.start: span for span in dates}
            yield from self._times(document, blocks, sorted(starts), starts)

    def _times(
        self,
        document: Document,
        blocks: Sequence[Block],
        starts: Sequence[int],
        dates: Mapping[int, Span],
    ) -> Iterator[Span]:
        """The times of day that do not overlap a date."""
        for time in find_times(document.text, blocks, self.name):
            before = bisect_left(starts, time.end) - 1
            if before < 0 or dates[starts[before]].end <= time.start:
                yield time


def _with_years(text: str, blocks: Sequence[Block], mentions: Sequence[Mention]) -> list[Mention]:
    """Dates together with years that are withheld or count from a reign."""
    blanks = list(blank_years(text, blocks))
    return _without_overlaps(joined(text, mentions, blanks), regnal_years(text, blocks))


def _without_overlaps(mentions: Sequence[Mention], others: Iterable[Mention]) -> list[Mention]:
    """All of them in order; where two overlap, the longer one."""
    kept: list[Mention] = []
    for mention in sorted([*mentions, *others], key=lambda mention: mention.start):
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start <= kept[-1].end - kept[-1].start:
                continue
            kept.pop()
        kept.append(mention)
    return kept
