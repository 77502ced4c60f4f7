"""Several works in one file."""

from __future__ import annotations

from hypothesis import given, settings

import teikit
from strategies import texts
from teikit.encode.convert import convert
from teikit.tei import tei
from teikit.text.source import Source

PROSE = "It was a long time before anyone spoke, and then it was only the clerk, who sneezed. [1]"


def test_each_outermost_division_is_a_text() -> None:
    """Headings and chapters go with their work; notes stand where they stood."""
    works = "\n\n\n".join(
        f"BOOK {n}\n\nCHAPTER I\n\n{PROSE}\n\n[1] A note.\n\nCHAPTER II\n\n{PROSE[:-4]}"
        for n in ("I", "II")
    )
    document = convert(works.encode(), group=True, annotators=()).tree
    found = document.findall(f".//{tei('group')}/{tei('text')}")
    assert [(work.get("type"), work.get("n")) for work in found] == [("book", "1"), ("book", "2")]
    assert [len(work.findall(f".//{tei('div')}")) for work in found] == [2, 2]


def test_one_work_is_no_group() -> None:
    """Where there is nothing to part, the body stays."""
    document = convert(f"CHAPTER I\n\n{PROSE}".encode(), group=True).tree
    assert document.find(f".//{tei('group')}") is None


@settings(max_examples=40, deadline=None)
@given(texts())
def test_groups_keep_the_promises(text: str) -> None:
    """Texts come back word for word, from valid TEI."""
    source = Source.from_text(text)
    if not source.text.strip():
        return
    plain = teikit.transform(convert(source, annotators=()).to_bytes(), to="text")
    document = convert(source, group=True, annotators=()).to_bytes()
    assert teikit.validate(document).valid
    assert teikit.transform(document, to="text").split() == plain.split()
