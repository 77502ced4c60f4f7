"""Formats in which reports are written; each is a function in a module of its name."""

from teikit.validate.reporters.registry import FORMATS, reporter

__all__ = ["FORMATS", "reporter"]
