"""Headers that were begun from a template and not finished (Guidelines, chapter 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teikit.checks.problem import Problem, node_of, quoted
from teikit.tei import tei

if TYPE_CHECKING:
    from lxml import etree

_TEMPLATES = frozenset(
    {
        "fixme",
        "information about publication or distribution",
        "information about the source",
        "insert title here",
        "lorem ipsum",
        "publication information",
        "some text here.",
        "tbd",
        "title",
        "title of the text",
        "to be completed",
        "to do",
        "todo",
        "untitled document",
        "xxx",
        "your name",
        "???",
    }
)
"""What the templates of editors and hurried people leave in a header, in lower case."""

_REMINDER = re.compile(r"(?:TODO|FIXME|TBD|XXX):")
_IN_TITLES = frozenset({"title"})
"""Words that are placeholders only as the title of the text itself."""


def header_problems(tree: etree._ElementTree) -> Iterator[Problem]:
    """The problems of all headers in a document."""
    for header in tree.iter(tei("teiHeader")):
        yield from _titles(header)
        yield from _placeholders(header)
        yield from _licences(header)


def _titles(header: etree._Element) -> Iterator[Problem]:
    statement = header.find(f"{tei('fileDesc')}/{tei('titleStmt')}")
    if statement is None:
        return
    titles = statement.findall(tei("title"))
    if titles and not any(_text(title) for title in titles):
        hint = "Write the title of the text, and if you like “: an electronic edition” after it."
        yield Problem("TK701", "the text has no title: <title> is empty", hint, node_of(titles[0]))


def _placeholders(header: etree._Element) -> Iterator[Problem]:
    for element in header.iter("*"):
        text = (element.text or "").strip()
        if not text or len(element):
            continue
        lower = text.lower().rstrip(".…")
        known = lower in _TEMPLATES or text.lower() in _TEMPLATES
        if lower in _IN_TITLES and not _is_main_title(element):
            known = False
        if known or _REMINDER.match(text):
            name = str(element.tag).rpartition("}")[2]
            message = f"<{name}> still says {quoted(text)}, as a template does"
            hint = "Write what is true of this text, or take the element out."
            yield Problem("TK702", message, hint, node_of(element), found=text)


def _is_main_title(element: etree._Element) -> bool:
    parent = element.getparent()
    return element.tag == tei("title") and parent is not None and parent.tag == tei("titleStmt")


def _licences(header: etree._Element) -> Iterator[Problem]:
    for licence in header.iter(tei("licence")):
        if not licence.get("target") and not _text(licence):
            hint = 'Write <licence target="https://creativecommons.org/licenses/…"> and its name.'
            message = "<licence> has neither a text nor an address in @target"
            yield Problem("TK703", message, hint, node_of(licence))


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext("*"))).strip()
