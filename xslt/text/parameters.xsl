<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- Parameters of the plain text output. One more, "normalization", belongs to what is done to the
       result. -->

  <!-- Where notes go: "end" (a marker, the notes after the text), "inline" (in brackets where
       they are called), "none". -->
  <xsl:param name="notes" select="'end'"/>

  <!-- Which reading of a text that was changed or has several: "original" (sic, orig, abbr, am;
       what was struck out stands in double brackets) or "regularised" (corr, reg, expan, ex; what
       was struck out or is too much is left out). -->
  <xsl:param name="reading" select="'original'"/>

  <!-- The names of speakers: "yes" or "no". -->
  <xsl:param name="speakers" select="'yes'"/>

  <!-- Headings: "yes" or "no". -->
  <xsl:param name="headings" select="'yes'"/>

  <!-- Which numbers of pages: "printed" (what the source has at the head and foot of its pages),
       "breaks" (the number of each page break in its place, as [p. 12]) or "none". -->
  <xsl:param name="page-numbers" select="'printed'"/>

  <!-- How many columns a line has; 0 for one line for each paragraph. The lines are broken in what is
       done to the result. -->
  <xsl:param name="width" select="0"/>
</xsl:stylesheet>
