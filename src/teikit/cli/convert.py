"""``teikit convert``: plain text to TEI."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from teikit.cli.destinations import destinations
from teikit.errors import TeikitError, UsageError

if TYPE_CHECKING:
    from teikit.encode.authority import Authority
    from teikit.encode.convert import Conversion

_MOST_NOTICES = 20


@click.command(
    short_help="Convert plain text to TEI P5.",
    epilog="""\b
Examples:
  teikit convert letter.txt -o letter.xml
  teikit convert letter.txt --author "Jane Roe" --licence CC-BY-4.0 -o letter.xml
  teikit convert --notes end chapter.txt > chapter.xml
  teikit convert texts/*.txt -o encoded/

\b
Metadata may also stand in a file beside the text (letter.toml for letter.txt):
  title = "A Letter to my Sister"
  author = "Jane Roe"
  licence = "CC-BY-4.0"
""",
)
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    metavar="FILE|FOLDER",
    help="Where to write; a folder for several texts. Standard output if not given.",
)
@click.option(
    "--notes",
    type=click.Choice(["inline", "end"]),
    default="inline",
    show_default=True,
    help="Put notes at their markers, or into a division at the end.",
)
@click.option(
    "--line-breaks",
    type=click.Choice(["none", "hyphens", "all"]),
    default="none",
    show_default=True,
    help="Mark ends of lines with <lb>: those where a hyphen cuts a word, or all.",
)
@click.option(
    "--group", is_flag=True, help="Make a <text> of each outermost division: several works."
)
@click.option(
    "--convention",
    "conventions",
    metavar="NAME|FILE",
    multiple=True,
    help="How the text is laid out, where it is found wrongly: a name that “teikit inspect” tells, "
    "notes=none and the like, or a .toml file. May be repeated.",
)
@click.option(
    "--annotators",
    metavar="LIST",
    help="What marks names and dates: names, dates, places, organisations, titles, plug-ins by "
    "their names; none for nothing.  [default: names,dates]",
)
@click.option(
    "--authority",
    metavar="FILE",
    help="Persons you know, with URIs: .csv, .tei, .xml or .ttl. They win over the rules.",
)
@click.option("--name-parts", is_flag=True, help="Mark forename, surname, … inside names.")
@click.option("--edtf", is_flag=True, help="Give dates their value in EDTF too (@when-custom).")
@click.option(
    "--spans-out",
    metavar="FILE|FOLDER",
    help="Write the marks as JSON, for review, beside the document.",
)
@click.option(
    "--spans-in",
    metavar="FILE|FOLDER",
    help="Read reviewed marks from JSON in place of annotating.",
)
@click.option(
    "--persons-out",
    metavar="FILE|FOLDER",
    help="Write the persons as CSV; with its column “uri” filled it is an --authority.",
)
@click.option("--title", help="Title of the work.")
@click.option("--author", multiple=True, help="Author of the work; may be repeated.")
@click.option("--editor", multiple=True, help="Who answers for the encoding; may be repeated.")
@click.option("--publisher", help="Who publishes the encoding.")
@click.option("--date", help="Date of the encoding: 2026, 2026-11 or 2026-11-24.")
@click.option("--licence", "--license", help="URL or SPDX name (CC-BY-4.0) of the licence.")
@click.option("--language", metavar="TAG", help="Main language: en, de, la, …")
@click.option("--source", metavar="URL|TEXT", help="Where the text is from.")
@click.option("--source-date", metavar="DATE", help="When the text was written.")
@click.option("--encoding", metavar="NAME", help="Encoding of the text, if it is read wrongly.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def convert(
    texts: tuple[str, ...],
    output: str | None,
    notes: Any,
    line_breaks: Any,
    group: bool,
    conventions: tuple[str, ...],
    annotators: str | None,
    authority: str | None,
    name_parts: bool,
    edtf: bool,
    spans_out: str | None,
    spans_in: str | None,
    persons_out: str | None,
    encoding: str | None,
    quiet: bool,
    **values: Any,
) -> None:
    """Convert plain text to TEI P5.

    Marks the structure, notes, names of persons and dates, and writes a complete header. Nothing
    of the text is lost. A TEXT of “-” is standard input.
    """
    from teikit.encode.annotators import DEFAULT
    from teikit.encode.metadata import from_mapping

    if os.environ.get("SOURCE_DATE_EPOCH", "").isdigit() and not values["date"]:
        values["date"] = _date(int(os.environ["SOURCE_DATE_EPOCH"]))
    if spans_in and annotators is not None:
        raise UsageError(
            "--spans-in takes the place of --annotators", hint="Leave one of them out."
        )
    settings = {
        "metadata": from_mapping({name: value for name, value in values.items() if value}),
        "encoding": encoding,
        "notes": notes,
        "line_breaks": line_breaks,
        "group": group,
        "conventions": conventions,
        "annotators": DEFAULT if annotators is None else _listed(annotators),
        "authority": _authority(authority),
        "name_parts": name_parts,
        "edtf": edtf,
    }
    # A text makes a million objects and hardly a cycle: looking for some takes a tenth of the time.
    gc.set_threshold(1_000_000, 20, 100)
    failed = False
    for text, place in zip(
        texts, _places(texts, output, spans_in, spans_out, persons_out), strict=True
    ):
        try:
            conversion = _convert(text, place, settings)
        except TeikitError as error:
            if len(texts) == 1:
                raise
            # One bad file does not keep the others from being converted.
            from teikit.cli.report import report

            report(error)
            failed = True
            continue
        if not quiet:
            _tell(conversion.source, conversion.notices)
    if failed:
        sys.exit(2)


@dataclass(frozen=True, slots=True)
class _Places:
    """Files of one text; ``None`` as a result's place is standard output.

    Attributes:
        document: where the TEI goes.
        reviewed: where reviewed marks are read from.
        marks: where the marks go, if they are wanted.
        persons: where the table of persons goes, if it is wanted.
    """

    document: str | None
    reviewed: str | None
    marks: tuple[str | None, ...]
    persons: tuple[str | None, ...]


def _convert(text: str, places: _Places, settings: Mapping[str, Any]) -> Conversion:
    """Convert one text and write all that is asked for."""
    from teikit.encode.convert import convert as convert_text
    from teikit.write import write

    conversion = convert_text(text, spans=places.reviewed, **settings)
    for place in places.marks:
        from teikit.encode.spans import write_spans

        write(place, write_spans(conversion.source.text, conversion.marks))
    for place in places.persons:
        from teikit.encode.reconcile import persons_table

        known = settings["authority"].identities if settings["authority"] else {}
        write(place, persons_table(conversion.source.text, conversion.spans, known))
    write(places.document, conversion.to_bytes())
    return conversion


def _places(
    texts: tuple[str, ...],
    output: str | None,
    spans_in: str | None,
    spans_out: str | None,
    persons_out: str | None,
) -> list[_Places]:
    """The files of each text."""
    documents = destinations(texts, output, ".xml")
    marks = destinations(texts, spans_out, ".json") if spans_out else []
    persons = destinations(texts, persons_out, ".csv") if persons_out else []
    if [documents, marks, persons].count([None]) > 1:
        raise UsageError(
            "only one result can go to standard output", hint="Name files for the others."
        )
    return [
        _Places(documents[at], reviewed, tuple(marks[at : at + 1]), tuple(persons[at : at + 1]))
        for at, reviewed in enumerate(_reviewed(texts, spans_in))
    ]


def _authority(path: str | None) -> Authority | None:
    if path is None:
        return None
    from teikit.encode.authority_files import read_authority

    return read_authority(path)


def _listed(annotators: str) -> list[str]:
    """The names in a list with commas; “none” is no name."""
    names = [name.strip() for name in annotators.split(",")]
    return [name for name in names if name and name != "none"]


def _reviewed(texts: tuple[str, ...], place: str | None) -> list[str | None]:
    """The file of reviewed marks for each text: that one, or its namesake in that folder."""
    if place is None:
        return [None] * len(texts)
    if Path(place).is_dir():
        return [str(Path(place) / f"{Path(text).stem}.json") for text in texts]
    if len(texts) > 1:
        raise UsageError(
            "the marks of several texts cannot stand in one file",
            hint="Name the folder that --spans-out wrote.",
        )
    return [place]


def _date(seconds: int) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _tell(source: Any, notices: Any) -> None:
    for notice in notices[:_MOST_NOTICES]:
        click.secho("Notice: ", fg="yellow", nl=False, err=True)
        click.echo(f"{source.place(notice.offset)}: {notice.message}", err=True)
    if len(notices) > _MOST_NOTICES:
        click.echo(f"and {len(notices) - _MOST_NOTICES} more notices", err=True)
