"""Plays: speakers, speeches, stage directions, the persons."""

from __future__ import annotations

import pytest
from lxml import etree

import teikit
from teikit.encode.convert import convert
from teikit.encode.segment import segment
from teikit.tei import tei

FORMS = {
    "plain": "{0}.  {1}",
    "italic": "_{0}._ {1}",
    "italic line": "_{0}._\n\n{1}",
    "capitals": "{0}. {1}",
    "capitals line": "{0}.\n{1}",
    "plain line": "{0}\n{1}",
    "plain line with a stop": "{0}.\n{1}",
    "capitals tab": "{0}\t{1}",
}
SPEECHES = [
    ("Halla", "Who left the gate open?"), ("Kari", "I never saw it shut."),
    ("Halla", "It was you."), ("Kari", "Was it?"), ("Halla", "Yes."), ("Bjorn", "Be quiet, both."),
    ("Kari", "We were."), ("Halla", "He was not."), ("Bjorn", "So."), ("Kari", "Good night."),
]  # fmt: skip


def play(form: str) -> str:
    """A play of ten speeches in one of the forms."""
    return "ACT I\n\n" + "\n\n".join(
        FORMS[form].format(who.upper() if "capitals" in form else who, words)
        for who, words in SPEECHES
    )


def text_of(text: str) -> etree._Element:
    """The ``<text>`` of a converted text."""
    found = convert(text.encode(), annotators=()).tree.find(tei("text"))
    assert found is not None
    return found


@pytest.mark.parametrize("form", FORMS)
def test_speeches(form: str) -> None:
    """Each form of printing a speaker gives speeches with a speaker and a paragraph."""
    speeches = list(text_of(play(form)).iter(tei("sp")))
    assert len(speeches) == len(SPEECHES)
    assert [[child.tag for child in speech] for speech in speeches] == [
        [tei("speaker"), tei("p")]
    ] * len(SPEECHES)


def test_underscores_are_rendition() -> None:
    """Italics of a speaker are in @rend, not in the words."""
    speaker = next(text_of(play("italic line")).iter(tei("speaker")))
    assert (speaker.text, speaker.get("rend")) == ("Halla.", "italic underscores")


def test_a_speech_goes_on() -> None:
    """A paragraph without a speaker belongs to the speech above."""
    text = play("italic line").replace("It was you.", "It was you.\n\nOr was it not?")
    speech = list(text_of(text).iter(tei("sp")))[2]
    assert ["".join(p.itertext()) for p in speech.iter(tei("p"))] == [
        "It was you.",
        "Or was it not?",
    ]


def test_stage_directions() -> None:
    """Directions stand between speeches, and in them."""
    text = play("plain").replace("Was it?", "[Laughs.]  Was it?\n\n[Bjorn comes in.]")
    stages = list(text_of(text).iter(tei("stage")))
    parents = [stage.getparent() for stage in stages]
    assert [stage.text for stage in stages] == ["[Laughs.]", "[Bjorn comes in.]"]
    assert [parent.tag for parent in parents if parent is not None] == [tei("p"), tei("div")]


def test_cast_list() -> None:
    """The persons of a play are a cast list."""
    text = f"DRAMATIS PERSONÆ\n\n  HALLA, a widow.\n  KARI, her overseer.\n\n\n{play('capitals')}"
    items = ["".join(item.itertext()) for item in text_of(text).iter(tei("castItem"))]
    roles = [role.text for role in text_of(text).iter(tei("role"))]
    assert items == ["HALLA, a widow.", "KARI, her overseer."]
    assert roles == ["HALLA", "KARI"]
    assert [part.text for part in text_of(text).iter(tei("roleDesc"))] == [
        "a widow",
        "her overseer",
    ]


def test_speakers_are_linked_to_their_roles() -> None:
    """By their names, by a part or an abbreviation of them; not where two roles fit."""
    cast = "PERSONS\n\nSir John Roe\nHalla Roe, his wife\nKari\n\n\n"
    speeches = ["JOHN", "HALLA", "ROE", "KARI"] * 3
    text = (
        cast
        + "ACT I\n\n"
        + "\n\n".join(
            f"{who}. {words}."
            for who, words in zip(
                speeches, "Ho So No Yes Oh Ah Ay Hm Go On Up By".split(), strict=True
            )
        )
    )
    who = [speech.get("who") for speech in text_of(text).iter(tei("sp"))]
    assert who == ["#role-sir-john-roe", "#role-halla-roe", None, "#role-kari"] * 3


def test_a_nickname_speaks_the_role_that_is_left() -> None:
    """Where all other speakers are known, and one role has no words, the two may well be one."""
    cast = "PERSONS\n\nJohn Worthing\nHalla Roe\nKari\n\n\n"
    speeches = "\n\n".join(f"JACK. So.\n\nHALLA. No {n}.\n\nKARI. Yes." for n in range(9))
    found = list(text_of(f"{cast}ACT I\n\n{speeches}").iter(tei("sp")))
    who = [speech.get("who") for speech in found]
    assert who == ["#role-john-worthing", "#role-halla-roe", "#role-kari"] * 9
    assert [speech.get("cert") for speech in found] == ["medium", None, None] * 9


