"""``teikit serve``: the page, its changes, its mistakes, and who may not see it."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from editions import tei
from running import Run
from teikit.errors import UsageError
from teikit.serve.edition import Edition
from teikit.serve.server import Server

SHEET = (
    '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
    ' xmlns:tei="http://www.tei-c.org/ns/1.0"><xsl:include href="part.xsl"/></xsl:stylesheet>'
)
PART = SHEET.replace(
    '<xsl:include href="part.xsl"/>', '<xsl:import href="teikit:html/html.xsl"/>{}'
)
MARKED = '<xsl:template match="tei:hi"><mark><xsl:apply-templates/></mark></xsl:template>'


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A TEI file with an image beside it, and with files that are none of the page's."""
    path = tmp_path / "edition.xml"
    path.write_bytes(
        tei('<p>Some <hi>words</hi></p><figure><graphic url="mill%20a.png"/></figure>')
    )
    (tmp_path / "mill%20a.png").write_bytes(b"not asked for")
    (tmp_path / "mill a.png").write_bytes(b"image")
    (tmp_path / "other.png").write_bytes(b"other")
    return path


@pytest.fixture
def server(document: Path) -> Iterator[Server]:
    """A server of the file with nothing else."""
    yield from running(Edition(document))


def running(edition: Edition) -> Iterator[Server]:
    """A server that runs until the test is over."""
    with Server(edition) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(
    server: Server, path: str = "/", host: str | None = None, method: str = "GET"
) -> tuple[int, str, Any]:
    """Status, content and headers of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    headers = {"Host": host.format(server.server_port)} if host is not None else {}
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    content = answer.read().decode("utf-8")
    connection.close()
    return answer.status, content, answer.headers


def test_the_page_is_the_edition_and_a_script(server: Server) -> None:
    """Its policy lets the script ask for changes, and nothing more than before."""
    status, page, headers = ask(server)
    assert status == 200
    assert "<title>A Title</title>" in page
    assert page.count("connect-src 'self'") == 1
    assert "unsafe-inline" not in page
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_page_follows_the_file(server: Server, document: Path) -> None:
    """A change gives another version and another page; a mistake is told, and goes away again."""
    _, before, _ = ask(server, "/.teikit/version")
    good = document.read_bytes()
    document.write_bytes(good.replace(b"<hi>words</hi>", b"<hi>w & ords</hi>"))
    assert ask(server, "/.teikit/version")[1] != before
    status, page, _ = ask(server)
    assert status == 500
    assert f"{document}:1:" in page
    assert "edition.xml cannot be shown" in page
    assert "&amp;amp;" in page
    assert "<mark>    1</mark> &lt;TEI" in page
    document.write_bytes(good.replace(b"words", b"sentences"))
    status, page, _ = ask(server)
    assert (status, "sentences" in page) == (200, True)


def test_the_page_follows_the_stylesheet_and_its_parts(document: Path) -> None:
    """A module that changes, breaks or comes back."""
    folder = document.parent
    (folder / "my.xsl").write_text(SHEET)
    part = folder / "part.xsl"
    part.write_text(PART.format(""))
    for server in running(Edition(document, None, folder / "my.xsl")):
        assert "<mark>" not in ask(server)[1]
        before = ask(server, "/.teikit/version")[1]
        part.write_text(PART.format(MARKED))
        assert ask(server, "/.teikit/version")[1] != before
        assert "<mark>words</mark>" in ask(server)[1]
        part.write_text(PART.format('\n<xsl:template match="]"/>'))
        status, page, _ = ask(server)
        assert (status, f"{part}:2" in page) == (500, True)
        broken = ask(server, "/.teikit/version")[1]
        part.unlink()
        assert ask(server, "/.teikit/version")[1] != broken
        assert "part.xsl cannot be read" in ask(server)[1]
        part.write_text(PART.format(MARKED))
        assert "<mark>words</mark>" in ask(server)[1]


def test_a_sheet_that_makes_no_page_is_shown_as_it_is(document: Path) -> None:
    """Text and XML are readable too, and safe."""
    own = document.with_name("my.xsl")
    own.write_text(SHEET.replace('<xsl:include href="part.xsl"/>', '<xsl:output method="xml"/>'))
    for server in running(Edition(document, None, own)):
        _, page, _ = ask(server)
        assert "<pre>&lt;?xml" in page
        assert "connect-src 'self'" in page


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{}", "127.0.0.1", "", "[::1]:{}"])
def test_other_names_lead_nowhere(server: Server, host: str) -> None:
    """A page elsewhere cannot read the edition by a name that leads to this machine."""
    for path in ("/", "/.teikit/version", "/mill%20a.png"):
        status, content, _ = ask(server, path, host)
        assert status == 421
        assert "words" not in content
    assert ask(server, "/", "localhost:{}")[0] == 200


@pytest.mark.parametrize(
    "path",
    ["/edition.xml", "/other.png", "/../edition.xml", "/%2e%2e/etc/passwd", "//etc/passwd",
     "/mill%00.png", "/.teikit/", "/index.html", "/mill%2520b.png"],
)  # fmt: skip
def test_nothing_else_is_served(server: Server, path: str) -> None:
    """Neither the document's source nor its neighbours."""
    status, content, _ = ask(server, path)
    assert (status, content) == (404, "There is no such page.\n")


