<?xml version="1.0" encoding="UTF-8"?>
<!-- Plain text from TEI. What XSLT 1.0 cannot do to text (white space across elements, columns,
     lines of a width) is done to the result; marks.xsl says how the sheets ask for it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:include href="parameters.xsl"/>
  <xsl:include href="marks.xsl"/>
  <xsl:include href="core.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="textstructure.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="drama.xsl"/>
  <xsl:include href="verse.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="transcr.xsl"/>
  <xsl:include href="textcrit.xsl"/>
  <xsl:include href="records.xsl"/>
  <xsl:include href="analysis.xsl"/>
  <xsl:include href="tagdocs.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- What describes the text is not the text. A transcription by pages is left out where there is
       a text made of it. -->
  <xsl:template match="tei:teiHeader | tei:standOff | tei:facsimile | tei:sourceDoc[../tei:text]"/>
</xsl:stylesheet>
