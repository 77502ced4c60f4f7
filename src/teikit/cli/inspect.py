"""``teikit inspect``: the structure that a text would be given, and why."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from teikit.cli.options import format_option

if TYPE_CHECKING:
    from teikit.encode.inspect import Division, Inspection

_LONGEST_HEADING = 60


@click.command(
    short_help="Tell how a plain text would be understood.",
    epilog="""\b
Examples:
  teikit inspect book.txt
  teikit inspect book.txt --convention parentheses
  teikit inspect book.txt --format json > book.json
""",
)
@click.argument("text", metavar="TEXT")
@click.option(
    "--convention",
    "conventions",
    metavar="NAME|FILE",
    multiple=True,
    help="As for “teikit convert”; may be repeated.",
)
@click.option("--encoding", metavar="NAME", help="Encoding of the text, if it is read wrongly.")
@format_option
def inspect(text: str, conventions: tuple[str, ...], encoding: str | None, format_: str) -> None:
    """Tell the structure that “teikit convert” would give a plain text, and why.

    Shows the conventions that were found, the divisions as a tree with their lines and how sure
    they are, and what is doubtful. A TEXT of “-” is standard input.
    """
    from teikit.encode.inspect import inspect as inspect_text

    inspection = inspect_text(text, encoding=encoding, conventions=conventions)
    if format_ == "json":
        import json
        from dataclasses import asdict

        _print(json.dumps(asdict(inspection), ensure_ascii=False, indent=2))
    elif sys.stdout.isatty():
        from rich.console import Console
        from rich.text import Text

        console = Console(highlight=False)
        for line, style in _lines(inspection):
            console.print(Text(line, style), soft_wrap=True)
    else:
        _print("\n".join(line for line, _ in _lines(inspection)))


def _print(text: str) -> None:
    # A terminal need not know all characters.
    sys.stdout.buffer.write(f"{text}\n".encode())
    sys.stdout.buffer.flush()


def _lines(inspection: Inspection) -> Iterator[tuple[str, str]]:
    """The lines to print, each with the name of a style."""
    yield f"{inspection.name}: {inspection.lines} lines, read as {inspection.encoding}", "bold"
    yield "", ""
    yield "Conventions", "bold"
    width = max((len(choice.name) for choice in inspection.conventions), default=0)
    for choice in inspection.conventions:
        mark = "*" if choice.given else "+" if choice.holds else "-"
        name = f"{choice.aspect:10}  {choice.name:{width}}"
        line = f"  {mark} {name}  {choice.score:4.0%}  {choice.why}"
        yield line, "" if choice.holds else "dim"
    yield "", ""
    yield "Structure", "bold"
    yield from _tree(inspection.divisions, len(str(inspection.lines)), "")
    yield "", ""
    yield "Counts", "bold"
    yield f"  {_counted(inspection.counts)}", ""
    if inspection.doubts:
        yield "", ""
        yield "To look at", "bold"
    for doubt in inspection.doubts:
        yield f"  line {doubt.line}: {doubt.message}", "yellow"


def _tree(divisions: Sequence[Division], digits: int, indent: str) -> Iterator[tuple[str, str]]:
    for one in divisions:
        name = f"{one.kind} {one.n}".rstrip()
        heading = one.heading
        if len(heading) > _LONGEST_HEADING:
            heading = f"{heading[: _LONGEST_HEADING - 1]}…"
        parts = [name, f"“{heading}”" if heading else "", _counted(one.counts)]
        sure = "" if one.certainty == "high" else f"[{one.certainty}: {one.doubt}]"
        line = "  ".join(part for part in (*parts, sure) if part)
        yield f"  {one.line:{digits}}  {indent}{line}", "yellow" if sure else ""
        yield from _tree(one.parts, digits, f"{indent}  ")


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {_singular(name, count)}" for name, count in counts.items())


def _singular(name: str, count: int) -> str:
    """The name of what is counted, for one of it as well: “1 page break”, “1 line of verse”."""
    if count != 1:
        return name
    head, *rest = name.split(" of ", 1)
    return " of ".join([head.removesuffix("s"), *rest])
