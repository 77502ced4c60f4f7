"""Pointers that lead out of a document: other files, prefixes, addresses."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from teikit.checks.links import files
from teikit.checks.links.files import Neighbourhood
from teikit.checks.links.prefixes import Prefixes
from teikit.checks.links.table import SCHEMES
from teikit.checks.links.use import MANY, Suggestions, Use
from teikit.checks.problem import Problem, quoted, times

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):(.*)", re.DOTALL)
_MEDIA = frozenset({"graphic", "media"})
_MEDIA_FILES = frozenset(
    """.bmp .gif .jp2 .jpeg .jpg .mov .mp3 .mp4 .oga .ogg .pdf .png .tif .tiff .wav .webm
    .webp""".split()
)
_SUGGESTIONS = 20
_OF_TEI = frozenset({"source", "url"})
"""Attributes in which ``tei:`` stands for a release of the TEI (Guidelines, section 23.3.1)."""


class _Missing(NamedTuple):
    """A pointer to a file that is not there, and the key of those that are told together."""

    use: Use
    key: tuple[str, str]


class Outside:
    """Follows the pointers out of a document.

    Args:
        around: the files near the document.
        prefixes: the prefixes that it declares.
        ids: its IDs.
    """

    def __init__(self, around: Neighbourhood, prefixes: Prefixes, ids: Collection[str]) -> None:
        self._around = around
        self._prefixes = prefixes
        self._ids = ids
        self._missing: list[_Missing] = []
        self._undeclared: dict[str, Use] = {}
        self._problems: list[Problem] = []
        self._inside: list[Use] = []
        self._suggestions: dict[Path, Suggestions] = {}
        self._unreadable: set[Path] = set()

    def follow(self, uses: Iterable[Use]) -> list[Use]:
        """Follow pointers.

        Returns:
            Those whose prefix stands for a place in the document itself, written out.
        """
        for use in uses:
            found = _SCHEME.match(use.pointer)
            if found is None:
                self._open(use, use.pointer)
            elif found[1] in self._prefixes:
                self._expand(use, found[1], found[2])
            elif len(found[1]) == 1 or found[1].lower() == "file":
                hint = "Write the path from the folder of this document: images/1.jpg."
                message = f"{quoted(use.pointer)} is a place on one computer only"
                self._problems.append(use.problem("TK412", message + times(use.count), hint))
            elif found[1].lower() not in SCHEMES and not _is_release(use, found[1]):
                self._undeclared.setdefault(found[1], use)
                if self._undeclared[found[1]] is not use:
                    self._undeclared[found[1]].count += use.count
        return self._inside

    def problems(self) -> Iterator[Problem]:
        """The problems of all pointers followed."""
        yield from self._problems
        for ident, use in self._undeclared.items():
            yield self._tell_undeclared(ident, use)
        yield from _tell_missing(self._missing)

    def _expand(self, use: Use, ident: str, rest: str) -> None:
        pointer = self._prefixes.expand(ident, rest)
        if pointer is None:
            message = f"{quoted(use.pointer)} is not as <prefixDef> says what follows “{ident}:” is"
            hint = "Correct the pointer, or widen @matchPattern in the header."
            self._problems.append(use.problem("TK406", message + times(use.count), hint))
        elif pointer.startswith("#"):
            self._inside.append(Use(use.node, use.attribute, pointer, use.base, use.count))
        elif pointer and not _SCHEME.match(pointer):
            self._open(use, pointer)

    def _tell_undeclared(self, ident: str, use: Use) -> Problem:
        near = Suggestions(self._prefixes).near(ident)
        message = f"the prefix “{ident}” of {quoted(use.pointer)} is not declared{times(use.count)}"
        if near:
            return use.problem("TK405", message, f"Write {near}:, if that is meant.", f"{near}:")
        hint = (
            f'Say in the header what it stands for: <prefixDef ident="{ident}" '
            'matchPattern="(.+)" replacementPattern="https://…/$1"/> in <listPrefixDef>.'
        )
        return use.problem("TK405", message, hint)

    def _open(self, use: Use, pointer: str) -> None:
        """Look for a local file."""
        address, _, fragment = pointer.partition("#")
        path = self._around.find(address, use.base) if address else None
        there = path is not None and files.exists(path)
        if not there and pointer in self._ids:
            message = f"@{use.attribute} is “{pointer}”, which is an ID without its #"
            hint = f"Write #{pointer}."
            told = use.problem("TK408", message + times(use.count), hint, f"#{pointer}")
            self._problems.append(told)
        elif path is not None and not there:
            self._missing.append(_Missing(use, _key(use, address, path)))
        elif path is not None and fragment and "(" not in fragment and files.has_ids(path):
            self._look_into(use, address, path, unquote(fragment))

    def _known(self, path: Path, ids: Collection[str]) -> Suggestions:
        return self._suggestions.setdefault(path, Suggestions(ids))

    def _look_into(self, use: Use, address: str, path: Path, fragment: str) -> None:
        ids = files.ids_of(path)
        if ids is None:
            hint = f"Check that {address} is well-formed: teikit validate {address}."
            message = f"@{use.attribute} points into “{address}”, which cannot be read as XML"
            if path not in self._unreadable:
                self._unreadable.add(path)
                self._problems.append(use.problem("TK404", message, hint))
        elif fragment not in ids:
            message = f"nothing in “{address}” has the ID {quoted(fragment)}{times(use.count)}"
            few = len(self._problems) < _SUGGESTIONS
            near = self._known(path, ids).near(fragment) if few else None
            hint = "Correct the pointer, or give its target that ID."
            if near:
                hint = f"Write {address}#{near}, if that is meant."
            self._problems.append(
                use.problem("TK402", message, hint, *([f"{address}#{near}"] if near else []))
            )


def _is_release(use: Use, prefix: str) -> bool:
    return prefix == "tei" and use.attribute in _OF_TEI


def _key(use: Use, address: str, path: Path) -> tuple[str, str]:
    """What a missing file has in common with others that miss for the same reason."""
    suffix = PurePosixPath(address).suffix.lower()
    if use.node.name in _MEDIA or use.attribute == "facs" or suffix in _MEDIA_FILES:
        return "medium", str(path.parent)
    if "/" not in address and "." not in address:
        return "words", use.attribute
    return "file", str(path)


def _tell_missing(missing: list[_Missing]) -> Iterator[Problem]:
    groups: dict[tuple[str, str], list[Use]] = {}
    for use, key in missing:
        groups.setdefault(key, []).append(use)
    for (kind, _), uses in groups.items():
        if kind == "words":
            yield from _tell_words(uses)
        elif kind == "medium":
            yield _tell_medium(uses[0], len(uses) - 1)
        else:
            yield _tell_file(uses[0], sum(use.count for use in uses))


def _tell_words(uses: list[Use]) -> Iterator[Problem]:
    """Values of one attribute that are words and no pointers, each told once, or all at once."""
    values = {use.node.attributes[use.attribute]: use for use in reversed(uses)}
    others = len(values) - 1 if len(values) >= MANY else 0
    for value, use in reversed(values.items()):
        more = f", and {others} more are like it" if others else times(use.count)
        message = f"@{use.attribute} is {quoted(value)}, which points at nothing{more}"
        hint = f"@{use.attribute} holds pointers: # and an ID, an address, or the name of a file."
        yield use.problem("TK403", message, hint)
        if others:
            return


def _tell_medium(use: Use, others: int) -> Problem:
    more = f", and {others} more {'is' if others == 1 else 'are'} missing" if others else ""
    message = f"{quoted(use.pointer)} is not where the document says{more}"
    hint = "Put the files there, or correct the path: it starts from the document's folder."
    return use.problem("TK409", message, hint)


def _tell_file(use: Use, count: int) -> Problem:
    address = use.pointer.partition("#")[0]
    message = f"@{use.attribute} points at “{address}”, but there is no such file{times(count)}"
    hint = "Check the name and the folder: the path starts from the document's folder."
    if use.base:
        hint = f"Check the name and the folder: with @xml:base the path starts from “{use.base}”."
    return use.problem("TK403", message, hint)
