"""Names and dates by a spaCy pipeline of the user's (``--annotators spacy:PIPELINE``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final

from teikit.encode.model import Certainty, Document, Span
from teikit.errors import UsageError

LABELS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("PERSON", "PER", "PERS"), "persName"),
    **dict.fromkeys(("GPE", "LOC", "FAC"), "placeName"),
    "ORG": "orgName",
    "WORK_OF_ART": "title",
    "DATE": "date",
    "TIME": "time",
}
"""The TEI element for each label of entities; others are left out."""

# Without a value, a date is of less use than one that the rules read.
_CERTAINTY: Final[Mapping[str, Certainty]] = {"date": "low", "time": "low"}
_EDGES: Final = ' \t\n\r\f\v\xa0.,;:!?"“”‘()[]_'
_POSSESSIVES: Final = ("’s", "'s")


class SpacyAnnotator:
    """Marks the entities that a spaCy pipeline finds, block by block.

    Args:
        pipeline: the name of an installed pipeline, or the folder of one.
        labels: the TEI element for each label (``LABELS`` if not given).

    Raises:
        UsageError: spaCy is not installed, or there is no such pipeline.
    """

    name = "spacy"

    def __init__(self, pipeline: str = "", labels: Mapping[str, str] = LABELS) -> None:
        if not pipeline:
            raise UsageError(
                "the annotator “spacy” needs the name or the folder of a pipeline",
                hint="Write it after a colon: spacy:en_core_web_sm",
            )
        try:
            spacy: Any = import_module("spacy")
        except ImportError as error:
            raise UsageError(
                "the annotator “spacy” needs spaCy", hint="pip install 'teikit[spacy]'"
            ) from error
        try:
            self._pipeline = spacy.load(pipeline)
        except (OSError, ValueError) as error:
            raise UsageError(
                f"spaCy has no pipeline “{pipeline}”",
                hint="Install it (python -m spacy download NAME), or name its folder.",
            ) from error
        self._labels = labels

    def annotate(self, document: Document) -> Iterator[Span]:
        """The entities in the blocks of a document whose labels have an element."""
        blocks = document.blocks
        texts = [document.text[block.start : block.end] for block in blocks]
        self._pipeline.max_length = max([self._pipeline.max_length, *map(len, texts)])
        for block, found in zip(blocks, self._pipeline.pipe(texts), strict=True):
            for entity in found.ents:
                span = self._span(document.text, block.start + entity.start_char, entity)
                if span is not None:
                    yield span

    def _span(self, text: str, start: int, entity: Any) -> Span | None:
        """The span of an entity without blanks, marks and possessives at its edges."""
        kind = self._labels.get(entity.label_)
        end = start + len(entity.text)
        words = text[start:end]
        start += len(words) - len(words.lstrip(_EDGES))
        words = text[start:end].rstrip(_EDGES)
        if kind in ("persName", "placeName", "orgName") and words.endswith(_POSSESSIVES):
            words = words[:-2]
        if kind is None or not words:
            return None
        certainty = _CERTAINTY.get(kind, "medium")
        evidence = f"entity {entity.label_}"
        return Span(start, start + len(words), kind, {}, certainty, evidence, self.name)
