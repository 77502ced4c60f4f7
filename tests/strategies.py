"""Texts that look like what people bring, and texts that look like nothing at all."""

from __future__ import annotations

from hypothesis import strategies as st

_PLAIN = """Trotsky Stalin’s Mr. Lloyd George May 1932 November 13 1924–1927 the of and “to be”
    ‘it’ A. & <p> ]]> <!-- --> &amp; Ćwięk 𝔄 e\u0301 שלום مرحبا -- … * _so_ 100 Jan. Paris, Dear
    Sir, PS. I am, yours THE END IV 3 “ ” " [1] [2] [2] [3] [12] [x] []""".split()
_ODD = ["\u00a0", "\u200f", "\u0001", "\u001c", "\ufffe", "\x85", "\u2028", "\x0b"]
_WORDS = st.sampled_from([*_PLAIN, *_ODD])
_PROSE = st.lists(_WORDS, min_size=1, max_size=40).map(" ".join)
_WRAPPED = st.lists(_PROSE, min_size=1, max_size=5).map("\n".join)
_HEADING = st.sampled_from(
    ["Chapter 1", "CHAPTER II. The End", "Part One", "IV", "12", "PREFACE", "* * *", "The Mill",
     "by Jane Roe", "Book 2", "Appendix A", "THE WOLVES", "Canto the First"]
)  # fmt: skip
_LETTER = st.sampled_from(
    ["Paris, 3 May 1790", "Dear Sir,", "My dear Jane,", "Yours truly,\nJohn Smith",
     "I am, Sir, your servant,\n\nA. B.", "P.S. More.", "Contents | next", "Last updated on 3 May"]
)  # fmt: skip
_NOTE = st.builds(
    str.format,
    st.sampled_from(["[{}] {}", "[{}] {}", "[Footnote {}: {}]", "[Footnote {}: {}\n\nMore.]"]),
    st.integers(0, 13),
    _PROSE,
)
_STANZA = st.lists(
    st.sampled_from(["The curfew tolls the knell", "  And leaves the world", "“Oh,” Trotsky"]),
    min_size=2, max_size=5,
).map("\n".join)  # fmt: skip
_QUOTED = st.lists(_PROSE.map(lambda p: f"“{p}"), min_size=1, max_size=3).map(
    lambda ps: "\n\n".join(ps) + "”"
)
_GAP = st.sampled_from(["\n", "\n\n", "\n\n", "\n\n\n", "\r\n\r\n", "\n\f\n", "\n    ", "\r"])

arbitrary = st.text(min_size=1, max_size=400)
"""Any characters whatever, lone surrogates included."""


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A text of paragraphs, headings, notes, letters, verse and quotations in any order."""
    parts = draw(
        st.lists(
            st.one_of(_PROSE, _WRAPPED, _HEADING, _LETTER, _NOTE, _NOTE, _STANZA, _QUOTED),
            min_size=1, max_size=14,
        )
    )  # fmt: skip
    return "".join(part + draw(_GAP) for part in parts)
