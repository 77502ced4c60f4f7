"""XSLT 1.0, run by libxslt through lxml."""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lxml import etree

from teikit.errors import UsageError
from teikit.transform.errors import TransformError
from teikit.transform.modules import XSL, Modules
from teikit.transform.pieces import INSTRUCTION, Pieces

_log = logging.getLogger(__name__)

_NO_ACCESS = etree.XSLTAccessControl.DENY_ALL  # type: ignore[attr-defined]
_INSTRUCTIONS = frozenset(
    """apply-imports apply-templates attribute attribute-set call-template choose comment copy
    copy-of decimal-format element fallback for-each if import include key message namespace-alias
    number otherwise output param preserve-space processing-instruction sort strip-space stylesheet
    template text transform value-of variable when with-param""".split()
)
# How libxslt begins a message, and what it adds to those that say something.
_FUNCTION = re.compile(r"^xslt\w+ ?: ")
_EMPTY_WORDS = frozenset(
    ["error", "unknown error", "Undefined variable", "XPath evaluation returned no result."]
)


@dataclass(frozen=True, slots=True)
class Xslt1Sheet:
    """A stylesheet that libxslt has compiled.

    Attributes:
        path: where its entry sheet is.
        compiled: what lxml made of it. Usable in the thread that compiled it.
        parameters: names of the parameters that it and the sheets it includes declare.
        method: what it says it makes.
        strips: whether it strips white space from its document.
        pieces: what writes the parts of a page that it says can be written by themselves.
    """

    path: Path
    compiled: etree.XSLT
    parameters: frozenset[str]
    method: str
    strips: bool
    pieces: Pieces

    def run(self, tree: etree._ElementTree, parameters: Mapping[str, str]) -> Callable[[], str]:
        """Transform a document; see :class:`teikit.transform.sheets.Sheet`."""
        return partial(serialise, self.apply(tree, parameters))

    def run_in_pieces(
        self,
        tree: etree._ElementTree,
        parameters: Mapping[str, str],
        finish: Callable[[etree._Element], None],
    ) -> Callable[[], str]:
        """Transform a document to a page, of which only a part is in memory as a tree at a time.

        Args:
            tree: as for :meth:`run`.
            parameters: as for :meth:`run`.
            finish: what is done to each part of the page before it is written.

        Returns:
            What gives the page as text; the document need not be kept for that.

        Raises:
            TransformError: as :meth:`run`.
        """

        def write(piece: etree._Element) -> str:
            finish(piece)
            return _markup(piece)

        with self.pieces.written(write) as whole:
            result = self.apply(tree, parameters)
        if result.getroot() is not None:
            finish(result.getroot())
        return lambda: whole(serialise(result))

    def apply(self, tree: etree._ElementTree, parameters: Mapping[str, str]) -> etree._ElementTree:
        """Transform a document; the result as a tree.

        Raises:
            TransformError: as :meth:`run`.
        """
        quoted = {name: _quoted(name, value) for name, value in parameters.items()}
        if self.strips:
            # libxslt would take the white space out of the caller's own tree.
            tree = copy.deepcopy(tree)
        try:
            result = self.compiled(tree, **quoted)  # type: ignore[arg-type]
        except etree.XSLTApplyError as error:
            raise _failure(self.path, error) from error
        for entry in self.compiled.error_log:  # type: ignore[attr-defined]
            _log.warning("%s: %s", self.path.name, entry.message)
        return result

    @property
    def name(self) -> str:
        """What messages call it."""
        return str(self.path)


def serialise(result: etree._ElementTree) -> str:
    """A result as text: a page of HTML with its document type, anything else as its sheet says."""
    if not is_html(result):
        return str(result)
    return f"<!DOCTYPE html>\n{serialise_element(result.getroot())}"


def serialise_element(element: etree._Element) -> str:
    """A page of HTML, or a part of one, as a text that ends with a line end."""
    return _markup(element) + "\n"


def _markup(element: etree._Element) -> str:
    text = _html(element)
    if " xmlns" not in text:
        return text
    # A user's sheet may leave its own prefixes declared, which HTML does not know.
    etree.cleanup_namespaces(element)
    return _html(element)


def _html(element: etree._Element) -> str:
    return etree.tostring(element, method="html", encoding="unicode", with_tail=False)


