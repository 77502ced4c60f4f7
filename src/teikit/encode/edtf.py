"""Dates in EDTF (ISO 8601-2:2019, Extended Date/Time Format) beside those of W3C."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any, Final

from teikit.encode.model import Span
from teikit.errors import UsageError

METHOD: Final = "http://www.loc.gov/standards/datetime/"
"""What ``@datingMethod`` says of a value in EDTF (TEI Guidelines, 14.4.3)."""


def with_edtf(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in which dates that have a value also have it in EDTF, in ``@when-custom``.

    A value that EDTF cannot say, such as "about the 1st of November" of no year, is left out.

    Raises:
        UsageError: the package ``edtf``, which checks what is written, is not installed.
    """
    library = _library()
    checked: dict[str, str] = {}
    for span in spans:
        value = edtf(span) if span.kind == "date" else ""
        if value not in checked:
            checked[value] = _checked(library, value)
        if checked[value]:
            facts = {"when-custom": checked[value], "datingMethod": METHOD}
            yield replace(span, attributes={**span.attributes, **facts})
        else:
            yield span


def _library() -> Any:
    try:
        with warnings.catch_warnings():
            # It is written for older releases of its parser.
            warnings.simplefilter("ignore")
            return import_module("edtf")
    except ImportError as error:
        raise UsageError(
            "writing EDTF needs the package edtf", hint="pip install 'teikit[edtf]'"
        ) from error


def _checked(library: Any, value: str) -> str:
    """A value as the package writes it; empty where it is none."""
    if not value:
        return ""
    try:
        return str(library.parse_edtf(value))
    except library.EDTFParseException:
        return ""


def edtf(span: Span) -> str:
    """The value of a date in EDTF, level 2; empty where it has none.

    ``~`` is "about", ``?`` a value of low certainty, ``X`` a digit that is not known, ``[a..b]``
    a day between two, ``a/b`` the whole time between them.

    >>> edtf(Span(0, 4, "date", {"when": "1850", "precision": "low"}))
    '1850~'
    >>> edtf(Span(0, 4, "date", {"notBefore": "1905", "notAfter": "1907"}))
    '[1905..1907]'
    """
    facts = span.attributes
    if "when" in facts:
        return _known(facts["when"]) + _qualifier(span)
    if "from" in facts or "to" in facts:
        return f"{_known(facts.get('from', '..'))}/{_known(facts.get('to', '..'))}"
    if "notBefore" in facts or "notAfter" in facts:
        return f"[{_known(facts.get('notBefore', ''))}..{_known(facts.get('notAfter', ''))}]"
    return ""


def _qualifier(span: Span) -> str:
    about, unsure = span.attributes.get("precision") == "low", span.certainty == "low"
    return "%" if about and unsure else "~" if about else "?" if unsure else ""


def _known(value: str) -> str:
    """A W3C date with ``X`` for what it leaves out."""
    if value.startswith("---"):
        return f"XXXX-XX-{value[3:]}"
    return f"XXXX-{value[2:]}" if value.startswith("--") else value
