"""Running a stylesheet on a document, and handing the result to what finishes an output."""

from __future__ import annotations

import difflib
import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import etree

from teikit.errors import UsageError
from teikit.transform import html, plain_text
from teikit.transform.document import Source, load
from teikit.transform.errors import TransformError
from teikit.transform.sheets import Sheet, compile_sheet, shipped

_log = logging.getLogger(__name__)

Prepare = Callable[[etree._ElementTree, Mapping[str, str]], Mapping[str, str]]
"""Makes the parameters that Python supplies to an output's sheet (its style, for instance) from
the document and the user's parameters."""

Finish = Callable[[str, Mapping[str, str]], str]
"""Does to the result what XSLT 1.0 cannot do well, given the user's parameters."""

_PREPARE: dict[str, Prepare] = {"html": html.supplied_parameters}
_FINISH: dict[str, tuple[frozenset[str], Finish]] = {
    "text": (plain_text.PARAMETERS, plain_text.finish)
}


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
    finished_by, finish = _FINISH.get(to, (frozenset(), None))
    result = _run(source, to, parameters, stylesheet, finished_by)
    text = serialise(result)
    return text if finish is None else finish(text, _strings(parameters))


def html_page(
    source: Source,
    *,
    parameters: Mapping[str, object] | None = None,
    stylesheet: str | os.PathLike[str] | None = None,
) -> etree._ElementTree:
    """The reading edition as a tree, for what goes on to cut it up.

    Raises:
        TransformError: the user's stylesheet makes something else than a page of this kind.
        TeikitError: as :func:`teikit.transform.transform`.
    """
    result = _run(source, "html", parameters, stylesheet, frozenset())
    if not _is_html(result) or any(result.find(path) is None for path in _PAGE_PARTS):
        raise TransformError(
            "the stylesheet does not make a page that can be cut up",
            place=str(stylesheet or ""),
            hint="Import teikit:html/html.xsl and override single templates, but not that for “/”.",
        )
    return result


def serialise(result: etree._ElementTree) -> str:
    """A result as text: a page of HTML with its document type, anything else as its sheet says."""
    if not _is_html(result):
        return str(result)
    return f"<!DOCTYPE html>\n{serialise_element(result.getroot())}"


def serialise_element(element: etree._Element) -> str:
    """A page of HTML, or a part of one, as text."""
    # A user's sheet may leave its own prefixes declared, which HTML does not know.
    etree.cleanup_namespaces(element)
    return etree.tostring(element, method="html", encoding="unicode", with_tail=False) + "\n"


def _is_html(result: etree._ElementTree) -> bool:
    root = result.getroot()
    return root is not None and root.tag == "html"


def _run(
    source: Source,
    to: str,
    parameters: Mapping[str, object] | None,
    stylesheet: str | os.PathLike[str] | None,
    finished_by: frozenset[str],
) -> etree._ElementTree:
    """Run the sheet that is asked for with the parameters that it knows."""
    sheet = shipped(to) if stylesheet is None else compile_sheet(Path(stylesheet))
    given = _strings(parameters)
    tree = load(source)
    supplied = _PREPARE[to](tree, given) if to in _PREPARE else {}
    _check_names(given, (sheet.parameters | finished_by) - supplied.keys())
    values = {
        name: value for name, value in {**supplied, **given}.items() if name in sheet.parameters
    }
    return apply(sheet, tree, values)


def _strings(parameters: Mapping[str, object] | None) -> dict[str, str]:
    return {name: str(value) for name, value in (parameters or {}).items()}


def apply(
    sheet: Sheet, tree: etree._ElementTree, parameters: Mapping[str, str]
) -> etree._ElementTree:
    """Run a compiled sheet on a tree.

    Args:
        sheet: the sheet.
        tree: the document; it is not changed.
        parameters: values of global parameters, as strings.

    Raises:
        TransformError: the sheet failed, tried to read or write, or stopped with a message.
    """
    quoted = {name: _quoted(name, value) for name, value in parameters.items()}
    try:
        result = sheet.compiled(tree, **quoted)  # type: ignore[arg-type]
    except etree.XSLTApplyError as error:
        raise _failure(sheet, error) from error
    for entry in sheet.compiled.error_log:  # type: ignore[attr-defined]
        _log.warning("%s: %s", sheet.path.name, entry.message)
    return result


def _quoted(name: str, value: str) -> etree._XSLTQuotedStringParam:
    """A parameter's value as a string of XPath, whatever quotes it has."""
    try:
        return etree.XSLT.strparam(value)
    except ValueError:
        raise UsageError(
            f"the parameter “{name}” has a character that XML cannot hold",
            hint="Take control characters out of the value.",
        ) from None


def _failure(sheet: Sheet, error: etree.XSLTApplyError) -> TransformError:
    """The error of a run: what the sheet said, or what it was refused."""
    messages = [entry.message.strip() for entry in error.error_log]
    refused = next((text for text in messages if "refused" in text), None)
    if refused is not None:
        return TransformError(
            f"the stylesheet tried to read or write outside: {refused}",
            place=str(sheet.path),
            hint="A sheet sees only its document and its parameters; pass what it needs as a "
            "parameter.",
        )
    return TransformError(
        f"the stylesheet stopped: {str(error).strip() or '; '.join(messages)}",
        place=str(sheet.path),
        hint="If this is your own sheet, look at the xsl:message or instruction named here.",
    )


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
