"""Parts of letters: datelines, addresses, salutations, farewells, signatures, postscripts.

TEI Guidelines, section 4.2.2 (openers and closers).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teikit.encode.model import Block
from teikit.encode.structure.paragraphs import Line, Paragraph

_TITLE = r"(?:sirs?|madam|gentlemen|messieurs|monsieur|madame|mein herr|signore?|friends?)"
_SALUTE = re.compile(
    r"[_\"“'‘]*(?:(?:(?:my|our|most|and|very|ever|much|o|mein[er]?|mon|ma) ){0,3}"
    r"(?:dear|dearest|honou?red|beloved|respected|esteemed|lieber?|liebste[rs]?|ch[eè]re?|caro|"
    r"cara|querid[oa]|geehrte[rs]?|verehrte[rs]?)\b[^.!?\n]{0,60}[,:!.—–-]*"
    rf"|(?:dear |honou?red |worthy )?{_TITLE}[,:.!—–-]*|ladies and gentlemen[,:.!—–-]*|"
    r"(?:muy )?(?:se[ñn]ora?(?:es)?(?: m[ií][oa])?|excelent[ií]simo se[ñn]or|"
    r"excmo\.? s(?:r\.?|e[ñn]or)|estimad[oa][^.!?\n]{0,40}|amig[oa](?: m[ií][oa])?)[,:.!—–-]+|"
    r"m(?:r|iste|adam)\.? (?:president|chairman|speaker|mayor)\b[^.!?\n]{0,40}[,:.!—–-]+)[_\"”]*",
    re.IGNORECASE,
)
_ANY_SALUTE = re.compile(r"[^\W\d_a-z][^.?\n]{0,60}(?:[,:!][.—–-]+|,|!)_?")
_RUN_IN_SALUTE = re.compile(
    r"[_\"“'‘]*(?:(?:My )?D(?:ear(?:est)?|EAR(?:EST)?) |MY DEAR |My Dear )?"
    r"(?:[^\W\d_a-z][\w.’']*\s){0,3}"
    rf"(?:(?i:{_TITLE})|[^\W\d_a-z][\w.’'-]+)\s?(?:[,.:;]?_?(?:--|—|–|:-)|:(?=\s))"
)
MONTH = (
    r"(?:jan|feb|m[aä]r|apr|ma[yi]|jun|jul|aug|sept?|o[ck]t|nov|de[cz]|janvier|f[ée]vrier|mars|"
    r"avril|juin|juillet|ao[uû]t)[a-zé]*\.?"
)
"""A month in English, French or German, in whatever letters."""
_DATE = re.compile(
    rf"\b1[0-9]\d\d\b|\b20\d\d\b|\b{MONTH} \d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th|\.)?,? "
    rf"(?:of )?{MONTH}|, {MONTH}$",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"[_\"“'‘]*(?:(?:(?:and )?believe me|(?:and )?i (?:am|remain|have the hono|subscribe|beg)|"
    r"we (?:are|remain|have the hono)|with |and am|as ever|ever|always|most |very |your?s?)\b"
    r".{0,200}|(?:sincerely|faithfully|affectionately|respectfully|truly|cordially) yours.{0,40}|"
    r"(?:in haste|farewell|adieu|gott befohlen|ihre?|deine?|euer|votre|ton|ta).{0,60}|"
    r"(?:es (?:gr[üu](?:ß|ss)t|k[üu](?:ß|ss)t|umarmt)|mit (?:\w+ )?gr[uü](?:ß|ss)(?:en)?|"
    r"mit (?:\w+ )?hochachtung|herzlichst?|hochachtungsvoll|in (?:alter|treuer|inniger)|"
    r"leben? sie wohl|recevez|agr[ée]ez|dios (?:guarde|conserve)|quedo|b\. ?l\. ?m\.|"
    r"su (?:at|af|seg)\w+|"
    r"veuillez agr|je suis|je (?:vous |t['’])embrasse|(?:tout|bien) à (?:vous|toi))\b.{0,160})",
    re.IGNORECASE | re.DOTALL,
)
_YOURS = re.compile(
    r"\b(?:yours?|servants?|se?rv?['’]?t|svt|friends?|son|daughter|brother|sister|mother|father|"
    r"regards|love|sincerely|faithfully|truly|respectfully|wishes|cousin|nephew|uncle|aunt|"
    r"esteem|ihre?|deine?|euer|votre|ton|ta|gr(?:uß|uss|üße|üsse|üßt|üsst|üßen|üssen)|herzlichst?|"
    r"hochachtung(?:svoll)?|ergebene[rs]?|dévouée?|serviteur|amie?|embrasse|amitiés|vous|toi|guarde|"
    r"servidora?|amig[oa]|afect\w+|atent[oa])\b",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-z][\w.’'-]*(?:[ ,&]+(?:[^\W\d_a-z][\w.’'-]*|von|van|v\.|de|of|the|and)){0,7}"
_SIGNATURE = re.compile(rf"[_\"“'‘(\[=]*{_NAME}[,.]?[_\"”)\]=.]*")
_SIGNED_AT_END = re.compile(
    # A space and only then a look before it: that makes the search fast.
    r"\s(?<=[,.]\s)\s*(?P<signed>[\"_]?(?:[A-Z]\. ?|[A-Z][a-z]?[A-Z'’-]+ ){0,3}[A-Z][A-Z'’-]{2,}\b"
    r"[^a-z\n]{0,3}(?:[A-Z][\w.]*[\s,]+){0,8}(?:[A-Z][\w.]*)?[_\"”.]*)\Z"
)
# “Yours, A. R.”
_INITIALS_OR_NAME = r"(?:(?:[A-Z]\. ?){1,4}|(?:[A-Z]\. ?){0,3}[^\W\d_a-z][\w’'-]+)"
_SIGNED_SHORTLY = re.compile(
    rf"[^\n]{{4,60}}?(?<=[,.])\s+(?P<signed>{_INITIALS_OR_NAME}"
    r"(?: (?:[^\W\d_a-z][\w’'-]*\.?|de|von|van)){0,3}\.?)"
)
# “Dein Karl.”
_YOURS_TRULY = re.compile(
    r"(?:(?:Your|Thy|Deine?|Ihre?|Ton|Ta|Votre)(?: [a-z]\w+){0,3})\s+"
    rf"(?P<signed>{_INITIALS_OR_NAME}\.?)"
)
_POSTSCRIPT = re.compile(r"[_\"“(\[]*(?:P\. ?S\b|N\. ?B\b|PS\b|P\. ?P\. ?S)")
_ADDRESSED = re.compile(
    r"(?:To|TO|Messrs|Gen|GEN|General|Col|COL|Maj|Capt|Lieut|Mr|Mrs|Miss|Hon|HON|Rev|Sir|His|Her|"
    r"The|An|An den|Herrn?|Monsieur)\b"
)
_LONGEST_LINE = 75
_LONGEST_DATELINE = 130
_LONGEST_FAREWELL = 300
_MOST_LINES = 5
_MOST_SIGNED = 3
# What follows a salutation in its line is text.
_FEWEST_CHARACTERS = 20


def words_of(text: str, paragraph: Paragraph) -> str:
    """The words of a paragraph, as they stand."""
    return text[paragraph.start : paragraph.end]


def is_salute(words: str, *, lenient: bool = False) -> bool:
    """Whether a line greets whom a letter is for.

    Args:
        words: the line.
        lenient: whether it is known to stand where a salutation does.
    """
    if len(words) > _LONGEST_LINE:
        return False
    if _SALUTE.fullmatch(words):
        return True
    if not lenient or (_YOURS.search(words) and not words.endswith(("--", "—", "–"))):
        return False
    return len(words.split()) < 9 and _ANY_SALUTE.fullmatch(words) is not None


def greets(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph opens with a salutation in its first line: “SIR:--I have”."""
    match = _RUN_IN_SALUTE.match(text, paragraph.start, paragraph.end)
    return (
        match is not None
        and match.end() + _FEWEST_CHARACTERS < paragraph.end
        and ("dear" in match.group().lower() or re.search(_TITLE, match.group(), re.I) is not None)
    )


