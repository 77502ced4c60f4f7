"""What libxml2's errors of well-formedness mean, told to someone who edits the file."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """A mistake of well-formedness.

    Attributes:
        message: what is wrong.
        hint: what to do.
        line: where, from 1.
        column: where, from 1; characters.
    """

    message: str
    hint: str
    line: int
    column: int


def explain(kind: str, message: str, data: bytes, line: int, column: int) -> Explanation:
    """Tell what a parser's error means.

    Args:
        kind: libxml2's name of the error.
        message: libxml2's message.
        data: the document.
        line: where the parser stood, from 1.
        column: likewise, in characters.
    """
    lines = _lines(data, line)
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    before, rest = text[: max(column - 1, 0)], text[max(column - 1, 0) :]
    mistake = _Mistake(message.strip(), line, before, rest, data[:_PROLOG])
    if kind in _TAG_UNFINISHED and not rest.strip() and not "".join(lines[line:]).strip():
        mistake.back_to("<")
        return Explanation(*_CUT_SHORT, line, mistake.column)
    told = _EXPLAINERS.get(kind, _other)(mistake)
    return Explanation(*told, line, max(1, mistake.column))


def encoding_of(data: bytes) -> str:
    """The encoding that a document is in, or says that it is in; UTF-8 where it is silent."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    found = re.match(rb"<\?xml\b[^>]*?\sencoding\s*=\s*[\"']([\w.-]+)", data)
    name = found[1].decode("ascii", "replace") if found else "utf-8"
    try:
        # A declaration that can be read as ASCII is not in an encoding of two bytes.
        return name if codecs.lookup(name).name in _LIKE_ASCII else "utf-8"
    except LookupError:
        return "utf-8"


def _lines(data: bytes, line: int) -> list[str]:
    """The lines as far as one of them, and all that is left as the last one."""
    # Where the file was cut off, there may be half a character at its end.
    text = data.decode(encoding_of(data), "replace").rstrip("\ufffd").removeprefix("\ufeff")
    return re.split(r"\r\n?|\n", text, maxsplit=line)


class _Mistake:
    """The parser's message, the line before the place and after it, and the better column.

    ``prolog`` is the beginning of the document, where its entities are declared.
    """

    def __init__(self, message: str, line: int, before: str, rest: str, prolog: bytes) -> None:
        self.message = message
        self.line = line
        self.before = before
        self.rest = rest
        self.prolog = prolog
        self.column = len(before) + 1

    def back_to(self, mark: str) -> None:
        """Move the place back to where a construct began."""
        start = self.before.rfind(mark)
        if start >= 0:
            self.column = start + 1


_Told = tuple[str, str]


def _mismatch(mistake: _Mistake) -> _Told:
    mistake.back_to("</")
    found = re.search(r"mismatch: (.+) line (\d+) and (.+)", mistake.message)
    if found is None:
        return _other(mistake)
    opened, line, closed = found.groups()
    if opened.lower() == closed.lower():
        return (
            f"</{closed}> does not close the <{opened}> of line {line}: upper and lower case count",
            f"Write </{opened}>, or spell both alike.",
        )
    message = f"</{closed}> stands here, but the <{opened}> of line {line} is still open"
    here = f"{mistake.before}{mistake.rest}"[mistake.column - 1 :]
    if re.match(rf"</{re.escape(closed)}\s*>\s*</{re.escape(opened)}\s*>", here):
        return message, f"The end tags are in the wrong order: write </{opened}></{closed}>."
    if int(line) != mistake.line:
        return (
            message,
            f"Write </{opened}> where that <{opened}> ends, or take one of the tags out.",
        )
    return (
        message,
        f"Write </{opened}> before it, or <{opened}/> if that holds nothing, "
        "or take one of the two tags out.",
    )


def _unfinished(mistake: _Mistake) -> _Told:
    found = re.search(r"tag (\S+) line (\d+)", mistake.message)
    if found is None:
        return (
            "the file ends before its elements do",
            "Look whether the end of the file is missing.",
        )
    return (
        f"the file ends while the <{found[1]}> of line {found[2]} is still open",
        f"Look whether the end of the file is missing, or write </{found[1]}>.",
    )


