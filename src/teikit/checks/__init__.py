"""Checks of a TEI document beyond its grammar, in families."""

from __future__ import annotations

from teikit.checks.api import run
from teikit.checks.codes import CODES, FAMILIES, Check

__all__ = ["CODES", "FAMILIES", "Check", "run"]
