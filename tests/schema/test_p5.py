"""The TEI P5 grammar in ``schema/``: complete, documented, modular, equal to the standard."""

from __future__ import annotations

import csv
import importlib.util
import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from teikit.errors import TeikitError
from teikit.schema.grammar import Grammar
from teikit.schema.nameclass import names
from teikit.schema.simplify import simplify

PROJECT = Path(__file__).resolve().parents[2]
SCHEMA = PROJECT / "schema"
ALWAYS = ("tei", "core", "header", "textstructure")
STANDS_ONLY_IN = {"msdescription": {"scriptNote"}}
"""Elements of other modules that can stand only inside elements of this one."""

ELEMENT = re.compile(r"^\\?(\w+) = element (?:teix:)?(\w+) \{", re.MULTILINE)


def table(name: str) -> list[dict[str, str]]:
    """The rows of a tab-separated file of the schema."""
    with (SCHEMA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


MODULES = {row["module"]: row for row in table("modules.tsv")}


@pytest.fixture(scope="module")
def compare_grammar() -> ModuleType:
    """The comparison tool as a module."""
    path = PROJECT / "tools" / "compare_grammar.py"
    spec = importlib.util.spec_from_file_location("compare_grammar", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["compare_grammar"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def full() -> Grammar:
    """TEI with all its modules."""
    return simplify(SCHEMA / "tei_all.rnc")


def element_names(grammar: Grammar) -> set[str]:
    """The local names of a grammar's elements, wildcards left aside."""
    return {local for element in grammar.elements for _, local in names(element.name_class)}


def defined(module: str) -> list[str]:
    """The elements that a module file defines, in order."""
    text = (SCHEMA / f"{module}.rnc").read_text(encoding="utf-8")
    return [name for _, name in ELEMENT.findall(text)]


def test_there_are_22_modules_and_588_elements(full: Grammar) -> None:
    """Every module of P5 is there, and every element of its files is reachable."""
    files = {path.stem for path in SCHEMA.glob("*.rnc")} - {"tei_all"}
    assert files == set(MODULES)
    assert len(files) == 22
    listed = [name for module in MODULES for name in defined(module)]
    assert len(listed) == len(set(listed)) == 588
    assert set(listed) == element_names(full)


@pytest.mark.parametrize("module", MODULES)
def test_every_element_has_a_gloss(module: str) -> None:
    """One sentence of documentation stands right above each element."""
    text = (SCHEMA / f"{module}.rnc").read_text(encoding="utf-8")
    for match in ELEMENT.finditer(text):
        above = text[: match.start()].splitlines()[-1]
        assert re.fullmatch(r"## [A-Z].{3,95}\.", above), match.group(2)


@pytest.mark.parametrize("module", sorted(set(MODULES) - {"tei"}))
def test_elements_are_in_alphabetical_order(module: str) -> None:
    """A reader finds an element in its module file by its name."""
    assert defined(module) == sorted(defined(module), key=str.lower)


def test_every_element_has_a_section_of_the_guidelines() -> None:
    """The table names the module that defines an element, and numbers of sections."""
    rows = {row["element"]: row for row in table("elements.tsv")}
    for module in MODULES:
        for name in defined(module):
            row = rows.pop(name)
            assert row["module"] == module, name
            assert re.fullmatch(r"\d+(\.\d+)*( \d+(\.\d+)*)*", row["sections"]), name
    assert not rows


@pytest.mark.parametrize("module", MODULES)
def test_a_module_file_names_its_chapter(module: str) -> None:
    """The head of a file gives the module, its chapter and the page of that chapter."""
    first, second, *_ = (SCHEMA / f"{module}.rnc").read_text(encoding="utf-8").splitlines()
    row = MODULES[module]
    assert first == f"# TEI module {module}: {row['title']}."
    assert second.startswith(f"# Guidelines chapter {row['chapter']}, https://tei-c.org/")
    assert second.endswith(f"/{row['page']}")


@pytest.mark.parametrize("module", sorted(set(MODULES) - set(ALWAYS)))
def test_a_module_can_be_left_out(module: str, full: Grammar, tmp_path: Path) -> None:
    """Without a module the schema still works and lacks that module's elements, no others."""
    for path in SCHEMA.glob("*.rnc"):
        shutil.copy(path, tmp_path)
    entry = tmp_path / "tei_all.rnc"
    lines = entry.read_text(encoding="utf-8").splitlines()
    entry.write_text("\n".join(line for line in lines if f'"{module}.rnc"' not in line))
    missing = element_names(full) - element_names(simplify(entry))
    assert missing == {*defined(module), *STANDS_ONLY_IN.get(module, ())}


def test_the_grammar_is_that_of_the_standard(shared: Path, compare_grammar: ModuleType) -> None:
    """Against the official schema no element differs in attributes, datatypes or content."""
    official = shared / "schemas" / "tei_all.rng"
    if not official.is_file():
        pytest.skip(f"no official schema at {official}")
    report = compare_grammar.compare(SCHEMA / "tei_all.rnc", official)
    assert report.differences == ()
    assert report.first == report.second == 588


SAME = {
    "rewritten": ("a, (b?, c)*, d?", "a, ((b, c) | c)*, (d | empty)"),
    "two or more": ("a, a, a*", "a, a+"),
    "order of alternatives": ("(a | b)*", "(b | a)*"),
    "any order": ("a & b", "(a, b) | (b, a)"),
    "attributes last or first": ("attribute x { text }?, a", "a, attribute x { text }?"),
    "choice of attributes": (
        "(attribute x { text }? | attribute y { text }?)",
        "(attribute x { text } | attribute y { text })?",
    ),
    "values": ('attribute x { "1" | "2" }', 'attribute x { "2" | "1" }'),
}
DIFFERENT = {
    "repetition": ("a*", "a+", "e: may end in the first schema only"),
    "order": ("a, b", "b, a", "e: <a> in the first schema only"),
    "interleaving": ("a & (b, c)", "a, b, c", "e: <b> in the first schema only"),
    "an element": ("a, b?", "a", "e: <b> after <a> in the first schema only"),
    "text": ("(text | a)*", "a*", "e: text in the first schema only"),
    "an attribute": ("attribute x { text }", "empty", "e/@x: only in the first schema"),
    "required": (
        "attribute x { text }",
        "attribute x { text }?",
        "e/@x: required in the first schema only",
    ),
    "a datatype": (
        "attribute x { xsd:integer }",
        "attribute x { xsd:int }",
        "e/@x: integer in the first schema only",
    ),
    "a parameter": (
        'attribute x { xsd:token { pattern = "a" } }',
        'attribute x { xsd:token { pattern = "b" } }',
        'e/@x: token { pattern = "a" } in the first schema only',
    ),
    "a value": ('attribute x { "1" | "2" }', 'attribute x { "1" }', 'e/@x: "2" in the first'),
    "a list": (
        "attribute x { list { xsd:int+ } }",
        "attribute x { list { xsd:int* } }",
        "e/@x, list: may end in the second schema only",
    ),
}


def schemas(tmp_path: Path, *contents: str) -> list[Path]:
    """Two schemas whose root element has the contents given."""
    paths = []
    for number, content in enumerate(contents):
        rest = "\n".join(f"{name} = element {name} {{ empty }}" for name in "abcd")
        path = tmp_path / f"{number}.rnc"
        path.write_text(f"start = element e {{ {content} }}\n{rest}\n", encoding="utf-8")
        paths.append(path)
    return paths


@pytest.mark.parametrize("case", SAME)
def test_the_way_of_writing_makes_no_difference(
    case: str, tmp_path: Path, compare_grammar: ModuleType
) -> None:
    """Two patterns that allow the same documents compare as equal."""
    assert compare_grammar.compare(*schemas(tmp_path, *SAME[case])).differences == ()


@pytest.mark.parametrize("case", DIFFERENT)
def test_a_difference_is_found_and_named(
    case: str, tmp_path: Path, compare_grammar: ModuleType
) -> None:
    """What one schema allows and the other does not is reported."""
    first, second, expected = DIFFERENT[case]
    report = compare_grammar.compare(*schemas(tmp_path, first, second))
    assert any(line.startswith(expected) for line in report.differences), report.differences


def test_an_unreadable_schema_is_an_error(tmp_path: Path, compare_grammar: ModuleType) -> None:
    """A file that is not there is no difference but an error."""
    with pytest.raises(TeikitError):
        compare_grammar.compare(tmp_path / "none.rnc", SCHEMA / "tei_all.rnc")
