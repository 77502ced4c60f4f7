"""The outline of a book: title page, contents, headings in many languages, what closes."""

from __future__ import annotations

import pytest

from teikit.encode.convert import convert
from teikit.encode.segment import segment
from teikit.tei import tei

PROSE = (
    "It was a long time before anyone spoke, and then it was only the\n"
    "clerk, who sneezed. The rain had stopped in the night and the road\n"
    "was white with it, as far as the bridge and no farther than that."
)


def blocks(text: str, *kinds: str) -> list[tuple[str, str]]:
    """Kind and first line of the blocks of some kinds, or of all."""
    return [
        (block.kind, text[block.start : block.end].split("\n")[0])
        for block in segment(text).blocks
        if not kinds or block.kind in kinds
    ]


def divisions(text: str) -> list[tuple[str, str]]:
    """Type and number of each heading that opens a division."""
    found = [block.attributes for block in segment(text).blocks if block.kind == "head"]
    return [(facts["type"], facts["n"]) for facts in found if "sub" not in facts]


@pytest.mark.parametrize(
    ("heading", "division"),
    [
        ("CHAP. II.", ("chapter", "2")),
        ("DEUXIÈME PARTIE", ("part", "2")),
        ("Drittes Kapitel", ("chapter", "3")),
        ("II. KAPITEL", ("chapter", "2")),
        ("PREFACE TO THE SECOND EDITION", ("preface", "")),
        ("Author’s Preface", ("preface", "")),
        ("Vorwort zur zweiten Auflage", ("preface", "")),
        ("A NOTE ON THE TEXT", ("afterword", "")),
        ("INDEX OF FIRST LINES", ("index", "")),
        ("SCAENA PRĪMA", ("scene", "1")),
        ("FIRST ACT", ("act", "1")),
        ("STAVE ONE", ("stave", "1")),
        ("VORWORT", ("preface", "")),
        ("ДЕЙСТВИЕ ТРЕТЬЕ", ("act", "3")),
        ("Глава IV", ("chapter", "4")),
        ("FÖRSTA KAPITLET.", ("chapter", "1")),
        ("Tredje Kapitel", ("chapter", "3")),
        ("ENSIMMÄINEN LUKU", ("chapter", "1")),
        ("II NÄYTÖS", ("act", "2")),
        ("CZĘŚĆ DRUGA", ("part", "2")),
        ("Rozdział piąty", ("chapter", "5")),
        ("Förord", ("preface", "")),
        ("NOTEN", ("notes", "")),
        ("NOTES TO CHAPTER I", ("notes", "")),
        ("Works Cited", ("bibliography", "")),
        ("CHAPTER THE LAST", ("chapter", "")),
        ("Preface, by the Editor", ("preface", "")),
        ("TRANSCRIBER’S NOTES", ("transcriber", "")),
        ("第十二章　水车", ("chapter", "12")),
        ("第3幕", ("act", "3")),
        ("Anhang C. Der Rest", ("appendix", "C")),
    ],
)
def test_headings_in_many_languages(heading: str, division: tuple[str, str]) -> None:
    """Divisions are named in English, French, German, Latin and so on."""
    assert divisions(f"{PROSE}\n\n\n{heading}\n\n{PROSE}") == [division]


def test_title_page() -> None:
    """All above the first chapter is the title page, author and publisher included."""
    text = f"THE OLD MILL\n\nBY\n\nJANE ROE\n\nLONDON\n1901\n\n\nCHAPTER I\n\n{PROSE}"
    assert blocks(text) == [
        ("title", "THE OLD MILL"), ("byline", "BY"), ("titlepart", "LONDON"),
        ("titlepart", "1901"),
        ("head", "CHAPTER I"), ("p", PROSE.split("\n")[0]),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["Notes on the Mill", "works", "The chapter on mills"])
def test_words_that_name_no_division(words: str) -> None:
    """A title with such a word, or a word alone, is none of the divisions with names."""
    kinds = dict(divisions(f"{PROSE}\n\n{words}\n\n{PROSE}"))
    assert not kinds.keys() - {"section"}


def test_sentences_make_no_title_page() -> None:
    """A text that just begins has none, even where a heading comes soon."""
    text = f"The clerk had sneezed again that day.\n\nCHAPTER I\n\n{PROSE}"
    assert blocks(text, "title", "titlepart") == []


