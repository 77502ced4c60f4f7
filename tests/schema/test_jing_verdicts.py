"""Real and broken TEI: pruned, compiled and judged as jing judges it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from teikit.schema.emit import compile
from teikit.schema.grammar import Grammar
from teikit.schema.ids import id_types, ids_agree
from teikit.schema.prune import Names, prune
from teikit.schema.simplify import simplify
from teikit.schema.survey import survey

cached_simplify = lru_cache(simplify)


def rows(shared: Path) -> Iterator[tuple[Path, Grammar, dict[str, Any]]]:
    """Each document with its grammar and jing's verdict."""
    for listing, base in (("conformance", shared / "conformance"), ("schemas", shared)):
        for row in json.loads((shared / listing / "expected.json").read_text(encoding="utf-8")):
            yield base / row["file"], cached_simplify(shared / row["schema"]), row


@pytest.mark.parametrize("large", [False, True])
def test_same_verdict_as_jing(shared: Path, large: bool) -> None:
    """libxml2 with a pruned grammar, and the agreement of IDs, give jing's verdict every time."""
    parser = etree.XMLParser(huge_tree=True, no_network=True)
    wrong = []
    for path, grammar, row in rows(shared):
        try:
            root = etree.parse(path, parser).getroot()
        except etree.XMLSyntaxError:
            assert not row["valid"], path
            continue
        names = survey(root).names
        pruned = prune(grammar, names)
        validator = compile(pruned, odd_uris=names.odd_uris, large=large)
        assert validator is not None, path
        agree = "-i" in row.get("flags", []) or ids_agree(root, id_types(pruned))
        if (validator.validate(root) and agree) != row["valid"]:
            wrong.append(path.name)
    assert wrong == []


def test_names_of_a_batch_prune_once(shared: Path) -> None:
    """One grammar pruned for all documents gives the same verdicts as one for each."""
    parser = etree.XMLParser(huge_tree=True, no_network=True)
    documents = []
    names = Names(frozenset(), frozenset())
    for path, grammar, row in rows(shared):
        if row["schema"].endswith("tei_all.rng") and len(documents) < 60:
            try:
                root = etree.parse(path, parser).getroot()
            except etree.XMLSyntaxError:
                continue
            documents.append((root, grammar))
            names |= survey(root).names
    batch = compile(prune(documents[0][1], names))
    assert batch is not None
    for root, grammar in documents:
        own = compile(prune(grammar, survey(root).names))
        assert own is not None
        assert own.validate(root) == batch.validate(root)
