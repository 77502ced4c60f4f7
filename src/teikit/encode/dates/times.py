"""Times of day: "10 o'clock A. M.", "half past five in the morning", "5.30 p.m.", "17:45"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teikit.encode.dates.hints import stretches
from teikit.encode.dates.numbers import read_number_words
from teikit.encode.model import Block, Span

_HOUR = r"1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_GAP = r"[\s-]{1,6}"
_HALF = r"(?<!\w)(?<!I\s)[aApP]"
_HALF_DAY = rf"\b(?:(?<={_HALF}.)|(?<={_HALF}[.\s].)|(?<={_HALF}\.\s.))"
# What a block with a time of day has in it; it spares the costlier pattern most blocks.
# Each form is looked for by a rare letter in it and the letters before are looked at afterwards
# ("in the ev-ening" by the v). The search is three times as fast, as long as every alternative
# begins with a plain letter and not with a class.
_HINT = re.compile(
    r"k(?<=clock)|K(?<=CLOCK)|:[0-5]\d|f(?<=half)[\s-]|quarter\s|g(?<=at\snig)ht"
    r"|m(?<=in\sthe\sm)orning|f(?:(?<=in\sthe\sf)orenoon|(?<=in\sthe\saf)ternoon)"
    r"|v(?<=in\sthe\sev)ening"
    rf"|m{_HALF_DAY}|M{_HALF_DAY}"
)
_TIME = re.compile(
    r"\b(?:"
    r"(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)(?::(?P<s24>[0-5]\d))?(?![\d:])"
    rf"|(?:(?P<part>half|a{_GAP}quarter|quarter){_GAP}(?P<side>past|after|to|before){_GAP})?"
    rf"(?P<hour>{_HOUR})(?:[.:](?P<minute>[0-5]\d))?"
    r"(?P<clock>\s{0,6}o['’]\s?clock)?"
    r")"
    r"(?:,?\s{0,6}(?:(?P<am>a\.?\s?m\b\.?|in\sthe\s(?:morning|forenoon))"
    r"|(?P<pm>p\.?\s?m\b\.?|in\sthe\s(?:afternoon|evening)|at\snight)))?",
    re.IGNORECASE,
)

# Chapter and verse: a book of the Bible, or its abbreviation, before the numbers.
_SCRIPTURE = re.compile(
    r"\b(?:Gen|Ex|Lev|Num|Deut|Josh|Judg|Ruth|Sam|Kings|Chron|Ezra|Neh|Esth|Job|Ps|Prov|Eccl|Cant"
    r"|Isa|Jer|Lam|Ezek|Dan|Hos|Joel|Amos|Obad|Jon|Mic|Nah|Hab|Zeph|Hag|Zech|Mal|Matt?|Mark|Luke"
    r"|John|Acts|Rom|Cor|Gal|Eph|Phil|Col|Thess|Tim|Tit|Heb|Jas|James|Pet|Jude|Rev|Tob|Wisd|Macc)"
    r"[a-z]*\.?\s{1,3}\Z"
)
_BOOK_LENGTH = 20


def find_times(text: str, blocks: Sequence[Block], annotator: str) -> Iterator[Span]:
    """The times of day in the blocks of a text, in order.

    ``@when`` is ``hh:mm:ss`` (``xs:time``) where the half of the day is said; "ten o'clock" alone
    has none. A number alone is a time only with "o'clock", "a.m." or the like.

    Args:
        text: the whole text.
        blocks: in the order of the text.
        annotator: the name for the spans.
    """
    for _, start, end in stretches(_HINT, text, blocks):
        yield from _find_times(text, start, end, annotator)


def _find_times(text: str, start: int, end: int, annotator: str) -> Iterator[Span]:
    for match in _TIME.finditer(text, start, end):
        half_day = match["am"] or match["pm"]
        if match["h24"]:
            hour, minute = int(match["h24"]), int(match["m24"])
            if match["m24"] and not half_day and len(match["h24"]) == 1 and not match["s24"]:
                continue  # "3:16" is as likely chapter and verse
            if _SCRIPTURE.search(text, max(start, match.start() - _BOOK_LENGTH), match.start()):
                continue
        elif match["clock"] or match["part"] or half_day:
            hour, minute = _hour_and_minute(match)
        else:
            continue
        yield _span(match, hour, minute, annotator)


def _hour_and_minute(match: re.Match[str]) -> tuple[int, int]:
    word = match["hour"]
    number = None if word.isdecimal() else read_number_words(word)
    hour = number[0] if number else int(word)
    minutes = {"half": 30, None: int(match["minute"] or 0)}.get(match["part"], 15)
    if match["side"] and match["side"].lower() in ("to", "before"):
        return (hour - 1) or 12, 60 - minutes
    return hour, minutes


def _span(match: re.Match[str], hour: int, minute: int, annotator: str) -> Span:
    attributes: dict[str, str] = {}
    second = int(match["s24"] or 0)
    if match["am"] or match["pm"]:
        if 1 <= hour <= 12:
            hour = hour % 12 + (12 if match["pm"] and not _is_small_hour(match, hour) else 0)
        attributes["when"] = f"{hour:02d}:{minute:02d}:{second:02d}"
    elif match["h24"]:
        attributes["when"] = f"{hour:02d}:{minute:02d}:{second:02d}"
    evidence = "" if attributes else "half of the day not said"
    return Span(match.start(), match.end(), "time", attributes, "high", evidence, annotator)


def _is_small_hour(match: re.Match[str], hour: int) -> bool:
    """Whether "at night" means the hours after midnight."""
    return "night" in (match["pm"] or "").lower() and (hour < 6 or hour == 12)