def _entity(mistake: _Mistake) -> _Told:
    found = re.search(r"'(.+)'", mistake.message)
    name = found[1] if found else ""
    if re.search(rf"<!ENTITY\s+%\s+{re.escape(name)}\s".encode(), mistake.prolog):
        mistake.back_to("%")
        return (
            f"the parameter entity %{name}; is not read",
            "Put the declarations that it stands for into the DOCTYPE itself.",
        )
    mistake.back_to("&")
    declared = rf"<!ENTITY\s+{re.escape(name)}\s+(?:SYSTEM|PUBLIC)\s".encode()
    if re.search(declared, mistake.prolog):
        return (
            f"the text of &{name}; is in another file, which is not read",
            "Put the text here in its place.",
        )
    unread = re.search(rb"<!DOCTYPE\s+[^\s>\[]+\s+(?:SYSTEM|PUBLIC)\s", mistake.prolog)
    where = " in the document, and the DTD that it names is not read" if unread else ""
    return (
        f"the entity &{name}; is not defined{where}",
        f"Write {_character(name)} instead: XML itself knows only "
        "&amp; &lt; &gt; &quot; and &apos;.",
    )


def _character(name: str) -> str:
    from html.entities import html5

    text = html5.get(f"{name};", "")
    if len(text) != 1:
        return "the character itself"
    shown = f" ({text})" if text.isprintable() and not text.isspace() else ""
    return f"&#{ord(text)};{shown}"


def _name(mistake: _Mistake) -> _Told:
    if "EntityRef" in mistake.message:
        mistake.back_to("&")
        return "a bare & stands here", "Write &amp; for an ampersand."
    if "attribute name" in mistake.message:
        return (
            "an attribute should begin here, but this cannot be a name",
            'Write attributes as name="value", with nothing else between them.',
        )
    mistake.back_to("<")
    if mistake.rest.startswith("/"):
        return "an end tag stands before any start tag", "Take it out."
    return (
        "a < stands here that does not begin a tag",
        "Write &lt; for the sign, or put the element's name right after the <.",
    )


def _quote(mistake: _Mistake) -> _Told:
    quoted = mistake.rest[:1] in "“”„‘’«»" and mistake.rest != ""
    return (
        "the value of an attribute has typographic quotation marks around it"
        if quoted
        else "the value of an attribute has no quotation marks around it",
        'Put straight ones: name="value".',
    )


def _space(mistake: _Mistake) -> _Told:
    declared = re.fullmatch(r"<\?xml\b[^>]*encoding\s*=\s*[\"']([^\"']+)[\"']", mistake.before)
    if declared and mistake.rest.startswith("?>"):
        mistake.back_to(declared[1])
        return (
            f"the file declares the encoding {declared[1]}, but is not in it",
            "Write UTF-8 there, or save the file in the encoding that it declares.",
        )
    return (
        "this cannot stand here in a tag",
        "Put a space between attributes, and quote their values.",
    )


def _encoding(mistake: _Mistake) -> _Told:
    return (
        "this character is not in the encoding that the file declares (UTF-8 where it is silent)",
        "Save the file as UTF-8, or name its real encoding in the first line: "
        '<?xml version="1.0" encoding="windows-1252"?>.',
    )


def _control(mistake: _Mistake) -> _Told:
    found = re.search(r"(?:value |0x)([0-9A-Fa-f]+)", mistake.message)
    code = found[1] if found else "?"
    number = int(code, 16 if "0x" in mistake.message else 10) if found else 0
    return (
        f"the character U+{number:04X} cannot stand in XML",
        "Take it out; it is a control character that no text needs.",
    )


def _prefix(mistake: _Mistake) -> _Told:
    mistake.back_to("<")
    found = re.search(r"prefix (\S+)", mistake.message)
    prefix = found[1] if found else "?"
    return (
        f'the namespace prefix "{prefix}" is not declared',
        f'Declare it on the root element, xmlns:{prefix}="…", or take the prefix away.',
    )


def _twice(mistake: _Mistake) -> _Told:
    found = re.search(r"Attribute (\S+)", mistake.message)
    return (
        f"the attribute {found[1] if found else ''} is given twice in one tag",
        "Keep one of the two.",
    )


