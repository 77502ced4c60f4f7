"""Checks documents against XML Schemas, DTDs and Schematron schemas."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from teikit.validate.against.rules import Rules
from teikit.validate.codes import DTD_BROKEN, XSD_BROKEN
from teikit.validate.finding import Finding

if TYPE_CHECKING:
    from lxml import etree

    from teikit.userschemas.problem import Problem

# Compiled DTDs and XML Schemas are shared, and not made for several threads.
_ONE_AT_A_TIME = Lock()


class OtherChecker:
    """Checks documents against an XML Schema or a DTD; a ``Checker``.

    Args:
        name: the schema's name, or its path.
        path: the schema.
        is_dtd: whether it is a DTD.
    """

    def __init__(self, name: str, path: Path, *, is_dtd: bool) -> None:
        self.name = name
        self.rules: Rules | None = None
        self._path = path
        self._is_dtd = is_dtd

    def twin(self) -> OtherChecker:
        """A checker for another thread: this one, which knows to wait."""
        return self

    def findings(self, root: etree._Element, data: bytes, file: str) -> tuple[Finding, ...]:
        """What is wrong, in the order of the document.

        Args:
            root: the document's root element.
            data: its bytes; empty where they are not known.
            file: its path or name.

        Raises:
            InputError: the schema cannot be read.
            SchemaError: it breaks the rules of its language.
        """
        from teikit.userschemas import dtd, xsd

        check = dtd.check if self._is_dtd else xsd.check
        with _ONE_AT_A_TIME:
            problems = check(root.getroottree(), self._path)
        return self._told(problems, root, data, file) if problems else ()

    def _told(
        self, problems: list[Problem], root: etree._Element, data: bytes, file: str
    ) -> tuple[Finding, ...]:
        from teikit.validate.events import Place
        from teikit.validate.source import Lines

        code = DTD_BROKEN if self._is_dtd else XSD_BROKEN
        lines = Lines.of(data, root.getroottree().docinfo.encoding or "UTF-8")
        return tuple(
            Finding(
                code=code.code,
                rule=code.rule,
                severity=code.severity,
                message=problem.message,
                file=file,
                line=problem.line,
                element=problem.element,
                excerpt=lines.excerpt(Place(problem.line, 0))[0],
            )
            for problem in problems
        )


class RulesChecker:
    """Checks documents against a Schematron schema alone; a ``Checker``.

    Args:
        name: the schema's name, or its path.
        path: the schema.

    Raises:
        SchematronError: it breaks the rules of ISO Schematron.
        InputError: it cannot be read.
    """

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        # Its rules are what the document is checked against, whether or not more are asked for.
        self.rules: Rules | None = None
        self._own = Rules([path])
        self._own.prepare()

    def twin(self) -> RulesChecker:
        """A checker for another thread."""
        return self

    def findings(self, root: etree._Element, data: bytes, file: str) -> tuple[Finding, ...]:
        """The rules that a document breaks, by line.

        Args:
            root: the document's root element.
            data: not used.
            file: its path or name.
        """
        return tuple(self._own.findings(root, file))
