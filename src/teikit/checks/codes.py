"""The families of checks and the kinds of finding in each: stable codes, names and meanings."""

from __future__ import annotations

from dataclasses import dataclass

from teikit.validate.finding import Severity

FAMILIES = {
    "links": "Pointers lead to something: in this file, in a file beside it, by a known prefix.",
    "dates": "Dates exist, and their beginnings come before their ends.",
    "languages": "Language tags follow BCP 47 and are declared.",
    "namespace": "The document is in the namespace of TEI P5.",
    "encoding": "The bytes are what they claim to be, and other programs left nothing behind.",
    "content": "Elements that should hold something do.",
    "header": "The header says what it should, and not what a template said.",
}
"""The families of checks, each with what it makes sure of."""


@dataclass(frozen=True, slots=True)
class Check:
    """A kind of finding beyond the grammar.

    Attributes:
        code: its code, which never changes its meaning.
        rule: its name in words.
        family: the family that it belongs to, of ``FAMILIES``.
        severity: how much it weighs.
        meaning: what it says about a document, in a sentence.
    """

    code: str
    rule: str
    family: str
    severity: Severity
    meaning: str


CODES = {
    check.code: check
    for check in (
        Check(
            "TK401",
            "dangling-pointer",
            "links",
            "warning",
            "A pointer names an ID that nothing in the document has.",
        ),
        Check(
            "TK402",
            "dangling-pointer-into-file",
            "links",
            "warning",
            "A pointer names an ID that the local file it points into does not have.",
        ),
        Check(
            "TK403",
            "missing-file",
            "links",
            "warning",
            "A pointer names a local file that is not there.",
        ),
        Check(
            "TK404",
            "unreadable-file",
            "links",
            "warning",
            "A pointer leads into a local file that cannot be read as XML.",
        ),
        Check(
            "TK405",
            "unknown-prefix",
            "links",
            "warning",
            "A pointer begins with a prefix that no <prefixDef> declares.",
        ),
        Check(
            "TK406",
            "prefix-mismatch",
            "links",
            "warning",
            "A pointer does not have the form that the <prefixDef> of its prefix asks for.",
        ),
        Check(
            "TK407",
            "bad-prefix-pattern",
            "links",
            "warning",
            "The pattern of a <prefixDef> is not a regular expression.",
        ),
        Check(
            "TK408",
            "pointer-without-hash",
            "links",
            "warning",
            "A pointer is the bare ID of an element, without the # before it.",
        ),
        Check(
            "TK409",
            "missing-image",
            "links",
            "info",
            "An image or another medium is not where the document says.",
        ),
        Check(
            "TK410", "empty-pointer", "links", "warning", "A pointer has a # and nothing after it."
        ),
        Check(
            "TK411",
            "points-at-itself",
            "links",
            "warning",
            "An element points at itself as another.",
        ),
        Check(
            "TK412",
            "private-path",
            "links",
            "warning",
            "A pointer names a place on one person's computer.",
        ),
        Check(
            "TK413",
            "wrong-kind-of-target",
            "links",
            "warning",
            "A pointer leads to an element of another kind than its attribute is for.",
        ),
        Check(
            "TK414",
            "pointers-elsewhere",
            "links",
            "warning",
            "No pointer of an attribute leads anywhere in the document.",
        ),
        Check("TK501", "reversed-range", "dates", "warning", "A range ends before it begins."),
        Check(
            "TK502",
            "reversed-bounds",
            "dates",
            "warning",
            "The latest possible date is before the earliest possible one.",
        ),
        Check(
            "TK503",
            "date-beside-range",
            "dates",
            "warning",
            "An element has both an exact date and a range or bounds.",
        ),
        Check(
            "TK504",
            "date-outside-range",
            "dates",
            "warning",
            "An exact date lies outside the range or bounds beside it.",
        ),
        Check(
            "TK505",
            "no-such-date",
            "dates",
            "warning",
            "A date is not in the calendar: 30 February.",
        ),
        Check(
            "TK506", "death-before-birth", "dates", "warning", "A person dies before their birth."
        ),
        Check(
            "TK601",
            "malformed-language-tag",
            "languages",
            "warning",
            "A language tag is not of the form that BCP 47 asks for.",
        ),
        Check(
            "TK602",
            "unknown-language",
            "languages",
            "warning",
            "A language tag has a part that stands for no language, script or country.",
        ),
        Check(
            "TK603",
            "long-language-code",
            "languages",
            "info",
            "A language tag has a code of three letters where BCP 47 has one of two.",
        ),
        Check(
            "TK604",
            "undeclared-language",
            "languages",
            "info",
            "A language is used but not listed in <langUsage>.",
        ),
        Check("TK611", "tei-p4", "namespace", "error", "The document is TEI P4 or older."),
        Check("TK612", "no-namespace", "namespace", "error", "The document is in no namespace."),
        Check(
            "TK613",
            "misspelt-namespace",
            "namespace",
            "error",
            "The document is in a namespace that only looks like TEI's.",
        ),
        Check(
            "TK621",
            "encoding-mismatch",
            "encoding",
            "warning",
            "The declared encoding is not the one that the bytes are in.",
        ),
        Check(
            "TK622",
            "byte-order-mark",
            "encoding",
            "info",
            "The file begins with a byte order mark, which UTF-8 does not need.",
        ),
        Check(
            "TK623",
            "stray-byte-order-mark",
            "encoding",
            "warning",
            "A byte order mark stands inside the text.",
        ),
        Check(
            "TK624",
            "no-schema-declared",
            "encoding",
            "info",
            "The document does not say by which schema it is valid.",
        ),
        Check(
            "TK625",
            "editor-instruction",
            "encoding",
            "info",
            "An XML editor or a word processor left a processing instruction behind.",
        ),
        Check(
            "TK626",
            "replacement-character",
            "encoding",
            "warning",
            "A character was lost in a conversion: U+FFFD stands in its place.",
        ),
        Check(
            "TK627",
            "control-character",
            "encoding",
            "warning",
            "The text holds a control character or a picture of one.",
        ),
        Check(
            "TK628",
            "mojibake",
            "encoding",
            "warning",
            "UTF-8 was once read in another encoding: Ã© stands for é.",
        ),
        Check(
            "TK629",
            "word-processor-style",
            "encoding",
            "info",
            "A word processor left the name of one of its styles or bookmarks behind.",
        ),
        Check("TK701", "empty-title", "header", "warning", "The text has no title in its header."),
        Check(
            "TK702",
            "placeholder",
            "header",
            "warning",
            "The header holds a template's words instead of the text's own.",
        ),
        Check(
            "TK703",
            "empty-licence",
            "header",
            "warning",
            "The licence has neither a text nor an address.",
        ),
        Check(
            "TK801",
            "empty-element",
            "content",
            "warning",
            "An element that should hold text is empty and its attributes say nothing.",
        ),
        Check(
            "TK802",
            "blank-element",
            "content",
            "info",
            "An element that marks words holds only white space.",
        ),
        Check(
            "TK803",
            "link-without-target",
            "content",
            "warning",
            "A link does not say where it leads.",
        ),
        Check(
            "TK804",
            "repeated-page-number",
            "content",
            "info",
            "Two page beginnings that follow each other have the same number.",
        ),
        Check(
            "TK805",
            "empty-in-header",
            "content",
            "info",
            "An element of the header that should hold text is empty.",
        ),
    )
}
"""All kinds of finding by their codes. Those of profiles are in ``checks/profiles``."""
