"""Measure how teikit takes documents that were made to do harm, and print a table in Markdown.

    python tools/hostile.py

Each document is generated, checked by ``teikit validate`` in a process of its own, and removed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

_TEIKIT = str(Path(sys.executable).with_name("teikit"))
_START = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A</title>'
    "</titleStmt><publicationStmt><p>B</p></publicationStmt><sourceDesc><p>C</p></sourceDesc>"
    "</fileDesc></teiHeader><text><body>"
)
_END = "</body></text></TEI>"
_MEGABYTE = "x" * 10**6
_BOMB = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))

_Piece = str | bytes


def _tei(*body: _Piece | Iterator[str], before: str = "") -> Iterator[_Piece]:
    yield before + _START
    for part in body:
        yield from (part,) if isinstance(part, str | bytes) else part
    yield _END


def _numbered(pattern: str, count: int) -> Iterator[str]:
    return (pattern.format(number) for number in range(count))


def cases() -> Iterator[tuple[str, Iterator[_Piece]]]:
    """What the document is, and its pieces."""
    doctype = f'<!DOCTYPE TEI [<!ENTITY a0 "ha">{_BOMB}]>'
    yield "entities that grow a billionfold", _tei("<p>&a9;</p>", before=doctype)
    yield (
        "the same after 11 MB of text",
        _tei("<p>", repeat(_MEGABYTE, 11), "&a9;</p>", before=doctype),
    )
    doctype = f'<!DOCTYPE TEI [<!ENTITY a "{"x" * 60_000}">]>'
    yield (
        "60,000 times an entity of 60 kB",
        _tei("<p>", repeat("&a;", 60_000), "</p>", before=doctype),
    )
    doctype = '<!DOCTYPE TEI [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'
    yield "entities that hold each other", _tei("<p>&a;</p>", before=doctype)
    doctype = '<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    yield "an external entity", _tei("<p>&a;</p>", before=doctype)
    doctype = '<!DOCTYPE TEI SYSTEM "http://192.0.2.1/tei.dtd">'
    yield "a DTD on another host", _tei("<p>x</p>", before=doctype)
    yield "100,000 elements in each other", _tei(repeat("<hi>", 100_000), repeat("</hi>", 100_000))
    yield (
        "250 elements in each other",
        _tei("<p>", repeat("<hi>", 245), repeat("</hi>", 245), "</p>"),
    )
    yield "an attribute of 50 MB", _tei('<p n="', repeat(_MEGABYTE, 50), '">x</p>')
    yield "a comment of 50 MB", _tei("<!--", repeat(_MEGABYTE, 50), "--><p>x</p>")
    yield (
        "a wrong list of 5,000,000 values",
        _tei('<p when="x" ana="', repeat("#a ", 5_000_000), '"/>'),
    )
    yield (
        "100,000 unknown attributes in a tag",
        _tei("<p ", _numbered('a{}="x" ', 100_000), ">x</p>"),
    )
    yield "50,000 namespaces in a tag", _tei("<p ", _numbered('xmlns:a{0}="u:{0}" ', 50_000), "/>")
    yield "200,000 times the same unknown element", _tei("<p>", repeat("<bad/>", 200_000), "</p>")
    yield "20,000 different unknown elements", _tei("<p>", _numbered("<e{}/>", 20_000), "</p>")
    yield "200,000 times the same ID", _tei("<p>", repeat('<hi xml:id="a"/>', 200_000), "</p>")
    yield "1,000,000 paragraphs", _tei(repeat("<p>x</p>", 1_000_000))
    yield (
        "100 mistakes in a line of 5 MB",
        _tei("<p>", repeat(_MEGABYTE, 5), repeat("<bad/>", 100), "</p>"),
    )
    yield "a text of 100 MB", _tei("<p>", repeat(_MEGABYTE, 100), "</p>")
    yield "a text of 500 MB", _tei("<p>", repeat(_MEGABYTE, 500), "</p>")
    yield "a text of 1 GB", _tei("<p>", repeat(_MEGABYTE, 1000), "</p>")
    yield "a document cut off in a tag", iter([_START, "<p>some <hi ren"])
    yield "Latin-1 that claims to be UTF-8", _tei("<p>M\xfcller</p>".encode("latin-1"))
    yield "UTF-8 that claims to be UTF-16", _tei(before='<?xml version="1.0" encoding="UTF-16"?>')
    yield "a character that XML forbids", _tei("<p>a\0b</p>")


def main() -> None:
    """Print the table."""
    print("| document | size | time | memory | status | teikit says |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hostile.xml"
        for name, pieces in cases():
            with path.open("wb") as file:
                file.writelines(p.encode() if isinstance(p, str) else p for p in pieces)
            print(f"| {name} | {_row(path)} |", flush=True)


def _row(path: Path) -> str:
    began = time.perf_counter()
    command = [_TEIKIT, "validate", "--schema", "tei_all", "--max-findings", "1", str(path)]
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read(2000).decode("utf-8", "replace").partition("\n")[0]
    said = said.removeprefix("Error: ").removeprefix(str(path)).lstrip(":0123456789 ")
    said = said.replace("|", "\\|").replace("<", "&lt;")
    size = path.stat().st_size
    shown = f"{size / 10**6:.0f} MB" if size >= 10**6 else f"{size / 10**3:.0f} kB"
    memory = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return f"{shown} | {seconds:.1f} s | {memory:.0f} MB | {process.returncode} | {said[:90]}"


if __name__ == "__main__":
    main()