def is_html(result: etree._ElementTree) -> bool:
    """Whether a result is a page of HTML."""
    root = result.getroot()
    return root is not None and root.tag == "html"


def compile_sheet(modules: Modules) -> Xslt1Sheet:
    """Compile a stylesheet of version 1.0.

    Raises:
        TransformError: it is not XSLT 1.0.
    """
    _check_instructions(modules)
    pieces = Pieces()
    # A sheet of a user's may do more with what it makes of a piece: it gets the tree.
    extensions = {INSTRUCTION: pieces} if modules.ours else None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    parser.resolvers.add(_Resolver(modules))
    try:
        tree = etree.parse(str(modules.path.resolve()), parser)
        compiled = etree.XSLT(tree, access_control=_NO_ACCESS, extensions=extensions)
    except etree.XSLTParseError as error:
        raise TransformError(
            f"the stylesheet is not right: {_sentence(error)}",
            place=_place(error, modules.path),
            hint="teikit runs this sheet as XSLT 1.0; look at what is named here.",
        ) from error
    return Xslt1Sheet(
        modules.path, compiled, modules.parameters, modules.method, modules.strips, pieces
    )


def _check_instructions(modules: Modules) -> None:
    """Find instructions that XSLT 1.0 does not have: libxslt passes over them in silence."""
    for path, tree in modules.files.items():
        for element in tree.iter(f"{XSL}*"):
            name = etree.QName(element).localname
            if name not in _INSTRUCTIONS and element.find(f"{XSL}fallback") is None:
                raise TransformError(
                    f"XSLT 1.0 has no instruction <xsl:{name}>",
                    place=f"{modules.shown(path)}:{element.sourceline}",
                    hint='If the sheet is XSLT 2.0 or 3.0, say so: version="3.0".',
                )


def _quoted(name: str, value: str) -> etree._XSLTQuotedStringParam:
    """A parameter's value as a string of XPath, whatever quotes it has."""
    try:
        return etree.XSLT.strparam(value)
    except ValueError:
        raise UsageError(
            f"the parameter “{name}” has a character that XML cannot hold",
            hint="Take control characters out of the value.",
        ) from None


def _failure(path: Path, error: etree.XSLTApplyError) -> TransformError:
    """The error of a run: what the sheet said, or what it was refused."""
    messages = [entry.message.strip() for entry in error.error_log]
    place = _place(error, path)
    refused = next((text for text in messages if "refused" in text), None)
    if refused is not None:
        return TransformError(
            f"the stylesheet tried to read or write outside: {refused}",
            place=place,
            hint="A sheet sees only its document and its parameters; pass what it needs as a "
            "parameter.",
        )
    if any("infinite" in text for text in messages):
        return TransformError(
            "the stylesheet calls itself without end",
            place=place,
            hint="A template that calls itself needs an xsl:if that ends it. If the sheet is "
            "teikit’s, the document’s elements are nested too deep.",
        )
    return TransformError(
        f"the stylesheet stopped: {_sentence(error)}",
        place=place,
        hint="If this is your own sheet, look at the xsl:message or instruction named here.",
    )


def _sentence(error: etree.XSLTError) -> str:
    """What libxslt has to say, without the names of its functions."""
    said = [_FUNCTION.sub("", entry.message.strip()) for entry in error.error_log if not entry.line]
    told = [text for text in dict.fromkeys(said) if text not in _EMPTY_WORDS]
    return "; ".join(told) or str(error).strip()


def _place(error: etree.XSLTError, path: Path) -> str:
    """The file and line of the instruction that failed; the sheet, if that is not known."""
    for entry in error.error_log:
        if entry.line > 0 and entry.filename and entry.filename.endswith((".xsl", ".xslt", ".xml")):
            name = str(path) if Path(entry.filename) == path.resolve() else entry.filename
            return f"{name}:{entry.line}"
    return str(path)


class _Resolver(etree.Resolver):
    """Serves the modules of a stylesheet and refuses everything else."""

    def __init__(self, modules: Modules) -> None:
        self._modules = modules

    def resolve(  # type: ignore[override]
        self,
        system_url: str | None,
        public_id: str | None,
        context: object,
    ) -> object:
        """What lxml calls with the absolute URL of each file that it wants."""
        path = self._modules.find(system_url or "", str(self._modules.path))
        return self.resolve_filename(str(path), context)  # type: ignore[attr-defined]
