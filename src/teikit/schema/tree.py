"""The tree that both syntaxes of RELAX NG are read into, before it is brought to simple form.

Its nodes are the elements of the XML syntax. A reader already takes the steps of the RELAX NG
specification that need the syntax at hand: annotations (4.1), white space (4.2), datatype
libraries and types (4.3, 4.4), the base of a reference (4.5), name attributes, namespaces and
qualified names (4.8 to 4.10).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teikit.schema.errors import SchemaError
from teikit.schema.nameclass import NameClass

if TYPE_CHECKING:
    from teikit.schema.resolve import Definition, Scope

COMPATIBILITY = "http://relaxng.org/ns/compatibility/datatypes/1.0"
"""The datatype library of "RELAX NG DTD Compatibility" (ID, IDREF and IDREFS)."""

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
RELAXNG_NS = "http://relaxng.org/ns/structure/1.0"
ANNOTATIONS_NS = "http://relaxng.org/ns/compatibility/annotations/1.0"
XMLNS_NS = "http://www.w3.org/2000/xmlns"


@dataclass(slots=True, eq=False)
class Node:
    """One construct of a schema.

    Attributes:
        kind: name of the element in the XML syntax (``"element"``, ``"zeroOrMore"``, …).
        file, line, column: where it stands, from 1; column 0 where the reader does not know it.
        children: the patterns in it, or a grammar's components. In ``data`` it is the except.
        name: of a definition or reference; ``""`` in ``start``.
        name_class: of an element or attribute.
        ns: in ``value``, the namespace of a value that is a qualified name; in ``include`` and
            ``externalRef``, the namespace that the other file takes over.
        library, type, params: of ``data`` and ``value``.
        value: the string of ``value``.
        href: absolute URI of ``include`` and ``externalRef``.
        combine: ``"choice"``, ``"interleave"`` or ``""``.
        doc: documentation that the schema gives for it.
        scope: of a grammar, its definitions; ``resolve`` fills it in.
        target: of a reference, what it refers to; ``resolve`` fills it in.
    """

    kind: str
    file: str
    line: int
    column: int = 0
    children: list[Node] = field(default_factory=list)
    name: str = ""
    name_class: NameClass | None = None
    ns: str = ""
    library: str = ""
    type: str = ""
    params: list[tuple[str, str]] = field(default_factory=list)
    value: str = ""
    href: str = ""
    combine: str = ""
    doc: str = ""
    scope: Scope | None = None
    target: Definition | None = None

    def error(self, message: str, hint: str = "") -> SchemaError:
        """An error at this place, to be raised."""
        return error_at(self.file, self.line, self.column, message, hint)


def error_at(file: str, line: int, column: int, message: str, hint: str = "") -> SchemaError:
    """An error at a place in a schema file, to be raised."""
    place = f"{file}:{line}:{column}" if column else f"{file}:{line}"
    return SchemaError(message, hint=hint, place=place)
