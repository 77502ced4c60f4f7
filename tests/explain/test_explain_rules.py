"""TEI's rules beyond the grammar are explained under their names."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from running import Run
from teikit.explain.api import explain
from teikit.explain.cache import definitions
from teikit.explain.catalogue import Catalogue
from teikit.explain.codes import codes
from teikit.explain.model import AttributeExplanation, ElementExplanation, RuleExplanation
from teikit.explain.names import UnknownNameError
from teikit.explain.rules import rules
from teikit.explain.text import Options, render


def test_every_rule_is_known() -> None:
    """Each rule of the project can be explained, and its name means nothing else."""
    catalogue = Catalogue(definitions())
    taken = {code.rule for code in codes().values()} | set(catalogue.elements)
    assert len(rules()) > 80
    assert not taken & set(rules())
    for name in rules():
        told = explain(name)
        assert isinstance(told, RuleExplanation)
        assert told.message.endswith((".", "…"))
        assert set(told.elements) <= set(catalogue.elements)
        assert render(told, Options()).startswith(f"{name}  rule of {told.module}")


def test_elements_and_attributes_tell_their_rules() -> None:
    """A rule stands on the page of its element, or of its attribute."""
    paragraph, date = explain("p"), explain("date@when")
    assert isinstance(paragraph, ElementExplanation)
    assert isinstance(date, AttributeExplanation)
    assert [rule.name for rule in paragraph.rules] == ["p-in-p", "p-in-l"]
    assert [rule.name for rule in date.rules] == ["when-with-bounds"]
    told = explain("p-in-p")
    assert isinstance(told, RuleExplanation)
    assert (told.elements, told.severity, told.wanted) == (("p",), "error", False)


def test_rules_on_the_command_line(run: Run) -> None:
    """As text and as JSON."""
    page = run("explain", "p-in-p", status=0).stdout
    assert "About       <p>" in page
    told = json.loads(run("explain", "p-in-p", "-f", "json", status=0).stdout)
    assert told["kind"] == "rule"
    assert "Did you mean p-in-p" in run("explain", "p-in-pp", status=2).stderr


@given(st.text(max_size=30) | st.text("@.:<>/TKpam0123", max_size=12))
def test_any_name_is_explained_or_unknown(name: str) -> None:
    """Whatever is asked for, there is an explanation or an error with a hint."""
    try:
        page = render(explain(name), Options())
    except UnknownNameError as error:
        assert error.hint
        assert error.message
    else:
        assert page.endswith("\n")
