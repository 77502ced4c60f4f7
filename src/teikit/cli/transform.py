"""``teikit transform``: TEI to HTML or plain text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from teikit.errors import OutputError, UsageError


@click.command(
    short_help="Make HTML or plain text of TEI.",
    epilog="""\b
Examples:
  teikit transform letter.xml -o letter.html
  teikit transform letter.xml --to text
  teikit transform letter.xml --to text --notes inline --width 72 -o letter.txt
  teikit transform letter.xml --param contents=none -o letter.html
  teikit transform novel.xml --split div -o novel/
  teikit transform letter.xml --fragment > article.html
  teikit convert letter.txt | teikit transform - -o letter.html
""",
)
@click.argument("document", metavar="FILE")
@click.option("--to", metavar="html|text", default="html", show_default=True, help="What to make.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to write (with --split, a folder); otherwise standard output.",
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
    split: str | None,
    fragment: bool,
    id_prefix: str | None,
    notes: str | None,
    width: int | None,
    parameters: Sequence[str],
    xslt: str | None,
) -> None:
    """Make a reading edition in HTML, or plain text, of a TEI document.

    A FILE of “-” is standard input.
    """
    from teikit.transform import transform as transform_document
    from teikit.transform import transform_to_fragment
    from teikit.write import write

    values = _parameters(parameters)
    _only_with(to == "text", "of plain text", "--to text", {"--notes": notes, "--width": width})
    _only_with(to == "html", "of HTML", "--to html", {"--split": split, "--fragment": fragment})
    _only_with(fragment, "of a fragment", "--fragment", {"--id-prefix": id_prefix})
    values |= {n: str(v) for n, v in (("notes", notes), ("width", width)) if v is not None}
    _keep_the_source(document, output)
    if split:
        if fragment:
            raise UsageError("--split makes whole pages", hint="Leave --fragment or --split out.")
        _write_site(document, output, values, xslt)
        return
    if fragment:
        result = transform_to_fragment(
            document, id_prefix=id_prefix or "tei-", parameters=values, stylesheet=xslt
        )
    else:
        result = transform_document(document, to, parameters=values, stylesheet=xslt)
    write(output, result.encode("utf-8"))


def _only_with(given: bool, whose: str, needed: str, options: Mapping[str, object]) -> None:
    """Refuse options that mean nothing here."""
    for name, value in options.items():
        if value not in (None, False) and not given:
            raise UsageError(
                f"{name} is an option {whose}", hint=f"Add {needed}, or leave {name} out."
            )


def _write_site(
    document: str, output: str | None, parameters: Mapping[str, str], xslt: str | None
) -> None:
    from teikit.transform import transform_to_site
    from teikit.write import write

    hint = "Name a folder with -o, as in: -o edition/"
    if output in (None, "-"):
        raise UsageError("--split makes several pages, which need a folder", hint=hint)
    folder = Path(str(output))
    if folder.suffix in {".html", ".htm"} or (folder.exists() and not folder.is_dir()):
        raise UsageError(f"--split makes several pages, and {folder} is one file", hint=hint)
    pages = list(transform_to_site(document, parameters=parameters, stylesheet=xslt))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"the folder cannot be made: {error.strerror}", place=str(folder), hint=hint
        ) from error
    for name, page in pages:
        write(folder / name, page.encode("utf-8"))


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
