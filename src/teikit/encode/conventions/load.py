"""Reading conventions: those that teikit knows, and what users say or describe."""

from __future__ import annotations

import os
import re
import tomllib
import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from teikit.encode.conventions.model import (
    ASPECTS,
    KINDS,
    NOTHING_GIVEN,
    Aspect,
    Convention,
    Given,
)
from teikit.encode.structure.forms import NUMBERS
from teikit.errors import InputError, UsageError

NONE = "none"
"""In place of a name: the text has nothing of the kind."""

# TOML's keys that Python has for itself.
_RENAMED = {"break": "breaks"}


@cache
def known(aspect: Aspect) -> Mapping[str, Convention]:
    """The conventions of an aspect that teikit knows, by name, in the order of their file."""
    text = files("teikit.encode.conventions").joinpath(f"{aspect}.toml").read_text("utf-8")
    return {
        name: _describe(aspect, {"name": name, **table}, f"{aspect}.toml")
        for name, table in tomllib.loads(text).items()
    }


def given(words: Iterable[str]) -> Given:
    """What options say: names, ``notes=NAME``, ``notes=none``, and paths of ``.toml`` files.

    Several conventions of one aspect hold together.

    Raises:
        InputError: a file cannot be read.
        UsageError: there is no such convention, or a description makes no sense.
    """
    said: dict[Aspect, list[Convention]] = {}
    for word in words:
        if word.endswith(".toml"):
            for aspect, conventions in from_file(Path(word)).of.items():
                said.setdefault(aspect, []).extend(conventions)
            continue
        aspect, found = _named(word)
        said.setdefault(aspect, []).extend(found)
    return Given(said)


def beside(text: Path) -> Given:
    """What the table ``[convention]`` says in the file beside a text (``a.toml`` for ``a.txt``).

    Raises:
        InputError, UsageError: as ``from_file``.
    """
    path = text.with_suffix(".toml")
    if path == text or not path.is_file():
        return NOTHING_GIVEN
    return from_table(_read(path).get("convention", {}), os.fspath(path))


def from_file(path: Path) -> Given:
    """What a ``.toml`` file says: a key for each aspect, at its top or in a table ``[convention]``.

    Raises:
        InputError: the file is no TOML or cannot be read.
        UsageError: it makes no sense.
    """
    values = _read(path)
    return from_table(values.get("convention", values), os.fspath(path))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(
            f"the conventions cannot be read: {reason}",
            place=os.fspath(path),
            hint='Write lines such as: notes = "parentheses"',
        ) from error


def from_table(table: object, place: str = "") -> Given:
    """What a table says: for an aspect, a name, a list of names, or a description.

    Raises:
        UsageError: it makes no sense.
    """
    if not isinstance(table, dict):
        raise UsageError("“convention” must be a table", place=place, hint="[convention]")
    said: dict[Aspect, list[Convention]] = {}
    for key, value in table.items():
        if key not in ASPECTS:
            raise UsageError(
                f"conventions are not about “{key}”",
                place=place,
                hint=f"They are about {', '.join(ASPECTS)}.",
            )
        aspect = cast(Aspect, key)
        values = value if isinstance(value, list) else [value]
        said[aspect] = [one for each in values for one in _said(aspect, each, place)]
    return Given(said)


def _said(aspect: Aspect, value: object, place: str) -> list[Convention]:
    if isinstance(value, dict):
        return [_described(aspect, value, place)]
    if not isinstance(value, str):
        raise UsageError(
            f"“{aspect}” must be the name of a convention, or a table that describes one",
            place=place,
            hint=f'{aspect} = "{next(iter(known(aspect)))}"',
        )
    return [] if value == NONE else [_known(aspect, value, place)]


def _named(word: str) -> tuple[Aspect, list[Convention]]:
    """The aspect and the conventions that an option names."""
    aspect, sign, name = word.partition("=")
    if sign and aspect in ASPECTS:
        return aspect, _said(aspect, name, "")
    homes = [aspect for aspect in ASPECTS if word in known(aspect)]
    if not homes:
        raise _unknown(word, [name for aspect in ASPECTS for name in known(aspect)], "")
    return homes[0], [known(homes[0])[word]]


