"""The reading edition in a real browser: links, colours, widths, and silence on the network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from editions import tei
from teikit.transform import transform

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

pytestmark = pytest.mark.browser

FILLER = (
    "The streets were lit by nine men and a ladder, and nobody asked what oil they burned. " * 8
)
BODY = f"""<div><head>First chapter</head>
<p>In <date when="1862-05">May 1862</date> (<del>or</del> between
<date when="1860">1860</date> and <date when="1864">1864</date>)
<persName ref="#p">Ada Quill</persName> wrote this down.
<note n="1" place="end">The first note.</note> {FILLER}</p>
<quote><p>“{FILLER}”<note n="2" place="end" xml:id="n2">The second note.</note></p></quote>
<p>Again<ref type="note" target="#n2">[2]</ref>. {FILLER * 3}</p></div>
<div xml:id="second"><head>Second chapter</head>
<p>A <choice><sic>teh</sic><corr>the</corr></choice> word: {"Donaudampfschifffahrt" * 6}.
See <ref target="https://example.org/{"long/" * 20}">https://example.org/{"long/" * 20}</ref>.</p>
<lg><l n="5">A line of verse, which is number five and rather long for a small screen</l></lg>
<table><head>Costs</head><row role="label">{"<cell>Heading</cell>" * 12}</row>
<row>{"<cell>1234567</cell>" * 12}</row></table>
<p>{FILLER * 4}</p></div>"""
PERSONS = '<listPerson><person xml:id="p"><persName>Ada Quill</persName></person></listPerson>'


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with everything that a reader can use."""
    path = tmp_path_factory.mktemp("edition") / "page.html"
    page = transform(tei(BODY, stand_off=PERSONS), parameters={"own-css": ".skip { left: 2rem }"})
    path.write_text(page, encoding="utf-8")
    return path


@pytest.fixture
def page(browser: sync_api.Browser, edition: Path) -> Iterator[sync_api.Page]:
    """The page, opened; at the end nothing may have been fetched or complained about."""
    context = browser.new_context(viewport={"width": 900, "height": 700})
    page = context.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(edition.as_uri())
    yield page
    context.close()
    assert {url.partition("#")[0] for url in requests} == {edition.as_uri()}
    assert complaints == []


def in_view(page: sync_api.Page, selector: str) -> bool:
    """Whether the top of an element is inside the window."""
    box = page.locator(selector).bounding_box()
    size = page.viewport_size
    assert box is not None
    assert size is not None
    return -1 <= box["y"] <= size["height"]


def test_note_links_go_there_and_back(page: sync_api.Page) -> None:
    """A click on the marker shows the note, a click on its arrow the marker."""
    page.locator("a[role=doc-noteref]").nth(1).click()
    assert page.url.endswith("#n2")
    assert in_view(page, "#n2")
    page.locator("#n2 a[role=doc-backlink]").first.click()
    assert page.url.endswith("#from:n2")
    assert in_view(page, "a[id='from:n2']")


def test_a_second_reference_has_its_own_way_back(page: sync_api.Page) -> None:
    """The second arrow of a note leads to the second reference."""
    page.locator("#n2 a[role=doc-backlink]").nth(1).click()
    assert page.locator(":target").inner_text().strip() == "[2]"
    assert in_view(page, ":target")


def test_contents_and_index_lead_to_their_places(page: sync_api.Page) -> None:
    """The contents scroll to a chapter, the index to a mention, a mention to the index."""
    page.locator("nav a", has_text="Second chapter").click()
    assert in_view(page, "#second")
    page.locator("#p .mentions a").click()
    assert page.locator(":target").inner_text() == "Ada Quill"
    assert in_view(page, ":target")
    page.locator("a.persName").click()
    assert in_view(page, "#p")


def test_the_popup_shows_for_mouse_and_keyboard(page: sync_api.Page) -> None:
    """Hovering over a marker, or reaching it with Tab, shows the note's words."""
    popup = page.locator(".popup").first
    assert not popup.is_visible()
    page.locator("a[role=doc-noteref]").first.hover()
    assert popup.is_visible()
    assert popup.inner_text() == "The first note."
    page.mouse.move(0, 0)
    assert not popup.is_visible()
    page.locator("a[role=doc-noteref]").first.focus()
    assert popup.is_visible()


def test_the_keyboard_finds_its_way(page: sync_api.Page) -> None:
    """The first Tab shows the skip link, and whatever has the focus has an outline."""
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert in_view(page, ".skip")
    for _ in range(4):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style == "solid"


def test_the_style_of_the_user_is_applied(page: sync_api.Page) -> None:
    """The page's policy lets it through."""
    left = page.locator(".skip").evaluate("element => getComputedStyle(element).left")
    assert float(left.removesuffix("px")) == pytest.approx(36)


