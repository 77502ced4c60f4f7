"""Texts that look like what people bring, and texts that look like nothing at all."""

from __future__ import annotations

from hypothesis import strategies as st

_PLAIN = """Trotsky Stalin’s Mr. Lloyd George May 1932 November 13 1924–1927 the of and “to be”
    _A_ _so on._ (_Goes._)
    ‘it’ A. & <p> ]]> <!-- --> &amp; Ćwięk 𝔄 e\u0301 שלום مرحبا -- … * _so_ 100 Jan. Paris, Dear
    Sir, _a b_ =A= *b c* ~D~ PS. I am, yours
    THE END IV 3 “ ” " [1] [2] [2] [3] [12] [x] []
    mill(1) (2) {1} so¹ so² so^1 so^{2} so* so† so1 [^1] [a] [Sidenote: so] [so.—ED.]""".split()
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
_LIST = st.builds(
    lambda labels, words, gap: gap.join(f"{label}{words}" for label in labels),
    st.sampled_from([
        ["1. ", "2. ", "3. "], ["(a) ", "(b) "], ["- ", "- ", "- "], ["I. ", "II. ", "4. "],
        ["1-3. ", "4. ", "5, 6. ", "[1] "], ["* ", "* ", "* "], ["•  ", "• "],
        ["h) ", "i) ", "j) "],
    ]),
    _WRAPPED, st.sampled_from(["\n", "\n\n", "\n   "]),
)  # fmt: skip
_HANGING = st.lists(_PROSE, min_size=4, max_size=6).map(
    lambda parts: "\n\n".join(f"  {part}, 12\n      _so_ on, 13" for part in parts)
)
_TABLE = st.lists(
    st.sampled_from([
        "Nature         1836     x", "Essays         1841     y", "  of [1]       1850     _z_",
        "-----------  ------  -----", "               1860", "and                      so\n",
        "Name           Year     z",
        "| a | b |", "| a |   |", "|   | b |  | c |", "+---+---+", "a | b", "c | d |", "e\tf",
    ]),
    min_size=3, max_size=8,
).map("\n".join)  # fmt: skip
_QUOTED_LETTER = st.builds(
    "\n\n".join,
    st.tuples(
        st.sampled_from(["Paris, 3 May 1790", "3 May 1790\n  Paris", "To Gen. Roe,\nParis"]),
        st.sampled_from(["Dear Sir,", "General Roe,\nParis", "SIR:--I have it [1]", "Sir,--"]),
        st.one_of(
            _WRAPPED,
            st.just("[1] So.\n\nMore."),
            st.just("[Illustration]"),
            st.just("12.\n\nTO ROE."),
        ),
        st.sampled_from(["I am, Sir, your servant,\nJ. ROE", "Yours truly, JOHN ROE.", "Your"]),
        st.sampled_from(["JOHN ROE.", "P.S. So.", "To Gen. Roe,\nParis", "Paris, 1790"]),
    ),
)
_NOTE = st.builds(
    str.format,
    st.sampled_from(
        [
            "[{}] {}",
            "[{}] {}",
            "[Footnote {}: {}]",
            "[Footnote {}: {}\n\nMore.]",
            "({}) {}",
            "{{{}}} {}",
            "{}. {}",
            "^{} {}",
            "^{{{}}} {}",
            "[^{}]: {}",
            "{} {}",
            "[Note {}: {}",
        ]
    ),
    st.integers(0, 13),
    _PROSE,
)
_SIGNED = st.builds(
    str.format,
    st.sampled_from(["* {}", "*{}", "† {}", "¹ {}", "²{}", "[*{}]", "[Footnote *: {}]", "[a] {}"]),
    _PROSE,
)
_MARKED = st.sampled_from(
    [
        "# A Mill",
        "## Rain ##",
        "== A Road ==",
        "=A=",
        "A Mill\n======",
        "Rain\n----\nIt fell.",
        "§ 1",
        "1. The Mill",
        "1.1 A Road",
        "[Page 3]",
        "{4}",
        "-- 5 --",
        "[Pg 6]",
        "NOTES",
        "7",
    ]
)
_STANDING = st.builds(
    str.format,
    st.sampled_from(
        [
            "[Sidenote: {}]",
            "[Transcriber’s Note: {0}\n\n{0}]",
            "[{0}--ED.]",
            "[Footnote: {}]",
            "So.[Footnote: {}] And",
            "[Footnote: {} ]",
            "[Footnote:{}]",
        ]
    ),
    _PROSE,
)
_STANZA = st.lists(
    st.sampled_from(["The curfew tolls the knell", "  And leaves the world", "“Oh,” Trotsky"]),
    min_size=2, max_size=5,
).map("\n".join)  # fmt: skip
_INDENTED = st.tuples(st.one_of(_WRAPPED, _STANZA), st.integers(1, 8)).map(
    lambda set_off: "\n".join(" " * set_off[1] + line for line in set_off[0].split("\n"))
)
_SOURCED = st.tuples(_INDENTED, st.sampled_from(["\n", "\n\n"]), st.sampled_from(
    ["          --_Old Play._", "     --A. B. [1]", "                 SHAKESPEARE", "--so"])
).map("".join)  # fmt: skip
_POEM = st.lists(
    st.tuples(st.sampled_from(["", "", "    1\n", "  2\n", "III.\n"]), _STANZA,
              st.sampled_from(["", "       5", "    10", "\n      and so on and on"])).map("".join),
    min_size=2, max_size=5,
).map("\n\n".join)  # fmt: skip
_QUOTED = st.lists(_PROSE.map(lambda p: f"“{p}"), min_size=1, max_size=3).map(
    lambda ps: "\n\n".join(ps) + "”"
)
_FIGURE = st.sampled_from(
    ["[Illustration]", "[Illustration: A mill.]", "[Illustration: A\n\nmill. ]", "[Illustration:]",
     "[Illustration of a _Pike_]", "[Illustration: open", "[Illustration: [1]]", "[Music: ]"]
)  # fmt: skip
_CONTENTS = st.sampled_from(
    ["CONTENTS", "Contents.\n\nI. The Mill   3\n\nII. The End   12", "Chapter 1\n\nChapter 2",
     "CONTENTS\n\n  Preface . . . ix\n  The Mill ..... 3", "Table des matières\n\nI\nII\nIII",
     "ILLUSTRATIONS\n\nThe Mill [1]    12\n\n_The End_    14", "Chapter 1\nChapter 2\nChapter 3"]
)  # fmt: skip
_TITLE_PAGE = st.sampled_from(
    ["THE\n\nMILL", "OR,", "by\n\nJANE ROE", "Jane Roe, Esq.", "SECOND EDITION", "LONDON\n1907",
     "_New York_\nROE & CO. [1]\n  _Copyright_", "TO\n\nMY MOTHER", "VOL. II.", "1907", "* * *",
     "Translated by A. B."]
)  # fmt: skip
_PLAY = st.sampled_from(
    ["DRAMATIS PERSONÆ\n\nHALLA, a widow.\nKARI", "_Halla._\n\nHo! [1]", "_Halla (rising)._",
     "_Kari._\n\nNo. (_Goes._)\n\nYes.", "Jane.  [Sits.]  So.", "Jane.  Oh.\n\nJohn.  Ah!",
     "[They go.]", "_Curtain._", "ACT I", "FIRST ACT\n\nSCENE", "CURTAIN", "HAMLET.\nTo be.",
     "HALLA [rising].\nWho left it\nOpen to the\nWind?\n\nKARI.\n                I did.",
     "PERSONS\n\n_Halla_, a widow (old).\nKari } her men\n  An old Man, etc.",
     "_Halla._ So it is.\n\n_Kari._ Yes. [Goes.]\n\n_Halla._ O."]
).map(lambda speech: "\n\n".join([speech] * 3))  # fmt: skip
_PAGE = st.sampled_from(
    ["\f10 THE MILL\n\nand so on", "\fTHE MILL 11\n\nOf the", "\n\n12\n\f", "\f\f", "\f14\n"]
)
_GAP = st.sampled_from(["\n", "\n\n", "\n\n", "\n\n\n", "\r\n\r\n", "\n\f\n", "\n    ", "\r"])

arbitrary = st.text(min_size=1, max_size=400)
"""Any characters whatever, lone surrogates included."""


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A text of paragraphs, headings, notes, letters, plays, pages and so on in any order."""
    parts = draw(st.lists(_TITLE_PAGE, max_size=4)) + draw(
        st.lists(
            st.one_of(_PROSE, _WRAPPED, _HEADING, _LETTER, _NOTE, _NOTE, _SIGNED, _MARKED,
                      _STANDING, _STANZA, _QUOTED, _INDENTED, _LIST, _HANGING, _TABLE,
                      _QUOTED_LETTER, _SOURCED, _POEM, _FIGURE, _CONTENTS, _PLAY, _PAGE),
            min_size=1, max_size=18,
        )
    )  # fmt: skip
    return "".join(part + draw(_GAP) for part in parts)
