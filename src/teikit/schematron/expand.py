"""Inclusions, abstract patterns and abstract rules, put where they are used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path

from teikit.errors import InputError
from teikit.parse import parse
from teikit.schematron.errors import SchematronError
from teikit.schematron.markup import (
    XML_BASE,
    Element,
    children,
    is_schematron,
    local_name,
    place_of,
    required,
)
from teikit.tei import XML_ID

MAX_INCLUSIONS = 200
"""How many files a schema may include, all in all."""


class Includer:
    """Reads the files that a schema includes.

    Args:
        folder: the schema's folder: nothing outside it is read. Without one nothing is.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder.resolve() if folder else None
        self._read = 0

    def expand(self, element: Element, file: Path | None, open_files: tuple[Path, ...]) -> None:
        """Put what ``include`` and ``extends`` with ``@href`` refer to in their place.

        Raises:
            SchematronError: a reference leads outside the folder, to nothing, or in a circle.
        """
        for child in list(element):
            if not is_schematron(child):
                continue
            href = child.get("href")
            if href is not None and local_name(child) in ("include", "extends"):
                self._put(element, child, href, file, open_files)
            else:
                self.expand(child, file, open_files)

    def _put(
        self,
        parent: Element,
        reference: Element,
        href: str,
        file: Path | None,
        open_files: tuple[Path, ...],
    ) -> None:
        target = self._target(reference, href, file)
        if target in open_files:
            raise _refused(reference, f'"{href}" includes itself', "Remove one of the references.")
        self._read += 1
        if self._read > MAX_INCLUSIONS:
            raise _refused(reference, "the schema includes too many files", "Join some of them.")
        found = self._element(reference, target, href)
        self.expand(found, target, (*open_files, target))
        if local_name(reference) == "extends":
            included = [child for child in found if is_schematron(child)]
        else:
            included = [found]
        for child in included:
            child.set(XML_BASE, str(target))
        position = parent.index(reference)
        parent[position : position + 1] = included

    def _target(self, reference: Element, href: str, file: Path | None) -> Path:
        name = href.partition("#")[0]
        hint = "Only files in the schema's own folder, or below it, are read."
        if self._folder is None or file is None:
            raise _refused(reference, f'"{href}" cannot be found: the schema is no file', hint)
        target = (file.parent / name).resolve()
        if "://" in href or not target.is_relative_to(self._folder):
            raise _refused(reference, f'"{href}" is not read: it is outside the folder', hint)
        return target

    def _element(self, reference: Element, target: Path, href: str) -> Element:
        try:
            root = parse(target).getroot()
        except InputError as error:
            message = f'"{href}" cannot be included: {error.message}'
            raise _refused(reference, message, error.hint) from error
        name = href.partition("#")[2]
        if name:
            for element in root.iter():
                if name in (element.get("id"), element.get(XML_ID)):
                    return element
            raise _refused(reference, f'"{href}" has no element with that id', "Check the id.")
        if not is_schematron(root) or local_name(root) == "schema":
            hint = "Include files whose outermost element is a pattern, a rule, or the like."
            raise _refused(reference, f'"{href}" is not a part of a schema', hint)
        return root


def instantiate_patterns(patterns: list[Element]) -> list[Element]:
    """The concrete patterns, those with ``@is-a`` made from the abstract ones.

    Raises:
        SchematronError: a pattern refers to an abstract pattern that does not exist.
    """
    abstract = {p.get("id"): p for p in patterns if p.get("abstract") == "true"}
    concrete = []
    for pattern in patterns:
        if pattern.get("is-a") is not None:
            original = abstract.get(pattern.get("is-a"))
            if original is None:
                message = f'there is no abstract pattern "{pattern.get("is-a")}"'
                raise _refused(pattern, message, "Check the spelling of @is-a.")
            concrete.append(_instance(pattern, original))
        elif pattern.get("abstract") != "true":
            concrete.append(pattern)
    return concrete


def _instance(pattern: Element, original: Element) -> Element:
    """A copy of an abstract pattern, its parameters filled in; lines are the original's."""
    values = {required(p, "name"): p.get("value", "") for p in children(pattern, "param")}
    for default in children(original, "param"):
        values.setdefault(required(default, "name"), default.get("value", ""))
    copy = deepcopy(original)
    copy.attrib.pop("abstract")
    copy.attrib.pop("id", None)
    if pattern.get("id"):
        copy.set("id", pattern.get("id"))
    if values:
        _fill(copy, values)
    for let in children(pattern, "let"):
        copy.insert(0, deepcopy(let))
    # The copy stays in the tree, for its lines and its file.
    original.getparent().append(copy)
    return copy


def _fill(pattern: Element, values: Mapping[str, str]) -> None:
    names = "|".join(re.escape(name) for name in sorted(values, key=len, reverse=True))
    parameter = re.compile(rf"\$({names})(?![\w.-])")
    for element in pattern.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            element.set(name, parameter.sub(lambda match: values[match[1]], value))


def extended_children(
    rule: Element, abstract: Mapping[str, Element], open_rules: tuple[str, ...] = ()
) -> list[Element]:
    """What is inside a rule, with the content of the abstract rules that it extends.

    Raises:
        SchematronError: an abstract rule does not exist, or extends itself.
    """
    content = []
    for child in rule:
        if not is_schematron(child):
            continue
        if local_name(child) != "extends":
            content.append(child)
            continue
        name = required(child, "rule")
        if name in open_rules:
            raise _refused(child, f'the rule "{name}" extends itself', "Remove <extends>.")
        if name not in abstract:
            message = f'there is no abstract rule "{name}"'
            raise _refused(child, message, "Check the spelling of @rule.")
        content += extended_children(abstract[name], abstract, (*open_rules, name))
    return content


def _refused(element: Element, message: str, hint: str) -> SchematronError:
    return SchematronError(message, hint=hint, place=str(place_of(element)))
