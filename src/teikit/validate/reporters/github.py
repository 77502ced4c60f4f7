"""Reports as workflow commands of GitHub Actions, which shows them beside the lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from teikit.validate.finding import Failure, Finding, Result
from teikit.validate.reporters.registry import Options

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(results: Iterable[Result], options: Options) -> Iterator[str]:
    """Write results as workflow commands, one a line."""
    for result in results:
        if isinstance(result, Failure):
            properties = _properties(file=result.file, title="cannot be checked")
            yield f"::error {properties}::{_data(result.error.message)}\n"
            continue
        for finding in result.findings:
            yield _command(finding)


def _command(finding: Finding) -> str:
    properties = _properties(
        file=finding.file,
        line=str(finding.line or ""),
        col=str(finding.column or ""),
        title=f"{finding.code} {finding.rule}",
    )
    text = f"{finding.message}. {finding.hint}".strip()
    return f"::{_LEVELS[finding.severity]} {properties}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _properties(**values: str) -> str:
    escaped = {
        name: _data(value).replace(":", "%3A").replace(",", "%2C")
        for name, value in values.items()
        if value
    }
    return ",".join(f"{name}={value}" for name, value in escaped.items())
