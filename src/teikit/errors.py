"""Errors that a user can cause: each says what is wrong, where, and what to do."""

from __future__ import annotations


class TeikitError(Exception):
    """A mistake in the input or the call, told in one sentence.

    Args:
        message: what is wrong, as a sentence without a final full stop's worth of jargon.
        hint: what the user can do about it; may be empty.
        place: where, as ``file``, ``file:line`` or ``file:line:column`` (all from 1); may be empty.
    """

    def __init__(self, message: str, *, hint: str = "", place: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.place = place

    def __str__(self) -> str:
        """The place and the sentence, then the hint on a line of its own."""
        head = f"{self.place}: {self.message}" if self.place else self.message
        return f"{head}\nHint: {self.hint}" if self.hint else head


class InputError(TeikitError):
    """A file or stream that cannot be read as what it should be."""


class UsageError(TeikitError):
    """An option or argument that makes no sense."""


class OutputError(TeikitError):
    """A result that cannot be written where it was asked for."""
