"""How names and lists of names are written in messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from teikit.tei import XML_NS
from teikit.validate.events import QName

_SHOWN = 6
_LONGEST = 40


def tag(name: QName) -> str:
    """An element's name as its tag: ``<p>``."""
    return f"<{name[1]}>"


def tags(names: Iterable[QName]) -> list[str]:
    """The names of elements as their tags."""
    return [tag(name) for name in names]


def locals_of(names: Iterable[QName]) -> tuple[str, ...]:
    """The names of elements without namespace."""
    return tuple(name[1] for name in names)


def at(name: QName) -> str:
    """An attribute's name as the field writes it: ``@when``, ``@xml:id``."""
    return f"@{attribute_name(name)}"


def attribute_name(name: QName) -> str:
    """An attribute's name with the prefix ``xml:`` where it belongs."""
    return f"xml:{name[1]}" if name[0] == XML_NS else name[1]


def one_of(parts: Sequence[str], more: int = 0) -> str:
    """Alternatives in words: ``a, b or c``, ``a, b and 7 more``."""
    if more:
        return f"{', '.join(parts)} and {more} more"
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} or {parts[-1]}"


def all_of(parts: Sequence[str]) -> str:
    """Things in words: ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def some_of(parts: Iterable[str], shown: int = _SHOWN) -> str:
    """Alternatives in words, the rest of a long list only counted."""
    parts = list(parts)
    if len(parts) <= shown + 1:
        return one_of(parts)
    return one_of(parts[:shown], len(parts) - shown)


def quoted(text: str) -> str:
    """A piece of the document in quotation marks, on one line and not too long."""
    text = " ".join(text.split())
    return f"“{text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + '…'}”"
