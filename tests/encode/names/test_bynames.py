"""Names made of ordinary words, by which persons are called."""

from __future__ import annotations

import pytest

from teikit.encode.model import Document
from teikit.encode.names import NameAnnotator


def _names(text: str) -> list[str]:
    return [text[span.start : span.end] for span in NameAnnotator().annotate(Document(text, []))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He met the chief Yellow Hand at the ford.", "Yellow Hand"),
        ("They followed their chief, Black Heart, to the river.", "Black Heart"),
        ("The tent of the old chief “Short Bull” was empty.", "Short Bull"),
        ("After them came Rocky Bear, one of the chiefs, on foot.", "Rocky Bear"),
        ("After them came Rocky Bear,\none of the chiefs, on foot.", "Rocky Bear"),
        ("Then he came to “Kicking Bear,” the chief of all.", "Kicking Bear"),
        ("With Lone Bull, who left the show, came others.", "Lone Bull"),
    ],
)
def test_a_role_beside_two_ordinary_words_makes_a_name(text: str, name: str) -> None:
    """“The chief Yellow Hand” is a person."""
    assert name in _names(text)


def test_a_forename_that_is_also_a_bill_of_parliament() -> None:
    """“Bill” ends the name of a person, or heads that of a law."""
    assert _names("With him rode Wild Bill, and Wild Bill laughed.") == ["Wild Bill"] * 2
    assert _names("They spoke of the Reform Bill all day.") == []


def test_ordinary_words_without_such_a_role_are_no_name() -> None:
    """Inns are no persons."""
    assert _names("We saw the Red Lion and slept at the Black Horse by the Green Man.") == []


@pytest.mark.parametrize(
    "text",
    [
        "They camped on Hickman creek. Hickman creek was high.",
        "He took a steamer at Ripley, Ohio, for the east.",
        "He wrote to his friends of Ripley,\nOhio, for help.",
        "The old city of Ripley was burnt.",
        "The old city oF Ripley was burnt.",
        "ST. PAUL, Minn., Nov. 23. They have come.",
    ],
)
def test_a_noun_or_a_state_beside_it_makes_a_surname_a_place(text: str) -> None:
    """Towns and waters have surnames for names."""
    assert _names(text) == []


def test_a_long_list_with_one_person_is_one_of_persons() -> None:
    """One known name vouches for those in a row with it; a place among them forbids it."""
    row = "Names such as Ulvat, Erd, Bogart, Mr. Carr, Stice and Penrew are known."
    assert _names(row) == ["Ulvat", "Erd", "Bogart", "Mr. Carr", "Stice", "Penrew"]
    assert _names("We named the dogs Ulvat, Erd, Rome, Stice and Penrew.") == []


def test_one_of_several_phrases_tells_of_the_others() -> None:
    """A list of ordinary words has persons in it where one of them is a person's elsewhere."""
    chief = "They met Lone Bear, the chief. "
    row = "With him were the horses, Rocky Hill, Red Shirt and Lone Bear."
    assert _names(chief + row)[1:] == ["Rocky Hill", "Red Shirt", "Lone Bear"]
    assert _names(row) == []


def test_a_common_noun_is_a_name_where_a_title_shows_it() -> None:
    """The word in small letters is another word then."""
    text = (
        f"It was {'nine miles, ' * 9}. General Miles came. They obeyed Miles, and Miles sat down."
    )
    assert _names(text) == ["General Miles", "Miles", "Miles"]
