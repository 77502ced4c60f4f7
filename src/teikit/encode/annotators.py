"""The annotators there are: built in, and plugged in by entry points.

A plug-in names in its ``pyproject.toml``, in the group ``teikit.annotators``, what makes its
annotator::

    [project.entry-points."teikit.annotators"]
    my-tagger = "my_package:MyTagger"

``MyTagger`` is called without arguments, or with what stands after a colon where it is asked for as
``my-tagger:argument``, and returns an ``encode.model.Annotator``. Nothing of this is looked up
before an annotator is asked for that is not built in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

from teikit.encode.model import Annotator, Document, Span
from teikit.encode.vocabulary import objection
from teikit.errors import TeikitError, UsageError

GROUP = "teikit.annotators"
"""The group of entry points that annotators are plugged in by."""

DEFAULT = ("names", "dates")
"""The annotators that run where nothing else is said."""

BUILT_IN = {
    "names": "teikit.encode.names:NameAnnotator",
    "dates": "teikit.encode.dates:DateAnnotator",
    "places": "teikit.encode.places:PlaceAnnotator",
    "organisations": "teikit.encode.places:OrganisationAnnotator",
    "titles": "teikit.encode.works:TitleAnnotator",
    "spacy": "teikit.encode.spacy_pipeline:SpacyAnnotator",
}
"""What makes each built-in annotator."""

RULES = frozenset((*DEFAULT, "places", "organisations", "titles"))
"""The annotators that go by rules."""


def annotator(name: str) -> Annotator:
    """The annotator of a name, with an argument after a colon where it takes one.

    Raises:
        UsageError: there is none of that name, or it cannot be loaded.
    """
    plain, colon, argument = name.partition(":")
    arguments = (argument,) if colon else ()
    try:
        made = _factory(plain)(*arguments)
    except TeikitError:
        raise
    except Exception as error:
        raise UsageError(
            f"the annotator “{plain}” cannot be loaded: {error}",
            hint="Is its package installed whole, and is its argument right?",
        ) from error
    if not isinstance(getattr(made, "name", None), str) or not callable(
        getattr(made, "annotate", None)
    ):
        raise UsageError(
            f"what is plugged in as “{plain}” is no annotator",
            hint="It needs a “name” and a method “annotate”.",
        )
    checked: Annotator = made
    return checked


def annotate(names: Sequence[str], document: Document) -> list[Span]:
    """The spans that annotators find in a document.

    Names of persons that a plug-in gives without a person get one (``encode.merge``).

    Args:
        names: of the annotators; the order makes no difference.
        document: the text and its blocks.

    Raises:
        UsageError: there is no such annotator, or it makes spans that are no valid TEI.
    """
    spans: list[Span] = []
    for name in dict.fromkeys(names):
        found = annotator(name).annotate(document)
        spans += found if name in RULES else _checked(name, found)
    if RULES.issuperset(names):
        return spans
    from teikit.encode.merge import with_entities

    return with_entities(document.text, spans)


def _checked(name: str, spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        problem = objection(span)
        if problem:
            raise UsageError(
                f"the annotator “{name}” is at fault: its span {span.start}-{span.end} {problem}",
                hint="Tell its maintainers, or convert without it.",
            )
        yield span


def _factory(name: str):  # type: ignore[no-untyped-def]
    """What makes an annotator: a class or a function."""
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        return getattr(import_module(module), attribute)
    from importlib.metadata import entry_points

    plugged = entry_points(group=GROUP)
    if name in plugged.names:
        return plugged[name].load()
    known = ", ".join(sorted({*BUILT_IN, *plugged.names}))
    raise UsageError(f"there is no annotator named “{name}”", hint=f"Known are: {known}.")
