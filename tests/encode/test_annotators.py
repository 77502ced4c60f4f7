"""Annotators that plug in by the entry-point group ``teikit.annotators``."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from running import Run
from teikit.encode.annotators import annotate
from teikit.encode.convert import convert
from teikit.encode.model import Block, Document, Span
from teikit.errors import UsageError

PLUGIN = """
from teikit.encode.model import Span

class Shouts:
    name = "shouts"

    def __init__(self, kind="term"):
        self.kind = kind

    def annotate(self, document):
        at = document.text.find("SALT")
        yield Span(at, at + 4, self.kind, evidence="in capitals", annotator=self.name)

def broken():
    raise RuntimeError("no model")
"""
POINTS = """[teikit.annotators]
shouts = shouting:Shouts
broken = shouting:broken
missing = shouting_away:Nothing
number = shouting:PLUGIN
"""
TEXT = "Mr. Amory bought SALT in May 1811.\n"


@pytest.fixture
def plugged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package with annotators, installed as pip lays it out."""
    facts = tmp_path / "shouting-1.0.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n")
    (facts / "entry_points.txt").write_text(POINTS)
    (tmp_path / "shouting.py").write_text(PLUGIN + "\nPLUGIN = dict\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    yield tmp_path
    sys.modules.pop("shouting", None)


def test_a_plug_in_runs_beside_the_built_in(plugged: Path, run: Run) -> None:
    """It is asked for by its name, with an argument after a colon."""
    (run.folder / "text.txt").write_text(TEXT)
    document = run("convert", "text.txt", "--annotators", "dates,shouts", status=0).stdout
    assert "<term>SALT</term>" in document
    assert '<date when="1811-05">' in document
    assert "marked by programs, without review" in document
    other = run("convert", "text.txt", "--annotators", "shouts:measure", status=0).stdout
    assert "<measure>SALT</measure>" in other
    assert "<date when" not in other


def test_the_order_of_annotators_does_not_matter(plugged: Path) -> None:
    """The same names in any order give the same marks."""
    one = convert(TEXT.encode(), annotators=("dates", "names", "shouts"))
    two = convert(TEXT.encode(), annotators=("shouts", "names", "dates"))
    assert one.marks == two.marks
    assert {span.annotator for span in one.marks} == {"dates", "names", "shouts"}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nobody", "there is no annotator named “nobody”"),
        ("broken", "the annotator “broken” cannot be loaded: no model"),
        ("missing", "the annotator “missing” cannot be loaded: No module named 'shouting_away'"),
        ("number", "what is plugged in as “number” is no annotator"),
        ("shouts:div", "its span 17-21 has the kind “div”"),
        ("shouts:a:b", "its span 17-21 has the kind “a:b”"),
        ("names:de", "the annotator “names” cannot be loaded"),
    ],
)
def test_a_bad_plug_in_is_told(plugged: Path, name: str, message: str) -> None:
    """What is wrong with a plug-in is said in a sentence, and what there is."""
    with pytest.raises(UsageError) as raised:
        annotate([name], Document(TEXT, [Block("p", 0, len(TEXT))]))
    assert message in raised.value.message
    if name == "nobody":
        known = "broken dates missing names number organisations places shouts spacy titles"
        assert raised.value.hint == f"Known are: {', '.join(known.split())}."


def test_a_name_without_a_person_gets_the_one_of_its_form() -> None:
    """Names of plug-ins join the persons that are known, or are persons of their own."""
    from teikit.encode.merge import with_entities

    known = Span(0, 9, "persName", entity="Mr. Peter Amory")
    same, other = Span(0, 9, "persName", certainty="medium"), Span(10, 16, "persName")
    unsure = Span(10, 16, "persName", certainty="low")
    entities = [span.entity for span in with_entities(TEXT, [known, same, other, unsure])]
    assert entities == ["Mr. Peter Amory", "Mr. Peter Amory", "bought", ""]


def test_spans_outside_the_text_are_left_out() -> None:
    """A span that lies in no block is not woven."""
    from teikit.encode.resolve import resolve

    assert resolve(TEXT, [Block("p", 0, 5)], [Span(3, 9, "term"), Span(90, 99, "term")]) == []


def test_start_up_does_not_look_for_plug_ins() -> None:
    """A conversion with the built-in annotators does not read the installed packages' facts."""
    code = (
        "import sys; from teikit.encode.convert import convert; convert(b'In May 1811.');"
        "sys.exit('importlib.metadata' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
