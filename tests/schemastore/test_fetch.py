"""Fetching keeps to its limits, whatever a server does."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from schemastore.web import Site
from teikit.errors import InputError, UsageError
from teikit.schemastore.fetch import FetchLimits, fetch

_TIGHT = FetchLimits(size=100_000, seconds=0.5, redirects=3)


def test_fetches_over_http(site: Site) -> None:
    """The bytes and the address they came from."""
    site.files["/a.rng"] = b"<grammar/>"
    found = fetch(f"{site.url}/a.rng")
    assert (found.url, found.data) == (f"{site.url}/a.rng", b"<grammar/>")


def test_follows_a_redirect(site: Site) -> None:
    """The address is the one where the file was in the end."""
    site.redirects["/latest"] = "/v2/a.rng"
    site.files["/v2/a.rng"] = b"<grammar/>"
    assert fetch(f"{site.url}/latest").url == f"{site.url}/v2/a.rng"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "the server answers 404"),
        ("/round/1", "redirects more than 3 times"),
        ("/endless", "larger than 100,000 bytes"),
        ("/huge", "larger than 100,000 bytes"),
        ("/slow-body", "longer than 0.5 seconds"),
        ("/slow-head", "longer than 0.5 seconds"),
        ("/cut", "broke off"),
    ],
)
def test_limits_hold(site: Site, path: str, words: str) -> None:
    """Each way to misbehave ends in a sentence with the address, and soon."""
    begun = time.monotonic()
    with pytest.raises(InputError) as caught:
        fetch(site.url + path, _TIGHT)
    assert words in caught.value.message
    assert caught.value.place.startswith(site.url)
    assert caught.value.hint
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:,x", "gopher://127.0.0.1/"]
)
def test_redirects_stay_on_the_web(site: Site, target: str) -> None:
    """A server cannot send us to a local file or another kind of server."""
    site.redirects["/a"] = target
    with pytest.raises(InputError, match=r"not allowed|not followed"):
        fetch(f"{site.url}/a", _TIGHT)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://example.org/a.rng", "no address that can be fetched"),
        ("data:text/xml,<a/>", "no address that can be fetched"),
        ("https://ann:secret@example.org/a.rng", "user name or password"),
        ("file://server/share/a.rng", "another computer"),
    ],
)
def test_other_addresses_are_refused(url: str, words: str) -> None:
    """Only the web and local files; and no passwords, which would be kept."""
    with pytest.raises(UsageError) as caught:
        fetch(url)
    assert words in caught.value.message
    assert "secret" not in str(caught.value)


def test_nobody_listens() -> None:
    """A port without a server is told as such."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/a.rng"
        with pytest.raises(InputError, match="cannot be reached"):
            fetch(url, _TIGHT)


def test_local_files(tmp_path: Path) -> None:
    """Files are read within the same limits; folders and devices are refused."""
    (tmp_path / "a b.rng").write_bytes(b"<grammar/>")
    assert fetch((tmp_path / "a b.rng").as_uri()).data == b"<grammar/>"
    (tmp_path / "big").write_bytes(b"x" * 200_000)
    for path, words in (
        (tmp_path / "big", "larger than"),
        (tmp_path, "a folder"),
        (tmp_path / "none", "no such file"),
        (Path("/dev/zero"), "no ordinary file"),
    ):
        with pytest.raises(InputError, match=words):
            fetch(path.as_uri(), _TIGHT)
