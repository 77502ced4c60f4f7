"""Casts: the roles of a play, who speaks which, and what kinds of stage directions there are.

TEI Guidelines, sections 7.1.4 (cast lists) and 7.2.2 to 7.2.4 (speeches, stage directions).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from teikit.encode.model import Block
from teikit.encode.structure.numbers import unaccented

_ROLE = re.compile(
    r"_?(?P<role>[^,(:;{}\[\]_\n]*?[^\s,(:;{}\[\]_.])(?=\s*(?:[,(:;{}\[\]_\n]|\.?_?\s*\Z)| {2,})"
)
_DESCRIPTION = re.compile(
    r"(?:[^,\n(]|\([^()\n]*\))*?,\s+(?P<what>\S.*?\S)(?:(?<=[a-z])[.,;])?\s*\Z", re.DOTALL
)
_WORDS = re.compile(r"[^\W\d_]+")
_ARTICLES = frozenset("the a an of and der die das ein eine le la les un une il lo mr mrs".split())
_BOTH = re.compile(r"\s+(?:and|und|et|&)\s+|,\s*")
_DIRECTION = re.compile(r"[(\[].*", re.DOTALL)
_MOST_WORDS = 6
_NO_ROLES = frozenset("scene time place period ort zeit schauplatz".split())
# Who speaks that often is a person of the cast.
_OFTEN = 8
_LONGEST_SETTING = 2500
_MOST_SETTING = 4
_STAGED = frozenset({"act", "scene"})

_ENTRANCE = re.compile(
    r"\b(?:re-?)?enters?\b|\bcomes? (?:in|on|back)\b|\benter(?:ing)\b|\btritt (?:ein|auf)\b|"
    r"\bentrent?\b", re.IGNORECASE
)  # fmt: skip
_EXIT = re.compile(
    r"\bexits?\b|\bexeunt\b|\bgo(?:es)? (?:out|off)\b|\bleaves\b|\bab\b\.|\bsort(?:ent)?\b",
    re.IGNORECASE,
)
_DELIVERY = re.compile(
    r"[\[(_]*(?:aside|sings?|singing|sings|whispers|whispering|laughs|laughing|smiling|crying|"
    r"sobbing|shouting|reads|reading|(?:\w+ )?(?!only\b)\w+ly)[.:,;!)\]_]*",
    re.IGNORECASE,
)
_SETTING = re.compile(r"[_\[(]*(?:the )?(?:scene|schauplatz|sc[eè]ne)\b", re.IGNORECASE)


def kind_of_direction(words: str) -> str:
    """The value of ``@type`` for a stage direction; empty where none is sure.

    >>> kind_of_direction("[Enter Lane.]"), kind_of_direction("_Exeunt_"), kind_of_direction("So.")
    ('entrance', 'exit', '')
    """
    words = words.replace("_", " ").strip()
    comes, goes = _ENTRANCE.search(words), _EXIT.search(words)
    if comes and goes:
        return "mixed"
    if comes or goes:
        return "entrance" if comes else "exit"
    if _DELIVERY.fullmatch(words):
        return "delivery"
    return "setting" if _SETTING.match(words) else ""


def with_cast(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a play with roles, speakers and settings told.

    Args:
        text: the whole text.
        blocks: of the whole text, in order.

    Returns:
        The blocks; a ``castitem`` has the attributes ``id``, ``role`` (the offset of the end of
        the role's name) and ``desc`` (that of the beginning of its description), a ``speaker``
        has ``who``, what stands between the heading of an act or scene and its first speech is
        ``stage`` of the type ``setting``.
    """
    if not any(block.kind == "speaker" for block in blocks):
        return list(blocks)
    return list(_with_settings(_with_roles(text, blocks)))


