"""``teikit transform``: TEI to HTML or plain text."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from teikit.cli.destinations import destinations
from teikit.errors import OutputError, TeikitError, UsageError

if TYPE_CHECKING:
    from teikit.transform.run import Transformation

_SUFFIXES = {"html": ".html", "xhtml": ".html", "text": ".txt", "xml": ".xml", "json": ".json"}


parameter_option = click.option(
    "--param",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the stylesheet; may be repeated.",
)


@click.command(
    short_help="Make HTML or plain text of TEI.",
    epilog="""\b
Examples:
  teikit transform letter.xml -o letter.html
  teikit transform letter.xml --to text
  teikit transform letter.xml --to text --notes inline --width 72 -o letter.txt
  teikit transform letter.xml --to text --offsets letter.json -o letter.txt
  teikit transform edition/*.xml -o site/
  teikit transform letter.xml --param contents=none -o letter.html
  teikit transform letter.xml --xslt my.xsl -o letter.html
  teikit transform novel.xml --split div -o novel/
  teikit transform letter.xml --fragment > article.html
  teikit convert letter.txt | teikit transform - -o letter.html
""",
)
@click.argument("documents", metavar="FILE...", nargs=-1, required=True)
@click.option("--to", metavar="html|text", default="html", show_default=True, help="What to make.")
@click.option(
    "-o",
    "--output",
    metavar="FILE|FOLDER",
    help="Where to write; a folder for several files, or with --split. Standard output if not "
    "given.",
)
@click.option(
    "--split",
    type=click.Choice(["div"]),
    help="For HTML: a site, with a page for each division that is in no other.",
)
@click.option(
    "--fragment", is_flag=True, help="For HTML: the <article> alone, for a page of your own."
)
@click.option(
    "--id-prefix",
    metavar="TEXT",
    help="With --fragment: what stands before its ids.  [default: tei-]",
)
@click.option(
    "--notes",
    type=click.Choice(["inline", "end", "none"]),
    help="For text: where the notes go.  [default: end]",
)
@click.option(
    "--reading",
    type=click.Choice(["original", "regularised"]),
    help="For text: the source’s spelling, or what the editors made of it.  [default: original]",
)
@click.option(
    "--page-numbers",
    type=click.Choice(["printed", "breaks", "none"]),
    help="For text: those that the source prints, one at each page break, or none.  "
    "[default: printed]",
)
@click.option("--no-speakers", is_flag=True, help="For text: without the names of speakers.")
@click.option("--no-headings", is_flag=True, help="For text: without headings.")
@click.option(
    "--width",
    type=int,
    metavar="N",
    help="For text: columns in a line; 0 for one line per paragraph.  [default: 0]",
)
@click.option(
    "--normalization",
    type=click.Choice(["none", "NFC", "NFD", "NFKC", "NFKD"]),
    help="For text: the Unicode normal form.  [default: none]",
)
@click.option(
    "--offsets",
    metavar="FILE|FOLDER",
    help="For text: write, as JSON, which element each range of characters is from.",
)
@parameter_option
@click.option(
    "--xslt",
    metavar="SHEET",
    help="Run this stylesheet of yours instead: XSLT 1.0, or 2.0 and 3.0 with saxonche installed.",
)
def transform(
    documents: tuple[str, ...],
    to: str,
    output: str | None,
    split: str | None,
    fragment: bool,
    id_prefix: str | None,
    offsets: str | None,
    parameters: Sequence[str],
    xslt: str | None,
    **text: Any,
) -> None:
    """Make a reading edition in HTML, or plain text, of TEI documents.

    A FILE of “-” is standard input.
    """
    _only_with(to == "text", "of plain text", "--to text", {**text, "offsets": offsets})
    _only_with(to == "html", "of HTML", "--to html", {"split": split, "fragment": fragment})
    _only_with(fragment, "of a fragment", "--fragment", {"id_prefix": id_prefix})
    from teikit.transform.run import Transformation

    values = {**given_parameters(parameters), **_text_parameters(text)}
    transformation = Transformation.of(to, values, xslt)
    if split:
        if fragment:
            raise UsageError("--split makes whole pages", hint="Leave --fragment or --split out.")
        _write_site(transformation, documents, output)
        return
    suffix = _SUFFIXES.get(transformation.sheet.method or to, ".xml")
    results = destinations(documents, output, suffix, "document")
    maps = destinations(documents, offsets, ".json", "document") if offsets else []
    if [results, maps].count([None]) > 1:
        raise UsageError("only one result can go to standard output", hint="Name a file with -o.")
    prefix = (id_prefix or "tei-") if fragment else None
    failed = False
    for at, (document, result) in enumerate(zip(documents, results, strict=True)):
        try:
            _transform(transformation, document, result, maps[at : at + 1], prefix)
        except TeikitError as error:
            if len(documents) == 1:
                raise
            # One bad file does not keep the others from being transformed.
            from teikit.cli.report import report

            report(error)
            failed = True
    if failed:
        sys.exit(2)


def _transform(
    transformation: Transformation,
    document: str,
    result: str | None,
    maps: Sequence[str | None],
    id_prefix: str | None,
) -> None:
    """Transform one document and write all that is asked for."""
    from teikit.write import write

    if id_prefix is not None:
        from teikit.transform.fragment import fragment
        from teikit.transform.xslt1 import serialise_element

        text = serialise_element(fragment(transformation.page(document), id_prefix))
    elif maps:
        from teikit.transform.offsets import to_json

        text, ranges = transformation.text_with_offsets(document)
        write(maps[0], to_json(ranges))
    else:
        text = transformation.result(document)
    write(result, text.encode("utf-8"))


def _only_with(given: bool, whose: str, needed: str, options: Mapping[str, object]) -> None:
    """Refuse options that mean nothing here."""
    for name, value in options.items():
        if value not in (None, False) and not given:
            option = f"--{name.replace('_', '-')}"
            raise UsageError(
                f"{option} is an option {whose}", hint=f"Add {needed}, or leave {option} out."
            )


def _text_parameters(options: Mapping[str, Any]) -> dict[str, str]:
    """The parameters behind the options of plain text: ``--no-headings`` is ``headings=no``."""
    return {
        name.removeprefix("no_").replace("_", "-"): "no" if value is True else str(value)
        for name, value in options.items()
        if value not in (None, False)
    }


def _write_site(
    transformation: Transformation, documents: Sequence[str], output: str | None
) -> None:
    from teikit.transform.site import pages
    from teikit.transform.xslt1 import serialise
    from teikit.write import write

    hint = "Name a folder with -o, as in: -o edition/"
    if len(documents) > 1:
        raise UsageError("--split makes a site of one document", hint="Give them one by one.")
    if output in (None, "-"):
        raise UsageError("--split makes several pages, which need a folder", hint=hint)
    folder = Path(str(output))
    if folder.suffix in {".html", ".htm"} or (folder.exists() and not folder.is_dir()):
        raise UsageError(f"--split makes several pages, and {folder} is one file", hint=hint)
    site = [(name, serialise(page)) for name, page in pages(transformation.page(documents[0]))]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"the folder cannot be made: {error.strerror}", place=str(folder), hint=hint
        ) from error
    for name, text in site:
        write(folder / name, text.encode("utf-8"))


def given_parameters(given: Sequence[str]) -> dict[str, str]:
    """The values of ``--param``.

    Raises:
        UsageError: one is not of the form ``name=value``.
    """
    values = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise UsageError(
                f"“{text}” is not a parameter", hint="Write --param name=value, without spaces."
            )
        values[name] = value
    return values
