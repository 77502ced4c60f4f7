"""Adds a schema to the store: fetch, check, keep."""

from __future__ import annotations

import os
import re

from teikit.errors import UsageError
from teikit.schemastore.addresses import is_url, url_of
from teikit.schemastore.fetch import DEFAULT_FETCH_LIMITS, FetchLimits
from teikit.schemastore.gather import gather
from teikit.schemastore.model import Origin, StoredSchema
from teikit.schemastore.store import Store, check_name

MIRROR = "TEIKIT_SCHEMA_MIRROR"
"""The environment variable that names a mirror."""

_SHA256 = re.compile(r"[0-9a-fA-F]{64}")


def add(
    name: str,
    source: str | os.PathLike[str],
    *,
    sha256: str = "",
    mirror: str | None = None,
    known_as: str = "",
    added: str = "",
    replace: bool = False,
    limits: FetchLimits = DEFAULT_FETCH_LIMITS,
    store: Store | None = None,
) -> StoredSchema:
    """Add a schema to the store.

    This is the only place from which teikit fetches anything.

    Args:
        name: the name that it gets.
        source: URL (``https:``, ``http:``, ``file:``) or path of a schema.
        sha256: what the hash of the schema's own file must be, in hexadecimal figures.
        mirror: address that takes the place of scheme and host, with ``{host}`` for the host;
            by default that in the environment variable ``TEIKIT_SCHEMA_MIRROR``, if it is set.
        known_as: URL by which documents name the schema, if that is another than the source's.
        added: when, as an ISO date and time, to be kept with the schema.
        replace: whether it may take the place of another schema of that name.
        limits: how much fetching may take.
        store: where to keep it; the user's own store by default.

    Raises:
        UsageError: the name, the address, the hash or the mirror makes no sense.
        InputError: the schema cannot be fetched, or has another hash.
        SchemaError: it is no schema, or cannot be used.
        OutputError: the store cannot be written.
    """
    store = store or Store()
    check_name(name)
    if not replace:
        store.check_free(name)
    if known_as and not is_url(known_as):
        raise UsageError(f"“{known_as}” is no URL", hint="Write it as documents do: https://…")
    if sha256 and not _SHA256.fullmatch(sha256.strip()):
        raise UsageError(
            f"“{sha256[:80]}” is not a SHA-256", hint="It has 64 figures from 0 to 9 and a to f."
        )
    url = url_of(source)
    through = os.environ.get(MIRROR, "") if mirror is None else mirror
    gathered = gather(url, mirror=through, sha256=sha256, limits=limits)
    return store.add(name, gathered, Origin(url, known_as, added))
