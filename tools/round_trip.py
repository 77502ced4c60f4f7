"""What comes back of real TEI that is made into plain text and converted again.

    python tools/round_trip.py plays/*.xml > table.md

The text has no markup left to go by: names of speakers, headings and verses are lines like others.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from lxml import etree

import teikit
from teikit.tei import tei

_COUNTED = {
    "divisions": ("div", "div1", "div2", "div3"),
    "speeches": ("sp",),
    "stage directions": ("stage",),
    "verses": ("l",),
}
_HEAD = "| text | " + " | ".join(_COUNTED) + " |\n|---" + "|---" * len(_COUNTED) + "|"


def main() -> None:
    """Print a row for each document, found of expected, and one for all of them."""
    print(_HEAD)
    found, expected = Counter[str](), Counter[str]()
    for name in sys.argv[1:]:
        before = _counts(etree.parse(name))
        text = teikit.transform(name, to="text")
        after = _counts(teikit.convert(text.encode()).tree)
        found += after
        expected += before
        print(_row(Path(name).stem, after, before))
    print(_row("all", found, expected))


def _counts(tree: etree._ElementTree) -> Counter[str]:
    """What there is in the body; of divisions those with a heading."""
    body = tree.find(f".//{tei('body')}")
    counts: Counter[str] = Counter()
    for name, elements in _COUNTED.items():
        for element in body.iter(*map(tei, elements)) if body is not None else ():
            counts[name] += name != "divisions" or element.find(tei("head")) is not None
    return counts


def _row(name: str, found: Counter[str], expected: Counter[str]) -> str:
    return f"| {name} | " + " | ".join(f"{found[k]} of {expected[k]}" for k in _COUNTED) + " |"


if __name__ == "__main__":
    main()
