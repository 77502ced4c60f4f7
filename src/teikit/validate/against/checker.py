"""What every kind of schema does: check a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from lxml import etree

    from teikit.validate.against.rules import Rules
    from teikit.validate.finding import Finding


class Checker(Protocol):
    """Checks documents against one schema.

    Attributes:
        name: the schema's name, or its path.
        rules: the Schematron rules that belong to the schema, if there are any.
    """

    name: str
    rules: Rules | None

    def findings(self, root: etree._Element, data: bytes, file: str) -> tuple[Finding, ...]:
        """What is wrong, in the order of the document.

        Args:
            root: the document's root element.
            data: its bytes; empty where they are not known.
            file: its path or name.

        Raises:
            SchemaError: the schema cannot be used after all.
        """

    def twin(self) -> Checker:
        """A checker like this one, for another thread."""
