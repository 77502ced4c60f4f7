<?xml version="1.0" encoding="UTF-8"?>
<!-- The figures module: tables row by row, figures by their captions. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:template match="tei:table | tei:figure | tei:figDesc">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <!-- A figure that a tag stands for in the source, such as “[Illustration: A mill.]”: the tag
       again, with the caption. -->
  <xsl:template match="tei:figure[@rend = 'Illustration' or @rend = 'Frontispiece'
                       or @rend = 'Music' or @rend = 'brackets']" priority="1">
    <xsl:variable name="apart" select="parent::tei:div or parent::tei:body or parent::tei:titlePage
                                       or parent::tei:front or parent::tei:back"/>
    <xsl:if test="$apart">
      <xsl:text>&#x2029;</xsl:text>
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
      <xsl:text>&#x2029;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="caption">
    <xsl:if test="preceding-sibling::*">
      <xsl:text>&#x2028;</xsl:text>
    </xsl:if>
    <xsl:call-template name="words"/>
  </xsl:template>

  <xsl:template match="tei:row">
    <xsl:call-template name="line"/>
  </xsl:template>

  <xsl:template match="tei:cell">
    <xsl:apply-templates/>
    <xsl:text> </xsl:text>
  </xsl:template>
</xsl:stylesheet>
