"""The verdict at the speed of C: a grammar pruned to the names in use, run by libxml2."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from teikit.schema.emit import compile
from teikit.schema.grammar import Grammar
from teikit.schema.prune import Names, prune

if TYPE_CHECKING:
    from lxml import etree

    from teikit.schema.survey import Survey

# From about so many elements on, a slower compilation for faster validation pays.
_MANY = 1000
# Compiling takes longer than the square of the names: rather several small grammars than a big one.
_WIDEST = 110
_KEPT = 16


@dataclass(slots=True)
class _Compiled:
    """A compiled grammar, the names it is for, and how many elements it has judged."""

    names: Names
    validator: etree.RelaxNG | None
    large: bool
    elements: int = 0

    def serves(self, names: Names) -> bool:
        own = self.names
        return (
            names.elements <= own.elements
            and names.attributes <= own.attributes
            and own.odd_uris >= names.odd_uris
        )


class Verdict:
    """Judges documents by one grammar.

    What was compiled for one document serves the next ones as long as they bring no new names.

    Args:
        grammar: the whole grammar.
    """

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._compiled: list[_Compiled] = []

    def valid(self, root: etree._Element, seen: Survey) -> bool:
        """Whether libxml2 finds a document valid, IDs aside.

        ``False`` is not the last word: libxml2 cannot judge by every grammar, and errs in rare
        cases. What it finds valid is valid.

        Args:
            root: the document's root element.
            seen: the survey of the document.
        """
        validator = self._for(seen.names, seen.elements).validator
        return validator is not None and bool(validator.validate(root))

    def _for(self, names: Names, count: int) -> _Compiled:
        """A compiled grammar that serves some names; the one used last comes first."""
        found = next((one for one in self._compiled if one.serves(names)), None)
        if found is None:
            found = self._compile(self._widened(names), count >= _MANY)
        else:
            self._compiled.remove(found)
            if not found.large and found.elements + count >= _MANY:
                found = self._compile(found.names, len(found.names.elements) <= _WIDEST)
        found.elements += count
        self._compiled.insert(0, found)
        del self._compiled[_KEPT:]
        return found

    def _widened(self, names: Names) -> Names:
        """The names, with those of the grammar used last if the documents are of a kind."""
        if not self._compiled:
            return names
        both = names | self._compiled[0].names
        if len(both.elements) > _WIDEST:
            return names
        del self._compiled[0]
        return both

    def _compile(self, names: Names, large: bool) -> _Compiled:
        grammar = prune(self._grammar, names)
        validator = compile(grammar, odd_uris=names.odd_uris, large=large)
        return _Compiled(names, validator, large)
