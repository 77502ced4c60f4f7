<?xml version="1.0" encoding="UTF-8"?>
<!-- A play to plain text in XSLT 3.0, for Saxon in the benchmark: paragraphs, speeches, verse. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:output method="text"/>
  <xsl:mode on-no-match="text-only-copy"/>
  <xsl:strip-space elements="text front body back div lg sp list castList castGroup"/>

  <xsl:template match="teiHeader | standOff"/>

  <xsl:template match="p | head | lg | sp | list | castList">
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="l | speaker | stage | item | castItem">
    <xsl:apply-templates/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="text()">
    <xsl:value-of select="replace(., '\s+', ' ')"/>
  </xsl:template>
</xsl:stylesheet>
