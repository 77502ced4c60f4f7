"""Findings that are known and accepted, so that only new ones are told."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from teikit.errors import InputError
from teikit.validate.finding import Finding, Report

_FORMAT = 1
_LINE = re.compile(r"\b(lines?|columns?) \d+")


class Mark(NamedTuple):
    """What a finding is known by; lines do not count, for they shift."""

    code: str
    element: str
    attribute: str
    message: str

    @classmethod
    def of(cls, finding: Finding) -> Mark:
        """The mark of a finding."""
        message = _LINE.sub(r"\1 …", finding.message)
        return cls(finding.code, finding.element, finding.attribute, message)


class Baseline:
    """Accepted findings, file by file: how many there are of each mark.

    Args:
        folder: the folder of the baseline's file; the names of documents start from there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._accepted: dict[str, Counter[Mark]] = {}

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """Read a baseline.

        Raises:
            InputError: it cannot be read, or is none.
        """
        baseline = cls(path.parent)
        try:
            data: Any = json.loads(path.read_text(encoding="utf-8"))
            if data["teikit-baseline"] != _FORMAT:
                raise ValueError
            for file, entries in data["files"].items():
                baseline._accepted[file] = Counter(dict(map(_entry, entries)))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            hint = f"Make it once with --write-baseline {path}."
            message = f"the baseline cannot be read: {reason}"
            raise InputError(message, place=str(path), hint=hint) from error
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            hint = f"Make one with --write-baseline {path}."
            raise InputError("this is no baseline", place=str(path), hint=hint) from error
        return baseline

    def add(self, report: Report) -> None:
        """Accept all findings of a report."""
        if report.findings:
            marks = Counter(map(Mark.of, report.findings))
            self._accepted[self._name(report.file)] = marks

    def dumps(self) -> bytes:
        """The baseline as its file holds it: JSON in a fixed order, one finding a line."""
        files = ",\n".join(
            f" {_json(file)}: [\n{_lines(marks)}\n ]"
            for file, marks in sorted(self._accepted.items())
        )
        return f'{{"teikit-baseline": {_FORMAT}, "files": {{\n{files}\n}}}}\n'.encode()

    @property
    def size(self) -> int:
        """How many findings it accepts."""
        return sum(marks.total() for marks in self._accepted.values())

    def apply(self, report: Report) -> Report:
        """A report without its accepted findings, which are counted.

        If there are more findings of a mark than are accepted, the last ones are new.
        """
        left = self._accepted.get(self._name(report.file), Counter()).copy()
        new = tuple(_beyond(report.findings, left))
        return replace(report, findings=new, accepted=len(report.findings) - len(new))

    def _name(self, file: str) -> str:
        try:
            return os.path.relpath(file, self._folder).replace(os.sep, "/") if file else file
        except ValueError:
            # On Windows, the file may be on another drive.
            return file


def _beyond(findings: tuple[Finding, ...], left: Counter[Mark]) -> Iterator[Finding]:
    for finding in findings:
        mark = Mark.of(finding)
        if left[mark]:
            left[mark] -= 1
        else:
            yield finding


def _entry(entry: dict[str, Any]) -> tuple[Mark, int]:
    count = entry.pop("count", 1)
    mark = Mark(**{"element": "", "attribute": "", **entry})
    if not all(isinstance(text, str) for text in mark) or not isinstance(count, int):
        raise ValueError
    return mark, count


def _lines(marks: Counter[Mark]) -> str:
    entries = []
    for mark, count in sorted(marks.items()):
        entry: dict[str, Any] = {name: text for name, text in mark._asdict().items() if text}
        if count > 1:
            entry["count"] = count
        entries.append(f"  {_json(entry)}")
    return ",\n".join(entries)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
