"""Hands a grammar in simple form to libxml2."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from teikit.schema import nameclass
from teikit.schema.grammar import EMPTY, Grammar, Pattern
from teikit.schema.nameclass import NameClass
from teikit.schema.reliability import has_bounds, libxml2_reliable
from teikit.schema.tree import COMPATIBILITY, RELAXNG_NS, XSD

if TYPE_CHECKING:
    from lxml import etree

_Params = tuple[tuple[str, str], ...]

# libxml2 allows more than jing does for some datatypes: an hour 24, an exponent without digits,
# 29 February in the wrong years before Christ. A pattern takes these away.
_HOUR = "([01][0-9]|2[0-3]).*"
_BEFORE_CHRIST = r"[^\-].*|-[0-9]+-(02-([01][0-9]|2[0-8])|(0[13-9]|1[0-2])-).*"
# Likewise NaN, which is within no bounds.
_NO_NAN: _Params = (("pattern", "[^a]*"),)
# Likewise a URI that ends after its scheme or before its host, or has odd brackets. The pattern
# is slow, so it is used only where a document may need it.
_URI = r"([^:/]|:+([^:/#\[]|/+[^:/\[])|/+[^:/\[])*/?"
_STRICTER: dict[str, tuple[str, _Params]] = {
    "double": ("double", (("pattern", ".*[^eE]"),)),
    "float": ("float", (("pattern", ".*[^eE]"),)),
    "time": ("time", (("pattern", _HOUR),)),
    "date": ("date", (("pattern", _BEFORE_CHRIST),)),
    "dateTime": ("dateTime", (("pattern", f"[^T]*T{_HOUR}"), ("pattern", _BEFORE_CHRIST))),
    # As datatypes these are names; that they are unique and found is no matter of the grammar,
    # and libxml2 would write them into the document.
    "ID": ("NCName", ()),
    "IDREF": ("NCName", ()),
}
_ESCAPES = {ord(char): f"&#{ord(char)};" for char in '&<>"\t\n\r'}


def compile(
    grammar: Grammar, *, odd_uris: bool = True, large: bool = False
) -> etree.RelaxNG | None:
    """Compile a grammar with libxml2.

    Args:
        grammar: a grammar in simple form. A pruned one takes a few milliseconds; the whole of P5
            takes seconds.
        odd_uris: whether attributes may hold what only libxml2 takes for a URI
            (``Names.odd_uris``); without them validation is faster.
        large: whether much is to be validated, more than some 1000 elements. Compiling then takes
            twice as long, and validation a third of the time.

    Returns:
        A validator, or ``None`` where libxml2 cannot judge by this grammar. Uniqueness of IDs is
        not checked. What it finds valid is valid; what it finds invalid may be valid in rare
        cases (a leap second, a port that is no number), so the last word on an invalid document
        is the derivative engine's.
    """
    from lxml import etree

    if not libxml2_reliable(grammar):
        return None
    try:
        xml = to_xml(grammar, odd_uris=odd_uris, large=large)
        return etree.RelaxNG(etree.fromstring(xml.encode()))
    except etree.LxmlError:
        return None


def to_xml(grammar: Grammar, *, odd_uris: bool = True, large: bool = False) -> str:
    """A grammar in the XML syntax of RELAX NG, as ``compile`` gives it to libxml2.

    It is the simple form, with ``optional`` and ``zeroOrMore`` for what libxml2 handles better so.
    """
    return _Writer(grammar, odd_uris, large).write()


class _Writer:
    """Writes patterns as text, each only once."""

    def __init__(self, grammar: Grammar, odd_uris: bool, large: bool) -> None:
        self._grammar = grammar
        self._odd_uris = odd_uris
        self._large = large
        # The same data pattern may be written differently inside attributes.
        self._texts: dict[int, str] = {}
        self._attribute_texts: dict[int, str] = {}

    def write(self) -> str:
        start = self._pattern(self._grammar.start)
        defines = [
            f'<define name="e{k}"><element>{_name_class(element.name_class)}'
            f"{self._content(element.content)}</element></define>"
            for k, element in enumerate(self._grammar.elements)
        ]
        return f'<grammar xmlns="{RELAXNG_NS}"><start>{start}</start>{"".join(defines)}</grammar>'

    def _content(self, index: int) -> str:
        # libxml2 makes automata of content models that have no group around them.
        pattern = self._grammar.patterns[index]
        if self._large and pattern[0] == "group":
            return self._group(pattern[1])
        return self._pattern(index)

    def _pattern(self, index: int) -> str:
        text = self._texts.get(index)
        if text is None:
            text = self._texts[index] = self._make(self._grammar.patterns[index])
        return text

    def _make(self, pattern: Pattern) -> str:
        match pattern:
            case ("ref", element):
                return f'<ref name="e{element}"/>'
            case ("choice", members):
                return self._choice(members)
            case ("group", members):
                return f"<group>{self._group(members)}</group>"
            case ("interleave", members):
                return f"<interleave>{''.join(map(self._pattern, members))}</interleave>"
            case ("oneOrMore" | "list" as kind, member):
                return f"<{kind}>{self._pattern(member)}</{kind}>"
            case ("attribute", name_class, value):
                return f"<attribute>{_name_class(name_class)}{self._value(value)}</attribute>"
            case ("data", library, type_, params, excepted):
                return self._data(library, type_, params, excepted)
            case ("value", library, type_, string, _):
                return f"<value{_datatype(library, type_)}>{_escape(string)}</value>"
        return f"<{pattern[0]}/>"

    def _group(self, members: Sequence[int]) -> str:
        """The members of a group: first the attributes, then the others.

        libxml2 follows every way to take or leave an optional attribute, so the time doubles with
        each one. In an interleave it goes on with the way that leaves the fewest attributes, which
        is the right one, since the attributes of a group have different names. Optional attributes
        with the same value are written as one that may be repeated.
        """
        by_value: dict[int, list[NameClass]] = {}
        attributes: list[str] = []
        others: list[str] = []
        for member in members:
            match self._optional_attribute(member):
                case (name_class, value):
                    by_value.setdefault(value, []).append(name_class)
                case _ if self._is_attributes(member):
                    attributes.append(self._pattern(member))
                case _:
                    others.append(self._pattern(member))
        for value, name_classes in by_value.items():
            kind = "optional" if len(name_classes) == 1 else "zeroOrMore"
            name = _name_class(nameclass.choice(name_classes))
            attributes.append(f"<{kind}><attribute>{name}{self._value(value)}</attribute></{kind}>")
        if len(attributes) > 1:
            attributes = ["<interleave>", *attributes, "</interleave>"]
        return "".join(attributes + others)

    def _optional_attribute(self, index: int) -> tuple[NameClass, int] | None:
        """The name class and value of a pattern that is an optional attribute."""
        patterns = self._grammar.patterns
        match patterns[index]:
            case ("choice", (1, member)) if patterns[member][0] == "attribute":
                return patterns[member][1], patterns[member][2]
        return None

    def _is_attributes(self, index: int) -> bool:
        """Whether a pattern is about attributes only."""
        match self._grammar.patterns[index]:
            case ("choice" | "group" | "interleave", members):
                return all(self._is_attributes(m) for m in members if m != EMPTY)
            case ("oneOrMore", member):
                return self._is_attributes(member)
            case (kind, *_):
                return bool(kind == "attribute")
        return False

    def _choice(self, members: Sequence[int]) -> str:
        """A choice; one with empty as ``optional`` or ``zeroOrMore`` where that is safe.

        libxml2 takes ``<optional><value>…`` for anything, and the first fitting choice in a list.
        """
        if members[0] != EMPTY:
            return f"<choice>{''.join(map(self._pattern, members))}</choice>"
        if len(members) == 2:
            kind, *rest = self._grammar.patterns[members[1]]
            if kind == "oneOrMore":
                return f"<zeroOrMore>{self._pattern(rest[0])}</zeroOrMore>"
            if kind == "attribute":
                return f"<optional>{self._pattern(members[1])}</optional>"
        return f"<choice>{''.join(map(self._pattern, members[1:]))}<empty/></choice>"

    def _value(self, index: int) -> str:
        """The value of an attribute."""
        if self._odd_uris:
            return self._pattern(index)
        outside, self._texts = self._texts, self._attribute_texts
        text = self._pattern(index)
        self._texts = outside
        return text

    def _data(self, library: str, type_: str, params: _Params, excepted: int) -> str:
        if library in (XSD, COMPATIBILITY):
            if type_ == "IDREFS" and not params and excepted < 0:
                return f"<list><oneOrMore><data{_datatype(XSD, 'NCName')}/></oneOrMore></list>"
            library = XSD
            type_, more = _STRICTER.get(type_, (type_, ()))
            if type_ in ("double", "float") and has_bounds(params):
                more += _NO_NAN
            params += more
            if type_ == "anyURI" and self._texts is not self._attribute_texts:
                params += (("pattern", _URI),)
        content = "".join(
            f"<param name={_quoted(name)}>{_escape(value)}</param>" for name, value in params
        )
        if excepted >= 0:
            content += f"<except>{self._pattern(excepted)}</except>"
        return f"<data{_datatype(library, type_)}>{content}</data>"


def _datatype(library: str, type_: str) -> str:
    return f" type={_quoted(type_)} datatypeLibrary={_quoted(library)}"


def _escape(text: str) -> str:
    """Text as it can stand in XML; line ends survive."""
    return text.translate(_ESCAPES)


def _quoted(text: str) -> str:
    return f'"{_escape(text)}"'


def _name_class(name_class: NameClass) -> str:
    match name_class:
        case ("name", ns, local):
            return f"<name ns={_quoted(ns)}>{local}</name>"
        case ("choice", left, right):
            return f"<choice>{_name_class(left)}{_name_class(right)}</choice>"
        case ("nsName", ns, excepted):
            attributes = f" ns={_quoted(ns)}"
        case (_, excepted):
            attributes = ""
    inner = f"<except>{_name_class(excepted)}</except>" if excepted is not None else ""
    return f"<{name_class[0]}{attributes}>{inner}</{name_class[0]}>"
