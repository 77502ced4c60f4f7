"""Fetches schemas that are named and not at hand, for those who ask for it (``--fetch``)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import count
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from teikit.errors import TeikitError
from teikit.schemastore.add import add
from teikit.schemastore.declared import Declaration
from teikit.schemastore.resolve import is_tei_all
from teikit.schemastore.store import Store

_LONGEST = 50


class Bringer:
    """Puts schemas into the store as they are needed, each once.

    Args:
        store: where to keep them; the user's own store by default.
    """

    def __init__(self, store: Store | None = None) -> None:
        self._store = store or Store()
        self._brought: dict[str, TeikitError | None] = {}

    def bring(self, addresses: Iterable[str]) -> None:
        """Make sure that schemas are in the store; what is no address on a network is passed over.

        Args:
            addresses: as documents and users write them.

        Raises:
            TeikitError: one of them cannot be fetched or is no schema; as ``add`` raises it.
        """
        for address in addresses:
            if urlsplit(address).scheme not in ("http", "https") or is_tei_all(address):
                continue
            if address not in self._brought:
                self._brought[address] = self._add(address)
            error = self._brought[address]
            if error is not None:
                raise error

    def _add(self, address: str) -> TeikitError | None:
        if self._store.by_source(address) is not None:
            return None
        name = next(name for name in _names(address) if self._store.get(name) is None)
        try:
            add(name, address, store=self._store)
        except TeikitError as error:
            return error
        return None


def wanted(declared: Collection[Declaration]) -> list[str]:
    """The addresses that a document declares; that of a DTD only if there is no other."""
    others = [one.href for one in declared if one.by != "DOCTYPE"]
    return others or [one.href for one in declared]


def _names(address: str) -> Iterator[str]:
    """Names for a schema: that of its file, then with a number."""
    stem = PurePosixPath(unquote(urlsplit(address).path)).stem
    name = re.sub(r"[^A-Za-z0-9_-]+", "-", stem).strip("-_")[:_LONGEST] or "schema"
    if name != "tei_all":
        yield name
    yield from (f"{name}-{number}" for number in count(2))
