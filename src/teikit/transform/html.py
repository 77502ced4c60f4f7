"""What the HTML edition needs beside its stylesheet: style, script, and the policy for them."""

from __future__ import annotations

import base64
import hashlib
import re
import string
from collections.abc import Mapping
from functools import cache
from typing import Any

from lxml import etree

from teikit.errors import UsageError
from teikit.resources import data_directory
from teikit.tei import tei
from teikit.transform.css import document_rules, page_rules

SUPPLIED = frozenset({"absent", "css", "script", "content-security-policy", "ids"})
"""Parameters of the sheet that are not the user's."""

_IDS: Any = etree.XPath("/descendant::*/@xml:id", smart_strings=False)
_MARKERS: Any = etree.XPath("/descendant::span[@class = 'noteref']")
_LOOKED_FOR = re.compile(r"descendant(?:-or-self)?::tei:(\w+)(\[\$piece or ancestor::tei:text\])?")
_TEXT = tei("text")
_WITH_TEXTS = {tei("TEI"), tei("teiCorpus")}
_SPACE = " \t\r\n"
_PLAIN_IDS = re.compile(r"[\w. -]*")
_COMMON_IN_IDS = f"{string.ascii_letters}{string.digits}_. -".encode()


def supplied_parameters(tree: etree._ElementTree, given: Mapping[str, str]) -> Mapping[str, str]:
    """The :data:`SUPPLIED` parameters of ``xslt/html``.

    Args:
        tree: the document, whose ``<rendition>`` and ``@style`` go into the style.
        given: the user's parameters, of which the title heads the printed pages, and ``own-css``
            comes after the style.

    Raises:
        UsageError: the user's CSS would end the style sheet that it stands in.
    """
    title = given.get("title") or _title(tree)
    own = given.get("own-css", "")
    if "</style" in own.lower():
        raise UsageError(
            "“</style” cannot stand in own-css", hint="Give CSS only, without HTML around it."
        )
    css = "\n".join((_file("style.css"), page_rules(title), document_rules(tree), own))
    script = _file("script.js")
    return {
        "css": css,
        "script": script,
        "content-security-policy": _policy(css, script),
        "absent": _absent(tree),
        "ids": "plain" if _ids_are_plain(tree) else "",
    }


def _absent(tree: etree._ElementTree) -> str:
    """The names of elements that the sheets look for, and would not find, each between spaces."""
    looked_for = _looked_for()
    # A piece, such as a lone division, counts as text. What comes after a text may be in it.
    in_text = tree.getroot().tag not in _WITH_TEXTS
    present = set()
    for element in tree.iter(_TEXT, *looked_for):
        if element.tag == _TEXT:
            in_text = True
        elif in_text or not looked_for[element.tag]:
            present.add(element.tag)
    return "".join(f" {etree.QName(tag).localname} " for tag in looked_for if tag not in present)


@cache
def _looked_for() -> Mapping[str, bool]:
    """The tags for which ``elements.xsl`` goes through the document; is it for those in texts?"""
    found = _LOOKED_FOR.findall(_file("elements.xsl"))
    return {tei(name): bool(condition) for name, condition in found}


def _ids_are_plain(tree: etree._ElementTree) -> bool:
    """Whether every ``@xml:id`` can be an id in the page as it is."""
    ids = _IDS(tree)
    # With a space between two, a space inside one shows in their number.
    joined = " ".join(ids)
    # Most ids have these characters only, and bytes are sifted much faster than characters.
    others = joined.encode().translate(None, _COMMON_IN_IDS).decode()
    plain = _PLAIN_IDS.fullmatch(others) and joined.count(" ") == max(len(ids) - 1, 0)
    return bool(plain) and "" not in ids and len(set(ids)) == len(ids)


def tidy(page: etree._Element) -> None:
    """Let each marker of a note in a page follow its word: take away the space before it.

    The sheets could do this for all text only, which takes them a tenth of their time.
    """
    for marker in _MARKERS(page):
        before = marker.getprevious()
        if before is not None:
            before.tail = (before.tail or "").rstrip(_SPACE) or None
        elif (parent := marker.getparent()) is not None:
            parent.text = (parent.text or "").rstrip(_SPACE) or None


@cache
def _file(name: str) -> str:
    return (data_directory("xslt") / "html" / name).read_text(encoding="utf-8")


def _title(tree: etree._ElementTree) -> str:
    titles = tree.iterfind(
        f"{tei('teiHeader')}/{tei('fileDesc')}/{tei('titleStmt')}/{tei('title')}"
    )
    title = min(titles, key=lambda title: title.get("type") != "main", default=None)
    return "" if title is None else " ".join("".join(map(str, title.itertext())).split())


def _policy(css: str, script: str) -> str:
    """A Content Security Policy (CSP 3) under which the page can fetch nothing.

    It runs its own script only. Images may be shown from beside the page, for editions that ask
    for them.
    """
    return (
        f"default-src 'none'; style-src {_digest(css)}; script-src {_digest(script)}; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
