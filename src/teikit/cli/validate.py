"""``teikit validate``: is it TEI, and if not, where, why and what to do."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from teikit.cli.report import report
from teikit.errors import UsageError
from teikit.validate.finding import Failure
from teikit.validate.reporters.registry import FORMATS, Options, reporter

if TYPE_CHECKING:
    from teikit.validate.api import Validator
    from teikit.validate.finding import Result

_SEVERITIES = ("error", "warning", "info")


@click.command(
    epilog="""\b
Examples:
  teikit validate letter.xml
  teikit validate edition/                    all .xml files below the folder
  teikit validate "edition/**/*.xml" --quiet
  teikit validate letter.xml --schema ../schema/project.rng
  teikit validate edition/ --checks all --profile archive
  teikit validate edition/ --format sarif -o findings.sarif
  curl -s https://example.org/letter.xml | teikit validate -

\b
Exit status: 0 all valid, 1 findings, 2 something could not be read.
"""
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--schema",
    metavar="NAME|FILE",
    default="tei_all",
    show_default=True,
    help="The schema: tei_all is the whole of TEI P5, others are .rng or .rnc files.",
)
@click.option(
    "--checks",
    metavar="LIST",
    default="grammar,ids",
    show_default=True,
    help="What to check, with commas between: grammar, ids, rules, links, dates, languages, "
    "namespace, encoding, content, header; or all.",
)
@click.option(
    "--profile",
    metavar="NAME|FILE",
    default="",
    help="What an archive asks for: archive, or a profile of your own (.toml).",
)
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to report.",
)
@click.option("-o", "--output", metavar="FILE", help="Where to report; otherwise standard output.")
@click.option("-q", "--quiet", is_flag=True, help="Report findings only, no summary.")
@click.option(
    "--max-findings",
    type=click.IntRange(0),
    metavar="N",
    default=0,
    help="Show at most N findings for each file (format text); 0 shows all.  [default: 0]",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(0),
    metavar="N",
    default=0,
    help="Files to check at a time; 0 chooses.  [default: 0]",
)
@click.option(
    "--fail-on",
    type=click.Choice(_SEVERITIES),
    default="error",
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
def validate(
    files: Sequence[str],
    schema: str,
    checks: str,
    profile: str,
    format_: str,
    output: str | None,
    quiet: bool,
    max_findings: int,
    jobs: int,
    fail_on: str,
) -> None:
    """Check TEI documents, and say where a mistake is, what it is, and what to do about it.

    A FILE may be a folder, a pattern, or “-” for standard input.
    """
    from teikit.validate.api import Validator
    from teikit.validate.collect import documents

    if list(files).count("-") > 1:
        raise UsageError("standard input can be read only once", hint="Name “-” once.")
    names = [check.strip() for check in checks.split(",") if check.strip()]
    run = _Run(Validator(schema, checks=names, profile=profile), fail_on)
    options = Options(
        colour=output is None and _colour(),
        quiet=quiet,
        max_findings=max_findings,
        width=shutil.get_terminal_size((100, 24)).columns,
    )
    pieces = reporter(format_)(run.results(list(documents(files)), jobs), options)
    _write(pieces, output)
    sys.exit(run.status)


class _Run:
    """Validates documents and keeps the exit status."""

    def __init__(self, validator: Validator, fail_on: str) -> None:
        self._validator = validator
        self._failing = _SEVERITIES[: _SEVERITIES.index(fail_on) + 1]
        self.status = 0

    def results(self, files: Sequence[str], jobs: int) -> Iterator[Result]:
        from teikit.validate.bulk import validate_all

        for result in validate_all(files, self._validator, jobs):
            if isinstance(result, Failure):
                report(result.error)
                self.status = 2
            elif any(finding.severity in self._failing for finding in result.findings):
                self.status = max(self.status, 1)
            yield result


def _colour() -> bool:
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def _write(pieces: Iterator[str], output: str | None) -> None:
    if output is not None:
        from teikit.write import write

        write(output, "".join(pieces).encode("utf-8", "surrogateescape"))
        return
    for piece in pieces:
        # File names need not be UTF-8, and a terminal need not know all characters.
        sys.stdout.buffer.write(piece.encode("utf-8", "surrogateescape"))
        sys.stdout.buffer.flush()
