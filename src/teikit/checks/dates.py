"""Dates that cannot be (TEI Guidelines, sections 3.6.4 and 14.4)."""

from __future__ import annotations

from teikit.checks.moments import Stretch, missing_day, stretch
from teikit.checks.problem import Node, Problem, quoted
from teikit.tei import TEI_NS

_NAMES = ("when", "from", "to", "notBefore", "notAfter")
_ISO = tuple(f"{name}-iso" for name in _NAMES)
_DATING = frozenset(_NAMES + _ISO)
_OTHER_RANGES = frozenset({"app", "arc", "biblScope", "citedRange", "locus", "rt", "span"})
"""Elements whose @from and @to are pointers or pages."""

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_READ = "Read the source again: a digit is wrong, or day and month changed places."
_COUNTDOWN = "Years BC count down: -0044 comes after -0100."


class Dates:
    """Looks at the attributes of dating and at the lives of persons."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    def visit(self, node: Node) -> None:
        """Look at an element."""
        if node.name == "person":
            self._check_life(node)
        if not _DATING.isdisjoint(node.attributes) and node.name not in _OTHER_RANGES:
            self._check_calendar(node)
            for suffix in ("", "-iso"):
                self._check_dates(node, suffix)

    def finish(self) -> list[Problem]:
        """The problems found."""
        return self._problems

    def _check_calendar(self, node: Node) -> None:
        """Days that are missing in the calendar; in the W3C's notation the grammar sees them."""
        for name in _ISO:
            value = node.attributes.get(name, "").strip()
            missing = missing_day(value) if value else None
            if missing:
                year, month, day = missing
                what = f"{_MONTHS[month - 1]} {year} has no day {day}" if day else _no_month(month)
                self._add("TK505", node, name, f"@{name} {quoted(value)} is no date: {what}", _READ)

    def _check_dates(self, node: Node, suffix: str) -> None:
        values = {n: node.attributes[n + suffix] for n in _NAMES if n + suffix in node.attributes}
        spans = {name: stretch(value) for name, value in values.items()}
        for code, first, last in (("TK501", "from", "to"), ("TK502", "notBefore", "notAfter")):
            if _reversed(spans.get(first), spans.get(last)):
                self._add(
                    code,
                    node,
                    last + suffix,
                    f"@{last}{suffix} {quoted(values[last])} is before "
                    f"@{first}{suffix} {quoted(values[first])}",
                    _order(values[first], values[last]),
                )
        when = spans.get("when")
        if when and when.end <= when.start:
            self._add(
                "TK501", node, f"when{suffix}", f"{quoted(values['when'])} ends before it begins",
                "Put the earlier date before the slash.",
            )  # fmt: skip
        if len(values) > 1 and "when" in values:
            self._check_when(node, suffix, values, spans)

    def _check_when(
        self, node: Node, suffix: str, values: dict[str, str], spans: dict[str, Stretch | None]
    ) -> None:
        """An exact date beside a range: in most cases a second thought that was not finished."""
        attribute = f"when{suffix}"
        when = f"@{attribute} {quoted(values['when'])}"
        for name in ("notBefore", "from", "notAfter", "to"):
            lower = name in ("notBefore", "from")
            limit = spans.get(name)
            pair = (limit, spans["when"]) if lower else (spans["when"], limit)
            if _reversed(*pair):
                side = "before" if lower else "after"
                beside = f"@{name}{suffix} {quoted(values[name])}"
                hint = f"Correct one of the two; beside @{attribute} no other date is needed."
                self._add("TK504", node, attribute, f"{when} is {side} {beside}", hint)
                return
        others = " and ".join(f"@{name}{suffix}" for name in values if name != "when")
        hint = "Keep @when for one point in time, or the others for a range or for bounds."
        self._add("TK503", node, attribute, f"{when} stands beside {others}", hint)

    def _check_life(self, node: Node) -> None:
        born = _limits(node, "birth", ("when", "notBefore", "from"))
        died = _limits(node, "death", ("when", "notAfter", "to"))
        if not born or not died:
            return
        first = min(born, key=lambda dated: dated[0].start)
        last = max(died, key=lambda dated: dated[0].end)
        if last[0].before(first[0]):
            message = f"the person dies ({last[1]}) before their birth ({first[1]})"
            hint = f" {_COUNTDOWN}" if "-" in (last[1][0], first[1][0]) else ""
            self._add("TK506", node, "", message, f"Correct <birth> or <death>.{hint}")

    def _add(self, code: str, node: Node, attribute: str, message: str, hint: str) -> None:
        found = node.attributes.get(attribute, "")
        self._problems.append(Problem(code, message, hint, node, attribute, found))


def _no_month(month: int) -> str:
    return f"there is no month {month}"


def _reversed(first: Stretch | None, last: Stretch | None) -> bool:
    return first is not None and last is not None and last.before(first)


def _order(first: str, last: str) -> str:
    if first.startswith("-") and last.startswith("-"):
        return f"Exchange the two. {_COUNTDOWN}"
    return "Exchange the two, or correct the wrong one."


def _limits(person: Node, name: str, attributes: tuple[str, ...]) -> list[tuple[Stretch, str]]:
    """A limit that each of the births or deaths of a person has; none if one of them has none."""
    limits = []
    for event in person.element.iterchildren(f"{{{TEI_NS}}}{name}"):
        values = [event.get(attribute, "") for attribute in attributes]
        dated = [(found, value) for value in values if (found := stretch(value))]
        if not dated:
            return []
        limits += dated
    return limits
