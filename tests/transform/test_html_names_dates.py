"""Names and dates of the reading edition, and their indexes."""

from __future__ import annotations

import pytest

from editions import Page, page

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


PLACES = (
    '<listPlace><place xml:id="l-k"><placeName>Kings Lynn</placeName><desc>A port.</desc></place>'
    "</listPlace><listOrg><org xml:id='o-b'><orgName>The Board</orgName></org></listOrg>"
)


def entries(edition: Page, index: str) -> list[str]:
    """The words of an index, entry by entry."""
    path = f"//section[contains(@class, '{index}')]//li"
    return [" ".join(entry.text_content().split()) for entry in edition.all(path)]


def test_places_and_organisations_have_indexes_too() -> None:
    """Those on record and those that are only named, by name."""
    edition = page(
        "<p><placeName ref='#l-k'>Lynn</placeName>, <placeName>York</placeName> and"
        " <rs type='place' key='York'>the city</rs>, <placeName key='York'>York town</placeName>;"
        " <geogName>Bath</geogName>, <orgName ref='#o-b'>the Board</orgName>,"
        " <name type='org'>Acme</name></p>",
        stand_off=PLACES,
    )
    assert entries(edition, "places") == [
        "Bath 1",
        "Kings Lynn; A port. 1",
        "York 1",
        "York town 1 2",
    ]
    assert entries(edition, "organisations") == ["Acme 1", "The Board 1"]
    assert edition.dangling() == []
    links = edition.all("//nav//a[@href='#page:places' or @href='#page:organisations']")
    assert [link.text for link in links] in ([], ["Places", "Organisations"])


def test_persons_without_a_record_are_one_entry_for_each_reference() -> None:
    """An address outside, a key or the words themselves say who is meant; pronouns do not."""
    edition = page(
        "<p><persName ref='https://example.org/1'>Ann Zell</persName> and"
        " <rs type='person' ref='https://example.org/1'>her</rs>, <persName>Ben Abel</persName>,"
        " <persName>Ben  Abel</persName>, <rs type='person'>he</rs>, <rs>it</rs></p>"
    )
    assert entries(edition, "persons") == ["Ben Abel 1 2", "Ann Zell 1 2"]
    assert edition.dangling() == []


def test_names_of_a_record_are_no_mentions_of_it() -> None:
    """A list of persons inside the text keeps its place and has no second index."""
    edition = page(
        "<p><persName ref='#p-x'>Ada</persName></p><listPerson><person xml:id='p-x'>"
        "<persName>Ada Quill</persName></person></listPerson>"
    )
    assert entries(edition, "persons") == []


def test_the_timeline_is_a_picture_with_words() -> None:
    """A dot for a date, a bar for a span, years below; its title and description are read out."""
    edition = page(
        "<p><date when='1935-09-30'>a</date><date when='1935-09-30'>b</date>"
        "<date from='1924' to='1927'>c</date><date notAfter='1911'>d</date>"
        "<date when='--05'>e</date><date from='1950' to='1940'>f</date></p>"
    )
    svg = edition.one("//*[name() = 'svg']")
    assert svg.get("role") == "img"
    labels = [edition.text(f"//*[@id='{name}']") for name in svg.get("aria-labelledby").split()]
    assert labels == ["Timeline", "1911–1936"]
    assert len(edition.all("//circle")) == 2
    assert edition.text("//rect") == "from 1924 to 1927"
    years = [text.text for text in edition.all("//section//text[@y]")]
    assert years == ["1915", "1920", "1925", "1930", "1935"]


def test_few_dates_make_no_timeline() -> None:
    """Two dots are no picture."""
    edition = page("<p><date when='1935'>a</date><date when='1936'>b</date></p>")
    assert edition.all("//*[name() = 'svg']") == []


def test_years_before_ours_are_on_the_timeline() -> None:
    """They have their name, and their place before the others."""
    edition = page(
        "<p><date when='-0500'>a</date><date when='-0044-03-15'>b</date>"
        "<date when='0014'>c</date></p>"
    )
    years = [text.text for text in edition.all("//section//text[@y]")]
    assert years == ["500 BC", "400 BC", "300 BC", "200 BC", "100 BC", "0"]
