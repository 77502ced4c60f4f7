<?xml version="1.0" encoding="UTF-8"?>
<!-- Modules nets and iso-fs: graphs as lists of their nodes and arcs, features with their values. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="tei">

  <!-- "Arc: Ann → Bob, mother of" -->
  <xsl:template match="tei:arc">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="@from"><xsl:call-template name="names-of"/></xsl:for-each>
      <xsl:choose>
        <xsl:when test="../@type = 'directed' or ../@type = 'transitionNetwork' or ../@type = 'transducer'"> → </xsl:when>
        <xsl:otherwise> – </xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="@to"><xsl:call-template name="names-of"/></xsl:for-each>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- A node is its label, with what it leads to. -->
  <xsl:template match="tei:node | tei:root | tei:iNode | tei:leaf">
    <div>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
      <xsl:if test="not(node())"><xsl:value-of select="@xml:id | @value"/></xsl:if>
      <xsl:variable name="next" select="@children | @adjTo | @adj"/>
      <xsl:if test="$next">
        <xsl:text> → </xsl:text>
        <xsl:for-each select="$next"><xsl:call-template name="names-of"/></xsl:for-each>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="tei:f">
    <div>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="'f'"/></xsl:call-template>
      <xsl:if test="not(node()) and @fVal"><xsl:for-each select="@fVal"><xsl:call-template name="names-of"/></xsl:for-each></xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- A feature is called by its name, a structure by its type. -->
  <xsl:template match="tei:f" mode="label"><xsl:value-of select="@name"/></xsl:template>
  <xsl:template match="tei:fs[@type]" mode="label"><xsl:value-of select="@type"/></xsl:template>

  <xsl:template match="tei:symbol | tei:binary | tei:numeric">
    <span>
      <xsl:call-template name="attributes"/>
      <xsl:value-of select="@value"/>
      <xsl:if test="@max"><xsl:value-of select="concat('–', @max)"/></xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>
