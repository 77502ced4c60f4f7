"""Transforming: TEI in, HTML or plain text out, by the XSLT 1.0 sheets in ``xslt/``.

This module stays light, so that ``import teikit`` does: what needs lxml is imported when used.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["transform"]


def transform(
    source: str | os.PathLike[str] | bytes | etree._Element | etree._ElementTree,
    to: str = "html",
    *,
    parameters: Mapping[str, object] | None = None,
    stylesheet: str | os.PathLike[str] | None = None,
) -> str:
    """Make a reading edition, a plain text, or what a stylesheet of your own makes, of TEI.

    Args:
        source: the TEI document: the path of a file, the content of one as bytes, or a tree that
            lxml has parsed. A tree is not changed.
        to: the output, ``"html"`` or ``"text"``: the name of a folder under ``xslt/``.
        parameters: values for the parameters of the output's stylesheet; each is passed as a
            string. ``parameters.xsl`` of each output says which there are.
        stylesheet: path of an XSLT 1.0 sheet of your own that is run instead. It can import the
            sheets of teikit as ``teikit:html/html.xsl`` and read nothing outside its folder.

    Returns:
        The whole result. Encode it as UTF-8 to write it.

    Raises:
        InputError: the source cannot be read or is not TEI P5.
        UsageError: there is no such output or parameter.
        TransformError: the stylesheet is wrong, failed, or stopped with a message.
    """
    from teikit.transform import run

    return run.transform(source, to, parameters=parameters, stylesheet=stylesheet)
