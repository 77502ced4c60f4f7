"""``teikit serve``: the reading edition in a browser, while the document is being worked on."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

import click

from teikit.cli.transform import given_parameters, parameter_option
from teikit.errors import UsageError


@click.command(
    short_help="Show a document in a browser, and its changes.",
    epilog="""\b
Examples:
  teikit serve edition.xml
  teikit serve edition.xml --port 8000 --param notes=end
  teikit serve edition.xml --xslt my.xsl
""",
)
@click.argument("document", metavar="FILE")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="Where to serve; 0 takes a port that is free.  [default: 0]",
)
@parameter_option
@click.option("--xslt", metavar="SHEET", help="Run this stylesheet of yours instead.")
def serve(document: str, port: int, parameters: Sequence[str], xslt: str | None) -> None:
    """Show a TEI document as HTML, for you alone, and again whenever it changes.

    The page is at an address of this machine that no other can reach. It is made anew when the
    document or the stylesheet is saved. A mistake in them is shown with its place, and the page
    comes back when it is mended. Ctrl-C ends it.
    """
    from teikit.serve.edition import Edition
    from teikit.serve.server import Server
    from teikit.transform.errors import TransformError
    from teikit.transform.run import Transformation

    if document == "-" or not Path(document).is_file():
        raise UsageError(
            "standard input cannot change" if document == "-" else f"there is no file {document}",
            hint="Name a TEI file.",
        )
    values, sheet = given_parameters(parameters), Path(xslt) if xslt else None
    with contextlib.suppress(TransformError):
        # A sheet can be mended while it is shown; a parameter would have to be given again.
        Transformation.of("html", values, sheet)
    edition = Edition(Path(document), values, sheet)
    with Server(edition, port) as server:
        click.echo(f"{document} is shown at {server.address} (Ctrl-C ends it)", err=True)
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever(poll_interval=0.1)
