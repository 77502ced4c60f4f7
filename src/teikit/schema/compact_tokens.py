"""Tokens of the RELAX NG compact syntax (specification, sections 2 and 3)."""

from __future__ import annotations

import re
from bisect import bisect_right
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import NamedTuple

from teikit.schema.errors import SchemaError
from teikit.schema.tree import error_at
from teikit.schema.xmlnames import NCNAME

# A line end that was written \x{A} or \x{D} does not end a comment or a literal. Until then a
# character that XML does not have stands for it.
_HIDDEN = {"\n": "\0", "\r": "\1"}
_SHOWN = str.maketrans({"\0": "\n", "\1": "\r"})

_ESCAPE = re.compile(r"\\x+\{([0-9a-fA-F]*)\}?")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TOKEN = re.compile(
    r"""[ \t\n\r]+
    | (?P<doc> \#\# [^\n]* (?: \n [ \t]* \#\# [^\n]* )* )
    | \# [^\n]*
    | (?P<literal> \"\"\" (?: \"{0,2} [^"] )* \"\"\" | ''' (?: '{0,2} [^'] )* '''
        | " [^"\n]* " | ' [^'\n]* ' )
    | (?P<wildcard> NCNAME :\* )
    | (?P<cname> NCNAME : NCNAME )
    | (?P<quoted> \\ NCNAME )
    | (?P<name> NCNAME )
    | (?P<symbol> &= | \|= | >> | [=*+?,&|\-~{}()\[\]] )
    """.replace("NCNAME", NCNAME),
    re.VERBOSE,
)

KEYWORDS = frozenset(
    "attribute default datatypes div element empty external grammar include inherit list mixed"
    " namespace notAllowed parent start string text token".split()
)


class Token(NamedTuple):
    r"""A token.

    Attributes:
        kind: ``literal``, ``wildcard`` (``p:*``), ``cname`` (``p:n``), ``name``, ``quoted``
            (``\n``), ``doc`` (``## …``), ``end``; a keyword or symbol is its own kind.
        text: what it says: a literal without its quotes, a quoted name without the backslash.
        at: where it stands, for ``Text.error`` and ``Text.place``.
    """

    kind: str
    text: str
    at: int


class Text:
    """The text of a schema, which knows the place of every token.

    Args:
        data: the file's bytes: UTF-8, or UTF-16 with a byte order mark.
        file: its name, for error messages.
    """

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        utf16 = data[:2] in (BOM_UTF16_BE, BOM_UTF16_LE)
        try:
            text = data.decode("utf-16" if utf16 else "utf-8-sig")
        except UnicodeDecodeError as error:
            raise SchemaError(
                "the schema is not in UTF-8", hint="Save it as UTF-8.", place=file
            ) from error
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._escapes: list[tuple[int, int]] = []
        self._reject(_NOT_XML.search(text))
        self._text = _ESCAPE.sub(self._unescape, text) if "\\x" in text else text

    def _reject(self, match: re.Match[str] | None) -> None:
        if match is not None:
            raise self.error(match.start(), f"the character U+{ord(match[0]):04X} is not allowed")

    def _unescape(self, match: re.Match[str]) -> str:
        code = int(match[1] or "0", 16)
        char = chr(code) if code < 0x110000 else "\0"
        if match[0][-1] != "}" or _NOT_XML.match(char):
            raise self.error(match.start(), f"{match[0]} is not a character that XML allows")
        shift = self._escapes[-1][1] if self._escapes else 0
        self._escapes.append((match.start() - shift, shift + len(match[0]) - 1))
        return _HIDDEN.get(char, char)

    def place(self, at: int) -> tuple[int, int]:
        """Line and column, from 1."""
        before = bisect_right(self._escapes, (at - 1, 1 << 60))
        if before:
            at += self._escapes[before - 1][1]
        line = bisect_right(self._lines, at)
        return line, at - self._lines[line - 1] + 1

    def error(self, at: int, message: str, hint: str = "") -> SchemaError:
        """An error at a token's place, to be raised."""
        return error_at(self.file, *self.place(at), message, hint)

    def tokens(self) -> list[Token]:
        """All tokens but white space and comments, with one of kind ``end`` at last.

        Raises:
            SchemaError: something is no token.
        """
        text, at, tokens = self._text, 0, []
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:
                raise self._no_token(at)
            kind = match.lastgroup
            if kind is not None:
                tokens.append(_token(kind, match[0], at))
            at = match.end()
        tokens.append(Token("end", "", at))
        return tokens

    def _no_token(self, at: int) -> SchemaError:
        char = self._text[at]
        if char in "\"'":
            return self.error(at, "the quotation mark is never closed")
        return self.error(at, f'"{char}" is not allowed here')


def _token(kind: str, text: str, at: int) -> Token:
    if kind == "name":
        return Token(text if text in KEYWORDS else "name", text, at)
    if kind == "symbol":
        return Token(text, text, at)
    if kind == "quoted":
        return Token("quoted", text[1:], at)
    if kind == "literal":
        quotes = 3 if text[:3] in ('"""', "'''") else 1
        return Token("literal", text[quotes:-quotes].translate(_SHOWN), at)
    if kind == "doc":
        lines = [line.strip(" \t").lstrip("#").removeprefix(" ") for line in text.split("\n")]
        return Token("doc", "\n".join(lines).translate(_SHOWN), at)
    return Token(kind, text, at)
