"""Names and dates of the reading edition, and their indexes."""

from __future__ import annotations

import pytest

from editions import page

PERSONS = (
    '<listPerson><person xml:id="p-b"><persName>Thomas Brand</persName><birth when="1841"/>'
    "</person>"
    '<person xml:id="p-a"><persName>Ada Quill</persName></person></listPerson>'
)
NAMES = (
    '<p><persName ref="#p-a">Ada</persName> met <persName ref="#p-b" cert="low">Brand</persName>'
    '’s son.<note n="1"><persName ref="#p-a">A. Quill</persName></note></p>'
)


def test_the_index_links_to_every_mention_and_each_mention_to_the_index() -> None:
    """Mentions in notes count, too; entries are in the order of the surnames."""
    edition = page(NAMES, stand_off=PERSONS)
    entries = edition.all("//section[contains(@class, 'persons')]//li")
    assert [entry.get("id") for entry in entries] == ["p-b", "p-a"]
    mentions = [link.get("href") for link in entries[1].xpath(".//a")]
    assert [edition.text(f"//*[@id='{mention[1:]}']") for mention in mentions] == [
        "Ada",
        "A. Quill",
    ]
    assert edition.one("//a[.='Ada']").get("href") == "#p-a"
    assert edition.dangling() == []


def test_a_name_says_whom_it_means_and_how_sure_that_is() -> None:
    """The full name and the certainty are in the title of a mention."""
    edition = page(NAMES, stand_off=PERSONS)
    assert edition.one("//a[.='Brand']").get("title") == "Thomas Brand (certainty: low)"
    assert "born 1841" in edition.text("//li[@id='p-b']")


@pytest.mark.parametrize(("names", "links"), [("link", 3), ("mark", 0), ("plain", 0)])
def test_names_can_be_links_marked_or_plain(names: str, links: int) -> None:
    """The parameter decides; the index finds the mentions all the same."""
    edition = page(NAMES, stand_off=PERSONS, parameters={"names": names})
    assert len(edition.all("//a[contains(@class, 'persName')]")) == links
    assert edition.dangling() == []


def test_without_indexes_no_name_leads_nowhere() -> None:
    """Leaving the indexes out leaves no dangling link."""
    edition = page(NAMES, stand_off=PERSONS, parameters={"indexes": "no"})
    assert edition.all("//section[contains(@class, 'page-index')]") == []
    assert edition.dangling() == []


@pytest.mark.parametrize(
    ("attributes", "datetime", "title"),
    [
        ('when="1932-05"', "1932-05", "May 1932"),
        ('when="1935-09-30"', "1935-09-30", "30 September 1935"),
        ('when="1927"', "1927", "1927"),
        ('when="--11-13"', None, "13 November"),
        ('when="-0044-03-15"', None, "-0044-03-15"),
        ('when="1935-02-31"', None, "31 February 1935"),
        ('when="0000"', None, "0"),
        ('from="1924" to="1927"', None, "from 1924 to 1927"),
        ('notBefore="1936-01" notAfter="1936-04"', None, "between January 1936 and April 1936"),
        ('notAfter="1936"', None, "not after 1936"),
        ('when="1935-11-13" cert="medium"', "1935-11-13", "13 November 1935 (certainty: medium)"),
    ],
)
def test_dates_are_explained_and_machine_readable(
    attributes: str, datetime: str | None, title: str
) -> None:
    """HTML's <time> has the dates that its standard allows; all say what they mean."""
    date = page(f"<p>On <date {attributes}>that day</date>.</p>").one("//p/*[@class='date']")
    assert date.get("datetime") == datetime
    assert date.tag == ("time" if datetime else "span")
    assert date.get("title") == title


def test_the_index_of_dates_is_in_the_order_of_time() -> None:
    """Years before ours come first, a year before its months; the same date is one entry."""
    edition = page(
        "<p><date when='1935-09-30'>a</date><date when='1935'>b</date><date when='-0044'>c</date>"
        "<date from='1924' to='1927'>d</date><date when='1924-05'>e</date>"
        "<date when='1935'>f</date></p>"
    )
    entries = [
        " ".join(e.text_content().split())
        for e in edition.all("//section[contains(@class, 'dates')]//li")
    ]
    assert entries == [
        "44 BC 1", "from 1924 to 1927 1", "May 1924 1", "1935 1 2", "30 September 1935 1",
    ]  # fmt: skip
    assert edition.dangling() == []


def test_persons_are_sorted_by_surname_whatever_the_accents() -> None:
    """Without a marked surname the last word counts; Čapek stands beside Capek."""
    names = ["Zoë Adler", "Karel Čapek", "<surname>Brand</surname> Thomas", "ann carr", "Daa"]
    persons = "".join(
        f'<person xml:id="p{n}"><persName>{name}</persName></person>'
        for n, name in enumerate(names)
    )
    edition = page("<p>x</p>", stand_off=f"<listPerson>{persons}</listPerson>")
    entries = [entry.get("id") for entry in edition.all("//section[@role='doc-index']//li")]
    assert entries == ["p0", "p2", "p1", "p3", "p4"]
