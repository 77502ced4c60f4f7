"""Write a table of what teikit, jing and libxml2 say of the same mistakes.

    python tools/compare_messages.py ../shared > docs/messages.md

For each kind of mutation in ``conformance/expected.json`` the first invalid document with a short
message is taken. jing must be installed.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from lxml import etree

import teikit

_HEAD = """# Messages, side by side

What teikit, jing and libxml2 say of the same mistake: the first message of each, from real
documents with one change each, checked against the whole of TEI P5. Made by
`tools/compare_messages.py`. Long lists of names are cut (…).

| mistake | teikit | jing | libxml2 |
|---|---|---|---|"""
_LONGEST = 160


def main() -> None:
    """Print the table as Markdown."""
    shared = Path(sys.argv[1])
    official = shared / "schemas" / "tei_all.rng"
    libxml2 = etree.RelaxNG(etree.parse(str(official)))
    rows = json.loads((shared / "conformance" / "expected.json").read_text("utf-8"))
    seen: set[str] = set()
    print(_HEAD)
    for row in rows:
        kind = row.get("mutation", "")
        if row["valid"] or not kind or kind in seen or row["schema"] != "schemas/tei_all.rng":
            continue
        path = shared / "conformance" / row["file"]
        report = teikit.validate(path)
        if not report.findings:
            continue
        seen.add(kind)
        first = report.findings[0]
        cells = [
            kind.replace("_", " "),
            _cell(f"{first.message}. {first.hint}"),
            _cell(_jing(official, path)),
            _cell(_libxml2(libxml2, path)),
        ]
        print(f"| {' | '.join(cells)} |")


def _jing(schema: Path, path: Path) -> str:
    done = subprocess.run(
        ["jing", str(schema), str(path)], capture_output=True, text=True, check=False
    )
    match = re.search(r":\d+:\d+: (?:fatal|error): (.*)", done.stdout)
    return match[1] if match else "(nothing)"


def _libxml2(schema: etree.RelaxNG, path: Path) -> str:
    try:
        if schema.validate(etree.parse(str(path))):
            return "(valid)"
    except etree.XMLSyntaxError as error:
        return str(error.msg)
    return str(next(iter(schema.error_log)).message)


def _cell(words: str) -> str:
    words = " ".join(words.split())
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
    return words.replace("&", "&amp;").replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    main()
