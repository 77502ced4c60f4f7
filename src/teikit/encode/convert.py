"""Converting: from a plain text to a TEI document, the whole way."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from teikit.encode.gutenberg import stated_metadata
from teikit.encode.header import Facts, header
from teikit.encode.language import detect_language
from teikit.encode.metadata import Metadata, beside
from teikit.encode.model import Annotator, Block, Document, Notice, Span
from teikit.encode.notes import NotesStyle
from teikit.encode.persons import identifiers, list_person
from teikit.encode.resolve import resolve
from teikit.encode.segment import Structure, segment
from teikit.encode.weave import weave
from teikit.errors import UsageError
from teikit.tei import NSMAP, TEI_VERSION, XML_LANG, tei
from teikit.text.read import TextInput, read
from teikit.text.source import Source

ANNOTATORS = ("names", "dates")
"""The annotators that are built in."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_SCHEMA = f"https://www.tei-c.org/Vault/P5/{TEI_VERSION}/xml/tei/custom/schema/relaxng/tei_all.rng"
_MODEL = (
    f'href="{_SCHEMA}" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"'
)


@dataclass(frozen=True, slots=True)
class Conversion:
    """A converted text.

    Attributes:
        tree: the TEI document.
        source: what was read.
        metadata: what the header says.
        spans: the marks that were woven, in the order of the text.
        notices: what the user should look at, in the order of the text.
    """

    tree: etree._ElementTree
    source: Source
    metadata: Metadata
    spans: Sequence[Span]
    notices: Sequence[Notice]

    def to_bytes(self) -> bytes:
        """The document as UTF-8, with an XML declaration and a final line end."""
        root = etree.tostring(self.tree.getroot(), encoding="UTF-8", xml_declaration=False)
        return f"{_DECLARATION}\n<?xml-model {_MODEL}?>\n".encode() + root + b"\n"


def convert(
    source: TextInput,
    *,
    metadata: Metadata | None = None,
    encoding: str | None = None,
    notes: NotesStyle = "inline",
    annotators: Sequence[str] = ANNOTATORS,
) -> Conversion:
    """Convert a plain text to TEI P5.

    Nothing is lost: every character is in the ``<text>``, or in the header's source description
    where it belongs to the site that the text comes from.

    Args:
        source: a path (``-`` is standard input), bytes, a binary stream, or a ``Source``.
        metadata: what is known of the text. What is missing is taken from a ``.toml`` file beside
            the text, then from the text itself.
        encoding: the text's encoding; found out where it is not given.
        notes: ``inline`` puts a note at its marker, ``end`` into a division at the end.
        annotators: which of ``ANNOTATORS`` mark names and dates.

    Raises:
        InputError: the text cannot be read, is empty, or is no text.
        UsageError: an argument makes no sense.
    """
    found = read(source, encoding=encoding)
    given = metadata or Metadata()
    if isinstance(source, str | os.PathLike) and os.fspath(source) != "-":
        given = given.or_else(beside(Path(source)))
    structure = segment(found.text, notes=notes)
    complete = given.or_else(_metadata_of(found, structure))
    spans = _annotate(found.text, structure, complete, annotators)
    references = identifiers(spans)
    apparatus = [found.text[start:end] for start, end in structure.apparatus]
    facts = Facts(apparatus, spans, notes, annotators, not given.language)
    root = etree.Element(tei("TEI"), nsmap=NSMAP)
    root.set(XML_LANG, complete.language)
    root.append(header(found, complete, facts))
    people = list_person(found.text, spans, references)
    if people is not None:
        root.append(people)
    root.append(weave(found.text, structure.blocks, spans, references))
    for child in root:
        child.tail = "\n"
    root.text = "\n"
    root.addprevious(etree.ProcessingInstruction("xml-model", _MODEL))
    return Conversion(root.getroottree(), found, complete, spans, _notices(found, structure))


def _annotate(
    text: str, structure: Structure, metadata: Metadata, names: Sequence[str]
) -> list[Span]:
    document = Document(text, structure.blocks, metadata.language, metadata.year)
    spans = list(structure.spans)
    for annotator in _annotators(names):
        spans += annotator.annotate(document)
    return resolve(text, structure.blocks, spans)


def _annotators(names: Sequence[str]) -> list[Annotator]:
    unknown = [name for name in names if name not in ANNOTATORS]
    if unknown:
        raise UsageError(
            f"there is no annotator named “{unknown[0]}”",
            hint=f"Known are: {', '.join(ANNOTATORS)}.",
        )
    found: list[Annotator] = []
    if "names" in names:
        from teikit.encode.names import NameAnnotator

        found.append(NameAnnotator())
    if "dates" in names:
        from teikit.encode.dates import DateAnnotator

        found.append(DateAnnotator())
    return found


def _metadata_of(source: Source, structure: Structure) -> Metadata:
    """What the text itself tells: its title matter and its language."""

    def words(block: Block, start: int | None = None) -> str:
        return " ".join(source.text[block.start if start is None else start : block.end].split())

    titles = [words(block) for block in structure.blocks if block.kind == "title"]
    authors = [words(block) for block in structure.blocks if block.kind == "author"]
    authors += [
        words(block, int(block.attributes["author"]))
        for block in structure.blocks
        if block.kind == "byline"
    ]
    heads = [words(block) for block in structure.blocks if block.kind == "head"]
    if len(heads) == 1:
        # One chapter of a work: its number belongs to the title of the file.
        titles += heads
    stated = (stated_metadata(source.text[start:end]) for start, end in structure.apparatus[:1])
    title = ". ".join(title.rstrip(".") for title in titles) or f"[{source.name}]"
    language = detect_language(source.text)
    told = Metadata(title=title, author=tuple(authors), language=language)
    return next(stated, Metadata()).or_else(told)


def _notices(source: Source, structure: Structure) -> list[Notice]:
    notices = list(structure.notices)
    notices += [
        Notice(r.offset, f"{r.found} cannot stand in XML: it is shown as {r.shown}")
        for r in source.replacements
    ]
    if source.encoding_guessed:
        notices.append(Notice(0, f"nothing says the encoding: read as {source.encoding}"))
    return sorted(notices, key=lambda notice: notice.offset)
