"""``teikit convert``: plain text to TEI."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from teikit.errors import TeikitError, UsageError

_MOST_NOTICES = 20


@click.command(
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
"""
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
@click.option("--no-names", is_flag=True, help="Do not mark names of persons.")
@click.option("--no-dates", is_flag=True, help="Do not mark dates.")
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
    no_names: bool,
    no_dates: bool,
    encoding: str | None,
    quiet: bool,
    **values: Any,
) -> None:
    """Convert plain text to TEI P5.

    Marks the structure, notes, names of persons and dates, and writes a complete header. Nothing
    of the text is lost. A TEXT of “-” is standard input.
    """
    from teikit.encode.convert import convert as convert_text
    from teikit.encode.metadata import from_mapping
    from teikit.write import write

    if os.environ.get("SOURCE_DATE_EPOCH", "").isdigit() and not values["date"]:
        values["date"] = _date(int(os.environ["SOURCE_DATE_EPOCH"]))
    metadata = from_mapping({name: value for name, value in values.items() if value})
    annotators = [n for n, off in (("names", no_names), ("dates", no_dates)) if not off]
    destinations = _destinations(texts, output)
    failed = False
    for text, destination in zip(texts, destinations, strict=True):
        try:
            conversion = convert_text(
                text, metadata=metadata, encoding=encoding, notes=notes, annotators=annotators
            )
            write(destination, conversion.to_bytes())
        except TeikitError as error:
            if len(texts) == 1:
                raise
            # One bad file does not keep the others from being converted.
            from teikit.cli.main import report

            report(error)
            failed = True
            continue
        if not quiet:
            _tell(conversion.source, conversion.notices)
    if failed:
        sys.exit(2)


def _date(seconds: int) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _destinations(texts: tuple[str, ...], output: str | None) -> list[str | None]:
    """Where each text's document goes; a text is never overwritten."""
    if output is None or output == "-":
        if len(texts) > 1:
            raise UsageError(
                "several texts cannot go to standard output",
                hint="Name a folder for their documents: -o encoded/",
            )
        return [None]
    folder = Path(output)
    if folder.is_dir() or output.endswith(("/", os.sep)) or len(texts) > 1:
        found = [_in_folder(folder, text) for text in texts]
    else:
        found = [folder]
    for text, destination in zip(texts, found, strict=True):
        both = text != "-" and destination.exists() and Path(text).exists()
        if both and destination.samefile(text):
            raise UsageError(
                f"{destination} is the text itself, and would be overwritten",
                hint="Name another file with -o.",
            )
    if len(set(found)) < len(found):
        raise UsageError(
            "two of the texts have the same name, so one document would overwrite the other",
            hint="Convert them into different folders.",
        )
    return [str(path) for path in found]


def _in_folder(folder: Path, text: str) -> Path:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; several texts need a folder", hint="-o encoded/")
    folder.mkdir(parents=True, exist_ok=True)
    name = "standard-input" if text == "-" else Path(text).stem
    return folder / f"{name}.xml"


def _tell(source: Any, notices: Any) -> None:
    for notice in notices[:_MOST_NOTICES]:
        click.secho("Notice: ", fg="yellow", nl=False, err=True)
        click.echo(f"{source.place(notice.offset)}: {notice.message}", err=True)
    if len(notices) > _MOST_NOTICES:
        click.echo(f"and {len(notices) - _MOST_NOTICES} more notices", err=True)
