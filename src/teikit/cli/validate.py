"""``teikit validate``: is it TEI, and if not, where, why and what to do."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from teikit.cli.progress import Bar
from teikit.cli.report import report
from teikit.errors import UsageError
from teikit.validate.finding import Failure, Severity
from teikit.validate.reporters.registry import FORMATS, Options, reporter

if TYPE_CHECKING:
    from teikit.validate.api import Validator
    from teikit.validate.baseline import Baseline
    from teikit.validate.bulk import Files
    from teikit.validate.finding import Result

_GARBAGE = 100_000
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@click.command(
    short_help="Check TEI, and explain each mistake.",
    epilog="""\b
Examples:
  teikit validate letter.xml
  teikit validate edition/                    all .xml files below the folder
  teikit validate "edition/**/*.xml" --quiet
  teikit validate edition.zip @more-files.txt
  teikit validate letter.xml --schema ../schema/project.rng
  teikit validate edition/ --checks all --profile archive
  teikit validate edition/ --format sarif -o findings.sarif
  teikit validate edition/ --write-baseline known.json
  teikit validate edition/ --baseline known.json
  teikit validate edition/ --watch
  curl -s https://example.org/letter.xml | teikit validate -

\b
Exit status: 0 all valid, 1 findings, 2 something could not be read.
""",
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--schema",
    metavar="NAME|FILE|URL",
    help="The schema: tei_all (the whole of TEI P5), the name or URL of one in the store (see "
    "“teikit schema”), or a file: .rng, .rnc, .xsd, .dtd, .sch. Without it each document is "
    "checked against what it declares, if that is at hand, else against tei_all.",
)
@click.option(
    "--fetch",
    is_flag=True,
    help="Fetch schemas that are named by an address and not in the store, and keep them there. "
    "Without it nothing is fetched.",
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
@click.option(
    "--show",
    type=click.Choice(_SEVERITIES),
    default="warning",
    show_default=True,
    help="The least severity to tell (format text).",
)
@click.option("--baseline", metavar="FILE", help="Tell only what this file does not accept.")
@click.option("--write-baseline", metavar="FILE", help="Accept all there is now, in this file.")
@click.option("--watch", is_flag=True, help="Check again what changes, until Ctrl-C.")
def validate(files: Sequence[str], **options: Any) -> None:
    """Check TEI documents, and say where a mistake is, what it is, and what to do about it.

    A FILE may be a folder, a pattern, a .zip archive, “-” for standard input, or “@LIST” for a file
    that lists them, one a line.
    """
    from teikit.validate.collect import documents

    # What is read at the start stays to the end: to look for garbage in it would be in vain.
    gc.set_threshold(_GARBAGE)
    settings = _Settings(**options)
    settings.check(files)
    run = _Run(settings)
    if settings.watch:
        from teikit.cli.watch import watch

        schema = [settings.schema] if settings.schema else []
        watch(lambda: documents(files), lambda changed: run.do(changed, flush=True), schema)
        return
    run.do(list(documents(files)))
    _leave(run.status)


@dataclass(frozen=True, slots=True)
class _Settings:
    """The options of the command, under their names."""

    schema: str | None
    fetch: bool
    checks: str
    profile: str
    format_: str
    output: str | None
    quiet: bool
    max_findings: int
    jobs: int
    fail_on: Severity
    show: Severity
    baseline: str | None
    write_baseline: str | None
    watch: bool

    def check(self, files: Sequence[str]) -> None:
        """Make sure that the options go together.

        Raises:
            UsageError: they do not.
        """
        if sum(file in ("-", "@-") for file in files) > 1:
            raise UsageError("standard input can be read only once", hint="Name “-” once.")
        if self.baseline and self.write_baseline:
            hint = "Use --write-baseline alone to accept all anew."
            raise UsageError("a baseline cannot be used and written at a time", hint=hint)
        if self.watch and (self.output or self.write_baseline or {"-", "@-"} & set(files)):
            hint = "Leave out --output, --write-baseline and “-”."
            raise UsageError("--watch reports on files to standard output", hint=hint)

    def validator(self) -> Validator:
        """A validator with these settings."""
        from teikit.validate.api import Validator

        names = [check.strip() for check in self.checks.split(",") if check.strip()]
        return Validator(self.schema, checks=names, profile=self.profile, fetch=self.fetch)

    def reporting(self) -> Options:
        """How to report."""
        return Options(
            colour=self.output is None and _colour(),
            quiet=self.quiet,
            max_findings=self.max_findings,
            show=self.show,
        )


class _Run:
    """Validates documents, reports, and keeps the exit status."""

    def __init__(self, settings: _Settings) -> None:
        self._settings = settings
        self._failing = _SEVERITIES[: _SEVERITIES.index(settings.fail_on) + 1]
        self._said: set[str] = set()
        self.status = 0

    def do(self, files: Files, *, flush: bool = False) -> None:
        """Validate files and report; ``flush`` forgets what was said before."""
        if flush:
            self._said.clear()
        settings, bar = self._settings, Bar(len(files), "files")
        results = bar.over(self._results(files, settings.validator()))
        if settings.write_baseline:
            _write_baseline(results, settings.write_baseline)
            self.status = 2 if self.status == 2 else 0
            return
        pieces = reporter(settings.format_)(results, settings.reporting())
        _write(pieces, settings.output, bar)

    def _results(self, files: Files, validator: Validator) -> Iterator[Result]:
        from teikit.validate.bulk import validate_all

        baseline = _baseline(self._settings.baseline)
        for result in validate_all(files, validator, self._settings.jobs):
            if isinstance(result, Failure):
                self._fail(result)
            elif baseline is not None:
                result = baseline.apply(result)
            if not isinstance(result, Failure) and any(
                finding.severity in self._failing for finding in result.findings
            ):
                self.status = max(self.status, 1)
            yield result

    def _fail(self, failure: Failure) -> None:
        self.status = 2
        # A schema that cannot be used is said once, not for each document.
        text = str(failure.error)
        if text not in self._said:
            self._said.add(text)
            report(failure.error)


def _baseline(name: str | None) -> Baseline | None:
    if name is None:
        return None
    from teikit.validate.baseline import Baseline

    return Baseline.read(Path(name))


def _write_baseline(results: Iterator[Result], name: str) -> None:
    from teikit.validate.baseline import Baseline
    from teikit.write import write

    baseline = Baseline(Path(name).parent)
    for result in results:
        if not isinstance(result, Failure):
            baseline.add(result)
    write(name, baseline.dumps())
    findings = f"{baseline.size} finding{'' if baseline.size == 1 else 's'}"
    click.echo(f"{name} accepts {findings}.", err=True)


def _leave(status: int) -> NoReturn:
    """End the process at once: to take trees and modules apart takes as long as a verdict."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _colour() -> bool:
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def _write(pieces: Iterator[str], output: str | None, bar: Bar) -> None:
    if output is not None:
        from teikit.write import write

        write(output, "".join(pieces).encode("utf-8", "surrogateescape"))
        return
    for piece in pieces:
        # File names need not be UTF-8, and a terminal need not know all characters.
        with bar.aside():
            sys.stdout.buffer.write(piece.encode("utf-8", "surrogateescape"))
            sys.stdout.buffer.flush()
