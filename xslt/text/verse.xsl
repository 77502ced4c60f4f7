<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse, of the core module: a stanza is a paragraph, a verse a line. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:lg">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="tei:l">
    <xsl:call-template name="line"/>
  </xsl:template>

  <!-- A line whose number the source prints at its end. -->
  <xsl:template match="tei:l[contains(concat(' ', @rend, ' '), ' number ')]">
    <xsl:text>&#x2028;</xsl:text>
    <xsl:call-template name="words"/>
    <xsl:value-of select="concat('    ', @n, '&#x2028;')"/>
  </xsl:template>
</xsl:stylesheet>