def _other(mistake: _Mistake) -> _Told:
    sentence = re.sub(r"^xml\w+: ", "", mistake.message)
    return f"this is not well-formed XML: {sentence}", "Look at the tags just before this place."


_LIKE_ASCII = frozenset(
    {"utf-8", "ascii", "cp1250", "cp1251", "cp1252", "cp1253", "mac-roman", "koi8-r"}
    | {"iso8859-1", *(f"iso8859-{number}" for number in range(2, 17))}
)
# So much of a document is searched for declarations.
_PROLOG = 100_000
_TAG_UNFINISHED = (
    "ERR_GT_REQUIRED",
    "ERR_ATTRIBUTE_NOT_FINISHED",
    "ERR_ATTRIBUTE_NOT_STARTED",
    "ERR_ATTRIBUTE_WITHOUT_VALUE",
    "ERR_NAME_REQUIRED",
    "ERR_SPACE_REQUIRED",
)
_CUT_SHORT = ("the file ends in the middle of a tag", "Look whether its end is missing.")


def _fixed(message: str, hint: str, mark: str = "") -> Callable[[_Mistake], _Told]:
    def told(mistake: _Mistake) -> _Told:
        if mark:
            mistake.back_to(mark)
        return message, hint

    return told


_EXPLAINERS: dict[str, Callable[[_Mistake], _Told]] = {
    "ERR_TAG_NAME_MISMATCH": _mismatch,
    "ERR_TAG_NOT_FINISHED": _unfinished,
    "ERR_UNDECLARED_ENTITY": _entity,
    "WAR_UNDECLARED_ENTITY": _entity,
    "ERR_NAME_REQUIRED": _name,
    "ERR_ATTRIBUTE_NOT_STARTED": _quote,
    "ERR_INVALID_ENCODING": _encoding,
    "ERR_INVALID_CHAR": _control,
    "NS_ERR_UNDEFINED_NAMESPACE": _prefix,
    "ERR_ATTRIBUTE_REDEFINED": _twice,
    "ERR_ENTITYREF_SEMICOL_MISSING": _fixed(
        "the ; after an entity is missing",
        "Write &amp; for an ampersand, or a ; after the entity's name.",
        "&",
    ),
    "ERR_ATTRIBUTE_WITHOUT_VALUE": _fixed(
        "an attribute has no value", 'Write it as name="value", or take it out.'
    ),
    "ERR_ATTRIBUTE_NOT_FINISHED": _fixed(
        "the value of an attribute has no closing quotation mark", "Write it."
    ),
    "ERR_LT_IN_ATTRIBUTE": _fixed(
        "a < stands in the value of an attribute",
        "Write &lt;, or look whether the closing quotation mark before it is missing.",
    ),
    "ERR_SPACE_REQUIRED": _space,
    "ERR_GT_REQUIRED": _fixed("this tag is not finished", "Write its >.", "<"),
    "ERR_DOCUMENT_END": _fixed(
        "something follows the end of the root element",
        "A document has one root element: put everything inside it.",
    ),
    "ERR_RESERVED_XML_NAME": _fixed(
        "the XML declaration is not at the very start of the file",
        "Take out what stands before <?xml …?>, blank lines and spaces included.",
        "<?",
    ),
    "ERR_HYPHEN_IN_COMMENT": _fixed(
        "two hyphens stand inside a comment", "Use another mark: -- ends a comment in XML."
    ),
    "ERR_COMMENT_NOT_FINISHED": _fixed("a comment is never closed", "Write --> at its end."),
    "ERR_CDATA_NOT_FINISHED": _fixed("a CDATA section is never closed", "Write ]]> at its end."),
    "ERR_MISPLACED_CDATA_END": _fixed("]]> cannot stand in a text", "Write ]]&gt;.", "]]>"),
    "ERR_ENTITY_LOOP": _fixed("an entity contains itself", "Write its text out."),
    "ERR_UNSUPPORTED_ENCODING": _fixed(
        "the encoding that the file declares is not known",
        "Save the file as UTF-8 and take the declaration out.",
    ),
}
