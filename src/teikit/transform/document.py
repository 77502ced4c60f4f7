"""The document that is to be transformed: read, and made sure to be TEI P5."""

from __future__ import annotations

import os
from typing import TypeAlias

from lxml import etree

from teikit.errors import InputError
from teikit.parse import parse
from teikit.tei import TEI_NS

Source: TypeAlias = "str | os.PathLike[str] | bytes | etree._Element | etree._ElementTree"


def load(source: Source) -> etree._ElementTree:
    """The TEI document behind a path, bytes or a tree.

    Args:
        source: what :func:`teikit.transform.transform` takes.

    Raises:
        InputError: it cannot be read, is not well-formed XML, or is not TEI P5.
    """
    if isinstance(source, etree._ElementTree):
        tree, place = source, source.docinfo.URL or ""
    elif isinstance(source, etree._Element):
        tree, place = etree.ElementTree(source), source.base or ""
    else:
        tree = parse(source)
        place = "" if isinstance(source, bytes) else os.fspath(source)
    _check_is_tei(tree, place)
    return tree


def _check_is_tei(tree: etree._ElementTree, place: str) -> None:
    root = tree.getroot()
    if root is None:
        raise InputError("the document is empty", place=place, hint="Give a TEI document.")
    name = etree.QName(root)
    if name.namespace == TEI_NS:
        return
    if name.localname in {"TEI.2", "teiCorpus.2"}:
        raise InputError(
            "this is TEI P4, which teikit does not read",
            place=place,
            hint="Bring it to P5 first; the TEI Consortium's p4top5.xsl does that.",
        )
    if name.namespace is None and name.localname in {"TEI", "teiCorpus", "text", "teiHeader"}:
        raise InputError(
            f"the root element <{name.localname}> is not in the TEI namespace",
            place=place,
            hint=f'Write <{name.localname} xmlns="{TEI_NS}"> at the top of the document.',
        )
    raise InputError(
        f"this is not TEI: its root element is <{name.localname}>",
        place=place,
        hint=f'A TEI P5 document starts with <TEI xmlns="{TEI_NS}">.',
    )
