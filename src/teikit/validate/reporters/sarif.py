"""Reports in SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from teikit import __version__
from teikit.validate.codes import CODES
from teikit.validate.finding import Failure, Finding, Result
from teikit.validate.reporters.registry import Options

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(results: Iterable[Result], options: Options) -> Iterator[str]:
    """Write results as one SARIF log with one run."""
    found: list[dict[str, Any]] = []
    notifications: list[dict[str, Any]] = []
    for result in results:
        if isinstance(result, Failure):
            notifications.append(_notification(result))
        else:
            found += [_result(finding) for finding in result.findings]
    run = {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not notifications,
                "toolExecutionNotifications": notifications,
            }
        ],
        "results": found,
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    yield json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _driver() -> dict[str, Any]:
    return {
        "name": "teikit",
        "semanticVersion": __version__,
        "rules": [
            {
                "id": code.code,
                "name": "".join(word.capitalize() for word in code.rule.split("-")),
                "shortDescription": {"text": code.meaning},
                "defaultConfiguration": {"level": _LEVELS[code.severity]},
            }
            for code in CODES.values()
        ],
    }


def _result(finding: Finding) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": list(CODES).index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}. {finding.hint}".strip()},
        "locations": [{"physicalLocation": _location(finding)}],
    }


def _location(finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.file)}}
    if finding.line:
        region: dict[str, Any] = {"startLine": finding.line}
        if finding.column:
            region["startColumn"] = finding.column
        if finding.excerpt:
            region["snippet"] = {"text": finding.excerpt}
        location["region"] = region
    return location


def _notification(failure: Failure) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": {"uri": _uri(failure.file)}}}
    return {
        "level": "error",
        "message": {"text": f"{failure.error.message}. {failure.error.hint}".strip()},
        "locations": [location],
    }


def _uri(file: str) -> str:
    """A path as a URI reference: relative paths stay relative."""
    if not file:
        return "document"
    return Path(file).as_uri() if PurePath(file).is_absolute() else quote(PurePath(file).as_posix())