@pytest.mark.parametrize(
    "entries",
    [
        "CHAPTER I. The Mill\n\nCHAPTER II. The Bridge\n\nCHAPTER III. The Road",
        "I. The Mill       3\n\nII. The Bridge    19\n\nIII. The Road     40",
        "I. The Mill\nII. The Bridge\nIII. The Road",
        "Preface . . . . ix\nThe Mill ..... 1\nThe Bridge .... 19",
    ],
)
def test_contents(entries: str) -> None:
    """Entries of a table of contents are items; the headings of the text are none of them."""
    chapters = "\n\n\n".join(f"CHAPTER {n}\n\n{PROSE}" for n in ("I", "II", "III"))
    text = f"CONTENTS\n\n{entries}\n\n\n{chapters}"
    assert [kind for kind, _ in blocks(text, "item")] == ["item"] * 3
    assert divisions(text) == [
        ("contents", ""), ("chapter", "1"), ("chapter", "2"), ("chapter", "3"),
    ]  # fmt: skip


def test_an_entry_may_run_over_lines() -> None:
    """A line that goes on with an entry opens none."""
    text = (
        f"CONTENTS\n\nI. The Mill that was\n   sold        3\nII. The Road    40\n\n\nI\n\n{PROSE}"
    )
    assert blocks(text, "item") == [
        ("item", "I. The Mill that was"),
        ("item", "II. The Road    40"),
    ]


def test_contents_without_a_heading() -> None:
    """Headings in a row that come again below are a table of contents, too."""
    rows = "ACT I. A flat.\n\nACT II. A garden.\n\nACT III. A room."
    acts = "\n\n".join(f"ACT {n}\n\n{PROSE}" for n in ("I", "II", "III"))
    text = f"{PROSE}\n\n{rows}\n\n{PROSE}\n\n{acts}"
    assert divisions(text) == [("act", "1"), ("act", "2"), ("act", "3")]


def test_a_word_that_announces_nothing_is_no_list() -> None:
    """“Contents” above prose is an ordinary heading."""
    assert blocks(f"{PROSE}\n\nCONTENTS\n\n{PROSE}", "item") == []


def test_what_goes_on_below_is_no_heading() -> None:
    """Words between quotations of verse head nothing."""
    verse = '  "Many a flower is born to blush unseen,\n  And waste its fragrance."'
    text = f"Chapter 1\n\n{PROSE}\n\nFrom Gray, that\n\n{verse}\n\n\nThat\n\n{verse}\n\n{PROSE}"
    assert divisions(text) == [("chapter", "1")]


def test_numbers_must_count() -> None:
    """Bare numbers head sections where they go up by one; others are text."""
    sections = "\n\n".join(f"{n}\n\n{PROSE}" for n in ("I", "II", "III"))
    assert divisions(f"{PROSE}\n\n{sections}") == [
        ("section", "1"), ("section", "2"), ("section", "3"),
    ]  # fmt: skip
    assert divisions(f"{PROSE}\n\n16\n\n{PROSE}\n\n42\n\n{PROSE}") == []


def test_names_that_sign_are_no_headings() -> None:
    """A name in capitals at the end of letter after letter is their signature."""
    letters = "\n\n".join(f"{n}.\n\nTO THE CLERK\n\n{PROSE}\n\nROE." for n in range(1, 7))
    text = f"{PROSE}\n\n{letters}"
    assert divisions(text) == [("section", str(n)) for n in range(1, 7)]
    assert len(blocks(text, "signed")) == 6


def test_trailer() -> None:
    """“THE END” closes the last division."""
    text = f"CHAPTER I\n\n{PROSE}\n\nTHE END"
    assert blocks(text, "trailer") == [("trailer", "THE END")]


def test_index_entries_are_no_headings() -> None:
    """An entry in capitals is an entry."""
    text = f"CHAPTER I\n\n{PROSE}\n\nINDEX\n\nALBERTI, 109, 112.\n\nBach, 4, 5."
    assert divisions(text) == [("chapter", "1"), ("index", "")]


