"""What the HTML edition needs beside its stylesheet: the style, and the policy that guards it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache

from lxml import etree

from teikit.resources import data_directory
from teikit.transform.css import document_rules


def supplied_parameters(tree: etree._ElementTree) -> Mapping[str, str]:
    """The parameters ``css`` and ``content-security-policy`` of ``xslt/html``.

    Args:
        tree: the document, whose ``<rendition>`` and ``@style`` go into the style.
    """
    rules = document_rules(tree)
    css = f"{_style()}\n{rules}\n" if rules else _style()
    return {"css": css, "content-security-policy": _policy(css)}


@cache
def _style() -> str:
    return (data_directory("xslt") / "html" / "style.css").read_text(encoding="utf-8")


def _policy(css: str) -> str:
    """A Content Security Policy (CSP 3) under which the page can fetch and run nothing.

    Images may be shown from beside the page, for editions that ask for them.
    """
    digest = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'"
    )
