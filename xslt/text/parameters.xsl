<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- Parameters of the plain text output. -->

  <!-- Where notes go: "end" (a marker, the notes after the text), "inline" (in brackets where
       they are called), "none". -->
  <xsl:param name="notes" select="'end'"/>

  <!-- Which reading of a choice: "original" (sic, orig, abbr) or "regularised" (corr, reg,
       expan). -->
  <xsl:param name="reading" select="'original'"/>
</xsl:stylesheet>
