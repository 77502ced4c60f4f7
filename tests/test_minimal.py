"""The documents that tests of every element are made with: complete, and valid."""

from __future__ import annotations

from collections import Counter
from functools import reduce
from operator import or_

from minimal import PLACES, Sample, p5, samples
from teikit.schema.emit import compile
from teikit.schema.prune import prune
from teikit.schema.survey import survey


def test_every_sample_is_valid_by_the_grammar() -> None:
    """Whatever a test finds with them, the document is not to blame."""
    every = list(samples())
    names = reduce(or_, (survey(sample.tree.getroot()).names for sample in every))
    schema = compile(prune(p5().grammar, names))
    assert schema is not None
    assert [sample.id for sample in every if not schema.validate(sample.tree)] == []


def test_there_is_a_sample_for_each_element_in_each_place() -> None:
    """Hardly an element of P5 cannot get into a text, through notes or descriptions."""
    found = Counter(sample.parents[0] if sample.parents else sample.name for sample in samples())
    assert set(found) == set(PLACES)
    assert found["text"] > 500


def test_an_element_that_can_hold_words_has_some() -> None:
    """A lost text could not be noticed otherwise."""
    by_name: dict[str, Sample] = {sample.name: sample for sample in samples()}
    for name in ("p", "person", "list", "fs", "div", "msItem"):
        assert by_name[name].words != [], name
    assert by_name["pb"].words == []
