"""The reading head of the compact syntax's parser, and annotations, which it passes over.

Of annotations only the documentation (``## …``) is kept; the others are checked and left out
(RELAX NG specification, section 4.1).
"""

from __future__ import annotations

from teikit.schema.compact_tokens import KEYWORDS, Text, Token
from teikit.schema.errors import SchemaError
from teikit.schema.tree import RELAXNG_NS, XMLNS_NS
from teikit.tei import XML_NS

_NAMES = KEYWORDS | {"name", "quoted", "cname"}


class Annotations:
    """Walks over the tokens of a schema.

    Attributes:
        text: the schema's text.
        token: the token that comes next.
        namespaces: the declared namespaces by prefix.
        holds_elements: whether the last annotations before a construct would be elements in it.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        self.namespaces = {"xml": XML_NS}
        self.holds_elements = False
        self._tokens = text.tokens()
        self._index = 0
        self._indices = {token.at: i for i, token in enumerate(self._tokens)}
        self.token = self._tokens[0]

    @property
    def after(self) -> Token:
        """The token after the next one."""
        return self._tokens[min(self._index + 1, len(self._tokens) - 1)]

    def next(self) -> Token:
        """Take the next token."""
        token = self.token
        if token.kind != "end":
            self._index += 1
            self.token = self._tokens[self._index]
        return token

    def back_to(self, token: Token) -> None:
        """Make a token that was taken the next one again."""
        self._index = self._indices[token.at]
        self.token = token

    def accept(self, kind: str) -> bool:
        """Take the next token if it is of this kind; whether it was."""
        if self.token.kind != kind:
            return False
        self.next()
        return True

    def expect(self, kind: str) -> None:
        """Take the next token, which must be of this kind."""
        if not self.accept(kind) and self.token.kind != kind:
            raise self.unexpected(self.token, f'"{kind}"' if kind != "end" else "the end")

    def unexpected(self, token: Token, wanted: str) -> SchemaError:
        """The error that a token is not what it should be, to be raised."""
        found = "the end of the file" if token.kind == "end" else f'"{token.text}"'
        return self.text.error(token.at, f"{found} stands where {wanted} should be")

    def literal(self) -> str:
        """Take a literal, whose parts may be joined by ``~``."""
        parts = []
        while True:
            token = self.next()
            if token.kind != "literal":
                raise self.unexpected(token, "a string in quotation marks")
            parts.append(token.text)
            if not self.accept("~"):
                return "".join(parts)

    def namespace(self, prefix: Token) -> str:
        """The namespace of a prefix."""
        try:
            return self.namespaces[prefix.text]
        except KeyError:
            raise self.text.error(
                prefix.at, f'no namespace is declared for the prefix "{prefix.text}"'
            ) from None

    def lead_annotations(self) -> str:
        """Pass over the annotations before a construct; its documentation."""
        docs = []
        while self.token.kind == "doc":
            docs.append(self.next().text)
        self.holds_elements = bool(docs)
        if self.accept("["):
            self._attributes(reserved=RELAXNG_NS)
            while not self.accept("]"):
                self.annotation_element()
                self.holds_elements = True
        return "\n".join(docs)

    def follow_annotations(self) -> bool:
        """Pass over the annotations after a construct (``>> x [ … ]``); whether there are any."""
        found = self.token.kind == ">>"
        while self.accept(">>"):
            self.annotation_element()
        return found

    def annotation_element(self) -> None:
        """Pass over ``x [ … ]``, which is not an element of RELAX NG."""
        token = self.token
        if self._annotation_name()[0] == RELAXNG_NS:
            raise self.text.error(token.at, f'"{token.text}" is RELAX NG and no annotation')
        self._element_content()

    def _element_content(self) -> None:
        self.expect("[")
        self._attributes()
        while not self.accept("]"):
            if self.token.kind == "literal":
                self.literal()
            else:
                self._annotation_name()
                self._element_content()

    def _attributes(self, reserved: str = XMLNS_NS) -> None:
        seen: set[tuple[str, str]] = set()
        while self.token.kind in _NAMES and self.after.kind == "=":
            token = self.token
            name = self._annotation_name()
            if name in seen:
                raise self.text.error(token.at, f'"{token.text}" is given twice')
            if name[0] in (XMLNS_NS, reserved) or name == ("", "xmlns"):
                raise self.text.error(token.at, f'"{token.text}" cannot be an annotation')
            seen.add(name)
            self.expect("=")
            self.literal()

    def _annotation_name(self) -> tuple[str, str]:
        token = self.next()
        if token.kind not in _NAMES:
            raise self.unexpected(token, "a name")
        if token.kind != "cname":
            return "", token.text
        prefix, _, local = token.text.partition(":")
        return self.namespace(Token("name", prefix, token.at)), local
