<?xml version="1.0" encoding="UTF-8"?>
<!-- The transcr module: transcriptions of pages, line by line. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:surface | tei:zone">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="tei:line | tei:fw">
    <xsl:call-template name="line"/>
  </xsl:template>
</xsl:stylesheet>
