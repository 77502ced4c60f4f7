"""The Schematron rules in ``schema/rules/``: each one finds what it names, and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from elementpath import XPath2Parser, XPathContext
from lxml import etree

RULES = Path(__file__).resolve().parents[2] / "schema" / "rules"
SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
NAMESPACES = (
    'xmlns="http://www.tei-c.org/ns/1.0" xmlns:teix="http://www.tei-c.org/ns/Examples" '
    'xmlns:sch="http://purl.oclc.org/dsdl/schematron" '
    'xmlns:sch1x="http://www.ascc.net/xml/schematron"'
)

# For each rule a fragment that breaks it and one that keeps it.
CASES = {
    "active-or-mutual": (
        '<relation name="kin" active="#a" mutual="#a #b"/>',
        '<relation name="kin" active="#a" passive="#b"/>',
    ),
    "ab-in-l": ("<l><ab>x</ab></l>", "<l><note><ab>x</ab></note></l>"),
    "attDef-says-values": (
        '<attDef ident="a"><valList type="open"/></attDef>',
        '<attDef ident="a"><datatype/></attDef>',
    ),
    "attribute-defined-once": (
        '<attList><attDef ident="a" mode="delete"/><attDef ident="a" mode="delete"/></attList>',
        '<attList org="choice"><attDef ident="a" mode="change"/>'
        '<attDef ident="a" mode="change"/></attList>',
    ),
    "calendar-needs-text": ('<date calendar="#j"/>', '<date calendar="#j">1 May</date>'),
    "changed-constraintSpec-not-empty": (
        '<constraintSpec ident="a" mode="change"/>',
        '<constraintSpec ident="a" mode="change"><desc/></constraintSpec>',
    ),
    "citeStructure-inner-match": (
        '<citeStructure match="/a"><citeStructure match="/b"/></citeStructure>',
        '<citeStructure match="/a"><citeStructure match="b"/></citeStructure>',
    ),
    "citeStructure-outer-match": ('<citeStructure match="a"/>', '<citeStructure match="//a"/>'),
    "constraintSpec-has-constraint": (
        '<constraintSpec ident="a" mode="add" scheme="x"><desc/></constraintSpec>',
        '<constraintSpec ident="a" mode="add" scheme="x"><constraint/></constraintSpec>',
    ),
    "constraintSpec-needs-scheme": (
        '<constraintSpec ident="a"/>',
        '<constraintSpec ident="a" scheme="schematron"/>',
    ),
    "constraintSpec-unique": (
        '<constraintSpec ident="a" scheme="x"/><constraintSpec ident="a" scheme="x"/>',
        '<constraintSpec ident="a" scheme="x"/><constraintSpec ident="b" scheme="x"/>',
    ),
    "content-namespaces": (
        '<content><rng xmlns="urn:x"/></content>',
        '<content><r xmlns="http://relaxng.org/ns/structure/1.0"/></content>',
    ),
    "datatype-namespaces": (
        "<datatype><teix:egXML/></datatype>",
        '<datatype><r xmlns="http://relaxng.org/ns/structure/1.0"/></datatype>',
    ),
    "datatype-without-elements": (
        "<dataSpec><content><elementRef/></content></dataSpec>",
        "<dataSpec><content><dataRef/></content></dataSpec>",
    ),
    "default-in-list": (
        '<attDef><datatype maxOccurs="unbounded"/><defaultVal>b c</defaultVal>'
        '<valList type="closed"><valItem ident="a"/></valList></attDef>',
        '<attDef><datatype maxOccurs="unbounded"/><defaultVal>b a</defaultVal>'
        '<valList type="closed"><valItem ident="a"/></valList></attDef>',
    ),
    "deleted-constraintSpec-empty": (
        '<constraintSpec ident="a" mode="delete"><desc/></constraintSpec>',
        '<constraintSpec ident="a" mode="delete"/>',
    ),
    "deleted-elementSpec-empty": (
        '<elementSpec ident="a" mode="delete"><desc/></elementSpec>',
        '<elementSpec ident="a" mode="delete"/>',
    ),
    "deprecation-explained": (
        '<classSpec validUntil="2099-01-01"/>',
        '<classSpec validUntil="2099-01-01"><desc type="deprecationInfo"/></classSpec>',
    ),
    "deprecationInfo-needs-validUntil": (
        '<classSpec><desc type="deprecationInfo"/></classSpec>',
        '<classSpec validUntil="2099-01-01"><desc type="deprecationInfo"/></classSpec>',
    ),
    "div-in-l": ("<l><div/></l>", "<l><floatingText><div/></floatingText></l>"),
    "div-in-p": ("<p><div/></p>", "<p><floatingText><body><div/></body></floatingText></p>"),
    "elementRef-local": (
        '<content><elementRef source="#a"/></content>',
        '<specGrp><elementRef source="#a"/></specGrp>',
    ),
    "elementRef-once": (
        '<specGrp><elementRef minOccurs="1"/></specGrp>',
        '<content><elementRef minOccurs="1"/></content>',
    ),
    "elementSpec-not-empty": (
        '<elementSpec ident="a" mode="change"/>',
        '<elementSpec ident="a" mode="change" ns=""/>',
    ),
    "facet-needs-name": (
        '<dataRef key="a"><dataFacet/></dataRef>',
        '<dataRef name="a"><dataFacet/></dataRef>',
    ),
    "facet-or-restriction": (
        '<dataRef name="a" restriction="x"><dataFacet/></dataRef>',
        '<dataRef name="a" restriction="x"/>',
    ),
    "from-with-notBefore": (
        '<date from="1900" notBefore="1900"/>',
        '<date from="1900" notAfter="1901"/>',
    ),
    "generatedBy-in-post": ('<p generatedBy="bot"/>', '<post><p generatedBy="bot"/></post>'),
    "gloss-list-has-labels": (
        '<list type="gloss"><item/></list>',
        '<list type="gloss"><label/><item/></list>',
    ),
    "include-or-except": (
        '<moduleRef key="a" include="p" except="q"/>',
        '<moduleRef key="a" include="p"/>',
    ),
    "l-in-l": ("<l><seg><l/></seg></l>", "<l><note><l/></note></l>"),
    "lg-has-lines": ("<lg><head/></lg>", "<lg><gap/></lg>"),
    "lg-in-l": ("<l><lg><l/></lg></l>", "<l><note><lg><l/></lg></note></l>"),
    "listRef-in-listRef": (
        "<classSpec><listRef><listRef/></listRef></classSpec>",
        "<div><listRef><listRef/></listRef></div>",
    ),
    "listRef-single-target": (
        '<classSpec><listRef><ptr target="#a #b"/></listRef></classSpec>',
        '<classSpec><listRef><ptr target="#a"/></listRef></classSpec>',
    ),
    "maxOccurs-not-less": (
        '<sequence minOccurs="3" maxOccurs="2"><a/><a/></sequence>',
        '<sequence minOccurs="3" maxOccurs="unbounded"><a/><a/></sequence>',
    ),
    "minOccurs-needs-maxOccurs": (
        '<sequence minOccurs="2"><a/><a/></sequence>',
        '<sequence minOccurs="1"><a/><a/></sequence>',
    ),
    "module-exists": (
        '<moduleRef key="b"/><classSpec ident="c" module="a"/>',
        '<moduleRef key="a"/><classSpec ident="c" module="a"/>',
    ),
    "moduleRef-content": (
        '<moduleRef key="a"><content/></moduleRef>',
        '<moduleRef url="a"><content/></moduleRef>',
    ),
    "moduleRef-prefix": (
        '<moduleRef url="a" prefix="x"/><moduleRef url="b" prefix="x"/>',
        '<moduleRef url="a" prefix="x"/><moduleRef url="b" prefix="y"/>',
    ),
    "msIdentifier-not-empty": (
        "<msIdentifier> </msIdentifier>",
        "<msIdentifier><repository>Bodleian</repository></msIdentifier>",
    ),
    "no-text-in-facsimile": (
        "<facsimile><surface><zone>x</zone></surface></facsimile>",
        "<sourceDoc><surface><zone>x</zone></surface></sourceDoc>",
    ),
    "old-schematron-scheme": (
        '<constraintSpec scheme="schematron"><constraint><sch1x:rule/></constraint>'
        "</constraintSpec>",
        '<constraintSpec scheme="other"><constraint><sch1x:rule/></constraint></constraintSpec>',
    ),
    "one-constraintDecl-per-scheme": (
        '<constraintDecl scheme="a"/><constraintDecl scheme="a"/>',
        '<constraintDecl scheme="a"/><constraintDecl scheme="b"/>',
    ),
    "one-default-model": (
        '<elementSpec><model output="web"/><model output="web"/></elementSpec>',
        '<elementSpec><model output="web"/><model output="print"/></elementSpec>',
    ),
    "one-depth": ("<dimensions><depth/><depth/></dimensions>", "<dimensions><depth/></dimensions>"),
    "one-height": (
        "<dimensions><height/><height/></dimensions>",
        "<dimensions><height/></dimensions>",
    ),
    "one-lem": ("<rdgGrp><lem/><lem/></rdgGrp>", "<rdgGrp><lem/><rdg/></rdgGrp>"),
    "one-model-per-predicate": (
        '<elementSpec><model predicate="a"/><model predicate="a"/></elementSpec>',
        '<elementSpec><model predicate="a"/><model predicate="b"/></elementSpec>',
    ),
    "one-of-each-part": (
        "<msDesc><history/><physDesc/><history/></msDesc>",
        "<msDesc><history/><physDesc/></msDesc>",
    ),
    "one-width": ("<dimensions><width/><width/></dimensions>", "<dimensions><width/></dimensions>"),
    "only-in-msDesc": ("<p><secFol/></p>", "<msDesc><secFol/></msDesc>"),
    "output-of-sequence": (
        '<modelSequence><model output="web"/></modelSequence>',
        '<modelSequence output="web"><model/></modelSequence>',
    ),
    "p-in-l": ("<l><p/></l>", "<l><note><p/></note></l>"),
    "p-in-p": ("<p><seg><p/></seg></p>", "<p><note><p/></note></p>"),
    "parallel-is-internal": (
        '<variantEncoding method="parallel-segmentation" location="external"/>',
        '<variantEncoding method="double-end-point" location="external"/>',
    ),
    "passive-needs-active": (
        '<relation name="kin" passive="#b"/>',
        '<relation name="kin" active="#a" passive="#b"/>',
    ),
    "path-is-open": ('<path points="0,0 1,1 0.0,0"/>', '<path points="0,0 1,1 0,1"/>'),
    "quotation-says-something": ("<quotation/>", '<quotation marks="all"/>'),
    "relatedItem-not-empty": ("<relatedItem/>", '<relatedItem target="#a"/>'),
    "relatedItem-target-or-content": (
        '<relatedItem target="#a"><bibl/></relatedItem>',
        "<relatedItem><bibl/></relatedItem>",
    ),
    "relation-has-kind": ('<relation active="#a"/>', '<relation active="#a" ref="#kin"/>'),
    "remarks-needs-ident": ("<remarks/>", '<remarks ident="a"/>'),
    "required-without-default": (
        '<attDef usage="req"><datatype/><defaultVal/></attDef>',
        '<attDef usage="rec"><datatype/><defaultVal/></attDef>',
    ),
    "restriction-needs-name": (
        '<dataRef key="a" restriction="x"/>',
        '<dataRef name="a" restriction="x"/>',
    ),
    "rt-from-needs-to": ('<rt from="#a"/>', '<rt from="#a" to="#b"/>'),
    "rt-target-or-range": ('<rt target="#a" from="#a" to="#b"/>', '<rt target="#a"/>'),
    "rt-to-needs-from": ('<rt to="#a"/>', '<rt from="#a" to="#b"/>'),
    "s-in-s": ("<s><s/></s>", "<s><seg/></s>"),
    "schematron-needs-context": (
        '<constraintSpec scheme="schematron"><constraint><sch:assert/></constraint>'
        "</constraintSpec>",
        '<constraintSpec scheme="schematron"><constraint><sch:rule context="a"><sch:assert/>'
        "</sch:rule></constraint></constraintSpec>",
    ),
    "schematron-scheme": (
        '<constraintSpec scheme="a"><constraint><sch:rule/></constraint></constraintSpec>',
        '<constraintSpec scheme="schematron"><constraint><sch:rule/></constraint></constraintSpec>',
    ),
    "schemeVersion-needs-scheme": (
        '<rendition scheme="free" schemeVersion="3"/>',
        '<rendition scheme="css" schemeVersion="3"/>',
    ),
    "shift-needs-new": ('<shift feature="loud"/>', '<shift feature="loud" new="f"/>'),
    "single-default-in-list": (
        "<attDef><datatype/><defaultVal>a b</defaultVal>"
        '<valList type="closed"><valItem ident="a"/></valList></attDef>',
        "<attDef><datatype/><defaultVal>a</defaultVal>"
        '<valList type="closed"><valItem ident="a"/></valList></attDef>',
    ),
    "source-of-specification": ('<classRef source="#a #b"/>', '<classRef source="#a"/>'),
    "span-needs-spanTo": ("<delSpan/>", '<delSpan spanTo="#e"/><anchor xml:id="e"/>'),
    "span-single-ends": ('<span from="#a #b" to="#c"/>', '<span from="#a" to="#c"/>'),
    "span-target-or-from": ('<span target="#a" from="#a"/>', '<span target="#a"/>'),
    "span-target-or-to": ('<span target="#a" from="#a" to="#b"/>', '<span from="#a" to="#b"/>'),
    "span-to-needs-from": ('<span to="#b"/>', '<span from="#a" to="#b"/>'),
    "spanTo-points-on": (
        '<anchor xml:id="e"/><delSpan spanTo="#e"/>',
        '<delSpan spanTo="#e"/><p><anchor xml:id="e"/></p>',
    ),
    "subst-has-both": ("<subst><add/></subst>", "<subst><add/><surplus/></subst>"),
    "subtype-needs-type": ('<div subtype="a"/>', '<div type="b" subtype="a"/>'),
    "target-or-cRef": ('<ref target="#a" cRef="Mt 1"/>', '<ref cRef="Mt 1"/>'),
    "targetLang-needs-target": (
        '<ref targetLang="de"/>',
        '<ref targetLang="de" target="#a"/><schemaSpec targetLang="de"/>',
    ),
    "to-with-notAfter": ('<date to="1900" notAfter="1900"/>', '<date to="1900" notBefore="1899"/>'),
    "two-children": ("<alternate><a/></alternate>", "<alternate><a/><a/></alternate>"),
    "two-targets": ('<link target="#a"/>', '<link target="#a #b"/>'),
    "valList-in-content": (
        "<elementSpec><valList/></elementSpec>",
        "<elementSpec><content><valList/></content></elementSpec>",
    ),
    "when-with-bounds": ('<date when="1900" from="1900"/>', '<date when="1900"/>'),
}


@cache
def patterns() -> tuple[Any, ...]:
    """The patterns of all rule files."""
    files = sorted(RULES.glob("*.sch"))
    return tuple(p for f in files for p in etree.parse(f).getroot().iter(SCHEMATRON + "pattern"))


def checks() -> list[Any]:
    """All asserts and reports."""
    return [check for pattern in patterns() for check in pattern.iter() if check.get("id")]


def evaluate(expression: str, context: XPathContext, prefixes: dict[str, str]) -> Any:
    """What an expression selects, as a list of nodes and values."""
    return list(XPath2Parser(prefixes).parse(expression).select(context))


def findings(fragment: str) -> set[str]:
    """The ids of the checks that a fragment breaks."""
    document = etree.ElementTree(etree.fromstring(f"<TEI {NAMESPACES}>{fragment}</TEI>"))
    found = set()
    for pattern in patterns():
        prefixes = {ns.get("prefix"): ns.get("uri") for ns in pattern.itersiblings(preceding=True)}
        prefixes.pop(None, None)
        (rule,) = pattern
        root = XPathContext(document)
        for node in evaluate(f"//({rule.get('context')})", root, prefixes):
            variables: dict[str, Any] = {}
            for child in rule:
                context = XPathContext(root.root, item=node, variables=dict(variables))
                if child.tag == SCHEMATRON + "let":
                    variables[child.get("name")] = evaluate(child.get("value"), context, prefixes)
                elif evaluate(f"boolean({child.get('test')})", context, prefixes) == [
                    child.tag == SCHEMATRON + "report"
                ]:
                    found.add(child.get("id"))
    return found


def test_every_rule_has_a_case() -> None:
    """Ids are unique, and each check is tried below."""
    ids = [check.get("id") for check in checks()]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(CASES)


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_finds_what_breaks_it(rule: str) -> None:
    """A fragment that breaks the rule is found, one that keeps it is not."""
    broken, kept = CASES[rule]
    assert rule in findings(broken)
    assert rule not in findings(kept)


@pytest.mark.parametrize("check", checks(), ids=lambda check: str(check.get("id")))
def test_a_message_is_a_sentence(check: Any) -> None:
    """Each check says in a sentence or two what is wrong and what to do."""
    message = " ".join("".join(check.itertext()).split())
    assert 20 < len(message) < 200
    assert message.endswith(".")
    assert check.get("role", "error") in ("error", "warning")
