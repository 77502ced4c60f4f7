"""Runs families of checks over a document, in one walk through its elements."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from teikit.checks.codes import CODES, FAMILIES
from teikit.checks.places import Places, shown_name
from teikit.checks.problem import Checker, Node, Problem, attributes_of
from teikit.errors import UsageError
from teikit.tei import TEI_NS
from teikit.validate.finding import Finding

if TYPE_CHECKING:
    from lxml import etree

    from teikit.checks.profile import Profile

_PREFIX = f"{{{TEI_NS}}}"


def run(
    tree: etree._ElementTree,
    *,
    families: Collection[str] = tuple(FAMILIES),
    file: str = "",
    raw: bytes | None = None,
    profile: Profile | None = None,
    without: Collection[str] = (),
) -> list[Finding]:
    """Check a document beyond its grammar.

    Args:
        tree: the document.
        families: the families of checks to make, of ``FAMILIES``.
        file: the document's path or name. Relative pointers are followed from its folder; without
            a file on disk only pointers inside the document are.
        raw: the document's bytes. Without them findings have the line as lxml knows it, no column,
            and what concerns the bytes themselves is not checked.
        profile: requirements of an archive or project, from ``teikit.checks.profile.load``.
        without: codes of findings that are not wanted.

    Returns:
        The findings, in the order of the document.

    Raises:
        UsageError: there is no such family.
    """
    unknown = sorted(set(families) - FAMILIES.keys())
    if unknown:
        raise UsageError(
            f"there is no family of checks “{unknown[0]}”", hint=f"There are {', '.join(FAMILIES)}."
        )
    text = _decoded(tree, raw)
    checkers = list(_checkers(families, tree, file, raw, text))
    _walk(tree, checkers)
    problems = [problem for checker in checkers for problem in checker.finish()]
    problems += _whole(families, tree, profile)
    wanted = [problem for problem in problems if problem.code not in without]
    return _findings(wanted, Places(tree, text, wanted), file, profile)


def _decoded(tree: etree._ElementTree, raw: bytes | None) -> str:
    """The source text without its byte order mark; ``""`` if it is not known."""
    if not raw:
        return ""
    from teikit.checks.characters import bom_encoding

    try:
        text = raw.decode(bom_encoding(raw) or tree.docinfo.encoding or "utf-8", "replace")
    except LookupError:
        text = raw.decode("utf-8", "replace")
    return text.removeprefix("\ufeff")


def _checkers(
    families: Collection[str], tree: etree._ElementTree, file: str, raw: bytes | None, text: str
) -> Iterator[Checker]:
    """The checkers that look at every element; each is imported only if it is wanted."""
    if "links" in families:
        from teikit.checks.links import Links

        yield Links(tree, file)
    if "dates" in families:
        from teikit.checks.dates import Dates

        yield Dates()
    if "languages" in families:
        from teikit.checks.languages import Languages

        yield Languages()
    if "encoding" in families:
        from teikit.checks.encoding import Encoding

        yield Encoding(tree, raw or b"", text)
    if "content" in families:
        from teikit.checks.content import Content

        yield Content()


def _whole(
    families: Collection[str], tree: etree._ElementTree, profile: Profile | None
) -> Iterator[Problem]:
    """The problems that a few places of the document tell."""
    if "namespace" in families:
        from teikit.checks.namespace import namespace_problems

        yield from namespace_problems(tree)
    if "header" in families:
        from teikit.checks.header import header_problems

        yield from header_problems(tree)
    if profile is not None:
        from teikit.checks.profile import profile_problems

        yield from profile_problems(tree, profile)


def _walk(tree: etree._ElementTree, checkers: Sequence[Checker]) -> None:
    visits = [checker.visit for checker in checkers]
    if not visits:
        return
    start = len(_PREFIX)
    for element in tree.iter("*"):
        tag = str(element.tag)
        if tag.startswith(_PREFIX):
            node = Node(element, tag[start:], attributes_of(element))
            for visit in visits:
                visit(node)


def _findings(
    problems: list[Problem], places: Places, file: str, profile: Profile | None
) -> list[Finding]:
    """Findings of problems, in the order of the document."""
    checks = CODES | profile.checks if profile is not None else CODES
    found = []
    for problem in problems:
        check, place = checks[problem.code], places.of(problem)
        excerpt, left_out = places.lines.excerpt(place)
        found.append(
            Finding(
                code=check.code,
                rule=check.rule,
                severity=check.severity,
                message=problem.message,
                hint=problem.hint,
                file=file,
                line=place.line,
                column=place.column,
                element=problem.element_name,
                attribute=shown_name(problem.attribute),
                found=problem.found,
                allowed=problem.allowed,
                excerpt=excerpt,
                excerpt_offset=left_out,
            )
        )
    return sorted(found, key=lambda finding: (finding.line, finding.column, finding.code))
