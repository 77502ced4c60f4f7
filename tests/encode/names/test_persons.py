"""Which mentions belong to one person, and how sure the annotator is."""

from __future__ import annotations

import pytest

from teikit.encode.model import Document, Span
from teikit.encode.names import NameAnnotator


def spans(text: str) -> list[Span]:
    """The names in a text without blocks."""
    return list(NameAnnotator().annotate(Document(text, [])))


def entities(text: str) -> list[str]:
    """The persons of the names in a text, in order."""
    return [span.entity for span in spans(text)]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("So L. Trotsky wrote. Trotsky’s book is here. He met Trotsky.", "L. Trotsky"),
        ("So Leon Trotsky wrote. L. Trotsky spoke. TROTSKY fled.", "Leon Trotsky"),
        ("Then Wm. Marshall and William H. Marshall and W. Marshall.", "William H. Marshall"),
        ("Now H.G. Wells came. Mr. Wells sat. Wells spoke.", "H.G. Wells"),
        ("There was Mr. Monck. So Monck spoke.", "Mr. Monck"),
        ("Here Sir William Elford came. Sir William sat.", "Sir William Elford"),
        ("So Eliza Webb came. Then Eliza and Miss Webb’s mother.", "Eliza Webb"),
        ("So Frederick Grant came. Then Fred laughed.", "Frederick Grant"),
        ("Here Mary\n  Webb sat, and Mary Webb slept.", "Mary Webb"),
    ],
)
def test_mentions_of_one_person(text: str, person: str) -> None:
    """Fuller and shorter forms share the fullest form as their person."""
    found = entities(text)
    assert len(found) > 1
    assert set(found) == {person}


@pytest.mark.parametrize(
    "text",
    [
        "There were Mr. Webb and Mrs. Webb and Miss Webb.",
        "There were John Smith and James Smith and John Brown.",
        "There were King George V and King George VI.",
        "There were John H. Smith and John C. Smith.",
        "There were Henry the First and Henry the Eighth.",
        "There were Bill Sikes and William the Third.",
        "Here Rev. T. Pyke preached. Then Capt. Pyke spoke.",
    ],
)
def test_different_persons_stay_apart(text: str) -> None:
    """Other titles, forenames, initials or numbers make other persons."""
    found = entities(text)
    assert len(found) == len(set(found)) > 1


def test_two_persons_of_one_name_are_no_guess() -> None:
    """Where two men have the surname, the bare surname names nobody and is uncertain."""
    *_, bare = spans("There were John Smith and James Smith. So Smith spoke.")
    assert (bare.entity, bare.certainty) == ("", "low")


def test_bare_surname_is_the_only_mans() -> None:
    """Women have a title or a forename; a bare surname is the man's."""
    *_, bare = spans("There were Mary Smith and Mr. James Smith. So Smith spoke.")
    assert bare.entity == "Mr. James Smith"


def test_families_are_not_their_members() -> None:
    """A couple or a family is an entity of its own."""
    assert entities("There were Mr. and Mrs. Newbery. So Mr. Newbery spoke.") == [
        "Mr. and Mrs. Newbery",
        "Mr. Newbery",
    ]


def test_certainty_and_evidence_are_told() -> None:
    """A title makes a name sure, a surname's ending alone does not; both say why."""
    sure, unsure = spans("There came Mrs. Siddons; then Petrovich came.")
    assert (sure.certainty, sure.evidence) == ("high", "title before the name")
    assert (unsure.certainty, unsure.evidence) == ("medium", "looks like a surname")
    assert sure.annotator == "names"


def test_ship_with_a_full_name_is_uncertain() -> None:
    """An article before a full name lowers the certainty."""
    (span,) = spans("He sailed on the Mary Webb to the island.")
    assert span.certainty == "low"
