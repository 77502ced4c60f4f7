"""Whatever characters a text has: they are all in the page, and nothing else happens."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from editions import page

_CHARACTERS = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff")
_ANY = st.text(_CHARACTERS, min_size=1, max_size=80)
_SHARP = st.lists(
    st.sampled_from(
        ["<", "&", "]]>", '"', "'", "</style>", "<script>", "--", "{", "}", "א", "𝔄", "e\u0301"]
    ),
    min_size=1,
).map(" ".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.one_of(_ANY, _SHARP))
def test_any_text_comes_through(text: str) -> None:
    """In a paragraph, a heading, a note and a name the characters are those of the source."""
    marked = escape(text)
    edition = page(
        f"<div><head>{marked}</head><p>{marked}<note>{marked}</note>"
        f'<persName ref="#p">{marked}</persName></p></div>',
        stand_off=f'<listPerson><person xml:id="p"><persName>{marked}</persName></person>'
        "</listPerson>",
    )
    bare = re.sub(r"\s+", "", text)
    for path in (
        "//main//h2[@class='head']",
        "//a[contains(@class, 'persName')]",
        "//li//*[@class='note-text']",
    ):
        assert bare in re.sub(r"\s+", "", edition.one(path).text_content())
    assert len(edition.scripts()) == 1
    assert len(edition.all("//style")) == 1
