"""Fetches files over HTTP or from the disk, within limits."""

from __future__ import annotations

import http.client
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import IO
from urllib.parse import urlsplit

from teikit import __version__
from teikit.errors import InputError, UsageError
from teikit.schemastore.addresses import local_path

_CHUNK = 1 << 16
_SCHEMES = ("https", "http")


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How much fetching a schema may take.

    Attributes:
        size: bytes of one file.
        total: bytes of all files together.
        files: how many files.
        seconds: for one file, from the first word to the server to the last byte.
        redirects: how often a server may send us elsewhere, for one file.
    """

    size: int = 32 << 20
    total: int = 64 << 20
    files: int = 200
    seconds: float = 30
    redirects: int = 5


DEFAULT_FETCH_LIMITS = FetchLimits()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that was fetched.

    Attributes:
        url: where it came from in the end.
        data: its bytes.
    """

    url: str
    data: bytes


def fetch(url: str, limits: FetchLimits = DEFAULT_FETCH_LIMITS) -> Fetched:
    """Fetch one file.

    Args:
        url: its ``https:``, ``http:`` or ``file:`` address.
        limits: how much it may take.

    Raises:
        UsageError: the address is of another kind.
        InputError: there is no such file, the server does not answer, or a limit is broken.
    """
    scheme = urlsplit(url).scheme.lower()
    if scheme == "file":
        return Fetched(url, _read_file(url, limits))
    if scheme not in _SCHEMES:
        raise UsageError(
            f"“{url}” is no address that can be fetched",
            hint="Give an address that begins with https:// or http://, or the path of a file.",
        )
    if "@" in urlsplit(url).netloc:
        raise UsageError(
            "the address has a user name or password in it",
            hint="Fetch the schema with another program and add the file.",
        )
    return _in_time(url, limits)


def _in_time(url: str, limits: FetchLimits) -> Fetched:
    """Fetch in a thread of its own: a server can hold a read up for longer than any timeout."""
    results: list[Fetched | Exception] = []

    def work() -> None:
        try:
            results.append(_fetch(url, limits))
        except Exception as error:
            results.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(limits.seconds)
    if not results:
        raise _too_slow(url, limits)
    if isinstance(results[0], Exception):
        raise results[0]
    return results[0]


def _fetch(url: str, limits: FetchLimits) -> Fetched:
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(limits.redirects),
    ):
        opener.add_handler(handler)
    request = urllib.request.Request(url, headers={"User-Agent": f"teikit/{__version__}"})
    try:
        with opener.open(request, timeout=limits.seconds) as response:
            return Fetched(response.geturl(), _body(response, url, limits))
    except urllib.error.HTTPError as error:
        error.close()
        raise _told(url, f"the server answers {error.code} {error.reason}".strip()) from None
    except TimeoutError:
        raise _too_slow(url, limits) from None
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise _too_slow(url, limits) from None
        reason = getattr(error.reason, "strerror", None) or error.reason
        raise _told(url, f"the server cannot be reached: {reason}") from None
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "strerror", None) or error or type(error).__name__
        raise _told(url, f"the connection failed: {reason}") from None


def _body(response: http.client.HTTPResponse, url: str, limits: FetchLimits) -> bytes:
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced) > limits.size:
        raise _too_big(url, limits)
    end = time.monotonic() + limits.seconds
    chunks, size = [], 0
    while chunk := response.read1(_CHUNK):
        size += len(chunk)
        if size > limits.size:
            raise _too_big(url, limits)
        if time.monotonic() > end:
            raise _too_slow(url, limits)
        chunks.append(chunk)
    if announced.isdecimal() and size < int(announced):
        raise _told(url, "the connection broke off before the end of the file")
    return b"".join(chunks)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects to other web addresses, but never from https to http."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._seen = 0

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The request to make instead of one that was redirected."""
        self._seen += 1
        if self._seen > self._most:
            fp.close()
            raise _told(req.full_url, f"the server redirects more than {self._most} times")
        old, new = urlsplit(req.full_url).scheme, urlsplit(newurl).scheme
        if new not in _SCHEMES or (old == "https" and new == "http"):
            fp.close()
            raise _told(req.full_url, f"the server redirects to {newurl}, which is not followed")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _read_file(url: str, limits: FetchLimits) -> bytes:
    path = local_path(url)
    if path is None:
        raise UsageError(f"“{url}” is on another computer", hint="Copy the file here first.")
    if path.is_dir():
        raise InputError("this is a folder, no schema", hint="Name a file in it.", place=str(path))
    if path.exists() and not path.is_file():
        raise InputError("this is no ordinary file", hint="Name a schema file.", place=str(path))
    try:
        with path.open("rb") as file:
            data = file.read(limits.size + 1)
    except FileNotFoundError:
        hint = "Check the spelling of the path."
        raise InputError("there is no such file", hint=hint, place=str(path)) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        hint = "Check the file's permissions."
        raise InputError(f"it cannot be read: {reason}", hint=hint, place=str(path)) from error
    if len(data) > limits.size:
        raise _too_big(str(path), limits)
    return data


def _told(url: str, message: str) -> InputError:
    return InputError(message, place=url, hint="Check the address in a browser.")


def _too_slow(url: str, limits: FetchLimits) -> InputError:
    return InputError(
        f"the server takes longer than {limits.seconds:g} seconds",
        place=url,
        hint="Try later, or fetch the schema with another program and add the file.",
    )


def _too_big(place: str, limits: FetchLimits) -> InputError:
    return InputError(
        f"the file is larger than {limits.size:,} bytes",
        place=place,
        hint="No schema is that large: check the address.",
    )