@dataclass(slots=True)
class _Play:
    """A cast list and the speakers after it: the words of each role, how often a name speaks."""

    roles: dict[str, list[str]] = field(default_factory=dict)
    speakers: Counter[str] = field(default_factory=Counter)

    def facts(self) -> dict[str, dict[str, str]]:
        """The facts of blocks for each speaker: pointers to the roles, and how sure they are."""
        found = {name: _who(name, self.roles) for name in self.speakers}
        known = {name: {"who": who} for name, who in found.items() if who}
        left = {name: {"who": who, "cert": "medium"} for name, who in self._nickname(found)}
        return known | left

    def _nickname(self, found: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """The forms of the one name that is left, and the one role that does not speak."""
        said = {pointer for who in found.values() for pointer in who.split()}
        silent = [role for role in self.roles if f"#{role}" not in said]
        unknown = Counter[str]()
        for name, who in found.items():
            if not who:
                unknown[" ".join(_names(_DIRECTION.sub("", name)))] += self.speakers[name]
        if len(silent) == 1 and unknown:
            (nickname, often), *others = unknown.most_common()
            if often >= _OFTEN and all(count < _OFTEN for _, count in others):
                for name, who in found.items():
                    if not who and " ".join(_names(_DIRECTION.sub("", name))) == nickname:
                        yield name, f"#{silent[0]}"


def _with_roles(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    plays = [_Play()]
    used: set[str] = set()
    done: list[tuple[Block, int]] = []
    in_list = False
    for block in blocks:
        if block.kind == "castitem":
            if not in_list:
                plays.append(_Play())
            block = _role(text, block, plays[-1].roles, used)
        elif block.kind == "speaker":
            plays[-1].speakers[text[block.start : block.end]] += 1
        in_list = block.kind == "castitem"
        done.append((block, len(plays) - 1))
    speaking = [play.facts() if play.roles else {} for play in plays]
    for block, play in done:
        if block.kind == "speaker":
            facts = speaking[play].get(text[block.start : block.end], {})
            block = replace(block, attributes={**block.attributes, **facts})
        yield block


def _role(text: str, block: Block, roles: dict[str, list[str]], used: set[str]) -> Block:
    match = _ROLE.match(text, block.start, block.end)
    words = _names(match["role"]) if match else []
    if match is None or not 0 < len(words) <= _MOST_WORDS or words[0] in _NO_ROLES:
        return block
    base = identifier = f"role-{'-'.join(words)}"[:60]
    number = 1
    while identifier in used:
        number += 1
        identifier = f"{base}-{number}"
    used.add(identifier)
    roles[identifier] = words
    facts = {"id": identifier, "role": str(match.end("role"))}
    what = _DESCRIPTION.match(text, match.end("role"), block.end)
    if what:
        facts |= {"desc": str(what.start("what")), "desc-end": str(what.end("what"))}
    return replace(block, attributes={**block.attributes, **facts})


def _names(words: str) -> list[str]:
    found = _WORDS.findall(unaccented(words))
    return [word for word in found if word not in _ARTICLES] or found


def _who(speaker: str, roles: dict[str, list[str]]) -> str:
    """The pointers to the roles of those who speak; empty where one of them is not known."""
    bare = _DIRECTION.sub("", speaker)
    found: list[str] = []
    for name in filter(None, (part.strip(" _.:,") for part in _BOTH.split(bare))):
        role = _only(_names(name), roles)
        if not role:
            return ""
        found.append(f"#{role}")
    return " ".join(dict.fromkeys(found))


def _only(words: Sequence[str], roles: dict[str, list[str]]) -> str:
    """The one role that a name, or an abbreviated one, fits; empty for none or several."""
    if not words:
        return ""
    exact = [role for role, names in roles.items() if names == list(words)]
    fits = exact or [role for role, names in roles.items() if _abbreviates(words, names)]
    return fits[0] if len(fits) == 1 else ""


def _abbreviates(words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether each word begins a word of a name, in their order."""
    rest = iter(names)
    return all(any(name.startswith(word) for name in rest) for word in words)


def _with_settings(blocks: Iterator[Block]) -> Iterator[Block]:
    """Make stage directions of what stands under the heading of an act or scene."""
    waiting: list[Block] = []
    staged = False
    for block in blocks:
        if block.kind == "head":
            yield from waiting
            waiting = []
            staged = block.attributes.get("type") in _STAGED or (
                staged and "sub" in block.attributes
            )
            yield block
        elif staged and block.kind in {"p", "stage"} and len(waiting) < _MOST_SETTING:
            waiting.append(block)
        else:
            if staged and block.kind == "speaker":
                yield from map(_setting, waiting)
            else:
                yield from waiting
            waiting, staged = [], False
            yield block
    yield from waiting


def _setting(block: Block) -> Block:
    if block.kind == "stage" and block.attributes.get("type"):
        return block
    if block.end - block.start > _LONGEST_SETTING or "within" in block.attributes:
        return block
    return replace(block, kind="stage", attributes={**block.attributes, "type": "setting"})
