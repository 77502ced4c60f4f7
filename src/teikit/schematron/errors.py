"""The error of a Schematron schema that cannot be used."""

from __future__ import annotations

from teikit.errors import TeikitError


class SchematronError(TeikitError):
    """A schema that breaks the rules of ISO Schematron, or cannot be read."""
