"""Names as editions have them that the lists were not made from."""

from __future__ import annotations

import pytest

from encode.names.test_names import names

GIVEN = (
    "Brigham Asahel Eliphalet Mahlon Orrin Zebina Shadrach Floyd Myron Abbie Hattie Mehitabel"
    " Zilpha Tirzah Estelle Sébastien Julien Clémence Noémie Agustín Nicolás Josefa Blas Stefano"
    " Waldemar Hermine Kunigunde Engelbert"
)


@pytest.mark.parametrize("given", GIVEN.split())
def test_given_names(given: str) -> None:
    """A given name of the lists shows a name whose surname is an ordinary word."""
    assert names(f"She had it from {given} Sweet of that town.") == [f"{given} Sweet"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "We had Grillparzer and Ridgway here.", ["Grillparzer", "Ridgway"]),
        ("de", "Er las gern Novalis und hörte Mozart.", ["Novalis", "Mozart"]),
        ("de", "Die Lerche und der Adler, auch Zoologie.", []),
        ("fr", "Il lisait Voltaire, puis il rencontra Leclerc.", ["Voltaire", "Leclerc"]),
        ("es", "Ayer hablé con Velasco y con Cervantes.", ["Velasco", "Cervantes"]),
        ("en", "It was said. Dryden's character of him is better.", ["Dryden"]),
        ("de", "Er kannte Bebel und Mommsen.", ["Bebel", "Mommsen"]),
        ("de", "Er las Gellert und Heine.", ["Gellert", "Heine"]),
        ("it", "Ieri lesse Foscolo e Parini.", ["Foscolo", "Parini"]),
        ("en", "They saw Ortega and Asquith.", ["Ortega", "Asquith"]),
    ],
)
def test_surnames_that_are_known(language: str, text: str, expected: list[str]) -> None:
    """A known surname by itself is a name, in German only where it is no ordinary word."""
    assert names(text, language=language) == expected


def test_conjunction_before_a_name() -> None:
    """“That” before a surname is no article: “he asked that Mathews should return”."""
    text = "Then Wm. Mathews came. It was asked that Mathews and Tolliver should return."
    assert names(text) == ["Wm. Mathews", "Mathews", "Tolliver"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Mr. Minister: I wrote to Mr. Secretary Quarl.", ["Mr. Secretary Quarl"]),
        ("en", "Madam President, and you, Mr. Speaker, hear me; so does Mr. Quarl.", ["Mr. Quarl"]),
        ("en", "Dr. Sir, I had yours. I am, Madam, Truly yours, Ann Quarl.", ["Ann Quarl"]),
        ("en", "I am dear Madam Sincerely yours.", []),
        ("fr", "Monsieur le Ministre, j'ai vu Monsieur Querlou.", ["Monsieur Querlou"]),
        ("de", "Sehr geehrter Herr Professor! Ihr Herr Querner war hier.", ["Herr Querner"]),
        ("en", "While Life Lasts She Will Not Forget the Misery.", []),
    ],
)
def test_forms_of_address(language: str, text: str, expected: list[str]) -> None:
    """An office after a title of address is no name, nor is a word of the farewell."""
    assert names(text, language=language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "With Bro. Quarl, Ld. Quint and Capt'n Quell.",
            ["Bro. Quarl", "Ld. Quint", "Capt'n Quell"],
        ),
        (
            "en",
            "The Rt. Hon. W. E. Quarl and Gen'l Quint.",
            ["Rt. Hon. W. E. Quarl", "Gen'l Quint"],
        ),
        ("en", "So said Prest. Quarl, Supt. Quint and Sec'y Quell.", ["Quarl", "Quint", "Quell"]),
        (
            "de",
            "Mit Frl. Querner, Hrn. Quandt und Hr. L.",
            ["Frl. Querner", "Hrn. Quandt", "Hr. L."],
        ),
        ("es", "Vi al Sr. Quiroga y a la Sra. Quintana.", ["Sr. Quiroga", "Sra. Quintana"]),
        ("fr", "Avec Mdlle. Querlou.", ["Mdlle. Querlou"]),
    ],
)
def test_abbreviated_titles(language: str, text: str, expected: list[str]) -> None:
    """Titles as letters abbreviate them; those of offices stand outside the name."""
    assert names(text, language=language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Since the death of Tarnow they were free.", ["Tarnow"]),
        ("We dined with Quorn and called on Bexholm.", ["Quorn", "Bexholm"]),
        ("He had flowers--dined with Quorn after.", ["Quorn"]),
        (
            "According to Gorrold's account, all fled; Gorrold's History tells more.",
            ["Gorrold"] * 2,
        ),
        ("There were Zebedar Quirk and family, Wixom and wife.", ["Zebedar Quirk", "Wixom"]),
        ("He went to the fall of Tarnow and wrote to Bath.", []),
        ("It lies at Quarl's Town, beyond Quint's Cut-off.", []),
    ],
)
def test_words_that_only_persons_follow(text: str, expected: list[str]) -> None:
    """Two words before a name, a family after it, or a book of the person's tell of a person."""
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They bought it of Quarl & Co., and of Spitz, Ludlow and Co. at Bath.", []),
        ("Of Messrs. Quarl & Sons; of A. L. Quint & Co.'s shop; of Jones Bros.", []),
        ("With Mr. Quarl and Co. came John T. Quint and sons.", ["Mr. Quarl", "John T. Quint"]),
    ],
)
def test_firms(text: str, expected: list[str]) -> None:
    """The names in the name of a firm are no persons."""
    assert names(text) == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("signed", "C. A. H.", ["C. A. H."]),
        ("farewell", "Ever yours M.R.M.", ["M.R.M."]),
        ("signed", "Quarl.", ["Quarl"]),
        ("signed", "John Quarl, K.C.B.", ["John Quarl"]),
        ("signed", "J. P.", []),
        ("signed", "Chile", []),
        ("p", "See C. A. H.", []),
    ],
)
def test_ends_of_letters(kind: str, text: str, expected: list[str]) -> None:
    """A letter is signed with a name alone or with initials."""
    assert names(text, kind=kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wir hörten Querner’s Vortrag und eine Quandt'sche Sonate.", ["Querner", "Quandt"]),
        ("Novalis sagt: Nichts ist fertig. Ist's wahr? Geht’s gut?", ["Novalis"]),
        ("Er sah Wien's Gärten.", []),
    ],
)
def test_german_apostrophes(text: str, expected: list[str]) -> None:
    """In German an apostrophe before "s" shows a name."""
    assert names(text, language="de") == expected


