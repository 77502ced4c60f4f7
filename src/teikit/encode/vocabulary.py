"""What may be marked: the elements and attributes with which any text stays valid TEI.

Annotators that plug in and files of spans are held to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from teikit.encode.model import Span

NAME_PARTS = ("forename", "surname", "roleName", "genName", "nameLink", "addName")
"""Elements that stand inside a ``persName`` (TEI Guidelines, 14.2.1)."""

KINDS = (
    *("persName", "placeName", "orgName", "geogName", "name", "rs", "date", "time"),
    *("title", "term", "num", "measure", *NAME_PARTS),
)
"""Elements that an annotator may make; each may stand wherever the weaver puts words."""

_DATE = r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
_PART_OF_DATE = r"--(?P<month_>\d\d)(?:-(?P<day_>\d\d))?|---(?P<day__>\d\d)"
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?"
_ZONE = r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?"
_MOMENT = re.compile(f"(?:{_DATE}(?:T{_TIME})?|{_PART_OF_DATE}|{_TIME}){_ZONE}", re.ASCII)
_FORBIDDEN = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


def _is_moment(value: str) -> bool:
    from teikit.encode.dates.values import PartialDate

    match = _MOMENT.fullmatch(value)
    if match is None:
        return False
    parts = {name.rstrip("_"): int(digits) for name, digits in match.groupdict().items() if digits}
    return PartialDate(**parts).possible


def _is_word(value: str) -> bool:
    """Whether a value is a ``teidata.word``: without blanks, control and unassigned characters."""
    return bool(value) and all(unicodedata.category(c)[0] not in "CZ" for c in value)


def is_text(value: str) -> bool:
    """Whether a value has words, and no character that XML cannot hold."""
    return bool(value.strip()) and not _FORBIDDEN.search(value)


def _is_number(value: str) -> bool:
    return bool(_NUMBER.fullmatch(value))


_Check = Callable[[str], bool]

CALENDARS = {"republican": "French Republican calendar"}
"""The calendars that ``@calendar`` may point at by their ``@xml:id``, and what they are."""

_DATABLE: Mapping[str, _Check] = {
    **dict.fromkeys(("when", "from", "to", "notBefore", "notAfter"), _is_moment),
    "when-custom": is_text,
    "datingMethod": _is_word,
    "calendar": {f"#{name}" for name in CALENDARS}.__contains__,
    "precision": {"high", "medium", "low", "unknown"}.__contains__,
}
_NAMED: Mapping[str, _Check] = {"key": is_text, "ref": _is_word}
_ANY: Mapping[str, _Check] = {"type": _is_word, "subtype": _is_word}
_OWN: Mapping[str, Mapping[str, _Check]] = {
    "date": _DATABLE,
    "time": _DATABLE,
    "title": {"level": {"a", "m", "j", "s", "u"}.__contains__, **_NAMED},
    "num": {"value": _is_number},
    "measure": {"unit": _is_word, "quantity": _is_number, "commodity": is_text},
}
_EXCLUSIVE = (
    ("when", frozenset({"from", "to", "notBefore", "notAfter"})),
    ("from", frozenset({"notBefore"})),
    ("to", frozenset({"notAfter"})),
)


def objection(span: Span) -> str:
    """What keeps a span from becoming valid TEI, as the end of a sentence; empty if nothing.

    >>> objection(Span(0, 4, "div"))
    'has the kind “div”; an annotator may mark persName, placeName, orgName, geogName, name, rs, \
date, time, title, term, num, measure, forename, surname, roleName, genName, nameLink, addName'
    >>> objection(Span(0, 4, "date", {"when": "May 1932"}))
    'has @when="May 1932", which TEI cannot hold there'
    >>> objection(Span(0, 4, "date", {"when": "1932-05"}))
    ''
    """
    if span.kind not in KINDS:
        return f"has the kind “{span.kind}”; an annotator may mark {', '.join(KINDS)}"
    allowed = {**_ANY, **_OWN.get(span.kind, _NAMED)}
    for name, value in span.attributes.items():
        if name not in allowed:
            return f"has the attribute “{name}”; {span.kind} may have {', '.join(allowed)}"
        if not allowed[name](value):
            return f'has @{name}="{value}", which TEI cannot hold there'
    for name, others in _EXCLUSIVE:
        both = others & span.attributes.keys() if name in span.attributes else ()
        if both:
            return f"has both @{name} and @{min(both)}, of which one may stand"
    if span.certainty not in ("high", "medium", "low"):
        return f"has the certainty “{span.certainty}”; it may be high, medium or low"
    if span.entity and not is_text(span.entity):
        return "has an entity that XML cannot hold"
    return ""
