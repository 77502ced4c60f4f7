"""Documents that mean harm, sink by sink: what comes out can fetch and run nothing."""

from __future__ import annotations

import base64
import hashlib
import json
from xml.sax.saxutils import escape

import pytest

from editions import Page, page, tei
from teikit.errors import UsageError
from teikit.resources import data_directory
from teikit.transform import transform

URLS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java&#10;script:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/x",
    "https:evil.example",
]
HOSTILE_WORDS = [
    "</script><script>alert(1)</script>",
    "</style><img src='x' onerror='alert(1)'>",
    '"]}<!--<script>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "} * { display: none",
    "\\",
    "]]>",
]
SCRIPT = (data_directory("xslt") / "html" / "script.js").read_text(encoding="utf-8")
SINKS = {
    "ref": '<ref target="{}">x</ref>',
    "ptr": '<ptr target="{}"/>',
    "pb": '<pb n="1" facs="{}"/>',
    "graphic": '<figure><graphic url="{}"/></figure>',
    "name": '<persName ref="{}">x</persName>',
    "date": '<date when="{}">x</date>',
}


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize("sink", SINKS.values(), ids=SINKS.keys())
def test_only_harmless_addresses_become_links(sink: str, url: str) -> None:
    """Links are http, https, mailto, or into the page; nothing else is fetched or run."""
    edition = page(f"<p>{sink.format(url)}</p>", parameters={"images": "show"})
    addresses = edition.all("//main//@href | //main//@src")
    assert [address for address in addresses if not address.startswith(("#", "http://"))] == []


def test_a_licence_with_a_script_is_no_link() -> None:
    """The header's addresses are looked at like those of the text."""
    document = tei("<p>x</p>").replace(b"https://example.org/licence", b"javascript:alert(1)")
    assert "javascript" not in transform(document)


@pytest.mark.parametrize(
    "markup",
    [
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<![CDATA[</style><script>alert(1)</script>]]>",
        '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
        '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
        '<math xmlns="http://www.w3.org/1998/Math/MathML">'
        '<mi href="javascript:alert(1)" onclick="a()">alert(1)</mi></math>',
        '<iframe xmlns="http://www.w3.org/1999/xhtml" src="http://evil.example/">alert(1)</iframe>',
        '<hi rend="&quot;&gt;&lt;script&gt;" xml:lang="&quot; onclick=&quot;x">alert(1)</hi>',
    ],
)
def test_text_and_foreign_elements_run_nothing(markup: str) -> None:
    """What looks like script stays text, with nothing that acts."""
    edition = page(f"<p>{markup}</p>")
    assert "alert(1)" in edition.text("//main")
    assert edition.scripts() == [SCRIPT]
    assert edition.all("//iframe | //svg | //@*[starts-with(name(), 'on')]") == []
    assert edition.all("//main//@src | //main//@href") == []


@pytest.mark.parametrize(
    "css",
    [
        "background-image: url(http://evil.example/x)",
        "color: red } * { display: none",
        "font-family: '</style><script>alert(1)</script>'",
        "position: fixed; top: 0",
        "text-indent: -9999px",
        "color: expression(alert(1))",
        "colo\\72: red; @import 'http://evil.example/'",
        "display: none",
    ],
)
@pytest.mark.parametrize("place", ["rendition", "style"])
def test_css_of_the_document_cannot_fetch_hide_or_break_out(css: str, place: str) -> None:
    """Only plain values of known properties get into the page's style."""
    escaped = css.replace("<", "&lt;").replace("'", "&apos;")
    rendition, style = (escaped, "") if place == "rendition" else ("", escaped)
    edition = page(
        f"<p rendition='#r' style='{style}'>x</p>",
        header=f"<encodingDesc><tagsDecl><rendition xml:id='r'>{rendition}</rendition></tagsDecl>"
        "</encodingDesc>",
    )
    (style,) = edition.all("//style")
    rules = style.text.partition("@page :first")[2]
    declarations = [part.partition("{")[2] for part in rules.splitlines()[1:]]
    for word in ("evil", "display", "position", "-9999", "expression", "script", "import"):
        assert not any(word in part for part in declarations)
    assert edition.scripts() == [SCRIPT]
    assert "x" in edition.text("//main")


def test_a_rendition_is_applied_by_its_id() -> None:
    """The header's CSS holds for the elements that name it; colours only on a light ground."""
    edition = page(
        '<p rendition="#sc #odd.id">x</p>',
        header="<encodingDesc><tagsDecl><rendition xml:id='sc' scheme='css'>"
        "font-variant: small-caps; color: #900</rendition>"
        "<rendition xml:id='odd.id' scope='first-letter'>font-size: 2em"
        "</rendition></tagsDecl></encodingDesc>",
    )
    (style,) = edition.all("//style")
    assert '[data-rendition~="#sc"] { font-variant: small-caps }' in style.text
    assert (
        '@media (prefers-color-scheme: light), print { [data-rendition~="#sc"] { color: #900 } }'
        in style.text
    )
    assert '[data-rendition~="#odd.id"]::first-letter { font-size: 2em }' in style.text
    assert edition.one("//p[@data-rendition]").get("data-rendition") == "#sc #odd.id"


