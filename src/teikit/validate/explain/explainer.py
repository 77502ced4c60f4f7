"""Makes findings of problems."""

from __future__ import annotations

from collections.abc import Callable

from teikit.validate.codes import Kind, code_of
from teikit.validate.explain import attributes, elements, texts
from teikit.validate.explain.guidelines import section
from teikit.validate.explain.telling import Setting, Told
from teikit.validate.explain.wording import attribute_name
from teikit.validate.finding import Finding
from teikit.validate.problems import Problem
from teikit.validate.source import Lines

_TELLERS: dict[Kind, Callable[[Setting, Problem], Told]] = {
    "namespace": elements.tell_namespace,
    "element": elements.tell_element,
    "order": elements.tell_order,
    "missing": elements.tell_missing,
    "text": texts.tell_text,
    "content": texts.tell_content,
    "attribute": attributes.tell_attribute,
    "attribute-missing": attributes.tell_missing_attribute,
    "attribute-value": attributes.tell_value,
    "attribute-conflict": attributes.tell_conflict,
    "id": attributes.tell_id,
    "idref": attributes.tell_idref,
}


class Explainer:
    """Explains the problems of one document.

    Args:
        setting: the grammar's expectations and its name.
        lines: the document's source lines.
        file: its name.
    """

    def __init__(self, setting: Setting, lines: Lines, file: str) -> None:
        self._setting = setting
        self._lines = lines
        self._file = file

    def explain(self, problem: Problem) -> Finding:
        """A problem in words, with its place and source line."""
        told = _TELLERS[problem.kind](self._setting, problem)
        code = code_of(
            problem.kind, known=problem.element in self._setting.expectations.vocabulary.declared
        )
        place = problem.place
        if problem.attribute is not None:
            place = self._lines.attribute(place, attribute_name(problem.attribute))
        excerpt, left_out = self._lines.excerpt(place)
        return Finding(
            code=code.code,
            rule=code.rule,
            severity=code.severity,
            message=told.message,
            hint=told.hint,
            file=self._file,
            line=place.line,
            column=place.column,
            element=problem.element[1],
            attribute=attribute_name(problem.attribute) if problem.attribute else "",
            found=problem.value or (problem.element[1] if not problem.attribute else ""),
            allowed=told.allowed,
            section=section(problem.meant or problem.element) or self._parent_section(problem),
            excerpt=excerpt,
            excerpt_offset=left_out,
        )

    def _parent_section(self, problem: Problem) -> str:
        return section(problem.around[-1].meant) if problem.around else ""
