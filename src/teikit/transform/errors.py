"""The error of a stylesheet that cannot do its work."""

from __future__ import annotations

from teikit.errors import TeikitError


class TransformError(TeikitError):
    """A stylesheet that is no XSLT, that failed, or that stopped with a message."""
