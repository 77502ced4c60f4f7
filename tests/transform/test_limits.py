"""Documents that are made to exhaust a machine, or grow by accident: told or bounded."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from editions import tei
from teikit.errors import InputError
from teikit.tei import tei as named
from teikit.transform import transform
from teikit.transform.errors import TransformError
from teikit.transform.run import Transformation

OUTPUTS = ["html", "text"]


def with_entities(*declarations: str, body: str) -> bytes:
    """A document with an internal subset."""
    return f"<!DOCTYPE TEI [{''.join(declarations)}]>".encode() + tei(body)


BILLION = [f'<!ENTITY e0 "{"x" * 1000}">'] + [
    f'<!ENTITY e{n} "{entity * 10}">' for n in range(1, 9) for entity in [f"&e{n - 1};"]
]


@pytest.mark.parametrize("to", OUTPUTS)
@pytest.mark.parametrize("body", ["<p>&e8;</p>", '<p n="&e8;"/>'])
def test_entities_do_not_explode(to: str, body: str) -> None:
    """Neither in text nor in an attribute."""
    with pytest.raises(InputError, match="entities") as caught:
        transform(with_entities(*BILLION, body=body), to)
    assert caught.value.hint


@pytest.mark.parametrize("to", OUTPUTS)
def test_files_are_not_read_through_entities(to: str, tmp_path: Path) -> None:
    """What another file holds does not get into the result."""
    secret = tmp_path / "secret.txt"
    secret.write_text("hush")
    entity = f'<!ENTITY e SYSTEM "{secret.as_uri()}">'
    with pytest.raises(InputError, match="another file"):
        transform(with_entities(entity, body="<p>a&e;b</p>"), to)


@pytest.mark.parametrize("to", OUTPUTS)
def test_deep_documents_are_refused(to: str) -> None:
    """Deeper than any edition is."""
    with pytest.raises(InputError, match="deep") as caught:
        transform(tei(f"<p>{'<q>' * 300}x{'</q>' * 300}</p>"), to)
    assert caught.value.hint


@pytest.mark.parametrize("to", OUTPUTS)
@pytest.mark.parametrize("name", "list><item q note choice><sic app><lem table><row><cell".split())
def test_what_is_just_not_too_deep_is_done(to: str, name: str) -> None:
    """Elements in themselves, as deep as a document may be."""
    names = name.split("><")
    times = 240 // len(names)
    inside = f"{f'<{name}>' * times}x{''.join(f'</{part}>' for part in reversed(names)) * times}"
    assert "x" in transform(tei(f"<p>{inside}</p>"), to)


@pytest.mark.parametrize("to", OUTPUTS)
def test_a_tree_of_any_depth_ends_no_process(to: str) -> None:
    """A tree that is given has not been through the limits of reading."""
    root = etree.fromstring(tei(""))
    element = root[-1][-1]
    for _ in range(5_000):
        element = etree.SubElement(element, named("q"))
    with pytest.raises(TransformError, match="without end") as caught:
        transform(root, to)
    assert "too deep" in caught.value.hint


@pytest.mark.parametrize("to", OUTPUTS)
@pytest.mark.parametrize(
    "body",
    [
        f'<p xml:id="{"x" * 10**6}" n="{"y" * 10**6}" rend="{"indent " * 10**5}">word</p>',
        f'<l n="5" rend="{"indent9 " * 10**5}" style="{"color: red; " * 10**4}">word</l>',
        f"<p>{'word ' * 10**6}</p>",
        f"<p>{'w' * 10**6}word</p>",
        "<table><row>"
        + '<cell cols="99999999" rows="99999999">word</cell>' * 99
        + "</row></table>",
        f"<p>word<note n='{'1' * 10**6}'>a</note></p>",
    ],
    ids=["attributes", "line", "words", "word", "cells", "number"],
)
def test_what_is_enormous_is_done(to: str, body: str) -> None:
    """A result of a size that the document accounts for."""
    document = tei(body)
    result = transform(document, to, parameters={"width": 40} if to == "text" else {})
    assert "word" in result
    assert len(result) < 5 * len(document) + 100_000


def test_offsets_are_bounded_too() -> None:
    """The same limits hold."""
    with pytest.raises(InputError, match="entities"):
        Transformation.of("text").text_with_offsets(with_entities(*BILLION, body="<p>&e8;</p>"))
