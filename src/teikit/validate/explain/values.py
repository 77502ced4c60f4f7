"""What values a pattern allows, in words, and which one was probably meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from teikit.schema import datatypes
from teikit.validate.derivative import Derivatives
from teikit.validate.explain.wording import one_of, some_of
from teikit.validate.spelling import nearest

_TYPES = {
    "anyURI": "a URI or a pointer such as #p1, without spaces",
    "boolean": "true or false",
    "language": "a language tag such as en or de-AT",
    "ID": "a name that begins with a letter and has no spaces, such as p1",
    "IDREF": "the ID of an element",
    "NCName": "a name that begins with a letter and has no spaces, such as p1",
    "Name": "a name that begins with a letter and has no spaces, such as p1",
    "duration": "a duration such as P2Y6M or PT90M",
    "integer": "a whole number",
    "nonNegativeInteger": "a whole number",
    "positiveInteger": "a whole number from 1",
    "decimal": "a number such as 2.5",
    "double": "a number such as 2.5",
}
_DATES = {
    "date": "1936-11-14",
    "gYearMonth": "1936-11",
    "gYear": "1936",
    "gMonthDay": "--11-14",
    "gMonth": "--11",
    "gDay": "---14",
    "dateTime": "1936-11-14T09:30:00",
    "time": "09:30:00",
}
_DATES_SHOWN = 4
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME_TYPES = frozenset({"ID", "NCName", "Name", "IDREF", "NMTOKEN"})


@dataclass(slots=True)
class Values:
    """What a pattern of values is made of.

    Attributes:
        literal: the values of closed lists.
        types: datatypes with their parameters.
        is_list: whether several values may stand side by side, with spaces between them.
    """

    literal: list[str] = field(default_factory=list)
    types: list[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=list)
    is_list: bool = False

    @classmethod
    def of(cls, derivatives: Derivatives, patterns: Sequence[int]) -> Values:
        """The parts of some patterns."""
        values = cls()
        for pattern in patterns:
            values._add(derivatives, pattern)
        return values

    def _add(self, derivatives: Derivatives, index: int) -> None:
        match derivatives.patterns[index]:
            case ("value", _, _, string, _):
                if string not in self.literal:
                    self.literal.append(string)
            case ("data", _, type_, params, _):
                if (type_, params) not in self.types:
                    self.types.append((type_, params))
            case ("choice" | "group" | "interleave", members):
                for member in members:
                    self._add(derivatives, member)
            case ("list" as kind, member) | ("oneOrMore" as kind, member):
                self.is_list |= kind == "list"
                self._add(derivatives, member)

    def describe(self, found: str) -> str:
        """What is allowed, in words, and values like the one found first."""
        parts = [self._literals(found)] if self.literal else []
        names = [type_ for type_, _ in self.types]
        dates = [example for type_, example in _DATES.items() if type_ in names]
        if dates:
            parts.append(f"a date such as {one_of(dates[:_DATES_SHOWN])}")
        for type_, params in self.types:
            if type_ not in _DATES:
                text = _type(type_, params)
                if text not in parts:
                    parts.append(text)
        text = one_of(parts) if not dates or len(parts) < 2 else "; or ".join(parts)
        return f"{text}; several with spaces between them" if self.is_list else text

    def _literals(self, found: str) -> str:
        near = nearest(found, self.literal)
        literals = sorted(self.literal, key=lambda literal: (literal != near, literal))
        return some_of([f'"{literal}"' for literal in literals], 12)


def _type(type_: str, params: tuple[tuple[str, str], ...]) -> str:
    pattern = next((value for name, value in params if name == "pattern"), "")
    if pattern and type_ in ("token", "string"):
        words = datatypes.allows("", "token", (), "word") and _accepts(pattern, "word")
        if words and not _accepts(pattern, "two words"):
            return "a word without spaces" + (
                "" if _accepts(pattern, "a,b") else " and punctuation"
            )
        return f"text of the form {pattern}"
    low = next((value for name, value in params if name == "minInclusive"), "")
    high = next((value for name, value in params if name == "maxInclusive"), "")
    text = _TYPES.get(type_, "text" if type_ in ("string", "token") else f"a value of type {type_}")
    if low or high:
        text = text.partition(" such as")[0]
        return f"{text} from {low or '…'} to {high or '…'}"
    return text


def _accepts(pattern: str, value: str) -> bool:
    from teikit.schema import xsdregex

    return bool(xsdregex.matches(pattern, value))


def meant(value: str, values: Values, accepts: Callable[[str], bool]) -> str | None:
    """The allowed value that was probably meant; ``None`` if none comes to mind.

    Args:
        value: the value found, which is not allowed.
        values: what is allowed.
        accepts: tells whether a value is allowed.
    """
    for candidate in _candidates(value, values) if value.strip() else ():
        if candidate and candidate != value and accepts(candidate):
            return candidate
    return None


def _candidates(value: str, values: Values) -> Iterator[str]:
    value = " ".join(value.split())
    yield value
    types = {type_ for type_, _ in values.types}
    if types & _DATES.keys():
        yield from _dates(value)
    near = nearest(value, values.literal)
    if near:
        yield near
    yield value.lower()
    yield {"yes": "true", "no": "false", "ja": "true", "nein": "false"}.get(value.lower(), "")
    if types & {"decimal", "double", "integer", "nonNegativeInteger", "positiveInteger"}:
        yield value.replace(",", ".")
        yield "".join(re.findall(r"^\d+", value))
    if "language" in types:
        yield value.replace("_", "-")
    if types & _NAME_TYPES:
        name = re.sub(r"[^\w.-]+", "_", value)
        yield name
        yield f"_{name}"
    if "anyURI" in types:
        if re.search(r"[/.\\]", value):
            yield value.replace("\\", "/").replace(" ", "%20")
    elif not values.literal:
        yield value.replace(" ", "_")


def _dates(value: str) -> Iterator[str]:
    """Dates in W3C form that a date in another form can only mean."""
    found = re.fullmatch(r"(-?\d{1,4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?", value)
    if found and len(found[1]) >= 3:
        yield _iso(*found.groups())
    found = re.fullmatch(r"(\d{8})", value)
    if found:
        yield f"{value[:4]}-{value[4:6]}-{value[6:]}"
    found = re.fullmatch(r"(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})", value)
    # Which is the day in 3/4/1936 depends on the country; 3.4.1936 is not written in America.
    if found and (found[2] == "." or int(found[1]) > 12):
        yield _iso(found[4], found[3], found[1])
    elif found and int(found[3]) > 12:
        yield _iso(found[4], found[1], found[3])
    words = re.findall(r"[^\W\d_]+|\d+", value.lower())
    months = [i for i, month in enumerate(_MONTHS, 1) for word in words if word[:3] == month]
    numbers = [word for word in words if word.isdigit()]
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) < 3]
    if len(months) == len(years) == 1 and len(days) < 2:
        yield _iso(years[0], str(months[0]), *days)
    if len(years) == 1 and not months and not days:
        yield years[0]


def ambiguous_dates(value: str) -> tuple[str, ...]:
    """The two dates that one like 3/4/1936 can mean, depending on the country."""
    found = re.fullmatch(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})", value.strip())
    if found is None or int(found[1]) > 12 or int(found[2]) > 12:
        return ()
    return _iso(found[3], found[2], found[1]), _iso(found[3], found[1], found[2])


def calendar_fault(value: str) -> str:
    """Why a date that looks well written is none: ``"there is no month 13"``."""
    found = re.match(r"-?\d{4,}-(\d\d?)(?:-(\d\d?))?(?!\d)", value.strip())
    if found is None:
        return ""
    month, day = int(found[1]), int(found[2] or 1)
    if not 1 <= month <= 12:
        return f"there is no month {found[1]}"
    if not 1 <= day <= 31:
        return f"there is no day {found[2]}"
    return "" if day <= 28 else "that month has no such day"


def is_vague(value: str) -> bool:
    """Whether a date says that it is not certain, in a way that only people understand."""
    return (
        re.search(r"[?~]|\b(?:ca?|circa|about|um|vers|before|after)\b|^c\d", value, re.I)
        is not None
    )


def _iso(year: str, month: str | None = None, day: str | None = None) -> str:
    sign, digits = ("-", year[1:]) if year.startswith("-") else ("", year)
    parts = [sign + digits.zfill(4), *(part.zfill(2) for part in (month, day) if part)]
    return "-".join(parts)