def _known(aspect: Aspect, name: str, place: str) -> Convention:
    found = known(aspect).get(name)
    if found is None:
        raise _unknown(name, [*known(aspect), NONE], place)
    return found


def _unknown(name: str, names: list[str], place: str) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(name, names, 1)
    return UsageError(
        f"there is no convention “{name}”" + (f"; did you mean “{near[0]}”?" if near else ""),
        place=place,
        hint=f"Known are: {', '.join(names)}. A file with one of your own ends with .toml.",
    )


def _described(aspect: Aspect, table: Mapping[str, Any], place: str) -> Convention:
    """A convention that a user describes, on its own or ``like`` one that is known."""
    values = {"name": Path(place).stem or "own", **table}
    like = values.pop("like", None)
    if like is None:
        return _describe(aspect, values, place)
    model = _known(aspect, str(like), place)
    inherited = {field.name: getattr(model, field.name) for field in fields(model)}
    return _describe(aspect, {**inherited, **values}, place)


def _describe(aspect: Aspect, table: Mapping[str, Any], place: str) -> Convention:
    kind = KINDS[aspect]
    types_of = typing.get_type_hints(kind)
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = _RENAMED.get(key, key)
        if name not in types_of:
            keys = ", ".join([*types_of, "like"])
            raise UsageError(
                f"conventions of {aspect} do not say “{key}”", place=place, hint=f"Keys: {keys}."
            )
        values[name] = _value(key, value, types_of[name], place)
    convention = kind(**values)
    _check(convention, place)
    return convention


def _value(key: str, value: Any, kind: Any, place: str) -> Any:
    """A value of the type that a field has; a list may have one member without brackets."""
    origin = typing.get_origin(kind)
    if origin is tuple:
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list | tuple):
            raise UsageError(f"“{key}” must be a text or a list of texts", place=place)
        return tuple(_value(key, item, typing.get_args(kind)[0], place) for item in items)
    if origin is typing.Literal:
        if value not in typing.get_args(kind):
            choices = ", ".join(f"“{one}”" for one in typing.get_args(kind) if one)
            raise UsageError(f"“{key}” cannot be {value!r}", place=place, hint=f"It is {choices}.")
        return value
    wanted = typing.get_args(kind) if origin is types.UnionType else (kind,)
    if type(value) not in wanted:
        name = {str: "a text", int: "a number", bool: "true or false"}[wanted[0]]
        raise UsageError(f"“{key}” must be {name}", place=place)
    return value


def _check(convention: Convention, place: str) -> None:
    """Hold forms, kinds of numbers and patterns to what can be matched."""
    for name in getattr(convention, "numbers", ()):
        if name not in NUMBERS:
            raise UsageError(
                f"numbers cannot be “{name}”",
                place=place,
                hint=f"They are {', '.join(NUMBERS)}.",
            )
    for key, words in (("marker", False), ("body", True), ("number", False)):
        for form in getattr(convention, key, ()):
            if len(re.findall("[#ⁿ]", form)) != 1 or form.count("…") != int(words):
                wanted = "one # and one …" if words else "one #"
                raise UsageError(
                    f"the form “{form}” must have {wanted}",
                    place=place,
                    hint=f'For example: {key} = "(#){" …" if words else ""}".',
                )
    for form in getattr(convention, "marker", ()):
        if any(map(str.isspace, form)):
            raise UsageError(
                f"the form “{form}” must have no space",
                place=place,
                hint="A marker is one word; bodies and page numbers may have spaces.",
            )
    try:
        re.compile(getattr(convention, "pattern", ""))
    except re.error as error:
        raise UsageError(
            f"the pattern is no regular expression: {error}",
            place=place,
            hint="Test it against one heading; put it into single quotation marks.",
        ) from error
