"""Explains the kinds of finding; causes, remedies and examples are in ``codes.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from teikit.explain.model import CodeExplanation
from teikit.validate.finding import Severity

_FILE = Path(__file__).with_name("codes.toml")


class _Known(NamedTuple):
    """What the checks themselves say of a code."""

    code: str
    rule: str
    severity: Severity
    family: str
    meaning: str
    remedy: str = ""


@cache
def codes() -> dict[str, CodeExplanation]:
    """All kinds of finding by their codes."""
    with _FILE.open("rb") as file:
        told = tomllib.load(file)
    return {known.code: _explanation(known, told.get(known.code, {})) for known in _known()}


def _explanation(known: _Known, told: dict[str, str]) -> CodeExplanation:
    return CodeExplanation(
        code=known.code,
        rule=known.rule,
        severity=known.severity,
        family=known.family,
        meaning=known.meaning,
        cause=told.get("cause", ""),
        remedy=told.get("remedy", known.remedy),
        wrong=told.get("wrong", "").strip(),
        right=told.get("right", "").strip(),
    )


def _known() -> Iterator[_Known]:
    from teikit.checks.codes import CODES as CHECKS
    from teikit.validate.codes import CODES as GRAMMAR

    for code in GRAMMAR.values():
        family = "ids" if code.code.startswith("TK3") else "grammar"
        yield _Known(code.code, code.rule, code.severity, family, code.meaning)
    for check in CHECKS.values():
        yield _Known(check.code, check.rule, check.severity, check.family, check.meaning)
    yield from _requirements()


def _requirements() -> Iterator[_Known]:
    """What the profiles that come with teikit ask for."""
    from teikit.checks.profile import load, shipped

    for name in shipped():
        for requirement in load(name).requirements:
            check = requirement.check
            meaning = f"{check.meaning[:1].upper()}{check.meaning[1:].rstrip('.')}."
            yield _Known(
                check.code, check.rule, check.severity, f"profile {name}", meaning, requirement.hint
            )
