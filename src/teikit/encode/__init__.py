"""Encoding: from text to TEI."""
