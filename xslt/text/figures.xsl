<?xml version="1.0" encoding="UTF-8"?>
<!-- The figures module: tables in columns, figures by their captions. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:figure | tei:figDesc | tei:notatedMusic">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <!-- A figure that a tag stands for in the source, such as “[Illustration: A mill.]”: the tag
       again, with the caption. -->
  <xsl:template match="tei:figure[@rend = 'Illustration' or @rend = 'Frontispiece'
                       or @rend = 'Music' or @rend = 'brackets']" priority="1">
    <xsl:variable name="apart" select="parent::tei:div or parent::tei:body or parent::tei:titlePage
                                       or parent::tei:front or parent::tei:back"/>
    <xsl:if test="$apart">
      <xsl:value-of select="$mark-paragraph"/>
    </xsl:if>
    <xsl:text>[</xsl:text>
    <xsl:if test="@rend != 'brackets'">
      <xsl:value-of select="@rend"/>
      <xsl:if test="*">
        <xsl:text>: </xsl:text>
      </xsl:if>
    </xsl:if>
    <xsl:apply-templates mode="caption"/>
    <xsl:text>]</xsl:text>
    <xsl:if test="$apart">
      <xsl:value-of select="$mark-paragraph"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="caption">
    <xsl:if test="preceding-sibling::*">
      <xsl:value-of select="$mark-line"/>
    </xsl:if>
    <xsl:call-template name="words"/>
  </xsl:template>

  <xsl:template match="tei:table">
    <xsl:value-of select="$mark-paragraph"/>
    <xsl:apply-templates select="node()[not(self::tei:row)]"/>
    <xsl:value-of select="concat($mark-paragraph, $mark-table)"/>
    <xsl:apply-templates select="tei:row"/>
    <xsl:value-of select="concat($mark-table-end, $mark-paragraph)"/>
  </xsl:template>

  <xsl:template match="tei:row">
    <xsl:apply-templates/>
    <xsl:value-of select="$mark-row"/>
  </xsl:template>

  <xsl:template match="tei:cell">
    <xsl:call-template name="words"/>
    <xsl:call-template name="repeat">
      <xsl:with-param name="mark" select="$mark-column"/>
      <xsl:with-param name="times" select="@cols - 1"/>
    </xsl:call-template>
    <xsl:call-template name="repeat">
      <xsl:with-param name="mark" select="$mark-spanned-row"/>
      <xsl:with-param name="times" select="@rows - 1"/>
    </xsl:call-template>
    <xsl:value-of select="$mark-cell"/>
  </xsl:template>

  <!-- A table in a cell has no columns of its own. -->
  <xsl:template match="tei:cell//tei:table | tei:cell//tei:cell" priority="1">
    <xsl:call-template name="words"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="tei:cell//tei:row" priority="1">
    <xsl:call-template name="line"/>
  </xsl:template>

  <!-- A mark some times, at most sixteen. -->
  <xsl:template name="repeat">
    <xsl:param name="mark"/>
    <xsl:param name="times"/>
    <xsl:if test="$times &gt; 0">
      <xsl:variable name="four" select="concat($mark, $mark, $mark, $mark)"/>
      <xsl:value-of select="substring(concat($four, $four, $four, $four), 1, $times)"/>
    </xsl:if>
  </xsl:template>

  <!-- A table that the source prints with bars (before each cell and at the end of a row, or
       between the cells only) or with rules between the rows: as it was, line by line. -->
  <xsl:template match="tei:table[@rend = 'bars' or @rend = 'bars-between'
                       or tei:milestone/@unit = 'rule']" priority="2">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="tei:table[@rend = 'bars' or @rend = 'bars-between'
                       or tei:milestone/@unit = 'rule']/tei:row" priority="2">
    <xsl:value-of select="$mark-line"/>
    <xsl:for-each select="*">
      <xsl:if test="self::tei:cell and (../../@rend = 'bars'
                    or ../../@rend = 'bars-between' and preceding-sibling::tei:cell)">| </xsl:if>
      <xsl:apply-templates select="self::tei:cell/node() | self::*[not(self::tei:cell)]"/>
      <xsl:text> </xsl:text>
    </xsl:for-each>
    <xsl:if test="../@rend = 'bars'">|</xsl:if>
    <xsl:value-of select="$mark-line"/>
  </xsl:template>

  <xsl:template match="tei:milestone[@unit = 'rule']" priority="1">
    <xsl:value-of select="concat($mark-line, @rend, $mark-line)"/>
  </xsl:template>
</xsl:stylesheet>
