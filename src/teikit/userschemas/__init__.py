"""Validation by schemas that are not RELAX NG: XML Schema and DTD."""
