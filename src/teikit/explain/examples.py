"""Examples of elements: written by hand for common ones, else the least that is valid."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from teikit.explain.attributes import holds_attributes
from teikit.explain.catalogue import Catalogue
from teikit.explain.pattern import Pattern
from teikit.tei import TEI_NS

_FILE = Path(__file__).with_name("examples.toml")
_TEXT = "…"

# A value of each datatype that has a form of its own.
_VALUES = {
    "teidata.certainty": "high",
    "teidata.count": "1",
    "teidata.duration.iso": "P1Y",
    "teidata.duration.w3c": "P1Y",
    "teidata.interval": "1",
    "teidata.language": "en",
    "teidata.namespace": "http://example.org/",
    "teidata.numeric": "1",
    "teidata.outputMeasurement": "10cm",
    "teidata.point": "10,10",
    "teidata.pointer": "#one",
    "teidata.prefix": "one",
    "teidata.probability": "0.5",
    "teidata.temporal.iso": "1850-03-01",
    "teidata.temporal.w3c": "1850-03-01",
    "teidata.truthValue": "true",
    "teidata.unboundedCount": "1",
    "teidata.version": "1.0",
    "teidata.versionDate": "2020-03-01",
    "teidata.versionNumber": "1.0",
    "teidata.xpath": "p",
}
_NAMESPACES = {
    "TEI": TEI_NS,
    "teiCorpus": TEI_NS,
    "egXML": "http://www.tei-c.org/ns/Examples",
}
_NAMES = {"teidata.name", "teidata.xmlName", "xsd:ID", "xsd:Name", "xsd:NCName"}


def example(catalogue: Catalogue, name: str) -> str:
    """An example of an element: XML, valid where the element may stand, lines indented.

    Args:
        catalogue: the definitions.
        name: one of ``catalogue.elements``.
    """
    return _by_hand().get(name) or _smallest(catalogue).element(name, 0)


@cache
def _by_hand() -> dict[str, str]:
    with _FILE.open("rb") as file:
        return {name: text.strip() for name, text in tomllib.load(file).items()}


@cache
def _smallest(catalogue: Catalogue) -> _Smallest:
    return _Smallest(catalogue)


class _Smallest:
    """Writes the smallest valid element, with a sign for text where there may be text."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._costs: dict[str, int] = {}
        self._settle()

    def element(self, name: str, depth: int) -> str:
        """An element; ``depth`` is how far it is indented, in steps of two blanks."""
        pattern = self._catalogue.elements[name]
        attributes = "".join(
            f" {attribute}={quoteattr(value)}"
            for part in pattern.parts
            for attribute, value in self._attributes(part)
        )
        content = "".join(f"\n{self.element(child, depth + 1)}" for child in self._content(pattern))
        margin = "  " * depth
        tag = pattern.name
        if tag in _NAMESPACES:
            attributes = f' xmlns="{_NAMESPACES[tag]}"{attributes}'
        if content:
            return f"{margin}<{tag}{attributes}>{content}\n{margin}</{tag}>"
        text = self._text(pattern)
        return (
            f"{margin}<{tag}{attributes}>{escape(text)}</{tag}>"
            if text
            else f"{margin}<{tag}{attributes}/>"
        )

    def _settle(self) -> None:
        """Find out how much each element needs at least: pass by pass, until nothing changes."""
        changed = True
        while changed:
            changed = False
            for name, pattern in self._catalogue.elements.items():
                cost = sum(map(self._cost, pattern.parts))
                if cost < _NEVER and cost + 1 != self._costs.get(name):
                    self._costs[name], changed = cost + 1, True

    def _cost(self, pattern: Pattern) -> int:
        """How many elements a content pattern needs at least."""
        match pattern.kind:
            case "element":
                return self._costs.get(pattern.name, _NEVER)
            case "ref" if pattern.name in self._catalogue.elements:
                return self._costs.get(pattern.name, _NEVER)
            case "ref" if pattern.name.startswith(("model.", "macro.")):
                parts = self._catalogue.definitions[pattern.name].parts
                return min(self._cost(part.pattern) for part in parts)
            case "choice":
                return min(map(self._cost, pattern.parts))
            case "group" | "interleave" | "oneOrMore":
                return min(sum(map(self._cost, pattern.parts)), _NEVER)
            case "notAllowed":
                return _NEVER
        return 0

    def _content(self, pattern: Pattern) -> Iterator[str]:
        """The elements of the smallest content."""
        match pattern.kind:
            case "ref" if pattern.name in self._catalogue.elements:
                yield pattern.name
            case "ref" if pattern.name.startswith(("model.", "macro.")):
                parts = [part.pattern for part in self._catalogue.definitions[pattern.name].parts]
                yield from self._content(min(parts, key=self._cost))
            case "choice":
                yield from self._content(min(pattern.parts, key=self._cost))
            case "group" | "interleave" | "oneOrMore" | "element":
                for part in pattern.parts:
                    yield from self._content(part)

    def _text(self, pattern: Pattern) -> str:
        """What stands for the text of an element without elements; ``""`` if it holds none."""
        for part in pattern.parts:
            if holds_attributes(part) and part.kind != "group":
                continue
            match part.kind:
                case "text":
                    return _TEXT
                case "data":
                    return self._value(part)
                case "ref" if part.name.startswith("macro.") and part.name != "macro.anyXML":
                    definition = self._catalogue.definitions[part.name]
                    found = self._text(Pattern("group", "", (definition.parts[0].pattern,)))
                case _:
                    found = self._text(part)
            if found:
                return found
        return ""

    def _attributes(self, pattern: Pattern) -> Iterator[tuple[str, str]]:
        """The attributes that must be there."""
        if pattern.kind == "attribute":
            yield pattern.name, self._value(pattern.parts[0])
        elif pattern.kind == "ref" and pattern.name.startswith("att."):
            for definition in self._catalogue.definitions[pattern.name].parts:
                yield from self._attributes(definition.pattern)
        elif pattern.kind in ("group", "interleave"):
            for part in pattern.parts:
                yield from self._attributes(part)
        elif pattern.kind == "choice" and holds_attributes(pattern):
            yield from min((list(self._attributes(part)) for part in pattern.parts), key=len)

    def _value(self, pattern: Pattern) -> str:
        """A value of a datatype."""
        match pattern.kind:
            case "value":
                return pattern.name
            case "list" | "group":
                return " ".join(filter(None, map(self._value, pattern.parts)))
            case "oneOrMore" | "choice":
                return self._value(pattern.parts[0])
            case "zeroOrMore" | "optional":
                return ""
        if pattern.name in _NAMES:
            return "one"
        if pattern.kind == "ref" and not pattern.name.startswith("teidata."):
            return self._value(self._catalogue.definitions[pattern.name].parts[0].pattern)
        return _VALUES.get(pattern.name, _TEXT)


_NEVER = 1 << 20
