<?xml version="1.0" encoding="UTF-8"?>
<!-- Module verse, and the lines of core. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <!-- A line of verse; every fifth number shows, and the later parts of a shared line move in. -->
  <xsl:template match="tei:l">
    <div>
      <xsl:attribute name="class">l<xsl:if test="@part = 'M' or @part = 'F'"> part</xsl:if></xsl:attribute>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:if test="@n mod 5 = 0 or (contains(@n, '.') and substring-after(@n, '.') mod 5 = 0)">
        <span class="line-number"><xsl:value-of select="@n"/></span>
      </xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="tei:caesura">
    <span><xsl:call-template name="attributes"/><xsl:text>   </xsl:text></span>
  </xsl:template>
</xsl:stylesheet>