def test_preface_holds_no_chapters() -> None:
    """Chapters follow the preface; sections stand in an introduction."""
    text = f"PREFACE\n\n{PROSE}\n\nTHE MILL\n\n{PROSE}\n\nTHE ROAD\n\n{PROSE}"
    body = convert(text.encode(), annotators=()).tree.find(f"{tei('text')}/{tei('body')}")
    assert body is not None
    assert [child.get("type") for child in body] == ["preface", "section", "section"]


def test_an_introduction_right_under_a_chapter_is_in_it() -> None:
    """Unless text stands between, the first division of a chapter is no sibling."""
    chapters = f"CHAPTER I: THE MILL\n\nIntroduction.\n\n{PROSE}\n\n\nCHAPTER II\n\n{PROSE}"
    body = next(convert(chapters.encode()).tree.iter(tei("body")))
    assert [division.get("n") for division in body] == ["1", "2"]
    (inside,) = body[0].iterchildren(tei("div"))
    assert inside.get("type") == "introduction"


def test_front_and_back_matter() -> None:
    """Preface and contents go before the body, an index after it."""
    chapters = "\n\n\n".join(f"CHAPTER {n}\n\n" + f"{PROSE}\n\n" * 9 for n in ("I", "II"))
    contents = "CONTENTS\n\nI. The Mill    3\nII. The Road    9"
    text = f"PREFACE\n\n{PROSE}\n\n\n{contents}\n\n\n{chapters}\n\nINDEX\n\nMill, 3\n\nRoad, 9"
    found = convert(text.encode(), annotators=()).tree.find(tei("text"))
    assert found is not None
    assert [[div.get("type") for div in part] for part in found] == [
        ["preface", "contents"], ["chapter", "chapter"], ["index"],
    ]  # fmt: skip


def test_a_book_of_nothing_but_a_preface_has_a_body() -> None:
    """Front matter is before something."""
    found = convert(f"PREFACE\n\n{PROSE}".encode(), annotators=()).tree.find(tei("text"))
    assert found is not None
    assert [part.tag for part in found] == [tei("body")]


def test_signature_with_farewell_and_date() -> None:
    """A signature in capitals takes the farewell above it and the date below it along."""
    closing = "Your humble servant,\n\nJ. S. ROE.\n\nLONDON, 1895."
    text = f"PREFACE\n\n{PROSE}\n\n{closing}\n\nCHAPTER I\n\n{PROSE}"
    assert blocks(text, "farewell", "signed", "dateline") == [
        ("farewell", "Your humble servant,"),
        ("signed", "J. S. ROE."),
        ("dateline", "LONDON, 1895."),
    ]


def test_numbered_chapters_that_say_what_they_are_about() -> None:
    """“I -- The mill. -- The flood.” heads a chapter, also where no line is wrapped."""
    long = " ".join(PROSE.split())
    text = "\n\n".join(
        f"{n} -- The {what} mill. -- The flood. -- What came of it.\n\n{long}\n\n{long}"
        for n, what in (("I", "old"), ("II", "new"), ("III", "burnt"))
    )
    assert divisions(f"THE MILLS\n\nby John Roe\n\n\n{text}") == [
        ("section", "1"), ("section", "2"), ("section", "3"),
    ]  # fmt: skip


def test_footnotes_between_sections_hold_none() -> None:
    """A heading under the footnotes of a section opens a section beside them."""
    part = f"{PROSE} [{{0}}]\n\nFOOTNOTES:\n\n[{{0}}] A note."
    text = f"PART I\n\nOF MILLS\n\n{part.format(1)}\n\nOF ROADS\n\n{part.format(2)}"
    body = convert(text.encode(), annotators=()).tree.find(f".//{tei('body')}")
    assert body is not None
    notes = [div for div in body.iter(tei("div")) if div.get("type") == "notes"]
    assert len(notes) == 2
    assert not [div for part in notes for div in part.iter(tei("div")) if div is not part]


def test_decimal_numbers_in_a_row() -> None:
    """Numbers that follow each other are headings, whatever their titles end with."""
    text = (
        f"1. Mills\n\n1.1. What is one?\n\nIt grinds.\n\n1.2. /mill : the old one.\n\n{PROSE}\n\n"
        f"2. Roads\n\n2.1. White Roads\n\n2.1.1. Purpose\n\n{PROSE}\n\n3.5. Nothing.\n\n{PROSE}"
    )
    numbers = [n for _, n in divisions(text)]
    assert numbers == ["1", "1.1", "1.2", "2", "2.1", "2.1.1"]


