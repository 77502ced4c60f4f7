"""Names, dates and places against the marks of human editors, beside other recognisers.

dateparser's search takes part where dateparser is installed; a spaCy pipeline where the environment
variable ``SPACY_PIPELINE`` names one (a package or a folder) and spaCy is installed. All go through
the scorer of the gold data. After that comes the throughput of the built-in annotators.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from bench.timing import TEIKIT, shared

_HEADING = (
    "corpus           marked     recogniser      gold  found  strict P/R/F1     overlap P/R/F1"
    "    date value ="
)
_THROUGHPUT = """
import sys, time
from teikit.encode.annotators import annotate
from teikit.encode.model import Document
from teikit.encode.segment import segment
text = open(sys.argv[1], encoding="utf-8").read()
document = Document(text, segment(text).blocks)
began = time.process_time()
count = len(annotate(("names", "dates"), document))
seconds = time.process_time() - began
print(f"  {len(text.encode()) / 1e6:4.0f} MB {seconds:7.2f} s "
      f"{len(text.encode()) / 1e6 / seconds:6.2f} MB/s {count:8} marks", flush=True)
"""

_Rows = dict[tuple[str, str], str]
"""What the scorer says of each corpus and element."""


def main() -> None:
    """Print the scores of all recognisers side by side, then the throughput of teikit."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        gold = _Gold(folder)
        print("corpora whose editors marked some only (cody, milestones; places of all but")
        print("civilwardc) have a precision that says nothing")
        # Places are no default, and what is marked as one is no person: a run of their own.
        teikit = gold.converted("teikit", "names,dates")
        places = gold.converted("places", "names,dates,places")
        scores = {"teikit": teikit | {key: places[key] for key in places if key[1] == "placeName"}}
        if find_spec("dateparser") is None:
            print("dateparser is not installed: left out.")
        else:
            scores["dateparser"] = gold.dateparser()
        pipeline = os.environ.get("SPACY_PIPELINE")
        if not pipeline or find_spec("spacy") is None:
            print("No SPACY_PIPELINE is named, or spaCy is not installed: left out.")
        else:
            scores["spaCy"] = gold.converted("spacy", f"spacy:{pipeline}")
            scores["both"] = gold.converted("both", f"names,dates,places,spacy:{pipeline}")
        _print(scores)
        _throughput(folder, gold.texts)


class _Gold:
    """The human encodings, and what recognisers make of their texts.

    Args:
        folder: where texts and TEI are written.

    Attributes:
        texts: the folder of their plain texts.
    """

    def __init__(self, folder: Path) -> None:
        self.texts = folder / "texts"
        self._folder = folder
        self._scorer = shared() / "gold" / "score.py"
        self._documents = shared() / "gold" / "dev"
        self._run(self._documents, "--export-txt", str(self.texts))

    def converted(self, name: str, annotators: str) -> _Rows:
        """The scores of annotators of teikit."""
        to = self._folder / name
        texts = map(str, sorted(self.texts.glob("*.txt")))
        command = [TEIKIT, "convert", "-q", "--annotators", annotators, *texts, "-o", f"{to}/"]
        subprocess.run(command, check=True)
        return self._scores(self._documents, to) | self._places(to)

    def dateparser(self) -> _Rows:
        """The scores of dateparser's search for dates in English."""
        to = self._folder / "dateparser"
        to.mkdir()
        for path in sorted(self.texts.glob("*.txt")):
            dates = "".join(_with_dates(path.read_text("utf-8")))
            (to / f"{path.stem}.xml").write_text(
                '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
                f"<p>{dates}</p></body></text></TEI>",
                "utf-8",
            )
        scores = self._scores(self._documents, to)
        return {key: row for key, row in scores.items() if key[1] == "date"}

    def _places(self, to: Path) -> _Rows:
        """The scores of places: the scorer knows none, so they are called persons for it."""
        documents, renamed = to / "gold", to / "places"
        for made in (documents, renamed):
            made.mkdir()
        for path in self._documents.glob("*.json"):
            document = json.loads(path.read_text("utf-8"))
            places = [span for span in document["spans"] if span["type"] == "placeName"]
            document["spans"] = [{**span, "type": "persName"} for span in places]
            (documents / path.name).write_text(json.dumps(document), "utf-8")
        for path in to.glob("*.xml"):
            tei = re.sub(r"(?<=[</])persName\b", "name", path.read_text("utf-8"))
            tei = re.sub(r"(?<=[</])placeName\b", "persName", tei)
            (renamed / path.name).write_text(tei, "utf-8")
        scores = self._scores(documents, renamed)
        return {
            (corpus, "placeName"): row
            for (corpus, element), row in scores.items()
            if element == "persName"
        }

    def _scores(self, documents: Path, to: Path) -> _Rows:
        """The rows of the scorer's table; corpora without such marks are left out."""
        lines = self._run(documents, "--tei-dir", str(to)).splitlines()
        fields = [
            line.split(maxsplit=4) for line in lines if " persName " in line or " date  " in line
        ]
        return {
            (corpus, element): f"{gold:>6} {found:>6}  {rest}"
            for corpus, element, gold, found, rest in fields
            if gold != "0" and corpus != "TOTAL"
        }

    def _run(self, documents: Path, *arguments: str) -> str:
        command = [sys.executable, str(self._scorer), str(documents), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _print(scores: Mapping[str, _Rows]) -> None:
    """The scores of all recognisers, those of one corpus and element below each other."""
    print(_HEADING)
    for corpus, element in scores["teikit"]:
        for name, rows in scores.items():
            if (corpus, element) in rows:
                print(f"{corpus:16} {element:10} {name:12} {rows[corpus, element]}")
    print(flush=True)


def _with_dates(text: str) -> Iterator[str]:
    """A text as XML with the dates that dateparser finds."""
    search: Any = import_module("dateparser.search")
    done = 0
    for words, moment in search.search_dates(text, languages=["en"]) or ():
        at = text.find(words, done)
        if at >= 0:
            yield escape(text[done:at])
            yield f'<date when="{moment.date().isoformat()}">{escape(words)}</date>'
            done = at + len(words)
    yield escape(text[done:])


def _throughput(folder: Path, texts: Path) -> None:
    """Names and dates together, one process and core; reading and structure are not counted."""
    print("names and dates together, one core")
    words = "\n\n".join(path.read_text("utf-8") for path in sorted(texts.glob("*.txt")))
    for megabytes in (1, 5, 20):
        path = folder / f"{megabytes}.txt"
        size = megabytes * 10**6
        path.write_text((words * (size // len(words) + 1))[:size], "utf-8")
        subprocess.run([sys.executable, "-c", _THROUGHPUT, str(path)], check=True)


if __name__ == "__main__":
    main()
