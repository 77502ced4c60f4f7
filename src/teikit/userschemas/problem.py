"""What a schema of the user's own finds wrong."""

from __future__ import annotations

from dataclasses import dataclass

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Problem:
    """A place where a document breaks its schema.

    Attributes:
        line: the line of the element's start tag, from 1; 0 if it is not known.
        message: what is wrong, as a sentence without a full stop.
        element: the name of the element, without namespace; may be empty.
    """

    line: int
    message: str
    element: str


def sentence(text: str) -> str:
    """A library's message in one line without a full stop, cut where it goes on and on."""
    text = " ".join(text.split()).rstrip(".")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"
