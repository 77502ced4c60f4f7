"""ISO Schematron (ISO/IEC 19757-3): rules about documents that a grammar cannot express."""

from teikit.schematron.errors import SchematronError
from teikit.schematron.findings import RuleFinding
from teikit.schematron.load import load, load_rules
from teikit.schematron.schema import Schema

__all__ = ["RuleFinding", "Schema", "SchematronError", "load", "load_rules"]