def is_dateline(text: str, lines: Sequence[Line]) -> bool:
    """Whether lines say where and when a letter was written."""
    words = " ".join(text[line.start : line.end] for line in lines)
    if len(lines) > _MOST_LINES or len(words) > _LONGEST_DATELINE or not _DATE.search(words):
        return False
    small = sum(word[0].islower() for word in words.split())
    return small < 4 and "!" not in words and "?" not in words and words[0] not in "[*("


def is_address(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph says whom a letter is for, and where."""
    lines = [text[line.start : line.end] for line in paragraph.lines]
    if len(lines) > _MOST_LINES or any(len(line) > _LONGEST_LINE for line in lines):
        return False
    small = sum(word[0].islower() for line in lines for word in line.split())
    return small < 2 * len(lines) + 2 and _ADDRESSED.match(lines[0]) is not None


def is_farewell(words: str) -> bool:
    """Whether words take leave, as above a signature."""
    return (
        len(words) < _LONGEST_FAREWELL
        and _FAREWELL.fullmatch(words) is not None
        and _YOURS.search(words) is not None
    )


def is_signature(text: str, lines: Sequence[Line]) -> bool:
    """Whether lines are a name, with what the person is at most."""
    if len(lines) > _MOST_SIGNED or any(
        line.end - line.start >= _LONGEST_LINE
        or not _SIGNATURE.fullmatch(text, line.start, line.end)
        for line in lines
    ):
        return False
    return not is_farewell(" ".join(text[line.start : line.end] for line in lines))


def is_postscript(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph opens a postscript."""
    return _POSTSCRIPT.match(text, paragraph.start, paragraph.end) is not None


def lines_as(kind: str, lines: Sequence[Line]) -> list[Block]:
    """A block for each line."""
    return [Block(kind, line.start, line.end) for line in lines]


def signed_farewell(text: str, paragraph: Paragraph) -> list[Block]:
    """The blocks of a paragraph that takes leave and ends with a name; empty if it does not."""
    lines = paragraph.lines
    if paragraph.end - paragraph.start > _LONGEST_FAREWELL:
        return []
    if not _FAREWELL.match(text, paragraph.start, paragraph.end):
        return []
    in_one = list(_in_one_line(text, paragraph))
    if in_one:
        return in_one
    for first in range(len(lines) - 1, max(len(lines) - 4, 0), -1):
        if not is_signature(text, lines[first:]):
            break
        if is_farewell(text[paragraph.start : lines[first - 1].end]):
            return [
                *lines_as("farewell", lines[:first]),
                *lines_as("signed", lines[first:]),
            ]
    return []


def _in_one_line(text: str, paragraph: Paragraph) -> Iterator[Block]:
    """The blocks of “I am, Sir, your obedient servant, U. S. GRANT”."""
    if len(paragraph.lines) > 2:
        return
    match = _SIGNED_AT_END.search(text, paragraph.start, paragraph.end)
    match = match or _SIGNED_SHORTLY.fullmatch(text, paragraph.start, paragraph.end)
    match = match or _YOURS_TRULY.fullmatch(text, paragraph.start, paragraph.end)
    farewell = text[paragraph.start : match.start("signed")].rstrip() if match else ""
    if match and is_farewell(farewell):
        yield Block("farewell", paragraph.start, paragraph.start + len(farewell))
        yield Block("signed", match.start("signed"), paragraph.end)
