"""The error of a stylesheet that cannot do its work."""

from __future__ import annotations

from teikit.errors import TeikitError


class TransformError(TeikitError):
    """A stylesheet that is not XSLT 1.0, that failed, or that stopped with a message."""
