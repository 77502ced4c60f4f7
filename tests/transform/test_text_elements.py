"""Every element of P5 in plain text: no words are lost, none run together.

The documents come from the grammar and the classes of elements from ``xslt/common/classes.xsl``.
"""

from __future__ import annotations

import re

from classes import classes
from minimal import Sample, samples
from teikit.transform import transform

_PLACES = ("text", "sourceDoc")
"""What is the text; the rest of a document is about it."""
_ABOUT = {"remark", "hidden"}
# Of these a text has the first, or what the reading asks for.
_ONE_OF = {"choice", "app", "rdgGrp", "ellipsis"}
_RUN_TOGETHER = re.compile(r"[tu]\d+[tu]\d")


def read() -> list[tuple[Sample, str]]:
    """The samples in the text, each with what is made of it."""
    return [
        (sample, transform(sample.tree, to="text"))
        for sample in samples()
        if (*sample.parents, sample.name)[0] in _PLACES
    ]


def is_about_the_text(sample: Sample) -> bool:
    """Whether an element, what it stands in, or all it holds says something about the text."""
    table = classes()
    inside = {table.get(name) for name in (sample.name, *sample.parents)}
    holds = {table.get(str(child.tag).rpartition("}")[2]) for child in sample.element.iter()}
    return bool(_ABOUT & (inside | holds))


def test_no_words_are_lost_or_run_together() -> None:
    """The words of each element are in the text, apart from those of its neighbours."""
    lost, together = [], []
    for sample, text in read():
        if not is_about_the_text(sample) and not _ONE_OF & {sample.name, *sample.parents}:
            lost += [sample.id for word in sample.words if not re.search(rf"\b{word}\b", text)]
        if classes()[sample.name] != "phrase" and _RUN_TOGETHER.search(text):
            together.append(sample.id)
    assert (lost, together) == ([], [])


def test_what_is_about_the_text_is_not_in_it() -> None:
    """Remarks and hidden things leave nothing behind."""
    shown = [
        sample.id
        for sample, text in read()
        if classes()[sample.name] in _ABOUT and any(word in text.split() for word in sample.words)
    ]
    assert shown == []
