"""``teikit transform``: TEI to HTML or plain text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from teikit.errors import UsageError


@click.command(
    epilog="""\b
Examples:
  teikit transform letter.xml -o letter.html
  teikit transform letter.xml --to text
  teikit transform letter.xml --to text --notes inline --width 72 -o letter.txt
  teikit transform letter.xml --param contents=none -o letter.html
  teikit convert letter.txt | teikit transform - -o letter.html
"""
)
@click.argument("document", metavar="FILE")
@click.option("--to", metavar="html|text", default="html", show_default=True, help="What to make.")
@click.option("-o", "--output", metavar="FILE", help="Where to write; otherwise standard output.")
@click.option(
    "--notes",
    type=click.Choice(["inline", "end", "none"]),
    help="For text: where the notes go.  [default: end]",
)
@click.option(
    "--width",
    type=int,
    metavar="N",
    help="For text: characters in a line; 0 for one line per paragraph.  [default: 0]",
)
@click.option(
    "--param",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the stylesheet; may be repeated.",
)
@click.option("--xslt", metavar="SHEET", help="Run this XSLT 1.0 sheet of yours instead.")
def transform(
    document: str,
    to: str,
    output: str | None,
    notes: str | None,
    width: int | None,
    parameters: Sequence[str],
    xslt: str | None,
) -> None:
    """Make a reading edition in HTML, or plain text, of a TEI document.

    A FILE of “-” is standard input.
    """
    from teikit.transform.run import transform as transform_document
    from teikit.write import write

    values = _parameters(parameters)
    for name, value in (("notes", notes), ("width", width)):
        if value is None:
            continue
        if to != "text":
            raise UsageError(
                f"--{name} is an option of plain text",
                hint=f"Add --to text, or leave --{name} out.",
            )
        values[name] = str(value)
    _keep_the_source(document, output)
    result = transform_document(document, to, parameters=values, stylesheet=xslt)
    write(output, result.encode("utf-8"))


def _parameters(given: Sequence[str]) -> dict[str, str]:
    values = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise UsageError(
                f"“{text}” is not a parameter", hint="Write --param name=value, without spaces."
            )
        values[name] = value
    return values


def _keep_the_source(document: str, output: str | None) -> None:
    """Refuse to write the result over the document."""
    if output is None or "-" in (document, output):
        return
    source, target = Path(document), Path(output)
    if source.exists() and target.exists() and source.samefile(target):
        raise UsageError(
            f"{output} is the document itself, and would be overwritten",
            hint="Name another file with -o.",
        )
