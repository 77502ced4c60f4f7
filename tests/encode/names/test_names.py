"""Which words are marked as names of persons, and which are not."""

from __future__ import annotations

import pytest

from teikit.encode.model import Block, Document, Span
from teikit.encode.names import NameAnnotator


def spans(text: str, *, kind: str = "p", language: str = "en") -> list[Span]:
    """The names in a text that is one block."""
    document = Document(text, [Block(kind, 0, len(text))], language)
    return list(NameAnnotator().annotate(document))


def names(text: str, *, kind: str = "p", language: str = "en") -> list[str]:
    """The text of the names in a text that is one block."""
    return [text[span.start : span.end] for span in spans(text, kind=kind, language=language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met John Ruskin there.", ["John Ruskin"]),
        ("We read H. G. Wells and H.G. Wells.", ["H. G. Wells", "H.G. Wells"]),
        ("It was C L R James who wrote.", ["C L R James"]),
        ("So said Geo. W. Kerby and Wm Marshall.", ["Geo. W. Kerby", "Wm Marshall"]),
        ("There came Marial H. Williams.", ["Marial H. Williams"]),
        ("Then Mr. Lloyd George rose.", ["Mr. Lloyd George"]),
        ("It was the Duke of York again.", ["Duke of York"]),
        ("Even Pope Pius IX agreed.", ["Pope Pius IX"]),
        ("A picture of King George V hung there.", ["King George V"]),
        ("She saw Mrs. Siddons act.", ["Mrs. Siddons"]),
        ("We read what St. Paul wrote.", ["St. Paul"]),
        (
            "There Capt. Smith and Hon. William Thomas stood.",
            ["Capt. Smith", "Hon. William Thomas"],
        ),
        ("He obeyed the Rev. Father Crafts.", ["Rev. Father Crafts"]),
        ("It was Mr. Justice Park.", ["Mr. Justice Park"]),
        ("Here Lady M. P. called.", ["Lady M. P."]),
        ("I saw Mr. and Mrs. Newbery.", ["Mr. and Mrs. Newbery"]),
        ("He played Ludwig van Beethoven.", ["Ludwig van Beethoven"]),
        ("He fought Charles de Gaulle.", ["Charles de Gaulle"]),
        ("There sat Vincent van der Meer.", ["Vincent van der Meer"]),
        (
            "Then von Hutten’s hand fell; so Hans von Hutten wept.",
            ["von Hutten", "Hans von Hutten"],
        ),
        ("It was Omar al-Bashir.", ["Omar al-Bashir"]),
        ("We heard Conor O'Brien and Hugh MacDonald.", ["Conor O'Brien", "Hugh MacDonald"]),
        ("He read Miguel de Cervantes Saavedra.", ["Miguel de Cervantes Saavedra"]),
        ("He read Jean-Jacques Rousseau.", ["Jean-Jacques Rousseau"]),
        ("It was Alfred the Great.", ["Alfred the Great"]),
        ("There was Martin Luther King, Jr. too.", ["Martin Luther King, Jr."]),
        ("They told President Lincoln.", ["Lincoln"]),
        ("I wrote to Messrs. Brown, White and Green.", ["Messrs. Brown", "White", "Green"]),
        ("They sent for HENRY W. GENET at once.", ["HENRY W. GENET"]),
        ("There Ralph Emer-\nson and Mary\n   Webb sat.", ["Ralph Emer-\nson", "Mary\n   Webb"]),
        ("There were Susan Mathews Lucy Ross.", ["Susan Mathews", "Lucy Ross"]),
        ("It was his wife Xanthe who knew; Xanthe wept.", ["Xanthe", "Xanthe"]),
        ("At last Zhdanov, ruler of the city, spoke.", ["Zhdanov"]),
        ("Signed before Wm. R. Woodward Clerk of the Court.", ["Wm. R. Woodward"]),
        ("There were Maria Bealle Female and John Lyles Male.", ["Maria Bealle", "John Lyles"]),
        ("The Commissar for Foreign Affairs, Maxim Litvinov, left.", ["Maxim Litvinov"]),
    ],
)
def test_names_are_found(text: str, expected: list[str]) -> None:
    """Full names, titles, initials, particles and introduced single names are marked whole."""
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Trotskyism and Stalinism, the Trotskyists, a Bolshevik and the Marxian idea.",
        "Then Leninism, Vol. II, was printed.",
        "The Stakhanovite and the Stakhanovites worked.",
        "We read Pravda and Izvestia of November 13.",
        "They live in Russia, in London and in New York, U.S.A.",
        "It was Monday, the first of May, or August 1935, or Christmas.",
        "An Englishman, a German and two Romans met.",
        "May God help us, said the Bishop of the Church.",
        "They crossed Franklin Square to Washington County and Lake George.",
        "They took Fort Henry and Camp Jackson.",
        "He taught at Harvard University and King's College.",
        "See The Kirov Assassination, printed in Moscow News.",
        "The Monroe Doctrine and the Marshall Plan were laws.",
        "The Duke of York’s Own marched.",
        "However, the Central Committee and the Trade Unions agreed.",
        "INSIDE RUSSIA THE BUREAUCRACY HAD MADE ITS FIRST concessions.",
        "JOHN FINDS TREASURE, and finds it where treasure lies.",
        "He came to St. Louis and St. Petersburg.",
        "Will you come? Mark the date. Grace was said. Rose bushes grow.",
        "She wore a rose. The Rose is red. Roses grow.",
        "CHAPTER V. The Return",
        "Yes, he lived in D. C. and N. Y. then.",
        "Unfortunately, the king was dead.",
        "",
        "   \n\n  ",
    ],
)
def test_other_capitals_are_not_names(text: str) -> None:
    """Isms, peoples, places, papers, bodies, dates and sentence openings are left alone."""
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He took Miss Webb’s book.", "Miss Webb"),
        ("He took Miss Webb's book.", "Miss Webb"),
        ("He took Mr. Wells’ book.", "Mr. Wells"),
        ("JAMES BROWN'S BODY", "JAMES BROWN"),
    ],
)
def test_possessive_stays_outside(text: str, expected: str) -> None:
    """The possessive is no part of the name."""
    assert names(text) == [expected]


