"""``teikit transform`` beside the floor (lxml copying the document) and Saxon: medians.

Saxon (where saxonche is installed) runs two small sheets of the project's own. Where the
environment variable ``TEI_STYLESHEETS`` names a copy of the TEI Consortium's stylesheets, Saxon
runs those too.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bench.timing import TEIKIT, Timing, grown, row, shared, timed

_RUNS = 9

_IDENTITY = """
import sys
from lxml import etree
sheet = etree.XSLT(etree.XML('''<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="@*|node()"><xsl:copy>
  <xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template></xsl:stylesheet>'''))
def work(path):
    return str(sheet(etree.parse(path)))
"""
_SAXON = """
import sys
from saxonche import PySaxonProcessor
processor = PySaxonProcessor(license=False)
sheet = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=sys.argv[2])
def work(path):
    return sheet.transform_to_string(xdm_node=processor.parse_xml(xml_file_name=path))
"""
_TEIKIT = """
import sys
from teikit.transform.run import Transformation
transformation = Transformation.of(sys.argv[2])
def work(path):
    return transformation.result(path)
"""
_ONCE = "\nprint(work(sys.argv[1]))\n"
_AGAIN = """
import statistics, time
work(sys.argv[1])
taken = []
for _ in range(%d):
    began = time.perf_counter()
    work(sys.argv[1])
    taken.append(time.perf_counter() - began)
print(statistics.median(taken))
"""


@dataclass(frozen=True, slots=True)
class _Entrant:
    """Who makes something of the play.

    Attributes:
        name: what the table calls it.
        code: Python that defines ``work``, from a path to a result.
        argument: what the code is given beside the document.
        command: the whole process, if it is another than that of the code.
    """

    name: str
    code: str
    argument: str = ""
    command: tuple[str, ...] = ()

    def whole(self, play: Path) -> Timing:
        """A process from its start to its end."""
        own = (sys.executable, "-c", self.code + _ONCE, str(play), self.argument)
        return timed([*(self.command or own)], _RUNS)

    def further(self, play: Path) -> float:
        """Seconds for one more document in the same process."""
        command = [sys.executable, "-c", self.code + _AGAIN % _RUNS, str(play), self.argument]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        return float(done.stdout)


def main() -> None:
    """Time a play, and the play repeated, and print a table."""
    with tempfile.TemporaryDirectory() as name:
        with tarfile.open(shared() / "bench" / "plays.tar.xz") as packed:
            packed.extractall(name, filter="data")
        play = max(Path(name).rglob("*.xml"), key=lambda path: path.stat().st_size)
        print(
            f"one play ({play.stat().st_size / 10**6:.2f} MB): whole process, ratio to the floor,"
        )
        print("memory, and each further document in the same process")
        floor: Timing | None = None
        for entrant in _entrants(play):
            timing = entrant.whole(play)
            floor = floor or timing
            row(entrant.name, timing, floor, f"{entrant.further(play):7.3f} s")
        _growth(Path(name), play)


def _entrants(play: Path) -> Iterator[_Entrant]:
    yield _Entrant("lxml, an identity stylesheet", _IDENTITY)
    for output in ("html", "text"):
        command = (TEIKIT, "transform", str(play), "--to", output)
        yield _Entrant(f"teikit transform --to {output}", _TEIKIT, output, command)
    if find_spec("saxonche") is None:
        print("  saxonche is not installed: there are no peers.")
        return
    for output in ("html", "text"):
        sheet = Path(__file__).with_name("sheets") / f"play-{output}.xsl"
        yield _Entrant(f"Saxon, a small sheet of our own, {output}", _SAXON, str(sheet))
    if folder := os.environ.get("TEI_STYLESHEETS"):
        for output, path in (
            ("html", "profiles/default/html/to.xsl"),
            ("text", "txt/tei-to-text.xsl"),
        ):
            sheet = Path(folder) / path
            yield _Entrant(f"Saxon, TEI Stylesheets, {output}", _SAXON, str(sheet))


def _growth(folder: Path, play: Path) -> None:
    """How time and memory grow with the size of one document: the play's body repeated."""
    print("one document that grows, whole processes; times the file's size in memory")
    for megabytes in (1, 5, 20):
        path = folder / f"{megabytes}.xml"
        grown(play, megabytes, path)
        size = path.stat().st_size / 2**20
        for output in ("html", "text"):
            timing = timed([TEIKIT, "transform", str(path), "--to", output], 3)
            row(f"--to {output}, {megabytes} MB", timing, None, f"{timing.megabytes / size:5.1f} x")


if __name__ == "__main__":
    main()