def test_odd_and_repeated_ids_do_no_harm() -> None:
    """Ids stay unique, those of the page are never taken over, and links into it still work."""
    edition = page(
        '<div xml:id="a"><head>H</head><p xml:id="a">x</p><p xml:id="page:text">y</p>'
        '<p xml:id="two words">z</p><p xml:id="é">w <ref target="#é">link</ref></p></div>'
    )
    ids = edition.ids()
    assert len(ids) == len(set(ids))
    assert ids.count("page:text") == 1
    assert "two words" not in ids
    assert edition.one("//a[.='link']").get("href") in {"#é", "#%C3%A9"}


def test_elements_cannot_dress_up_as_parts_of_the_page() -> None:
    """A class of the page's own style cannot be had by the name of a foreign element."""
    edition = page('<p><popup xmlns="urn:x">seen</popup></p>')
    assert edition.text("//p/span[@class='other-vocabulary']") == "seen"


def test_the_policy_allows_this_style_and_script_only() -> None:
    """The Content-Security-Policy has the hashes of the page's style and script, and no more."""
    edition = page("<p style='font-weight: bold'>x</p>")
    policy = edition.one("//meta[@http-equiv='Content-Security-Policy']").get("content")
    (style,) = edition.all("//style")
    (script,) = edition.scripts()
    for name, text in (("style", style.text), ("script", script)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert (
        edition.all("//*[@style] | //@*[starts-with(name(), 'on')] | //link[@rel='stylesheet']")
        == []
    )


@pytest.mark.parametrize("words", HOSTILE_WORDS)
def test_metadata_cannot_leave_their_place(words: str) -> None:
    """Titles, authors and licences reach title, metadata, JSON-LD and print style as they are."""
    document = tei("<p>x</p>").replace(b"A Title", escape(words).encode())
    document = document.replace(b"An Author", escape(words).encode())
    edition = Page(transform(document))
    assert edition.text("//title") == words
    assert edition.one("//meta[@name='dcterms.creator']").get("content") == words
    (data,) = edition.all("//script[@type = 'application/ld+json']")
    record = json.loads(data.text)
    assert record["name"] == words
    assert record["author"] == [{"@type": "Person", "name": words}]
    assert "<" not in data.text
    assert len(edition.all("//style")) == 1
    assert edition.scripts() == [SCRIPT]
    (style,) = edition.all("//style")
    assert style.text.count("{") == style.text.count("}")


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize("attribute", ["ref", "target"])
def test_addresses_in_the_header_are_looked_at_too(url: str, attribute: str) -> None:
    """Identifiers, authors and licences make no link that runs or fetches something."""
    document = (
        tei("<p>x</p>")
        .replace(b"<author>", f"<author ref='{url}'>".encode())
        .replace(b"https://example.org/licence", url.encode())
        .replace(b"<availability>", f"<idno type='DOI'>{url}</idno><availability>".encode())
        .replace(b"The source.", f"<ref {attribute}='{url}'>s</ref>".encode())
    )
    addresses = Page(transform(document)).all("//@href | //@src")
    harmless = ("#", "https://doi.org/")
    assert [address for address in addresses if not address.startswith(harmless)] == []


@pytest.mark.parametrize("words", HOSTILE_WORDS)
@pytest.mark.parametrize(
    "element",
    [
        "<pb n='{}' facs='{}'/>", "<note n='{}'>x</note>", "<lg><l n='{}'>x</l></lg>",
        "<milestone unit='{}' n='{}'/>", "<gap reason='{}' unit='{}' quantity='1'/>",
        "<persName ref='{}' key='{}'>x</persName>", "<rs type='person' key='{}'>x</rs>",
        "<date when='{}' calendar='{}'>x</date>", "<hi rend='{}' rendition='{}'>x</hi>",
        "<list><item n='{}'>x</item></list>", "<cit><quote type='{}' xml:lang='{}'>x</quote></cit>",
        "<table><row><cell cols='{}' role='{}'>x</cell></row></table>",
        "<app><lem wit='{}'>x</lem><rdg wit='{}'>y</rdg></app>", "<p xml:id='{}'>x</p>",
        "<figure><graphic url='{}'/><figDesc>{}</figDesc></figure>",
    ],
)  # fmt: skip
def test_words_in_attributes_stay_words(element: str, words: str) -> None:
    """Whatever stands in an attribute comes out as text or as an attribute's value."""
    edition = page(
        element.replace("{}", escape(words, {"'": "&apos;"})), parameters={"images": "show"}
    )
    assert edition.scripts() == [SCRIPT]
    assert edition.all("//@*[starts-with(name(), 'on')] | //img[@src='x']") == []
    assert len(edition.all("//style")) == 1
    assert (
        edition.all("//main//@*[starts-with(., 'javascript')][name() = 'href' or name() = 'src']")
        == []
    )


def test_css_of_the_user_is_in_the_style_and_cannot_end_it() -> None:
    """It comes last, and the policy's hash holds for it."""
    (style,) = page("<p>x</p>", parameters={"own-css": "p { color: navy }"}).all("//style")
    assert style.text.endswith("p { color: navy }")
    with pytest.raises(UsageError) as caught:
        page("<p>x</p>", parameters={"own-css": "</STYLE ><script>alert(1)</script>"})
    assert caught.value.hint
