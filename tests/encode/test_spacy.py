"""The annotator for spaCy, with a pipeline that the test trains."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import teikit
from running import Run
from teikit.encode.annotators import annotator
from teikit.encode.convert import convert
from teikit.encode.spacy_pipeline import SpacyAnnotator
from teikit.errors import UsageError

_TRAINING = [
    "The weaver {Tarrow|PERSON} came to {Wick|GPE} in spring.",
    "In {Wick|GPE} the smith {Grimbald|PERSON} met {Tarrow|PERSON}.",
    "They say that {Grimbald|PERSON} left {Orme|GPE}.",
    "Nobody in {Orme|GPE} liked the mill or the road.",
]
TEXT = "The weaver Tarrow came to Wick in May 1784.\n\nThey say that Grimbald’s wife left Orme.\n"


def _example(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A sentence and its entities from one with ``{words|LABEL}``."""
    text, entities = "", []
    for piece in marked.split("{"):
        words, brace, rest = piece.partition("}")
        if not brace:
            text += piece
            continue
        name, _, label = words.partition("|")
        entities.append((len(text), len(text) + len(name), label))
        text += name + rest
    return text, entities


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline trained on four sentences until it knows them."""
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed (teikit[spacy])")
    from spacy.training import Example

    spacy.util.fix_random_seed(1)
    model = spacy.blank("en")
    model.add_pipe("ner")
    examples = [
        Example.from_dict(model.make_doc(text), {"entities": entities})
        for text, entities in map(_example, _TRAINING)
    ]
    optimiser = model.initialize(lambda: examples)
    for _ in range(40):
        model.update(examples, sgd=optimiser)
    folder = tmp_path_factory.mktemp("pipeline")
    model.to_disk(folder)
    return folder


@pytest.mark.filterwarnings("ignore")
def test_entities_become_elements(pipeline: Path) -> None:
    """Labels are mapped, possessives stay outside, the document is valid."""
    conversion = convert(TEXT.encode(), annotators=[f"spacy:{pipeline}"])
    text = conversion.source.text
    found = {(text[span.start : span.end], span.kind) for span in conversion.marks}
    assert {("Tarrow", "persName"), ("Grimbald", "persName"), ("Wick", "placeName")} <= found
    assert teikit.validate(conversion.tree).valid
    assert '<persName ref="#person-grimbald" cert="medium"' in conversion.to_bytes().decode()


@pytest.mark.filterwarnings("ignore")
def test_they_merge_with_the_built_in_ones(pipeline: Path, run: Run) -> None:
    """Dates are those of the rules, and names of both are there once."""
    (run.folder / "text.txt").write_text("Mr. Tarrow wrote. " + TEXT)
    result = run("convert", "text.txt", "--annotators", f"names,dates,spacy:{pipeline}", status=0)
    assert '<date when="1784-05">May 1784</date>' in result.stdout
    assert result.stdout.count("Mr. Tarrow</persName> wrote") == 1
    assert "<placeName" in result.stdout


@pytest.mark.filterwarnings("ignore")
def test_labels_can_be_mapped_otherwise(pipeline: Path) -> None:
    """Other labels, other elements; labels without an element are left out."""
    from teikit.encode.model import Block, Document

    document = Document(TEXT, [Block("p", 0, TEXT.index("\n"))])
    marks = SpacyAnnotator(str(pipeline), {"GPE": "name"}).annotate(document)
    assert {span.kind for span in marks} == {"name"}


def test_spacy_and_the_pipeline_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is said, with the way to get it."""
    with pytest.raises(UsageError, match="needs the name or the folder of a pipeline"):
        annotator("spacy")
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError) as raised:
        annotator("spacy:anything")
    assert raised.value.hint == "pip install 'teikit[spacy]'"


@pytest.mark.filterwarnings("ignore")
def test_an_unknown_pipeline_is_told() -> None:
    """A name that spaCy does not know is a mistake of the user's, not a traceback."""
    pytest.importorskip("spacy", reason="spaCy is not installed (teikit[spacy])")
    with pytest.raises(UsageError, match="spaCy has no pipeline “no_such_pipeline”"):
        annotator("spacy:no_such_pipeline")
