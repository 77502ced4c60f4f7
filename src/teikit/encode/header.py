"""The ``<teiHeader>``: what was encoded, from what, how, and under which terms.

TEI Guidelines, chapter 2. What is not known is said to be unknown, never made up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from teikit import __version__
from teikit.encode.annotators import RULES
from teikit.encode.metadata import Metadata
from teikit.encode.model import Span
from teikit.encode.vocabulary import CALENDARS
from teikit.tei import NSMAP, XML_ID, tei
from teikit.text.source import Source

_CREATIVE_COMMONS = re.compile(r"CC[- ](BY(?:[- ](?:NC|ND|SA))*)(?:[- ](\d\.\d))?", re.IGNORECASE)
_CC_ZERO = re.compile(r"CC-?0(?:[- ]1\.0)?", re.IGNORECASE)
_MOST_REPLACEMENTS = 100

_RENDITIONS = {"caps": "text-transform: uppercase;"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the conversion did, for the header to say.

    Attributes:
        apparatus: texts of the source's site that are not in the body.
        spans: all that were woven.
        notes: where the notes went: ``inline`` or ``end``.
        annotators: names of the annotators that ran; None where marks were read from a file.
        language_detected: whether the language was told from the words.
    """

    apparatus: Sequence[str]
    spans: Sequence[Span]
    notes: str
    annotators: Sequence[str] | None
    language_detected: bool


def header(source: Source, metadata: Metadata, facts: Facts) -> etree._Element:
    """Build the header.

    Args:
        source: what was read.
        metadata: what is known of the text; ``title`` and ``language`` are set.
        facts: what was done.
    """
    root = etree.Element(tei("teiHeader"), nsmap=NSMAP)
    _file_description(root, source, metadata, facts)
    _encoding_description(root, source, facts)
    profile = _add(root, "profileDesc")
    if metadata.source_date:
        _add(_add(profile, "creation"), "date", metadata.source_date, when=metadata.source_date)
    usage = _add(profile, "langUsage")
    known = "told from its words" if facts.language_detected else "as stated"
    note = "not known" if metadata.language == "und" else known
    _add(usage, "language", f"Main language of the text ({note})", ident=metadata.language)
    used = {span.attributes.get("calendar", "") for span in facts.spans}
    calendars = [name for name in sorted(CALENDARS) if f"#{name}" in used]
    if calendars:
        description = _add(profile, "calendarDesc")
        for name in calendars:
            calendar = _add(description, "calendar")
            calendar.set(XML_ID, name)
            _add(calendar, "p", CALENDARS[name])
    change = _add(_add(root, "revisionDesc"), "change", who="#teikit")
    change.text = f"Encoded from plain text by teikit {__version__}."
    if metadata.date:
        change.set("when", metadata.date)
    etree.indent(root)
    return root


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, tei(name), attributes)
    if text:
        element.text = text
    return element


def _file_description(
    root: etree._Element, source: Source, metadata: Metadata, facts: Facts
) -> None:
    description = _add(root, "fileDesc")
    title = _add(description, "titleStmt")
    _add(title, "title", metadata.title)
    for author in metadata.author:
        _add(title, "author", author)
    for editor in metadata.editor:
        _add(title, "editor", editor)
    statement = _add(title, "respStmt")
    _add(statement, "resp", "automatic encoding")
    _add(statement, "name", "teikit", type="software")
    _publication(_add(description, "publicationStmt"), metadata)
    _source(_add(description, "sourceDesc"), source, metadata, facts)


def _publication(statement: etree._Element, metadata: Metadata) -> None:
    if metadata.publisher:
        _add(statement, "publisher", metadata.publisher)
    else:
        _add(statement, "authority", "Not stated")
    if metadata.date:
        _add(statement, "date", metadata.date, when=metadata.date)
    availability = _add(statement, "availability")
    if not metadata.licence:
        availability.set("status", "unknown")
        _add(availability, "p", "No licence was stated.")
        return
    name, target = _licence(metadata.licence)
    licence = _add(availability, "licence", name)
    if target:
        licence.set("target", target)


def _licence(stated: str) -> tuple[str, str]:
    """Name and URL of a licence from its URL, its SPDX name, or neither."""
    if re.fullmatch(r"https?://\S+", stated):
        return stated, stated
    if _CC_ZERO.fullmatch(stated):
        return stated, "https://creativecommons.org/publicdomain/zero/1.0/"
    match = _CREATIVE_COMMONS.fullmatch(stated)
    if match:
        terms = match[1].lower().replace(" ", "-")
        return stated, f"https://creativecommons.org/licenses/{terms}/{match[2] or '4.0'}/"
    return stated, ""


def _source(description: etree._Element, source: Source, metadata: Metadata, facts: Facts) -> None:
    bibl = _add(description, "bibl")
    _add(bibl, "title", metadata.title)
    for author in metadata.author:
        _add(bibl, "author", author)
    if metadata.source_date:
        _add(bibl, "date", metadata.source_date, when=metadata.source_date)
    if re.fullmatch(r"https?://\S+", metadata.source):
        _add(bibl, "ref", metadata.source, target=metadata.source)
    elif metadata.source:
        _add(bibl, "note", metadata.source, type="source")
    _add(bibl, "idno", source.name, type="filename")
    _add(bibl, "idno", source.sha256, type="SHA-256")
    _add(
        _add(bibl, "extent"), "measure", f"{source.size} bytes",
        unit="byte", quantity=str(source.size),
    )  # fmt: skip
    guessed = " (inferred from its bytes)" if source.encoding_guessed else ""
    _add(bibl, "note", f"Plain text in {source.encoding}{guessed}.", type="format")
    for words in facts.apparatus:
        _add(bibl, "note", words, type="apparatus")


