"""Write a page that shows what becomes of real texts, and what Pandoc makes of them.

    python tools/prove_texts.py ../shared > docs/texts.md

jing and pandoc must be installed. ``index.json`` in the folder of texts says what is in them.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

import teikit
from teikit.encode.convert import Conversion
from teikit.encode.inspect import Division
from teikit.encode.inspect import inspect as inspect_text
from teikit.tei import tei
from teikit.text.source import Source

_HEAD = """# Real texts

What becomes of twenty books, plays, letters and scans, and what Pandoc {version}
(`-f markdown -t tei`) makes of the same files. Made by `tools/prove_texts.py`; a test holds the
figures. “3 of 3” is what is in the TEI, of what a count by hand and by regular expressions found in
the text; “–” where nothing was counted.
"""
_TABLE = """
## teikit

| text | valid | lossless | divisions | notes | others |
|---|---|---|---|---|---|"""
_PANDOC = """
## Pandoc beside it

Pandoc reads plain text as Markdown, which most of these texts are not. Words that are in the text,
but not in the result, are lost; the licence counts for neither. Divisions are its `<div>`s, which
it makes of lines that look like Markdown's headings. Title and publication are given to it, as its
header would not be valid without them. After {patience} seconds it is stopped.

| text | valid | words lost | divisions | notes |
|---|---|---|---|---|"""
_HEADINGS = {
    "chapter_headings", "act_headings", "book_headings", "numbered_letter_headings",
}  # fmt: skip
EXPLAINED = {
    ("00844_earnest.txt", "speeches"): "two speeches are headed by two names, which its list "
    "leaves out.",
    ("19368_midewiwin.txt", "illustrations"): "“[Illustration (two vertical lines) missing]” says "
    "that there is none, and is kept as text.",
    ("ocr_florida.txt", "pages"): "the first page is empty: no text stands before its break.",
}
"""For a text and what is counted in it, why the two figures differ."""

# Seconds.
_PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Count:
    """What was found, and what was to be found (``None`` where nobody counted)."""

    found: int
    expected: int | None

    @property
    def is_right(self) -> bool:
        """Whether the two agree, or nothing can be said."""
        return self.expected is None or self.found == self.expected

    def __str__(self) -> str:
        return "–" if self.expected is None else f"{self.found} of {self.expected}"


def main() -> None:
    """Print the page as Markdown."""
    shared = Path(sys.argv[1])
    entries = json.loads((shared / "texts" / "index.json").read_text("utf-8"))
    rows, others, texts = [], [], {}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for entry in entries:
            path = shared / "texts" / entry["file"]
            texts[path.stem] = _convert(path, folder / f"{path.stem}.xml")
        invalid = _invalid(shared / "schemas" / "tei_all.rng", folder)
        for entry in entries:
            stem = Path(entry["file"]).stem
            rows.append(_row(entry, shared / "texts" / entry["file"], texts[stem], stem in invalid))
        pandoc = folder / "pandoc"
        pandoc.mkdir()
        for stem, conversion in texts.items():
            _run_pandoc(conversion.source, folder / f"{stem}.txt", pandoc / f"{stem}.xml")
        invalid = _invalid(shared / "schemas" / "tei_all.rng", pandoc)
        for entry in entries:
            stem = Path(entry["file"]).stem
            to = pandoc / f"{stem}.xml"
            others.append(_pandoc_row(entry["title"], texts[stem], to, stem in invalid))
    print(_HEAD.format(version=_version()) + _TABLE)
    print("\n".join(rows))
    print("\nDifferences:\n")
    titles = {entry["file"]: entry["title"] for entry in entries}
    for (file, name), why in EXPLAINED.items():
        print(f"- {titles[file]}, {name}: {why}")
    print(_PANDOC.format(patience=_PATIENCE))
    print("\n".join(others))


def _convert(path: Path, to: Path) -> Conversion:
    conversion = teikit.convert(path)
    to.write_bytes(conversion.to_bytes())
    return conversion


def counts(entry: Mapping[str, Any], path: Path, tree: etree._ElementTree) -> dict[str, Count]:
    """What is counted in a text: divisions, notes, speeches, illustrations, pages.

    Args:
        entry: its entry in ``index.json``.
        path: its file.
        tree: its encoding.
    """
    told = entry["counts"]
    body = tree.getroot().find(tei("text"))
    assert body is not None
    figures = [
        f"{figure.get('rend')} {''.join(map(str, figure.itertext()))}"
        for figure in body.iter(tei("figure"))
    ]
    found = {
        "divisions": _divisions(entry, path),
        "notes": Count(
            sum(note.get("n") is not None for note in body.iter(tei("note"))),
            told.get("footnote_bodies"),
        ),
        "speeches": Count(len(list(body.iter(tei("sp")))), told.get("speeches")),
        "illustrations": Count(
            sum("Illustration" in " ".join(words.split()[:2]) for words in figures),
            told.get("illustrations"),
        ),
        "pages": Count(_pages(body), told.get("pages")),
    }
    return found


def _pages(text: etree._Element) -> int:
    """Pages: one more than breaks, unless a break opens the text."""
    breaks = len(list(text.iter(tei("pb"))))
    first = next((e for e in text.iter(tei("pb"), tei("p"), tei("head"), tei("fw"))), None)
    return breaks + (first is not None and first.tag != tei("pb"))


def _divisions(entry: Mapping[str, Any], path: Path) -> Count:
    """The divisions whose headings were counted, by the rule that they were counted with."""
    told = entry["counts"]
    expected = next((told[name] for name in told if name in _HEADINGS), None)
    inspection = inspect_text(path)
    divisions = [one for part in inspection.divisions for one in _all(part.parts)]
    if expected is not None:
        rule = re.compile(re.sub(r" \(from line \d+\)$", "", entry["heading_rule"]))
        matching = (one for one in divisions if rule.match(one.heading.split(" / ")[0]))
        return Count(sum(1 for _ in matching), expected)
    if "essays" in told:
        # What stands before the essays has no notes.
        return Count(sum("notes" in one.counts for one in divisions), told["essays"])
    if "section_headings" in told:
        # The first one is the title of the article.
        return Count(len(divisions) - 1, told["section_headings"])
    return Count(len(divisions), None)


def _all(divisions: Sequence[Division]) -> Iterator[Division]:
    for one in divisions:
        if one.kind != "title page":
            yield one
        yield from _all(one.parts)


def _row(entry: Mapping[str, Any], path: Path, conversion: Conversion, invalid: bool) -> str:
    found = counts(entry, path, conversion.tree)
    others = [
        f"{name} {found[name]}"
        for name in ("speeches", "illustrations", "pages")
        if found[name].expected
    ]
    document = conversion.to_bytes()
    verdicts = (not invalid, teikit.validate(document).valid)
    cells = [
        f"{entry['title']} ({entry['genre']})",
        "yes" if all(verdicts) else "no",
        "yes" if is_lossless(conversion) else "no",
        str(found["divisions"]),
        str(found["notes"]),
        ", ".join(others) or "–",
    ]
    return f"| {' | '.join(cells)} |"


def is_lossless(conversion: Conversion) -> bool:
    """Whether the words come back, those of the apparatus from the header."""
    back = teikit.transform(conversion.to_bytes(), to="text").split()
    return Counter([*back, *_apparatus(conversion).split()]) == Counter(
        conversion.source.text.split()
    )


def _apparatus(conversion: Conversion) -> str:
    notes = conversion.tree.iterfind(f".//{tei('sourceDesc')}//{tei('note')}[@type='apparatus']")
    return "\n".join("".join(map(str, note.itertext())) for note in notes)


def _invalid(schema: Path, folder: Path) -> set[str]:
    """The names of the documents in a folder that jing finds invalid."""
    done = subprocess.run(
        ["jing", str(schema), *map(str, sorted(folder.glob("*.xml")))],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return {Path(name).stem for name in re.findall(r"^(.*?\.xml):\d+:", done.stdout, re.MULTILINE)}


def _run_pandoc(source: Source, text: Path, to: Path) -> None:
    text.write_text(source.text, "utf-8")
    # Without these, no header that Pandoc writes is valid.
    header = ["-M", f"title={source.name}", "-M", "publicationStmt=Unpublished"]
    command = ["pandoc", "-f", "markdown", "-t", "tei", "-s", *header, str(text), "-o", str(to)]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        to.unlink(missing_ok=True)


def _pandoc_row(title: str, conversion: Conversion, document: Path, invalid: bool) -> str:
    if not document.exists():
        return f"| {title} | not done in {_PATIENCE} s | – | – | – |"
    try:
        tree = etree.parse(str(document))
    except etree.XMLSyntaxError:
        return f"| {title} | not XML | – | – | – |"
    body = tree.getroot().find(tei("text"))
    assert body is not None
    expected = Counter(_letters(conversion.source.text))
    expected -= Counter(_letters(_apparatus(conversion)))
    lost = (expected - Counter(_letters("".join(map(str, body.itertext()))))).total()
    cells = [
        title,
        "no" if invalid else "yes",
        f"{lost} of {expected.total()}",
        str(len(list(body.iter(tei("div"))))),
        str(len(list(body.iter(tei("note"))))),
    ]
    return f"| {' | '.join(cells)} |"


def _letters(text: str) -> list[str]:
    """Words by their letters only: signs may have become markup or typography."""
    return [word for word in re.split(r"[\W_]+", text) if word]


def _version() -> str:
    done = subprocess.run(["pandoc", "--version"], capture_output=True, text=True, check=True)
    return done.stdout.split()[1]


if __name__ == "__main__":
    main()
