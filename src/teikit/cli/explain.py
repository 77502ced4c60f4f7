"""``teikit explain``: what an element, an attribute, a class or a finding means."""

from __future__ import annotations

import os
import shutil
import sys

import click

from teikit.cli.options import format_option


@click.command(
    short_help="Tell what a name of TEI or a finding means.",
    epilog="""\b
Examples:
  teikit explain persName          an element
  teikit explain @when             an attribute, wherever it may stand
  teikit explain date@when         an attribute of an element
  teikit explain model.pLike       a class of elements
  teikit explain att.datable       a class of attributes
  teikit explain TK203             a finding of “teikit validate”
  teikit explain p-in-p            one of TEI's rules beyond the grammar
""",
)
@click.argument("name", metavar="NAME")
@format_option
@click.option("--full", is_flag=True, help="Write long lists of names out (format text).")
def explain(name: str, format_: str, full: bool) -> None:
    """Tell what a name of TEI, or the code of a finding, means.

    For an element: where it may stand, what it may hold, its attributes, and an example.
    """
    from teikit.explain.api import explain as explain_name

    explanation = explain_name(name)
    if format_ == "json":
        from teikit.explain.json import to_json

        text = to_json(explanation)
    else:
        from teikit.explain.text import Options, render

        width = shutil.get_terminal_size((80, 24)).columns
        text = render(explanation, Options(width, _colour(), full))
    # A terminal need not know all characters.
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _colour() -> bool:
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