def test_appendices_count_by_letters() -> None:
    """C and D are no Roman numerals there, and their sections have letters too."""
    text = "".join(
        f"Appendix {letter}. Of Mills\n\n{letter}.1. Old Mills\n\n{PROSE}\n\n"
        f"{letter}.2. New Mills\n\n{PROSE}\n\n"
        for letter in "ABCD"
    )
    numbers = [n for _, n in divisions(text)]
    assert numbers == [f"{letter}{rest}" for letter in "ABCD" for rest in ("", ".1", ".2")]


def test_contents_of_a_chapter_below_those_of_the_book() -> None:
    """The heading above the contents of the first chapter is no entry of the book's."""
    entries = "1. Mills\n\n1.1. Old Mills\n\n2. Roads\n\n2.1. Old Roads"
    chapters = "".join(
        f"Chapter {n}. {what}\n\nTable of Contents\n\n{n}.1. Old {what}\n{n}.2. New {what}\n\n"
        f"{n}.1. Old {what}\n\n{PROSE}\n\n{n}.2. New {what}\n\n{PROSE}\n\n"
        for n, what in ((1, "Mills"), (2, "Roads"))
    )
    text = f"Mills and Roads\n\nTable of Contents\n\n{entries}\n\n{chapters}"
    found = [one for one in divisions(text) if one[0] == "chapter"]
    assert found == [("chapter", "1"), ("chapter", "2")]


@pytest.mark.parametrize("line", ["* GCC 4.4", "• FAT16", "他看着Ｑ，说不出话来。", "- RAID 5"])
def test_bullets_and_letters_without_capitals_head_nothing(line: str) -> None:
    """A line is not in capitals where it is an item, or where its script has none."""
    assert divisions(f"{PROSE}\n\n{line}\n\n{PROSE}\n\n{line}2\n\n{PROSE}") == []


@pytest.mark.parametrize(
    "headings",
    [
        ["Lesson 1. The Pump", "Lesson 2. The Well", "Lesson 3. The Pipe"],
        ["ROZDZIAŁ I", "ROZDZIAŁ II", "ROZDZIAŁ III"],
        ["The First Night", "The Second Night", "The Third Night"],
        ["_PROP._ I. THEOR. I.", "_PROP._ II. THEOR. II.", "_PROP._ III. PROB. I."],
        ["Article. I.", "Article. II.", "Article III."],
    ],
)
def test_nouns_that_count_on(headings: list[str]) -> None:
    """Any noun heads divisions where its numbers go up by one."""
    found = divisions("".join(f"{heading}\n\n{PROSE}\n\n" for heading in headings))
    assert [n for _, n in found] == ["1", "2", "3"]


@pytest.mark.parametrize("noun", ["Fig.", "March", "Than", "Table", "* Emacs", "Release 4."])
def test_nouns_that_count_other_things(noun: str) -> None:
    """Figures and days have numbers too, and so have single lines."""
    text = "".join(f"{noun} {n}\n\n{PROSE}\n\n" for n in (1, 2, 3))
    assert "section" not in dict(divisions(text if noun != "Than" else text.replace("2", "5")))


@pytest.mark.parametrize(
    "line", [f"{'THE MILLER.':>64}", "(ENTER THE MILLER: THEN, ALL)", "[A NOISE OF WHEELS.]"]
)
def test_capitals_that_head_nothing(line: str) -> None:
    """Signatures stand at the right margin; directions in brackets."""
    text = f"CHAPTER I\n\n{PROSE}\n\n{line}\n\n{PROSE}\n\nCHAPTER II\n\n{PROSE}"
    assert [kind for kind, _ in divisions(text)] == ["chapter", "chapter"]


def test_spaced_letters_name_a_division() -> None:
    """“P R E F A C E” is one."""
    assert divisions(f"{PROSE}\n\nP R E F A C E\n\n{PROSE}") == [("preface", "")]


def test_one_heading_below_a_chapter_is_its_subtitle() -> None:
    """Two are sections: a chapter is not parted in one."""
    one = f"CHAPTER I. The Mill\n\nBY THE OLD WHEEL\n\n{PROSE}\n\n"
    two = f"CHAPTER II. The Road\n\nTO THE BRIDGE\n\n{PROSE}\n\nAND BACK\n\n{PROSE}\n\n"
    found = [kind for kind, _ in divisions(f"{one}{two}CHAPTER III. The End\n\n{PROSE}")]
    assert found == ["chapter", "chapter", "section", "section", "chapter"]


