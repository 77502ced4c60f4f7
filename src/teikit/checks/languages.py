"""Language tags in attributes, and whether the header lists them (Guidelines, section 2.4.2)."""

from __future__ import annotations

from dataclasses import dataclass

from teikit.checks.language_tags import Verdict, judge
from teikit.checks.places import shown_name
from teikit.checks.problem import Node, Problem, quoted, times
from teikit.checks.subtags import SHORTER
from teikit.tei import XML_LANG

_SINGLE = (XML_LANG, "mainLang", "targetLang", "docLang")
_CODES = {"malformed": "TK601", "unknown": "TK602", "long": "TK603"}
_NO_LANGUAGE = frozenset({"mul", "und", "zxx", "mis", "x"})


@dataclass(slots=True)
class _Use:
    """The first place of a language tag, and how many there are."""

    node: Node
    attribute: str
    count: int = 0


class Languages:
    """Collects the language tags of a document."""

    def __init__(self) -> None:
        self._uses: dict[str, _Use] = {}
        self._declared: set[str] = set()
        self._in_text: dict[str, _Use] = {}

    def visit(self, node: Node) -> None:
        """Note the language tags of an element."""
        attributes = node.attributes
        if not attributes:
            return
        for attribute in _SINGLE:
            tag = attributes.get(attribute, "").strip()
            if tag:
                use = self._note(node, attribute, tag)
                if attribute == XML_LANG:
                    self._in_text.setdefault(tag, use)
        if node.name in _OTHERS:
            for attribute in _OTHERS[node.name] & attributes.keys():
                for tag in attributes[attribute].split():
                    self._note(node, attribute, tag)
            if node.name == "language":
                self._declared.add(attributes.get("ident", "").strip().lower())

    def _note(self, node: Node, attribute: str, tag: str) -> _Use:
        use = self._uses.setdefault(tag, _Use(node, attribute))
        use.count += 1
        return use

    def finish(self) -> list[Problem]:
        """The problems: one for each tag."""
        problems = []
        for tag, use in self._uses.items():
            verdict = judge(tag)
            if verdict is not None:
                problems.append(_tell(tag, verdict, use))
        return problems + (self._undeclared() if self._declared else [])

    def _undeclared(self) -> list[Problem]:
        declared = {_language(tag) for tag in self._declared}
        told = []
        for tag, use in self._in_text.items():
            verdict = judge(tag)
            known = verdict is None or verdict.fault == "long"
            if known and _language(tag) not in declared | _NO_LANGUAGE:
                declared.add(_language(tag))
                message = f"<langUsage> does not list the language {quoted(tag)}"
                right = verdict.meant if verdict else tag
                hint = f'Add <language ident="{right}"> with the language\'s name to it.'
                told.append(Problem("TK604", message, hint, use.node, use.attribute, tag))
        return told


_OTHERS = {
    "langKnowledge": {"tags"},
    "langKnown": {"tag"},
    "language": {"ident"},
    "textLang": {"otherLangs"},
}


def _language(tag: str) -> str:
    """The language itself, without script, country or the like."""
    language = tag.lower().partition("-")[0]
    return SHORTER.get(language, language)


def _tell(tag: str, verdict: Verdict, use: _Use) -> Problem:
    name = shown_name(use.attribute)
    allowed = (verdict.meant,) if verdict.meant else ()
    hint = f'Write {name}="{verdict.meant}".' if verdict.meant else _LOOK_UP
    if verdict.fault == "malformed":
        message = f"@{name} {quoted(tag)} is not of the form of a language tag"
    elif verdict.fault == "unknown":
        message = f"in @{name} {quoted(tag)} the part “{verdict.part}” stands for nothing"
        if verdict.part == tag:
            message = f"@{name} {quoted(tag)} stands for no language"
    else:
        message = f"@{name} {quoted(tag)} has a longer code than BCP 47 wants"
    code = _CODES[verdict.fault]
    return Problem(
        code, message + times(use.count), hint, use.node, use.attribute, tag, allowed=allowed
    )


_LOOK_UP = "Write a tag of BCP 47: a language such as en, and a script or country if need be."
