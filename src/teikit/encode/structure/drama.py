"""Drama: who speaks in a play, and what is done on the stage.

Plays are printed in a few forms, and each keeps to one. A form is found where the same names open
paragraphs again and again, by turns and close together: prose never does that.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from teikit.encode.model import Block, Span
from teikit.encode.structure.cast import kind_of_direction
from teikit.encode.structure.headings import heading
from teikit.encode.structure.named_headings import Heading, list_heading, named_heading
from teikit.encode.structure.paragraphs import Layout, Paragraph
from teikit.encode.structure.spoken_verse import in_verse, spoken_lines
from teikit.encode.structure.stanzas import turned
from teikit.encode.structure.typography import ITALIC, ITALIC_CLOSED, ITALIC_OPENED
from teikit.encode.structure.verse import is_verse

_TITLE = r"(?:Mrs?|Dr|St|Rev|Hon|Mme|Mlle|Sr|Jr)\."
_WORD = (
    rf"(?:{_TITLE}|[A-Z]\.|[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*|"
    r"(?:the|of|a|an|and|de|von|van|la)(?=\s))"
)
_NAME = rf"(?P<who>{_WORD}(?: {_WORD}| &){{0,4}})"
_CAPITALS = r"(?P<who>(?:[^\W\d_a-z]['’.-]?)+(?: (?:[^\W\d_a-z]['’.-]?)+| &){0,4}?)"
_DOES = r"(?:,?\s*(?:\([^()]{1,300}\)|\[[^\[\]]{1,300}\]))?"
# “M. DUPONT, à part.”
_ASIDE = r",\s_?[^\W\dA-Z_][^\n.:_]{1,60}_?"
# The stop after a name may stand in its direction: “Halla (rising.)”.
_STOPPED = rf"(?:{_DOES}[.:]|,?\s*(?:\([^()]{{1,300}}[.!:]\)|\[[^\[\]]{{1,300}}[.!:]\]))"

_FORMS = {
    "italic line": re.compile(rf"(?P<speaker>_{_NAME}{_DOES}(?:[.:]_|_[.:]))\Z"),
    "italic": re.compile(rf"(?P<speaker>_{_NAME}[.:]?_[.:]?)(?=\s)"),
    "capitals line": re.compile(
        rf"(?P<speaker>{_CAPITALS}(?:{_DOES}|{_ASIDE})[.:]?)[^\S\n]*(?:\n|\Z)"
    ),
    "capitals": re.compile(rf"(?P<speaker>{_CAPITALS}{_STOPPED})(?=\s|--|—)"),
    "capitals tab": re.compile(rf"(?P<speaker>{_CAPITALS}{_DOES})(?=\t)"),
    "plain line": re.compile(rf"(?P<speaker>{_NAME}{_DOES}[.:]?)[^\S\n]*(?:\n|\Z)"),
    "plain": re.compile(rf"(?P<speaker>{_NAME}{_STOPPED})(?=\s)"),
}
"""How the plays that people bring print a speaker: alone on a line, or before the words."""

# Paragraphs of prose mostly open with one word and a small one: that is none of the forms.
_PROSE = re.compile(r"[^\W\d_]+ (?!(?:the|of|a|an|and|de|von|van|la)\s)[a-z]")

_ITALIC_FORMS = {form: _FORMS[form] for form in ("italic line", "italic")}
_OTHER_FORMS = {form: pattern for form, pattern in _FORMS.items() if form not in _ITALIC_FORMS}

# What opens sentences and entries as a speaker's name opens a speech.
_NO_NAMES = frozenset(
    "mr mrs dr st no fig vol chap hon rev messrs mlle mme m note nb ps p s sec art item scene act "
    "chorus enter exit exeunt sc the".split()
)
# Who speaks by turns in an interview or before a court: question and answer.
_DIRECTIONS = ("enter", "reenter", "exit", "exeunt", "manent")
_QUESTIONS = frozenset("qa")
_FEWEST_SPEECHES = 8
_FEWEST_TURNS = 3
# What numbers name, as “Exper. 1.”, speaks no more than “Fig. 2” does.
_NUMBER = re.compile(r"\s+(?:\d+\.?|[IVXLC]+\.)\s+\S")
# Paragraphs between two speeches of one play.
_FURTHEST = 24
# Of so many paragraphs of a scene one at least is a speaker's name, where that has no form.
_SPARSEST = 5
_AFTER_NAME = re.compile(r"\s+(?P<does>[(\[]|(?<=, )_?[^\W\dA-Z_]|(?<=,\n)_?[^\W\dA-Z_])")
_NEAR = 2
_SHORTEST = 3
_LONGEST_STAGE = 1200

# Who leaves: “All but Hamlet exit.”, “Ghost and Hamlet exit.”, “He exits with Antonio.”
_LEAVERS = (
    r"(?-i:(?:[A-Z][\w’'-]*,?|and|but|the|all|some|with|of|his|her|their|others?|rest|train|&)\s+)"
    r"{1,12}"
)
_SOUNDS = (
    r"flourish|alarums?|sennet|tucket|hautboys|thunder|trumpets?|drums?|knock(?:ing)?|horns?|music|"
    r"shouts?|noise|bells?|cornets?|cannons?"
)
_STAGE = re.compile(
    r"\[[^\[\]]{3,}\]?|\((?=_?[^\W\d_a-z])[^()]{3,}\)|(?P<italic>_[^_]+_)|"
    r"[_\[(]*(?:re-?)?(?:enter|exit|exeunt|flourish|alarums?)\b.{0,300}|"
    r"scene[.:]?\s*(?:--|—|–|:)\s*\S.{0,900}|"
    rf"{_LEAVERS}exits?\b[^?!]{{0,120}}\.|then enter\b.{{0,300}}|"
    rf"(?:an? )?(?:{_SOUNDS})(?: and (?:{_SOUNDS}))?"
    r"(?: (?:within|without|sounds?|sounded|rings?|for|of|off)\b[^?!.]{0,60})?\.|"
    r"[_\[(]*(?:the )?(?:curtain|act[- ]drop|tableau|exeunt|vorhang|rideau)\b[^\n]{0,40}",
    re.IGNORECASE | re.DOTALL,
)
_STAGE_IN_SPEECH = re.compile(
    # “[Greek: logos]” says in which letters a word was printed.
    r"\[(?!\d|[*†‡]\]|Footnote|Illustration|Greek:|Hebrew:|Arabic:)[^\[\]]{2,}\]|\(_([^_()]+)_\)|"
    r"\((?=[^\W\d_a-z])[^()\n]{3,80}\.\)|"
    r"\((?:aside|rising|kneeling|reading|laughing|laughs|singing|sings|whispering|exit|exeunt|"
    r"smiling|sighing|to [A-Z]\w+)[^()\n]{0,60}\)|"
    # At the end of a line, far to the right: “Exit.”
    r"(?<=[^\S\n]{3})(?:Exit|Exeunt|Dies|Aside)\b[^\n\[\]]{0,40}(?=\n|\Z)"
)


@dataclass(frozen=True, slots=True)
class Play:
    """What is drama in a text.

    Attributes:
        blocks: for the index of a paragraph its blocks: ``speaker``, with the rest of the
            paragraph as ``p`` or ``lg``, or ``stage``.
        spoken: indexes of the paragraphs that go on with a speech.
    """

    blocks: dict[int, list[Block]]
    spoken: AbstractSet[int]


@dataclass(frozen=True, slots=True)
class _Speech:
    at: int
    who: str
    end: int


def find_plays(
    text: str, found: Sequence[Paragraph], taken: AbstractSet[int], layout: Layout
) -> Play:
    """The plays in a text.

    Args:
        text: the whole text.
        found: its paragraphs, apparatus left out.
        taken: indexes of the paragraphs that are something else.
        layout: how wide the text's lines run.
    """
    by_form: dict[str, list[_Speech]] = defaultdict(list)
    for at, paragraph in enumerate(found):
        if at not in taken:
            for form, speech in _speeches(text, paragraph, at):
                by_form[form].append(speech)
    plays = {form: list(_scenes(speeches)) for form, speeches in by_form.items()}
    if "plain line" in plays:
        plays["plain line"] = [scene for scene in plays["plain line"] if _is_dense(scene)]
    count = {form: sum(map(len, scenes)) for form, scenes in plays.items() if scenes}

    def speaks(form: str) -> bool:
        """Asked only of what may be the form of the text: it looks at much."""
        return not form.endswith("line") or _stand_above_text(text, found, by_form[form], layout)

    form = next(filter(speaks, sorted(count, key=lambda form: -count[form])), "")
    alike = form == "plain line" and count.get("capitals line", 0) * 10 >= count[form] * 9
    if alike and speaks("capitals line"):
        # What else stands alone on a line, as in a list of persons, does not speak.
        form = "capitals line"
    scenes = plays.get(form, [])
    blocks = in_verse(
        text,
        found,
        {
            speech.at: _speech_blocks(text, found[speech.at], speech, layout)
            for scene in scenes
            for speech in scene
        },
        layout,
    )
    spoken: set[int] = set()
    for scene in scenes:
        last = scene[-1].at + (blocks[scene[-1].at][-1].kind not in {"p", "lg"})
        for at in range(max(scene[0].at - 2, 0), min(last + 2, len(found))):
            if at in taken or at in blocks:
                continue
            stage = _stage(text, found[at])
            if stage:
                blocks[at] = [stage]
            elif scene[0].at < at <= last:
                spoken.add(at)
    return Play(blocks, spoken)


def _speeches(text: str, paragraph: Paragraph, at: int) -> Iterator[tuple[str, _Speech]]:
    """The speeches that a paragraph may open, by the forms that it has."""
    first = text[paragraph.start]
    if first != "_" and not first.isupper():
        return
    if _PROSE.match(text, paragraph.start, paragraph.end):
        return
    is_heading: bool | None = None  # until it is asked
    for form, pattern in (_ITALIC_FORMS if first == "_" else _OTHER_FORMS).items():
        match = pattern.match(text, paragraph.start, paragraph.end)
        if match is None:
            continue
        if is_heading is None:
            words = text[paragraph.start : paragraph.lines[0].end]
            is_heading = bool(named_heading(words) or list_heading(words))
        if is_heading:
            return
        if _NUMBER.match(text, match.end("speaker"), paragraph.lines[0].end):
            continue
        who = "".join(filter(str.isalnum, match["who"])).casefold()
        if who.startswith(_DIRECTIONS):
            continue
        # “TO G. DEL RIO” has an initial where a speaker’s name would end; signatures have some.
        names = re.split(r"[\s.]+", match["who"].rstrip("."))
        initial = any(len(name) == 1 for name in (names if form == "plain line" else names[-1:]))
        if who in _QUESTIONS or (who not in _NO_NAMES and not (initial and "italic" not in form)):
            yield form, _Speech(at, who, match.end("speaker"))


def _stand_above_text(
    text: str, found: Sequence[Paragraph], speeches: Sequence[_Speech], layout: Layout
) -> bool:
    """Whether names on lines of their own speak what follows, and are no headings or signatures.

    Those stand beside other headings.
    """
    alone = [speech.at for speech in speeches if speech.end == found[speech.at].end]
    beside = sum(
        any(_heading_at(text, found, near, layout) for near in (at - 1, at + 1)) for at in alone
    )
    return len(speeches) > 4 * beside


def _heading_at(text: str, found: Sequence[Paragraph], at: int, layout: Layout) -> Heading | None:
    following = found[at + 1] if at + 1 < len(found) else None
    return heading(text, found[at], following, layout) if 0 <= at < len(found) else None


def _scenes(speeches: Sequence[_Speech]) -> Iterator[list[_Speech]]:
    """Speeches that stand close together, by speakers who take turns.

    Who speaks in a sure scene is known, and makes a short one sure.
    """
    turns: Counter[str] = Counter()
    before = ""
    for speech in speeches:
        turns[speech.who] += speech.who != before
        before = speech.who
    names = {who for who, count in turns.items() if count >= _FEWEST_TURNS}
    close = list(_close(speeches))
    sure = [_from_known(scene, names, _FEWEST_SPEECHES) for scene in close]
    known = {speech.who for scene in sure for speech in scene} & names
    for scene, found in zip(close, sure, strict=True):
        found = found or _from_known(scene, known, 2)
        if found:
            yield found


def _close(speeches: Sequence[_Speech]) -> Iterator[list[_Speech]]:
    scene: list[_Speech] = []
    for speech in speeches:
        if scene and speech.at - scene[-1].at > _FURTHEST:
            yield scene
            scene = []
        scene.append(speech)
    if scene:
        yield scene


def _is_dense(scene: Sequence[_Speech]) -> bool:
    """Whether names on lines of their own come so often as speakers do, and not as signatures."""
    return len(scene) * _SPARSEST >= scene[-1].at - scene[0].at + 1


def _from_known(scene: list[_Speech], names: AbstractSet[str], fewest: int) -> list[_Speech]:
    """A scene from the first known speaker to the last; empty where too few are known.

    Between the two a name may come but once.
    """
    known = [speech for speech in scene if speech.who in names]
    speakers = len({speech.who for speech in known})
    if len(known) < fewest or speakers < 2 or len(known) * 2 <= len(scene):
        return []
    first, last = scene.index(known[0]), scene.index(known[-1])
    # A play may spell its speakers out once, and abbreviate them then.
    while first and _is_alike(scene[first - 1], scene[first], names):
        first -= 1
    while last + 1 < len(scene) and _is_alike(scene[last + 1], scene[last], names):
        last += 1
    return scene[first : last + 1]


def _is_alike(speech: _Speech, near: _Speech, names: AbstractSet[str]) -> bool:
    """Whether a speech stands beside another one and its speaker is known by a like name."""
    if abs(speech.at - near.at) > _NEAR:
        return False
    return len(speech.who) >= _SHORTEST and any(
        name.startswith(speech.who) or (len(name) >= _SHORTEST and speech.who.startswith(name))
        for name in names
    )


def _speech_blocks(text: str, paragraph: Paragraph, speech: _Speech, layout: Layout) -> list[Block]:
    blocks = _speaker(text, paragraph.start, speech.end)
    words = text[speech.end : paragraph.end]
    start = speech.end + len(words) - len(words.lstrip())
    if start == paragraph.end:
        return blocks
    lines = spoken_lines(paragraph, start)
    # A direction stands between the speaker and what is spoken.
    facts = {"spoken": "yes"} if len(blocks) > 1 else {}
    if is_verse(text, lines, layout):
        facts |= turned(text, lines, layout)
        return [*blocks, Block("lg", start, paragraph.end, facts)]
    return [*blocks, Block("p", start, paragraph.end, facts)]


def _speaker(text: str, start: int, end: int) -> list[Block]:
    """The blocks of a speaker, and of what is said of the speech: “Halla (rising)”."""
    italic = text[start] == "_" and text[end - 1] == "_"
    direction = _AFTER_NAME.search(text, start, end)
    if direction is None:
        return [Block("speaker", start, end, {"rend": ITALIC} if italic else {})]
    at = direction.start("does")
    before, after = ({"rend": ITALIC_OPENED}, {"rend": ITALIC_CLOSED}) if italic else ({}, {})
    return [
        Block("speaker", start, direction.start(), before),
        Block("stage", at, end, {**after, **_typed(text[at:end])}),
    ]


def _stage(text: str, paragraph: Paragraph) -> Block | None:
    """The block of a paragraph that is a stage direction as a whole."""
    if paragraph.end - paragraph.start > _LONGEST_STAGE:
        return None
    match = _STAGE.fullmatch(text, paragraph.start, paragraph.end)
    if match is None or text.startswith("[Footnote", paragraph.start):
        return None
    facts = {"rend": ITALIC} if match["italic"] and not match["italic"][1].isspace() else {}
    facts |= _typed(match.group())
    return Block("stage", paragraph.start, paragraph.end, facts)


def directions(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """The stage directions inside speeches, in square brackets or in italics in round ones."""
    speech = False
    for block in blocks:
        if block.kind == "speaker":
            speech = True
        elif block.kind not in {"p", "lg"} or not ("spoken" in block.attributes or speech):
            speech = False
        else:
            speech = "spoken" in block.attributes
            yield from _directions(text, block)


def _directions(text: str, block: Block) -> Iterator[Span]:
    for match in _STAGE_IN_SPEECH.finditer(text, block.start, block.end):
        if any(map(str.isdecimal, match.group())):
            # A reference: “[Prov. 24. 9]”.
            continue
        facts = _typed(match.group())
        if match[1]:
            start, end = match.start() + 1, match.end() - 1
            yield Span(start, end, "stage", {"rend": ITALIC, **facts}, annotator="drama")
        else:
            yield Span(match.start(), match.end(), "stage", facts, annotator="drama")


def _typed(words: str) -> dict[str, str]:
    kind = kind_of_direction(words)
    return {"type": kind} if kind else {}
