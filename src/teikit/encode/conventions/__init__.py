"""Conventions: how notes, headings, paragraphs, verse and pages look, as data.

The ``.toml`` files beside this module describe those that teikit knows, a table for each. A text's
own are found by ``encode.segment``, or said by the user.
"""
