"""Converting: from a plain text to a TEI document, the whole way."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from teikit.encode.annotators import DEFAULT, annotate
from teikit.encode.authority import Authority
from teikit.encode.body.weave import weave
from teikit.encode.conventions import load
from teikit.encode.conventions.model import Given
from teikit.encode.header import Facts, header
from teikit.encode.language import detect_language
from teikit.encode.metadata import Metadata, beside
from teikit.encode.model import Block, Document, Notice, Span
from teikit.encode.notes.join import NotesStyle
from teikit.encode.persons import identifiers, list_person
from teikit.encode.resolve import resolve
from teikit.encode.segment import Structure, segment
from teikit.encode.spans import read_spans
from teikit.encode.structure.gutenberg import stated_metadata
from teikit.encode.structure.line_breaks import LineBreaks
from teikit.encode.structure.line_breaks import line_breaks as marked_breaks
from teikit.errors import UsageError
from teikit.tei import NSMAP, TEI_VERSION, XML_LANG, tei
from teikit.text.read import TextInput, read
from teikit.text.source import Source

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_SCHEMA = f"https://www.tei-c.org/Vault/P5/{TEI_VERSION}/xml/tei/custom/schema/relaxng/tei_all.rng"
_MARKUP = re.compile(r"\s*<(?:\?xml|!DOCTYPE|html|TEI|teiCorpus)\b", re.IGNORECASE)
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
        marks: those of them that annotators made, without the ones of structure and typography.
        notices: what the user should look at, in the order of the text.
    """

    tree: etree._ElementTree
    source: Source
    metadata: Metadata
    spans: Sequence[Span]
    marks: Sequence[Span]
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
    annotators: Sequence[str] = DEFAULT,
    authority: Authority | None = None,
    name_parts: bool = False,
    edtf: bool = False,
    line_breaks: LineBreaks = "none",
    group: bool = False,
    spans: str | os.PathLike[str] | None = None,
    conventions: Sequence[str] = (),
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
        annotators: names of those that mark names and dates (``encode.annotators``).
        authority: persons that are known (``encode.authority_files`` reads them).
        name_parts: whether forename, surname and the like are marked inside names of persons.
        edtf: whether dates have their value in EDTF too; it needs the package edtf.
        line_breaks: which ends of lines get an ``<lb>``: ``none``, ``hyphens`` for those that cut a
            word, or ``all``.
        group: whether the text holds several works, each a division of the outermost level: they
            become texts in a ``<group>``.
        spans: a file of reviewed marks (``encode.spans``), woven as they are in place of those
            of annotators.
        conventions: what is known of the text's conventions (``encode.conventions``): names, as
            ``parentheses`` or ``notes=none``, and paths of ``.toml`` files. What they do not say
            is taken from a table ``[convention]`` in the file beside the text, then found out.

    Raises:
        InputError: the text cannot be read, is empty, or is no text; the spans do not fit it.
        UsageError: an argument makes no sense.
    """
    if spans is not None and (name_parts or edtf):
        raise UsageError(
            "reviewed marks are woven as they are: parts of names and EDTF cannot be added",
            hint="Write the marks with them (--name-parts, --edtf, --spans-out), then review.",
        )
    found = read(source, encoding=encoding)
    given = metadata or Metadata()
    if isinstance(source, str | os.PathLike) and os.fspath(source) != "-":
        given = given.or_else(beside(Path(source)))
    structure = segment(found.text, notes=notes, given=conventions_of(source, conventions))
    complete = given.or_else(_metadata_of(found, structure))
    document = Document(found.text, structure.blocks, complete.language, complete.year)
    if spans is None:
        marks, reviewed = _found(document, annotators, authority, name_parts, edtf), []
    else:
        marks = reviewed = read_spans(Path(spans), found.text)
    placed = [*structure.spans, *marked_breaks(found.text, structure.blocks, line_breaks)]
    woven = resolve(found.text, structure.blocks, [*placed, *marks])
    references = identifiers(woven)
    # A form feed has no place in XML.
    apparatus = [found.text[start:end].replace("\f", "\n") for start, end in structure.apparatus]
    makers = annotators if spans is None else None
    facts = Facts(apparatus, woven, notes, makers, not given.language)
    root = etree.Element(tei("TEI"), nsmap=NSMAP)
    root.set(XML_LANG, complete.language)
    root.append(header(found, complete, facts))
    identities = authority.identities if authority is not None else {}
    people = list_person(found.text, woven, references, identities)
    if people is not None:
        root.append(people)
    root.append(weave(found.text, structure.blocks, woven, references, group=group))
    for child in root:
        child.tail = "\n"
    root.text = "\n"
    root.addprevious(etree.ProcessingInstruction("xml-model", _MODEL))
    structural = {id(span) for span in placed}
    kept = [span for span in woven if id(span) not in structural]
    notices = _notices(found, structure, _left_out(found.text, reviewed, kept))
    return Conversion(root.getroottree(), found, complete, woven, kept, notices)


def conventions_of(source: TextInput, said: Sequence[str]) -> Given:
    """What is said of a text's conventions, by an argument or by the file beside the text."""
    given = load.given(said)
    if isinstance(source, str | os.PathLike) and os.fspath(source) != "-":
        return given.or_else(load.beside(Path(source)))
    return given


def _found(
    document: Document,
    annotators: Sequence[str],
    authority: Authority | None,
    name_parts: bool,
    edtf: bool,
) -> list[Span]:
    """The marks of annotators, as an authority has them, with what else is wanted."""
    marks = annotate(annotators, document)
    if authority is not None:
        marks = authority.apply(document.text, document.blocks, marks)
    if name_parts:
        from teikit.encode.names.parts import name_parts as parts_of

        marks += parts_of(document.text, marks)
    if edtf:
        from teikit.encode.edtf import with_edtf

        marks = list(with_edtf(marks))
    return marks


def _left_out(text: str, reviewed: Sequence[Span], kept: Sequence[Span]) -> list[Notice]:
    """A notice for each reviewed span that could not be woven."""
    woven = {id(span) for span in kept}
    return [
        Notice(
            span.start,
            f"the mark of “{' '.join(text[span.start : span.end].split())[:40]}” as {span.kind} "
            "was left out: it crosses another one or the limits of a paragraph",
        )
        for span in reviewed
        if id(span) not in woven
    ]


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
    heads = [block for block in structure.blocks if block.kind == "head"]
    if len(heads) == 1 and heads[0].attributes.get("n"):
        # One chapter of a work: its number belongs to the title of the file.
        titles += map(words, heads)
    stated = (stated_metadata(source.text[start:end]) for start, end in structure.apparatus[:1])
    title = ". ".join(title.rstrip(".") for title in titles) or f"[{source.name}]"
    language = detect_language(source.text)
    told = Metadata(title=title, author=tuple(authors), language=language)
    return next(stated, Metadata()).or_else(told)


def _notices(source: Source, structure: Structure, others: Sequence[Notice]) -> list[Notice]:
    notices = [*structure.notices, *others]
    notices += [
        Notice(r.offset, f"{r.found} cannot stand in XML: it is shown as {r.shown}")
        for r in source.replacements
    ]
    if source.encoding_guessed:
        notices.append(Notice(0, f"nothing says the encoding: read as {source.encoding}"))
    if _MARKUP.match(source.text):
        notices.append(
            Notice(0, "this is XML or HTML, not plain text: its tags were kept as words")
        )
    return sorted(notices, key=lambda notice: notice.offset)
