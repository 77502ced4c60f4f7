"""What an explanation tells, as plain values that can be printed or written as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from teikit.validate.finding import Severity


@dataclass(frozen=True, slots=True)
class Group:
    """Elements that belong together.

    Attributes:
        name: of the class or module; ``""`` for elements that are named one by one.
        gloss: what the class or module is.
        elements: their names, in alphabetical order.
    """

    name: str
    gloss: str
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Class:
    """A class, by its name and what it is."""

    name: str
    gloss: str


@dataclass(frozen=True, slots=True)
class Content:
    """What an element may hold.

    Attributes:
        form: ``"empty"``; ``"value"``: text of a form that ``model`` names; ``"any order"``: any
            of the elements, as often as one likes; ``"in order"``: as ``steps`` say.
        model: the content model in RELAX NG compact syntax, macros written out.
        text: whether text may stand directly in it.
        steps: the parts of the model one after the other.
        groups: the elements that may stand in it, by the class that lets them in.
    """

    form: Literal["empty", "value", "any order", "in order"]
    model: str
    text: bool
    steps: tuple[str, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute.

    Attributes:
        name: its name, with the prefix ``xml:`` if it has it.
        datatype: its values in RELAX NG compact syntax.
        described: its values in words.
        gloss: what the datatype is, if it is one of TEI's; else ``""``.
        values: the values that are listed.
        closed: whether there are no other values.
        required: whether it must be given.
        instead_of: attributes that cannot stand beside it.
    """

    name: str
    datatype: str
    described: str
    gloss: str
    values: tuple[str, ...]
    closed: bool
    required: bool
    instead_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AttributeGroup:
    """Attributes that one class gives, or that an element has of its own.

    Attributes:
        name: of the class; ``""`` for an element's own.
        gloss: what the class is.
        attributes: in the order of the Guidelines.
    """

    name: str
    gloss: str
    attributes: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One of TEI's rules beyond the grammar, by its name and what it says."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class ElementExplanation:
    """An element.

    Attributes:
        name: its name.
        gloss: what it is for.
        module, module_title: the module that defines it.
        sections: numbers of the sections of the Guidelines that deal with it, the main one first.
        url: its page in the Guidelines.
        classes: the model classes that it is a member of.
        content: what it may hold.
        parents: where it may stand, by module.
        attributes: its own first, then by class.
        rules: TEI's rules about it beyond the grammar.
        example: as short as is useful, and valid.
    """

    name: str
    gloss: str
    module: str
    module_title: str
    sections: tuple[str, ...]
    url: str
    classes: tuple[Class, ...]
    content: Content
    parents: tuple[Group, ...]
    attributes: tuple[AttributeGroup, ...]
    rules: tuple[Rule, ...]
    example: str


@dataclass(frozen=True, slots=True)
class AttributeUse:
    """One definition of an attribute.

    Attributes:
        owner: the class that defines it; ``""`` if the elements do so themselves.
        gloss: what the class is.
        attribute: the definition.
        elements: the elements that have it so.
    """

    owner: str
    gloss: str
    attribute: Attribute
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttributeExplanation:
    """An attribute, on one element or on all that have it.

    Attributes:
        name: its name.
        element: the element that was asked about; ``""`` for all.
        uses: its definitions, the most widespread first.
        rules: TEI's rules about it beyond the grammar, wherever it stands.
    """

    name: str
    element: str
    uses: tuple[AttributeUse, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class ClassExplanation:
    """A class of elements or attributes, a macro or a datatype.

    Attributes:
        name: its name, such as ``model.pLike``.
        sort: what kind of thing it is.
        gloss: what it is for.
        module, module_title: the module that defines it.
        url: its page in the Guidelines.
        model: of a macro or datatype, what it stands for, in RELAX NG compact syntax.
        classes: the classes that it is a member of.
        subclasses: the classes that are members of it.
        elements: its members: the elements that it stands for, or that have its attributes.
        attributes: the attributes that it gives, its own first.
        used_in: elements, macros or classes whose definition names it.
    """

    name: str
    sort: Literal["model class", "attribute class", "macro", "datatype"]
    gloss: str
    module: str
    module_title: str
    url: str
    model: str
    classes: tuple[Class, ...]
    subclasses: tuple[Class, ...]
    elements: tuple[str, ...]
    attributes: tuple[AttributeGroup, ...]
    used_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeExplanation:
    """A kind of finding.

    Attributes:
        code: its code.
        rule: its name in words.
        severity: how much it weighs.
        family: the family of checks that makes it.
        meaning: what it says about a document.
        cause: how it typically comes about.
        remedy: what to do.
        wrong, right: a short example of the mistake, and the same without it; may be empty.
    """

    code: str
    rule: str
    severity: Severity
    family: str
    meaning: str
    cause: str
    remedy: str
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class RuleExplanation:
    """One of TEI's rules beyond the grammar, written in Schematron.

    Attributes:
        name: its name.
        severity: how much it weighs.
        module, module_title: the module that it belongs to.
        message: what it says, with dots for what it takes from the document.
        elements: the elements that it is about.
        attributes: the attributes that it is about, on any element.
        context: the elements to look at, as an XPath pattern.
        test: the condition, in XPath 2.
        wanted: whether the condition must be true (``assert``), or must not (``report``).
    """

    name: str
    severity: Severity
    module: str
    module_title: str
    message: str
    elements: tuple[str, ...]
    attributes: tuple[str, ...]
    context: str
    test: str
    wanted: bool


Explanation: TypeAlias = (
    ElementExplanation | AttributeExplanation | ClassExplanation | CodeExplanation | RuleExplanation
)
