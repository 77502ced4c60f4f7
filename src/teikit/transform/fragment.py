"""A reading edition as a fragment: the bare ``<article>``, for a page that another system makes."""

from __future__ import annotations

import re

from lxml import etree

from teikit.errors import UsageError
from teikit.transform.markup import select, take_out

_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")

# Attributes that name ids: HTML's own and ARIA's.
_REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget")


def fragment(edition: etree._ElementTree, prefix: str) -> etree._Element:
    """The text, its notes and its indexes as one ``<article>``.

    It reads right without teikit's style: what that hides (pop-ups, the reading of a
    ``<choice>`` that does not show) is left out or has ``hidden``. The classes are those of the
    whole page.

    Args:
        edition: the page, as :func:`teikit.transform.run.html_page` gives it; it is taken apart.
        prefix: what stands before every id, so that none is that of the page around.

    Returns:
        The article.

    Raises:
        UsageError: an id cannot start with the prefix.
    """
    if not _PREFIX.fullmatch(prefix):
        raise UsageError(
            f"“{prefix}” cannot stand before an id",
            hint="Start with a letter; letters, digits, “-” and “_” may follow.",
        )
    root = edition.getroot()
    article: etree._Element = next(root.iter("article"))
    shown = "regular" if _regularised(root) else "original"
    for section in select(
        root,
        "body/main/section | body/section[contains(@class, 'page-index') or @class = 'records']",
    ):
        article.append(take_out(section))
    for title_page in select(root, "body/header/*[contains(@class, 'titlePage')]"):
        # It is part of the text; the heading of the page around is that page's own.
        for heading in title_page.iter("h1"):
            heading.tag = "div"
        article.insert(0, take_out(title_page))
    take_out(article)
    for name in ("lang", "dir"):
        if root.get(name) and not article.get(name):
            article.set(name, root.get(name, ""))
    _hide(article, shown)
    _prefix(article, prefix)
    return article


def _regularised(root: etree._Element) -> bool:
    """Whether the edition starts with the regularised readings."""
    switches = ("page:spelling", "page:errors", "page:abbreviations")
    return not any(
        box.get("id") in switches and box.get("checked") is not None for box in root.iter("input")
    )


def _hide(article: etree._Element, shown: str) -> None:
    for popup in select(article, ".//span[@class = 'popup']"):
        take_out(popup)
    for link in select(article, ".//a[span/@class = 'unseen']"):
        for words in select(link, "span[@class = 'unseen']"):
            link.set("aria-label", take_out(words).text or "")
    hidden = "original" if shown == "regular" else "regular"
    for reading in select(article, f".//*[@class = '{hidden}']"):
        reading.set("hidden", "hidden")


def _prefix(article: etree._Element, prefix: str) -> None:
    for element in article.iter(etree.Element):
        if element.get("id"):
            element.set("id", prefix + element.get("id", ""))
        if (address := element.get("href", "")).startswith("#"):
            element.set("href", f"#{prefix}{address[1:]}")
        for name in _REFERENCES:
            if element.get(name):
                references = element.get(name, "").split()
                element.set(name, " ".join(prefix + reference for reference in references))
