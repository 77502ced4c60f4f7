"""Resolving: from spans of many annotators to spans that nest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from teikit.encode.model import Block, Span
from teikit.encode.vocabulary import NAME_PARTS

_CERTAINTY = {"high": 0, "medium": 1, "low": 2}
# Typography and quotation hold other marks; a name or a date holds a note's marker at most.
_CONTAINERS = frozenset({"hi", "q", "quote", "title", "foreign", "stage", "fw", "bibl"})
_MARKERS = frozenset({"note", "ref", "figure", "pb", "lb"})
_PARTS = frozenset(NAME_PARTS)


def resolve(text: str, blocks: Sequence[Block], spans: Iterable[Span]) -> list[Span]:
    """The spans that can be woven together: each inside one block, none crossing another.

    Of two that cannot both stand, markers of notes go first, then containers, then the more
    certain, the longer, the earlier one. A part of a name stands inside a name or not at all. The
    order of the input does not matter.

    Args:
        text: the whole text.
        blocks: of the document, in any order.
        spans: from all annotators.

    Returns:
        The spans in the order of the text, an outer one before those inside it.
    """
    kept: list[Span] = []
    for cluster in _clusters(_placed(text, blocks, sorted(spans, key=_position))):
        if len(cluster) > 1:
            kept += _compatible(cluster)
        elif cluster[0].kind not in _PARTS:
            kept += cluster
    return kept


def _position(span: Span) -> tuple[int, int, int, str, str]:
    depth = 0 if span.kind in _CONTAINERS else 2 if span.kind in _PARTS else 1
    return span.start, -span.end, depth, span.kind, span.annotator


def _placed(text: str, blocks: Sequence[Block], spans: Iterable[Span]) -> Iterator[Span]:
    """The spans that lie inside one block, and in verse inside one line."""
    ordered = sorted(blocks, key=lambda block: block.start)
    starts = [block.start for block in ordered]
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        if at < 0 or not span.start < span.end <= ordered[at].end:
            continue
        over_lines = span.kind != "lb" and "\n" in text[span.start : span.end]
        if ordered[at].kind == "lg" and over_lines:
            continue
        yield span


def _clusters(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """Runs of spans that overlap; most hold a single one."""
    cluster: list[Span] = []
    end = 0
    for span in spans:
        if cluster and span.start >= end:
            yield cluster
            cluster, end = [], 0
        cluster.append(span)
        end = max(end, span.end)
    if cluster:
        yield cluster


def _compatible(cluster: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(cluster, key=_precedence):
        if span.kind in _PARTS and not any(_holds(other, span) for other in kept):
            continue
        if all(_fit(span, other) for other in kept):
            kept.append(span)
    return sorted(kept, key=_position)


def _holds(name: Span, part: Span) -> bool:
    return name.kind == "persName" and name.start <= part.start and part.end <= name.end


def _precedence(span: Span) -> tuple[bool, bool, bool, int, int, int, str, str]:
    return (
        span.kind in _PARTS,
        span.kind not in _MARKERS,
        span.kind not in _CONTAINERS,
        _CERTAINTY[span.certainty],
        span.start - span.end,
        span.start,
        span.kind,
        span.annotator,
    )


def _fit(one: Span, other: Span) -> bool:
    """Whether two spans lie apart, or one may stand inside the other."""
    outer, inner = sorted((one, other), key=_position)
    if outer.end <= inner.start:
        return True
    if inner.end > outer.end:
        return False
    if inner.kind in _MARKERS:
        return outer.kind not in _MARKERS
    if outer.kind == "date" and inner.kind == "persName":
        # "the tenth year of King Henry VIII"
        return outer.start < inner.start and inner.end == outer.end
    if inner.kind in _PARTS:
        return outer.kind in ("persName", "date") or outer.kind in _CONTAINERS
    return outer.kind in _CONTAINERS and outer.kind != inner.kind