def test_short_surname_in_capitals() -> None:
    """A surname of three letters that a full name shows is a name in capitals too."""
    text = "They spoke of John D. Lee. LEE never did it. The FOX and the USA did."
    assert names(text) == ["John D. Lee", "LEE"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Ein Brief von Anna Müller, einer von Otto.", ["Anna Müller", "Otto"]),
        ("de", "Wilhelm von Humboldt kam.", ["Wilhelm von Humboldt"]),
        ("fr", "Une Lettre de Marie Dupont.", ["Marie Dupont"]),
        ("fr", "C'est le Discours de Jean Jaurès.", ["Jean Jaurès"]),
        ("fr", "Jeanne de Navarre parle.", ["Jeanne de Navarre"]),
        ("es", "La Carta de María López.", ["María López"]),
        ("en", "Then von Moltke and General von Querl came.", ["von Moltke", "General von Querl"]),
    ],
)
def test_prepositions_before_forenames(language: str, text: str, expected: list[str]) -> None:
    """“Von” and “de” before a forename mean “from” and are no part of the name."""
    assert names(text, language=language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two shawls are at my brother Quarls house.", ["Quarls"]),
        ("She wrote to his good friend Brodum of it.", ["Brodum"]),
        ("He had it from their chief Justice of the town.", []),
    ],
)
def test_what_a_person_is_to_another(text: str, expected: list[str]) -> None:
    """“My brother”, “his friend” before an unknown word show a person."""
    assert names(text) == expected


@pytest.mark.parametrize("language", ["en", "fr", "de", "es"])
def test_numerals_of_rulers(language: str) -> None:
    """The capitals of a numeral do not make the name before it one in capitals."""
    assert names("... mit Louis XVI, Felipe II.", language=language) == ["Louis XVI", "Felipe II"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Simón Quiroga y Antonio José Luna.", ["Simón Quiroga", "Antonio José Luna"]),
        ("es", "José Ortega y Gasset.", ["José Ortega y Gasset"]),
        ("fr", "Le général Querlou et l'abbé Quinel.", ["Querlou", "Quinel"]),
        ("es", "Vi a don Quirno y al coronel Quevara.", ["Quirno", "Quevara"]),
        ("de", "Hier war Herr von Querl. Querl las vor.", ["Herr von Querl", "Querl"]),
        ("de", "Er kam. Beethoven arbeitet.", ["Beethoven"]),
        ("de", "Ein Brief an Novalis und an Otto.", ["Novalis", "Otto"]),
        ("it", "Scrisse a Foscolo, poi a Giuseppe Querini.", ["Foscolo", "Giuseppe Querini"]),
        ("es", "Ayer vi a Ortega y no a Quevara.", ["Ortega"]),
        ("und", "Dined at the Haywards.", ["Haywards"]),
    ],
)
def test_names_in_other_languages(language: str, text: str, expected: list[str]) -> None:
    """What shows names in French, Spanish and German: small titles, surnames without particle."""
    assert names(text, language=language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MR. QUARL REFUSES TO SPEAK", ["MR. QUARL"]),
        ("ANN QUARL LEADS MARCH", ["ANN QUARL"]),
        ("ANN QUARL HASTINGS", ["ANN QUARL HASTINGS"]),
        ("As John xiv. 15 has it, and 1 John 4:20, and Luke ii, 3; John was old.", ["John"]),
        ("So St. Chrysostom saith.", ["St. Chrysostom"]),
    ],
)
def test_headlines_and_references(text: str, expected: list[str]) -> None:
    """What somebody does in a headline, and books of the Bible, are no names."""
    assert names(text) == expected
