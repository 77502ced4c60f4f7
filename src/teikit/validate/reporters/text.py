"""Reports for people: the place, the mistake, the source line, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from teikit.validate.finding import Failure, Finding, Result
from teikit.validate.reporters.registry import Options
from teikit.validate.reporters.summary import Summary, count

_SEVERITIES = ("error", "warning", "info")
_COLOURS = {"error": "31", "warning": "33", "info": "36"}
_ALIKE = 3
_MARGIN = "    "
_WIDEST = 100


def render(results: Iterable[Result], options: Options) -> Iterator[str]:
    """Write results as text.

    Of findings that say the same about one document the first few are told in full, and the
    lines of the others listed.
    """
    least = _SEVERITIES.index(options.show)
    summary = Summary()
    for result in results:
        if isinstance(result, Failure):
            # The command tells failures on standard error.
            summary.add(result, 0)
            continue
        shown = [one for one in result.findings if _SEVERITIES.index(one.severity) <= least]
        summary.add(result, len(shown))
        yield from _Text(options).findings(shown)
    if not options.quiet:
        yield summary.text()


class _Text:
    def __init__(self, options: Options) -> None:
        self._options = options

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._options.colour else text

    def findings(self, findings: Sequence[Finding]) -> Iterator[str]:
        most = self._options.max_findings or len(findings)
        import textwrap

        shown, alike = _first_of_each(findings)
        for finding in shown[:most]:
            yield self._finding(finding)
        for message, lines in alike.items():
            text = f"The same again, “{message}”, in {_lines(lines)}."
            yield textwrap.indent(textwrap.fill(text, self._width), _MARGIN) + "\n\n"
        if len(shown) > most:
            yield f"{_MARGIN}… and {count(len(shown) - most, 'more finding')}.\n\n"

    @cached_property
    def _width(self) -> int:
        # Asked for where there is something to tell: a valid document should not wait for it.
        from shutil import get_terminal_size

        columns = self._options.width or get_terminal_size((_WIDEST, 24)).columns
        return max(40, min(columns, _WIDEST) - len(_MARGIN))

    def _finding(self, finding: Finding) -> str:
        import textwrap

        place = ":".join(str(n) for n in (finding.line, finding.column) if n)
        head = ":".join(filter(None, (finding.file or "document", place)))
        severity = self._paint(finding.severity, _COLOURS[finding.severity])
        lines = [f"{self._paint(head, '1')}: {severity} {finding.code}: {finding.message}"]
        lines += self._excerpt(finding)
        hint = finding.hint
        if finding.section:
            hint += f" (TEI Guidelines {finding.section})"
        if hint:
            wrapped = textwrap.fill(
                f"Hint: {hint.strip()}",
                self._width,
                subsequent_indent=" " * 6,
                break_long_words=False,
                break_on_hyphens=False,
            )
            lines += textwrap.indent(wrapped, _MARGIN).splitlines()
        lines = [line.replace("Hint:", self._paint("Hint:", "1"), 1) for line in lines]
        return "\n".join(lines) + "\n\n"

    def _excerpt(self, finding: Finding) -> list[str]:
        """The source line around the place, with a caret under it."""
        if not finding.excerpt or not finding.column:
            return []
        line = finding.excerpt.replace("\t", " ")
        line = "".join(char if char.isprintable() else "�" for char in line)
        at = finding.column - 1 - finding.excerpt_offset
        start = max(0, at - self._width // 2)
        if start + self._width > len(line):
            start = max(0, min(start, len(line) - self._width))
        text = line[start : start + self._width]
        before = _columns(text[: at - start])
        if start:
            text = "…" + text[1:]
        if start + self._width < len(line):
            text = text[:-1] + "…"
        indent = len(text) - len(text.lstrip()) if not start else 0
        caret = self._paint("^", "32")
        return [_MARGIN + text[indent:].rstrip(), _MARGIN + " " * (before - indent) + caret]


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    import unicodedata

    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


def _first_of_each(findings: Sequence[Finding]) -> tuple[list[Finding], dict[str, list[int]]]:
    """The findings to tell in full, and the lines of those that only repeat them."""
    counts: Counter[str] = Counter()
    shown: list[Finding] = []
    alike: dict[str, list[int]] = {}
    for finding in findings:
        counts[finding.message] += 1
        if counts[finding.message] <= _ALIKE:
            shown.append(finding)
        else:
            alike.setdefault(finding.message, []).append(finding.line)
    return shown, alike


def _lines(lines: Sequence[int], shown: int = 12) -> str:
    numbers = [str(line) for line in dict.fromkeys(lines)]
    if len(numbers) == 1:
        return f"line {numbers[0]}"
    if len(numbers) <= shown:
        return f"lines {', '.join(numbers[:-1])} and {numbers[-1]}"
    return f"lines {', '.join(numbers[:shown])} and {len(numbers) - shown} others"