def test_escape_puts_a_popup_away(page: sync_api.Page) -> None:
    """It comes back when the pointer comes back (WCAG 1.4.13)."""
    popup = page.locator(".popup").first
    page.locator("a[role=doc-noteref]").first.hover()
    page.keyboard.press("Escape")
    assert not popup.is_visible()
    page.mouse.move(0, 0)
    page.locator("a[role=doc-noteref]").first.hover()
    assert popup.is_visible()


def test_search_counts_marks_and_leads_from_match_to_match(page: sync_api.Page) -> None:
    """Case and accents do not matter, nor line ends and markup inside the words."""
    field, counter = page.get_by_role("searchbox"), page.locator("form.search output")
    field.fill("ÁDA  quill wrote")
    assert counter.inner_text() == "1"
    field.fill("ladder")
    total = int(counter.inner_text())
    assert total == FILLER.count("ladder") * 9
    field.press("Enter")
    field.press("Enter")
    assert counter.inner_text() == f"2/{total}"
    field.press("Shift+Enter")
    field.press("Shift+Enter")
    assert counter.inner_text() == f"{total}/{total}"
    assert page.evaluate("CSS.highlights.get('search').size") == total
    top = page.evaluate("[...CSS.highlights.get('search-current')][0].getBoundingClientRect().top")
    assert 0 < top < 700
    field.fill("not in this text")
    assert counter.inner_text() == "0"


def test_search_finds_what_shows(page: sync_api.Page) -> None:
    """A reading that is switched off is not found until it is switched on."""
    field, counter = page.get_by_role("searchbox"), page.locator("form.search output")
    field.fill("teh word")
    assert counter.inner_text() == "0"
    page.get_by_role("button", name="Display").click()
    page.get_by_label("Mistakes of the source").check()
    assert counter.inner_text() == "1"


def test_the_running_title_names_the_section(page: sync_api.Page) -> None:
    """The bar at the top and the contents say where the reader is."""
    page.locator("nav a", has_text="Second chapter").click()
    sync_api.expect(page.locator(".running-title")).to_contain_text("Second chapter")
    current = page.locator("nav a[aria-current]")
    assert current.inner_text() == "Second chapter"


def test_deletions_can_be_taken_away(page: sync_api.Page) -> None:
    """What the switch turns off is gone from the page, until it is turned on again."""
    deletion = page.locator("del")
    assert deletion.is_visible()
    page.get_by_role("button", name="Display").click()
    page.get_by_label("Deletions").uncheck()
    assert not deletion.is_visible()
    page.reload()
    assert page.locator("del").is_visible()


def test_without_a_script_everything_can_be_read(browser: sync_api.Browser, edition: Path) -> None:
    """Search is not offered; text, notes, indexes and switches are there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(edition.as_uri())
    assert not page.locator("form.search").is_visible()
    for selector in ("#n2", "#p", "svg.timeline", ".about"):
        assert page.locator(selector).is_visible(), selector
    page.get_by_role("button", name="Display").click()
    page.get_by_label("Mistakes of the source").check()
    assert page.locator(".original").is_visible()
    context.close()


def test_the_switch_shows_the_other_reading(page: sync_api.Page) -> None:
    """Original and corrected spelling change places without a script."""
    original, regular = page.locator(".original"), page.locator(".regular")
    assert regular.is_visible()
    assert not original.is_visible()
    page.get_by_role("button", name="Display").click()
    page.get_by_label("Mistakes of the source").check()
    assert original.is_visible()
    assert not regular.is_visible()


@pytest.mark.parametrize("width", [360, 900, 1600])
def test_no_width_scrolls_sideways(page: sync_api.Page, width: int) -> None:
    """Long words, addresses and wide tables stay inside the window."""
    page.set_viewport_size({"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    measure = page.evaluate("document.querySelector('article p').getBoundingClientRect().width")
    assert measure <= 640


CONTRAST = """element => {
  const rgb = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = colour => {
    const [r, g, b] = rgb(colour).map(v => v / 255)
      .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = getComputedStyle(document.body).backgroundColor;
  const pair = [light(getComputedStyle(element).color), light(ground)].sort((a, b) => b - a);
  return (pair[0] + 0.05) / (pair[1] + 0.05);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_colour_schemes_can_be_read(page: sync_api.Page, scheme: str) -> None:
    """Text, links and quiet words have the contrast of WCAG AA against the ground."""
    page.emulate_media(color_scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(253, 252, 249)") == (scheme == "light")
    for selector in (
        "article p",
        "nav a",
        ".mentions a",
        "dt",
        ".byline",
        ".line-number",
        "caption",
    ):
        assert page.locator(selector).first.evaluate(CONTRAST) >= 4.5, selector


def test_on_paper_there_is_only_what_paper_can_do(page: sync_api.Page) -> None:
    """Contents, switches, arrows and pop-ups are for the screen; the notes are printed."""
    page.emulate_media(media="print")
    for selector in ("nav", ".toolbar", ".switches", ".backlink", ".popup", ".page-index"):
        assert not page.locator(selector).first.is_visible(), selector
    assert page.locator("#n2").is_visible()