def test_a_direction_beside_the_speaker() -> None:
    """It stands between the speaker and the words; italics over both are shared out."""
    text = play("italic line").replace("_Halla._", "_Halla (laughing)._", 1)
    speech = next(text_of(text).iter(tei("sp")))
    assert [(part.tag, part.text, part.get("rend")) for part in speech][:2] == [
        (tei("speaker"), "Halla", "italic underscore-before"),
        (tei("stage"), "(laughing).", "italic underscore-after"),
    ]
    assert speech[1].get("type") == "delivery"


def test_the_setting_of_an_act() -> None:
    """What stands between the heading of an act and its first speech sets the scene."""
    text = play("plain").replace("ACT I\n\n", "ACT I\n\nA room in the farm, with a door.\n\n")
    stage = next(text_of(text).iter(tei("stage")))
    assert (stage.get("type"), stage.text) == ("setting", "A room in the farm, with a door.")


VERSE = "Who left the gate at evening open wide\nAnd let the weather of the hills inside,\nIs"


def test_a_play_in_verse() -> None:
    """Short speeches are verse there too; a line of two speakers is in two parts."""
    speeches = [
        f"HALLA.\n{VERSE} he to blame?", "KARI.\n               I never saw it shut.",
        f"HALLA.\n{VERSE} it you?", "KARI.\nI was asleep.", f"HALLA.\n{VERSE} all.",
        "KARI.\nYes.", f"HALLA.\n{VERSE} so.", "KARI.\nGood night."
    ]  # fmt: skip
    text = text_of("ACT I\n\n" + "\n\n".join(speeches))
    assert not list(text.iter(tei("p")))
    assert [line.get("part") for line in text.iter(tei("l"))][:4] == [None, None, "I", "F"]


@pytest.mark.parametrize(
    "line",
    [
        "Mr. Roe sneezed.  He sneezed again.",
        "Well.  It was late.",
        "“Yes,” said Halla.",
        "NOTE. So.",
    ],
)
def test_prose_is_no_play(line: str) -> None:
    """Sentences that open alike are no speeches."""
    text = "\n\n".join([line, f"It was {line}"] * 8)
    assert {block.kind for block in segment(text).blocks} <= {"p", "quote"}


def test_signatures_do_not_speak() -> None:
    """Names with initials, line by line under receipts, are no speakers."""
    text = "\n\n".join(
        f"Received of John Roe seventy dollars for the mill.\n\n{name}"
        for name in ["Peter Trisler", "David G. Watkins"] * 6
    )
    assert {block.kind for block in segment(text).blocks} == {"p"}


def test_entrances_without_brackets() -> None:
    """A paragraph that opens with “Enter”, and an exit at the right of a line, are directions."""
    text = play("plain").replace(
        "Was it?", "Was it?             Exit.\n\n     Enter Bjorn, in haste."
    )
    stages = list(text_of(text).iter(tei("stage")))
    assert [(stage.text, stage.get("type")) for stage in stages] == [
        ("Exit.", "exit"), ("Enter Bjorn, in haste.", "entrance"),
    ]  # fmt: skip
    assert len(list(text_of(text).iter(tei("sp")))) == len(SPEECHES)


def test_a_direction_between_the_name_and_the_words() -> None:
    """It has a line to itself, and may hold the name's stop; who leaves needs no bracket."""
    text = play("plain line").replace("Kari\nWas it?", "Kari\n(rising.)\nWas it?\n\nKari exits.")
    found = text_of(text)
    assert len(list(found.iter(tei("sp")))) == len(SPEECHES)
    assert [(stage.text, stage.get("type")) for stage in found.iter(tei("stage"))] == [
        ("(rising.)", None), ("Kari exits.", "exit"),
    ]  # fmt: skip


def test_numbers_of_stanzas_in_a_speech() -> None:
    """A number above a stanza that is spoken stays above it."""
    speech = "HALLA [rising].\nWho left it\nOpen to the\nWind?\n\nKARI.\n                I did.\n"
    song = "The curfew tolls the knell\nAnd leaves the world\n\n    1\n" * 2
    text = f"{speech}\n" * 2 + speech + song + f"The curfew tolls\nAnd leaves\n{speech}\n" * 2
    document = convert(text.encode(), annotators=()).to_bytes()
    assert teikit.transform(document, to="text").split() == text.split()


def test_questions_and_answers() -> None:
    """An interview, whose speakers are letters, has speeches."""
    lines = "".join(f"{'QA'[n % 2]}. Did you see the mill on day {n}?\n\n" for n in range(10))
    speeches = list(text_of(f"An Interview\n\n{lines}[Tape ends]\n").iter(tei("sp")))
    assert [next(one.iter(tei("speaker"))).text for one in speeches] == ["Q.", "A."] * 5
    listed = "".join(f"{letter}. The mill of {letter}.\n\n" for letter in "ABCDEFGHIJ")
    assert list(text_of(f"A List\n\n{listed}").iter(tei("sp"))) == []


