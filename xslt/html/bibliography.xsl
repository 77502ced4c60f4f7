<?xml version="1.0" encoding="UTF-8"?>
<!--
  The bibliographies of core. A <bibl> is printed as it is written. A <biblStruct>, and a <bibl>
  that has nothing but elements, is data: it gets its punctuation here.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <xsl:template match="tei:biblStruct | tei:bibl[tei:*[2] and not(text()[normalize-space() != '']) and not(tei:bibl)]">
    <xsl:variable name="block"><xsl:call-template name="is-block"/></xsl:variable>
    <xsl:variable name="element"><xsl:choose><xsl:when test="$block = 'yes'">div</xsl:when><xsl:otherwise>span</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:element name="{$element}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="*" mode="reference"/>
    </xsl:element>
  </xsl:template>

  <!-- Part by part, each with what stands before it. -->
  <xsl:template match="tei:analytic | tei:monogr | tei:series | tei:imprint" mode="reference">
    <xsl:call-template name="before-part"/>
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:if test="self::tei:monogr[preceding-sibling::tei:analytic]">In: </xsl:if>
      <xsl:if test="self::tei:series">(</xsl:if>
      <xsl:apply-templates select="*" mode="reference"/>
      <xsl:if test="self::tei:series">)</xsl:if>
    </span>
  </xsl:template>

  <xsl:template match="*" mode="reference">
    <xsl:call-template name="before-part"/>
    <xsl:apply-templates select="."/>
    <xsl:if test="self::tei:editor and not(@role) and not(following-sibling::*[1][self::tei:editor])"> (ed.)</xsl:if>
  </xsl:template>

  <xsl:template name="before-part">
    <xsl:variable name="before" select="preceding-sibling::*[1]"/>
    <xsl:choose>
      <xsl:when test="not($before)"/>
      <xsl:when test="$before/self::tei:pubPlace and self::tei:publisher">: </xsl:when>
      <xsl:when test="self::tei:date or self::tei:biblScope or self::tei:citedRange or $before/self::tei:date">, </xsl:when>
      <xsl:when test="($before/self::tei:author or $before/self::tei:editor) and not(self::tei:author or self::tei:editor)">: </xsl:when>
      <xsl:when test="$before/self::tei:author or $before/self::tei:editor">, </xsl:when>
      <xsl:when test="$before/self::tei:title and self::tei:title">. </xsl:when>
      <xsl:when test="self::tei:monogr or self::tei:imprint or self::tei:note or self::tei:relatedItem or self::tei:series
                      or self::tei:ref or self::tei:ptr or self::tei:idno"><xsl:text>. </xsl:text></xsl:when>
      <xsl:otherwise>, </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "editor: Ann Roe, Jo Doe" -->
  <xsl:template match="tei:respStmt[not(text()[normalize-space() != ''])]">
    <xsl:variable name="among-units"><xsl:call-template name="among-units"/></xsl:variable>
    <xsl:variable name="element"><xsl:choose><xsl:when test="$among-units = 'yes'">div</xsl:when><xsl:otherwise>span</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:element name="{$element}">
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="*">
        <xsl:choose>
          <xsl:when test="position() = 1"/>
          <xsl:when test="preceding-sibling::*[1][self::tei:resp] and not(self::tei:resp)">: </xsl:when>
          <xsl:otherwise>, </xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <!-- "vol. 2", "pp. 5–9": a number alone says what it counts. -->
  <xsl:template match="tei:biblScope | tei:citedRange">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:variable name="words" select="normalize-space()"/>
      <xsl:if test="$words != '' and translate($words, '0123456789ivxlcdmIVXLCDM-–, ', '') = ''">
        <xsl:choose>
          <xsl:when test="@unit = 'volume' or @unit = 'vol'">vol. </xsl:when>
          <xsl:when test="(@unit = 'page' or @unit = 'pages' or @unit = 'pp') and translate($words, '-–, ', '') != $words">pp. </xsl:when>
          <xsl:when test="@unit = 'page' or @unit = 'pages' or @unit = 'pp'">p. </xsl:when>
          <xsl:when test="@unit = 'issue' or @unit = 'number'">no. </xsl:when>
          <xsl:when test="@unit"><xsl:value-of select="concat(@unit, ' ')"/></xsl:when>
        </xsl:choose>
      </xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="$words = '' and @from">
        <xsl:value-of select="@from"/>
        <xsl:if test="@to and @to != @from"><xsl:value-of select="concat('–', @to)"/></xsl:if>
      </xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>
