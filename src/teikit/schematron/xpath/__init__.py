"""XPath as Schematron uses it: parsed, analysed, and run by libxml2 or by elementpath."""
