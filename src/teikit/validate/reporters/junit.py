"""Reports in JUnit's XML, which build servers read: a test case for each document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from teikit.validate.finding import Failure, Finding, Result
from teikit.validate.reporters.registry import Options


def render(results: Iterable[Result], options: Options) -> Iterator[str]:
    """Write results as one ``testsuite``."""
    suite = Element("testsuite", name="teikit validate")
    tests = failures = errors = 0
    for result in results:
        tests += 1
        case = SubElement(suite, "testcase", classname="teikit", name=_clean(result.file or "-"))
        if isinstance(result, Failure):
            errors += 1
            error = SubElement(case, "error", message=_clean(result.error.message))
            error.text = _clean(str(result.error))
            continue
        bad = [finding for finding in result.findings if finding.severity == "error"]
        if bad:
            failures += 1
            failure = SubElement(case, "failure", message=_clean(bad[0].message), type=bad[0].code)
            failure.text = "\n".join(map(_line, result.findings))
        elif result.findings:
            SubElement(case, "system-out").text = "\n".join(map(_line, result.findings))
    suite.attrib.update(tests=str(tests), failures=str(failures), errors=str(errors), skipped="0")
    root = Element("testsuites")
    root.append(suite)
    indent(root)
    yield tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _line(finding: Finding) -> str:
    place = f"{finding.line}:{finding.column}"
    return _clean(f"{place} {finding.code} {finding.message}. {finding.hint}".strip())


def _clean(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return "".join(
        c if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff") else "�" for c in text
    )
