"""Spans as JSON, so that people and programs can add, correct and review marks.

The format is described in ``docs/annotate.md``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from teikit.encode.model import Span
from teikit.encode.vocabulary import objection
from teikit.errors import InputError

FORMAT = "teikit-spans-1"
"""Name and version of the format, the value of its key ``format``."""

_STRINGS = ("kind", "certainty", "evidence", "annotator", "entity")
_KNOWN = frozenset({"start", "end", "text", "attributes", *_STRINGS})


def write_spans(text: str, spans: Iterable[Span]) -> bytes:
    """The spans of a text as JSON in UTF-8, a line for each.

    Args:
        text: the whole text, as it was read (``Source.text``).
        spans: in any order; they are written in the order of the text.
    """
    facts = {"sha256": _digest(text), "length": len(text)}
    ordered = sorted(spans, key=lambda span: (span.start, -span.end, span.kind, span.annotator))
    lines = ",\n".join(_dumped(_record(text, span)) for span in ordered)
    head = f'"format": "{FORMAT}",\n"text": {_dumped(facts)}'
    return f'{{\n{head},\n"spans": [\n{lines}\n]\n}}\n'.encode()


def read_spans(path: Path, text: str) -> list[Span]:
    """The spans of a file that ``write_spans`` or another program wrote.

    Args:
        path: the file.
        text: the text that they belong to.

    Raises:
        InputError: the file is no such JSON, it belongs to another text, or a span lies outside
            the text, is not where its words are, or cannot become valid TEI.
    """
    try:
        data = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(
            f"the spans cannot be read: {error.strerror or error}", place=str(path)
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"this is no JSON: {error}", place=str(path)) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise InputError(
            "these are no spans of a text",
            place=str(path),
            hint=f'The file is an object with "format": "{FORMAT}", "text" and "spans".',
        )
    facts, records = data.get("text"), data.get("spans")
    if not isinstance(facts, dict) or not isinstance(records, list):
        raise InputError("“text” or “spans” is missing", place=str(path))
    if facts.get("sha256") != _digest(text):
        raise InputError(
            "these are the spans of another text, or the text was changed since",
            place=str(path),
            hint="Offsets hold for one text only: write its spans again with --spans-out.",
        )
    return [
        _span(record, text, f"{path}: span {number}") for number, record in enumerate(records, 1)
    ]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _record(text: str, span: Span) -> dict[str, Any]:
    record: dict[str, Any] = {
        "start": span.start,
        "end": span.end,
        "text": text[span.start : span.end],
        "kind": span.kind,
        "attributes": dict(span.attributes),
    }
    return record | {name: getattr(span, name) for name in _STRINGS[1:] if getattr(span, name)}


def _span(record: object, text: str, place: str) -> Span:
    if not isinstance(record, dict):
        raise InputError("a span must be an object", place=place)
    unknown = sorted(record.keys() - _KNOWN)
    if unknown:
        hint = f"Known are: {', '.join(sorted(_KNOWN))}."
        raise InputError(f"there is no key “{unknown[0]}”", place=place, hint=hint)
    start, end = _offsets(record, text, place)
    attributes = record.get("attributes", {})
    strings = {name: record[name] for name in _STRINGS if name in record}
    if not _is_strings(attributes) or not _is_strings(strings):
        raise InputError("values of attributes and of other keys must be strings", place=place)
    span = Span(start, end, **{"kind": "", **strings, "attributes": attributes})
    problem = objection(span)
    if problem:
        raise InputError(f"the span {problem}", place=place)
    return span


def _offsets(record: Mapping[str, object], text: str, place: str) -> tuple[int, int]:
    start, end = record.get("start"), record.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise InputError(
            f"the offsets {_dumped(start)} and {_dumped(end)} are none of this text",
            place=place,
            hint=f"They are whole numbers with 0 <= start < end <= {len(text)}, "
            "and count characters (code points), not bytes.",
        )
    words = record.get("text", text[start:end])
    if words != text[start:end]:
        raise InputError(
            f"the words between its offsets are “{text[start:end][:60]}”, not {_dumped(words)}",
            place=place,
            hint="Offsets count characters (code points) from 0, the end exclusive.",
        )
    return start, end


def _is_strings(values: object) -> bool:
    return isinstance(values, dict) and all(isinstance(value, str) for value in values.values())