def test_images_of_the_document_are_served(server: Server) -> None:
    """Those that it shows from beside itself; nothing in one runs if it is opened alone."""
    status, content, headers = ask(server, "/mill%20a.png")
    assert (status, content, headers["Content-Type"]) == (200, "image", "image/png")
    assert "sandbox" in headers["Content-Security-Policy"]
    assert ask(server, "/mill%20a.png", method="HEAD")[1] == ""


def test_an_image_is_not_a_way_out(
    document: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Not by its address, not by a link."""
    outside = tmp_path_factory.mktemp("outside") / "x.png"
    outside.write_bytes(b"outside")
    (document.parent / "link.png").symlink_to(outside)
    document.write_bytes(
        tei(f'<p><graphic url="link.png"/><graphic url="../{outside.parent.name}/x.png"/></p>')
    )
    for server in running(Edition(document)):
        assert ask(server, "/link.png")[0] == 404
        assert ask(server, f"/../{outside.parent.name}/x.png")[0] == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_other_methods_do_nothing(server: Server, method: str) -> None:
    """There is nothing to be changed."""
    assert ask(server, method=method)[0] == 501


def test_a_port_that_is_taken_is_told(server: Server, document: Path) -> None:
    """With what to do."""
    with pytest.raises(UsageError, match=str(server.server_port)) as caught:
        Server(Edition(document), server.server_port)
    assert "--port" in caught.value.hint


def test_the_command_says_where_and_ends_at_ctrl_c(document: Path) -> None:
    """The address is on standard error; the end is no error."""
    process = subprocess.Popen(
        [sys.executable, "-m", "teikit", "serve", str(document)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stderr
    said = process.stderr.readline()
    port = int(said.partition("127.0.0.1:")[2].partition("/")[0])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/")
    assert connection.getresponse().status == 200
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=10)
    connection.close()
    assert (process.returncode, output, errors) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["none.xml"], "none.xml"), (["-"], "standard input"), (["edition.xml", "--param", "nots=1"],
     "notes"), (["edition.xml", "--port", "70000"], "70000")],
)  # fmt: skip
def test_wrong_usage_is_told(run: Run, document: Path, arguments: list[str], words: str) -> None:
    """At once, not in the browser."""
    assert words in run("serve", *arguments, status=2).stderr


@pytest.mark.browser
def test_the_browser_follows(browser: Any, server: Server, document: Path) -> None:
    """A page that is open shows a change, a mistake, and its end, without a hand on the mouse."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(server.address)
    assert page.locator("article").inner_text().startswith("Some words")
    good = document.read_bytes()
    document.write_bytes(good.replace(b"Some", b"More"))
    page.get_by_text("More words").wait_for()
    assert complaints == []
    document.write_bytes(good.replace(b"</hi>", b"</h>"))
    page.get_by_text("cannot be shown").wait_for()
    assert page.locator("mark").inner_text().strip() == "1"
    document.write_bytes(good)
    page.get_by_text("Some words").wait_for()
    assert [text for text in complaints if "500" not in text] == []
    page.close()
