"""Which schema each document is checked against: the one asked for, or the one it declares."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teikit.schema.store import SHIPPED
from teikit.validate.against.grammar import GrammarChecker
from teikit.validate.against.rules import Rules

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

    from teikit.schemastore.bring import Bringer
    from teikit.schemastore.declared import Declaration
    from teikit.schemastore.resolve import Resolution
    from teikit.validate.against.checker import Checker

FULL = SHIPPED[0]
"""The name of full TEI P5."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The schema for a document.

    Attributes:
        checker: checks against it.
        rules: the Schematron rules that apply as well.
        reason: why it is this schema, if the document decides and it is not simply full P5.
    """

    checker: Checker
    rules: tuple[Rules, ...]
    reason: str = ""


class Chooser:
    """Finds the schema for each document, and keeps what it has loaded.

    Args:
        schema: the name, file or address that is asked for; ``None`` for what each document
            declares, full P5 where that is not at hand.
        checks: families of checks.
        fetch: whether to fetch, into the store, what is named and not at hand.

    Raises:
        UsageError: there is no schema of that name or address.
        InputError: the schema cannot be read.
        SchemaError: it breaks the rules of its language.
    """

    def __init__(self, schema: str | None, checks: Collection[str], *, fetch: bool = False) -> None:
        self._checks = frozenset(checks)
        self._checkers: dict[tuple[str, str], Checker] = {}
        self._rules: dict[tuple[Path, ...], Rules] = {}
        self._declared: dict[tuple[tuple[Declaration, ...], str], Choice] = {}
        self._asked: Choice | None = None
        self._bringer: Bringer | None = None
        if fetch:
            from teikit.schemastore.bring import Bringer

            self._bringer = Bringer()
        if schema in SHIPPED:
            self._asked = self._full()
        elif schema is not None:
            from teikit.schemastore.resolve import resolve

            if self._bringer is not None:
                self._bringer.bring([schema])
            self._asked = self._choice(resolve(b"", schema))

    @property
    def name(self) -> str:
        """The name of the schema for all documents; ``""`` if each has its own."""
        return self._asked.checker.name if self._asked else ""

    def twin(self) -> Chooser:
        """A chooser like this one, for another thread."""
        other = copy(self)
        other._checkers = {key: checker.twin() for key, checker in self._checkers.items()}
        other._declared = {}
        if self._asked is not None:
            twins = dict(zip(self._checkers.values(), other._checkers.values(), strict=True))
            asked = self._asked
            other._asked = Choice(twins[asked.checker], asked.rules)
        return other

    def choose(self, root: etree._Element) -> Choice:
        """The schema for a document.

        Args:
            root: its root element; references to files start from its document's folder.

        Raises:
            InputError: the schema that the document declares cannot be read.
            SchemaError: it breaks the rules of its language.
        """
        if self._asked is not None:
            return self._asked
        from teikit.schemastore.declared import declarations

        declared = tuple(declarations(root))
        if not declared:
            return self._full()
        folder = (root.getroottree().docinfo.URL or "").rpartition("/")[0]
        choice = self._declared.get((declared, folder))
        if choice is None:
            from teikit.schemastore.resolve import resolve

            if self._bringer is not None:
                from teikit.schemastore.bring import wanted

                self._bringer.bring(wanted(declared))
            choice = self._declared[declared, folder] = self._choice(resolve(root))
        return choice

    def _full(self) -> Choice:
        checker = self._checkers.get((FULL, ""))
        if checker is None:
            rules = Rules() if "rules" in self._checks else None
            checker = self._checkers[FULL, ""] = GrammarChecker(FULL, self._checks, rules)
        return Choice(checker, (checker.rules,) if checker.rules else ())

    def _choice(self, found: Resolution) -> Choice:
        checker = self._checker(found)
        rules = [checker.rules] if checker.rules else []
        if found.rules and "rules" in self._checks:
            rules.append(self._rules.setdefault(found.rules, Rules(found.rules)))
        return Choice(checker, tuple(rules), _reason(found))

    def _checker(self, found: Resolution) -> Checker:
        if found.name == FULL:
            return self._full().checker
        key = found.name, str(found.path)
        if key not in self._checkers:
            self._checkers[key] = self._loaded(found)
        return self._checkers[key]

    def _loaded(self, found: Resolution) -> Checker:
        name = found.name or str(found.path)
        if found.kind in ("rng", "rnc"):
            checker = GrammarChecker(found.path, self._checks, self._embedded(found))
            checker.name = name
            return checker
        from teikit.validate.against.other import OtherChecker, RulesChecker

        if found.kind == "sch":
            return RulesChecker(name, found.path)
        return OtherChecker(name, found.path, is_dtd=found.kind == "dtd")

    def _embedded(self, found: Resolution) -> Rules | None:
        """The rules in a RELAX NG schema."""
        if "rules" not in self._checks or found.kind != "rng":
            return None
        from teikit.parse import parse
        from teikit.schematron.embedded import has_rules

        return Rules([found.path]) if has_rules(parse(found.path).getroot()) else None


def _reason(found: Resolution) -> str:
    """The reason for a schema, where there is something to tell."""
    if found.reason in ("it was asked for", "its address was asked for"):
        return ""
    # That a document names full P5 by its address is what is to be expected.
    return "" if found.name == FULL and "names it" in found.reason else found.reason
