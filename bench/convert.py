"""``teikit convert``: start-up, one chapter, and how time and memory grow with the text."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.timing import TEIKIT, row, shared, timed


def main() -> None:
    """Time the command line and print a table."""
    print("Conversion, whole processes (the peer is Python with lxml, doing nothing)")
    floor = timed([sys.executable, "-c", "import lxml.etree"])
    row("python -c 'import lxml.etree'", floor)
    row("teikit --help", timed([TEIKIT, "--help"]), floor)
    chapter = shared() / "texts" / "000_18ddb2d929de8e88.txt"
    row("teikit convert, a chapter (32 kB)", timed([TEIKIT, "convert", "-q", str(chapter)]), floor)
    books = sorted((shared() / "texts").glob("*.txt"))
    words = b"\n\n".join(_work(book).encode() for book in books)
    with tempfile.TemporaryDirectory() as folder:
        first = None
        for megabytes in (1, 2, 5, 10):
            path = Path(folder) / f"{megabytes}.txt"
            size = megabytes * 10**6
            path.write_bytes((words * (size // len(words) + 1))[:size])
            timing = timed([TEIKIT, "convert", "-q", str(path)], runs=3)
            first = first or timing
            row(f"teikit convert, books, {megabytes} MB", timing, first)


def _work(book: Path) -> str:
    """A book without the header and the licence that hold no structure."""
    text = book.read_bytes().decode("utf-8", "replace")
    start = text.find("\n", text.find("START OF TH")) + 1
    return text[start : text.rfind("END OF TH") if "END OF TH" in text else len(text)]


if __name__ == "__main__":
    main()
