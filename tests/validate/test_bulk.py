"""Many documents at once."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from teikit.validate.api import Validator
from teikit.validate.bulk import validate_all
from teikit.validate.finding import Failure
from validate.documents import document

BODIES = ["<p>a</p>", "<p><Hi/></p>", "<list/>", "<lg><l>a</l></lg>", "text"]


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Many small documents, and two that cannot be read."""
    paths = []
    for number in range(60):
        path = tmp_path / f"{number}.xml"
        path.write_text(document(BODIES[number % len(BODIES)]))
        paths.append(str(path))
    (tmp_path / "empty.xml").write_text("")
    return [*paths[:30], str(tmp_path / "gone.xml"), str(tmp_path / "empty.xml"), *paths[30:]]


@pytest.mark.parametrize("jobs", [0, 2, 5])
def test_parallel_is_the_same(files: list[str], validator: Validator, jobs: int) -> None:
    """Several at a time give the same results in the same order as one after the other."""
    one = list(validate_all(files, validator, 1))
    many = list(validate_all(files, validator, jobs))
    assert [result.file for result in many] == files
    for left, right in zip(one, many, strict=True):
        if isinstance(left, Failure):
            assert isinstance(right, Failure)
            assert str(left.error) == str(right.error)
        else:
            assert left == right
    assert sum(isinstance(result, Failure) for result in many) == 2


def test_from_a_program_with_threads(files: list[str], validator: Validator) -> None:
    """A program that has threads of its own may validate in parallel too."""
    results: list[object] = []
    thread = threading.Thread(
        target=lambda: results.extend(validate_all(files, validator, 2)), daemon=True
    )
    thread.start()
    thread.join(60)
    assert len(results) == len(files)


def test_nothing(validator: Validator) -> None:
    """No documents, no results."""
    assert list(validate_all([], validator)) == []
