"""What the parts of the explanation share."""

from __future__ import annotations

from dataclasses import dataclass

from teikit.validate.expectations import Expectations


@dataclass(frozen=True, slots=True)
class Told:
    """A problem in words.

    Attributes:
        message: what is wrong.
        hint: what to do.
        allowed: what may stand there, the likeliest first.
    """

    message: str
    hint: str = ""
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What explanations are based on.

    Attributes:
        expectations: what the grammar expects, with the document's usage.
        language: what the schema is called in sentences: ``"TEI"`` or ``"this schema"``.
    """

    expectations: Expectations
    language: str
