"""Small TEI documents, and HTML looked at as a tree, for the tests of the reading edition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from teikit.tei import TEI_NS
from teikit.transform import transform

_PHRASES = "p span a q cite i b em sup sub code time h1 h2 h3 h4 h5 h6 pre abbr label".split()
_BLOCKS = "div p section article blockquote ul ol dl table figure pre hr h2 h3".split()


def tei(body: str, *, header: str = "", stand_off: str = "", back: str = "") -> bytes:
    """A TEI document with this body.

    Args:
        body: the content of ``<body>``.
        header: what follows ``<fileDesc>`` in the header.
        stand_off: the content of ``<standOff>``.
        back: the content of ``<back>``.
    """
    return (
        f'<TEI xmlns="{TEI_NS}" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
        "<title>A Title</title><author>An Author</author></titleStmt>"
        '<publicationStmt><availability><licence target="https://example.org/licence">Free'
        "</licence></availability></publicationStmt><sourceDesc><p>The source.</p></sourceDesc>"
        f"</fileDesc>{header}</teiHeader>"
        + (f"<standOff>{stand_off}</standOff>" if stand_off else "")
        + f"<text><body>{body}</body>"
        + (f"<back>{back}</back>" if back else "")
        + "</text></TEI>"
    ).encode()


def page(body: str, *, parameters: dict[str, object] | None = None, **parts: str) -> Page:
    """The reading edition of a document with this body."""
    return Page(transform(tei(body, **parts), parameters=parameters))


class Page:
    """A page of HTML.

    Attributes:
        source: the page as it is written.
        root: its ``<html>`` element.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.root = html.document_fromstring(source)

    def all(self, path: str) -> list[html.HtmlElement]:
        """The elements of an XPath."""
        return list(self.root.xpath(path))

    def one(self, path: str) -> html.HtmlElement:
        """The only element of an XPath."""
        (element,) = self.all(path)
        return element

    def text(self, path: str = "//body") -> str:
        """The text of the only element of an XPath, white space normalised."""
        return " ".join("".join(self.one(path).itertext()).split())

    def ids(self) -> list[str]:
        """All ids, in the order of the page."""
        return [element.get("id") for element in self.all("//*[@id]")]

    def scripts(self) -> list[str]:
        """What a browser would run."""
        return [
            script.text or "" for script in self.all("//script[not(@type = 'application/ld+json')]")
        ]

    def dangling(self) -> list[str]:
        """Links into the page that lead nowhere."""
        known = set(self.ids())
        links = (element.get("href") for element in self.all("//a[starts-with(@href, '#')]"))
        return [link for link in links if link[1:] not in known]


def nested_wrongly(page: Page) -> list[str]:
    """Blocks that the page's markup has inside phrases, which no browser would leave there."""
    # lxml's parser repairs like an old browser; what is written is looked at instead.
    open_elements: list[str] = []
    found = []
    for closing, name in re.findall(r"<(/?)([a-z][a-z0-9]*)", page.source.partition("<body>")[2]):
        if closing:
            while open_elements and open_elements.pop() != name:
                pass
        elif name not in {"br", "hr", "img", "input"}:
            if name in _BLOCKS and open_elements and open_elements[-1] in _PHRASES:
                found.append(f"{open_elements[-1]} > {name}")
            if name == "a" and "a" in open_elements:
                found.append("a > a")
            open_elements.append(name)
    return found


def reading_text(document: etree._ElementTree) -> Iterator[str]:
    """Each piece of the text of a TEI document, and of its records, without white space."""
    namespaces = {"t": TEI_NS}
    texts = document.xpath(
        "//t:text[not(ancestor::t:text)] | //t:standOff | //t:sourceDoc | //t:facsimile",
        namespaces=namespaces,
    )
    for piece in texts:
        for node in piece.xpath(".//text()[not(parent::comment())]"):
            if bare := re.sub(r"\s+", "", node):
                yield bare
