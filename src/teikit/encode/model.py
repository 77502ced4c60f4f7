"""What the stages of encoding hand to each other: blocks, spans and the document they describe.

Every position is an offset into ``Document.text``, in Unicode code points from 0, the end
exclusive. The text itself is never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

Certainty = Literal["high", "medium", "low"]
"""The values of TEI's ``@cert`` that teikit uses (``teidata.certainty``)."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the text that is one unit of structure.

    Attributes:
        kind: what it is; one of the names that ``encode.segment`` lists.
        start: offset of its first character.
        end: offset after its last character.
        attributes: facts that the weaver needs (a heading's level, a note's number).
    """

    kind: str
    start: int
    end: int
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)


def within(block: Block, container: str, **facts: str) -> Block:
    """A block that stands in one more element (see ``encode.body.containers``).

    Args:
        block: what stands there, in other elements perhaps.
        container: the names of the elements outside those, the outermost first.
        facts: further attributes of the block.
    """
    path = f"{container} {block.attributes.get('within', '')}".strip()
    return replace(block, attributes={**block.attributes, "within": path, **facts})


@dataclass(frozen=True, slots=True)
class Span:
    """A run of the text inside one block that gets an element of its own.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        kind: the TEI element's name: ``persName``, ``date``, ``time``, ``hi``, …
        attributes: the element's TEI attributes (``when``, ``type``, …), without ``cert``,
            ``resp``, ``ref`` and ``xml:id``, which the weaver writes from the fields below.
        certainty: how sure the annotator is; written as ``@cert`` where it is not high.
        evidence: why, in a word or a short phrase (``"title before the name"``).
        annotator: the name of the annotator that made it.
        entity: what it refers to: for names of persons, the fullest form of the name, the same
            string for every mention of the same person. It becomes a ``<person>`` and ``@ref``.
    """

    start: int
    end: int
    kind: str
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)
    certainty: Certainty = "high"
    evidence: str = ""
    annotator: str = ""
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should look at: kept as it was found, and said.

    Attributes:
        offset: where in the text.
        message: what was found and what was done about it.
    """

    offset: int
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    r"""A text with its blocks, as annotators see it.

    Attributes:
        text: the whole text; line ends are ``\\n``.
        blocks: its structure in the order of the text, without overlaps. Blank space and
            apparatus of the source lie between the blocks.
        language: BCP 47 tag of the main language (``"en"``).
        year: year of the text where the metadata know it, for dates without a year.
    """

    text: str
    blocks: Sequence[Block]
    language: str = "en"
    year: int | None = None


class Annotator(Protocol):
    """Something that finds spans: built in, or plugged in (``encode.annotators`` says how).

    Attributes:
        name: what it calls itself in ``Span.annotator``.
    """

    name: str

    def annotate(self, document: Document) -> Iterable[Span]:
        """The spans it finds, each inside one block of ``document``, in any order.

        They may overlap each other and those of other annotators: ``encode.resolve`` chooses. The
        same document gives the same spans. The kinds and attributes that a plug-in may use are
        those of ``encode.vocabulary``; another one is an error.
        """
        ...
