"""The real texts: valid, lossless, with the divisions and notes that were counted in them."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

import teikit
from teikit.encode.convert import convert


@pytest.fixture(scope="module")
def prove(project: Path) -> ModuleType:
    """The tool that makes the page of the texts."""
    path = project / "tools" / "prove_texts.py"
    spec = importlib.util.spec_from_file_location("prove_texts", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["prove_texts"] = module
    spec.loader.exec_module(module)
    return module


def test_real_texts(prove: ModuleType, shared: Path) -> None:
    """Books, plays, letters and scans: valid, word for word, with what ``index.json`` counts."""
    wrong = []
    for entry in json.loads((shared / "texts" / "index.json").read_text("utf-8")):
        path = shared / "texts" / entry["file"]
        conversion = convert(path)
        wrong += [
            f"{path.name}: {name} {count}"
            for name, count in prove.counts(entry, path, conversion.tree).items()
            if not count.is_right and (path.name, name) not in prove.EXPLAINED
        ]
        assert teikit.validate(conversion.to_bytes()).findings == (), path.name
        assert prove.is_lossless(conversion), path.name
    assert wrong == []
