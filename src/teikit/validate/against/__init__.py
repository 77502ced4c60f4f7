"""Checking documents against one schema each: RELAX NG, XML Schema, DTD or Schematron."""
