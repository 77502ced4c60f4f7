"""``teikit explain`` on the command line."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from running import Run
from teikit.explain.api import explain
from teikit.explain.cache import definitions
from teikit.explain.model import AttributeExplanation, ElementExplanation
from teikit.explain.names import UnknownNameError
from teikit.explain.text import Options, render

_NAMES = ["persName", "TEI", "list", "egXML", "@when", "date@when", "model.pLike", "att.datable"]
_NAMES += ["macro.paraContent", "teidata.word", "TK203", "TK751", "lb", "relation", "altIdent"]


def test_element_page(run: Run) -> None:
    """The page of an element has what it is, where it stands, what it holds and an example."""
    page = run("explain", "persName", status=0).stdout
    assert page.startswith("<persName>  element of namesdates")
    assert "https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-persName.html" in page
    assert "model.nameLike.agent" in page
    assert "section 14.2.1" in page
    for heading in ("May hold", "May stand in", "Attributes", "Example"):
        assert f"\n{heading}\n" in page
    assert "    full  one of yes, abb, init" in page
    assert page.index("att.personal") < page.index("att.global")
    assert "\x1b" not in page


def test_order_of_content_is_told(run: Run) -> None:
    """A content model with an order is told step by step, with what its signs mean."""
    page = run("explain", "climate", status=0).stdout
    assert "  1. <precision>*" in page
    assert "* any number" in page
    assert "model.headLike   head" in page


def test_own_attributes_come_first(run: Run) -> None:
    """An element's own attributes stand before those of classes, with what excludes what."""
    page = run("explain", "relation", status=0).stdout
    assert page.index("Its own") < page.index("att.canonical")
    assert "not beside" in page


def test_json_has_everything(run: Run) -> None:
    """JSON has the same facts, with no list cut short."""
    told = json.loads(run("explain", "p", "--format", "json", status=0).stdout)
    assert told["kind"] == "element"
    assert told["name"] == "p"
    assert told["content"]["text"] is True
    assert "persName" in {e for group in told["content"]["groups"] for e in group["elements"]}
    assert {"name", "gloss", "elements"} == set(told["parents"][0])
    assert any(a["name"] == "xml:id" for g in told["attributes"] for a in g["attributes"])


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("width", [40, 80, 300])
def test_pages_fit_the_terminal(name: str, width: int) -> None:
    """No line is wider than the terminal, addresses, XML and single long words aside."""
    for line in render(explain(name), Options(width)).splitlines():
        fits = len(line) <= min(width, 100) or "https://" in line or "<" in line
        assert fits or len(line.split()) <= 2, line
        assert line == line.rstrip()


def test_full_writes_lists_out() -> None:
    """With ``full`` every parent is named; without it long lists say how many there are."""
    told = explain("p")
    assert isinstance(told, ElementExplanation)
    full, short = render(told, Options(full=True)), render(told, Options())
    names = {name for group in told.parents for name in group.elements}
    assert all(name in full for name in names)
    assert "…" in short.partition("Attributes")[0]
    assert "…" not in full.partition("Attributes")[0]


def test_attribute_of_an_element() -> None:
    """``date@when`` is one definition, ``@when`` all of them with their elements."""
    one, everywhere = explain("date@when"), explain("@when")
    assert isinstance(one, AttributeExplanation)
    assert isinstance(everywhere, AttributeExplanation)
    assert [use.owner for use in one.uses] == ["att.datable.w3c"]
    assert "date" in everywhere.uses[0].elements
    assert one.uses[0].attribute.gloss.startswith("A date")


@pytest.mark.parametrize("name", ["<persName>", "tei:persName", " persName ", "<persName/>"])
def test_names_as_people_write_them(name: str) -> None:
    """Tags and prefixes are understood."""
    told = explain(name)
    assert isinstance(told, ElementExplanation)
    assert told.name == "persName"


def test_codes_by_code_and_by_rule(run: Run) -> None:
    """A finding is found by its code in either case and by the name of its rule."""
    page = run("explain", "TK203", status=0).stdout
    assert page.startswith("TK203  missing-element, error (grammar)")
    for heading in ("Why it happens", "What to do", "Wrong", "Right"):
        assert f"\n{heading}\n" in page
    assert explain("tk203") == explain("TK203") == explain("missing-element")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("persname", "Did you mean persName?"),
        ("footnote", "Did you mean note"),
        ("@wen", "@when"),
        ("date@wen", "date@when"),
        ("persnam@ref", "Did you mean persName"),
        ("model.plike", "model.pLike"),
        ("att.databel", "att.datable"),
        ("TK209", "TK201"),
        ("missing-elment", "missing-element"),
        ("qqqqqqqq", "Name an element"),
        ("", "Name an element"),
        ("@", "teikit explain ELEMENT"),
        ("teidata.", "teikit explain ELEMENT"),
        ("../etc/passwd", "Name an element"),
        ("x" * 100_000, "Name an element"),
    ],
)
def test_unknown_names_are_told(name: str, words: str) -> None:
    """A name that stands for nothing is an error that says what was probably meant."""
    with pytest.raises(UnknownNameError) as caught:
        explain(name)
    assert words in caught.value.hint
    assert len(str(caught.value)) < 500


def test_unknown_name_on_the_command_line(run: Run) -> None:
    """The status is 2, the sentence and hint go to standard error."""
    result = run("explain", "persname", status=2)
    assert result.stdout == ""
    assert result.stderr.startswith("Error: ")
    assert "Hint: Did you mean persName?" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["p", "--format", "xml"]])
def test_bad_usage(run: Run, arguments: list[str]) -> None:
    """Missing or superfluous arguments are told."""
    assert "Usage: teikit explain" in run("explain", *arguments, status=2).stderr


def test_help_has_examples(run: Run) -> None:
    """The help shows each kind of name."""
    text = run("explain", "--help", status=0).stdout
    for name in ("persName", "@when", "date@when", "model.pLike", "att.datable", "TK203"):
        assert f"teikit explain {name}" in text


@pytest.mark.parametrize(("no_colour", "expected"), [("", True), ("1", False)])
def test_colour_only_on_a_terminal(no_colour: str, expected: bool) -> None:
    """A terminal gets colours unless NO_COLOR is set."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": no_colour}
    command = [sys.executable, "-m", "teikit", "explain", "TK203"]
    with os.fdopen(leader, "rb", buffering=0) as terminal:
        done = subprocess.run(command, stdout=follower, env=environment, check=False)
        shown = terminal.read(4096)
        os.close(follower)
    assert done.returncode == 0
    assert (b"\x1b[" in shown) == expected


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", b"x y\n[]", None])
def test_damaged_cache_is_made_anew(
    damage: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is in the cache, the definitions are those of the grammar."""
    expected = dict(definitions())
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    entry = tmp_path / "teikit" / "explain" / "definitions.json"
    entry.parent.mkdir(parents=True)
    if damage is None:
        entry.mkdir()  # it cannot be written at all
    else:
        entry.write_bytes(damage)
    definitions.cache_clear()
    try:
        assert definitions() == expected
        if damage is not None:
            definitions.cache_clear()
            assert definitions() == expected
            assert entry.read_bytes().count(b"\n") == 1
    finally:
        definitions.cache_clear()


def test_global_attributes_fold_on_elements_only() -> None:
    """An element's page names the attributes of all elements in a line, their own page in full."""
    for name in ("p", "caesura"):
        assert "    xml:id, n, xml:lang" in render(explain(name), Options())
    of_class = render(explain("att.global"), Options())
    assert "    xml:id     xsd:ID" in of_class
    assert "Includes    att.global.analytic" in of_class
