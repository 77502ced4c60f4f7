"""Short forms of pointers, ``psn:jane``, that a header declares (Guidelines, section 17.2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from teikit.checks.problem import Node, Problem, quoted
from teikit.schema import xsdregex

_LONGEST = 200
_GROUPS = re.compile(r"\$([0-9])")
_QUANTIFIER = re.compile(r"[*+]|\{\d*,\d*\}")


@dataclass(frozen=True, slots=True)
class Prefix:
    """A ``<prefixDef>``.

    Attributes:
        ident: the prefix.
        pattern: what the part after it must match; ``None`` if that cannot be tried.
        replacement: the pointer in full, with ``$1`` for the first group of the pattern.
    """

    ident: str
    pattern: re.Pattern[str] | None
    replacement: str

    def expand(self, rest: str) -> str | None:
        """The pointer in full; ``""`` if that cannot be told, ``None`` if it does not match."""
        if self.pattern is None or len(rest) > _LONGEST:
            return ""
        found = self.pattern.fullmatch(rest)
        if found is None:
            return None
        groups = (found[0], *found.groups(""))
        return _GROUPS.sub(
            lambda group: groups[int(group[1])] if int(group[1]) < len(groups) else "",
            self.replacement,
        )


class Prefixes:
    """The prefixes that a document declares; some have more than one declaration."""

    def __init__(self) -> None:
        self._declared: dict[str, list[Prefix]] = {}
        self.problems: list[Problem] = []

    def declare(self, node: Node) -> None:
        """Take a ``<prefixDef>`` in."""
        ident = node.attributes.get("ident", "").strip()
        pattern = node.attributes.get("matchPattern", "")
        compiled: re.Pattern[str] | None = None
        try:
            xsdregex.check(_unanchored(pattern))
            if _is_harmless(pattern):
                compiled = re.compile(_unanchored(pattern))
        except (ValueError, re.error, RecursionError, OverflowError):
            self._declared_badly(node, ident, pattern)
        replacement = node.attributes.get("replacementPattern", "")
        self._declared.setdefault(ident, []).append(Prefix(ident, compiled, replacement))

    def _declared_badly(self, node: Node, ident: str, pattern: str) -> None:
        message = f"the pattern {quoted(pattern)} of the prefix “{ident}” is no regular expression"
        hint = "Write what follows the prefix, for instance ([a-zA-Z0-9_]+); $1 stands for it."
        self.problems.append(Problem("TK407", message, hint, node, "matchPattern", pattern))

    def __contains__(self, ident: object) -> bool:
        return ident in self._declared

    def __iter__(self) -> Iterator[str]:
        return iter(self._declared)

    def expand(self, ident: str, rest: str) -> str | None:
        """A pointer in full by the first declaration that fits; see :meth:`Prefix.expand`."""
        for prefix in self._declared[ident]:
            expanded = prefix.expand(rest)
            if expanded is not None:
                return expanded
        return None


def _unanchored(pattern: str) -> str:
    """A pattern without the anchors that some write, though it always is for the whole."""
    start = 1 if pattern.startswith("^") else 0
    end = -1 if pattern.endswith("$") and not pattern.endswith("\\$") else None
    return pattern[start:end]


def _is_harmless(pattern: str) -> bool:
    r"""Whether a pattern takes little time on any text, and means the same to Python.

    Repetition inside of repetition can take for ever, and documents come from strangers.
    """
    if len(pattern) > _LONGEST or re.search(r"\\[ciCIpP]|-\[|\(\?", pattern):
        return False
    plain = re.sub(r"\\.|\[[^\]]*\]", "x", pattern)
    return not re.search(r"\)[*+{]", plain) and len(_QUANTIFIER.findall(plain)) <= 3
