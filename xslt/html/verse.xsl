<?xml version="1.0" encoding="UTF-8"?>
<!-- Module verse, and the lines of core. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <!-- A line of verse; every fifth number shows, and the later parts of a shared line move in. A
       number may name act and scene as well, as in "1.2.5". -->
  <xsl:template match="tei:l">
    <div class="l">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:for-each select="@n[contains('05', substring(., string-length())) and . != '']">
        <span class="line-number"><xsl:value-of select="."/></span>
      </xsl:for-each>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="tei:l/@part" mode="attribute">
    <xsl:if test=". = 'M' or . = 'F'"><xsl:attribute name="class">l part</xsl:attribute></xsl:if>
  </xsl:template>

  <xsl:template match="tei:caesura">
    <span><xsl:call-template name="attributes"/><xsl:text>   </xsl:text></span>
  </xsl:template>
</xsl:stylesheet>
