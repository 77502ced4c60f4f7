"""Names of persons: found by form and by evidence in the document, joined to persons.

The way of a text through this package:

1. ``tokens`` finds capitalised words and joins them to runs; ``lexicon`` (word lists in ``data/``)
   says what each word may be.
2. ``candidates`` reads the runs: titles, forenames, surname, suffix; ``extent`` says how far a
   name goes, ``surroundings`` what stands beside it.
   ``blocks`` what a whole block tells: firms, signatures.
3. ``evidence`` gathers in a ``tally`` what the whole document tells of each form that stands
   alone, and weighs it.
4. ``persons`` joins the mentions of one person under the fullest form of the name.
5. ``annotator`` decides on each occurrence and makes the spans.
"""

from __future__ import annotations

from teikit.encode.names.annotator import NameAnnotator

__all__ = ["NameAnnotator"]
