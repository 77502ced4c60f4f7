"""Look for documents and schemas that break the validator, or on which its two engines disagree.

    python tools/fuzz.py --minutes 30 --seed 1

Each case is one of these, drawn at random: a sample of ``tei/`` with its bytes garbled; a sample
with its elements and attributes moved about; a small grammar with a document; a schema file with
its bytes garbled. What fails is kept in a folder with the number of its case; ``--case`` runs it
again. Exit status: 0 nothing found, 1 something.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sized
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path

from lxml import etree

from teikit.errors import TeikitError
from teikit.parse import parse_bytes
from teikit.schema.emit import compile, to_xml
from teikit.schema.errors import SchemaError
from teikit.schema.grammar import EMPTY, TEXT, Grammar, GrammarBuilder
from teikit.schema.prune import prune
from teikit.schema.restrictions import check_restrictions
from teikit.schema.simplify import simplify
from teikit.schema.store import load
from teikit.schema.survey import survey
from teikit.schema.tree import XSD
from teikit.tei import TEI_NS
from teikit.validate.api import Validator
from teikit.validate.derivative import Derivatives
from teikit.validate.diagnose import Diagnosis
from teikit.validate.events import NotReadableError, read_events, tree_events
from teikit.validate.expectations import Expectations
from teikit.validate.verdict import Verdict

PROJECT = Path(__file__).resolve().parents[1]
_SLOW = 30
_PIECES = (
    b"<", b">", b"&", b'"', b"'", b"]]>", b"<!--", b"-->", b"<?", b"?>", b"/>", b"&#0;", b"&#x1F;",
    b"\xff", b"\xc3", b"\x00", b"\xef\xbb\xbf", b"<![CDATA[", b"<!DOCTYPE a>", b' xmlns=""', b"\r",
    b' xml:id="a"', b"&amp;", b"&lt;", b"&x;", b"<p>", b"</p>", b"<TEI>", b"\xf0\x9f\x98\x80",
)  # fmt: skip
_VALUES = ("", " ", "a", "a b", "#a", "1936", "1936-02-30", "en", "%", "2\u2028", "x" * 5000)


class DisagreementError(Exception):
    """The engines do not say the same."""


class SlowError(Exception):
    """A case takes too long."""


class Fuzzer:
    """Runs cases.

    Args:
        seed: the seed of the whole run; each case has its own from it.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._samples = [path.read_bytes() for path in sorted((PROJECT / "tei").glob("*.xml"))]
        self._grammar = load("tei_all")
        self._derivatives = Derivatives(self._grammar)
        classes = [element.name_class for element in self._grammar.elements]
        self._names = sorted({str(c[2]) for c in classes if c[0] == "name" and c[1] == TEI_NS})
        self._all = Validator("tei_all", checks=["all"], profile="archive")
        self._kinds: list[Callable[[random.Random], bytes]] = [
            self._garbled, self._moved, self._moved, self._any_grammar, self._garbled_schema,
        ]  # fmt: skip
        self.counts: Counter[str] = Counter()
        self.input = b""

    def case(self, number: int) -> None:
        """Run one case; what goes wrong is raised, and its input is in ``input``."""
        drawn = random.Random(f"{self._seed}/{number}")
        kind = self._kinds[number % len(self._kinds)]
        self.counts[kind.__name__.strip("_").replace("_", " ")] += 1
        self.input = b""
        with _at_most(_SLOW):
            kind(drawn)

    def _garbled(self, drawn: random.Random) -> bytes:
        """A sample with its bytes garbled goes through every check."""
        self.input = data = _garble(drawn, drawn.choice(self._samples))
        try:
            report = self._all.validate(data, "fuzz.xml")
        except TeikitError:
            self.counts["no XML at all"] += 1
            return data
        if any(finding.code == "TK101" for finding in report.findings):
            self.counts["not well-formed"] += 1
        else:
            self._compare(data)
        return data

    def _moved(self, drawn: random.Random) -> bytes:
        """A sample with its tree changed."""
        root = etree.fromstring(drawn.choice(self._samples))
        for _ in range(drawn.choice((1, 1, 2, 3, 8))):
            _change(drawn, root, self._names)
        self.input = data = etree.tostring(root)
        self._all.validate(data, "fuzz.xml")
        self._compare(data)
        return data

    def _compare(self, data: bytes) -> None:
        tree = parse_bytes(data)
        expectations = Expectations(self._derivatives)
        by_bytes, by_tree = Diagnosis(expectations), Diagnosis(expectations)
        try:
            read_events(data, tree.docinfo.encoding or "UTF-8", by_bytes)
        except NotReadableError:
            # The validator then does with the tree.
            by_bytes = by_tree
        tree_events(tree.getroot(), by_tree)
        fast = Verdict(self._grammar).valid(tree.getroot(), survey(tree.getroot()))
        self._agree(fast, by_bytes.finish(), by_tree.finish())

    def _agree(self, fast: bool, by_bytes: Sized, by_tree: Sized) -> None:
        self.counts["valid" if not by_tree else "invalid"] += 1
        if bool(by_bytes) != bool(by_tree) or fast != (not by_tree):
            raise DisagreementError(f"libxml2 {fast}, bytes {by_bytes}, tree {by_tree}")

    def _any_grammar(self, drawn: random.Random) -> bytes:
        """Documents under a grammar of a few patterns."""
        grammar = _legal_grammar(drawn)
        expectations = Expectations(Derivatives(grammar))
        for _ in range(8):
            tree = _tree(drawn, 3)
            self.input = to_xml(grammar).encode() + b"\n<!-- document -->\n" + etree.tostring(tree)
            validator = compile(prune(grammar, survey(tree).names))
            by_bytes, by_tree = Diagnosis(expectations), Diagnosis(expectations)
            read_events(etree.tostring(tree), "US-ASCII", by_bytes)
            tree_events(tree, by_tree)
            problems = by_tree.finish()
            fast = not problems if validator is None else bool(validator.validate(tree))
            self._agree(fast, by_bytes.finish(), problems)
        return self.input

    def _garbled_schema(self, drawn: random.Random) -> bytes:
        """A schema file with its bytes garbled is a schema, or told to be none."""
        schema = to_xml(_legal_grammar(drawn)).encode()
        suffix = "rng"
        if drawn.random() < 0.5:
            suffix = "rnc"
            modules = sorted((PROJECT / "schema").glob("*.rnc"))
            text = drawn.choice(modules).read_bytes()
            start = drawn.randrange(len(text))
            schema = b"start = element a { empty }\n" + text[start : start + 2000]
        self.input = data = _garble(drawn, schema)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"fuzz.{suffix}"
            path.write_bytes(data)
            try:
                grammar = simplify(path)
            except TeikitError:
                self.counts["told to be no schema"] += 1
                return data
        compile(grammar)
        Derivatives(grammar)
        self.counts["still a schema"] += 1
        return data


@contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    def ring(_: int, frame: object) -> None:
        raise SlowError(f"more than {seconds} s")

    signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


def _garble(drawn: random.Random, data: bytes) -> bytes:
    """Bytes cut, doubled, overwritten or put in at some places."""
    for _ in range(drawn.choice((1, 1, 2, 4, 16))):
        start = drawn.randrange(len(data) + 1)
        end = min(len(data), start + drawn.choice((0, 1, 1, 3, 20, 400)))
        other = drawn.randrange(len(data) + 1)
        piece = drawn.choice(
            (b"", drawn.choice(_PIECES), drawn.randbytes(2), data[other : other + 60])
        )
        data = data[:start] + piece + data[end:]
    return data or b" "


def _change(drawn: random.Random, root: etree._Element, names: list[str]) -> None:
    """One change to a tree: a name, an attribute, a text, or an element moved, doubled, gone."""
    elements = list(root.iter("*"))
    one, other = drawn.choice(elements), drawn.choice(elements)
    match drawn.randrange(8):
        case 0:
            one.tag = f"{{{TEI_NS}}}{drawn.choice(names)}"
        case 1:
            one.set(drawn.choice([*one.keys(), *other.keys(), "type"]), drawn.choice(_VALUES))
        case 2 if one.attrib:
            del one.attrib[drawn.choice(one.keys())]
        case 3:
            one.text = drawn.choice(("", " ", "word", None))
        case 4:
            other.insert(drawn.randrange(len(other) + 1), deepcopy(one))
        case 5 if one is not root:
            parent = one.getparent()
            assert parent is not None
            parent.remove(one)
        case 6:
            one.insert(0, etree.Comment("c") if drawn.random() < 0.5 else etree.PI("pi"))
        case _:
            one[:] = drawn.sample(list(one), len(one))