def test_a_table_of_contents_tells_headings() -> None:
    """What a table of contents names is a heading, however it looks."""
    contents = "CONTENTS\n\n1. The Clerk ..... 3\n2. The old mill ..... 9\nThe end of it ..... 12\n"
    parts = ("1. The Clerk", "2. The old mill", "The end of it")
    text = f"{contents}\n\n" + "".join(f"{part}\n\n{PROSE}\n\n" for part in parts)
    assert [words for _, words in blocks(text, "head")] == ["CONTENTS", *parts]


def test_headings_right_above_their_text() -> None:
    """A heading needs no blank line below it, whether a title stands under it or not."""
    text = (
        f"THE MILL\n\nCHAPTER I\n{PROSE}\n\n{PROSE}\n\nCHAPTER II\nThe Clerk\n{PROSE}\n\n"
        f"FIRE AT CRAY\n{PROSE}\n\nNOTES\n1. The clerk was old.\n2. The hat is lost.\n"
    )
    assert [words for _, words in blocks(text, "head")] == [
        "CHAPTER I", "CHAPTER II", "FIRE AT CRAY", "NOTES",
    ]  # fmt: skip
    assert len(blocks(text, "p")) == 4
    told = "It was very old, and the road to it was white with dust."
    numbered = f"1. The Mill\n{told}\n\n1.1 Its Road\n{told}\n\n2. The Clerk\n{told}\n"
    assert [n for _, n in divisions(f"A Report\n\n{numbered}")] == ["1", "1.1", "2"]
    assert divisions(f"{PROSE}\n\nMILL\n   A house where corn is ground.\n\n{PROSE}") == []
    books = "".join(f"BOOK {n}\n\nCHAPTER I\n{PROSE}\n\n" for n in ("I", "II", "III"))
    assert [kind for kind, _ in divisions(books)] == ["book", "chapter"] * 3
    speeches = "".join(f"HALLA\n{PROSE}\n\nKARI\n{PROSE}\n\n" for _ in range(5))
    assert blocks(f"{speeches}RUMOUR\n{PROSE}\n", "head") == []


@pytest.mark.parametrize(
    "form",
    [
        "{n}\n\n", "{n}.\n\n", "[{n}]\n\n", "- {n} -\n\n", "{n}. Of Mills\n\n",
        "{n}. OF THE MILL\n\n",
        "{n}   Of Mills\n\n", "CHAPTER {n}\n", "No. {n}.\n\n",
    ],
)  # fmt: skip
@pytest.mark.parametrize("page", ["", "OF MILLS AND ROADS\n\nBY JANE ROE\n\n\n\n"])
def test_numbers_of_chapters(form: str, page: str) -> None:
    """In many forms, from the first line of the text on or below a title page."""
    text = page + "\n\n".join(f"{form.format(n=n)}{PROSE}\n\n" for n in ("I", "II", "III"))
    assert [n for _, n in divisions(text)] == ["1", "2", "3"]


@pytest.mark.parametrize("form", ["\n\n\n\n{}?\n\n\n\n", "\n\n*{}*\n\n\n", "**{}**\n\n"])
def test_headings_in_asterisks_and_questions(form: str) -> None:
    """Marks of emphasis round a heading, and a question that stands apart."""
    text = "".join(
        f"{PROSE}\n\n{PROSE}\n\n{form.format(words)}"
        for words in ("What the Clerk Saw", "How He Came", "Who Spoke")
    )
    assert len(divisions(text + PROSE)) == 3


def test_numbered_items_are_no_series() -> None:
    """What is said of “No. 1” is no heading."""
    items = "".join(f"No. {n}, a mill.\n\nNo. {n}. A road; a bridge.\n\n" for n in range(1, 5))
    assert divisions(f"The Mill\n\n{PROSE}\n\n{items}{PROSE}") == []
    rules = "".join(f"Rule {n}. Never leave the mill at night.\n\n" for n in range(1, 5))
    assert divisions(f"The Mill\n\n{PROSE}\n\n{rules}{PROSE}") == []
