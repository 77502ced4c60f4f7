"""Explains text in the wrong place or of the wrong form."""

from __future__ import annotations

from teikit.validate.explain import advice
from teikit.validate.explain.telling import Setting, Told
from teikit.validate.explain.values import Values, meant
from teikit.validate.explain.wording import locals_of, quoted, tag
from teikit.validate.problems import Open, Problem


def tell_text(setting: Setting, problem: Problem) -> Told:
    """Text where only elements may stand."""
    parent, expectations = problem.around[-1], setting.expectations
    if not expectations.allowed(parent.first):
        return Told(
            f"{tag(parent.name)} is always empty and cannot hold text: {quoted(problem.value)}",
            f"Write <{parent.name[1]}/> and put the text after it.",
        )
    message = f"text cannot stand directly in {tag(parent.name)}: {quoted(problem.value)}"
    allowed = locals_of(expectations.allowed(parent.states, parent.meant))
    return Told(message, _advise(setting, problem, parent), allowed)


def _advise(setting: Setting, problem: Problem, parent: Open) -> str:
    usage, expectations = setting.expectations.usage, setting.expectations
    wrappers = advice.likely(setting, parent, None)
    needed = set(expectations.needed(parent.states, parent.meant))
    usual = [w for w in wrappers if w in needed or usage.of(w, parent.meant) or w[1] == "p"]
    if not usual:
        # Perhaps one step more: into the <body> that must come, or into the one just before.
        for inner in (*sorted(needed), *([parent.last] if parent.last else ())):
            contents = expectations.contents(inner)
            if expectations.allows_text(contents):
                return f"Move it into {tag(inner)}."
            deeper = expectations.wrappers(contents, None, inner)
            if deeper and inner == parent.last:
                return f"Move it into a {tag(deeper[0])} of the {tag(inner)} before it."
            if deeper:
                return f"Put it into a {tag(deeper[0])} within {tag(inner)}."
    return advice.stay(setting, problem.around, None, None) or "Take it out."


def tell_content(setting: Setting, problem: Problem) -> Told:
    """The text of an element that has not the form it must have."""
    derivatives = setting.expectations.derivatives
    values = Values.of(derivatives, problem.patterns)
    found = problem.value.strip()
    message = f"{tag(problem.element)} cannot hold {quoted(found)}"
    if not found:
        message = f"{tag(problem.element)} cannot be empty"

    def accepts(value: str) -> bool:
        return any(derivatives.matches(pattern, value) for pattern in problem.patterns)

    likely = meant(found, values, accepts)
    hint = f"Write {likely}." if likely else f"It must be {values.describe(found)}."
    return Told(message, hint, tuple(values.literal))
