"""Conventions: found, said by the user, described by the user; headings and pages in all looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

import teikit
from teikit.encode.conventions.load import given, known
from teikit.encode.conventions.model import ASPECTS
from teikit.encode.convert import convert
from teikit.encode.segment import segment
from teikit.errors import InputError, UsageError
from teikit.tei import tei

PROSE = (
    "It was a long time before anyone spoke, and then it was only the\n"
    "clerk, who sneezed. The rain had stopped in the night and the road\n"
    "was white with it, as far as the bridge and no farther than that.\n\n"
)


def encode(text: str, *conventions: str) -> etree._Element:
    """The ``<text>`` of a text, which is valid and comes back word for word."""
    conversion = convert(text.encode(), annotators=(), conventions=conventions)
    document = conversion.to_bytes()
    assert teikit.validate(document).findings == ()
    assert teikit.transform(document, to="text").split() == text.split()
    found = conversion.tree.find(tei("text"))
    assert found is not None
    return found


def outline(text: str, *conventions: str) -> list[tuple[int, str, str]]:
    """Depth, type with number, and first heading of each division."""
    found = []
    for div in encode(text, *conventions).iter(tei("div")):
        depth = sum(1 for _ in div.iterancestors(tei("div")))
        head = div.find(tei("head"))
        words = "" if head is None else " ".join("".join(head.itertext()).split())
        found.append((depth, f"{div.get('type')} {div.get('n') or ''}".strip(), words))
    return found


def book(*headings: str) -> str:
    """A text with two paragraphs under each heading."""
    return "".join(f"{heading}\n\n{PROSE}{PROSE}" for heading in headings)


def pages(*numbers: str) -> str:
    """Pages that break off amid a sentence, each with its number below."""
    words = (PROSE + PROSE).split()[:-4]
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    return "".join("\n".join(lines) + number for number in numbers)


def chosen(text: str, aspect: str, *conventions: str) -> list[str]:
    """The names of the conventions of an aspect that hold."""
    choices = segment(text, given=given(conventions)).choices
    return [one.name for one in choices if one.holds and one.aspect == aspect]


@pytest.mark.parametrize(
    ("headings", "divisions"),
    [
        (["## The Mill", "### A Road", "## Chapter 2"],
         [(0, "section", "The Mill"), (1, "section", "A Road"), (0, "chapter 2", "Chapter 2")]),
        (["== The Mill ==", "===A Road===", "== Sun =="],
         [(0, "section", "The Mill"), (1, "section", "A Road"), (0, "section", "Sun")]),
        (["The Mill\n========", "A Road\n------", "The Sun\n======="],
         [(0, "section", "The Mill"), (1, "section", "A Road"), (0, "section", "The Sun")]),
        (["§ 1", "§ 2"], [(0, "section 1", "§ 1"), (0, "section 2", "§ 2")]),
        (["1. The Mill", "2. A Road"],
         [(0, "section 1", "1. The Mill"), (0, "section 2", "2. A Road")]),
        (["1.1 The Mill", "1.2 A Road"],
         [(0, "section 1.1", "1.1 The Mill"), (0, "section 1.2", "1.2 A Road")]),
        (["Chapter the First", "CHAP. II.—Of a Road"],
         [(0, "chapter 1", "Chapter the First"), (0, "chapter 2", "CHAP. II.—Of a Road")]),
        (["CHAPTER TWENTY-ONE", "CHAPTER TWENTY TWO"],
         [(0, "chapter 21", "CHAPTER TWENTY-ONE"), (0, "chapter 22", "CHAPTER TWENTY TWO")]),
        (["Erster Teil", "Zwölftes Kapitel", "Einundzwanzigstes Capitel"],
         [(0, "part 1", "Erster Teil"), (1, "chapter 12", "Zwölftes Kapitel"),
          (1, "chapter 21", "Einundzwanzigstes Capitel")]),
        (["PREMIÈRE PARTIE", "I", "II", "SECONDE PARTIE", "I", "II"],
         [(0, "part 1", "PREMIÈRE PARTIE"), (1, "section 1", "I"), (1, "section 2", "II"),
          (0, "part 2", "SECONDE PARTIE"), (1, "section 1", "I"), (1, "section 2", "II")]),
        (["LIBER PRIMUS", "CAPUT I", "CAP. II. De mola"],
         [(0, "book 1", "LIBER PRIMUS"), (1, "chapter 1", "CAPUT I"),
          (1, "chapter 2", "CAP. II. De mola")]),
        (["PARTE SECONDA", "Capitolo terzo", "Capítulo cuarto", "CAPÍTULO QUINTO"],
         [(0, "part 2", "PARTE SECONDA"), (1, "chapter 3", "Capitolo terzo"),
          (1, "chapter 4", "Capítulo cuarto"), (1, "chapter 5", "CAPÍTULO QUINTO")]),
        (["EERSTE HOOFDSTUK", "CAPÍTULO SEXTO"],
         [(0, "chapter 1", "EERSTE HOOFDSTUK"), (0, "chapter 6", "CAPÍTULO SEXTO")]),
    ],
)  # fmt: skip
def test_headings(headings: list[str], divisions: list[tuple[int, str, str]]) -> None:
    """Marks, numbers and names, in many languages; nested by what they say."""
    assert outline(PROSE + book(*headings)) == divisions


def test_centred_headings() -> None:
    """Lines in the middle head divisions where there are several."""
    lines = ["The Road", "The Bridge", "A Mill Again", "The End of It All"]
    text = book(*(" " * ((66 - len(line)) // 2) + line for line in lines))
    assert [words for _, _, words in outline(PROSE + text)] == lines
    assert chosen(PROSE + text, "headings") == ["centred"]


def test_marks_end_where_text_begins() -> None:
    """A heading with marks needs no blank line below."""
    text = "# A Mill\nIt was old.\n## Its Road\nIt was white.\n\nSo it stayed.\n"
    assert outline(text) == [(0, "section", "A Mill"), (1, "section", "Its Road")]
    paged = convert(b"# A Mill\f## Its Road\fIt was white.\n", annotators=()).to_bytes()
    underlined = convert(b"Appendix A Responses\n********************", annotators=())
    assert teikit.transform(underlined.to_bytes(), to="text").count("*") == 20
    words = "# A Mill ## Its Road It was white."
    assert teikit.transform(paged, to="text").split() == words.split()


@pytest.mark.parametrize(
    "comments",
    [
        "# Set the clock.\nclock 12\n\n# Ring the bell.\nbell 1\n",
        "# First the clock\n# and then the bell\nbell 1\n",
        "# mount the clock\n\n# ring the bell\n",
    ],
)
def test_comments_of_programs_are_no_headings(comments: str) -> None:
    """Marks before sentences, before lines that go on, and before commands head nothing."""
    assert outline(f"{PROSE}{comments}\n{PROSE}") == []


@pytest.mark.parametrize("sign", "*=-~")
def test_underlined_headings(sign: str) -> None:
    """A line of signs as long as the words above it makes a heading of them."""
    text = f"Of Mills\n{sign * 8}\n\n{PROSE}Of Roads\n{sign * 8}\n\n{PROSE}"
    assert [one[2] for one in outline(text)] == ["Of Mills", "Of Roads"]


def test_bold_between_equals_signs_is_no_heading() -> None:
    """“=So=” is bold in many texts."""
    assert chosen(f"{PROSE}=So=\n\n{PROSE}=No=\n\n{PROSE}", "headings") == []


@pytest.mark.parametrize(
    ("form", "convention", "rend"),
    [
        ("\n\n[Page {}]\n\n", "page-labels", "[Page #]"),
        (" [Pg {}] ", "page-labels", "[Pg #]"),
        ("\n[{}]\n", "bracketed-pages", "[#]"),
        (" {{{}}} ", "braced-pages", "{#}"),
        ("\n\n-- {} --\n\n", "dashed-pages", "-- # --"),
        ("\n\n{}\n\n", "bare-pages", "#"),
    ],
)
def test_page_numbers(form: str, convention: str, rend: str) -> None:
    """Numbers on lines or among the words become page breaks; paragraphs go on overleaf."""
    text = pages(*(form.format(n) for n in range(12, 18))) + PROSE
    found = encode(text)
    breaks = [(pb.get("n"), pb.get("rend")) for pb in found.iter(tei("pb"))]
    assert breaks == [(str(n), rend) for n in range(12, 18)]
    assert chosen(text, "pages") == [convention]
    assert list(found.iter(tei("div"))) == []


def test_numbers_of_sections_are_no_pages() -> None:
    """Where no sentence goes on over them, numbers on lines are headings."""
    assert [kind for _, kind, _ in outline(PROSE + book("1", "2", "3", "4"))] == [
        "section 1", "section 2", "section 3", "section 4",
    ]  # fmt: skip


def test_the_user_has_the_say() -> None:
    """A name chooses, “none” switches off."""
    text = PROSE.replace("sneezed.", "sneezed. (1)") + "(7) A thing.\n\n(1) Hume.\n"
    assert chosen(text, "notes", "parentheses") == ["parentheses"]
    assert [n.get("n") for n in encode(text, "parentheses").iter(tei("note"))] == ["1", "7"]
    assert list(encode(text, "notes=none").iter(tei("note"))) == []
    assert outline(book("CHAPTER I", "CHAPTER II"), "headings=none") == []
    verse = "One day\nTwo days\n\nThree\nand four\n\n" + PROSE
    assert len(list(encode(verse, "every-line").iter(tei("lg")))) == 3


def test_a_convention_of_ones_own(tmp_path: Path) -> None:
    """A file describes notes and headings that nobody thought of."""
    own = tmp_path / "house.toml"
    own.write_text(
        '[notes]\nmarker = "<#>"\nbody = "<#> …"\n\n'
        "[headings]\npattern = 'Item (?P<n>\\d+): .*'\ntype = \"item\"\n",
        "utf-8",
    )
    text = PROSE + "Item 4: of a mill\n\n" + PROSE.replace("d.", "d.<1>", 1) + "<1> Hume.\n"
    assert outline(text, str(own)) == [(0, "item 4", "Item 4: of a mill")]
    note = encode(text, str(own)).find(f".//{tei('note')}")
    assert note is not None
    assert (note.get("n"), note.text, note.get("rend")) == ("1", "Hume.", "<#> <#> …")


def test_the_file_beside_the_text(tmp_path: Path) -> None:
    """A table in the file of metadata says what holds, like a known convention or otherwise."""
    text = tmp_path / "mill.txt"
    text.write_text(PROSE.replace("sneezed.", "sneezed.(1)") + "(1) Hume.\n", "utf-8")
    beside = tmp_path / "mill.toml"
    beside.write_text('title = "A Mill"\n\n[convention]\nnotes = "none"\n', "utf-8")
    conversion = convert(text, annotators=())
    assert conversion.metadata.title == "A Mill"

    def notes(*conventions: str) -> int:
        tree = convert(text, annotators=(), conventions=conventions).tree
        return len(list(tree.iterfind(f"{tei('text')}//{tei('note')}")))

    assert notes() == 0
    beside.write_text('[convention.notes]\nlike = "parentheses"\nstand = "page"\n', "utf-8")
    assert notes() == 0
    assert notes("parentheses") == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("parens", "there is no convention “parens”; did you mean “parentheses”?"),
        ("notes=x", "there is no convention “x”"),
    ],
)
def test_unknown_names(words: str, message: str) -> None:
    """What is not known is told, with what was probably meant."""
    with pytest.raises(UsageError, match=message.replace("?", r"\?")):
        given([words])


@pytest.mark.parametrize(
    ("description", "message"),
    [
        ("notes = 3", "must be the name of a convention"),
        ("footnotes = 'x'", "conventions are not about “footnotes”"),
        ("[notes]\nmarker = '(n)'\nbody = '(#) …'", "must have one #"),
        ("[notes]\nmarker = '(#)'\nbody = '(#)'", "must have one # and one …"),
        ("[notes]\nmarker = '(see #)'\nbody = '(#) …'", "must have no space"),
        ("[notes]\nmarkers = '(#)'", "do not say “markers”"),
        ("[notes]\nnumbers = 'greek'", "numbers cannot be “greek”"),
        ("[notes]\nevidence = 'none'", "“evidence” cannot be 'none'"),
        ("[headings]\npattern = '('", "no regular expression"),
        ("[headings]\nlevel = 'x'", "“level” must be a number"),
        ("[pages]\nlike = 'x'", "there is no convention “x”"),
    ],
)
def test_bad_descriptions(tmp_path: Path, description: str, message: str) -> None:
    """A description that makes no sense is told, with its file."""
    own = tmp_path / "own.toml"
    own.write_text(description, "utf-8")
    with pytest.raises(UsageError, match=message) as error:
        given([str(own)])
    assert error.value.place == str(own)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file and one that is no TOML."""
    with pytest.raises(InputError, match="No such file"):
        given([str(tmp_path / "none.toml")])
    bad = tmp_path / "bad.toml"
    bad.write_text("notes = ", "utf-8")
    with pytest.raises(InputError, match="cannot be read"):
        given([str(bad)])


def test_names_are_unambiguous() -> None:
    """A name needs no aspect: no two aspects share one; each has a gloss."""
    names = [name for aspect in ASPECTS for name in known(aspect)]
    assert len(set(names)) == len(names)
    assert all(one.gloss for aspect in ASPECTS for one in known(aspect).values())


def test_the_page_lists_all(project: Path) -> None:
    """The page on conventions has each of them with its gloss."""
    page = (project / "docs" / "conventions.md").read_text("utf-8").replace("&lt;", "<")
    for aspect in ASPECTS:
        for one in known(aspect).values():
            assert f"| {aspect} | `{one.name}` | {one.gloss} |" in page
