"""Pointers that lead nowhere (TEI Guidelines, chapter 17)."""

from __future__ import annotations

from teikit.checks.links.links import Links

__all__ = ["Links"]
