"""``teikit validate`` beside jing, xmllint and lxml: whole processes, medians, ratios to jing."""

from __future__ import annotations

import shutil
import sys
import tarfile
import tempfile
from pathlib import Path

from bench.timing import TEIKIT, Timing, grown, row, shared, timed

_LXML = """
import sys
from lxml import etree
schema = etree.RelaxNG(etree.parse(sys.argv[1]))
for name in sys.argv[2:]:
    schema.validate(etree.parse(name))
"""


def main() -> None:
    """Time single documents and batches and print a table."""
    schema = shared() / "schemas" / "tei_all.rng"
    if not shutil.which("jing"):
        print("jing is not installed: there are no ratios.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for archive in ("plays", "diary2000"):
            with tarfile.open(shared() / "bench" / f"{archive}.tar.xz") as packed:
                packed.extractall(folder / archive, filter="data")
        plays = sorted((folder / "plays").rglob("*.xml"))
        entries = sorted((folder / "diary2000").rglob("*.xml"))
        hamlet = max(plays, key=lambda path: (path.name == "hamlet.xml", path.stat().st_size))
        size = hamlet.stat().st_size / 10**6
        _compare(f"one play ({size:.2f} MB)", schema, [hamlet], slow_peers=True)
        _compare("one diary entry (10 kB)", schema, entries[:1])
        _compare(f"{len(plays)} plays (16 MB) in one call", schema, plays)
        _compare(f"{len(entries)} diary entries in one call", schema, entries, runs=3)
        many = _copies(folder / "m", entries, 10)
        _compare(f"{len(many)} diary entries in one call", schema, many, runs=1)
        _growth(folder, hamlet, schema)


def _compare(
    title: str, schema: Path, files: list[Path], runs: int = 5, slow_peers: bool = False
) -> None:
    print(title)
    names = [str(file) for file in files]
    jing: Timing | None = None
    if shutil.which("jing"):
        jing = timed(["jing", str(schema), *names], runs)
        row("jing", jing, jing)
    if slow_peers:
        if shutil.which("xmllint"):
            peer = timed(["xmllint", "--noout", "--relaxng", str(schema), *names], 1)
            row("xmllint", peer, jing)
        row("lxml", timed([sys.executable, "-c", _LXML, str(schema), *names], 1), jing)
    with tempfile.TemporaryDirectory() as cache:
        cold = timed([TEIKIT, "validate", "-q", *names], 1, {"XDG_CACHE_HOME": cache})
    row("teikit, nothing cached", cold, jing)
    row("teikit", timed([TEIKIT, "validate", "-q", *names], runs), jing)


def _copies(folder: Path, files: list[Path], times: int) -> list[Path]:
    """The same files several times under other names, short ones: a command line has an end."""
    folder.mkdir()
    copies = [folder / f"{number}.xml" for number in range(times * len(files))]
    for number, copy in enumerate(copies):
        shutil.copyfile(files[number % len(files)], copy)
    return copies


def _growth(folder: Path, play: Path, schema: Path) -> None:
    """How time grows with the size of one document: the play's body repeated."""
    print("one document that grows")
    for megabytes in (1, 10, 100):
        path = folder / f"{megabytes}.xml"
        grown(play, megabytes, path)
        jing: Timing | None = None
        if shutil.which("jing"):
            jing = timed(["jing", str(schema), str(path)], 1)
            row(f"jing, {megabytes} MB", jing, jing)
        row(f"teikit, {megabytes} MB", timed([TEIKIT, "validate", "-q", str(path)], 1), jing)


if __name__ == "__main__":
    main()
