"""TEI documents that tests write down."""

from __future__ import annotations

from collections.abc import Callable

from teikit.validate.finding import Finding

HEADER = """<teiHeader><fileDesc>
<titleStmt><title>Letters</title></titleStmt>
<publicationStmt><p>Not published.</p></publicationStmt>
<sourceDesc><p>Manuscript.</p></sourceDesc>
</fileDesc></teiHeader>"""

Check = Callable[[str], tuple[Finding, ...]]


def document(body: str) -> str:
    """A TEI document with this body, which begins on line 8."""
    start = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n{HEADER}\n<text><body>\n'
    return f"{start}{body}\n</body></text></TEI>"
