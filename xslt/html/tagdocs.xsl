<?xml version="1.0" encoding="UTF-8"?>
<!-- Module tagdocs: specifications as records, the names of what they specify as code. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <!-- A reference to a specification: "element p, at least 0 times". -->
  <xsl:template match="tei:elementRef | tei:classRef | tei:macroRef | tei:dataRef | tei:moduleRef | tei:attRef | tei:memberOf
                       | tei:specDesc | tei:anyElement | tei:textNode | tei:empty | tei:param | tei:dataFacet">
    <xsl:variable name="among-units"><xsl:call-template name="among-units"/></xsl:variable>
    <xsl:variable name="element"><xsl:choose><xsl:when test="$among-units = 'yes'">div</xsl:when><xsl:otherwise>span</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:element name="{$element}">
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="concat('mark ', local-name())"/></xsl:call-template>
      <xsl:call-template name="lower-label"/>
      <xsl:for-each select="@key[1] | @name[not(../@key)]"><xsl:text> </xsl:text><code><xsl:value-of select="."/></code></xsl:for-each>
      <xsl:variable name="said"><xsl:apply-templates select="@*[not(name() = 'key' or name() = 'name')]" mode="said"/></xsl:variable>
      <xsl:value-of select="concat($said, ' ')"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:outputRendition">
    <pre><xsl:call-template name="attributes"/><xsl:apply-templates mode="phrase"/></pre>
  </xsl:template>
</xsl:stylesheet>
