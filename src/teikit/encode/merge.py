"""Merging what several annotators say of the same persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from teikit.encode.model import Span


def with_entities(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans in which every name of a person refers to somebody.

    A name without a person, as a plug-in may give it, belongs to the one that others give to the
    same form; where they give none, the form stands for a person of its own. Where they know
    several, the name stays without. Names that an annotator left without a person because several
    could be meant (certainty ``low``) stay as they are.

    Args:
        text: the whole text.
        spans: of all annotators.
    """
    known: defaultdict[str, set[str]] = defaultdict(set)
    for span in spans:
        if span.kind == "persName" and span.entity:
            known[_form(text, span)].add(span.entity)
    return [_with_entity(text, span, known) for span in spans]


def _with_entity(text: str, span: Span, known: defaultdict[str, set[str]]) -> Span:
    if span.kind != "persName" or span.entity or span.certainty == "low":
        return span
    form = _form(text, span)
    entities = known.get(form, {form})
    return replace(span, entity=min(entities)) if len(entities) == 1 else span


def _form(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
