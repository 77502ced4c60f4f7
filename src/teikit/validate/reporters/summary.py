"""The last lines of a report for people: how many documents, findings and schemas."""

from __future__ import annotations

from collections import Counter

from teikit.validate.finding import Failure, Report, Result

_FULL = "tei_all"


class Summary:
    """Counts results."""

    def __init__(self) -> None:
        self._files = self._invalid = self._unread = 0
        self._told = self._hidden = self._accepted = 0
        self._schemas: Counter[str] = Counter()
        self._instead: Counter[str] = Counter()
        self._reason = ""

    def add(self, result: Result, told: int) -> None:
        """Count a result, of which so many findings are told."""
        self._files += 1
        if isinstance(result, Failure):
            self._unread += 1
            return
        self._invalid += not result.valid
        self._told += told
        self._hidden += len(result.findings) - told
        self._accepted += result.accepted
        self._add_schema(result)

    def _add_schema(self, report: Report) -> None:
        if report.schema:
            self._schemas[report.schema] += 1
            self._instead[report.schema] += report.schema == _FULL and bool(report.reason)
            self._reason = report.reason

    def text(self) -> str:
        """The summary; ``""`` if the only document could not be read, which was said."""
        if self._files == 1 and self._unread:
            return ""
        parts = self._one() if self._files == 1 else self._many()
        if self._accepted:
            parts.append(f"{self._accepted} accepted by the baseline")
        if self._hidden:
            parts.append(f"{self._hidden} not shown (--show info shows all)")
        return f"{', '.join(parts)}.\n{self._of_schemas()}"

    def _one(self) -> list[str]:
        told = [count(self._told, "finding")]
        if self._invalid:
            return told if self._told else ["Not valid"]
        return ["Valid", f"with {told[0]}"] if self._told else ["Valid"]

    def _many(self) -> list[str]:
        parts = [count(self._files, "file"), f"{self._files - self._invalid - self._unread} valid"]
        told = count(self._told, "finding")
        if self._invalid:
            parts.append(f"{self._invalid} not valid ({told})")
        elif self._told:
            parts.append(told)
        if self._unread:
            parts.append(f"{self._unread} could not be checked")
        return parts

    def _of_schemas(self) -> str:
        """Which schemas there were, unless it is simply full P5."""
        if set(self._schemas) <= {_FULL} and not self._instead[_FULL]:
            return ""
        if len(self._schemas) == 1 and not self._instead.total() and self._files > 1:
            return f"Schema: {next(iter(self._schemas))}.\n"
        if self._files == 1:
            reason = f"; {self._reason}" if self._reason else ""
            return f"Schema: {next(iter(self._schemas))}{reason}.\n"
        told = [self._of_schema(name, number) for name, number in self._schemas.most_common()]
        return f"Schemas: {', '.join(told)}.\n"

    def _of_schema(self, name: str, number: int) -> str:
        instead = self._instead[name]
        note = f"; {instead} of them declare one that is not at hand" if instead else ""
        return f"{name} ({count(number, 'file')}{note})"


def count(number: int, noun: str) -> str:
    """A number with its noun: ``1 file``, ``2 files``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
