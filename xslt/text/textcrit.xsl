<?xml version="1.0" encoding="UTF-8"?>
<!-- The textcrit module: the text has the lemma, or where there is none the first reading. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:app">
    <xsl:apply-templates select="(tei:lem | tei:rdg | tei:rdgGrp)[1]"/>
  </xsl:template>

  <xsl:template match="tei:app[not(tei:lem)][1]/tei:rdgGrp">
    <xsl:apply-templates select="(tei:lem | tei:rdg | tei:rdgGrp)[1]"/>
  </xsl:template>

  <!-- An apparatus that stands apart is printed as such. -->
  <xsl:template match="tei:listApp | tei:listWit | tei:witness">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="tei:listApp/tei:app" priority="1">
    <xsl:value-of select="$mark-line"/>
    <xsl:call-template name="parts"/>
    <xsl:value-of select="$mark-line"/>
  </xsl:template>
</xsl:stylesheet>
