"""Dates that count from others, withheld years, reigns, the Roman calendar, EDTF."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import teikit
from encode.dates.marking import dates, marked, plain
from teikit.encode.convert import convert
from teikit.encode.dates import DateAnnotator
from teikit.encode.edtf import edtf, with_edtf
from teikit.encode.metadata import Metadata
from teikit.encode.model import Block, Document, Span
from teikit.encode.spans import write_spans
from teikit.errors import UsageError

COUNTED = [
    "On <3 May 1790=1790-05-03> he came, and <the next morning=1790-05-04> he left."
    " <Two days later=1790-05-06> he was back.",
    "On <3 May 1790=1790-05-03> he came. <That same evening=1790-05-03> he slept.",
    "In <May 1790=1790-05> it rose; <a month later=1790-06> it fell; <the next year=1791> it rose.",
    "In <1790=1790> he came; <three years later=1793> he left.",
    "On <3 May 1790=1790-05-03> he came; <two weeks later=1790-05-17> he left.",
    "On <31 December 1790=1790-12-31> he came and <the following day=1791-01-01> left.",
    # no anchor that is sure: no mark
    "He came the next morning, and two years later he left.",
    "He came before <1790=1790>. The next day he left.",
    "In <May 1790=1790-05> he came, and the next day he left.",
    "Ever since <3 May 1790=1790-05-03> he drank. The next day he left.",
    "On <3 May 1790=1790-05-03> he came, less than a month later he left.",
    "On <3 May 1790=1790-05-03> and on the same day he came.",
    "In <1790=1790> he came; in <May=1790-05> of the following year he left.",
    "In <1790=1790> he came. In the same year (<1740=1740>) he left.",
    # years of which digits are withheld
    "It was in <18—=1800..1899>, or in <186-=1860..1869>; on the <4th of June, 18—=1800..1899> he"
    " died, 18—no more.",
    # reigns
    "In <33 Geo. III=1792-10-25..1793-10-24> and <the tenth year of King Henry VIII"
    "=1518-04-22..1519-04-21>; but 12 Geo. III, c. 4 is an act, and 99 Geo. III was not.",
]


@pytest.mark.parametrize("sentence", COUNTED)
def test_what_a_date_counts_from(sentence: str) -> None:
    """What counts from a date has its value where that date is sure, else no mark."""
    assert marked(plain(sentence)) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Datum <a.d. III Kal. Mai.=--04-29> et <pridie Nonas Octobris=--10-06>.",
        "<Idibus Martiis=--03-15> et <VI Id. Iun.=--06-08> et <Kalendis Ianuariis=--01-01>.",
        "<XV Kal. Sept. anno 1320=1320-08-18>, <III Non. Maii MDXX=1520-05-05>; <Kal. Ian. 1500"
        "=1500-01-01>, <III Kal. Ian.=--12-30> 1500",
        "<prid. Kal. Ian.=--12-31> et <III Non. Mart.=--03-05>.",
    ],
)
def test_roman_days(sentence: str) -> None:
    """Kalends, Nones and Ides in Latin, counted with both ends."""
    assert marked(plain(sentence), language="la") == sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "le <18 brumaire an VIII=1799-11-09>, le <1er vendémiaire de l'an V=1796-09-22>"),
        ("fr", "en <nivôse an 3=1794-12-21..1795-01-19>, l'<an XII=1803-09-24..1804-09-22> de la"
         " République; l'an II du règne, le 18 brumaire"),
        ("fr", "<6e jour complémentaire an III=1795-09-22>; 6e jour complémentaire an IV"),
        ("en", "on <9 Thermidor, year II=1794-07-27>; 31 Nivose an IV, 3 Nivose an XX"),
    ],
)  # fmt: skip
def test_the_republican_calendar(language: str, sentence: str) -> None:
    """Days, months and years that the calendar has, as Gregorian dates."""
    assert marked(plain(sentence), language=language) == sentence


def test_another_calendar_is_named_and_described(tmp_path: Path) -> None:
    """Where words are of another calendar, @calendar points at its description in the header."""
    text = "Le 18 brumaire an VIII, il revint à Paris.".encode()
    conversion = convert(text, metadata=Metadata(language="fr"))
    document = conversion.to_bytes().decode()
    assert '<date when="1799-11-09" calendar="#republican">18 brumaire an VIII</date>' in document
    assert '<calendar xml:id="republican">' in document
    assert teikit.validate(conversion.tree).valid
    path = tmp_path / "marks.json"
    path.write_bytes(write_spans(conversion.source.text, conversion.marks))
    again = convert(text, metadata=Metadata(language="fr"), spans=path)
    assert 'calendar="#republican"' in again.to_bytes().decode()


def test_days_of_the_month_in_a_letter() -> None:
    """A day without its month is of the letter's month, or before the letter if it was received."""
    text = (
        "York, 14 October 1807\n\nYours of the 28th came. We sail on the 20th. The 5th Foot sails."
    )
    end = text.index("\n")
    blocks = [Block("dateline", 0, end), Block("p", end + 2, len(text))]
    found = sorted(DateAnnotator().annotate(Document(text, blocks)), key=lambda span: span.start)
    assert [(text[s.start : s.end], s.attributes["when"], s.certainty) for s in found[1:]] == [
        ("28th", "1807-09-28", "medium"),
        ("20th", "1807-10-20", "medium"),
    ]
    assert len(dates("We sail on the 20th.")) == 0


