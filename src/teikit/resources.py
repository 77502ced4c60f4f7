"""Where the data files that ship with teikit (``schema/``, ``xslt/``) are found."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_directory(name: str) -> Path:
    """The folder of a kind of data file.

    An installed wheel has them inside the package; a checkout has them at its top.

    Args:
        name: ``"schema"`` or ``"xslt"``.
    """
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name
