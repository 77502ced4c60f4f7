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
      <xsl:with-param name="class" select="normalize-space(concat('add ', translate(@place, '#.:', '')))"/>
      <xsl:with-param name="element" select="'ins'"/>
      <xsl:with-param name="title"><xsl:call-template name="explanation"><xsl:with-param name="what" select="'added'"/></xsl:call-template></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What an editor supplies was in the source, or was left out in it. -->
  <xsl:template match="tei:supplied">
    <xsl:call-template name="phrase">
      <xsl:with-param name="class">
        <xsl:text>supplied</xsl:text>
        <xsl:if test="contains(@reason, 'omitted')"> omitted</xsl:if>
      </xsl:with-param>
      <xsl:with-param name="title"><xsl:call-template name="explanation"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:unclear | tei:damage | tei:secl | tei:retrace | tei:restore | tei:mod">
    <xsl:call-template name="phrase">
      <xsl:with-param name="title"><xsl:call-template name="explanation"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What is missing: dots inside a line; how many lines or pages, in words. -->
  <xsl:template match="tei:gap | tei:space">
    <xsl:variable name="said"><xsl:call-template name="said"/></xsl:variable>
    <xsl:variable name="size" select="concat(' ', translate(concat(@unit, ' ', @extent), 'LP', 'lp'))"/>
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:attribute name="title"><xsl:call-template name="explanation"/></xsl:attribute>
      <xsl:text>[</xsl:text>
      <xsl:choose>
        <xsl:when test="contains($size, ' line') or contains($size, ' page') or contains($size, ' lea') or contains($size, ' col')
                        or contains($size, ' fol')">
          <xsl:value-of select="$said"/>
        </xsl:when>
        <xsl:when test="self::tei:gap">…</xsl:when>
        <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="normalize-space() != ''"><xsl:text> </xsl:text><xsl:apply-templates mode="phrase"/></xsl:if>
      <xsl:text>]</xsl:text>
    </span>
  </xsl:template>

  <!-- From here another hand writes. -->
  <xsl:template match="tei:handShift">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'mark handShift'"/></xsl:call-template>
      <xsl:text>[</xsl:text>
      <xsl:call-template name="lower-label"/>
      <xsl:variable name="said"><xsl:apply-templates select="@scribe | @new | @medium | @script" mode="said"/></xsl:variable>
      <xsl:if test="$said != ''"><xsl:value-of select="concat(':', substring($said, 2))"/></xsl:if>
      <xsl:text>]</xsl:text>
    </span>
  </xsl:template>

  <!-- Running heads, page numbers, catchwords. -->
  <xsl:template match="tei:fw">
    <xsl:call-template name="box">
      <xsl:with-param name="title" select="@type"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A sign of the writer's: its own characters, else what it is for. -->
  <xsl:template match="tei:metamark[not(node())]">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'mark metamark'"/></xsl:call-template>
      <xsl:value-of select="concat('[', normalize-space(concat(@function, ' ', @type[not(../@function)])), ']')"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
