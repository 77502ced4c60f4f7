"""Tells problems in TEI's terms: what was found, what may stand there, what to do."""

from teikit.validate.explain.explainer import Explainer

__all__ = ["Explainer"]