def test_numbered_experiments_do_not_speak() -> None:
    """A word with a number behind it, again and again, is no speaker."""
    words = "I took a long strip of paper and held it under the lamp until it burned."
    text = "\n\n".join(
        f"_{name}._ {at}. {words}" for at in range(1, 8) for name in ("Trial", "Proof")
    )
    assert not list(text_of(text).iter(tei("sp"), tei("stage")))


def test_greek_letters_are_no_direction() -> None:
    """What says in which letters a word was printed is part of the speech."""
    text = play("capitals").replace("Was it?", "Was it _[Greek: moira]x_, sir?")
    assert not list(text_of(text).iter(tei("stage")))
    assert "_[Greek: moira]x_," in teikit.transform(convert(text.encode()).to_bytes(), to="text")


def test_acts_said_again_above_their_scenes() -> None:
    """A running title and an act's name above each scene are parts of the page, no divisions."""
    scenes = [
        f"OF MILLS\n\n\nACT {act}\n\n\nSCENE {scene}\tThe mill.\n\n{play('capitals tab')[7:]}\n\n"
        for act in ("I", "II")
        for scene in ("I", "II")
    ]
    text = text_of("OF MILLS\n\n\n" + "\n".join(scenes))
    kinds = [(div.get("type"), div.get("n")) for div in text.iter(tei("div"))]
    assert [one for one in kinds if one[0] == "act"] == [("act", "1"), ("act", "2")]
    assert len([one for one in kinds if one[0] == "scene"]) == 4
    assert [fw.text for fw in text.iter(tei("fw"))].count("OF MILLS") == 3


def test_a_farce_without_acts() -> None:
    """Persons, setting and speeches follow each other without further headings."""
    speeches = "".join(f"{who.upper()}. {words} (Sits.)\n\n" for who, words in SPEECHES)
    text = text_of(
        "THE MILL.\n\nA Farce.\n\nCHARACTERS.\n\nHALLA, a Miller.\nKARI, his Son.\n"
        f"BJORN, a Clerk.\n\nSCENE.--The mill at Cray.\n\nEnter KARI.\n\n{speeches}CURTAIN.\n"
    )
    assert len(list(text.iter(tei("castItem")))) == 3
    body = text.find(tei("body"))
    assert body is not None
    assert [part.get("type") for part in body] == ["cast", None]
    assert [part.tag for part in body[1]][:3] == [tei("stage"), tei("stage"), tei("sp")]
    assert len(list(body[1].iter(tei("sp")))) == len(SPEECHES)
    assert [one.text for one in body[1].iterfind(f".//{tei('p')}/{tei('stage')}")] == [
        "(Sits.)"
    ] * len(SPEECHES)


@pytest.mark.parametrize("form", ["{0}\n     {1}", "  {0}. {1}"])
def test_speeches_without_blank_lines(form: str) -> None:
    """Speeches may follow each other line by line; a heading may name act and scene."""
    scene = "Enter KARI and HALLA.\n\n" + "\n".join(
        form.format(who.upper(), words) for who, words in SPEECHES
    )
    scenes = (f"ACT {act}. SCENE {n}.\n\n{scene}\n\n" for act in ("I", "II") for n in (1, 2))
    body = text_of("THE MILL\n\n" + "".join(scenes)).find(tei("body"))
    assert body is not None
    assert [(div.get("type"), div.get("n")) for div in body.iter(tei("div"))] == [
        ("act", "1"), ("scene", "1"), ("scene", "2"), ("act", "2"), ("scene", "1"), ("scene", "2"),
    ]  # fmt: skip
    assert len(list(body.iter(tei("sp")))) == 4 * len(SPEECHES)
    assert len(list(body.iter(tei("stage")))) == 4


def test_prose_with_names_at_the_beginning_of_lines() -> None:
    """A name that opens a line of prose, behind a sentence or in one, speaks nothing."""
    text = "\n\n".join(
        f"Nobody spoke of {who} then.\n{who}. It was late, said\n{who}: so they all went home."
        for who in ("Halla", "Kari", "Bjorn") * 3
    )
    assert not list(text_of(text).iter(tei("sp")))


def test_what_a_speaker_does_behind_a_comma() -> None:
    """“TOM, entrant.” is a speaker and a direction, as French plays have them."""
    speeches = "".join(f"{who.upper()}, en riant.\n{words}\n\n" for who, words in SPEECHES)
    first = next(text_of(f"LE MOULIN\n\nSCÈNE PREMIÈRE\n\n{speeches}").iter(tei("sp")))
    assert [(part.tag, part.text) for part in first] == [
        (tei("speaker"), "HALLA,"),
        (tei("stage"), "en riant."),
        (tei("p"), "Who left the gate open?"),
    ]
