"""Parses the compact syntax of RELAX NG (specification of 21 November 2002).

An own parser by recursive descent: rnc2rng judged 46 of the 90 compact schemas of the RELAX NG
test suite wrongly (it accepts most of the incorrect ones), and keeps no places for messages.
"""

from __future__ import annotations

from urllib.parse import urljoin

from teikit.schema import nameclass
from teikit.schema.compact_annotations import Annotations
from teikit.schema.compact_tokens import KEYWORDS, Text, Token
from teikit.schema.nameclass import NameClass
from teikit.schema.tree import XMLNS_NS, XSD, Node
from teikit.tei import XML_NS

_ASSIGNMENTS = {"=": "", "|=": "choice", "&=": "interleave"}
_CONNECTORS = {"|": "choice", "&": "interleave", ",": "group"}
_QUANTIFIERS = {"*": "zeroOrMore", "+": "oneOrMore", "?": "optional"}
_NAMES = KEYWORDS | {"name", "quoted"}


def parse_compact(data: bytes, file: str, base: str, ns: str = "") -> Node:
    """The tree of a schema in compact syntax.

    Args:
        data: the file's bytes.
        file: its name, for error messages.
        base: its URI, against which references are resolved.
        ns: the namespace it takes over from a schema that includes it.

    Raises:
        SchemaError: not RELAX NG compact syntax.
    """
    return _Parser(Text(data, file), base, ns).schema()


