"""Metadata of a text: from options, from a ``.toml`` beside it, and from the text itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from teikit.errors import InputError, UsageError


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the header says of a text. An empty field is not known.

    Attributes:
        title: of the work.
        author: one name for each author.
        editor: who is responsible for the encoding.
        publisher: who publishes the encoding.
        date: of the encoding, as W3C writes it (``2026``, ``2026-11``, ``2026-11-24``).
        licence: a licence's URL, an SPDX name such as ``CC-BY-4.0``, or a sentence.
        language: BCP 47 tag of the main language.
        source: where the text is from: a URL or a bibliographic sentence.
        source_date: when the text was written or first published, as W3C writes it.
    """

    title: str = ""
    author: tuple[str, ...] = ()
    editor: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    licence: str = ""
    language: str = ""
    source: str = ""
    source_date: str = ""

    @property
    def year(self) -> int | None:
        """The year of the text, where ``source_date`` tells it."""
        match = re.match(r"\d{4}", self.source_date)
        return int(match.group()) if match else None

    def or_else(self, other: Metadata) -> Metadata:
        """These metadata, with the other's where these have none."""
        missing = {
            f.name: getattr(other, f.name) for f in fields(self) if not getattr(self, f.name)
        }
        return replace(self, **missing)


_NAMES = tuple(field.name for field in fields(Metadata))
_LISTS = frozenset({"author", "editor"})
_W3C_DATE = re.compile(r"-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def from_mapping(values: Mapping[str, object], place: str = "") -> Metadata:
    """Metadata from names and values, as options or a TOML file give them.

    Raises:
        UsageError: a name is not known, or a value has the wrong type or form.
    """
    known: dict[str, str | tuple[str, ...]] = {}
    for name, value in values.items():
        if name == "license":
            name = "licence"
        if name not in _NAMES:
            raise UsageError(_unknown(name), place=place, hint=f"Known are: {', '.join(_NAMES)}.")
        if name in _LISTS:
            items = [value] if isinstance(value, str) else value
            if not isinstance(items, list | tuple):
                raise UsageError(f"“{name}” must be a text or a list of texts", place=place)
            known[name] = tuple(_text(name, item, place) for item in items)
        else:
            known[name] = _text(name, value, place)
    return replace(Metadata(), **known)  # type: ignore[arg-type]


def beside(path: Path) -> Metadata:
    """Metadata from the ``.toml`` file beside a text (``letter.toml`` for ``letter.txt``).

    They stand at its top or in a table ``[metadata]``.

    Returns:
        Empty metadata where there is no such file.

    Raises:
        InputError: the file is no TOML or cannot be read.
        UsageError: it has a name or value that makes no sense.
    """
    beside_it = path.with_suffix(".toml")
    if beside_it == path or not beside_it.is_file():
        return Metadata()
    try:
        with beside_it.open("rb") as stream:
            values = tomllib.load(stream)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise InputError(
            f"the metadata cannot be read: {error}",
            place=str(beside_it),
            hint='Write lines such as: title = "A Letter"',
        ) from error
    # What is said of the text's conventions is read by ``encode.conventions``.
    values.pop("convention", None)
    table = values.pop("metadata", {})
    if not isinstance(table, dict):
        raise UsageError("“metadata” must be a table", place=str(beside_it), hint="[metadata]")
    return from_mapping({**table, **values}, str(beside_it))


def _text(name: str, value: object, place: str) -> str:
    if not isinstance(value, str | int):
        # TOML has dates of its own.
        value = value.isoformat() if hasattr(value, "isoformat") else value
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise UsageError(f"“{name}” must be a text", place=place, hint=f'{name} = "…"')
    text = _FORBIDDEN.sub("\ufffd", " ".join(str(value).split()))
    if name in {"date", "source_date"} and text and not _W3C_DATE.fullmatch(text):
        raise UsageError(
            f"“{name}” is no date that TEI can hold: {text}",
            place=place,
            hint="Write 1936, 1936-11 or 1936-11-24.",
        )
    if name == "language" and text and not _LANGUAGE.fullmatch(text):
        raise UsageError(
            f"“{text}” is no language tag", place=place, hint="Write en, de, la, en-GB, …"
        )
    return text


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, _NAMES, 1)
    return f"there is no metadata “{name}”" + (f"; did you mean “{near[0]}”?" if near else "")
