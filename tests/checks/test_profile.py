"""Profiles: what an archive asks for, as data."""

from __future__ import annotations

import pytest

from teikit.checks.codes import CODES
from teikit.checks.profile import load, shipped
from teikit.errors import UsageError

COMPLETE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>T of its own</title><editor>Jane Roe</editor></titleStmt>
<publicationStmt><publisher>Press</publisher><date when="2001"/><idno>1</idno>
<availability><licence target="https://example.org">CC</licence></availability></publicationStmt>
<sourceDesc><bibl>A book</bibl></sourceDesc></fileDesc>
<encodingDesc><p>As printed.</p></encodingDesc>
<profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc>
<revisionDesc><change when="2001">Made</change></revisionDesc></teiHeader>
<text><body><p>x</p></body></text></TEI>"""
REMOVED = {
    "TK751": [('<licence target="https://example.org">CC</licence>', "")],
    "TK752": [('target="https://example.org"', "")],
    "TK753": [("<editor>Jane Roe</editor>", "")],
    "TK754": [("<publisher>Press</publisher>", "")],
    "TK755": [('<date when="2001"/>', "")],
    "TK756": [("<idno>1</idno>", "")],
    "TK757": [("<bibl>A book</bibl>", "<p/>")],
    "TK758": [('<language ident="en">English</language>', "")],
    "TK759": [('xml:lang="en"', "")],
    "TK760": [("<p>As printed.</p>", "")],
    "TK761": [('<change when="2001">Made</change>', "")],
}
RULE = """[[requirement]]
code = "EX1"
id = "has-text"
test = "tei:text"
severity = "warning"
message = "there is no text"
hint = "Add one."
"""


def findings(document: str, profile: str) -> list[tuple[str, str]]:
    """The codes and severities of a profile's findings."""
    from teikit.checks import run
    from teikit.parse import parse_bytes

    raw = document.encode()
    found = run(parse_bytes(raw), raw=raw, families=[], profile=load(profile))
    return [(finding.code, finding.severity) for finding in found]


def test_complete_header():
    """A header that has all that the archive asks for has no finding."""
    assert findings(COMPLETE, "archive") == []


def test_all_requirements_are_tested():
    """Each requirement of the archive has a test below."""
    assert {r.check.code for r in load("archive").requirements} == REMOVED.keys()


@pytest.mark.parametrize("code", REMOVED)
def test_what_is_missing(code):
    """What is taken out is missed, with the requirement's own code and severity."""
    document = COMPLETE
    for old, new in REMOVED[code]:
        assert old in document
        document = document.replace(old, new)
    codes = [found for found, _ in findings(document, "archive")]
    assert code in codes
    assert len(codes) <= 2


def test_profiles_agree_with_the_codes():
    """Shipped profiles load, and none of their codes stands for a check."""
    assert shipped() == ("archive",)
    profile = load("archive")
    assert not profile.checks.keys() & CODES.keys()
    assert profile.name == "archive"
    assert profile.description


def test_profile_of_ones_own(tmp_path):
    """A user's own file is read, and its requirements are checked."""
    path = tmp_path / "mine.toml"
    path.write_text(RULE)
    assert findings("<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", str(path)) == [("EX1", "warning")]
    assert findings(COMPLETE, str(path)) == []
    assert findings("<html/>", str(path)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('code = "EX1"', 'code = "TK401"'),
        ('code = "EX1"', 'code = "x"'),
        ('"tei:text"', '"tei:text["'),
        ('"tei:text"', '"dc:text"'),
        ('"warning"', '"fatal"'),
        ('hint = "Add one."', ""),
        ('hint = "Add one."', "hint = 3"),
        ("[[requirement]]", "[requirement]"),
        ("[[requirement]]", "[[requirement"),
        ("[[requirement]]", RULE + "[[requirement]]"),
    ],
)
def test_mistakes_in_profiles(tmp_path, old, new):
    """A mistake in a profile is told with the file's name."""
    path = tmp_path / "mine.toml"
    assert old in RULE
    path.write_text(RULE.replace(old, new, 1))
    with pytest.raises(UsageError) as caught:
        load(path)
    assert caught.value.place == str(path)
    assert caught.value.hint


def test_unknown_profile():
    """A profile that is not there is told with those that are."""
    with pytest.raises(UsageError, match="no profile “nothing”"):
        load("nothing")
