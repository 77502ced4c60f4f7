"""The RELAX NG test suite: every schema and every document judged right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from teikit.errors import TeikitError
from teikit.schema.emit import compile
from teikit.schema.prune import prune
from teikit.schema.simplify import simplify
from teikit.schema.sources import Sources
from teikit.schema.survey import survey
from teikit.schema.tree import Node
from teikit.validate.api import Validator

WRAPPERS = {"element", "attribute", "oneOrMore", "zeroOrMore", "optional", "mixed", "list"} | {
    "define",
    "start",
}


def cases(shared: Path, file: str) -> Iterator[tuple[int, etree._Element]]:
    """The numbered test cases of a suite file."""
    yield from enumerate(etree.parse(shared / "relaxng-suite" / file).iter("testCase"), 1)


def write(element: etree._Element, path: Path) -> None:
    """Write the schema or document in an element of the suite to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    children = list(element.iterchildren("*"))
    if children:
        path.write_bytes(etree.tostring(children[0], encoding="utf-8", with_tail=False))
    else:
        path.write_text(element.text or "", encoding="utf-8", errors="surrogatepass")


def write_resources(element: etree._Element, folder: Path) -> None:
    """Write the files that a test case includes."""
    for resource in element.findall("resource"):
        write(resource, folder / resource.get("name", ""))
    for directory in element.findall("dir"):
        write_resources(directory, folder / directory.get("name", ""))


def rejected(path: Path) -> bool:
    """Whether a schema is refused, by a clear error."""
    try:
        simplify(path)
    except TeikitError:
        return True
    return False


def test_incorrect_schemas_are_rejected(shared: Path, tmp_path: Path) -> None:
    """Every incorrect schema in XML syntax is refused, every correct one accepted."""
    wrong = []
    for number, case in cases(shared, "spectest.xml"):
        folder = tmp_path / str(number)
        write_resources(case, folder)
        for schema in case.xpath("correct|incorrect"):
            write(schema, folder / "schema.rng")
            if rejected(folder / "schema.rng") != (schema.tag == "incorrect"):
                wrong.append((number, schema.tag))
    assert wrong == []


def instances(shared: Path, tmp_path: Path) -> Iterator[tuple[int, Path, etree._Element, bool]]:
    """The documents of the suite: case, schema file, root element, validity."""
    for number, case in cases(shared, "spectest.xml"):
        documents = case.xpath("valid|invalid")
        if documents:
            folder = tmp_path / str(number)
            write_resources(case, folder)
            write(case.find("correct"), folder / "schema.rng")
            for document in documents:
                write(document, folder / "document.xml")
                root = etree.parse(folder / "document.xml").getroot()
                yield number, folder / "schema.rng", root, document.tag == "valid"


@pytest.mark.parametrize("large", [False, True])
def test_libxml2_judges_instances(shared: Path, tmp_path: Path, large: bool) -> None:
    """Where libxml2 is trusted it is right, by the whole grammar and by the pruned one."""
    wrong = []
    trusted = 0
    for number, schema, root, valid in instances(shared, tmp_path):
        grammar = simplify(schema)
        for one in (grammar, prune(grammar, survey(root).names)):
            validator = compile(one, large=large)
            trusted += validator is not None
            if validator is not None and validator.validate(root) != valid:
                wrong.append((number, valid))
    assert wrong == []
    assert trusted > 950


def test_whole_engine_judges_instances(shared: Path, tmp_path: Path) -> None:
    """libxml2 and, where it is not trusted or says no, the derivative engine: always right."""
    wrong = [
        (number, valid)
        for number, schema, root, valid in instances(shared, tmp_path)
        if Validator(schema, checks={"grammar"}).validate(root).valid != valid
    ]
    assert wrong == []


def canonical(node: Node) -> tuple[Any, ...]:
    """A tree without what the two syntaxes write differently: implied groups, file names."""
    children = [canonical(child) for child in node.children]
    if node.kind in WRAPPERS and len(children) > 1:
        children = [("group", *children)]
    if node.kind == "except" and len(children) > 1:
        children = [("choice", *children)]
    if node.kind == "attribute" and not children:
        children = [canonical(Node("text", "", 0))]
    if node.kind in ("group", "choice", "interleave"):
        return children[0] if len(children) == 1 else (node.kind, *children)
    facts = (node.name, node.name_class, node.ns, node.library, node.type, tuple(node.params))
    file = Path(node.href).stem
    return (node.kind, *map(_names, facts), node.value, file, node.combine, *children)


def _names(fact: Any) -> Any:
    """A name class as the set of what it joins, since a choice may be nested in any way."""
    if isinstance(fact, tuple) and fact and fact[0] == "choice":
        return frozenset().union(*(_members(part) for part in fact[1:]))
    return tuple(map(_names, fact)) if isinstance(fact, tuple) else fact


def _members(name_class: Any) -> frozenset[Any]:
    names = _names(name_class)
    return names if isinstance(names, frozenset) else frozenset({names})


def test_compact_schemas(shared: Path, tmp_path: Path) -> None:
    """Compact schemas mean what the suite's XML says; incorrect ones are refused."""
    wrong = []
    for number, case in cases(shared, "compacttest.xml"):
        trees = set()
        for syntax, suffix in (("compact", "rnc"), ("xml", "rng")):
            for part in case.findall(syntax):
                folder = tmp_path / f"{number}-{syntax}"
                write_resources(part, folder)
                for schema in part.xpath("correct|incorrect"):
                    path = folder / f"schema.{suffix}"
                    write(schema, path)
                    if schema.tag == "correct":
                        trees.add(canonical(Sources().parse(path)))
                    elif not rejected(path):
                        wrong.append(number)
        if len(trees) > 1:
            wrong.append(number)
    assert wrong == []
