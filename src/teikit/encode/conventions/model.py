"""What a convention says, and which ones hold in a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Aspect = Literal["paragraphs", "pages", "headings", "notes", "verse"]
ASPECTS: tuple[Aspect, ...] = ("paragraphs", "pages", "headings", "notes", "verse")
"""What conventions are about, in the order in which they are found."""

Place = Literal["page", "paragraph", "division", "book"]
"""Where the bodies of notes stand: at a page's foot, after the paragraph, at an end."""


@dataclass(frozen=True, slots=True)
class ParagraphConvention:
    """How paragraphs are parted; ``paragraphs.toml`` says what the fields mean."""

    name: str
    gloss: str = ""
    opens: Literal["blank line", "indent", "line"] = "blank line"


@dataclass(frozen=True, slots=True)
class PageConvention:
    """How pages are parted; ``pages.toml`` says what the fields mean."""

    name: str
    gloss: str = ""
    number: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ("figures",)
    alone: bool = False
    breaks: Literal["", "form feed", "running head"] = ""


@dataclass(frozen=True, slots=True)
class HeadingConvention:
    """How headings look; ``headings.toml`` says what the fields mean."""

    name: str
    gloss: str = ""
    match: Literal["", "name", "number", "numbered title", "capitals", "space", "centre"] = ""
    before: str = ""
    around: str = ""
    below: tuple[str, ...] = ()
    pattern: str = ""
    type: str = "section"
    level: int = 0


@dataclass(frozen=True, slots=True)
class NoteConvention:
    """How notes are printed; ``notes.toml`` says what the fields mean."""

    name: str
    gloss: str = ""
    marker: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ("figures",)
    evidence: Literal["marker", "order"] = "marker"
    stand: tuple[Place, ...] = ("page", "paragraph", "division", "book")
    restarts: bool | None = None


@dataclass(frozen=True, slots=True)
class VerseConvention:
    """How verse is told from prose; ``verse.toml`` says what the fields mean."""

    name: str
    gloss: str = ""
    lines: Literal["short", "every"] = "short"


Convention = (
    ParagraphConvention | PageConvention | HeadingConvention | NoteConvention | VerseConvention
)

KINDS: Mapping[Aspect, type[Convention]] = {
    "paragraphs": ParagraphConvention,
    "pages": PageConvention,
    "headings": HeadingConvention,
    "notes": NoteConvention,
    "verse": VerseConvention,
}
"""The class of each aspect's conventions."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A convention that was weighed for a text.

    Attributes:
        aspect: what it is about.
        name: its name.
        gloss: what it says, in a phrase.
        score: how much of what looks like it proved to be so, from 0 to 1.
        why: what speaks for it, or against it, in a phrase.
        holds: whether it was chosen.
        given: whether the user said so.
    """

    aspect: Aspect
    name: str
    gloss: str
    score: float
    why: str
    holds: bool
    given: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says about a text's conventions.

    Attributes:
        of: for each aspect that is said anything about, the conventions that hold, in order;
            none where the text has nothing of the kind.
    """

    of: Mapping[Aspect, Sequence[Convention]] = field(default_factory=dict)

    def or_else(self, other: Given) -> Given:
        """These, with the other's where these say nothing."""
        return Given({**other.of, **self.of})


NOTHING_GIVEN = Given()
"""Everything is to be found out."""
