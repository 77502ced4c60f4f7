"""Names of other vocabularies (TEI P4, HTML, DocBook) and what TEI P5 calls them."""

from __future__ import annotations

_TEI_NAMES = {
    # TEI P4
    "TEI.2": ("TEI",),
    "teiCorpus.2": ("teiCorpus",),
    "xref": ("ref",),
    "xptr": ("ptr",),
    "dateRange": ("date",),
    "timeRange": ("time",),
    "dateStruct": ("date",),
    "timeStruct": ("time",),
    "orgtitle": ("orgName",),
    # HTML
    "a": ("ref",),
    "b": ("hi", "emph"),
    "blockquote": ("quote", "cit"),
    "br": ("lb",),
    "dd": ("item",),
    "dl": ("list",),
    "dt": ("label",),
    "em": ("emph", "hi"),
    "h1": ("head",),
    "h2": ("head",),
    "h3": ("head",),
    "h4": ("head",),
    "hr": ("milestone",),
    "i": ("hi", "emph"),
    "img": ("graphic", "figure"),
    "li": ("item",),
    "ol": ("list",),
    "section": ("div",),
    "small": ("hi",),
    "strong": ("hi", "emph"),
    "sub": ("hi",),
    "sup": ("hi",),
    "td": ("cell",),
    "th": ("cell",),
    "tr": ("row",),
    "u": ("hi",),
    "ul": ("list",),
    # DocBook and everyday words
    "chapter": ("div",),
    "footnote": ("note",),
    "header": ("teiHeader", "head"),
    "image": ("graphic", "figure"),
    "para": ("p",),
    "paragraph": ("p",),
    "place": ("placeName",),
    "verse": ("l",),
}


_TEI_ATTRIBUTES = {
    "class": ("rend", "type"),
    "date": ("when",),
    "doc": ("target",),
    "entity": ("url", "facs"),
    "href": ("target", "url", "ref"),
    "name": ("type", "n"),
    "src": ("url",),
    "title": ("n",),
    "uri": ("target", "url", "ref"),
    "url": ("target", "ref"),
    "value": ("when",),
}


def tei_attributes(name: str) -> tuple[str, ...]:
    """TEI's names for what an attribute of another vocabulary does; none if it is not known."""
    return _TEI_ATTRIBUTES.get(name, ())


def tei_names(name: str) -> tuple[str, ...]:
    """TEI's names for what an element of another vocabulary does; none if it is not known."""
    return _TEI_NAMES.get(name, ())
