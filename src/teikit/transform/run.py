"""Running a stylesheet on a document, and handing the result to what finishes an output."""

from __future__ import annotations

import copy
import difflib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from teikit.errors import UsageError
from teikit.transform import plain_text
from teikit.transform.document import Source, load
from teikit.transform.errors import TransformError
from teikit.transform.marks import escape_tree, has_reserved, unescape
from teikit.transform.sheets import Sheet, own, shipped
from teikit.transform.xslt1 import Xslt1Sheet, is_html, serialise

if TYPE_CHECKING:
    from teikit.transform.offsets import Range

_FINISHED = {"text": plain_text.PARAMETERS}
"""The parameters of outputs whose results are finished here, with what XSLT 1.0 cannot do well."""

_PAGE_PARTS = ("head/title", "body/main/article")
"""What has to be in a page, for its parts to be found."""


def transform(
    source: Source,
    to: str = "html",
    *,
    parameters: Mapping[str, object] | None = None,
    stylesheet: str | os.PathLike[str] | None = None,
) -> str:
    """Transform a document: what :func:`teikit.transform.transform` does, and describes."""
    return Transformation.of(to, parameters, stylesheet).result(source)


@dataclass(frozen=True, slots=True)
class Transformation:
    """A stylesheet with its parameters, for any number of documents.

    Attributes:
        to: the output.
        sheet: what makes it.
        parameters: what the user gave.
    """

    to: str
    sheet: Sheet
    parameters: Mapping[str, str]

    @classmethod
    def of(
        cls,
        to: str,
        parameters: Mapping[str, object] | None = None,
        stylesheet: str | os.PathLike[str] | None = None,
    ) -> Transformation:
        """Compile the sheet and check the parameters; see :func:`teikit.transform.transform`.

        Raises:
            UsageError: there is no such output or parameter.
            TransformError: the stylesheet is wrong.
        """
        sheet = shipped(to) if stylesheet is None else own(Path(stylesheet))
        given = {name: str(value) for name, value in (parameters or {}).items()}
        known = sheet.parameters | _FINISHED.get(to, frozenset())
        if to == "html":
            from teikit.transform.html import SUPPLIED

            known -= SUPPLIED
        _check_names(given, known)
        if to == "text":
            plain_text.check(given)
        return cls(to, sheet, given)

    def result(self, source: Source) -> str:
        """The result for a document.

        Raises:
            InputError: the source cannot be read or is not TEI P5.
            TransformError: the stylesheet failed, or stopped with a message.
        """
        tree = load(source)
        if self.to == "text" and has_reserved(tree):
            tree = copy.deepcopy(tree)
            escape_tree(tree)
        write = self._run(tree)
        # A large document need not be kept while its result is written.
        del tree
        if self.to != "text":
            return write()
        return self._as_asked(plain_text.laid_out(write(), self.parameters))

    def text_with_offsets(self, source: Source) -> tuple[str, list[Range]]:
        """A plain text, and where in it the words of each element are.

        Raises:
            InputError: the source cannot be read or is not TEI P5.
            TransformError: the stylesheet failed, or stopped with a message.
        """
        from teikit.transform import offsets

        marked = offsets.Marked(load(source))
        result = plain_text.numbered(self._run(marked.tree)())
        text = plain_text.laid_out(offsets.unmarked(result), self.parameters)
        ranges = offsets.moved(list(marked.ranges(result, text)), text, self._as_asked)
        return self._as_asked(text), ranges

    def page(self, source: Source) -> etree._ElementTree:
        """The reading edition as a tree, for what goes on to cut it up.

        Raises:
            InputError: the source cannot be read or is not TEI P5.
            TransformError: the stylesheet failed, or makes something else than a page of this kind.
        """
        tree = load(source)
        if isinstance(self.sheet, Xslt1Sheet):
            from teikit.transform.html import tidy

            page = self.sheet.apply(tree, self._values(tree))
            if is_html(page) and all(page.find(path) is not None for path in _PAGE_PARTS):
                tidy(page.getroot())
                return page
        raise TransformError(
            "the stylesheet does not make a page that can be cut up",
            place=self.sheet.name,
            hint="Import teikit:html/html.xsl and override single templates, but not that for “/”.",
        )

    def _run(self, tree: etree._ElementTree) -> Callable[[], str]:
        """What writes out what the stylesheet itself makes of a document."""
        if self.to == "html" and isinstance(self.sheet, Xslt1Sheet):
            return self._page_writer(self.sheet, tree)
        return self.sheet.run(tree, self._values(tree))

    def _page_writer(self, sheet: Xslt1Sheet, tree: etree._ElementTree) -> Callable[[], str]:
        """What writes out a reading edition."""
        from teikit.transform import pieces
        from teikit.transform.html import tidy

        if pieces.are_needed(tree):
            return sheet.run_in_pieces(tree, self._values(tree), tidy)
        page = sheet.apply(tree, self._values(tree))
        if page.getroot() is not None:
            tidy(page.getroot())
        return partial(serialise, page)

    def _values(self, tree: etree._ElementTree) -> dict[str, str]:
        """The parameters that the sheet knows: those of the user, and those that are supplied."""
        values = dict(self.parameters)
        if self.to == "html":
            # Plain text does without what this needs.
            from teikit.transform.html import supplied_parameters

            values |= supplied_parameters(tree, self.parameters)
        return {name: value for name, value in values.items() if name in self.sheet.parameters}

    def _as_asked(self, text: str) -> str:
        """A text that is laid out, with the document's characters in the normal form asked for."""
        return plain_text.normalised(unescape(text), self.parameters)


def _check_names(given: Mapping[str, str], known: frozenset[str]) -> None:
    """Refuse parameters that the output does not have."""
    for name in given:
        if name in known:
            continue
        close = difflib.get_close_matches(name, known, n=1)
        guess = f"Did you mean “{close[0]}”? " if close else ""
        raise UsageError(
            f"there is no parameter “{name}”",
            hint=f"{guess}Known parameters: {', '.join(sorted(known)) or 'none'}.",
        )
