"""Requirements that an archive or a project has, as data: see ``profiles/archive.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from teikit.checks.codes import CODES, Check
from teikit.checks.problem import Problem, node_of
from teikit.errors import UsageError
from teikit.tei import TEI_NS

if TYPE_CHECKING:
    from lxml import etree

_FOLDER = Path(__file__).parent / "profiles"
_NAMESPACES = {"tei": TEI_NS}
_TEXTS = ("code", "id", "test", "severity", "message", "hint")
_CODE = re.compile(r"[A-Z]+[0-9]+")
_FAMILY = "profile"


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something that must be true of a document.

    Attributes:
        check: its code, name, severity and meaning.
        test: an XPath 1.0 expression from the root element that must be true.
        hint: what to do if it is not.
        at: paths to the element to show, the first that is there counts.
    """

    check: Check
    test: str
    hint: str
    at: tuple[str, ...]


@dataclass(frozen=True)
class Profile:
    """The requirements of an archive or a project.

    Attributes:
        name: its name.
        description: what it is for, in a sentence.
        requirements: what must be true.
    """

    name: str
    description: str
    requirements: tuple[Requirement, ...]

    @cached_property
    def checks(self) -> dict[str, Check]:
        """The kinds of finding that it adds, by their codes."""
        return {requirement.check.code: requirement.check for requirement in self.requirements}


def shipped() -> tuple[str, ...]:
    """The names of the profiles that come with teikit."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def load(profile: str | Path) -> Profile:
    """Read a profile.

    Args:
        profile: the name of one that comes with teikit (``"archive"``), or the path of a file.

    Raises:
        UsageError: there is no such profile, or it is not written as a profile must be.
    """
    path = _FOLDER / f"{profile}.toml" if profile in shipped() else Path(profile)
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise UsageError(
            f"there is no profile “{profile}”",
            hint=f"Give the path of a file, or one of the names {', '.join(shipped())}.",
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"the profile is not TOML: {error}", hint="Correct that line.", place=str(path)
        ) from None
    rows = data.get("requirement", [])
    if not isinstance(rows, list) or not rows:
        raise _mistake(path, "has no [[requirement]]")
    requirements = tuple(_requirement(row, path) for row in rows)
    codes = [requirement.check.code for requirement in requirements]
    for code in codes:
        if code in CODES or codes.count(code) > 1:
            raise _mistake(path, f"uses the code {code}, which stands for something else already")
    name, description = (str(data.get(key, "")) for key in ("name", "description"))
    return Profile(name or path.stem, description, requirements)


def _requirement(row: Any, path: Path) -> Requirement:
    if not isinstance(row, dict):
        raise _mistake(path, "has a requirement that is no table")
    name = row.get("id") or row.get("code") or "without a name"
    for key in _TEXTS:
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise _mistake(path, f"has no text for “{key}” in the requirement “{name}”")
    if row["severity"] not in ("error", "warning", "info"):
        raise _mistake(path, f"has the severity “{row['severity']}”: it is error, warning or info")
    if not _CODE.fullmatch(row["code"]):
        raise _mistake(path, f"has the code “{row['code']}”: write capital letters and digits")
    at = row.get("at", [])
    places = (at,) if isinstance(at, str) else tuple(map(str, at))
    for expression in (row["test"], *places):
        _check_xpath(expression, path, str(name))
    meaning = row["message"][:1].upper() + row["message"][1:] + "."
    check = Check(row["code"], row["id"], _FAMILY, row["severity"], meaning)
    return Requirement(check, row["test"], row["hint"], places)


def _check_xpath(expression: str, path: Path, name: str) -> None:
    """Try an expression on an empty element: it may break a rule that only shows then."""
    from lxml import etree

    try:
        etree.Element("empty").xpath(expression, namespaces=_NAMESPACES)
    except etree.XPathError as error:
        what = f"has an expression that is no XPath 1.0 in the requirement “{name}”: {error}"
        raise _mistake(path, what) from None


def _mistake(path: Path, what: str) -> UsageError:
    return UsageError(
        f"the profile {what}",
        hint="The profile archive.toml shows how one is written.",
        place=str(path),
    )


def profile_problems(tree: etree._ElementTree, profile: Profile) -> Iterator[Problem]:
    """The requirements of a profile that a TEI document does not meet."""
    root = tree.getroot()
    if not str(root.tag).startswith(f"{{{TEI_NS}}}"):
        return
    for requirement in profile.requirements:
        if not root.xpath(f"boolean({requirement.test})", namespaces=_NAMESPACES):
            element = _place(root, requirement.at)
            message = requirement.check.meaning
            yield Problem(
                requirement.check.code, _as_message(message), requirement.hint, node_of(element)
            )


def _as_message(meaning: str) -> str:
    return meaning[:1].lower() + meaning[1:].removesuffix(".")


def _place(root: etree._Element, paths: tuple[str, ...]) -> etree._Element:
    """The element to show for a requirement: the first that is there, or the root."""
    for path in paths:
        found: Any = root.xpath(path, namespaces=_NAMESPACES)
        if isinstance(found, list) and found and hasattr(found[0], "tag"):
            element: etree._Element = found[0]
            return element
    return root