class _Parser(Annotations):
    """One method per production of the grammar; each leaves off after what it read."""

    def __init__(self, text: Text, base: str, ns: str) -> None:
        super().__init__(text)
        self._base = base
        self._inherited = ns
        self._default = ns
        self._libraries = {"xsd": XSD}
        self._followed: Node | None = None
        self._declared: set[tuple[str, str]] = set()

    def schema(self) -> Node:
        while self.token.kind in ("namespace", "default", "datatypes"):
            self._declaration()
        first = self.token
        self.lead_annotations()
        is_grammar = self._starts_component() or self.token.kind == "end"
        self.back_to(first)
        if is_grammar:
            node = self._node("grammar", first)
            node.children = self._components("end")
        else:
            node = self._pattern()
            if node is self._followed:
                raise self.text.error(first.at, "an annotation cannot follow the whole schema")
        self.expect("end")
        return node

    # Declarations

    def _declaration(self) -> None:
        kind = self.next().kind
        default = kind == "default"
        if default:
            self.expect("namespace")
        prefix = self.next() if self.token.kind in _NAMES or not default else None
        if prefix is not None and prefix.kind not in _NAMES:
            raise self.unexpected(prefix, "a prefix")
        self.expect("=")
        if kind == "datatypes":
            assert prefix is not None
            self._declare(kind, prefix)
            self._libraries[prefix.text] = self.literal()
            return
        if self.accept("inherit"):
            uri = self._inherited
        else:
            at, uri = self.token.at, self.literal()
            self._check_namespace(at, prefix.text if prefix else "", uri)
        if default:
            self._declare("default", self.token)
            self._default = uri
        if prefix is not None:
            self._declare("namespace", prefix)
            self.namespaces[prefix.text] = uri

    def _declare(self, kind: str, prefix: Token) -> None:
        key = (kind, "" if kind == "default" else prefix.text)
        if key in self._declared:
            raise self.text.error(prefix.at, f"the {' '.join(key).strip()} is declared twice")
        self._declared.add(key)
        if prefix.text == "xmlns" and kind == "namespace":
            raise self.text.error(prefix.at, 'the prefix "xmlns" cannot be declared')

    def _check_namespace(self, at: int, prefix: str, uri: str) -> None:
        if (prefix == "xml") != (uri == XML_NS):
            raise self.text.error(at, f'the prefix "xml" and "{XML_NS}" belong together')
        if uri == XMLNS_NS:
            raise self.text.error(at, f'"{uri}" cannot be declared')

    # Grammars

    def _starts_component(self) -> bool:
        if self.token.kind in ("start", "div", "include"):
            return True
        after = self.after.kind
        return (self.token.kind in ("name", "quoted") and after in _ASSIGNMENTS) or (
            self.token.kind in _NAMES | {"cname"} and after == "["
        )

    def _components(self, end: str, in_include: bool = False) -> list[Node]:
        components: list[Node] = []
        while True:
            doc = self.lead_annotations()
            if self.token.kind == end:
                return components
            node = self._component(in_include)
            if node is not None:
                node.doc = doc
                components.append(node)

    def _component(self, in_include: bool) -> Node | None:
        token = self.token
        if token.kind in _NAMES | {"cname"} and self.after.kind == "[":
            self.annotation_element()
            return None
        self.next()
        node = self._node("define", token)
        if token.kind == "div":
            node.kind = "div"
            self.expect("{")
            node.children = self._components("}", in_include)
            self.expect("}")
        elif token.kind == "include" and not in_include:
            node.kind = "include"
            self._reference(node)
            if self.accept("{"):
                node.children = self._components("}", True)
                self.expect("}")
        elif token.kind in ("start", "name", "quoted"):
            if token.kind == "start":
                node.kind = "start"
            else:
                node.name = token.text
            operator = self.next()
            if operator.kind not in _ASSIGNMENTS:
                raise self.unexpected(operator, '"="')
            node.combine = _ASSIGNMENTS[operator.kind]
            node.children = [self._pattern()]
        else:
            raise self.unexpected(token, "a definition")
        return node

    def _reference(self, node: Node) -> None:
        """What follows ``include`` and ``external``."""
        token = self.token
        href = self.literal()
        if "#" in href:
            raise self.text.error(token.at, f'"{href}" has a fragment')
        node.href = urljoin(self._base, href)
        node.ns = self._default
        if self.accept("inherit"):
            self.expect("=")
            node.ns = self.namespace(self._name())

    def _name(self) -> Token:
        token = self.next()
        if token.kind not in _NAMES:
            raise self.unexpected(token, "a name")
        return token

    # Patterns

    def _pattern(self) -> Node:
        first = self._particle()
        connector = self.token.kind
        if connector not in _CONNECTORS:
            return first
        node = self._node(_CONNECTORS[connector], self.token)
        node.children = [first]
        while self.accept(connector):
            node.children.append(self._particle())
        if self.token.kind in _CONNECTORS:
            raise self.text.error(
                self.token.at,
                f'"{self.token.kind}" and "{connector}" stand side by side',
                "Put brackets around what belongs together.",
            )
        return node

    def _particle(self) -> Node:
        node = self._annotated_primary()
        if self.token.kind in _QUANTIFIERS:
            token = self.next()
            repeated = self._node(_QUANTIFIERS[token.kind], token)
            repeated.children = [node]
            node = repeated
            if self.follow_annotations():
                self._followed = node
        return node

    def _annotated_primary(self) -> Node:
        first, doc = self.token, self.lead_annotations()
        in_value = self.holds_elements
        node = self._primary()
        if in_value and node.kind == "value":
            raise self.text.error(first.at, "a value cannot hold elements as annotations")
        node.doc = doc or node.doc
        if self.follow_annotations():
            self._followed = node
        return node

    def _primary(self) -> Node:
        token = self.next()
        node = self._node(token.kind, token)
        match token.kind:
            case "element" | "attribute":
                node.name_class = self._name_class(self._default if node.kind == "element" else "")
                node.children = [self._braces()]
            case "mixed" | "list":
                node.children = [self._braces()]
            case "empty" | "text" | "notAllowed":
                pass
            case "name" | "quoted":
                node.kind, node.name = "ref", token.text
            case "parent":
                name = self.next()
                if name.kind not in ("name", "quoted"):
                    raise self.unexpected(name, "the name of a definition")
                node.kind, node.name = "parentRef", name.text
            case "external":
                node.kind = "externalRef"
                self._reference(node)
            case "grammar":
                self.expect("{")
                node.children = self._components("}")
                self.expect("}")
            case "(":
                node = self._pattern()
                self.expect(")")
            case _:
                self._datatype(node, token)
        return node

    def _braces(self) -> Node:
        self.expect("{")
        node = self._pattern()
        self.expect("}")
        return node

    def _datatype(self, node: Node, token: Token) -> None:
        """A data or value pattern, whose first token is already read."""
        node.kind, node.type = "data", "token"
        if token.kind == "cname":
            prefix, _, node.type = token.text.partition(":")
            if prefix not in self._libraries:
                raise self.text.error(
                    token.at, f'no datatypes are declared for the prefix "{prefix}"'
                )
            node.library = self._libraries[prefix]
        elif token.kind in ("string", "token"):
            node.type = token.kind
        elif token.kind == "literal":
            self.back_to(token)
        else:
            raise self.unexpected(token, "a pattern")
        if self.token.kind == "literal":
            self._value(node)
            return
        if self.accept("{"):
            while not self.accept("}"):
                self.lead_annotations()
                name = self._name().text
                self.expect("=")
                node.params.append((name, self.literal()))
        if self.accept("-"):
            excepted = self._node("except", token)
            excepted.children = [self._lead_annotated_primary()]
            node.children = [excepted]

    def _lead_annotated_primary(self) -> Node:
        self.lead_annotations()
        return self._primary()

    def _value(self, node: Node) -> None:
        token = self.token
        node.kind, node.value = "value", self.literal()
        if node.library == XSD and node.type in ("QName", "NOTATION"):
            prefix = node.value.strip().rpartition(":")[0]
            node.ns = self.namespace(Token("name", prefix, token.at)) if prefix else self._default

    # Name classes

    def _name_class(self, default: str) -> NameClass:
        classes = [self._annotated_name_class(default)]
        while self.accept("|"):
            classes.append(self._annotated_name_class(default))
        return nameclass.choice(classes)

    def _annotated_name_class(self, default: str) -> NameClass:
        self.lead_annotations()
        name_class = self._simple_name_class(default)
        self.follow_annotations()
        if self.token.kind == "-" and name_class[0] in ("anyName", "nsName"):
            self.next()
            self.lead_annotations()
            excepted = self._simple_name_class(default)
            self.follow_annotations()
            name_class = (*name_class[:-1], excepted)
        return name_class

    def _simple_name_class(self, default: str) -> NameClass:
        token = self.next()
        match token.kind:
            case "*":
                return ("anyName", None)
            case "wildcard":
                prefix = Token("name", token.text[:-2], token.at)
                return ("nsName", self.namespace(prefix), None)
            case "cname":
                prefix_text, _, local = token.text.partition(":")
                return ("name", self.namespace(Token("name", prefix_text, token.at)), local)
            case "(":
                name_class = self._name_class(default)
                self.expect(")")
                return name_class
        if token.kind not in _NAMES:
            raise self.unexpected(token, "a name")
        return ("name", default, token.text)

    def _node(self, kind: str, token: Token) -> Node:
        return Node(kind, self.text.file, *self.text.place(token.at))
