<?xml version="1.0" encoding="UTF-8"?>
<!-- Plain text from TEI. U+2029 stands round a paragraph and U+2028 round a line; teikit turns
     them into line ends when it has normalised the white space between them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:include href="parameters.xsl"/>
  <xsl:include href="core.xsl"/>
  <xsl:include href="textstructure.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="drama.xsl"/>
  <xsl:include href="verse.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="transcr.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- What describes the text is not the text. -->
  <xsl:template match="tei:teiHeader | tei:standOff | tei:facsimile"/>

  <!-- What the source printed between underscores and the like has them again. -->
  <xsl:template name="words">
    <xsl:variable name="rend" select="concat(' ', @rend, ' ')"/>
    <xsl:variable name="mark">
      <xsl:choose>
        <xsl:when test="contains($rend, ' underscores ')">_</xsl:when>
        <xsl:when test="contains($rend, ' equals-signs ')">=</xsl:when>
        <xsl:when test="contains($rend, ' asterisks ')">*</xsl:when>
        <xsl:when test="contains($rend, ' tildes ')">~</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="$mark"/>
    <xsl:if test="contains($rend, ' underscore-before ')">_</xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="contains($rend, ' underscore-after ')">_</xsl:if>
    <xsl:value-of select="$mark"/>
  </xsl:template>

  <xsl:template name="paragraph">
    <xsl:text>&#x2029;</xsl:text>
    <xsl:call-template name="words"/>
    <xsl:text>&#x2029;</xsl:text>
  </xsl:template>

  <xsl:template name="line">
    <xsl:text>&#x2028;</xsl:text>
    <xsl:call-template name="words"/>
    <xsl:text>&#x2028;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
