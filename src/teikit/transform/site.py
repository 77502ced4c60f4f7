"""A reading edition as a site: the finished page cut into one page for each division.

What is cut is the page's HTML, so that a stylesheet of a user's own splits like ours. Each page
has the style and the script in it, as the whole has: it can be opened, kept and sent alone.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from teikit.transform.markup import classes, empty_copy, ids, new, select, take_out, words

INDEX = "index.html"
"""The first page: title, contents, and what stands outside the divisions."""

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


@dataclass(slots=True)
class _Page:
    """One page of the site.

    Attributes:
        name: its file.
        title: what a link to it says.
        root: its ``<html>``.
        start: the id of the division that it is about; a link there leads to the page's top.
        ids: all the ids in it.
    """

    name: str
    title: str
    root: etree._Element
    start: str = ""
    ids: set[str] = field(default_factory=set)

    @property
    def main(self) -> etree._Element:
        """Its main part."""
        return next(self.root.iter("main"))


def pages(edition: etree._ElementTree) -> Iterator[tuple[str, etree._ElementTree]]:
    """Cut a reading edition into a page for each division that is in no other division.

    Each index has a page of its own. Notes stand on the page of their first marker; links lead to
    the page that has their target.

    Args:
        edition: the page, as :func:`teikit.transform.run.html_page` gives it; it is taken apart.

    Returns:
        Names of files, each with its page. The first page of the site comes last: who writes
        them in this order never has contents that lead to pages not yet written.
    """
    root = edition.getroot()
    entries = _entries(root)
    divisions = [section for section in root.iter("section") if _is_outermost(section)]
    indexes = select(root, "body/section[contains(@class, 'page-index') or @class = 'records']")
    notes = [take_out(section) for section in select(root, "body/main/section[ol]")]
    parts = [_with_surroundings(division) for division in divisions]
    parts += [take_out(section) for section in indexes]
    frame = _frame(root)

    site = [_Page(INDEX, words(next(root.iter("title"))), root)]
    used = {"index"}
    for section, part in zip((*divisions, *indexes), parts, strict=True):
        number = len(site)
        page = _Page(
            _file_name(section, number, used), f"{site[0].title} {number}", copy.deepcopy(frame)
        )
        page.start = section.get("id", "")
        _fill(page, part, section, entries.get(page.start), site[0].title)
        site.append(page)
    for page in site:
        page.ids = ids(page.root)
    _spread(notes, site)
    _lead_on(site)
    _arrange_first(site[0])
    _correct_links(site)
    for page in (*site[1:], site[0]):
        yield page.name, etree.ElementTree(page.root)


def _entries(root: etree._Element) -> dict[str, etree._Element]:
    """The links of the table of contents, by the id that each leads to."""
    links = select(root, "body/nav[@class = 'contents']//a[starts-with(@href, '#')]")
    return {link.get("href", "#")[1:]: link for link in links}


def _is_outermost(section: etree._Element) -> bool:
    """Whether a section is a division that is in no other one."""
    return "div" in classes(section) and not any(
        "div" in classes(outer) for outer in section.iterancestors("section")
    )


def _with_surroundings(division: etree._Element) -> etree._Element:
    """A division in copies of the elements round it, whose language and style hold for it."""
    outer = [element for element in division.iterancestors() if element.getparent() is not None]
    part = take_out(division)
    for element in outer:
        if element.tag == "main":
            break
        shell = empty_copy(element)
        shell.append(part)
        part = shell
    return part


def _frame(root: etree._Element) -> etree._Element:
    """What every page has: style, bar and script, without what describes or shows the whole."""
    frame = copy.deepcopy(root)
    for element in select(
        frame,
        "head/meta[starts-with(@name, 'dcterms.')] | head/script | body/nav | body/section"
        " | body/main/* | body/header/*[not(@class = 'toolbar')]",
    ):
        take_out(element)
    for link in select(frame, "body/header//a[@class = 'running-title']"):
        link.set("href", INDEX)
    return frame


def _file_name(section: etree._Element, number: int, used: set[str]) -> str:
    """The division's own id, where it is a name for every file system, else its number."""
    kind = (classes(section) - {"div", "page-index"} or {""}).pop()
    name = section.get("id") or kind
    if not _FILE_NAME.fullmatch(name) or name.casefold() in used:
        name = f"page-{number}"
    while name.casefold() in used:
        name += "-"
    used.add(name.casefold())
    return f"{name}.html"


