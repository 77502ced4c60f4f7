"""Fixtures for schemas that a test writes down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from teikit.schema.grammar import Grammar
from teikit.schema.simplify import simplify

Simple = Callable[..., Grammar]


@pytest.fixture
def simple(tmp_path: Path) -> Simple:
    """Brings a schema to simple form: ``simple(text, **files)``.

    The text is XML syntax if it begins with ``<``. Other files are given as ``a_rnc="…"``.
    """

    def make(text: str, **files: str) -> Grammar:
        for name, content in files.items():
            (tmp_path / name.replace("_", ".")).write_text(content, encoding="utf-8")
        path = tmp_path / ("schema.rng" if text.lstrip().startswith("<") else "schema.rnc")
        path.write_text(text, encoding="utf-8")
        return simplify(path)

    return make