NARRATIVES = [
    "On <3 May 1864=1864-05-03> he moved. On the <14th=1864-05-14> the enemy came, and by the"
    " <20th=1864-05-20>, or on the night of the <21st=1864-05-21> and <22d=1864-05-22>, he left.",
    "On <28 May 1864=1864-05-28> he moved; on the <2d=1864-06-02> he was back.",
    "On <28 May 1864=1864-05-28> he moved; he had packed on the <27th=1864-05-27>.",
    "On the <1st of June=--06-01> it rained. By the <13th=--06-13> it was fair.",
    # years that look back do not part a day from its month, later ones do
    "In <June 1864=1864-06> he told what he knew from <1861=1861>. On the <3d=1864-06-03> he left.",
    "In <June 1864=1864-06> he left. In <1865=1865> peace came. On the 3d he was back.",
    "In <June 1864=1864-06> he came. On the <3d=1864-06-03> he left.\n\nOn the <5th=1864-06-05> he"
    " was back.",
    # no day
    "In <June 1864=1864-06> the 14th Regiment, on the 5th and 6th Michigan, on the 9th of the"
    " series, on the 3rd floor, on the 5th Avenue, on the 5th chapter came.",
    "In <June 1864=1864-06> he fell. On the 31st he rose.",
    "He came on the 14th.",
    "Ever since <June 1864=1864-06> he was ill. On the 14th he died.",
]


@pytest.mark.parametrize("sentence", NARRATIVES)
def test_days_of_the_month_in_a_narrative(sentence: str) -> None:
    """A day goes on with the month of the date before it, or into the next."""
    assert marked(plain(sentence)) == sentence


def test_a_day_is_as_sure_as_the_date_before_it() -> None:
    """A day behind the date before it, or far from it, is a guess."""
    text = "On 20 May 1864 he came. {}On the 23d it rained. He had left on the 18th. {}"
    near, far = (dates(text.format("It rained and it rained. " * n, "")) for n in (0, 80))
    assert [span.certainty for span in near] == ["high", "medium", "low"]
    assert [span.certainty for span in far] == ["high", "low", "low"]


def test_a_letter_ends_at_the_next_heading() -> None:
    """The dateline of a preface does not date the days of the chapters after it."""
    text = "York, 14 October 1807\n\nCHAPTER I\n\nIn May 1790 he came. On the 5th he left."
    first, second = (text.index(words) for words in ("CHAPTER", "In May"))
    blocks = [
        Block("dateline", 0, first - 2),
        Block("head", first, second - 2),
        Block("p", second, len(text)),
    ]
    found = sorted(DateAnnotator().annotate(Document(text, blocks)), key=lambda span: span.start)
    assert found[-1].attributes == {"when": "1790-05-05"}


def test_a_king_in_a_date_is_a_person() -> None:
    """The ruler's name stands inside the date, in valid TEI."""
    conversion = convert(b"It was in the tenth year of the reign of King Henry VIII.")
    document = conversion.to_bytes().decode()
    assert "of the reign of <persName" in document
    assert "King Henry VIII</persName></date>." in document
    assert teikit.validate(conversion.tree).valid


@pytest.mark.parametrize(
    ("facts", "certainty", "value"),
    [
        ({"when": "1862-04-16"}, "high", "1862-04-16"),
        ({"when": "--04-16"}, "medium", "XXXX-04-16"),
        ({"when": "---16"}, "high", "XXXX-XX-16"),
        ({"when": "-0044"}, "high", "-0044"),
        ({"when": "1850", "precision": "low"}, "low", "1850%"),
        ({"when": "1850"}, "low", "1850?"),
        ({"from": "1924", "to": "1927"}, "high", "1924/1927"),
        ({"from": "1924"}, "high", "1924/.."),
        ({"notBefore": "1905-03", "notAfter": "1905-05"}, "high", "[1905-03..1905-05]"),
        ({"notAfter": "1905"}, "high", "[..1905]"),
        ({}, "high", ""),
    ],
)
def test_values_in_edtf(facts: dict[str, str], certainty: str, value: str) -> None:
    """Every form of a value has its form in EDTF, which the package for EDTF can read."""
    assert edtf(Span(0, 1, "date", facts, certainty)) == value  # type: ignore[arg-type]
    library = pytest.importorskip("edtf", reason="checking EDTF needs the package edtf")
    assert not value or str(library.parse_edtf(value)) == value


def test_edtf_stands_beside_the_value_of_w3c() -> None:
    """With the option, dates have @when-custom and say which method it is of."""
    pytest.importorskip("edtf", reason="writing EDTF needs the package edtf")
    conversion = convert(b"It was about 1850, between 1905 and 1907.", edtf=True)
    document = conversion.to_bytes().decode()
    assert 'when-custom="1850~" datingMethod="http://www.loc.gov/standards/datetime/"' in document
    assert 'notBefore="1905" notAfter="1907" when-custom="[1905..1907]"' in document
    assert teikit.validate(conversion.tree).valid


def test_what_edtf_cannot_say_is_left_out() -> None:
    """A value that the package cannot read is not written; that of W3C stays."""
    pytest.importorskip("edtf", reason="writing EDTF needs the package edtf")
    span = Span(0, 1, "date", {"when": "--11-01", "precision": "low"})
    assert list(with_edtf([span])) == [span]


def test_edtf_needs_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package is missing, the message says how to get it."""
    monkeypatch.setitem(sys.modules, "edtf", None)
    with pytest.raises(UsageError) as raised:
        convert(b"It was about 1850.", edtf=True)
    assert raised.value.hint == "pip install 'teikit[edtf]'"
