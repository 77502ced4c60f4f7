"""Notes of the reading edition: markers, entries, pop-ups, and the links between them."""

from __future__ import annotations

from editions import page

END_NOTES = """<p>One<note n="1" place="end" xml:id="n1">First.</note> two
<note n="2" place="end"><p>Second.</p><list><item>deep</item></list></note>,
three<note>Third.</note>.</p>"""

REFERENCES = '<p>One<ref type="note" target="#note1">[1]</ref> two<ptr target="#note1"/>.</p>'
DIVISION = '<div type="notes"><note xml:id="note1" n="1">The note.</note></div>'


def test_marker_and_entry_link_to_each_other() -> None:
    """From each marker a link leads to its note, and back to the same marker."""
    edition = page(END_NOTES)
    markers = edition.all("//a[@role='doc-noteref']")
    assert [marker.text_content().strip() for marker in markers] == ["1", "2", "3"]
    for marker in markers:
        entry = edition.one(f"//*[@id='{marker.get('href')[1:]}']")
        assert entry.xpath(f".//a[@role='doc-backlink'][@href='#{marker.get('id')}']")
    assert edition.one("//li[@id='n1']").text_content().startswith("1First.")
    assert edition.dangling() == []


def test_the_note_is_not_run_into_the_sentence() -> None:
    """Around the marker the sentence reads on, without the space that stood before it."""
    edition = page(END_NOTES)
    for popup in edition.all("//span[@class='popup']"):
        popup.drop_tree()
    assert (
        edition.text("//div[@class='p'] | //p[@class='p'][contains(., 'One')]")
        == "One1 two2, three3."
    )


def test_the_popup_has_the_words_and_no_links_or_ids() -> None:
    """The copy of a note beside its marker is hidden from assistive technology."""
    popups = page(END_NOTES).all("//span[@class='popup']")
    assert " ".join(popups[1].text_content().split()) == "Second. deep"
    assert all(popup.get("aria-hidden") == "true" for popup in popups)
    assert not any(popup.xpath(".//a | .//*[@id]") for popup in popups)


def test_a_note_with_blocks_does_not_break_its_paragraph() -> None:
    """A list in a note is in the entry; the paragraph with the marker stays a paragraph."""
    edition = page(END_NOTES)
    assert len(edition.all("//main//p[@class='p'][contains(., 'One')]")) == 1
    assert edition.text("//section[@class='notes']//li[@class='item']") == "deep"


def test_several_references_lead_to_one_note_and_back() -> None:
    """A note in <back> has a link back to every reference."""
    edition = page(REFERENCES, back=DIVISION)
    markers = edition.all("//a[@role='doc-noteref']")
    assert [marker.text_content().strip() for marker in markers] == ["[1]", "1"]
    assert {marker.get("href") for marker in markers} == {"#note1"}
    back = edition.all("//div[@id='note1']//a[@role='doc-backlink']")
    assert [link.get("href") for link in back] == [f"#{marker.get('id')}" for marker in markers]
    assert edition.dangling() == []
    assert len(edition.ids()) == len(set(edition.ids()))


def test_a_reference_without_its_hash_is_still_one_to_a_note() -> None:
    """Some projects write target="n2"; the number is a marker there, too, and no word."""
    edition = page('<p>the Generals<ref target="note1">2</ref> if</p>', back=DIVISION)
    marker = edition.one("//a[@role='doc-noteref']")
    assert marker.get("href") == "#note1"
    assert edition.one(f"//*[@id='note1']//a[@href='#{marker.get('id')}']") is not None
    assert edition.dangling() == []


def test_an_inline_note_stays_in_its_place() -> None:
    """What the encoder put into the line is read there."""
    edition = page('<p>a <note place="inline">here</note> b</p>')
    assert edition.text("//p/span[@class='note inline']") == "here"
    assert edition.all("//section[@class='notes']") == []


def test_a_note_inside_a_note_has_its_own_entry() -> None:
    """Markers in notes lead on to further notes."""
    edition = page("<p>a<note n='1'><p>outer<note n='2'>inner</note></p></note></p>")
    assert len(edition.all("//section[@class='notes']/ol/li")) == 2
    assert edition.dangling() == []


def test_the_apparatus_has_letters_and_links_both_ways() -> None:
    """Its entries are numbered apart from the notes, and no id is empty."""
    edition = page(
        "<p><app><lem>a</lem><rdg>b</rdg></app> <note>N</note>"
        " <app><lem>c</lem><rdg>d</rdg></app></p>"
    )
    markers = edition.all("//span[@class='app']//a")
    assert [marker.text for marker in markers] == ["a", "b"]
    entries = edition.all("//section[contains(@class, 'apparatus')]//li")
    assert [f"#{entry.get('id')}" for entry in entries] == [m.get("href") for m in markers]
    assert all(edition.ids())
    assert edition.dangling() == []