def _fill(
    page: _Page,
    part: etree._Element,
    section: etree._Element,
    entry: etree._Element | None,
    work: str,
) -> None:
    """Put a division into its page, with the heading and the contents of the page."""
    headings = [heading for heading in section.iter("h2") if words(heading)]
    if entry is not None:
        page.title = words(entry)
        _add_contents(page, entry)
    elif len(headings) == 1:
        page.title = words(headings[0])
    next(page.root.iter("title")).text = f"{page.title} – {work}"
    if len(headings) == 1:
        for element in section.iter(*_HEADINGS):
            element.tag = f"h{int(element.tag[1]) - 1}"
    else:
        # The division has none of its own, but may hold several that have.
        page.main.append(new("h1", page.title, class_="unseen"))
    page.main.append(part)


def _add_contents(page: _Page, entry: etree._Element) -> None:
    """Give a page what the table of contents has below its own entry."""
    nav = next(entry.iterancestors("nav"))
    own = empty_copy(nav)
    own.extend(copy.deepcopy(part) for part in (*nav.iterchildren("h2"), *entry.itersiblings("ol")))
    if own.find("ol") is not None:
        page.main.addprevious(own)


def _spread(notes: Sequence[etree._Element], site: Sequence[_Page]) -> None:
    """Give each note, and each entry of an apparatus, to the page that has its marker."""
    home = {identifier: page for page in site for identifier in page.ids}
    for section in notes:
        lists: dict[str, etree._Element] = {}
        for item in select(section, "ol/li"):
            back = select(item, ".//a[@role = 'doc-backlink']")
            page = home.get(back[0].get("href", "#")[1:] if back else "", site[0])
            if page.name not in lists:
                lists[page.name] = _new_list(section, page.main)
            lists[page.name].append(take_out(item))
            # A note in this note has its marker here.
            found = ids(item)
            page.ids |= found
            home.update(dict.fromkeys(found, page))
        # The witnesses of an apparatus are for all its entries.
        rest = [part for part in section if part.tag not in ("h2", "ol")]
        if rest:
            first = lists.get(INDEX)
            owner = site[0].main if first is None else first.getparent()
            assert owner is not None
            owner.extend(rest)


def _new_list(section: etree._Element, main: etree._Element) -> etree._Element:
    """Add a section of notes with the heading of another, and give its list."""
    own = empty_copy(section)
    main.append(own)
    own.extend(copy.deepcopy(heading) for heading in section.iterchildren("h2"))
    return etree.SubElement(own, "ol")


def _lead_on(site: Sequence[_Page]) -> None:
    """Link each page to the one before and the one after."""
    for number, page in enumerate(site):
        nav = new("nav", class_="pages", aria_label=site[0].title)
        head = next(page.root.iter("head"))
        for rel, step in (("prev", -1), ("next", 1)):
            if 0 <= number + step < len(site):
                other = site[number + step]
                head.append(new("link", rel=rel, href=other.name))
                nav.append(new("a", other.title, rel=rel, href=other.name))
        if len(nav):
            page.main.append(nav)


def _arrange_first(page: _Page) -> None:
    """The contents are what the first page is for; a text that is all elsewhere leaves no gap."""
    for article in select(page.main, "article[not(.//text()[normalize-space()] or .//img)]"):
        take_out(article)
    page.ids = ids(page.root)
    for nav in select(page.root, "body/nav[@class = 'contents']"):
        page.main.insert(0, take_out(nav))


def _correct_links(site: Sequence[_Page]) -> None:
    """Make each link lead to the page that has its target."""
    # An id that several pages have is one of the frame, which no other page links to.
    counts = Counter(identifier for page in site for identifier in page.ids)
    home = {name: page for page in site for name in page.ids if counts[name] == 1}
    starts = {page.start for page in site}
    for page in site:
        for link in select(page.root, "//a[starts-with(@href, '#')]"):
            target = link.get("href", "#")[1:]
            if target in page.ids:
                continue
            if target not in home:
                _drop(link)
            else:
                fragment = "" if target in starts else f"#{target}"
                link.set("href", home[target].name + fragment)


def _drop(link: etree._Element) -> None:
    """Take away a link to nothing: an entry of the contents for a section that was spread."""
    entry = link.getparent()
    if entry is not None and entry.tag == "li":
        take_out(entry)
    else:
        del link.attrib["href"]
