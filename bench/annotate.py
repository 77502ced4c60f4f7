"""Names and dates against the marks of human editors, beside other recognisers, and throughput.

dateparser's search takes part where dateparser is installed; a spaCy pipeline where the environment
variable ``SPACY_PIPELINE`` names one (a package or a folder) and spaCy is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from bench.timing import TEIKIT, shared

_ALL_DATES = "civilwardc"
_THROUGHPUT = """
import sys, time
from teikit.encode.annotators import annotate
from teikit.encode.model import Document
from teikit.encode.segment import segment
text = open(sys.argv[1], encoding="utf-8").read()
document = Document(text, segment(text).blocks)
began = time.perf_counter()
count = sum(1 for _ in annotate(("names", "dates"), document))
seconds = time.perf_counter() - began
print(f"  {len(text.encode()) / 1e6:4.0f} MB {seconds:7.2f} s "
      f"{len(text.encode()) / 1e6 / seconds:6.2f} MB/s {count:8} marks", flush=True)
"""


def main() -> None:
    """Print the scorer's table for each recogniser, then the throughput of the built-in ones."""
    gold = shared() / "gold"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = folder / "texts"
        _score(gold, gold / "dev", "--export-txt", str(texts))
        names = [str(path) for path in sorted(texts.glob("*.txt"))]
        print("teikit, all corpora (the precision of cody and milestones says nothing)")
        _convert(gold, folder / "teikit", names, "names,dates")
        _dateparser(gold, folder, texts)
        _spacy(gold, folder, names)
        _throughput(folder, texts)


def _score(gold: Path, documents: Path, *arguments: str) -> str:
    command = [sys.executable, str(gold / "score.py"), str(documents), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _convert(gold: Path, to: Path, texts: list[str], annotators: str) -> None:
    """Convert with annotators, score what comes out."""
    command = [TEIKIT, "convert", "-q", "--annotators", annotators, *texts, "-o", f"{to}/"]
    subprocess.run(command, check=True)
    print(_score(gold, gold / "dev", "--tei-dir", str(to)), flush=True)


def _dateparser(gold: Path, folder: Path, texts: Path) -> None:
    """The search of dateparser, on the corpus whose editors marked all dates."""
    if find_spec("dateparser") is None:
        print("dateparser is not installed: left out.\n")
        return
    print("dateparser.search.search_dates, English, on the corpus that marks all dates")
    documents, to = folder / "exhaustive", folder / "dateparser"
    documents.mkdir()
    to.mkdir()
    for path in sorted((gold / "dev").glob(f"{_ALL_DATES}__*.json")):
        shutil.copy(path, documents)
        text = (texts / f"{path.stem}.txt").read_text("utf-8")
        dates = "".join(_with_dates(text))
        (to / f"{path.stem}.xml").write_text(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{dates}</p></body></text></TEI>'
        )
    print(_score(gold, documents, "--tei-dir", str(to)), flush=True)


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


def _spacy(gold: Path, folder: Path, texts: list[str]) -> None:
    """Any spaCy pipeline, through teikit's annotator for it."""
    pipeline = os.environ.get("SPACY_PIPELINE")
    if not pipeline or find_spec("spacy") is None:
        print("No SPACY_PIPELINE is named, or spaCy is not installed: left out.\n")
        return
    print(f"spaCy, {pipeline}")
    _convert(gold, folder / "spacy", texts, f"spacy:{pipeline}")
    print(f"spaCy, {pipeline}, together with the built-in annotators")
    _convert(gold, folder / "merged", texts, f"names,dates,spacy:{pipeline}")


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
