"""teikit: plain text to valid TEI P5, validation, and XSLT transforms.

The parts are loaded when they are first used: ``import teikit`` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

# Bound here and at once, as their packages have the same names: these modules are light.
from teikit.transform import transform
from teikit.validate import validate

__version__ = "0.1.0"

__all__ = [
    "Metadata",
    "Source",
    "TeikitError",
    "__version__",
    "convert",
    "inspect",
    "transform",
    "validate",
]

if TYPE_CHECKING:
    from teikit.encode.convert import convert
    from teikit.encode.inspect import inspect
    from teikit.encode.metadata import Metadata
    from teikit.errors import TeikitError
    from teikit.text.source import Source

_HOMES = {
    "Metadata": "teikit.encode.metadata",
    "Source": "teikit.text.source",
    "TeikitError": "teikit.errors",
    "convert": "teikit.encode.convert",
    "inspect": "teikit.encode.inspect",
}


def __getattr__(name: str) -> Any:
    """Load a public name from the module it lives in (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'teikit' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
