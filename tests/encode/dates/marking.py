"""Dates written into their sentence, so that a test's table reads like the text it marks."""

from __future__ import annotations

from teikit.encode.dates import DateAnnotator
from teikit.encode.model import Block, Document, Span


def dates(text: str, *, language: str = "en", year: int | None = None) -> list[Span]:
    """The spans of a text whose paragraphs are parted by blank lines, in order."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("p", at, at + len(paragraph)))
        at += len(paragraph) + 2
    spans = DateAnnotator().annotate(Document(text, blocks, language, year))
    return sorted(spans, key=lambda span: span.start)


def value(span: Span) -> str:
    """A span's value: ``1862``, ``1862/1864`` (from, to) or ``1862..1864`` (between)."""
    facts = span.attributes
    if "when" in facts:
        return facts["when"]
    if "from" in facts:
        return f"{facts['from']}/{facts['to']}"
    if "notBefore" in facts:
        return f"{facts['notBefore']}..{facts['notAfter']}"
    return ""


def marked(text: str, *, language: str = "en", year: int | None = None) -> str:
    """The text with each date as ``<words=value>``."""
    for span in reversed(dates(text, language=language, year=year)):
        words = text[span.start : span.end]
        text = f"{text[: span.start]}<{words}={value(span)}>{text[span.end :]}"
    return text


def plain(sentence: str) -> str:
    """A marked sentence without its marks."""
    first, *pieces = sentence.split("<")
    parts = [piece.partition(">") for piece in pieces]
    return first + "".join(words.rpartition("=")[0] + after for words, _, after in parts)
