"""Transforms a folder of TEI to HTML and asks the Nu checker what is wrong with it.

    python tools/check_html.py path/to/vnu.jar folder-of-tei

The checker is the W3C's, from the npm package vnu-jar. Its CSS parser knows less than browsers do,
so what it says of the style is left out.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from teikit.errors import TeikitError
from teikit.transform import transform


def main(checker: Path, folder: Path) -> int:
    """Check the pages of all documents, and print each error with the number of its places.

    Returns:
        0 if there is none, else 1.
    """
    with tempfile.TemporaryDirectory() as name:
        pages = 0
        for source in sorted(folder.rglob("*.xml")):
            try:
                page = transform(source)
            except TeikitError as error:
                print(f"left out: {error}")
                continue
            pages += 1
            Path(name, f"{pages}-{source.stem}.html").write_text(page, encoding="utf-8")
        errors = _errors(checker, Path(name))
    print(f"{pages} pages, {errors.total()} errors")
    for message, count in errors.most_common():
        print(f"{count:6} {message}")
    return 1 if errors else 0


def _errors(checker: Path, folder: Path) -> Counter[str]:
    run = subprocess.run(
        ["java", "-Xss32m", "-jar", checker, "--errors-only", "--format", "json", folder],
        capture_output=True,
        check=False,
    )
    messages = json.loads(run.stderr)["messages"]
    return Counter(
        f"{Path(message['url']).name}: {message['message']}"
        for message in messages
        if not message["message"].startswith("CSS: Parse Error")
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
