"""IDs that are given twice and IDREFs to nothing (RELAX NG DTD Compatibility, section 5)."""

from __future__ import annotations

from collections.abc import Callable

from teikit.schema.datatypes import normalise
from teikit.schema.ids import IdTypes
from teikit.schema.xmlnames import is_ncname
from teikit.validate.events import Place, QName
from teikit.validate.problems import Open, Problem


class Identifiers:
    """Collects the IDs and IDREFs of a document.

    Args:
        types: the ID-types of attributes, from ``teikit.schema.ids.id_types``.
    """

    def __init__(self, types: IdTypes) -> None:
        self._types = types
        self._first: dict[str, Place] = {}
        self._duplicates: list[Problem] = []
        self._references: list[Problem] = []

    def take(
        self,
        element: QName,
        attributes: list[tuple[QName, str]],
        place: Place,
        around: Callable[[], tuple[Open, ...]],
    ) -> None:
        """Look at the attributes of an element."""
        clark = _clark(element)
        for name, value in attributes:
            type_ = self._types.get((clark, _clark(name)))
            if type_ == "ID":
                self._define(element, name, normalise(value), place, around)
            elif type_ is not None:
                for token in filter(is_ncname, normalise(value).split(" ")):
                    self._references.append(
                        Problem("idref", place, element, around(), attribute=name, value=token)
                    )

    def _define(
        self,
        element: QName,
        name: QName,
        value: str,
        place: Place,
        around: Callable[[], tuple[Open, ...]],
    ) -> None:
        first = self._first.setdefault(value, place)
        # What is no name at all is the datatype's business.
        if first is not place and is_ncname(value):
            self._duplicates.append(
                Problem("id", place, element, around(), attribute=name, value=value, first=first)
            )

    def finish(self) -> list[Problem]:
        """The problems, when the whole document has been seen."""
        dangling = [problem for problem in self._references if problem.value not in self._first]
        return self._duplicates + dangling


def _clark(name: QName) -> str:
    return f"{{{name[0]}}}{name[1]}" if name[0] else name[1]
