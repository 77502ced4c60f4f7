"""Documents for the tests of checks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from teikit.checks import run
from teikit.parse import parse_bytes
from teikit.validate.finding import Finding

Check = Callable[..., list[Finding]]

_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="tei_all.rng"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" {root}>
<teiHeader>
<fileDesc>
<titleStmt><title>{title}</title></titleStmt>
<publicationStmt><p>Published by nobody.</p></publicationStmt>
<sourceDesc><p>Born digital.</p></sourceDesc>
</fileDesc>
{header}
</teiHeader>
<text>
<body>
{body}
</body>
</text>
</TEI>
"""


@pytest.fixture
def check() -> Check:
    """Check a document made of a body and the like; returns the findings."""

    def checked(
        body: str = "<p>Text.</p>",
        *,
        title: str = "A Title of Its Own",
        header: str = "",
        root: str = "",
        folder: Path | None = None,
        **options: object,
    ) -> list[Finding]:
        document = _DOCUMENT.format(body=body, title=title, header=header, root=root)
        raw = document.encode()
        file = ""
        if folder is not None:
            path = folder / "edition.xml"
            path.write_bytes(raw)
            file = str(path)
        tree = parse_bytes(raw, file)
        return run(tree, file=file, raw=raw, **options)  # type: ignore[arg-type]

    return checked
