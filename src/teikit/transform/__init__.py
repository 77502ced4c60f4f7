"""Transforming: TEI in, HTML or plain text out, by the XSLT 1.0 sheets in ``xslt/``.

This module stays light, so that ``import teikit`` does: what needs lxml is imported when used.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

    from teikit.transform.offsets import Range

__all__ = ["text_with_offsets", "transform", "transform_to_fragment", "transform_to_site"]


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
        stylesheet: path of a sheet of your own that is run instead: XSLT 1.0, or 2.0 and 3.0 where
            ``saxonche`` is installed. One of version 1.0 can import the sheets of teikit as
            ``teikit:html/html.xsl``; none can read anything outside its folder.

    Returns:
        The whole result. Encode it as UTF-8 to write it.

    Raises:
        InputError: the source cannot be read or is not TEI P5.
        UsageError: there is no such output or parameter.
        TransformError: the stylesheet is wrong, failed, or stopped with a message.
    """
    from teikit.transform import run

    return run.transform(source, to, parameters=parameters, stylesheet=stylesheet)


def text_with_offsets(
    source: str | os.PathLike[str] | bytes | etree._Element | etree._ElementTree,
    *,
    parameters: Mapping[str, object] | None = None,
    stylesheet: str | os.PathLike[str] | None = None,
) -> tuple[str, list[Range]]:
    """Make a plain text, and tell for its words in which element of the document they are.

    Args:
        source: the TEI document, as for :func:`transform`.
        parameters: as for :func:`transform`, of the output ``"text"``.
        stylesheet: as for :func:`transform`; it has to import teikit's for text.

    Returns:
        The text that :func:`transform` gives, and ranges of its characters (code points, from 0),
        each with its element. What no range has (numbers of notes, bullets, white space) is not in
        the document.

    Raises:
        TeikitError: as :func:`transform`.
    """
    from teikit.transform import run

    return run.Transformation.of("text", parameters, stylesheet).text_with_offsets(source)


def transform_to_site(
    source: str | os.PathLike[str] | bytes | etree._Element | etree._ElementTree,
    *,
    parameters: Mapping[str, object] | None = None,
    stylesheet: str | os.PathLike[str] | None = None,
) -> Iterator[tuple[str, str]]:
    """Make a reading edition of several pages: one for each outermost division, one for each index.

    Args:
        source: the TEI document, as for :func:`transform`.
        parameters: as for :func:`transform`.
        stylesheet: as for :func:`transform`; it has to make a page built as teikit's is.

    Returns:
        Names of files and their whole contents, ``index.html``, where a reader starts, last.

    Raises:
        TeikitError: as :func:`transform`.
    """
    from teikit.transform import run, site
    from teikit.transform.xslt1 import serialise

    edition = run.Transformation.of("html", parameters, stylesheet).page(source)
    return ((name, serialise(page)) for name, page in site.pages(edition))


def transform_to_fragment(
    source: str | os.PathLike[str] | bytes | etree._Element | etree._ElementTree,
    *,
    id_prefix: str = "tei-",
    parameters: Mapping[str, object] | None = None,
    stylesheet: str | os.PathLike[str] | None = None,
) -> str:
    """Make the ``<article>`` of a reading edition, to be put into a page of another system.

    Args:
        source: the TEI document, as for :func:`transform`.
        id_prefix: what stands before every id, so that none is that of the page around.
        parameters: as for :func:`transform`.
        stylesheet: as for :func:`transform`; it has to make a page built as teikit's is.

    Returns:
        The article with the text, its notes and its indexes; no style and no script.

    Raises:
        UsageError: an id cannot start with the prefix.
        TeikitError: as :func:`transform`.
    """
    from teikit.transform import fragment, run
    from teikit.transform.xslt1 import serialise_element

    edition = run.Transformation.of("html", parameters, stylesheet).page(source)
    return serialise_element(fragment.fragment(edition, id_prefix))
