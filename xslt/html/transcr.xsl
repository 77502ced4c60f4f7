<?xml version="1.0" encoding="UTF-8"?>
<!-- Module transcr, and the editorial elements of core: what is not plain is explained. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <!-- What the attributes say about a place in the source: "gap: 3 lines, illegible". -->
  <xsl:template name="explanation">
    <xsl:param name="what" select="local-name()"/>
    <xsl:value-of select="$what"/>
    <xsl:variable name="said"><xsl:call-template name="said"/></xsl:variable>
    <xsl:if test="$said != ''"><xsl:value-of select="concat(': ', $said)"/></xsl:if>
  </xsl:template>

  <xsl:template match="tei:del | tei:surplus">
    <xsl:call-template name="phrase">
      <xsl:with-param name="element" select="'del'"/>
      <xsl:with-param name="title"><xsl:call-template name="explanation"><xsl:with-param name="what" select="'deleted'"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:add">
    <xsl:call-template name="phrase">
      <xsl:with-param name="element" select="'ins'"/>
      <xsl:with-param name="title"><xsl:call-template name="explanation"><xsl:with-param name="what" select="'added'"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:unclear | tei:supplied | tei:damage | tei:secl | tei:retrace | tei:restore | tei:handShift">
    <xsl:call-template name="phrase">
      <xsl:with-param name="title"><xsl:call-template name="explanation"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:gap | tei:space">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:attribute name="title"><xsl:call-template name="explanation"/></xsl:attribute>
      <xsl:text>[</xsl:text>
      <xsl:if test="self::tei:gap">…</xsl:if>
      <xsl:if test="self::tei:space"><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="normalize-space() != ''"><xsl:text> </xsl:text><xsl:apply-templates mode="phrase"/></xsl:if>
      <xsl:text>]</xsl:text>
    </span>
  </xsl:template>
</xsl:stylesheet>
