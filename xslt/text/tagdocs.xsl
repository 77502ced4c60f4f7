<?xml version="1.0" encoding="UTF-8"?>
<!-- The tagdocs module: examples as they are written, specifications by their words. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:teix="http://www.tei-c.org/ns/Examples">
  <xsl:template match="tei:schemaSpec | tei:specGrp | tei:elementSpec | tei:classSpec | tei:macroSpec
      | tei:moduleSpec | tei:dataSpec | tei:attList | tei:attDef | tei:valList | tei:valItem
      | tei:constraintSpec | tei:constraintDecl | tei:paramList | tei:paramSpec | tei:exemplum
      | tei:remarks | tei:listRef | tei:content | tei:model | tei:modelGrp | tei:modelSequence
      | tei:specList">
    <xsl:value-of select="$mark-paragraph"/>
    <xsl:call-template name="parts"/>
    <xsl:value-of select="$mark-paragraph"/>
  </xsl:template>

  <xsl:template match="tei:gi">
    <xsl:value-of select="concat('&lt;', ., '&gt;')"/>
  </xsl:template>

  <xsl:template match="tei:att">
    <xsl:value-of select="concat('@', .)"/>
  </xsl:template>

  <!-- Lines of code stay lines. -->
  <xsl:template match="tei:eg">
    <xsl:value-of select="concat($mark-paragraph, translate(., '&#10;', $mark-line), $mark-paragraph)"/>
  </xsl:template>

  <xsl:template match="teix:egXML">
    <xsl:value-of select="$mark-paragraph"/>
    <xsl:apply-templates mode="markup"/>
    <xsl:value-of select="$mark-paragraph"/>
  </xsl:template>

  <xsl:template match="*" mode="markup">
    <xsl:value-of select="concat('&lt;', name())"/>
    <xsl:for-each select="@*">
      <xsl:value-of select="concat(' ', name(), '=&quot;', ., '&quot;')"/>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:text>&gt;</xsl:text>
        <xsl:apply-templates mode="markup"/>
        <xsl:value-of select="concat('&lt;/', name(), '&gt;')"/>
      </xsl:when>
      <xsl:otherwise>/&gt;</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text()" mode="markup">
    <xsl:value-of select="translate(., '&#10;', $mark-line)"/>
  </xsl:template>
</xsl:stylesheet>