def test_sentence_initial_capital_is_no_evidence() -> None:
    """An unknown word that only opens sentences is no name; inside sentences it can be one."""
    assert names("Collectivisation went on. Collectivisation was praised.") == []
    assert names("So Zinoviev wept. Zinoviev’s hands shook.") == ["Zinoviev", "Zinoviev"]


def test_small_letters_elsewhere_speak_against_a_name() -> None:
    """A word that the text also writes small needs more than a capital."""
    assert names("He saw the Tailor and told Tailor so; a tailor is a tailor.") == []


def test_list_of_names_vouches_for_its_members() -> None:
    """Names in a list vouch for an unknown one among them."""
    text = "Leon Trotsky, Zinoviev, Kamenev, Radek, Bucharin, Rykov, Tomsky, warned all."
    assert names(text)[1:] == ["Zinoviev", "Kamenev", "Radek", "Bucharin", "Rykov", "Tomsky"]


def test_place_or_person_is_decided_by_use() -> None:
    """A name that is also a place is a person's where the document introduces one so named."""
    text = "George Washington rode out. He came to Washington. Then Washington said no."
    assert names(text) == ["George Washington", "Washington"]
    assert names("They met in Washington. Washington decided.") == []


def test_name_before_a_noun_is_marked() -> None:
    """An attributive name is still a person's, if the document is sure of the person."""
    text = "So L. Stalin spoke. Then Stalin said no, Stalin wept. It was the Stalin regime."
    assert names(text)[-1] == "Stalin"
    assert spans(text)[-1].certainty == "medium"


def test_families_have_a_type() -> None:
    """A surname in the plural after the article is a family."""
    (span,) = spans("Even the Webbs hesitate.")
    assert span.attributes == {"type": "family"}
    assert span.entity == "Webbs"


def test_plurals_of_odd_words_are_no_families() -> None:
    """A plural that leaves a torn word, as line ends make, is no family and no error."""
    assert names("Even the X-s and the Ab-s hesitate.") == []


def test_author_line_is_a_name() -> None:
    """In an author's line a lone unknown name is a person's, and is known from there on."""
    text = "Multatuli\n\nIn these days Multatuli wrote."
    document = Document(text, [Block("author", 0, 9), Block("p", 11, len(text))])
    assert [span.start for span in NameAnnotator().annotate(document)] == [0, 25]


def test_speaker_labels_are_left_alone() -> None:
    """A speaker's label is marked by the drama's own markup."""
    assert names("HAMLET. Prince of Denmark", kind="speaker") == []


def test_verse_lines_are_sentence_openings() -> None:
    """Capitals at the beginning of verse lines are no evidence."""
    text = "Tiger burning in the night,\nForests hide the dreadful sight,\n" * 3
    assert names(text, kind="l") == []


def test_other_languages_keep_to_sure_names() -> None:
    """Where nouns have capitals, only names that the lists or titles vouch for are marked."""
    text = "Der Mann Gregor Samsa sah das Fenster. Samsa schlief. Herr Samsa und Frau Samsa."
    found = names(text, language="de")
    assert found == ["Gregor Samsa", "Samsa", "Herr Samsa", "Frau Samsa"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("At home--heard from Anne--read Clarissa. Rain.", "title"),
        ("She had finished Camilla, which was long.", "title"),
        ("She read Clarissa the letter.", "persName"),
        ("She read Clarissa's letter.", "persName"),
        ("She read Camilla & went out.", "persName"),
    ],
)
def test_what_is_read_is_a_work(text: str, kind: str) -> None:
    """A lone name that ends a clause after a verb of reading is a title, else a person's."""
    marks = {text[span.start : span.end]: span.kind for span in spans(text)}
    assert {marks.get("Clarissa"), marks.get("Camilla")} == {kind, None}


def test_an_author_who_is_read_is_a_person() -> None:
    """A fuller form elsewhere shows that it is the author who was read."""
    marks = spans("We read Milton. John Milton is dear to us. I finished Milton.")
    assert {span.kind for span in marks} == {"persName"}


def test_a_house_is_no_person() -> None:
    """A noun with a capital after a forename makes it the name of a place."""
    assert names("They left Bertram House and went to Bertram.") == ["Bertram"]
