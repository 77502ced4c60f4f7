"""Reads the XML syntax of RELAX NG (specification, section 3)."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from lxml import etree

from teikit.errors import InputError
from teikit.schema import datatypes, nameclass
from teikit.schema.nameclass import NameClass
from teikit.schema.tree import ANNOTATIONS_NS, RELAXNG_NS, XSD, Node, error_at
from teikit.schema.xmlnames import is_ncname
from teikit.tei import XML_NS

_PATTERNS = frozenset(
    "element attribute group interleave choice optional zeroOrMore oneOrMore list mixed ref"
    " parentRef empty value data notAllowed text externalRef grammar".split()
)
_NAME_CLASSES = frozenset({"name", "anyName", "nsName", "choice"})
_DEFINITIONS = frozenset({"start", "define", "div"})
_COMPONENTS = _DEFINITIONS | {"include"}

# What may stand in each element: the kinds of children, how few and how many of them.
_CONTENT: dict[str, tuple[frozenset[str], int, int]] = {
    **dict.fromkeys(_PATTERNS, (_PATTERNS, 1, 1 << 30)),
    **dict.fromkeys(
        ("ref", "parentRef", "empty", "value", "notAllowed", "text", "externalRef"),
        (frozenset(), 0, 0),
    ),
    "attribute": (_PATTERNS, 0, 1),
    "grammar": (_COMPONENTS, 0, 1 << 30),
    "include": (_DEFINITIONS, 0, 1 << 30),
    "start": (_PATTERNS, 1, 1),
    "define": (_PATTERNS, 1, 1 << 30),
    "data": (frozenset({"except"}), 0, 1),
    "except": (_PATTERNS, 1, 1 << 30),
}
# The attributes of each element, required ones first; "ns" and "datatypeLibrary" always may stand.
_ATTRIBUTES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "element": ((), ("name",)),
    "attribute": ((), ("name",)),
    "ref": (("name",), ()),
    "parentRef": (("name",), ()),
    "value": ((), ("type",)),
    "data": (("type",), ()),
    "param": (("name",), ()),
    "externalRef": (("href",), ()),
    "include": (("href",), ()),
    "start": ((), ("combine",)),
    "define": (("name",), ("combine",)),
}
_RNG = f"{{{RELAXNG_NS}}}"


class _Context(NamedTuple):
    """What an element takes over from those around it."""

    ns: str
    library: str
    base: str


def parse_xml(data: bytes, file: str, base: str, ns: str = "") -> Node:
    """The tree of a schema in XML syntax.

    Args:
        data: the file's bytes.
        file: its name, for error messages.
        base: its URI, against which references are resolved.
        ns: the namespace it takes over from a schema that includes it.

    Raises:
        InputError: not well-formed XML.
        SchemaError: not RELAX NG.
    """
    parser = etree.XMLParser(
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        resolve_entities="internal",  # type: ignore[arg-type]
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise InputError(
            f"not well-formed XML: {error.msg}", place=f"{file}:{line}:{column}"
        ) from None
    return _Reader(file).read(root, _Context(ns, "", base), _PATTERNS)


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file

    def read(self, element: etree._Element, context: _Context, allowed: frozenset[str]) -> Node:
        """The node of an element that must be one of the allowed ones."""
        kind = self._check(element, allowed)
        context = self._context(element, context)
        node = Node(kind, self.file, _line(element))
        if kind not in ("element", "attribute"):
            node.name = element.get("name", "").strip()
        node.combine = element.get("combine", "").strip()
        self._check_attribute_values(node, element)
        children = self._children(element)
        if kind in ("element", "attribute"):
            node.name_class, children = self._named(element, children, context)
        elif kind in ("value", "data"):
            children = self._typed(node, element, children, context)
        elif kind in ("include", "externalRef"):
            node.href = self._href(element, context.base)
            node.ns = context.ns
        self._read_children(node, element, children, context, allowed)
        node.doc = _documentation(element)
        return node

    def _read_children(
        self,
        node: Node,
        element: etree._Element,
        children: list[etree._Element],
        context: _Context,
        allowed: frozenset[str],
    ) -> None:
        # A div holds whatever may stand where the div stands.
        kinds, least, most = (allowed, 0, 1 << 30) if node.kind == "div" else _CONTENT[node.kind]
        node.children = [self.read(child, context, kinds) for child in children]
        if not least <= len(children) <= most:
            wanted = "exactly one pattern" if most == 1 else "a pattern"
            found = "nothing" if not children else str(len(children))
            raise self._error(element, f"<{node.kind}> holds {found} where it needs {wanted}")

    def _check(self, element: etree._Element, allowed: frozenset[str]) -> str:
        """The local name of a RELAX NG element whose attributes and text are as they should be."""
        tag = str(element.tag)
        kind = tag.removeprefix(_RNG)
        if kind == tag:
            raise self._error(
                element,
                f"<{etree.QName(element).localname}> is not a RELAX NG element",
                f'RELAX NG elements are in the namespace "{RELAXNG_NS}".',
            )
        if kind not in allowed:
            raise self._error(element, f"<{kind}> cannot stand here")
        required, optional = _ATTRIBUTES.get(kind, ((), ()))
        for name in map(str, element.attrib):
            if name not in (*required, *optional, "ns", "datatypeLibrary") and (
                name[0] != "{" or name.startswith(_RNG)
            ):
                raise self._error(element, f"<{kind}> has no attribute {name}")
        for name in required:
            if element.get(name) is None:
                raise self._error(element, f"<{kind}> lacks its attribute {name}")
        if kind not in ("value", "param", "name"):
            texts = [element.text, *(child.tail for child in element)]
            if any(text and text.strip(" \t\r\n") for text in texts):
                raise self._error(element, f"<{kind}> cannot hold text")
        return kind

    def _check_attribute_values(self, node: Node, element: etree._Element) -> None:
        if node.kind in ("define", "ref", "parentRef", "param") and not is_ncname(node.name):
            raise self._error(element, f'"{node.name}" is not a name without a colon')
        if element.get("combine") is not None and node.combine not in ("choice", "interleave"):
            raise self._error(element, 'combine must be "choice" or "interleave"')

    def _context(self, element: etree._Element, context: _Context) -> _Context:
        ns = element.get("ns")
        library = element.get("datatypeLibrary")
        base = element.get(f"{{{XML_NS}}}base")
        if ns is None and library is None and base is None:
            return context
        if library and not _is_absolute_uri(library):
            raise self._error(element, f'datatypeLibrary "{library}" is not an absolute URI')
        return _Context(
            context.ns if ns is None else ns,
            context.library if library is None else library,
            context.base if base is None else urljoin(context.base, base),
        )

    def _children(self, element: etree._Element) -> list[etree._Element]:
        """The RELAX NG elements in an element; foreign ones are annotations."""
        children = [child for child in element if str(child.tag).startswith(_RNG)]
        if len(element) and element.tag in (_RNG + "value", _RNG + "param", _RNG + "name"):
            raise self._error(element, f"<{etree.QName(element).localname}> holds text only")
        return children

    def _named(
        self, element: etree._Element, children: list[etree._Element], context: _Context
    ) -> tuple[NameClass, list[etree._Element]]:
        """The name class of an element or attribute pattern, and its other children."""
        name = element.get("name")
        if name is None:
            if not children:
                raise self._error(element, "the name is missing")
            return self._name_class(children[0], context), children[1:]
        ns = context.ns
        if element.tag == _RNG + "attribute" and element.get("ns") is None:
            ns = ""
        return self._qualified(element, name, ns), children

    def _name_class(self, element: etree._Element, context: _Context) -> NameClass:
        kind = self._check(element, _NAME_CLASSES)
        context = self._context(element, context)
        children = self._children(element)
        if kind == "name":
            return self._qualified(element, element.text or "", context.ns)
        if kind == "choice":
            if not children:
                raise self._error(element, "<choice> holds no name class")
            return nameclass.choice([self._name_class(child, context) for child in children])
        excepted = None
        if children:
            if len(children) > 1:
                raise self._error(element, f"<{kind}> can hold one <except> only")
            self._check(children[0], frozenset({"except"}))
            inner = self._context(children[0], context)
            classes = [self._name_class(c, inner) for c in self._children(children[0])]
            if not classes:
                raise self._error(children[0], "<except> holds no name class")
            excepted = nameclass.choice(classes)
        return ("nsName", context.ns, excepted) if kind == "nsName" else ("anyName", excepted)

    def _qualified(self, element: etree._Element, name: str, ns: str) -> NameClass:
        name = name.strip(" \t\r\n")
        prefix, colon, local = name.rpartition(":")
        if not is_ncname(local) or (colon and not is_ncname(prefix)):
            raise self._error(element, f'"{name}" is not a name')
        if colon:
            ns = self._namespace(element, prefix)
        return ("name", ns, local)

    def _namespace(self, element: etree._Element, prefix: str) -> str:
        ns = XML_NS if prefix == "xml" else element.nsmap.get(prefix)
        if ns is None:
            raise self._error(element, f'no namespace is declared for the prefix "{prefix}"')
        return str(ns)

    def _typed(
        self,
        node: Node,
        element: etree._Element,
        children: list[etree._Element],
        context: _Context,
    ) -> list[etree._Element]:
        """Fill in a value or data pattern; what is left of its children."""
        type_ = element.get("type")
        node.library = context.library if type_ is not None else ""
        node.type = "token" if type_ is None else type_.strip()
        if not is_ncname(node.type):
            raise self._error(element, f'"{node.type}" is not the name of a datatype')
        if node.kind == "value":
            node.value = element.text or ""
            if node.library == XSD and node.type in ("QName", "NOTATION"):
                prefix = node.value.strip().rpartition(":")[0]
                node.ns = self._namespace(element, prefix) if prefix else context.ns
            return children
        while children and children[0].tag == _RNG + "param":
            param = children.pop(0)
            self._check(param, frozenset({"param"}))
            self._context(param, context)
            self._children(param)
            name = param.get("name", "").strip()
            if not is_ncname(name):
                raise self._error(param, f'"{name}" is not the name of a parameter')
            node.params.append((name, param.text or ""))
        return children

    def _href(self, element: etree._Element, base: str) -> str:
        href = element.get("href", "")
        if "#" in href:
            raise self._error(element, f'href "{href}" has a fragment')
        return urljoin(base, href)

    def _error(self, element: etree._Element, message: str, hint: str = "") -> Exception:
        return error_at(self.file, _line(element), 0, message, hint)


def _line(element: etree._Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _is_absolute_uri(uri: str) -> bool:
    """Whether a string is a URI with a scheme and without a fragment."""
    is_uri = datatypes.allows(XSD, "anyURI", (), uri)
    return is_uri and "#" not in uri and bool(urlsplit(uri).scheme)


def _documentation(element: etree._Element) -> str:
    """The text of an element's ``a:documentation`` children."""
    notes = element.findall(f"{{{ANNOTATIONS_NS}}}documentation")
    return "\n".join("".join(map(str, note.itertext())).strip() for note in notes)
