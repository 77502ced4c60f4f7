"""Dates and times of day: found in the text, normalised, and filled from their context."""

from teikit.encode.dates.annotator import DateAnnotator

__all__ = ["DateAnnotator"]
