"""The persons of a text as a table, for OpenRefine and other reconciliation services."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence

from teikit.encode.authority import Identity, plain
from teikit.encode.model import Span
from teikit.encode.persons import identifiers

COLUMNS = ("id", "name", "variants", "count", "context", "uri")
"""The columns; a table with ``name`` and ``uri`` reads back as an authority file."""

_REACH = 60  # characters of context on each side


def persons_table(
    text: str, spans: Sequence[Span], identities: Mapping[str, Identity] | None = None
) -> bytes:
    """A line for each person, as CSV in UTF-8.

    Args:
        text: the whole text.
        spans: those that were woven.
        identities: persons of an authority file by ``Span.entity``.

    Returns:
        ``id`` is the ``xml:id`` of the ``<person>``, ``variants`` the other forms of the name
        parted by ``|``, ``count`` the number of mentions, ``context`` the words around the first.
    """
    mentions: dict[str, list[Span]] = {}
    for span in spans:
        if span.kind == "persName" and span.entity:
            mentions.setdefault(span.entity, []).append(span)
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    references = identifiers(spans)
    for entity in sorted(references, key=lambda name: references[name]):
        known = (identities or {}).get(entity, Identity(entity))
        forms = Counter(plain(text[span.start : span.end]) for span in mentions[entity])
        variants = [form for form in dict.fromkeys((*known.forms, *forms)) if form != known.name]
        writer.writerow(
            (
                references[entity],
                known.name,
                "|".join(variants),
                forms.total(),
                _context(text, mentions[entity][0]),
                " ".join(known.uris),
            )
        )
    return table.getvalue().encode()


def _context(text: str, span: Span) -> str:
    start, end = max(0, span.start - _REACH), span.end + _REACH
    before = text[start : span.start]
    after = text[span.end : end]
    if start > 0:
        before = before.partition(" ")[2]
    if end < len(text):
        after = after.rpartition(" ")[0]
    return plain(before + text[span.start : span.end] + after)
