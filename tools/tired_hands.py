"""Break real documents of ten projects as a tired person would, and print what teikit says of them.

    python tools/tired_hands.py ../shared > docs/mistakes.md

Findings that the document had before are left out, and so is all of the source but the line that a
finding shows.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from teikit.validate.api import Validator
from teikit.validate.finding import Finding, Report
from teikit.validate.reporters.registry import Options, reporter

_HEAD = """# Tired hands

Documents of ten projects (CC0 or CC BY), each broken as a tired person breaks a file, and what
`teikit validate` says. Made by `tools/tired_hands.py`; mistakes that a document had before are
left out."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake.

    Attributes:
        told: what the person did.
        pattern: regular expression for the place.
        instead: what comes there.
        after: the place is the first one after this text.
    """

    told: str
    pattern: str
    instead: str
    after: str = ""

    def make(self, text: str) -> str:
        """The document with the mistake."""
        start = text.index(self.after)
        broken, count = re.subn(self.pattern, self.instead, text[start:], count=1)
        assert count, self.told
        return text[:start] + broken


_FILES: dict[str, tuple[str, tuple[Slip, ...]]] = {
    "A00001__A00001.xml": (
        "Text Creation Partnership, A00001",
        (
            Slip("forgot to close a `<hi>`", r"<hi>(\w+)</hi>", r"<hi>\1", "<body>"),
        ),
    ),
    "ELTeC-eng__ENG18740_Ouida.xml": (
        "ELTeC-eng, Ouida",
        (
            Slip(
                "pasted a sentence with `&` from the word processor",
                "Bébée went home, and",
                "Bébée went home &",
            ),
        ),
    ),
    "ELTeC-fra__FRA00302_Aimard.xml": (
        "ELTeC-fra, Aimard",
        (
            Slip("let the editor make the quotation marks nice", r'<foreign rend="italic">',
                 "<foreign rend=“italic”>"),
        ),
    ),
    "ISicily__ISic001492.xml": (
        "I.Sicily, ISic001492",
        (
            Slip("copied a `<respStmt>`, ID and all", r'xml:id="DD"', 'xml:id="AA"'),
            Slip("took the `<authority>` out of the header", r"<authority>[^<]*</authority>", ""),
        ),
    ),
    "milestones__1914-1920.xml": (
        "Office of the Historian, Milestones",
        (
            Slip("typed a date in words", 'from="1915" to="1934"', 'from="July 1915" to="1934"'),
            Slip("misspelt a name", "<persName>Woodrow Wilson</persName>",
                 "<persname>Woodrow Wilson</persname>", "<body>"),
            Slip("put a paragraph into a heading",
                 r"<head>(U.S. Invasion[^<]*)", r"<head><p>\1</p>"),
        ),
    ),
    "frus-history__1970-11-06-hac-meeting-minutes.xml": (
        "Office of the Historian, minutes of 1970",
        (
            Slip("wrote a paragraph straight into a list", r"<list>(\s*<item>The Advisory)",
                 r"<list><p>Present were:</p>\1"),
            Slip("took the word “type” for the name of the attribute", 'rend="underline"',
                 'type="underline"'),
        ),
    ),
    "gerdracor__benedix-das-bemooste-haupt.xml": (
        "GerDraCor, Benedix",
        (
            Slip("made a speaker a heading", "<speaker>Marquis.</speaker>",
                 "<head>Marquis.</head>", "<body>"),
            Slip("wrote a stage direction into the speech", "(<speaker>Hauptmann.</speaker>)",
                 r"\1 (ab)", "<body>"),
        ),
    ),
    "rusdracor__krylov-amerikantsy.xml": (
        "RusDraCor, Krylov",
        (
            Slip("lost the namespace in a conversion", ' xmlns="http://www.tei-c.org/ns/1.0"', ""),
        ),
    ),
    "castello-anima-TEI-IA__esempio3visualizzatore.xml": (
        "Castello dell’anima, example",
        (
            Slip("misspelt `@hand`", ' hand="#ink_1"', ' hands="#ink_1"'),
            Slip("said in words how certain it is", 'cert="medium"', 'cert="fairly sure"'),
            Slip("forgot the paragraph around a segment",
                 r"<body>\s*<p>([\s\S]*)</p>\s*</body>", r"<body>\1</body>"),
        ),
    ),
    "castello-anima-TEI-IA__tassonomia-gh.xml": (
        "Castello dell’anima, taxonomy",
        (
            Slip("closed two elements in the wrong order", r"</catDesc>\s*</category>",
                 "</category></catDesc>"),
        ),
    ),
    "srophe-app-data__147.xml": (
        "Syriaca.org, place 147",
        (
            Slip("deleted the title", r'<title level="a" xml:lang="en">[^<]*</title>', ""),
            Slip("copied a date from a catalogue",
                 'from="2014" to="2018"', 'from="2014" to="18.3.2018"'),
        ),
    ),
}  # fmt: skip


def main() -> None:
    """Print the page."""
    folder = Path(sys.argv[1]) / "conformance" / "real"
    validator = Validator("tei_all")
    print(_HEAD)
    for name, (title, slips) in _FILES.items():
        text = (folder / name).read_text("utf-8")
        known = {_mark(finding) for finding in validator.validate(text.encode(), name).findings}
        for slip in slips:
            text = slip.make(text)
        short = name.partition("__")[2]
        report = validator.validate(text.encode(), short)
        new = tuple(finding for finding in report.findings if _mark(finding) not in known)
        pieces = reporter("text")([Report(short, "tei_all", new)], Options(quiet=True, width=96))
        print(f"\n## {title}\n\nSomebody {_all(slip.told for slip in slips)}.\n")
        print(f"```text\n{''.join(pieces).rstrip()}\n```")


def _mark(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def _all(parts: Iterable[str]) -> str:
    told = list(parts)
    return ", and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


if __name__ == "__main__":
    main()
