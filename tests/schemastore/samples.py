"""Small schemas of each kind: a <note> that holds text."""

from __future__ import annotations

RNG = b"""<element name="note" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>"""
RNC = b"""start = element note { text }\n"""
XSD = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="note" type="xs:string"/>
</xs:schema>"""
DTD = b"""<!-- a note --><!ELEMENT note (#PCDATA)>\n"""
SCH = b"""<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt">
  <pattern>
    <rule context="note"><assert test="text()">A note says something.</assert></rule>
  </pattern>
</schema>"""

EACH = {"rng": RNG, "rnc": RNC, "xsd": XSD, "dtd": DTD, "sch": SCH}

INCLUDING = {
    "rng": b"""<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <include href="parts/note.rng"/><start><ref name="note"/></start></grammar>""",
    "rnc": b"""include "parts/note.rnc"\nstart = note\n""",
    "xsd": b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:include schemaLocation="parts/note.xsd"/></xs:schema>""",
    "dtd": b"""<!ENTITY % note SYSTEM "parts/note.dtd">\n%note;\n""",
    "sch": b"""<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt">
  <include href="parts/note.sch"/></schema>""",
}
INCLUDED = {
    "rng": b"""<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <define name="note"><element name="note"><text/></element></define></grammar>""",
    "rnc": b"""note = element note { text }\n""",
    "xsd": XSD,
    "dtd": DTD,
    "sch": b"""<pattern xmlns="http://purl.oclc.org/dsdl/schematron">
  <rule context="note"><assert test="text()">A note says something.</assert></rule></pattern>""",
}
