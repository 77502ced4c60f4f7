"""``teikit transform`` beside the floor (lxml copying the document): whole processes, medians."""

from __future__ import annotations

import sys
import tarfile
import tempfile
from pathlib import Path

from bench.timing import TEIKIT, grown, row, shared, timed

_IDENTITY = """
import sys
from lxml import etree
sheet = etree.XSLT(etree.XML('''<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="@*|node()"><xsl:copy>
  <xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template></xsl:stylesheet>'''))
print(str(sheet(etree.parse(sys.argv[1]))))
"""


def main() -> None:
    """Time a play, and the play repeated, and print a table."""
    with tempfile.TemporaryDirectory() as name:
        with tarfile.open(shared() / "bench" / "plays.tar.xz") as packed:
            packed.extractall(name, filter="data")
        play = max(Path(name).rglob("*.xml"), key=lambda path: path.stat().st_size)
        print(f"one play ({play.stat().st_size / 10**6:.2f} MB)")
        floor = timed([sys.executable, "-c", _IDENTITY, str(play)])
        row("lxml, an identity stylesheet", floor, floor)
        for output in ("html", "text"):
            timing = timed([TEIKIT, "transform", str(play), "--to", output])
            row(f"teikit transform --to {output}", timing, floor)
        for megabytes in (5, 20):
            path = Path(name) / f"{megabytes}.xml"
            grown(play, megabytes, path)
            for output in ("html", "text"):
                timing = timed([TEIKIT, "transform", str(path), "--to", output], 1)
                row(f"teikit transform --to {output}, {megabytes} MB", timing)


if __name__ == "__main__":
    main()
