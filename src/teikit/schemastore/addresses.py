"""Addresses of schemas: URLs and paths."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


def is_url(text: str) -> bool:
    """Whether a text is a URL and not a path; a single letter before ``:`` is a Windows drive."""
    return _SCHEME.match(text) is not None


def url_of(source: str | os.PathLike[str]) -> str:
    """The URL of a source, which may be a path."""
    text = os.fspath(source)
    return text if is_url(text) else Path(text).absolute().as_uri()


def local_path(url: str) -> Path | None:
    """The path of a ``file:`` URL; None if it is on another computer."""
    # It brings the whole of HTTP along.
    from urllib.request import url2pathname

    parts = urlsplit(url)
    return Path(url2pathname(parts.path)) if parts.netloc in ("", "localhost") else None


def shown(url: str) -> str:
    """A URL as people write it: a local file by its path."""
    path = local_path(url) if url.startswith("file:") else None
    return str(path) if path is not None else url


def same_address(one: str, other: str) -> bool:
    """Whether two URLs are the same but for ``http`` or ``https`` and a ``www``."""
    return _bare(one) == _bare(other)


def _bare(url: str) -> str:
    for scheme in ("https://", "http://"):
        if url.startswith(scheme):
            return url.removeprefix(scheme).removeprefix("www.")
    return url
