"""Which conventions the headings of a text follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from teikit.encode.conventions.load import known
from teikit.encode.conventions.model import Choice, Given, HeadingConvention
from teikit.encode.model import Block
from teikit.encode.structure.close_headings import part_headings
from teikit.encode.structure.headings import heading
from teikit.encode.structure.marked_headings import are_comments, find_marked, set_apart
from teikit.encode.structure.paragraphs import Layout, MarkedHeading, Paragraph

# So many make a convention; one does, where it opens the text.
_FEWEST_MARKED = 2
_FEWEST_CENTRED = 3
# Where marks tell headings, typography tells none.
_GUESSES = frozenset({"capitals", "space", "centre"})
_STYLES = {
    "numeral": "number", "number": "number", "sign": "number", "numeral title": "numbered title",
    "number title": "numbered title", "capitals": "capitals", "plain": "space",
    "centred": "centre",
}  # fmt: skip


def find_headings(
    text: str, found: list[Paragraph], layout: Layout, given: Given
) -> tuple[list[Paragraph], Layout]:
    """Find the conventions of a text's headings.

    Returns:
        The paragraphs, headings with marks set apart; and the layout with what holds.
    """
    said = "headings" in given.of
    conventions = [
        one
        for one in given.of.get("headings", tuple(known("headings").values()))
        if isinstance(one, HeadingConvention)
    ]
    rules = {one.match for one in conventions if one.match}
    marked = []
    for one in conventions:
        if not (one.before or one.around or one.below):
            continue
        these = find_marked(text, found, one)
        if one.before and not said and are_comments(text, found, these):
            continue
        opens = bool(these) and these[0].start == found[0].start
        if said or opens or len(these) >= _FEWEST_MARKED:
            marked += these
            if not said and not one.below:
                rules -= _GUESSES
    headings: Mapping[int, MarkedHeading] = {}
    if marked:
        found, headings = set_apart(found, marked)
    layout = replace(layout, marked=headings)
    found = part_headings(text, found, layout, rules)
    patterns = tuple(one for one in conventions if one.pattern)
    layout = replace(layout, patterns=patterns)
    if "centre" in rules and not said and not _is_centring(text, found, layout):
        rules.discard("centre")
    return found, replace(layout, heading_rules=frozenset(rules))


def _is_centring(text: str, found: Sequence[Paragraph], layout: Layout) -> bool:
    """Whether so many lines stand in the middle that it must be the text's way."""
    only = replace(layout, heading_rules=frozenset({"centre"}), marked={}, patterns=())
    centred = 0
    for at, paragraph in enumerate(found):
        if paragraph.lines[0].indent and at + 1 < len(found):
            centred += heading(text, paragraph, found[at + 1], only) is not None
            if centred >= _FEWEST_CENTRED:
                return True
    return False


def weigh_headings(blocks: Sequence[Block], given: Given) -> Iterator[Choice]:
    """How many of a text's headings each convention accounts for."""
    heads = [block for block in blocks if block.kind == "head" and "sub" not in block.attributes]
    heads = [block for block in heads if block.attributes["style"] != "list"]
    counts = Counter(map(_origin, heads))
    said = given.of.get("headings")
    for one in said if said is not None else known("headings").values():
        assert isinstance(one, HeadingConvention)
        count = counts[_key(one)]
        if count or said is not None:
            why = f"{count} of {len(heads)} headings"
            score = count / len(heads) if heads else 0.0
            yield Choice("headings", one.name, one.gloss, score, why, True, said is not None)


def _key(convention: HeadingConvention) -> str:
    if convention.below:
        return "below"
    return convention.match or (convention.before or convention.around)[:1] or convention.name


def _origin(head: Block) -> str:
    """The rule, marks or name of the convention that a heading follows."""
    form = head.attributes.get("rend", "")
    if form.startswith("…"):
        return "below"
    if form:
        return form[0]
    style = head.attributes["style"].replace(" line", " title")
    if style.startswith("decimal"):
        return "numbered title"
    return _STYLES.get(style, "name" if style == head.attributes["type"] else style)
