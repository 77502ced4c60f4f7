"""CSS from documents: the declarations in ``<rendition>`` and ``@style`` that can do no harm.

TEI Guidelines, section 2.3.4 (The Tagging Declaration) and ``att.global.rendition``. A document
may come from anywhere, so only known properties with plain values pass: nothing that fetches,
hides text, moves it away, or ends the style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from teikit.tei import TEI_NS, XML_ID

_PROPERTIES = re.compile(
    r"""font-(?:family|size|stretch|style|variant|variant-caps|weight)
      | writing-mode | text-orientation | text-combine-upright | ruby-position | direction
      | letter-spacing | line-height | word-spacing | vertical-align | white-space
      | text-(?:align|decoration|decoration-line|decoration-style|indent|transform)
      | (?:margin|padding)(?:-(?:top|right|bottom|left))?
      | border(?:-(?:top|right|bottom|left))?(?:-(?:style|width))?
      | color | background-color | border-color""",
    re.VERBOSE,
)
_COLOURS = {"color", "background-color", "border-color"}
_VALUE = re.compile(
    r"""(?:
        -?[a-z][a-z-]*                          # a keyword
      | [+-]?\d{0,3}(?:\.\d{1,4})?(?:%|[a-z]{1,4})?  # a number, with a unit
      | \#[0-9a-f]{3,8}
      | (?:rgb|hsl)a?\([0-9.,%/ ]*\)
      | "[\w .-]*" | '[\w .-]*'                 # the name of a font
      | [ ,/]
    )+""",
    re.VERBOSE | re.IGNORECASE,
)
_FAR_LEFT = re.compile(r"-\s*\d{2,}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STYLES: Any = etree.XPath("/descendant::*/@style", smart_strings=False)
_PSEUDO = {"first-letter": "::first-letter", "first-line": "::first-line"}


def document_rules(tree: etree._ElementTree) -> str:
    """The rules for one document: its renditions, and the values of ``@style`` that it uses.

    The stylesheet copies ``@rendition`` and ``@style`` to ``data-rendition`` and
    ``data-style``; the selectors here look there.

    Returns:
        CSS, one rule on a line, in the order of the document; empty when there is none.
    """
    renditions = (
        (f"[data-rendition~={_string('#' + identifier)}]{_PSEUDO.get(scope, '')}", text)
        for element in tree.iter(f"{{{TEI_NS}}}rendition")
        if (identifier := element.get(XML_ID))
        and (scope := element.get("scope", "")) in {"", *_PSEUDO}
        and (text := "".join(str(part) for part in element.itertext()))
    )
    styles = dict.fromkeys(filter(None, _STYLES(tree)))
    return "\n".join(
        rule
        for selector, text in (
            *renditions,
            *((f"[data-style={_string(value)}]", value) for value in styles),
        )
        for rule in _rules(selector, declarations(text))
    )


def page_rules(title: str) -> str:
    """The running title and the page numbers of a printed edition (CSS Paged Media 3).

    A style sheet can have the title only as a string: nothing in CSS reads it from the page.
    """
    return (
        "@media print { @page { @bottom-center { content: counter(page) } "
        f"@top-center {{ content: {_string(' '.join(title.split()))} }} }} "
        "@page :first { @top-center { content: none } } }"
    )


def declarations(text: str) -> list[tuple[str, str]]:
    """The harmless declarations in a piece of CSS, as pairs of property and value.

    >>> declarations("font-variant: small-caps; position: fixed; color: url(//x)")
    [('font-variant', 'small-caps')]
    """
    return list(_declarations(text))


def _declarations(text: str) -> Iterator[tuple[str, str]]:
    for part in _COMMENT.sub(" ", text).split(";"):
        name, _, value = part.partition(":")
        name, value = name.strip().lower(), " ".join(value.split())
        if (
            _PROPERTIES.fullmatch(name)
            and value
            and _VALUE.fullmatch(value)
            and not _FAR_LEFT.search(value)
        ):
            yield name, value


def _rules(selector: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Rules for a selector; colours hold on a light ground only, for which they were chosen."""
    plain: list[str] = []
    coloured: list[str] = []
    for name, value in pairs:
        (coloured if name in _COLOURS else plain).append(f"{name}: {value}")
    if plain:
        yield f"{selector} {{ {'; '.join(plain)} }}"
    if coloured:
        rule = f"{selector} {{ {'; '.join(coloured)} }}"
        yield f"@media (prefers-color-scheme: light), print {{ {rule} }}"


def _string(value: str) -> str:
    """A CSS string; whatever is not a plain letter or digit is escaped (CSS Syntax 3, 4.3.7)."""
    escaped = (
        character
        if character.isascii() and (character.isalnum() or character in "#-_ .:;,%")
        else f"\\{ord(character):x} "
        for character in value
    )
    return f'"{"".join(escaped)}"'