def _legal_grammar(drawn: random.Random) -> Grammar:
    while True:
        grammar = _grammar(drawn)
        try:
            check_restrictions(grammar)
        except SchemaError:
            continue
        return grammar


def _grammar(drawn: random.Random) -> Grammar:
    """A small grammar; it may break the restrictions of RELAX NG."""
    builder = GrammarBuilder()
    classes = [
        ("name", "", "a"), ("name", "", "b"), ("name", "u:x", "a"), ("nsName", "u:x", None),
        ("choice", ("name", "", "a"), ("name", "", "b")), ("anyName", ("name", "", "a")),
    ]  # fmt: skip
    elements = [builder.element(drawn.choice(classes)) for _ in range(3)]
    strings = [
        TEXT,
        builder.data(XSD, drawn.choice(("integer", "NCName", "date", "anyURI", "decimal"))),
        builder.value("", "token", "v"),
        builder.list(builder.one_or_more(builder.data(XSD, "NMTOKEN"))),
    ]
    attributes = [builder.attribute(("name", "", name), drawn.choice(strings)) for name in "xy"]
    leaves = [EMPTY, TEXT, *attributes, *map(builder.ref, elements), *map(builder.ref, elements)]

    def pattern(depth: int) -> int:
        if not depth or drawn.random() < 0.2:
            return drawn.choice(leaves if drawn.random() < 0.9 else strings)
        inner = [pattern(depth - 1) for _ in range(drawn.randint(2, 3))]
        if drawn.random() < 0.4:
            return drawn.choice((builder.optional, builder.zero_or_more))(inner[0])
        return drawn.choice((builder.group, builder.choice, builder.interleave))(inner)

    for element in elements:
        builder.set_content(element, pattern(drawn.randint(1, 3)))
    return builder.grammar(builder.choice(map(builder.ref, elements[:2])))


def _tree(drawn: random.Random, depth: int) -> etree._Element:
    element = etree.Element(drawn.choice(("a", "a", "b", "{u:x}a", "{u:x}q")))
    for name in drawn.sample(("x", "y", "z", "{u:x}w"), drawn.choice((0, 0, 1, 2))):
        element.set(name, drawn.choice(("v", " v ", "1", "", "1 v", "1936-02-30")))
    element.text = drawn.choice((None, None, "v", "1", "\n"))
    for _ in range(drawn.choice((0, 1, 2)) if depth else 0):
        child = _tree(drawn, depth - 1)
        child.tail = drawn.choice((None, None, "v", " "))
        element.append(child)
    return element


def main() -> None:
    """Run cases for some minutes and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--case", type=int, help="run this case only")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    options = parser.parse_args()
    fuzzer = Fuzzer(options.seed)
    if options.case is not None:
        fuzzer.case(options.case)
        return
    failures: Counter[str] = Counter()
    end, number = time.monotonic() + 60 * options.minutes, 0
    while time.monotonic() < end:
        try:
            fuzzer.case(number)
        except Exception as error:
            failures[type(error).__name__] += 1
            options.keep.mkdir(exist_ok=True)
            (options.keep / f"{options.seed}-{number}.input").write_bytes(fuzzer.input)
            (options.keep / f"{options.seed}-{number}.txt").write_text(traceback.format_exc())
            print(f"case {number}: {type(error).__name__}: {str(error)[:300]}", flush=True)
        number += 1
    print(f"{number} cases from seed {options.seed} in {options.minutes:g} minutes")
    for name, count in sorted(fuzzer.counts.items()):
        print(f"  {name}: {count}")
    print(f"failures: {dict(failures) or 'none'}")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
