"""Language tags that are malformed, stand for nothing or are not declared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teikit.checks.language_tags import judge

USAGE = "<profileDesc><langUsage><language ident='{}'>x</language></langUsage></profileDesc>"


@pytest.mark.parametrize(
    ("tag", "fault", "meant"),
    [
        ("en_GB", "malformed", "en-GB"),
        ("e", "malformed", ""),
        ("en-", "malformed", "en"),
        ("grc-Greek-x-", "malformed", ""),
        ("de-1901-1901", "malformed", ""),
        ("english", "unknown", "en"),
        ("deutsch", "unknown", "de"),
        ("gr", "unknown", "el"),
        ("xx", "unknown", ""),
        ("en-UK", "unknown", "en-GB"),
        ("de-XQ", "unknown", ""),
        ("fre", "long", "fr"),
        ("eng-GB", "long", "en-GB"),
    ],
)
def test_bad_tags(tag, fault, meant):
    """A bad tag has its fault, and the tag that is meant where that is certain."""
    verdict = judge(tag)
    assert verdict is not None
    assert (verdict.fault, verdict.meant) == (fault, meant)
    if meant:
        assert judge(meant) is None


@pytest.mark.parametrize(
    "tag",
    """en en-GB EN-gb grc de-1901 zh-Hant-TW sr-Latn-RS es-419 und zxx mul x-klingon i-klingon
    zh-cmn-Hans-CN de-DE-u-co-phonebk sl-rozaj-biske gsw la-Latn-x-medieval akk-x-oldbab
    en-GB-oed""".split(),
)
def test_good_tags(tag):
    """Tags of RFC 5646 and of scholars' practice are fine."""
    assert judge(tag) is None


@given(
    st.text(max_size=30) | st.from_regex(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8}){0,5}", fullmatch=True)
)
def test_any_tag_is_judged(tag):
    """Whatever stands in the attribute, there is a verdict, and what it suggests is well-formed."""
    verdict = judge(tag)
    if verdict and verdict.meant:
        again = judge(verdict.meant)
        assert again is None or again.fault != "malformed"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<p><foreign xml:lang='a-b'>x</foreign></p>", "TK601"),
        ("<p><foreign xml:lang='english'>x</foreign></p>", "TK602"),
        ("<p><foreign xml:lang='eng'>x</foreign></p>", "TK603"),
        ("<p><foreign xml:lang='la'>x</foreign></p>", "TK604"),
    ],
)
def test_findings(check, body, code):
    """Each fault has its own code, at the attribute."""
    (finding,) = check(body, header=USAGE.format("en-GB"))
    assert (finding.code, finding.attribute) == (code, "xml:lang")
    assert body[finding.column - 1 :].startswith("xml:lang")


def test_declared_languages(check):
    """A language counts as declared with or without country and in its longer code."""
    body = "<p xml:lang='en'><foreign xml:lang='en-US'>x</foreign><q xml:lang='und'>y</q></p>"
    assert check(body, header=USAGE.format("en-GB")) == []
    assert check(body) == []


def test_same_tag_is_told_once(check):
    """A tag that is wrong everywhere is one mistake."""
    (finding,) = check("<p><q xml:lang='fre'>x</q><q xml:lang='fre'>y</q></p>")
    assert "(2 times)" in finding.message
    assert finding.hint == 'Write xml:lang="fr".'
