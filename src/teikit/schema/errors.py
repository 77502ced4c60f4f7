"""The error of a schema that cannot be used."""

from __future__ import annotations

from teikit.errors import TeikitError


class SchemaError(TeikitError):
    """A schema that breaks the rules of RELAX NG, or cannot be read."""