def _encoding_description(root: etree._Element, source: Source, facts: Facts) -> None:
    description = _add(root, "encodingDesc")
    declaration = _add(description, "editorialDecl")
    for name, sentence in _principles(source, facts):
        element = _add(declaration, name)
        _add(element, "p", sentence)
        if name == "quotation":
            element.set("marks", "all")
    used = sorted(
        {
            span.attributes["rendition"].lstrip("#")
            for span in facts.spans
            if span.kind == "hi" and "rendition" in span.attributes
        }
    )
    if used:
        tags = _add(description, "tagsDecl")
        for name in used:
            rendition = _add(tags, "rendition", _RENDITIONS[name], scheme="css")
            rendition.set(XML_ID, name)
    application = _add(_add(description, "appInfo"), "application", ident="teikit")
    application.set("version", __version__)
    application.set(XML_ID, "teikit")
    _add(application, "label", "teikit")
    _add(application, "p", _marked(facts))


_OTHER_MARKS = re.compile("equals-signs|asterisks|tildes|underscore-")
_TYPOGRAPHY = frozenset({"hi", "stage", "pb", "fw", "figure", "lb"})

# What the text's characters became, as a sentence, and whether that occurs.
_LAYOUT: tuple[tuple[str, Callable[[Sequence[Span]], bool]], ...] = (
    (
        "Each note with a number stands where its marker stood; the marker is the value of @n in "
        "brackets.",
        lambda spans: any(s.kind == "note" and "target" in s.attributes for s in spans),
    ),
    (
        "Words between underscores have “underscores” in @rend, without the underscores.",
        lambda spans: any("underscores" in s.attributes.get("rend", "") for s in spans),
    ),
    (
        "Words between “=”, “*”, “**” or “~” have “equals-signs”, “asterisks”, “double-asterisks” "
        "or “tildes” in @rend, without those marks; “underscore-before” and “underscore-after” "
        "stand for a single one.",
        lambda spans: any(_OTHER_MARKS.search(s.attributes.get("rend", "")) for s in spans),
    ),
    (
        "A figure stands for a tag in brackets, whose word is the value of @rend.",
        lambda spans: any(s.kind == "figure" for s in spans),
    ),
)


def _hyphenation(spans: Sequence[Span]) -> str:
    if not any(span.kind == "lb" and "break" in span.attributes for span in spans):
        return "Hyphens at line ends are kept as they are."
    return (
        "Hyphens at line ends are kept, with <lb> after them: its @break is “no”, or “maybe” where "
        "nothing tells whether the hyphen is part of the word; one that is not stands in "
        "<pc force=“weak”>."
    )


def _principles(source: Source, facts: Facts) -> Iterable[tuple[str, str]]:
    """Editorial principles as pairs of an element of ``<editorialDecl>`` and a sentence."""
    yield "correction", "The text was not corrected." + _replacements(source)
    yield "normalization", "Spelling, punctuation and line ends are those of the source."
    yield "quotation", "Quotation marks are kept as characters of the text."
    yield "hyphenation", _hyphenation(facts.spans)
    layout = [sentence for sentence, shown in _LAYOUT if shown(facts.spans)]
    if layout:
        yield "segmentation", " ".join(layout)
    if facts.annotators is None:
        yield "interpretation", "Names and dates are those of a file of reviewed marks."
    elif facts.annotators:
        yield (
            "interpretation",
            f"Names and dates were marked by {_means(facts.annotators)}, without review. Where a "
            "mark is not sure, @cert says so.",
        )


def _means(annotators: Sequence[str]) -> str:
    return "rules" if RULES.issuperset(annotators) else "programs"


def _replacements(source: Source) -> str:
    """A sentence for each kind of character that XML cannot hold."""
    if not source.replacements:
        return ""
    places: dict[tuple[str, str], list[str]] = {}
    for replacement in source.replacements[:_MOST_REPLACEMENTS]:
        place = source.place(replacement.offset).rsplit(":", 2)
        places.setdefault((replacement.found, replacement.shown), []).append(":".join(place[1:]))
    counts = Counter((r.found, r.shown) for r in source.replacements)
    sentences = [
        f" {found} is shown as {shown} ({counts[found, shown]} times; line:column "
        f"{', '.join(places.get((found, shown), ['further on']))})."
        for found, shown in sorted(counts)
    ]
    return " Characters that XML cannot hold were replaced." + "".join(sentences)


def _marked(facts: Facts) -> str:
    counts = Counter(span.kind for span in facts.spans if span.kind not in _TYPOGRAPHY)
    what = [f"{counts[kind]} {kind}" for kind in sorted(counts)]
    by = "those of a file" if facts.annotators is None else ", ".join(facts.annotators) or "none"
    return f"Annotators: {by}. Marked: {', '.join(what) or 'nothing'}."
