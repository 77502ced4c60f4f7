"""Letters: volumes of them, and those that stand inside prose."""

from __future__ import annotations

from bodies import body, shape
from teikit.encode.convert import convert
from teikit.tei import tei

PROSE = (
    "It was a long time before anyone spoke, and then it was only the\n"
    "clerk, who sneezed. The rain had stopped in the night and the road\n"
    "was white with it, as far as the bridge and no farther than that."
)


def test_a_letter_inside_prose() -> None:
    """It is a floating text with its opener and closer; the prose round it goes on."""
    letter = (
        "GALENA, ILLINOIS, May 24, 1861.\n\nCol. L. Thomas,\nWashington, D. C.\n\n"
        f"SIR:--{PROSE}\n\n{PROSE}\n\n"
        "I am, very respectfully,\nYour obedient servant,\nU. S. GRANT."
    )
    found = body(f"Chapter 1\n\n{PROSE}\n\n{letter}\n\n{PROSE}")
    assert shape(found.find(f".//{tei('floatingText')}")) == (  # type: ignore[arg-type]
        "floatingText(body(opener(dateline address(addrLine addrLine)) p p "
        "closer(salute salute signed)))"
    )
    assert shape(found).endswith(" p))")


def test_a_farewell_and_a_name_in_one_line() -> None:
    """The name at the end of the line is the signature."""
    letter = f"May 24, 1861.\n\nDEAR SIR,\n\n{PROSE}\n\nI am, Sir, your friend, JOHN ROE."
    signed = body(f"Chapter 1\n\n{PROSE}\n\n{letter}\n\n{PROSE}").find(f".//{tei('signed')}")
    assert signed is not None and signed.text == "JOHN ROE."


def test_a_volume_of_letters() -> None:
    """Each numbered division is a letter, with what opens and closes it."""
    letters = [
        f"{n}.\n\nTO CZERNY.\n\nVienna, July {n}, 1817.\n\nBEST OF PIANISTS,--\n\n{PROSE}\n\n"
        "In haste, your\n\nL. BEETHOVEN.\n\nP.S. Come soon."
        for n in range(1, 7)
    ]
    found = body(f"{PROSE}\n\n\n" + "\n\n\n".join(letters))
    assert [(div.get("type"), div.get("n"), shape(div)) for div in found.iter(tei("div"))] == [
        (
            "letter",
            str(n),
            "div(head head opener(dateline salute) p closer(salute signed) postscript(p))",
        )
        for n in range(1, 7)
    ]


def test_prose_with_a_date_is_no_letter() -> None:
    """A date in a short paragraph opens nothing where nobody signs."""
    text = f"Chapter 1\n\n{PROSE}\n\nMay 24, 1861.\n\n{PROSE}\n\n{PROSE}"
    assert not list(body(text).iter(tei("floatingText"), tei("opener")))


def test_a_preface_is_signed() -> None:
    """A name in capitals, or set to the right, ends a preface, with place and date."""
    text = f"{PROSE}\n\n\nPREFACE\n\n{PROSE}\n\n{PROSE}\n\nJ. S. ROE.\n\nLONDON, 1895."
    closer = body(text).find(f".//{tei('closer')}")
    assert closer is not None
    assert shape(closer) == "closer(signed dateline)"


def test_what_follows_a_signature_in_a_volume() -> None:
    """A short paragraph after the name is a postscript."""
    letters = [
        f"{n}.\n\nTO CZERNY.\n\nDEAR CZERNY,--\n\n{PROSE}\n\nYour friend,\n\nL. BEETHOVEN.\n\n"
        "My regards to your wife."
        for n in range(1, 7)
    ]
    found = body(f"{PROSE}\n\n\n" + "\n\n\n".join(letters))
    assert {shape(div) for div in found.iter(tei("div"))} == {
        "div(head head opener(salute) p closer(salute signed) postscript(p))"
    }


def test_a_month_dates_a_letter() -> None:
    """With a place before it; the line is no heading, and one letter opens with both its lines."""
    letter = f'"Bond Street, January.\n"MY DEAR MADAM,\n\n"{PROSE}\n\n"I am, yours,\n"JOHN ROE."'
    found = body(f"Chapter 1\n\n{PROSE}\n\n{letter}\n\n{PROSE}")
    assert len(found.findall(f".//{tei('floatingText')}")) == 1
    assert "opener(dateline salute)" in shape(found)
    unsigned = body(f"Chapter 1\n\n{PROSE}\n\n\nBath, April\n\n\n{PROSE}\n\n{PROSE}")
    assert len(unsigned.findall(f".//{tei('head')}")) == 1


def test_place_and_date_below_the_name() -> None:
    """A preface may be signed with initials, and the place and date in the lines below."""
    text = f"PREFACE\n\n{PROSE}\n\nA. R.\nCRAY, May, 1887.\n\nCHAPTER I\n\n{PROSE}\n\n{PROSE}\n"
    found = convert(text.encode(), annotators=()).tree
    closer = next(found.iter(tei("closer")))
    assert [(part.tag, part.text) for part in closer] == [
        (tei("signed"), "A. R."),
        (tei("dateline"), "CRAY, May, 1887."),
    ]
