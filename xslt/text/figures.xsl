<?xml version="1.0" encoding="UTF-8"?>
<!-- The figures module: tables row by row, figures by their captions. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:table | tei:figure | tei:figDesc">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="tei:row">
    <xsl:call-template name="line"/>
  </xsl:template>

  <xsl:template match="tei:cell">
    <xsl:apply-templates/>
    <xsl:text> </xsl:text>
  </xsl:template>
</xsl:stylesheet>
