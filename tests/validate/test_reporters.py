"""Reports in every format, read by those who read such formats."""

from __future__ import annotations

import json
from typing import Any

import junitparser
import pytest
import sarif_pydantic

from teikit.errors import InputError
from teikit.validate.api import Validator
from teikit.validate.codes import CODES
from teikit.validate.finding import Failure, Finding, Report, Result
from teikit.validate.reporters import FORMATS, reporter
from teikit.validate.reporters.registry import Options
from validate.documents import document

FAILURE = Failure("gone.xml", InputError("there is no such file", hint="Check it."))


def render(name: str, results: list[Result], **options: Any) -> str:
    """The text of a report."""
    return "".join(reporter(name)(results, Options(**options)))


@pytest.fixture
def results(validator: Validator) -> list[Result]:
    """A valid document, one with two findings, and one that could not be read."""
    bad = validator.validate(
        document("<p><Hi>a</Hi></p>\nß ]]> “b”<p/>".replace("]]>", "")).encode()
    )
    named = Report(
        "my letter.xml",
        bad.schema,
        tuple(
            Finding(**{f: getattr(x, f) for f in x.__slots__} | {"file": "my letter.xml"})
            for x in bad.findings
        ),
    )
    return [Report("good.xml", "tei_all", ()), named, FAILURE]


def test_text(results: list[Result]) -> None:
    """People see the place, the mistake, the line with a caret, the hint and a summary."""
    text = render("text", results)
    assert text.startswith("my letter.xml:8:4: error TK201: TEI has no element <Hi>\n")
    assert "    <p><Hi>a</Hi></p>\n       ^\n    Hint: Write <hi>." in text
    assert text.endswith("3 files, 1 valid, 1 not valid (2 findings), 1 could not be checked.\n")
    assert "\x1b" not in text


def test_text_in_colour(results: list[Result]) -> None:
    """Colour changes nothing but the colour."""
    import re

    coloured = render("text", results, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == render("text", results)


def test_text_of_one_valid_document() -> None:
    """A valid document gets a word; with quiet, none."""
    assert render("text", [Report("a.xml", "tei_all", ())]) == "Valid.\n"
    assert render("text", [Report("a.xml", "tei_all", ())], quiet=True) == ""


def test_text_limits_findings(results: list[Result]) -> None:
    """No more findings than were asked for, and the others counted."""
    text = render("text", results, max_findings=1)
    assert text.count("error TK") == 1
    assert "1 more finding" in text


def test_text_gathers_repetitions(validator: Validator) -> None:
    """The same mistake twenty times is told three times, and where else it is."""
    report = validator.validate(document("\n".join(["<p><i>a</i></p>"] * 20)).encode())
    text = render("text", [report])
    assert text.count("error TK201") == 3
    assert "in lines 11, 12, 13, 14" in text
    assert "and 5 others" in text


def test_text_shows_long_lines_around_the_place(validator: Validator) -> None:
    """Of a very long line the part around the place is shown, with the caret under it."""
    body = f"<p>{'word ' * 500}<Hi>x</Hi>{' word' * 500}</p>"
    text = render("text", [validator.validate(document(body).encode())], width=80)
    line, caret = text.splitlines()[1:3]
    assert len(line) <= 80
    assert line[caret.index("^") :].startswith("<Hi>")


def test_text_and_control_characters() -> None:
    """What a document says cannot steer a terminal."""
    finding = Finding("TK101", "r", "error", "m", line=1, column=2, excerpt="a\x1b[31mb")
    assert "\x1b" not in render("text", [Report("a", "s", (finding,))])


def test_json(results: list[Result]) -> None:
    """Programs get every field."""
    documents = json.loads(render("json", results))["documents"]
    assert [d["valid"] for d in documents] == [True, False, None]
    finding = documents[1]["findings"][0]
    assert (finding["code"], finding["line"], finding["column"]) == ("TK201", 8, 4)
    assert finding["allowed"] == ["hi"]
    assert documents[2]["error"]["message"] == "there is no such file"


def test_jsonl(results: list[Result]) -> None:
    """JSON lines say the same, a document on each line."""
    lines = [json.loads(line) for line in render("jsonl", results).splitlines()]
    assert lines == json.loads(render("json", results))["documents"]


def test_sarif(results: list[Result]) -> None:
    """SARIF is read by a library, rule by rule and place by place."""
    log = sarif_pydantic.Sarif.model_validate(json.loads(render("sarif", results)))
    (run,) = log.runs
    rules = run.tool.driver.rules
    assert log.version == "2.1.0"
    assert [rule.id for rule in rules] == list(CODES)
    first = run.results[0]
    place = first.locations[0].physical_location
    assert rules[first.rule_index].id == first.rule_id == "TK201"
    assert place.artifact_location.uri == "my%20letter.xml"
    assert (place.region.start_line, place.region.start_column) == (8, 4)
    assert not run.invocations[0].execution_successful


def test_junit(results: list[Result]) -> None:
    """JUnit is read by a library: a case for each document, a failure for each that is invalid."""
    (suite,) = junitparser.JUnitXml.fromstring(render("junit", results).encode())
    assert (suite.tests, suite.failures, suite.errors) == (3, 1, 1)
    cases = {case.name: case for case in suite}
    assert cases["good.xml"].is_passed
    assert "TK201" in cases["my letter.xml"].result[0].text


def test_github(results: list[Result]) -> None:
    """GitHub gets one command for each finding, with what would break it escaped."""
    lines = render("github", results).splitlines()
    assert lines[0].startswith("::error file=my letter.xml,line=8,col=4,title=TK201 ")
    assert len(lines) == 3
    finding = Finding("TK101", "r", "warning", "50%\nx", file="a,b:c.xml")
    (line,) = render("github", [Report("a", "s", (finding,))]).splitlines()
    assert line == "::warning file=a%2Cb%3Ac.xml,title=TK101 r::50%25%0Ax."


@pytest.mark.parametrize("name", FORMATS)
def test_no_results(name: str) -> None:
    """Every format can say nothing at all."""
    text = render(name, [], quiet=True)
    if name in ("json", "sarif"):
        json.loads(text)


def test_codes_are_complete() -> None:
    """Every code has a name and a sentence, and none has the same name as another."""
    assert len({code.rule for code in CODES.values()}) == len(CODES)
    for key, code in CODES.items():
        assert key == code.code
        assert code.meaning.endswith(".")
