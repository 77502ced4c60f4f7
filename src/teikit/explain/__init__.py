"""Explanations of TEI's elements, attributes and classes and of the validator's findings."""
