"""From schema files to simple form: inclusion, references, rules, and schemas that mean harm."""

from __future__ import annotations

import pytest

from teikit.errors import InputError
from teikit.schema.emit import to_xml
from teikit.schema.errors import SchemaError
from teikit.schema.grammar import EMPTY, NOT_ALLOWED, TEXT, GrammarBuilder

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'


def test_builder_keeps_the_simple_form() -> None:
    """Not allowed, empty, nested and repeated members dissolve as in sections 4.20 and 4.21."""
    builder = GrammarBuilder()
    a, b = builder.value("", "token", "a"), builder.value("", "token", "b")
    assert builder.choice([builder.choice([b, a]), NOT_ALLOWED, a]) == builder.choice([a, b])
    assert builder.choice([NOT_ALLOWED]) == NOT_ALLOWED
    assert builder.group([EMPTY, a, builder.group([b, a])]) == builder.group([a, b, a])
    assert builder.group([a, NOT_ALLOWED]) == NOT_ALLOWED
    assert builder.interleave([EMPTY]) == EMPTY
    assert builder.one_or_more(EMPTY) == EMPTY
    assert builder.attribute(("name", "", "x"), NOT_ALLOWED) == NOT_ALLOWED
    assert builder.patterns[TEXT] == ("text",)


def test_include_replaces_definitions(simple) -> None:
    """What an include defines replaces the included definition, and only that."""
    included = "start = a\na = element a { b }\nb = element b { text }"
    grammar = simple('include "other.rnc" { b = element c { empty } }', other_rnc=included)
    assert [element.name_class[2] for element in grammar.elements] == ["a", "c"]


def test_include_mixes_syntaxes_and_passes_the_namespace_on(simple) -> None:
    """A file in XML syntax is included in a compact one and inherits its namespace."""
    included = f'<grammar {RNG}><start><element name="a"><empty/></element></start></grammar>'
    grammar = simple('default namespace = "u:x" include "other.rng"', other_rng=included)
    assert grammar.elements[0].name_class == ("name", "u:x", "a")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('include "other.rnc" { c = empty }', "replaces nothing"),
        ('start = external "missing.rnc"', "cannot be read"),
        ('include "http://example.org/x.rnc"', "not a local file"),
        ('include "schema.rnc"', "includes itself"),
        ('start = external "schema.rnc"', "includes itself"),
        ('include "loop.rnc"', "includes itself"),
    ],
)
def test_wrong_references_are_errors(simple, text: str, message: str) -> None:
    """References that lead nowhere, to the network or in a circle end in a clear error."""
    with pytest.raises((SchemaError, InputError), match=message) as caught:
        simple(text, other_rnc="start = element a { empty }", loop_rnc='include "schema.rnc"')
    assert ".rnc:1:" in caught.value.place


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("attribute a { element b { empty } }", "cannot stand in an attribute"),
        ("(attribute a { text }, attribute b { text })+", "cannot stand in a repeated group"),
        ("list { list { token } }", "cannot stand in a list"),
        ("token - text", "cannot stand in the exception"),
        ("token, text", "a datatype stands beside"),
        ("attribute a { text }, attribute a { text }", 'attribute "a" stands twice'),
        ("attribute a { text } & (attribute * - b { text })+", "stands twice"),
        ("attribute * { text }", "must be repeated"),
        ("text & text", "text stands on both sides"),
        ("element b { empty } & element b { text }", "stands on both sides"),
    ],
)
def test_restrictions(simple, pattern: str, message: str) -> None:
    """What section 7 forbids is refused, with the name of the element."""
    with pytest.raises(SchemaError, match=message) as caught:
        simple(f"element x {{ {pattern} }}")
    assert 'element "x"' in caught.value.message


def test_start_holds_elements_only(simple) -> None:
    """A grammar cannot start with text."""
    with pytest.raises(SchemaError, match="at the start"):
        simple("start = text")


def test_doubling_definitions_end_in_an_error(simple) -> None:
    """A schema whose content doubles with each line does not fill the memory."""
    lines = [f"d{i} = d{i + 1}, d{i + 1}" for i in range(60)]
    with pytest.raises(SchemaError, match="more than"):
        simple("\n".join([*lines, "d60 = element a { empty }", "start = element r { d0 }"]))


def test_doubling_inclusions_end_in_an_error(simple) -> None:
    """A schema whose inclusions double with each file does not run for years."""
    files = {f"f{i}_rnc": f'external "f{i + 1}.rnc" | external "f{i + 1}.rnc"' for i in range(30)}
    with pytest.raises(SchemaError, match="more than 1000 times"):
        simple('external "f0.rnc"', **files, f30_rnc="element a { empty }")


def test_deep_nesting_ends_in_an_error(simple) -> None:
    """A schema nested a hundred thousand deep is refused in words."""
    with pytest.raises(SchemaError, match="nested too deeply"):
        simple("element a {" + "(" * 100_000 + "empty" + ")" * 100_000 + "}")


def test_many_names_in_a_class(simple) -> None:
    """A name class of thousands of names is no nesting."""
    names = " | ".join(f"n{i}" for i in range(5000))
    assert "n4999" in to_xml(simple(f"element {names} {{ empty }}"))


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("<element", InputError),
        ("<rng/>", SchemaError),
        (f'<element {RNG} name="a" nome="b"><empty/></element>', SchemaError),
        (f'<element {RNG} name="a">text</element>', SchemaError),
        (f'<element {RNG} name="a"/>', SchemaError),
        (f'<element {RNG} name="a"><ref name="b"/></element>', SchemaError),
    ],
)
def test_xml_mistakes_have_a_line(simple, text: str, error: type[Exception]) -> None:
    """Mistakes in the XML syntax are reported with file and line."""
    with pytest.raises(error) as caught:
        simple(text)
    assert "schema.rng:1" in caught.value.place


def test_external_entities_are_not_read(simple, tmp_path) -> None:
    """A schema in XML syntax cannot read other files through entities."""
    (tmp_path / "secret").write_text("<text/>", encoding="utf-8")
    document = (
        f'<!DOCTYPE element [<!ENTITY e SYSTEM "secret">]><element {RNG} name="a">&e;</element>'
    )
    with pytest.raises((SchemaError, InputError)):
        simple(document)
